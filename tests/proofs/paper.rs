//! Consents on paper: what was read off a signed sheet counts when a second person has compared it with the scan.

use candor::consents::{self, PaperStage};
use candor::db::schema::{consent_papers, consent_scans, consents as rows, grants};
use candor::db::{CaseId, Conn};
use diesel::prelude::*;

use crate::support::browser::{Browser, Page};
use crate::support::studio::{CLIENT_MAIL, Studio, member, sized_photo};

fn paper(studio: &Studio) -> String {
    format!("/staff/cases/{}/consent/paper", studio.case)
}

/// A studio with a story, and a sheet for its client.
async fn printed() -> Studio {
    let studio = Studio::open().await;
    studio.use_channels(&["search", "print"]).await;
    studio.pair().await;
    studio.write_story().await;
    print(&studio).await;
    studio
}

async fn print(studio: &Studio) {
    let page = paper(studio);
    let told = studio.staff.post(&page, &[]).await.expect(303);
    assert_eq!(told.location(), page);
}

async fn scan(studio: &Studio, files: &[(&str, Vec<u8>)]) -> Page {
    let path = format!("/staff/cases/{}/consent/scans", studio.case);
    studio.staff.upload(&path, &[], files).await
}

async fn scanned() -> Studio {
    let studio = printed().await;
    let page = sized_photo(70, 1240, 1754);
    scan(&studio, &[("page.jpg", page)]).await.expect(303);
    studio
}

/// The form of the page as someone fills it in who sees every line ticked, but for those that this says otherwise of: a part of
/// a line's words, and its mark.
async fn filled(studio: &Studio, but: &[(&str, &str)]) -> Vec<(String, String)> {
    let text = studio.staff.get(&paper(studio)).await.expect(200).text();
    let code = text.split("Sheet ").nth(1).unwrap();
    let code = code.chars().take(8).collect::<String>();
    let today = studio
        .clinic
        .app
        .db
        .read(|conn| Ok(conn.now()?.date().to_string()))
        .await
        .unwrap();
    let mut fields = vec![
        ("code".to_owned(), code),
        ("signed".to_owned(), "yes".to_owned()),
        ("signer_name".to_owned(), "Marc Dubois".to_owned()),
        ("signed_on".to_owned(), today),
    ];
    for line in text.split("<fieldset class=\"paper-line\">").skip(1) {
        let number = line
            .split("name=\"mark_")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .unwrap();
        let words = line.split("</legend>").next().unwrap();
        let other = but.iter().find(|(part, _)| words.contains(part));
        let mark = other.map_or("yes", |(_, mark)| mark);
        fields.push((format!("mark_{number}"), mark.to_owned()));
    }
    assert!(fields.len() > 14, "{text}");
    fields
}

async fn send(studio: &Studio, fields: &[(String, String)]) -> Page {
    let path = format!("/staff/cases/{}/consent/transcript", studio.case);
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    studio.staff.post(&path, &fields).await
}

pub async fn transcribed(but: &[(&str, &str)]) -> Studio {
    let studio = scanned().await;
    let fields = filled(&studio, but).await;
    send(&studio, &fields).await.expect(303);
    studio
}

/// Where the sheet is compared, as its list says.
async fn waiting(who: &Browser) -> Option<String> {
    let list = who.get("/papers").await.expect(200);
    let id = list.between("href=\"/papers/", "\"")?;
    Some(format!("/papers/{id}"))
}

pub async fn verify(studio: &Studio) -> Page {
    let path = waiting(&studio.moderator).await.expect("a sheet waits");
    let page = studio.moderator.get(&path).await.expect(200);
    let seen = page.field("transcript_sha256");
    studio
        .moderator
        .post(&path, &[("transcript_sha256", &seen)])
        .await
}

async fn stage(studio: &Studio) -> Option<PaperStage> {
    let case = CaseId::parse(&studio.case).unwrap();
    let read = move |conn: &mut Conn| {
        let active = consents::active_for_case(conn, &case)?;
        consents::stage_of_case(conn, &case, active.as_ref())
    };
    studio.clinic.app.db.read(read).await.unwrap()
}

