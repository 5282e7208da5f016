//! Private links and sessions.

use futures_util::future::join_all;

use crate::support::app::{Options, TestApp};
use crate::support::browser::Browser;
use crate::support::studio::{PASSWORD, Studio, answer_all};

#[tokio::test]
async fn s08_a_clients_link_opens_nobody_elses_photos() {
    let studio = Studio::open().await;
    let (before, _) = studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    phone
        .get(&format!("/c/photos/{before}/area_only.jpg"))
        .await
        .expect(200);

    let fields = [
        ("name", "Paula Other"),
        ("email", crate::support::studio::CLIENT_MAIL),
        ("birth_date", "1990-01-01"),
    ];
    let other = studio
        .staff
        .post("/staff/clients", &fields)
        .await
        .expect(303)
        .location();
    let other = other.rsplit('/').next().unwrap().to_owned();
    let case = crate::support::studio::add_case(&studio.staff, &other).await;
    let theirs = Studio {
        client: other,
        case,
        ..studio
    };
    let hers = {
        let path = format!("/staff/cases/{}/photos", theirs.case);
        let fields = [
            ("stage", "before"),
            ("angle", "front"),
            ("taken_on", "2026-01-11"),
        ];
        let file = crate::support::studio::photo(77);
        let told = theirs
            .staff
            .upload(&path, &fields, &[("a.jpg", file)])
            .await
            .expect(201);
        let told: serde_json::Value = serde_json::from_slice(&told.body).unwrap();
        told["files"][0]["photo"].as_str().unwrap().to_owned()
    };
    theirs.clinic.drain().await;
    phone
        .get(&format!("/c/photos/{hers}/full_face.jpg"))
        .await
        .expect(404);
    phone
        .get(&format!("/staff/photos/{hers}/view/full_face-640.jpg"))
        .await
        .expect(303);
}

#[tokio::test]
async fn s18_forged_and_shortened_tokens_open_nothing() {
    let studio = Studio::open().await;
    studio.pair().await;
    let link = studio.invite().await;
    let visitor = studio.clinic.visitor();
    visitor.get(&link).await.expect(200);
    let mut forged = link.clone();
    forged.pop();
    for bad in [
        forged.clone(),
        format!("{forged}0"),
        format!("{forged}f"),
        link.to_uppercase().replace("/C/", "/c/"),
    ] {
        if bad != link {
            visitor.get(&bad).await.expect(404);
            visitor.post(&bad, &[]).await.expect(404);
        }
    }
    // A new link ends the old one.
    studio.invite().await;
    visitor.get(&link).await.expect(404);
}

#[tokio::test]
async fn s17_tokens_stay_out_of_pages_and_referrers() {
    let studio = Studio::open().await;
    studio.pair().await;
    let link = studio.invite().await;
    let secret = link.rsplit('.').next().unwrap().to_owned();
    let phone = studio.clinic.visitor();
    let opened = phone.get(&link).await.expect(200);
    assert_eq!(opened.header("referrer-policy"), "no-referrer");
    assert_eq!(opened.header("cache-control"), "no-store");
    let onward = phone.post(&link, &[]).await.expect(303);
    assert_eq!(onward.location(), "/c/ask");
    for path in ["/c/code", "/c/manage"] {
        assert!(!phone.get(path).await.text().contains(&secret), "{path}");
    }
    // A link alone shows no photo and grants nothing.
    assert_eq!(
        phone.get("/c/ask/pictures").await.expect(303).location(),
        "/c/code"
    );
    phone
        .post("/c/ask/place", &[("place", "website"), ("revision", "1")])
        .await
        .expect(403);
}

/// A client's browser that was mailed a code; the code, and another one.
async fn with_a_code() -> (Studio, Browser, String, String) {
    let studio = Studio::open().await;
    studio.pair().await;
    let link = studio.invite().await;
    let phone = studio.clinic.visitor();
    phone.post(&link, &[]).await.expect(303);
    phone.post("/c/code/new", &[]).await.expect(303);
    studio.clinic.drain().await;
    let mail = studio.clinic.mail_to(crate::support::studio::CLIENT_MAIL);
    let code: String = mail
        .text
        .split("code is ")
        .nth(1)
        .unwrap()
        .chars()
        .take(6)
        .collect();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    (studio, phone, code, wrong.to_owned())
}

