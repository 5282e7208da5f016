//! The first minutes of an installation, and two people at the same form.

use std::time::Duration;

use crate::support::app::{Options, TestApp};
use crate::support::studio::{PASSWORD, Studio};

#[tokio::test]
async fn journey_begins_with_the_first_account_once() {
    let clinic = TestApp::start().await;
    let owner = clinic.visitor();
    assert_eq!(
        owner.get("/sign-in").await.expect(303).location(),
        "/first-run"
    );
    let weak = [
        ("name", "Ada"),
        ("email", "ada@studio.example"),
        ("password", "short"),
    ];
    assert!(
        owner
            .post("/first-run", &weak)
            .await
            .expect(422)
            .text()
            .contains("12 to 128 characters")
    );
    let good = [
        ("name", "Ada"),
        ("email", "ada@studio.example"),
        ("password", PASSWORD),
    ];
    owner.post("/first-run", &good).await.expect(303);
    // Nobody else becomes an admin this way.
    let stranger = clinic.visitor();
    stranger.get("/first-run").await.expect(404);
    stranger.post("/first-run", &good).await.expect(404);
    owner.get("/admin/users").await.expect(200);
}

#[tokio::test]
async fn journey_two_people_change_one_record_and_see_both_versions() {
    let studio = Studio::open().await;
    let path = format!("/staff/clients/{}", studio.client);
    let form = |name: &'static str| {
        [
            ("name", name),
            ("birth_date", "1984-03-09"),
            ("revision", "1"),
        ]
    };
    studio
        .staff
        .post(&path, &form("Marc Dubois-Lee"))
        .await
        .expect(303);
    let told = studio
        .admin
        .post(&path, &form("Mark Dubois"))
        .await
        .expect(409)
        .text();
    assert!(
        told.contains("Mark Dubois") && told.contains("Marc Dubois-Lee"),
        "{told}"
    );
    let kept = studio.staff.get(&path).await.expect(200).text();
    assert!(
        kept.contains("Marc Dubois-Lee") && !kept.contains("Mark Dubois"),
        "{kept}"
    );
}

/// The two zones lie 25 hours apart, so that a moment is never of the same day in both.
#[tokio::test]
async fn journey_days_are_those_of_the_clinic() {
    let studio = Studio::open().await;
    let mut days = Vec::new();
    for (zone, revision) in [("Pacific/Kiritimati", "1"), ("Pacific/Pago_Pago", "2")] {
        let fields = [
            ("name", "North Light Studio"),
            ("time_zone", zone),
            ("about", ""),
            ("revision", revision),
        ];
        studio
            .admin
            .post("/admin/clinic", &fields)
            .await
            .expect(303);
        let page = studio.staff.get("/staff/cases").await.expect(200).text();
        let (_, row) = page.split_once("Marc Dubois").unwrap();
        days.push(row.split("</tr>").next().unwrap().to_owned());
    }
    assert_ne!(days[0], days[1]);
}

/// Two instances on one database and one store: what one does, the other shows.
#[tokio::test]
async fn journey_a_withdrawal_on_one_instance_is_seen_on_the_other() {
    let studio = Studio::open().await;
    let beside = Some(studio.clinic.config());
    let other = TestApp::start_with(Options {
        beside,
        ..Options::default()
    })
    .await;
    let (phone, address) = studio.published("website").await;
    let visitor = other.visitor();
    let story = visitor.get(&address).await.expect(200);
    for path in story.media() {
        visitor.get(&path).await.expect(200);
    }
    phone
        .post("/c/withdrawal", &[("scope", "channel:website")])
        .await
        .expect(303);
    visitor.until(&address, 410, Duration::from_secs(1)).await;
    for path in story.media() {
        visitor.get(&path).await.expect(410);
    }
}
