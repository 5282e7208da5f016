//! Accounts that are not in use, and what is left of one that was shut out.

use crate::support::studio::{PASSWORD, Studio};

const REFUSED: &str = "This address and password do not fit together.";

async fn invite(studio: &Studio, name: &str, email: &str) -> (String, String) {
    let fields = [("name", name), ("email", email), ("role", "staff")];
    let page = studio.admin.post("/admin/users", &fields).await.expect(200);
    let url = page.between("<p class=\"link\">", "</p>").unwrap();
    let list = studio.admin.get("/admin/users").await.expect(200).text();
    let before = &list[..list.find(name).unwrap()];
    let id = before.rsplit("/admin/users/").next().unwrap();
    let path = format!("/admin/users/{}", id.split('"').next().unwrap());
    (url.replace("http://candor.test", ""), path)
}

#[tokio::test]
async fn s40_who_was_invited_or_disabled_gets_nowhere() {
    let studio = Studio::open().await;
    let (link, path) = invite(&studio, "Ines Invited", "ines@studio.example").await;
    let login = [("email", "ines@studio.example"), ("password", PASSWORD)];
    let browser = studio.clinic.visitor();
    // Invited: no password fits, the empty one neither.
    for password in [PASSWORD, ""] {
        let fields = [login[0], ("password", password)];
        let told = browser.post("/sign-in", &fields).await.expect(422).text();
        assert!(told.contains(REFUSED));
    }
    studio
        .admin
        .post(&format!("{path}/disabling"), &[])
        .await
        .expect(303);
    // Disabled: neither her invitation nor a link for who forgot.
    browser.get(&link).await.expect(404);
    browser
        .post(&link, &[("password", PASSWORD)])
        .await
        .expect(404);
    let sent = studio.clinic.app.mailer.sent().len();
    let asked = [("email", "ines@studio.example")];
    browser.post("/password-reset", &asked).await.expect(200);
    assert_eq!(studio.clinic.app.mailer.sent().len(), sent);
    let told = browser.post("/sign-in", &login).await.expect(422).text();
    assert!(told.contains(REFUSED));
    browser.get("/staff/cases").await.expect(303);
}

#[tokio::test]
async fn s41_nothing_of_a_person_lives_on_after_they_were_shut_out() {
    let studio = Studio::open().await;
    let (link, path) = invite(&studio, "Lea Leaver", "lea@studio.example").await;
    let browser = studio.clinic.visitor();
    browser
        .post(&link, &[("password", PASSWORD)])
        .await
        .expect(303);
    let other = studio.clinic.visitor();
    let login = [("email", "lea@studio.example"), ("password", PASSWORD)];
    other.post("/sign-in", &login).await.expect(303);
    // A link she asked for lies in her mailbox; then she is shut out.
    let again = studio
        .admin
        .post(&format!("{path}/invitation"), &[])
        .await
        .expect(200);
    let second = again.between("<p class=\"link\">", "</p>").unwrap();
    let second = second.replace("http://candor.test", "");
    browser.get("/staff/cases").await.expect(200);
    studio
        .admin
        .post(&format!("{path}/disabling"), &[])
        .await
        .expect(303);
    for one in [&browser, &other] {
        one.get("/staff/cases").await.expect(303);
        one.post("/staff/clients", &[("name", "X")])
            .await
            .expect(303);
    }
    for one in [&link, &second] {
        other.post(one, &[("password", PASSWORD)]).await.expect(404);
    }
    // Invited again: the password from before opens nothing until a new one is chosen.
    let third = studio
        .admin
        .post(&format!("{path}/invitation"), &[])
        .await
        .expect(200);
    let third = third.between("<p class=\"link\">", "</p>").unwrap();
    let third = third.replace("http://candor.test", "");
    other.post("/sign-in", &login).await.expect(422);
    browser.get("/staff/cases").await.expect(303);
    browser
        .post(&second, &[("password", PASSWORD)])
        .await
        .expect(404);
    let new = "another clipper set";
    browser.post(&third, &[("password", new)]).await.expect(303);
    browser.get("/staff/cases").await.expect(200);
}

#[tokio::test]
async fn s41_a_new_password_ends_every_other_session_and_link() {
    let studio = Studio::open().await;
    let (link, path) = invite(&studio, "Pat Again", "pat@studio.example").await;
    let old = studio.clinic.visitor();
    old.post(&link, &[("password", PASSWORD)]).await.expect(303);
    old.get("/staff/cases").await.expect(200);
    let again = studio
        .admin
        .post(&format!("{path}/invitation"), &[])
        .await
        .expect(200);
    let again = again.between("<p class=\"link\">", "</p>").unwrap();
    let again = again.replace("http://candor.test", "");
    let new = studio.clinic.visitor();
    new.post(&again, &[("password", "another clipper set")])
        .await
        .expect(303);
    new.get("/staff/cases").await.expect(200);
    old.get("/staff/cases").await.expect(303);
    old.post(&again, &[("password", PASSWORD)])
        .await
        .expect(404);
    let login = [("email", "pat@studio.example"), ("password", PASSWORD)];
    old.post("/sign-in", &login).await.expect(422);
}
