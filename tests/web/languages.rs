//! The language of the public side: what visitors read follows the clinic's choice at once, what staff read does not.

use std::collections::HashMap;
use std::sync::Arc;

use candor::web::Language;
use candor::web::days::{long_date, long_month};
use candor::web::text::{Texts, Value};

use crate::support::studio::Studio;

fn texts(language: Language) -> Texts {
    Texts::of(language, Arc::new(Texts::english().unwrap())).unwrap()
}

/// The text of `id` for a number, without the marks that keep directions apart.
fn counted(texts: &Texts, id: &str, count: f64) -> String {
    let args = HashMap::from([("count".to_owned(), Value::Number(count))]);
    let text = texts.find(id, &args).unwrap();
    text.replace(['\u{2068}', '\u{2069}'], "")
}

async fn speak(studio: &Studio, code: &str) {
    let revision = studio.admin.get("/admin/clinic").await.field("revision");
    let fields = [
        ("name", "North Light Studio"),
        ("time_zone", "Europe/London"),
        ("language", code),
        ("revision", &revision),
    ];
    studio
        .admin
        .post("/admin/clinic", &fields)
        .await
        .expect(303);
}

#[test]
fn dates_and_months_as_each_language_writes_them() {
    let day = "2026-03-01".parse().unwrap();
    for (language, date, month) in [
        (Language::English, "1 March 2026", "March 2026"),
        (Language::German, "1. März 2026", "März 2026"),
        (Language::Spanish, "1 de marzo de 2026", "marzo de 2026"),
        (Language::French, "1er mars 2026", "mars 2026"),
        (Language::Arabic, "1 مارس 2026", "مارس 2026"),
    ] {
        let texts = texts(language);
        let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(bare(long_date(&texts, day)), date);
        assert_eq!(bare(long_month(&texts, day)), month);
    }
    let second = "2026-03-02".parse().unwrap();
    assert_eq!(long_date(&texts(Language::French), second), "2 mars 2026");
}

#[test]
fn each_language_has_its_own_plural_forms() {
    let arabic = texts(Language::Arabic);
    for (count, said) in [
        (0.0, "لا قصص"),
        (1.0, "قصة واحدة"),
        (2.0, "قصتان"),
        (3.0, "3 قصص"),
        (10.0, "10 قصص"),
        (11.0, "11 قصة"),
        (99.0, "99 قصة"),
        (100.0, "100 قصة"),
        (102.0, "102 قصة"),
        (1234.0, "1,234 قصة"),
    ] {
        assert_eq!(counted(&arabic, "stories-found", count), said);
    }
    let french = texts(Language::French);
    for (count, said) in [
        (0.0, "Aucune histoire"),
        (1.0, "Une histoire"),
        (2.0, "2 histoires"),
        (1234.0, "1\u{202f}234 histoires"),
    ] {
        assert_eq!(counted(&french, "stories-found", count), said);
    }
    assert_eq!(
        counted(&texts(Language::German), "stories-found", 0.0),
        "0 Geschichten"
    );
    assert_eq!(
        counted(&texts(Language::German), "stories-found", 1234.0),
        "1.234 Geschichten"
    );
    assert_eq!(
        counted(&texts(Language::Spanish), "stories-found", 1234.0),
        "1234 historias"
    );
}

#[test]
fn what_a_language_does_not_say_is_said_in_english() {
    let arabic = texts(Language::Arabic);
    assert_eq!(arabic.get("role-staff"), "Staff");
    assert_eq!(arabic.get("no-such-text"), "no-such-text");
}

