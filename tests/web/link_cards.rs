//! Cards for previews of links: what stands on them anyone may know, and a story's goes with the story.

use std::io::Cursor;

use candor::imaging::{TextCard, text_card};
use image::ImageReader;

use crate::support::browser::{Browser, Page};
use crate::support::studio::Studio;

/// The address of a page's preview picture, as a path.
fn card_of(page: &Page) -> String {
    let address = page.between("property=\"og:image\" content=\"", "\"");
    let address = address.unwrap_or_else(|| panic!("no picture: {}", page.text()));
    address
        .strip_prefix("http://candor.test")
        .unwrap()
        .to_owned()
}

async fn card(visitor: &Browser, path: &str) -> Page {
    let card = visitor.get(path).await.expect(200);
    assert_eq!(card.header("content-type"), "image/png", "{path}");
    let picture = ImageReader::new(Cursor::new(&card.body))
        .with_guessed_format()
        .unwrap()
        .decode()
        .unwrap();
    assert_eq!((picture.width(), picture.height()), (1200, 630), "{path}");
    assert!(card.body.len() < 60_000, "{path}: {}", card.body.len());
    assert!(card.header("x-robots-tag").contains("noindex"), "{path}");
    card
}

#[tokio::test]
async fn g27_a_page_without_a_photo_to_lend_has_a_card_of_words() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let mut seen = Vec::new();
    for path in [
        "/",
        "/stories",
        "/treatments",
        "/treatments/scalp-micropigmentation",
        "/practitioners",
        "/locations",
        "/testimonials",
        "/find",
        "/how-we-collect",
        "/verified",
        &address,
    ] {
        let page = visitor.get(path).await.expect(200);
        let picture = card_of(&page);
        assert!(picture.ends_with("/card.png"), "{path}: {picture}");
        seen.push(card(&visitor, &picture).await.body);
        let again = card(&visitor, &picture).await;
        let tag = again.header("etag").to_owned();
        let known = visitor.get_with(&picture, &[("if-none-match", &tag)]).await;
        assert_eq!(known.status, 304, "{path}");
        // The address says all there is: nobody writes on our cards.
        let more = visitor.get(&format!("{picture}?title=Buy")).await;
        assert_eq!(more.status, 404, "{path}");
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 11, "each page has a card of its own");
    for path in [
        "/treatments/none/card.png",
        "/stories/none/card.png",
        "/staff/card.png",
        "/x/card.png",
    ] {
        assert_ne!(visitor.get(path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn s01_a_withdrawn_storys_card_is_gone() {
    let studio = Studio::open().await;
    let (phone, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let path = format!("{address}/card.png");
    let tag = card(&visitor, &path).await.header("etag").to_owned();
    phone
        .post("/c/withdrawal", &[("scope", "all")])
        .await
        .expect(303);
    visitor.get(&path).await.expect(410);
    let known = visitor.get_with(&path, &[("if-none-match", &tag)]).await;
    known.expect(410);
    studio.clinic.drain().await;
}

#[tokio::test]
async fn g27_a_storys_card_names_its_treatment_and_nothing_of_its_client() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let served = card(&visitor, &format!("{address}/card.png")).await.body;
    let only = TextCard {
        kind: "Before and after",
        title: "Scalp micropigmentation",
        foot: "North Light Studio",
        logo: None,
        accent: [0x1f, 0x56, 0x50],
        rtl: false,
    };
    assert!(served == text_card(&only).unwrap(), "the card says more");
    let titled = TextCard {
        title: "A crown that looks full again",
        ..only
    };
    assert!(served != text_card(&titled).unwrap());
}