/// What and where, of each grant.
async fn granted(studio: &Studio) -> Vec<(String, String)> {
    let read = |conn: &mut Conn| {
        Ok(grants::table
            .select((grants::what, grants::channel))
            .order((grants::what, grants::channel))
            .load(&mut **conn)?)
    };
    studio.clinic.app.db.read(read).await.unwrap()
}

/// Which gates a moderator sees open.
async fn open_gates(studio: &Studio, story: &str) -> String {
    let path = format!("/moderation/stories/{story}");
    let text = studio.moderator.get(&path).await.expect(200).text();
    let open = text.split("<li class=\"open\">").skip(1);
    open.filter_map(|gate| gate.split("</li>").next())
        .collect::<Vec<_>>()
        .join("\n")
}

#[tokio::test]
async fn g10_a_signed_sheet_counts_when_a_second_person_has_compared_it() {
    let studio = printed().await;
    let story = studio.submit().await;
    let visitor = studio.clinic.visitor();
    let closed = async |now: PaperStage, way: &str| {
        assert_eq!(stage(&studio).await, Some(now));
        let open = open_gates(&studio, &story).await;
        assert!(open.contains("G10"), "{open}");
        // To mend it is for staff, and to compare for whoever is the second person.
        assert_eq!(
            open.contains("href=\"/papers\""),
            way == "/papers",
            "{open}"
        );
        studio.decide(&story, "approve", &[]).await.expect(409);
        assert!(granted(&studio).await.is_empty());
        let list = visitor.get("/stories").await.expect(200).text();
        assert!(!list.contains("class=\"card\""));
    };
    closed(PaperStage::Printed, "consent").await;
    // Without a scan there is nothing to write down.
    let sheet = sized_photo(70, 1240, 1754);
    scan(&studio, &[("1.jpg", sheet.clone()), ("2.jpg", sheet)])
        .await
        .expect(303);
    closed(PaperStage::Scanned, "consent").await;
    let fields = filled(&studio, &[]).await;
    send(&studio, &fields).await.expect(303);
    closed(PaperStage::Transcribed, "/papers").await;

    verify(&studio).await.expect(303);
    studio.clinic.drain().await;
    let mail = studio.clinic.mail_to(CLIENT_MAIL);
    assert!(mail.text.contains("http://candor.test/c/"), "{}", mail.text);
    assert_eq!(stage(&studio).await, Some(PaperStage::Verified));
    assert!(!open_gates(&studio, &story).await.contains("G10"));
    studio.decide(&story, "approve", &[]).await.expect(303);
    studio.clinic.drain().await;
    let list = visitor.get("/stories").await.expect(200);
    assert!(list.between("href=\"/stories/", "\"").is_some());

    // It is a signature like any other: sealed, with the scan, the lines and both people.
    type Kept = (String, Option<String>, Option<String>, Option<String>);
    let read = |conn: &mut Conn| {
        let kept: Kept = rows::table
            .select((
                rows::method,
                rows::evidence,
                rows::signature,
                rows::signer_name,
            ))
            .first(&mut **conn)?;
        let scans: Vec<String> = consent_scans::table
            .order(consent_scans::page)
            .select(consent_scans::sha256)
            .load(&mut **conn)?;
        Ok((kept, scans))
    };
    let ((method, evidence, signature, name), scans) =
        studio.clinic.app.db.read(read).await.unwrap();
    let evidence = evidence.unwrap();
    let seal = signature.unwrap();
    assert!(candor::seal::is_ours(&studio.clinic.app.config, evidence.as_bytes(), &seal).unwrap());
    let told: serde_json::Value = serde_json::from_str(&evidence).unwrap();
    assert_eq!(
        (method.as_str(), name.as_deref()),
        ("paper", Some("Marc Dubois"))
    );
    assert_eq!(told["signer"]["role"], "subject");
    let sheet = &told["paper"];
    assert_eq!(sheet["scan"][1]["sha256"], scans[1].as_str());
    assert_ne!(sheet["transcribed_by"], sheet["verified_by"]);
    assert!(sheet["verified_at"].is_string() && sheet["transcript"]["lines"].is_array());
    let receipt = format!("/staff/cases/{}/consent/receipt", studio.case);
    let receipt = studio.staff.get(&receipt).await.expect(200).text();
    assert!(receipt.contains("signed it by hand"), "{receipt}");
    let latest = |conn: &mut Conn| candor::audit::latest(conn, "consent.verified");
    assert!(studio.clinic.app.db.read(latest).await.unwrap().is_some());
}

