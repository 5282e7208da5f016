//! The clinic's look: any colour is made readable, any logo is made anew.

use std::io::Cursor;

use image::{ImageFormat, Rgba, RgbaImage};

use crate::support::browser::Page;
use crate::support::studio::Studio;

const LOOK: &str = "/admin/clinic/look";

async fn save(studio: &Studio, accent: &str, radius: &str, more: &[(&str, &str)]) -> Page {
    let revision = studio.admin.get(LOOK).await.expect(200).field("revision");
    let mut fields = vec![
        ("revision", revision.as_str()),
        ("accent", accent),
        ("radius", radius),
    ];
    fields.extend_from_slice(more);
    studio.admin.post(LOOK, &fields).await
}

/// The address of the generated sheet on the public pages.
async fn sheet(studio: &Studio) -> Option<String> {
    let home = studio.clinic.visitor().get("/").await.expect(200);
    let path = home.between("href=\"/theme-", "\"")?;
    Some(format!("/theme-{path}"))
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, two: &str) -> f64 {
    let (one, two) = (luminance(one), luminance(two));
    (one.max(two) + 0.05) / (one.min(two) + 0.05)
}

#[tokio::test]
async fn the_most_hostile_colour_still_reads_well() {
    let studio = Studio::open().await;
    assert_eq!(sheet(&studio).await, None, "nothing was chosen");
    let tokens = include_str!("../../static/css/tokens.css");
    let pair = |css: &str, name: &str| {
        let (_, rest) = css.split_once(&format!("{name}: light-dark(")).unwrap();
        let (light, rest) = rest.split_once(", ").unwrap();
        [light.to_owned(), rest.split(')').next().unwrap().to_owned()]
    };
    let mut addresses = Vec::new();
    for accent in ["#ffffff", "#000000", "#ffff00", "#00ffff", "#808080"] {
        save(&studio, accent, "", &[]).await.expect(303);
        let address = sheet(&studio).await.expect("a theme is linked");
        let answer = studio.clinic.visitor().get(&address).await.expect(200);
        assert_eq!(answer.header("content-type"), "text/css; charset=utf-8");
        assert!(answer.header("cache-control").contains("immutable"));
        let css = answer.text();
        let (accents, texts) = (pair(&css, "--accent"), pair(&css, "--on-accent"));
        for scheme in 0..2 {
            for surface in ["--bone", "--paper"] {
                let surface = &pair(tokens, surface)[scheme];
                let reached = contrast(&accents[scheme], surface);
                assert!(reached >= 4.5, "{accent}: {reached} on {surface}");
            }
            assert!(
                contrast(&accents[scheme], &texts[scheme]) >= 4.5,
                "{accent}"
            );
        }
        let page = studio.admin.get(LOOK).await.expect(200).text();
        assert!(page.contains("would be hard to read on"), "{accent}");
        addresses.push(address);
    }
    studio.clinic.visitor().get(&addresses[0]).await.expect(404);
    save(&studio, "", "", &[]).await.expect(303);
    assert_eq!(sheet(&studio).await, None, "back to ours");
}

#[tokio::test]
async fn a_look_is_tried_out_before_visitors_see_it() {
    let studio = Studio::open().await;
    let answer = save(&studio, "#8a2be2", "12", &[("try", "yes")])
        .await
        .expect(303);
    let page = studio.admin.get(&answer.location()).await.expect(200);
    assert!(page.text().contains("You are trying this look out"));
    let tried = page.between("href=\"/admin/clinic/look.css", "\"").unwrap();
    let tried = tried.replace("&amp;", "&");
    let css = format!("/admin/clinic/look.css{tried}");
    let css = studio.admin.get(&css).await.expect(200).text();
    assert!(css.contains("--radius: 12px;"), "{css}");
    assert_eq!(sheet(&studio).await, None);
    for (accent, radius) in [("red", ""), ("#12345", ""), ("", "17"), ("#fff;}", "")] {
        let page = save(&studio, accent, radius, &[]).await.expect(422);
        assert!(page.text().contains("class=\"error\""), "{accent} {radius}");
    }
    let hostile = "/admin/clinic/look.css?accent=%7D%20body%20%7B&radius=999";
    studio.admin.get(hostile).await.expect(404);
    // Two people, one look.
    let stale = [("revision", "0"), ("accent", "#8a2be2"), ("radius", "")];
    studio.admin.post(LOOK, &stale).await.expect(409);
}

/// A ring on a transparent ground.
fn ring(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| {
        let (dx, dy) = (
            x as f32 / width as f32 - 0.5,
            y as f32 / height as f32 - 0.5,
        );
        let near = (0.3..0.45).contains(&dx.hypot(dy));
        Rgba([180, 20, 60, if near { 255 } else { 0 }])
    })
}

fn written(picture: &RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    if format == ImageFormat::Jpeg {
        let opaque = image::DynamicImage::from(picture.clone()).into_rgb8();
        opaque.write_to(&mut bytes, format).unwrap();
    } else {
        picture.write_to(&mut bytes, format).unwrap();
    }
    bytes.into_inner()
}

async fn send(studio: &Studio, name: &str, bytes: Vec<u8>) -> Page {
    let revision = studio.admin.get(LOOK).await.expect(200).field("revision");
    let fields = [("revision", revision.as_str())];
    studio
        .admin
        .upload("/admin/clinic/logo", &fields, &[(name, bytes)])
        .await
}

