//! The second factor: not to be skipped, replayed or guessed (S42), and asked of those who decide (G24).

use chrono::{Duration, NaiveDateTime};

use crate::support::authenticator::{Authenticator, enrol};
use crate::support::browser::Browser;
use crate::support::studio::{PASSWORD, Studio, member};

const MODERATOR: &str = "moderator@studio.example";

/// The time of the clinic, moved on by so many minutes since the test began.
async fn later(studio: &Studio, minutes: i64) -> NaiveDateTime {
    let db = &studio.clinic.app.db;
    db.set_clock_offset(Duration::minutes(minutes));
    db.read(|conn| conn.now()).await.unwrap()
}

/// Signs in as far as a password gets one; where that leads.
async fn password(browser: &Browser, email: &str) -> String {
    let fields = [("email", email), ("password", PASSWORD)];
    browser
        .post("/sign-in", &fields)
        .await
        .expect(303)
        .location()
}

async fn give(browser: &Browser, code: &str) -> u16 {
    browser
        .post("/sign-in/code", &[("code", code)])
        .await
        .status
}

async fn enrolled(studio: &Studio) -> (Authenticator, Vec<String>) {
    let now = later(studio, 0).await;
    let (app, codes) = enrol(&studio.moderator, now).await;
    assert_eq!(codes.len(), 10);
    (app, codes)
}

#[tokio::test]
async fn s42_a_password_alone_opens_nothing() {
    let studio = Studio::open().await;
    let (app, _) = enrolled(&studio).await;
    let now = later(&studio, 1).await;
    let browser = studio.clinic.visitor();
    let first = browser
        .post("/sign-in", &[("email", MODERATOR), ("password", PASSWORD)])
        .await
        .expect(303);
    assert_eq!(first.location(), "/sign-in/code");
    assert_eq!(
        browser.get("/moderation").await.expect(303).location(),
        "/sign-in"
    );
    browser
        .post("/account/code", &[("code", "1")])
        .await
        .expect(303);
    // What was given for the next step is no session under another name.
    let cookie = first
        .header("set-cookie")
        .split(';')
        .next()
        .unwrap()
        .to_owned();
    let (_, token) = cookie.split_once('=').unwrap();
    let stranger = studio.clinic.visitor();
    let posed = format!("candor-session={token}");
    stranger
        .get_with("/moderation", &[("cookie", &posed)])
        .await
        .expect(303);
    browser.get("/sign-in/code").await.expect(200);
    assert_eq!(give(&browser, &app.code(now)).await, 303);
    browser.get("/moderation").await.expect(200);
    // The question is over, for this browser and every copy of its cookie.
    browser.get("/sign-in/code").await.expect(303);
    stranger
        .get_with("/sign-in/code", &[("cookie", &cookie)])
        .await
        .expect(303);
    // Ten minutes are enough to find one's phone.
    let slow = studio.clinic.visitor();
    assert_eq!(password(&slow, MODERATOR).await, "/sign-in/code");
    let now = later(&studio, 12).await;
    let over = slow
        .post("/sign-in/code", &[("code", &app.code(now))])
        .await;
    assert_eq!(over.expect(303).location(), "/sign-in");
    slow.get("/moderation").await.expect(303);
}

#[tokio::test]
async fn s42_a_mailed_link_does_not_lead_around_it() {
    let studio = Studio::open().await;
    let (app, _) = enrolled(&studio).await;
    let browser = studio.clinic.visitor();
    browser
        .post("/password-reset", &[("email", MODERATOR)])
        .await
        .expect(200);
    let mailed = || {
        let sent = studio.clinic.app.mailer.sent();
        sent.into_iter()
            .find(|mail| mail.to == MODERATOR && mail.text.contains("choose a new password"))
    };
    while mailed().is_none() {
        tokio::task::yield_now().await;
    }
    let text = mailed().unwrap().text;
    let link = text.split("http://candor.test").nth(1).unwrap();
    let link = link.split_whitespace().next().unwrap();
    let chosen = browser
        .post(link, &[("password", PASSWORD)])
        .await
        .expect(303);
    assert_eq!(chosen.location(), "/sign-in/code");
    browser.get("/moderation").await.expect(303);
    studio.moderator.get("/moderation").await.expect(303);
    let now = later(&studio, 1).await;
    assert_eq!(give(&browser, &app.code(now)).await, 303);
    browser.get("/moderation").await.expect(200);
}