#[tokio::test]
async fn s53_nobody_verifies_what_they_wrote_down() {
    let studio = transcribed(&[]).await;
    let path = waiting(&studio.moderator).await.expect("a sheet waits");
    assert_eq!(waiting(&studio.staff).await, None, "not on their own list");
    let seen = studio.moderator.get(&path).await.expect(200);
    let seen = seen.field("transcript_sha256");
    let yes = [("transcript_sha256", seen.as_str())];
    let own = studio.staff.get(&path).await.expect(200).text();
    assert!(!own.contains("transcript_sha256"), "no button for it");
    studio.staff.post(&path, &yes).await.expect(403);
    // Nor with other words for the same, nor past our program.
    let transcript = studio.staff.post(&path, &[("transcript_sha256", "")]).await;
    transcript.expect(403);
    let forge =
        "UPDATE consent_papers SET verified_by = transcribed_by, verified_at = transcribed_at";
    let write = move |conn: &mut Conn| Ok(diesel::sql_query(forge).execute(&mut **conn)?);
    assert!(studio.clinic.app.db.write(write).await.is_err());
    assert_eq!(stage(&studio).await, Some(PaperStage::Transcribed));
    assert!(granted(&studio).await.is_empty());
    // Who may not see clients' photos is no second person; strangers know of no sheet.
    let keeper = member(&studio.clinic, &studio.admin, "Kim Keeper", "admin").await;
    keeper.post(&path, &yes).await.expect(404);
    for (who, status) in [(&keeper, 404), (&studio.clinic.visitor(), 303)] {
        for one in [path.clone(), format!("{path}/1.jpg")] {
            let answer = who.get(&one).await.expect(status);
            assert!(!answer.body.starts_with(&[0xFF, 0xD8]));
        }
    }
    let scan = studio.moderator.get(&format!("{path}/1.jpg")).await;
    let scan = scan.expect(200);
    assert!(scan.body.starts_with(&[0xFF, 0xD8]));
    assert!(scan.header("cache-control").contains("no-store"));
    // Somebody else does, once.
    studio.moderator.post(&path, &yes).await.expect(303);
    studio.admin.post(&path, &yes).await.expect(409);
}

#[tokio::test]
async fn g10_g05_what_was_struck_is_not_granted() {
    let marks = [
        ("Search engines", "struck"),
        (">Print<", "no"),
        (">Marc<", "struck"),
        ("Norwood", "struck"),
    ];
    let studio = transcribed(&marks).await;
    verify(&studio).await.expect(303);
    let granted = granted(&studio).await;
    let photos = ("photo".to_owned(), "website".to_owned());
    let name = ("name".to_owned(), "website".to_owned());
    assert!(granted.contains(&photos), "{granted:?}");
    // The initials were ticked, the first name was not.
    assert!(granted.contains(&name), "{granted:?}");
    assert!(
        granted
            .iter()
            .all(|(what, place)| place == "website" && what != "facts")
    );
}