#[tokio::test]
async fn s28_what_is_no_picture_is_refused_as_a_logo_with_a_sentence() {
    let studio = Studio::open().await;
    let svg =
        "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";
    let good = written(&ring(400, 200), ImageFormat::Png);
    let mut large = good.clone();
    large.resize(2 * 1024 * 1024 + 1, 0);
    for (name, bytes, sentence) in [
        ("logo.svg", svg.into(), "An SVG can carry scripts"),
        ("logo.png", svg.into(), "An SVG can carry scripts"),
        ("logo.png", b"<html>".to_vec(), "not a picture we can use"),
        (
            "logo.gif",
            b"GIF89a\x01\0\x01\0".to_vec(),
            "not a picture we can use",
        ),
        ("logo.png", Vec::new(), "choose a file first"),
        ("logo.png", large, "too large"),
        (
            "logo.png",
            good[..good.len() / 2].to_vec(),
            "damaged or incomplete",
        ),
        (
            "dot.png",
            written(&ring(8, 8), ImageFormat::Png),
            "smaller than 16 pixels",
        ),
    ] {
        let page = send(&studio, name, bytes).await.expect(422);
        assert!(page.text().contains(sentence), "{name}: {}", page.text());
    }
    assert!(
        !studio
            .clinic
            .visitor()
            .get("/")
            .await
            .text()
            .contains("/logo-")
    );
}

#[tokio::test]
async fn s29_a_logo_is_made_anew_and_replaced_whole() {
    let studio = Studio::open().await;
    let visitor = studio.clinic.visitor();
    let mut addresses: Vec<String> = Vec::new();
    for (blue, format, transparent) in [
        (60, ImageFormat::Png, true),
        (70, ImageFormat::WebP, true),
        (80, ImageFormat::Jpeg, false),
    ] {
        let mut picture = ring(900, 300);
        picture.pixels_mut().for_each(|pixel| pixel[2] = blue);
        let given = written(&picture, format);
        send(&studio, "logo", given.clone()).await.expect(303);
        studio.clinic.drain().await;
        let page = studio.admin.get(LOOK).await.expect(200);
        let name = page.between("src=\"/logo-", "\"").expect("it is shown");
        let address = format!("/logo-{name}");
        let answer = visitor.get(&address).await.expect(200);
        assert_eq!(answer.header("content-type"), "image/png");
        assert!(answer.header("cache-control").contains("immutable"));
        assert_ne!(answer.body, given);
        let kept = image::load_from_memory_with_format(&answer.body, ImageFormat::Png)
            .unwrap()
            .into_rgba8();
        assert_eq!((kept.width(), kept.height()), (384, 128));
        assert_eq!(kept.get_pixel(0, 0)[3] == 0, transparent, "{format:?}");
        let [red, green, blue, alpha] = kept.get_pixel(192, 15).0;
        assert!(
            alpha > 200 && red > 150 && green < 60 && blue < 100,
            "{format:?}"
        );
        let home = visitor.get("/").await.expect(200).text();
        assert!(home.contains(&format!("src=\"{address}\"")), "{format:?}");
        if let Some(old) = addresses.last() {
            visitor.get(old).await.expect(404);
        }
        addresses.push(address);
    }
    let revision = studio.admin.get(LOOK).await.field("revision");
    let fields = [("revision", revision.as_str())];
    studio
        .admin
        .post("/admin/clinic/logo/delete", &fields)
        .await
        .expect(303);
    studio.clinic.drain().await;
    visitor.get(&addresses[2]).await.expect(404);
    assert!(!visitor.get("/").await.text().contains("/logo-"));
    assert!(
        studio
            .clinic
            .app
            .storage
            .list("logos/")
            .await
            .unwrap()
            .is_empty()
    );
    studio
        .admin
        .post("/admin/clinic/logo/delete", &fields)
        .await
        .expect(409);
}

/// As PNG checks its chunks.
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ (0xEDB8_8320 * (crc & 1))
        })
    })
}

#[tokio::test]
async fn a_logo_carries_no_hidden_data() {
    let studio = Studio::open().await;
    // A text chunk right behind the header: 8 bytes of signature, 25 of IHDR.
    let mut given = written(&ring(64, 64), ImageFormat::Png);
    let named = b"tEXtAuthor\0Marc Dub";
    let mut chunk = 15_u32.to_be_bytes().to_vec();
    chunk.extend(named);
    chunk.extend(crc32(named).to_be_bytes());
    given.splice(33..33, chunk);
    send(&studio, "logo.png", given).await.expect(303);
    let page = studio.admin.get(LOOK).await.expect(200);
    let name = page.between("src=\"/logo-", "\"").expect("it is shown");
    let answer = studio
        .clinic
        .visitor()
        .get(&format!("/logo-{name}"))
        .await
        .expect(200);
    let mut rest = &answer.body[8..];
    while rest.len() >= 12 {
        let length = u32::from_be_bytes(rest[..4].try_into().unwrap()) as usize;
        let kind = &rest[4..8];
        assert!(
            [b"IHDR", b"IDAT", b"IEND"].iter().any(|k| *k == kind),
            "{kind:?}"
        );
        rest = &rest[length + 12..];
    }
    assert!(rest.is_empty());
    studio.clinic.drain().await;
}
