//! Each browser gets the smallest file that it can read, of those the clinic has made.

use crate::support::app::Options;
use crate::support::studio::Studio;

#[tokio::test]
async fn webp_stands_between_avif_and_jpeg_where_the_clinic_has_it_made() {
    let studio = Studio::open_with(Options {
        webp: true,
        ..Options::default()
    })
    .await;
    let (phone, address) = studio.published("website").await;
    let visitor = studio.clinic.visitor();
    let page = visitor.get(&address).await.expect(200);
    let text = page.text();
    let picture = page.between("<picture>", "</picture>").unwrap();
    let place = |kind: &str| picture.find(kind).unwrap_or_else(|| panic!("{picture}"));
    assert!(place("type=\"image/avif\"") < place("type=\"image/webp\""));
    assert!(place("type=\"image/webp\"") < place("<img"));
    assert!(text.contains("<source type=\"image/webp\" srcset=\"/media/"));
    let media = page.media();
    let webp: Vec<&String> = media
        .iter()
        .filter(|path| path.ends_with(".webp"))
        .collect();
    let jpeg = media.iter().filter(|path| path.ends_with(".jpg")).count();
    assert_eq!(webp.len(), jpeg);
    for path in &webp {
        let file = visitor.get(path).await.expect(200);
        assert_eq!(file.header("content-type"), "image/webp");
        assert!(file.body.starts_with(b"RIFF"));
    }
    // A withdrawal takes them down like the others.
    let everything = [("scope", "all")];
    phone.post("/c/withdrawal", &everything).await.expect(303);
    for path in &media {
        visitor.get(path).await.expect(410);
    }
}

#[tokio::test]
async fn without_the_setting_there_is_no_webp() {
    let studio = Studio::open().await;
    let (_, address) = studio.published("website").await;
    let page = studio.clinic.visitor().get(&address).await.expect(200);
    assert!(page.text().contains("image/avif"));
    assert!(!page.text().contains("webp"));
}