#[tokio::test]
async fn s42_no_code_counts_twice() {
    let studio = Studio::open().await;
    let now = later(&studio, 0).await;
    let (app, codes) = enrol(&studio.moderator, now).await;
    // Not even the one that switched it on.
    let browser = studio.clinic.visitor();
    password(&browser, MODERATOR).await;
    assert_eq!(give(&browser, &app.code(now)).await, 422);
    let now = later(&studio, 1).await;
    let code = app.code(now);
    assert_eq!(give(&browser, &code).await, 303);
    let second = studio.clinic.visitor();
    password(&second, MODERATOR).await;
    assert_eq!(give(&second, &code).await, 422);
    second.get("/moderation").await.expect(303);
    // A recovery code, however it is typed.
    assert_eq!(
        give(&second, &codes[0].to_uppercase().replace('-', " ")).await,
        303
    );
    second.get("/moderation").await.expect(200);
    let third = studio.clinic.visitor();
    password(&third, MODERATOR).await;
    assert_eq!(give(&third, &codes[0]).await, 422);
    assert_eq!(give(&third, &codes[1]).await, 303);
    assert!(
        third
            .get("/account")
            .await
            .expect(200)
            .text()
            .contains("8 recovery codes are left")
    );
    // New ones end the old ones.
    let now = later(&studio, 2).await;
    let made = third
        .post("/account/recovery-codes", &[("new_code", &app.code(now))])
        .await;
    assert!(!made.expect(200).text().contains(&codes[2]));
    let fourth = studio.clinic.visitor();
    password(&fourth, MODERATOR).await;
    assert_eq!(give(&fourth, &codes[2]).await, 422);
}

#[tokio::test]
async fn s42_five_tries_then_a_wait_that_grows() {
    let studio = Studio::open().await;
    let (app, _) = enrolled(&studio).await;
    let now = later(&studio, 1).await;
    let wrong = |right: &str| {
        if right == "123456" {
            "654321"
        } else {
            "123456"
        }
    };
    let browser = studio.clinic.visitor();
    password(&browser, MODERATOR).await;
    for _ in 0..5 {
        assert_eq!(give(&browser, wrong(&app.code(now))).await, 422);
    }
    // Whoever goes on as soon as they may waits longer each time.
    let mut minutes = 1;
    for _ in 0..7 {
        minutes += 5;
        let now = later(&studio, minutes).await;
        studio.moderator.get("/moderation").await.expect(200);
        let again = studio.clinic.visitor();
        password(&again, MODERATOR).await;
        assert_eq!(give(&again, wrong(&app.code(now))).await, 422);
    }
    // Now it is minutes. Beginning anew does not help, nor does a session of one's own, nor the right code.
    let now = later(&studio, minutes + 1).await;
    let right = app.code(now);
    let other = studio.clinic.visitor();
    password(&other, MODERATOR).await;
    assert_eq!(give(&other, &right).await, 429);
    studio
        .moderator
        .post("/account/second-factor/delete", &[("off_code", &right)])
        .await
        .expect(429);
    // Never locked out for good.
    let now = later(&studio, minutes + 6).await;
    assert_eq!(give(&other, &app.code(now)).await, 303);
}

#[tokio::test]
async fn s42_an_unlocked_screen_sets_up_and_switches_off_nothing() {
    let studio = Studio::open().await;
    let (browser, path) = (&studio.moderator, "/account/second-factor");
    browser
        .post(path, &[("password", "not my password")])
        .await
        .expect(422);
    assert_eq!(browser.get(path).await.expect(303).location(), "/account");
    enrolled(&studio).await;
    // The key of one that is on is shown no more, and no other takes its place.
    assert_eq!(browser.get(path).await.expect(303).location(), "/account");
    browser
        .post(path, &[("password", PASSWORD)])
        .await
        .expect(409);
    browser
        .post("/account/second-factor/delete", &[("off_code", "000000")])
        .await
        .expect(422);
    browser
        .post("/account/recovery-codes", &[("new_code", "")])
        .await
        .expect(422);
    let again = studio.clinic.visitor();
    assert_eq!(password(&again, MODERATOR).await, "/sign-in/code");
}