#[tokio::test]
async fn s18_a_code_is_tried_five_times_at_most() {
    let (_studio, phone, code, wrong) = with_a_code().await;
    for _ in 0..5 {
        phone.post("/c/code", &[("code", &wrong)]).await.expect(422);
    }
    let spent = phone
        .post("/c/code", &[("code", &code)])
        .await
        .expect(422)
        .text();
    assert!(spent.contains("no longer works"), "{spent}");
}

/// On PostgreSQL many transactions read at once what each of them is about to count.
#[tokio::test]
async fn s18_guesses_of_a_code_at_one_moment_are_no_more_than_five() {
    let (_studio, phone, code, wrong) = with_a_code().await;
    let token = phone.token().await;
    let guesses = (0..30).map(async |_| {
        let fields = [("form_token", token.as_str()), ("code", wrong.as_str())];
        phone.post_bare("/c/code", &fields).await.expect(422).text()
    });
    let told = join_all(guesses).await;
    let compared = told.iter().filter(|page| !page.contains("no longer works"));
    assert_eq!(compared.count(), 5);
    phone.post("/c/code", &[("code", &code)]).await.expect(422);
}

#[tokio::test]
async fn s39_sessions_end_when_they_should() {
    let studio = Studio::open().await;
    let login = [("email", "staff@studio.example"), ("password", PASSWORD)];
    let browser = studio.clinic.visitor();
    let first = browser.post("/sign-in", &login).await.expect(303);
    let cookie = first
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|v| v.to_str().unwrap().to_owned())
        .find(|c| c.contains("session"))
        .unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let second = studio
        .clinic
        .visitor()
        .post("/sign-in", &login)
        .await
        .expect(303);
    assert!(
        !second
            .headers
            .get_all("set-cookie")
            .iter()
            .any(|c| c.to_str().unwrap() == cookie)
    );

    browser.get("/staff/cases").await.expect(200);
    browser.post("/sign-out", &[]).await.expect(303);
    browser.get("/staff/cases").await.expect(303);
    // Replaying the old cookie opens nothing.
    let old = cookie.split(';').next().unwrap().to_owned();
    studio
        .clinic
        .visitor()
        .get_with("/staff/cases", &[("cookie", &old)])
        .await
        .expect(303);

    // A disabled account is out at once, and gets the same answer as a wrong password.
    let user = studio.admin.get("/admin/users").await.expect(200).text();
    let place = user.find("Sam Staff").unwrap();
    let id = user[..place]
        .rsplit("/admin/users/")
        .next()
        .unwrap()
        .split('"')
        .next()
        .unwrap()
        .to_owned();
    studio.staff.get("/staff/cases").await.expect(200);
    studio
        .admin
        .post(&format!("/admin/users/{id}/disabling"), &[])
        .await
        .expect(303);
    studio.staff.get("/staff/cases").await.expect(303);
    let told = studio
        .clinic
        .visitor()
        .post("/sign-in", &login)
        .await
        .expect(422)
        .text();
    let wrong = studio
        .clinic
        .visitor()
        .post(
            "/sign-in",
            &[("email", "nobody@studio.example"), ("password", PASSWORD)],
        )
        .await
        .expect(422)
        .text();
    let sentence = "This address and password do not fit together.";
    assert!(told.contains(sentence) && wrong.contains(sentence));
}

#[tokio::test]
async fn s39_sessions_are_idle_for_half_an_hour_at_most() {
    let studio = Studio::open().await;
    studio.staff.get("/staff/cases").await.expect(200);
    studio
        .clinic
        .app
        .db
        .set_clock_offset(chrono::Duration::minutes(31));
    studio.staff.get("/staff/cases").await.expect(303);
}

