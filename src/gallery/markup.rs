//! What search engines are told in their own words (schema.org as JSON-LD): whose clinic it is, where a story stands, whose
//! pictures they are. Nothing about stars: a clinic can't rate itself.

use serde_json::{Value, json};

use super::story::PublicStory;
use crate::clinic::{Location, Treatment};
use crate::web::House;

/// The clinic, for its first page; `link` makes an address of a path.
pub(super) fn of_clinic(
    house: &House,
    places: &[Location],
    link: impl Fn(&str) -> String,
) -> String {
    let mut clinic = json!({
        "@context": "https://schema.org",
        "@type": "MedicalClinic",
        "name": house.name,
        "url": link("/"),
    });
    let known = [
        ("telephone", &house.phone),
        ("email", &house.email),
        ("slogan", &house.tagline),
    ];
    for (name, text) in known.into_iter().filter(|(_, text)| !text.is_empty()) {
        clinic[name] = json!(text);
    }
    if let Some(logo) = &house.logo {
        clinic["logo"] = json!(link(&logo.src));
    }
    let address = |place: &Location| {
        json!({
            "@type": "PostalAddress",
            "name": place.name,
            "streetAddress": place.address.lines().collect::<Vec<_>>().join(", "),
            "addressLocality": place.town,
        })
    };
    if !places.is_empty() {
        clinic["address"] = places.iter().map(address).collect();
    }
    in_script(&clinic)
}

/// A story and its pictures; empty unless all of it may be found by search, and without pictures that are hard to look at.
pub(super) fn of_story(
    house: &House,
    treatment: &Treatment,
    story: &PublicStory,
    link: impl Fn(&str) -> String,
) -> String {
    if !story.indexable {
        return String::new();
    }
    let crumb = |place: usize, name: &str, path: &str| json!({"@type": "ListItem", "position": place, "name": name, "item": link(path)});
    let crumbs = json!({
        "@type": "BreadcrumbList",
        "itemListElement": [
            crumb(1, &house.name, "/"),
            crumb(2, &treatment.name, &format!("/treatments/{}", treatment.slug)),
            crumb(3, &story.title, &format!("/stories/{}", story.slug)),
        ],
    });
    let stages = story.angles.iter().flat_map(|angle| &angle.stages);
    let pictures = stages.filter(|stage| !stage.sensitive).map(|stage| {
        json!({
            "@type": "ImageObject",
            "contentUrl": link(&stage.picture.src),
            "caption": stage.picture.alt,
            "inLanguage": house.language,
            "width": stage.picture.width,
            "height": stage.picture.height,
            "creditText": house.name,
            "creator": {"@type": "Organization", "name": house.name, "url": link("/")},
        })
    });
    let film = story.film_listed().map(|(film, picture)| {
        json!({
            "@type": "VideoObject",
            "name": story.title,
            "description": film.said(),
            "contentUrl": link(&film.src),
            "thumbnailUrl": link(&picture.src),
            "uploadDate": story.published_at.map(|at| at.and_utc().to_rfc3339()),
            "duration": format!("PT{}S", film.seconds),
            "transcript": film.said(),
            "inLanguage": film.language,
            "width": film.width,
            "height": film.height,
        })
    });
    let graph: Vec<Value> = std::iter::once(crumbs)
        .chain(pictures)
        .chain(film)
        .collect();
    in_script(&json!({"@context": "https://schema.org", "@graph": graph}))
}

/// JSON that ends no script and begins no tag, whatever the texts in it hold.
fn in_script(value: &Value) -> String {
    let text = value.to_string();
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                safe.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s22_s55_nothing_breaks_out_of_the_script() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028}\"\\";
        let text = in_script(&json!({ "name": hostile }));
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let read: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read["name"], hostile);
    }
}
