//! A small scalp micropigmentation studio and its people, to begin tests from any point of a story's way.

use std::io::Cursor;

use image::{ImageFormat, Rgb, RgbImage};

use super::app::{Options, TestApp};
use super::browser::{Browser, Page};

pub const PASSWORD: &str = "clippers and patience";
pub const CLIENT_MAIL: &str = "marc.dubois@example.com";

/// A small photo, flat since developing is most of what tests take; `seed` makes it unlike any other.
pub fn photo(seed: u8) -> Vec<u8> {
    sized_photo(seed, 700, 350)
}

pub fn sized_photo(seed: u8, width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| {
        let (dx, dy) = (
            x as f32 / width as f32 - 0.5,
            y as f32 / height as f32 - 0.5,
        );
        let round = ((1.0 - (dx * dx + dy * dy) * 2.0).max(0.0) * 200.0) as u8;
        Rgb([round, round.wrapping_sub(seed / 4), seed])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// A clinic with people, a client and a case, ready for photos.
pub struct Studio {
    pub clinic: TestApp,
    pub admin: Browser,
    pub staff: Browser,
    pub moderator: Browser,
    pub client: String,
    pub case: String,
}

impl Studio {
    pub async fn open() -> Self {
        Self::open_with(Options::default()).await
    }

    pub async fn open_with(options: Options) -> Self {
        let clinic = TestApp::start_with(options).await;
        let admin = clinic.visitor();
        let fields = [
            ("name", "Ada Owner"),
            ("email", "ada@studio.example"),
            ("password", PASSWORD),
        ];
        admin.post("/first-run", &fields).await.expect(303);
        let staff = member(&clinic, &admin, "Sam Staff", "staff").await;
        let moderator = member(&clinic, &admin, "Mo Moderator", "moderator").await;
        set_up(&admin).await;
        let client = add_client(&staff).await;
        let case = add_case(&staff, &client).await;
        Self {
            clinic,
            admin,
            staff,
            moderator,
            client,
            case,
        }
    }

    /// Uploads a before and an after of the front, and puts them side by side. Gives both ids.
    pub async fn pair(&self) -> (String, String) {
        let before = self.upload("before", "2026-01-10", photo(10)).await;
        let after = self.upload("healed", "2026-06-20", photo(20)).await;
        self.clinic.drain().await;
        for id in [&before, &after] {
            self.describe(id, &[("faceless", "yes"), ("alt", "Crown from above")])
                .await;
        }
        self.clinic.drain().await;
        let path = format!("/staff/cases/{}/pairs", self.case);
        self.staff
            .post(&path, &[("before_id", &before), ("after_id", &after)])
            .await
            .expect(303);
        (before, after)
    }

    /// A before and an after with a face in them, which is covered in the version that shows the scalp only; and with
    /// `eyes` one more version. Gives both ids.
    pub async fn pair_with_faces(&self, eyes: bool) -> (String, String) {
        let before = self.upload("before", "2026-01-10", photo(10)).await;
        let after = self.upload("healed", "2026-06-20", photo(20)).await;
        self.clinic.drain().await;
        for id in [&before, &after] {
            let mut fields = vec![("alt", "Crown from above")];
            for (kind, y) in [("face", "60"), ("eyes", "70")] {
                if kind == "face" || eyes {
                    fields.extend([
                        ("mask_kind", kind),
                        ("mask_x", "10"),
                        ("mask_y", y),
                        ("mask_width", "40"),
                        ("mask_height", "20"),
                    ]);
                }
            }
            self.describe(id, &fields).await;
        }
        self.clinic.drain().await;
        let path = format!("/staff/cases/{}/pairs", self.case);
        self.staff
            .post(&path, &[("before_id", &before), ("after_id", &after)])
            .await
            .expect(303);
        (before, after)
    }

    pub async fn upload(&self, stage: &str, day: &str, bytes: Vec<u8>) -> String {
        let path = format!("/staff/cases/{}/photos", self.case);
        let fields = [("stage", stage), ("angle", "front"), ("taken_on", day)];
        let answer = self
            .staff
            .upload(&path, &fields, &[("IMG_0001.JPG", bytes)])
            .await
            .expect(201);
        let told: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        told["files"][0]["photo"].as_str().unwrap().to_owned()
    }

    /// Saves the photo's page as it is, with these fields changed.
    pub async fn describe(&self, photo: &str, changes: &[(&str, &str)]) -> Page {
        let path = format!("/staff/photos/{photo}");
        let page = self.staff.get(&path).await.expect(200);
        let text = page.text();
        let chosen = |field: &str| {
            let start = text.find(&format!("name=\"{field}\"")).unwrap();
            let part = &text[start..start + text[start..].find("</select>").unwrap()];
            let end = part.find("\" selected").expect(field);
            let begin = part[..end].rfind('"').unwrap() + 1;
            part[begin..end].to_owned()
        };
        let (stage, angle) = (chosen("stage"), chosen("angle"));
        let (revision, day) = (page.field("revision"), value(&page, "taken_on"));
        let mut fields = vec![
            ("revision", revision.as_str()),
            ("stage", &stage),
            ("angle", &angle),
            ("taken_on", &day),
        ];
        fields.extend_from_slice(changes);
        self.staff.post(&path, &fields).await.expect(303)
    }

    /// Drafts the story and attests what staff have to attest.
    pub async fn write_story(&self) {
        let path = format!("/staff/cases/{}/story", self.case);
        self.staff.post(&path, &[]).await.expect(303);
        let page = self.staff.get(&path).await.expect(200);
        let (revision, slug) = (page.field("revision"), value(&page, "slug"));
        let fields = [
            ("revision", revision.as_str()),
            ("slug", &slug),
            ("title", "A crown that looks full again"),
            ("narrative", "Two sessions, **no** scalpel."),
            ("authentic", "yes"),
            ("marks", "yes"),
        ];
        self.staff.post(&path, &fields).await.expect(303);
    }

    /// Makes a private link, as staff would.
    pub async fn invite(&self) -> String {
        let path = format!("/staff/cases/{}/consent", self.case);
        let page = self
            .staff
            .post(&path, &[("method", "link")])
            .await
            .expect(200);
        let url = page.between("<p class=\"link\">", "</p>").unwrap();
        url.strip_prefix("http://candor.test").unwrap().to_owned()
    }

    /// Opens a private link on the client's phone and proves with the mailed code who it is.
    pub async fn open_link(&self, link: &str) -> Browser {
        let phone = self.clinic.visitor();
        phone.post(link, &[]).await.expect(303);
        phone.post("/c/code/new", &[]).await.expect(303);
        self.clinic.drain().await;
        let mail = self.clinic.mail_to(CLIENT_MAIL);
        // The first digits, whatever the language.
        let digits = mail.text.chars().filter(char::is_ascii_digit);
        let code: String = digits.take(6).collect();
        phone.post("/c/code", &[("code", &code)]).await.expect(303);
        phone
    }

    /// Answers all questions as someone who agrees to be found, by first name, and says something kind.
    pub async fn answer(&self, phone: &Browser, place: &str) {
        answer_all(
            phone,
            place,
            "first_name",
            Some("I look in the mirror again."),
        )
        .await;
    }

    /// From nothing to a signed consent whose receipt has arrived. Gives the client's phone.
    pub async fn signed(&self, place: &str) -> Browser {
        self.pair().await;
        self.write_story().await;
        let link = self.invite().await;
        let phone = self.open_link(&link).await;
        self.answer(&phone, place).await;
        self.clinic.drain().await;
        phone
    }

    /// Chooses the places that clients are asked about.
    pub async fn use_channels(&self, channels: &[&str]) {
        let fields: Vec<_> = channels.iter().map(|one| ("channel", *one)).collect();
        let path = "/admin/clinic/channels";
        self.admin.post(path, &fields).await.expect(303);
    }

    /// As [`Studio::signed`], with faces, allowing also Instagram and print, and approved. Gives the phone, the story's
    /// address and the two photos.
    pub async fn published_elsewhere(&self, level: &str) -> (Browser, String, (String, String)) {
        self.use_channels(&["search", "instagram", "print"]).await;
        let photos = self.pair_with_faces(true).await;
        self.write_story().await;
        let phone = self.open_link(&self.invite().await).await;
        let also = ["also_instagram", "also_print"];
        let words = Some("I look in the mirror again.");
        answer_in(
            &phone,
            level,
            "website_and_search",
            &also,
            "first_name",
            words,
        )
        .await;
        self.clinic.drain().await;
        let story = self.submit().await;
        self.decide(&story, "approve", &[]).await.expect(303);
        self.clinic.drain().await;
        let list = self.clinic.visitor().get("/stories").await.expect(200);
        let slug = list.between("href=\"/stories/", "\"").unwrap();
        (phone, format!("/stories/{slug}"), photos)
    }

    /// The id of the story that waits for a moderator.
    pub async fn submit(&self) -> String {
        self.staff
            .post(&format!("/staff/cases/{}/story/submission", self.case), &[])
            .await
            .expect(303);
        let queue = self.moderator.get("/moderation").await.expect(200);
        queue
            .between("/moderation/stories/", "\"")
            .expect("the story waits")
    }

    /// Decides on a story as its page shows it.
    pub async fn decide(&self, story: &str, verdict: &str, more: &[(&str, &str)]) -> Page {
        let seen = self.look_at(story).await;
        self.decide_on(story, &seen, verdict, more).await
    }

    /// What the moderator's page of a story says that it shows.
    pub async fn look_at(&self, story: &str) -> (String, String) {
        let path = format!("/moderation/stories/{story}");
        let page = self.moderator.get(&path).await.expect(200);
        (page.field("sources_sha256"), page.field("epoch"))
    }

    /// Decides on what was seen, maybe a while ago.
    pub async fn decide_on(
        &self,
        story: &str,
        (sources, epoch): &(String, String),
        verdict: &str,
        more: &[(&str, &str)],
    ) -> Page {
        let mut fields = vec![
            ("verdict", verdict),
            ("sources_sha256", sources.as_str()),
            ("epoch", epoch.as_str()),
        ];
        fields.extend_from_slice(more);
        let path = format!("/moderation/stories/{story}");
        self.moderator.post(&path, &fields).await
    }

    /// The ids of the gates that a moderator sees open.
    pub async fn open_gates(&self, story: &str) -> Vec<String> {
        let path = format!("/moderation/stories/{story}");
        let text = self.moderator.get(&path).await.expect(200).text();
        let open = text
            .split("<li class=\"open\"><span class=\"hint\">")
            .skip(1);
        let mut ids: Vec<_> = open.map(|rest| rest[..3].to_owned()).collect();
        ids.sort();
        ids
    }

    /// Does something in a transaction of which nothing stays.
    pub async fn imagine<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut candor::db::Conn) -> T + Send + 'static,
    ) -> T {
        let (tell, told) = std::sync::mpsc::channel();
        let write = move |conn: &mut candor::db::Conn| {
            let _ = tell.send(work(conn));
            Err::<(), _>(candor::error::Error::Conflict)
        };
        let undone = self.clinic.app.db.write(write).await;
        assert!(undone.is_err());
        told.recv().unwrap()
    }

    /// Changes rows behind the program's back.
    pub async fn sql(&self, text: &str) {
        let statement = text.to_owned();
        let write = move |conn: &mut candor::db::Conn| {
            let query = diesel::sql_query(statement);
            Ok(diesel::RunQueryDsl::execute(query, &mut **conn)?)
        };
        let changed = self.clinic.app.db.write(write).await.unwrap();
        assert!(changed > 0, "{text}");
    }

    /// From nothing to a public story. Gives the client's phone and the story's address.
    pub async fn published(&self, place: &str) -> (Browser, String) {
        let phone = self.signed(place).await;
        let story = self.submit().await;
        self.decide(&story, "approve", &[]).await.expect(303);
        self.clinic.drain().await;
        let list = self.clinic.visitor().get("/stories").await.expect(200);
        let link = format!("href=\"{}/stories/", self.clinic.config().web.prefix());
        let slug = list.between(&link, "\"").expect("the story is listed");
        (phone, format!("/stories/{slug}"))
    }
}

