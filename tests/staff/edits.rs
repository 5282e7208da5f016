//! The page of a photo carries every edit there is, and drops none that it was not asked to drop.

use crate::support::browser::Page;
use crate::support::head::head;
use crate::support::studio::{Studio, photo};

/// All fields of the photo's form as a browser would send them, in their order.
fn fields(page: &Page) -> Vec<(String, String)> {
    let text = page.text();
    let (_, form) = text.split_once("id=\"photo-form\">").unwrap();
    let (form, _) = form.split_once("</form>").unwrap();
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let mut fields = Vec::new();
    for (start, _) in form.match_indices('<') {
        let tag = &form[start..start + form[start..].find('>').unwrap()];
        let Some(name) = attribute(tag, "name").filter(|name| name != "form_token") else {
            continue;
        };
        if tag.starts_with("<select") {
            let end = start + form[start..].find("</select>").unwrap();
            let options: Vec<&str> = form[start..end].split("<option").skip(1).collect();
            let chosen = options.iter().find(|one| one.contains(" selected"));
            let option = chosen.or(options.first()).unwrap();
            fields.push((name, attribute(option, "value").unwrap()));
        } else if tag.starts_with("<input")
            && (!tag.contains("checkbox") || tag.contains(" checked"))
        {
            fields.push((name, attribute(tag, "value").unwrap_or_default()));
        }
    }
    fields
}

fn all<'a>(fields: &'a [(String, String)], name: &str) -> Vec<&'a str> {
    let named = fields.iter().filter(|(key, _)| key == name);
    named.map(|(_, value)| value.as_str()).collect()
}

fn put(fields: &mut [(String, String)], changes: &[(&str, &str)]) {
    for (name, value) in changes {
        let field = fields.iter_mut().find(|(key, _)| key == name);
        *value_of(field) = (*value).to_owned();
    }
}

fn value_of(field: Option<&mut (String, String)>) -> &mut String {
    &mut field.expect("a field").1
}

async fn send(studio: &Studio, path: &str, fields: &[(String, String)]) -> Page {
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    studio.staff.post(path, &fields).await
}

async fn one_photo(studio: &Studio) -> String {
    let id = studio.upload("before", "2026-01-10", photo(1)).await;
    studio.clinic.drain().await;
    format!("/staff/photos/{id}")
}

const EVERY_EDIT: [(&str, &str); 15] = [
    ("mask_kind", "face"),
    ("mask_shape", "ellipse"),
    ("mask_style", "blur"),
    ("mask_x", "10.125"),
    ("mask_y", "20"),
    ("mask_width", "30"),
    ("mask_height", "10"),
    ("crop_x", "5"),
    ("crop_y", "6.789"),
    ("crop_width", "90"),
    ("crop_height", "80"),
    ("straighten", "-2.5"),
    ("focus_x", "40"),
    ("focus_y", "30"),
    ("turns", "0"),
];

#[tokio::test]
async fn saving_the_page_as_it_is_changes_nothing() {
    let studio = Studio::open().await;
    let path = one_photo(&studio).await;
    let mut edits = fields(&studio.staff.get(&path).await);
    put(&mut edits, &EVERY_EDIT);
    edits.push(("turn".into(), "right".into()));
    send(&studio, &path, &edits).await.expect(303);
    studio.clinic.drain().await;

    let page = studio.staff.get(&path).await;
    let shown = fields(&page);
    // Turned with the photo: a quarter to the right brings the upper left corner to the upper right.
    let told = |name| all(&shown, name)[0];
    assert_eq!(told("turns"), "1");
    assert_eq!((told("mask_x"), told("mask_y")), ("70", "10.125"));
    assert_eq!((told("mask_width"), told("mask_height")), ("10", "30"));
    assert_eq!((told("focus_x"), told("focus_y")), ("70", "40"));
    assert_eq!((told("crop_x"), told("crop_y")), ("13.211", "5"));
    assert_eq!(
        (told("mask_shape"), told("mask_style"), told("straighten")),
        ("ellipse", "blur", "-2.5")
    );
    assert!(
        page.text().contains("viewBox=\"0 0 350 700\""),
        "it is seen turned"
    );

    send(&studio, &path, &shown).await.expect(303);
    let page = studio.staff.get(&path).await;
    assert!(
        !page.text().contains("The versions are being made"),
        "the edits are the same, nothing is made anew"
    );
    let unrevised = |fields: Vec<(String, String)>| -> Vec<_> {
        let same = |(name, _): &(String, String)| name != "revision";
        fields.into_iter().filter(same).collect()
    };
    assert_eq!(unrevised(fields(&page)), unrevised(shown));
}

#[tokio::test]
async fn a_form_without_fields_for_an_edit_leaves_it_as_it_is() {
    let studio = Studio::open().await;
    let path = one_photo(&studio).await;
    let mut edits = fields(&studio.staff.get(&path).await);
    put(&mut edits, &EVERY_EDIT);
    put(&mut edits, &[("turns", "3")]);
    send(&studio, &path, &edits).await.expect(303);
    studio.clinic.drain().await;
    let before = fields(&studio.staff.get(&path).await);
    // As a page of an earlier version would send it.
    let earlier: Vec<_> = before
        .iter()
        .filter(|(name, _)| {
            !["turns", "mask_shape", "mask_style"].contains(&name.as_str())
                && !name.starts_with("focus")
        })
        .cloned()
        .collect();
    send(&studio, &path, &earlier).await.expect(303);
    let after = fields(&studio.staff.get(&path).await);
    for name in ["turns", "mask_shape", "mask_style", "focus_x", "mask_x"] {
        assert_eq!(all(&before, name), all(&after, name), "{name}");
    }
}

