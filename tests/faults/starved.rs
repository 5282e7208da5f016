//! Photos take all that the machine has: whoever visits, or takes back, does not wait for them.

use candor::jobs;

use super::support::Process;
use crate::support::studio::{Studio, sized_photo};

/// F18: pages and pictures answer while big photos are developed, and a withdrawal counts at once.
#[tokio::test]
async fn f18_while_photos_are_developed_the_site_answers() {
    let studio = Studio::open().await;
    let app = &studio.clinic.app;
    let (phone, address) = studio.published("website").await;
    let media = studio.clinic.visitor().get(&address).await.expect(200);
    let media = media.media();
    for (seed, day) in [(91, "2026-07-01"), (92, "2026-07-02"), (93, "2026-07-03")] {
        let bytes = sized_photo(seed, 3200, 2400);
        studio.upload("session", day, bytes).await;
    }
    let process = Process::serve(&studio, true, 0).await.unwrap();
    let visitor = process.browser(&studio.clinic.visitor());
    let busy = async || app.db.read(jobs::counts).await.unwrap() != (0, 0);
    for path in media.iter().chain([&address]) {
        visitor.get(path).await.expect(200);
    }
    assert!(
        busy().await,
        "the photos were developed before anyone asked"
    );
    let phone = process.browser(&phone);
    let all = [("scope", "all")];
    phone.post("/c/withdrawal", &all).await.expect(303);
    for path in media.iter().chain([&address]) {
        visitor.get(path).await.expect(410);
    }
    assert!(
        busy().await,
        "the photos were developed before all was gone"
    );
    process.kill();
}