#[tokio::test]
async fn s43_failed_sign_ins_wait_longer_and_longer() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let wrong = [
        ("email", "staff@studio.example"),
        ("password", "not the password"),
    ];
    let mut codes = Vec::new();
    for _ in 0..7 {
        codes.push(visitor.post("/sign-in", &wrong).await.status);
    }
    assert!(codes.contains(&429) && codes[0] == 422, "{codes:?}");
    studio
        .clinic
        .app
        .db
        .set_clock_offset(chrono::Duration::minutes(31));
    visitor
        .post(
            "/sign-in",
            &[("email", "staff@studio.example"), ("password", PASSWORD)],
        )
        .await
        .expect(303);
}

/// An account is one however its address is written, and so is the sender, whatever a header says of them.
#[tokio::test]
async fn s38_the_wait_is_not_shortened_by_another_spelling_or_another_sender() {
    let studio = Studio::open().await;
    let guess = async |email: &str, headers: &[(&str, &str)]| {
        let visitor = studio.clinic.visitor();
        let token = visitor.token().await;
        let mut request = visitor.client.post(format!("{}/sign-in", visitor.url));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let fields = [
            ("form_token", token.as_str()),
            ("email", email),
            ("password", "not the password"),
        ];
        request
            .form(&fields)
            .send()
            .await
            .unwrap()
            .status()
            .as_u16()
    };
    for _ in 0..5 {
        assert_eq!(guess("staff@studio.example", &[]).await, 422);
    }
    for email in [
        "staff@studio.example",
        "STAFF@studio.example",
        "Staff@Studio.Example",
        " staff@studio.example ",
        "staff@studio.example\u{0}",
        "nobody@studio.example",
    ] {
        for header in [
            "x-forwarded-for",
            "X-Real-IP",
            "forwarded",
            "x-client-ip",
            "true-client-ip",
        ] {
            let told = guess(email, &[(header, "203.0.113.9"), (header, "198.51.100.1")]).await;
            assert_eq!(told, 429, "{email} {header}");
        }
    }
}

/// Behind a proxy of ours each visitor has an address, and who has one network has one wait.
#[tokio::test]
async fn s38_an_address_of_version_6_is_counted_with_its_network() {
    let studio = Studio::open().await;
    let mut config = studio.clinic.config();
    config.web.trusted_proxies = vec![std::net::IpAddr::from([127, 0, 0, 1])];
    let beside = Options {
        beside: Some(config),
        ..Options::default()
    };
    let proxied = TestApp::start_with(beside).await;
    let guess = async |sender: &str, account: u32| {
        let visitor = proxied.visitor();
        let token = visitor.token().await;
        let request = visitor.client.post(format!("{}/sign-in", visitor.url));
        let email = format!("someone{account}@studio.example");
        let fields = [
            ("form_token", token.as_str()),
            ("email", &email),
            ("password", "not the password"),
        ];
        let request = request.header("x-forwarded-for", sender).form(&fields);
        request.send().await.unwrap().status().as_u16()
    };
    for n in 1..=5 {
        assert_eq!(guess(&format!("2001:db8::{n}"), n).await, 422);
    }
    assert_eq!(guess("2001:db8::ffff:1", 6).await, 429);
    assert_eq!(guess("2001:db8:0:1::1", 7).await, 422, "another network");
    // What a visitor writes before our proxy writes is not believed.
    assert_eq!(guess("2001:db8:0:2::1, 2001:db8::6", 8).await, 429);
}

/// G18: the words on the page are the client's, letter by letter, and staff have no field to type them in.
#[tokio::test]
async fn g18_words_are_verbatim() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let phone = studio.open_link(&studio.invite().await).await;
    let words = "It's  fine, I <3 it.\nNot perfect; \"good\".";
    answer_all(&phone, "website", "none", Some(words)).await;
    studio.clinic.drain().await;
    let story = studio.submit().await;
    studio.decide(&story, "approve", &[]).await.expect(303);
    let list = studio.clinic.visitor().get("/stories").await.expect(200);
    let slug = list.between("href=\"/stories/", "\"").unwrap();
    let page = studio
        .clinic
        .visitor()
        .get(&format!("/stories/{slug}"))
        .await
        .text();
    let shown = "It&#x27;s  fine, I &lt;3 it.\nNot perfect; &quot;good&quot;.";
    assert!(
        page.contains(shown) || page.contains(&shown.replace("&#x27;", "&#39;")),
        "{page}"
    );
}
