//! S52: what is logged is one line an event, and tells no secret and no name.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::faults::support::program;
use crate::support::browser::Browser;
use crate::support::studio::{CLIENT_MAIL, PASSWORD, Studio, photo};
use crate::support::wire;

#[tokio::test]
async fn s52_the_log_holds_no_secret_and_no_line_of_others() {
    let studio = Studio::open().await;
    studio.pair().await;
    studio.write_story().await;
    let link = studio.invite().await;
    let file = tempfile::NamedTempFile::new().unwrap();
    let address = wire::nobody();
    let mut child = program(&studio)
        .arg("serve")
        .env("CANDOR_LISTEN", address.to_string())
        .env("CANDOR_JOBS_IN_SERVE", "true")
        .env("CANDOR_LOG", "info,candor=trace")
        .stderr(Stdio::from(file.reopen().unwrap()))
        .spawn()
        .unwrap();
    let url = format!("http://{address}");
    let visitor = Browser::new(&url);
    let begun = Instant::now();
    while visitor
        .client
        .get(format!("{url}/healthz"))
        .send()
        .await
        .is_err()
    {
        assert!(begun.elapsed() < Duration::from_secs(60), "no answer");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }

    let forged = "x\r\n2026-11-27T10:00:00Z  INFO candor: all is well";
    let fields = [("email", forged), ("password", "hunter2 hunter2")];
    visitor.post("/sign-in", &fields).await;
    visitor
        .get("/stories/a%0d%0a2026-11-27%20INFO%20forged")
        .await;
    let odd = [
        ("user-agent", "evil\tagent"),
        ("x-forwarded-for", "1.1.1.1, forged"),
    ];
    visitor.get_with("/stories?q=%0aforged", &odd).await;
    visitor.get(&format!("{link}?next=%0aforged")).await;
    visitor.post(&link, &[]).await.expect(303);
    visitor.post("/c/code/new", &[]).await.expect(303);
    visitor.post("/c/code", &[("code", "000000")]).await;
    let staff = Browser {
        client: studio.staff.client.clone(),
        url: url.clone(),
    };
    let form = [
        ("name", "Nadia\nForged"),
        ("birth_date", "1990-01-02"),
        ("odd", "forged"),
    ];
    staff.post("/staff/clients", &form).await.expect(422);
    let upload = [
        ("stage", "before"),
        ("angle", "front"),
        ("taken_on", "2026-01-10"),
    ];
    let name = "Marc Dubois\r\nforged.jpg";
    let path = format!("/staff/cases/{}/photos", studio.case);
    staff.upload(&path, &upload, &[(name, photo(9))]).await;
    staff.post("/sign-out", &[]).await.expect(303);
    let sign_in = [("email", "staff@studio.example"), ("password", PASSWORD)];
    staff.post("/sign-in", &sign_in).await.expect(303);
    child.kill().unwrap();
    child.wait().unwrap();

    let log = std::fs::read_to_string(file.path()).unwrap();
    assert!(log.lines().count() > 10, "{log}");
    for line in log.lines() {
        let stamped = line.len() > 20 && line.starts_with("20") && line.as_bytes()[10] == b'T';
        assert!(stamped, "not a line of ours: {line:?}");
    }
    let token = link.rsplit('/').next().unwrap();
    let (id, proof) = token.split_once('.').unwrap();
    let config = studio.clinic.config();
    let signing = candor::hash::hex(config.secrets.signing.bytes());
    let secrets = [
        id,
        proof,
        PASSWORD,
        "hunter2",
        CLIENT_MAIL,
        "staff@studio.example",
        "Marc",
        "Dubois",
        "Nadia",
        "orged",
        "all is well",
        &signing,
    ];
    for secret in secrets {
        assert!(!log.contains(secret), "{secret} is in the log:\n{log}");
    }
}