#[tokio::test]
async fn s41_s42_an_admin_lets_someone_begin_anew_and_it_is_written_down() {
    let studio = Studio::open().await;
    enrolled(&studio).await;
    let half = studio.clinic.visitor();
    password(&half, MODERATOR).await;
    let path = format!(
        "/admin/users/{}/second-factor/delete",
        id_of(&studio, "Mo Moderator").await
    );
    studio.staff.post(&path, &[]).await.expect(403);
    studio.admin.post(&path, &[]).await.expect(303);
    studio.moderator.get("/moderation").await.expect(303);
    half.get("/sign-in/code").await.expect(303);
    let verb = |conn: &mut candor::db::Conn| candor::audit::latest(conn, "account.factor_reset");
    assert!(studio.clinic.app.db.read(verb).await.unwrap().is_some());
    let again = studio.clinic.visitor();
    assert_eq!(password(&again, MODERATOR).await, "/staff");
    // One's own takes a code.
    let own = format!(
        "/admin/users/{}/second-factor/delete",
        id_of(&studio, "Ada Owner").await
    );
    studio.admin.post(&own, &[]).await.expect(403);
}

async fn rule(studio: &Studio, rule: &str) {
    let fields = [("rule", rule)];
    let path = "/admin/second-factor";
    studio.admin.post(path, &fields).await.expect(303);
}

async fn id_of(studio: &Studio, name: &str) -> String {
    let text = studio.admin.get("/admin/users").await.expect(200).text();
    // The last: whoever looks stands at the top of the page, too.
    let before = &text[..text.rfind(name).unwrap()];
    let id = before.rsplit("/admin/users/").next().unwrap();
    id.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn g24_from_four_accounts_on_whoever_decides_gives_a_second_factor() {
    let studio = Studio::open().await;
    studio.signed("website").await;
    let story = studio.submit().await;
    member(&studio.clinic, &studio.admin, "Fourth Person", "admin").await;
    let refused = studio
        .decide(&story, "approve", &[])
        .await
        .expect(409)
        .text();
    assert!(
        refused.contains("Your clinic asks those who decide for a second factor."),
        "{refused}"
    );
    // Sending it back shows nothing to anyone, and needs none; the clinic may decide otherwise.
    rule(&studio, "never").await;
    let page = format!("/moderation/stories/{story}");
    assert!(
        !studio
            .moderator
            .get(&page)
            .await
            .text()
            .contains("second factor")
    );
    rule(&studio, "always").await;
    let (app, _) = enrolled(&studio).await;
    assert!(
        !studio
            .moderator
            .get(&page)
            .await
            .text()
            .contains("second factor")
    );
    // Hours later, in the same session, the last code is too old.
    let mut now = later(&studio, 0).await;
    for minutes in (25..=250).step_by(25) {
        now = later(&studio, minutes).await;
        studio.moderator.get("/moderation").await.expect(200);
    }
    let refused = studio
        .decide(&story, "approve", &[])
        .await
        .expect(409)
        .text();
    let back = format!("/account/code?back={page}");
    assert!(refused.contains(&back), "{refused}");
    studio.moderator.get(&back).await.expect(200);
    let wrong = [("code", "1"), ("back", page.as_str())];
    studio
        .moderator
        .post("/account/code", &wrong)
        .await
        .expect(422);
    let code = app.code(now);
    let given = [("code", code.as_str()), ("back", page.as_str())];
    let on = studio
        .moderator
        .post("/account/code", &given)
        .await
        .expect(303);
    assert_eq!(on.location(), page);
    studio.decide(&story, "approve", &[]).await.expect(303);
}