#[tokio::test]
async fn g10_g05_who_struck_a_part_of_the_text_allowed_nothing() {
    let studio = transcribed(&[("Changing your mind", "struck")]).await;
    let path = waiting(&studio.moderator).await.expect("a sheet waits");
    let page = studio.moderator.get(&path).await.expect(200).text();
    assert!(page.contains("nothing is allowed"), "{page}");
    verify(&studio).await.expect(303);
    studio.clinic.drain().await;
    assert!(granted(&studio).await.is_empty());
    let receipt = format!("/staff/cases/{}/consent/receipt", studio.case);
    let receipt = studio.staff.get(&receipt).await.expect(200).text();
    assert!(receipt.contains("You allowed nothing"), "{receipt}");
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(409);
}

#[tokio::test]
async fn g10_nothing_is_chosen_beforehand_and_nothing_is_left_out() {
    let studio = scanned().await;
    let page = studio.staff.get(&paper(&studio)).await.expect(200).text();
    assert!(page.contains("type=\"radio\"") && !page.contains(" checked"));
    let sheet = format!("/staff/cases/{}/consent/sheet", studio.case);
    let sheet = studio.staff.get(&sheet).await.expect(200).text();
    assert!(sheet.contains("class=\"paper-box\""), "{sheet}");
    for field in ["radio", "checkbox", "text"] {
        assert!(!sheet.contains(&format!("type=\"{field}\"")), "{sheet}");
    }
    let all = filled(&studio, &[]).await;
    for left_out in 0..all.len() {
        let mut some = all.clone();
        let (name, _) = some.remove(left_out);
        let told = send(&studio, &some).await.expect(422).text();
        assert!(told.contains("class=\"error\""), "{name}");
    }
    for (field, wrong) in [
        ("code", "00000000"),
        ("signed_on", "2020-01-01"),
        ("signed_on", "2099-01-01"),
        ("mark_1", "perhaps"),
    ] {
        let mut some = all.clone();
        some.iter_mut().find(|(name, _)| name == field).unwrap().1 = wrong.to_owned();
        send(&studio, &some).await.expect(422);
    }
    assert_eq!(stage(&studio).await, Some(PaperStage::Scanned));
    // Somebody who is no member of staff does not write it down.
    let path = format!("/staff/cases/{}/consent/transcript", studio.case);
    studio.moderator.post(&path, &[]).await.expect(403);
}

#[tokio::test]
async fn s19_a_sheet_that_showed_something_else_binds_nothing() {
    let studio = transcribed(&[]).await;
    let path = waiting(&studio.moderator).await.expect("a sheet waits");
    let seen = studio.moderator.get(&path).await.expect(200);
    let seen = seen.field("transcript_sha256");
    // The story says something else than the sheet.
    let story = format!("/staff/cases/{}/story", studio.case);
    let page = studio.staff.get(&story).await.expect(200);
    let (revision, slug) = (
        page.field("revision"),
        crate::support::studio::value(&page, "slug"),
    );
    let other = [
        ("revision", revision.as_str()),
        ("slug", &slug),
        ("title", "Something else"),
        ("narrative", "Other words."),
    ];
    studio.staff.post(&story, &other).await.expect(303);
    let yes = [("transcript_sha256", seen.as_str())];
    studio.moderator.post(&path, &yes).await.expect(409);
    assert!(granted(&studio).await.is_empty());
    assert_eq!(stage(&studio).await, Some(PaperStage::Transcribed));
    // Another transcription than the one that was looked at.
    let stale = [("transcript_sha256", "0")];
    studio.moderator.post(&path, &stale).await.expect(409);
    // A new sheet, and what was kept of the old one is gone.
    let count = |conn: &mut Conn| {
        Ok(consent_scans::table
            .count()
            .get_result::<i64>(&mut **conn)?)
    };
    assert_eq!(studio.clinic.app.db.read(count).await.unwrap(), 1);
    print(&studio).await;
    studio.clinic.drain().await;
    assert_eq!(studio.clinic.app.db.read(count).await.unwrap(), 0);
    studio
        .moderator
        .get(&format!("{path}/1.jpg"))
        .await
        .expect(404);
    studio.moderator.post(&path, &yes).await.expect(409);
    assert_eq!(stage(&studio).await, Some(PaperStage::Printed));
}