/// The value of a visible field.
pub fn value(page: &Page, field: &str) -> String {
    let text = page.text();
    let start = text
        .find(&format!("name=\"{field}\""))
        .unwrap_or_else(|| panic!("no field {field}"));
    let part = &text[start..start + text[start..].find('>').unwrap()];
    part.split("value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default()
        .to_owned()
}

/// Walks through the questions and signs, showing the scalp only.
pub async fn answer_all(phone: &Browser, place: &str, name: &str, words: Option<&str>) {
    answer_showing(phone, "area_only", place, name, words).await;
}

/// Walks through the questions and signs, showing so much of the person.
pub async fn answer_showing(
    phone: &Browser,
    level: &str,
    place: &str,
    name: &str,
    words: Option<&str>,
) {
    answer_in(phone, level, place, &[], name, words).await;
}

/// The same, allowing also places beside the website: the names of their ticks.
pub async fn answer_in(
    phone: &Browser,
    level: &str,
    place: &str,
    also: &[&str],
    name: &str,
    words: Option<&str>,
) {
    let mut words = words;
    loop {
        let next = phone.get("/c/ask").await.expect(303).location();
        let page = phone.get(&next).await.expect(200);
        let revision = page.field("revision");
        let revision = ("revision", revision.as_str());
        let answer = match next.rsplit('/').next().unwrap() {
            "pictures" => phone.post(&next, &[revision, ("answer", "all")]).await,
            "level" => phone.post(&next, &[revision, ("level", level)]).await,
            "place" => {
                let mut fields = vec![revision, ("place", place)];
                fields.extend(also.iter().map(|tick| (*tick, "yes")));
                phone.post(&next, &fields).await
            }
            "name" => phone.post(&next, &[revision, ("name", name)]).await,
            _ => match words.take() {
                // The story offers to add words; who takes it comes back to the story.
                Some(words) => {
                    let told = [
                        revision,
                        ("answer", "yes"),
                        ("words", words),
                        ("rating", "5"),
                        ("incentive", "none"),
                        ("insider", "none"),
                    ];
                    phone.post("/c/ask/words", &told).await
                }
                None => {
                    let shown = page.field("shown_sha256");
                    let fields = [
                        revision,
                        ("shown_sha256", shown.as_str()),
                        ("signer_name", "Marc Dubois"),
                        ("agree", "yes"),
                        ("facts_asked", "yes"),
                        ("fact", "norwood"),
                    ];
                    phone.post(&next, &fields).await.expect(303);
                    return;
                }
            },
        };
        answer.expect(303);
    }
}

pub async fn member(clinic: &TestApp, admin: &Browser, name: &str, role: &str) -> Browser {
    let email = format!("{role}@studio.example");
    let page = admin
        .post(
            "/admin/users",
            &[("name", name), ("email", &email), ("role", role)],
        )
        .await
        .expect(200);
    let url = page.between("<p class=\"link\">", "</p>").unwrap();
    let browser = clinic.visitor();
    let path = url.strip_prefix("http://candor.test").unwrap();
    browser
        .post(path, &[("password", PASSWORD)])
        .await
        .expect(303);
    browser
}

async fn set_up(admin: &Browser) {
    let clinic = [
        ("name", "North Light Studio"),
        ("time_zone", "Europe/London"),
        ("about", ""),
        ("revision", "0"),
    ];
    admin.post("/admin/clinic", &clinic).await.expect(303);
    admin
        .post(
            "/admin/practitioners",
            &[("name", "Noor Hale"), ("title", "SMP practitioner")],
        )
        .await
        .expect(303);
    let treatment = [
        ("name", "Scalp micropigmentation"),
        ("slug", "scalp-micropigmentation"),
        (
            "summary",
            "Tiny dots of pigment that look like shaved hair.",
        ),
        ("body", "## How it works\n\nPoint by point."),
        ("typical_result", "Most people come two or three times."),
        ("position", "1"),
    ];
    admin
        .post("/admin/treatments", &treatment)
        .await
        .expect(303);
}

async fn add_client(staff: &Browser) -> String {
    let fields = [
        ("name", "Marc Dubois"),
        ("email", CLIENT_MAIL),
        ("birth_date", "1984-03-09"),
    ];
    let answer = staff.post("/staff/clients", &fields).await.expect(303);
    answer.location().rsplit('/').next().unwrap().to_owned()
}

/// A case with one session and a Norwood grade.
pub async fn add_case(staff: &Browser, client: &str) -> String {
    let form = staff
        .get(&format!("/staff/cases/new?client={client}"))
        .await
        .expect(200);
    let treatment = form.first_choice("treatment_id");
    let practitioner = form.first_choice("practitioner_id");
    let fields = [
        ("client_id", client),
        ("treatment_id", &treatment),
        ("practitioner_id", &practitioner),
        ("norwood", "4"),
    ];
    let answer = staff.post("/staff/cases", &fields).await.expect(303);
    let case = answer.location().rsplit('/').next().unwrap().to_owned();
    let session = [
        ("kind", "session"),
        ("number", "1"),
        ("held_on", "2026-02-01"),
    ];
    staff
        .post(&format!("/staff/cases/{case}/sessions"), &session)
        .await
        .expect(303);
    case
}