#[tokio::test]
async fn a_turned_photo_is_covered_where_it_was_marked() {
    let studio = Studio::open().await;
    let path = one_photo(&studio).await;
    let mut edits = fields(&studio.staff.get(&path).await);
    let mark = [
        ("turns", "1"),
        ("mask_kind", "mark"),
        ("mask_x", "0"),
        ("mask_y", "0"),
        ("mask_width", "50"),
        ("mask_height", "50"),
    ];
    put(&mut edits, &mark);
    send(&studio, &path, &edits).await.expect(303);
    studio.clinic.drain().await;
    let view = format!("{path}/view/full_face-320.jpg");
    let bytes = studio.staff.get(&view).await.expect(200).body;
    let picture = image::load_from_memory(&bytes).unwrap().to_rgb8();
    assert!(picture.height() > picture.width(), "it stands");
    // A JPEG keeps a colour within a few steps.
    let grey = |x: u32, y: u32| {
        let pixel = picture.get_pixel(x, y).0;
        let mut pairs = pixel.iter().zip([128, 122, 116]);
        pairs.all(|(one, other)| one.abs_diff(other) < 7)
    };
    let (width, height) = picture.dimensions();
    assert!(grey(width / 4, height / 4));
    assert!(!grey(width * 3 / 4, height / 4) && !grey(width / 4, height * 3 / 4));
}

#[tokio::test]
async fn what_was_refused_is_shown_again_as_it_was_typed() {
    let studio = Studio::open().await;
    let path = one_photo(&studio).await;
    let mut edits = fields(&studio.staff.get(&path).await);
    put(&mut edits, &EVERY_EDIT);
    put(&mut edits, &[("mask_width", "wide")]);
    let refused = send(&studio, &path, &edits).await.expect(422);
    let shown = fields(&refused);
    for (name, value) in EVERY_EDIT {
        let expected = if name == "mask_width" { "wide" } else { value };
        assert_eq!(all(&shown, name)[0], expected, "{name}");
    }
    // A cover without a place would cover nothing.
    for name in ["mask_x", "mask_y", "mask_width", "mask_height"] {
        put(&mut edits, &[(name, "")]);
    }
    let refused = send(&studio, &path, &edits).await.expect(422);
    assert!(refused.text().contains("Say where the cover is"));
}

#[tokio::test]
async fn masks_for_a_whole_angle_leave_each_photo_as_it_was_held() {
    let studio = Studio::open().await;
    let first = one_photo(&studio).await;
    let second = studio.upload("healed", "2026-06-20", photo(2)).await;
    studio.clinic.drain().await;
    let second = format!("/staff/photos/{second}");
    let mut edits = fields(&studio.staff.get(&second).await);
    put(
        &mut edits,
        &[("turns", "1"), ("focus_x", "25"), ("focus_y", "75")],
    );
    send(&studio, &second, &edits).await.expect(303);
    let mut edits = fields(&studio.staff.get(&first).await);
    put(&mut edits, &EVERY_EDIT);
    edits.push(("whole_angle".into(), "yes".into()));
    send(&studio, &first, &edits).await.expect(303);
    studio.clinic.drain().await;
    let shown = fields(&studio.staff.get(&second).await);
    let told = |name| all(&shown, name)[0];
    assert_eq!((told("turns"), told("focus_x")), ("1", "25"));
    assert_eq!((told("mask_x"), told("mask_y")), ("10.125", "20"));
}

/// A photo of a head seen from the front.
fn portrait() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    head()
        .write_to(&mut bytes, image::ImageFormat::Jpeg)
        .unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn a_face_is_suggested_and_covered_only_when_a_person_says_so() {
    let studio = Studio::open().await;
    let id = studio.upload("before", "2026-01-10", portrait()).await;
    studio.clinic.drain().await;
    let path = format!("/staff/photos/{id}");
    let page = studio.staff.get(&path).await;
    assert!(page.text().contains("Look for faces to cover"));
    let page = studio.staff.get(&format!("{path}?suggest=yes")).await;
    assert!(page.text().contains("Look before you accept"));
    let kinds = |page: &Page| all(&fields(page), "mask_kind").join(" ").trim().to_owned();
    assert_eq!(kinds(&page), "", "nothing is covered unasked");
    let text = page.text();
    let (_, button) = text.split_once("name=\"add\" value=\"eyes ").unwrap();
    let numbers = button.split('"').next().unwrap();
    let mut sent = fields(&page);
    sent.push(("add".into(), format!("eyes {numbers}")));
    send(&studio, &path, &sent).await.expect(303);
    studio.clinic.drain().await;
    let page = studio.staff.get(&path).await;
    assert_eq!(kinds(&page), "eyes");
    assert!(!page.text().contains("Look for faces"), "it was looked at");
    let view = format!("{path}/view/covered-320.jpg");
    let bytes = studio.staff.get(&view).await.expect(200).body;
    let picture = image::load_from_memory(&bytes).unwrap().to_rgb8();
    let eye = picture.get_pixel(238 * 320 / 560, 190 * 320 / 560).0;
    assert!(
        eye.iter()
            .zip([128, 122, 116])
            .all(|(a, b)| a.abs_diff(b) < 8)
    );
    for odd in ["eyes", "all 1 2 3 4", "eyes a b c d"] {
        let mut sent = fields(&page);
        sent.push(("add".into(), odd.into()));
        send(&studio, &path, &sent).await.expect(422);
    }
}