#[tokio::test]
async fn g10_what_is_not_as_the_sheet_says_goes_back_and_is_written_down_anew() {
    let studio = transcribed(&[]).await;
    let path = waiting(&studio.moderator).await.expect("a sheet waits");
    let back = format!("{path}/delete");
    studio.moderator.post(&back, &[]).await.expect(422);
    let why = [("why", "Line 5 is crossed out.")];
    studio.moderator.post(&back, &why).await.expect(303);
    assert_eq!(waiting(&studio.moderator).await, None);
    let page = studio.staff.get(&paper(&studio)).await.expect(200).text();
    assert!(page.contains("Line 5 is crossed out."), "{page}");
    assert!(!page.contains(" checked"), "from nothing");
    let fields = filled(&studio, &[("Search engines", "struck")]).await;
    send(&studio, &fields).await.expect(303);
    verify(&studio).await.expect(303);
    let verified = |conn: &mut Conn| {
        Ok(consent_papers::table
            .select(consent_papers::verified_at)
            .first::<Option<chrono::NaiveDateTime>>(&mut **conn)?)
    };
    let verified = studio.clinic.app.db.read(verified).await.unwrap();
    assert!(verified.is_some());
    assert!(
        granted(&studio)
            .await
            .iter()
            .all(|(_, place)| place != "search")
    );
}

#[tokio::test]
async fn g10_the_client_may_be_asked_otherwise_and_then_the_sheet_is_worth_nothing() {
    let studio = transcribed(&[]).await;
    let path = waiting(&studio.moderator).await.expect("a sheet waits");
    let seen = studio.moderator.get(&path).await.expect(200);
    let seen = seen.field("transcript_sha256");
    let link = studio.invite().await;
    let yes = [("transcript_sha256", seen.as_str())];
    studio.moderator.post(&path, &yes).await.expect(409);
    assert_eq!(waiting(&studio.moderator).await, None);
    // And the other way round: a sheet closes the link.
    let phone = studio.open_link(&link).await;
    print(&studio).await;
    assert_ne!(phone.get("/c/ask/pictures").await.status, 200);
    let withdrawal = format!("/staff/cases/{}/consent/withdrawal", studio.case);
    studio.staff.post(&withdrawal, &[]).await.expect(303);
    scan(&studio, &[("1.jpg", sized_photo(70, 1240, 1754))])
        .await
        .expect(409);
}

#[tokio::test]
async fn s28_what_is_no_picture_is_refused_as_a_scan() {
    let studio = printed().await;
    let told = scan(&studio, &[("scan.jpg", b"%PDF-1.7 hello".to_vec())]).await;
    assert!(told.expect(422).text().contains("not a photo we can read"));
    scan(&studio, &[]).await.expect(422);
    assert_eq!(stage(&studio).await, Some(PaperStage::Printed));
}

#[tokio::test]
async fn s27_the_scan_goes_to_the_client_and_into_the_evidence() {
    let studio = transcribed(&[]).await;
    verify(&studio).await.expect(303);
    studio.clinic.drain().await;
    let named = |bytes: Vec<u8>| {
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let names = (0..zip.len()).map(|i| zip.by_index(i).unwrap().name().unwrap().into_owned());
        let scan = |name: &String| name.starts_with("consents/") && name.ends_with("/scan-1.jpg");
        names.filter(scan).count()
    };
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("client.zip");
    let app = &studio.clinic.app;
    candor::backup::export_client(app, &studio.client, &out)
        .await
        .unwrap();
    assert_eq!(named(std::fs::read(&out).unwrap()), 1);
    let path = format!("/staff/cases/{}/evidence", studio.case);
    let with = [("pictures", "yes")];
    let bundle = studio.moderator.post(&path, &with).await.expect(200);
    assert_eq!(named(bundle.body), 1);
}