#[tokio::test]
async fn visitors_read_the_clinics_language_at_once_and_staff_read_english() {
    let studio = Studio::open().await;
    let (_, story) = studio.published("website_and_search").await;
    let visitor = studio.clinic.visitor();
    let gone = "/stories/never-there";
    // Pages, kept in memory as they are, and what is found by words of the pages.
    for path in ["/", "/stories", &story, "/find"] {
        let page = visitor.get(path).await.expect(200).text();
        assert!(page.contains("<html lang=\"en\">"), "{path}");
    }
    assert!(
        visitor
            .get(gone)
            .await
            .expect(404)
            .text()
            .contains("There is nothing here")
    );
    for (code, tag, stories, month, missing) in [
        (
            "de",
            "<html lang=\"de\">",
            "Alle Geschichten",
            "Juni 2026",
            "Hier ist nichts",
        ),
        (
            "es",
            "<html lang=\"es\">",
            "Todas las historias",
            "junio de 2026",
            "Aquí no hay nada",
        ),
        (
            "fr",
            "<html lang=\"fr\">",
            "Toutes les histoires",
            "juin 2026",
            "Il n’y a rien ici",
        ),
        (
            "ar",
            "<html lang=\"ar\" dir=\"rtl\">",
            "كل القصص",
            "يونيو",
            "لا يوجد شيء هنا",
        ),
    ] {
        speak(&studio, code).await;
        let home = visitor.get("/").await.expect(200).text();
        assert!(
            home.contains(tag) && home.contains(stories),
            "{code}: {home}"
        );
        let page = visitor.get(&story).await.expect(200).text();
        assert!(page.contains(tag) && page.contains(month), "{code}: {page}");
        assert!(
            page.contains(&format!("\"inLanguage\":\"{code}\"")),
            "{code}"
        );
        let nothing = visitor.get(gone).await.expect(404).text();
        assert!(
            nothing.contains(tag) && nothing.contains(missing),
            "{code}: {nothing}"
        );
        let picture = visitor
            .get_with(
                "/media/0123456789abcdef/640.jpg",
                &[("accept", "text/html")],
            )
            .await;
        assert!(picture.expect(404).text().contains(tag), "{code}");
        let staff = studio.staff.get("/staff/cases").await.expect(200).text();
        assert!(staff.contains("<html lang=\"en\">"), "{code}");
        let form = studio.admin.get("/admin/clinic").await.expect(200).text();
        assert!(
            form.contains(&format!("value=\"{code}\" selected")),
            "{code}"
        );
        let preview = format!("/staff/cases/{}/story/preview", studio.case);
        let preview = studio.staff.get(&preview).await.expect(200).text();
        assert!(preview.contains(tag), "{code}");
    }
    // The words of the facts are looked for in the same language: a grade of hair loss, in Arabic.
    let found = visitor
        .get("/stories?q=%D9%86%D9%88%D8%B1%D9%88%D9%88%D8%AF")
        .await;
    assert!(found.expect(200).text().contains(&story));
}

#[tokio::test]
async fn only_languages_that_there_are_can_be_chosen() {
    let studio = Studio::open().await;
    speak(&studio, "fr").await;
    let revision = studio.admin.get("/admin/clinic").await.field("revision");
    let mut fields = vec![
        ("name", "North Light Studio"),
        ("time_zone", "Europe/London"),
        ("revision", revision.as_str()),
        ("language", "tlh"),
    ];
    studio
        .admin
        .post("/admin/clinic", &fields)
        .await
        .expect(422);
    // A form without the question changes nothing about it.
    fields.pop();
    studio
        .admin
        .post("/admin/clinic", &fields)
        .await
        .expect(303);
    let home = studio.clinic.visitor().get("/").await.expect(200).text();
    assert!(home.contains("<html lang=\"fr\">"), "{home}");
}

#[tokio::test]
async fn a_client_reads_the_language_of_the_text_they_are_asked_to_sign() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let english = studio.invite().await;
    speak(&studio, "de").await;
    // The link that was made before goes on in the language of its text.
    let page = studio
        .clinic
        .visitor()
        .get(&english)
        .await
        .expect(200)
        .text();
    assert!(page.contains("<html lang=\"en\">") && page.contains("Your before and after photos"));
    let link = studio.invite().await;
    let page = studio.clinic.visitor().get(&link).await.expect(200).text();
    assert!(page.contains("<html lang=\"de\">") && page.contains("Ihre Vorher-Nachher-Fotos"));
    let phone = studio.open_link(&link).await;
    let page = phone.get("/c/ask/pictures").await.expect(200).text();
    assert!(page.contains("Welche Bilder dürfen wir zeigen?"), "{page}");
    studio.answer(&phone, "website").await;
    studio.clinic.drain().await;
    // The text, the receipt and the mail with it speak the same language, also after the clinic chose another.
    speak(&studio, "fr").await;
    let receipt = phone.get("/c/receipt").await.expect(200).text();
    for said in ["Ihr Beleg", "Wie lange", "Ihr Ja endet von selbst"] {
        assert!(receipt.contains(said), "{said}: {receipt}");
    }
    let print = format!("/staff/cases/{}/consent/receipt", studio.case);
    let print = studio.staff.get(&print).await.expect(200).text();
    assert!(print.contains("<html lang=\"de\">") && print.contains("Ihr Beleg"));
    let mails = studio.clinic.app.mailer.sent();
    let mail = mails
        .iter()
        .find(|mail| mail.subject == "Ihr Beleg")
        .unwrap();
    assert!(mail.text.contains("Guten Tag") && mail.text.contains("http://candor.test/c/"));
    let manage = phone.get("/c/manage").await.expect(200).text();
    assert!(manage.contains("Meine Fotos und Worte"), "{manage}");
    // What the moderator reads is English.
    let story = studio.submit().await;
    let page = studio
        .moderator
        .get(&format!("/moderation/stories/{story}"))
        .await;
    assert!(page.expect(200).text().contains("<html lang=\"en\">"));
}
