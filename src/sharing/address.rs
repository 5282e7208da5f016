//! Which frame belongs to one of our public addresses.

use url::Url;

/// What a frame shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// By slug.
    Story(String),
    /// All stories, or those of a treatment.
    Gallery(Option<String>),
    Testimonials,
}

impl Shown {
    /// What the page at this address would show; `None` for pages that have no frame, and for all that is not ours: the base
    /// URL says what is, never the request.
    pub fn at(base: &Url, address: &str) -> Option<Self> {
        let url = Url::parse(address).ok()?;
        let bare = url.username().is_empty() && url.password().is_none();
        if url.origin() != base.origin() || !bare {
            return None;
        }
        let prefix = base.path().trim_end_matches('/');
        let mut query = url.query_pairs();
        match url.path().strip_prefix(prefix)? {
            "/stories" => match (query.next(), query.next()) {
                (None, _) => Some(Self::Gallery(None)),
                (Some((name, slug)), None) if name == "treatment" && is_slug(&slug) => {
                    Some(Self::Gallery(Some(slug.into_owned())))
                }
                _ => None,
            },
            "/testimonials" if query.next().is_none() => Some(Self::Testimonials),
            path => {
                let slug = path.strip_prefix("/stories/")?;
                is_slug(slug).then(|| Self::Story(slug.to_owned()))
            }
        }
    }
}

/// As slugs are written: nothing in it that an address could be bent with.
fn is_slug(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    !text.is_empty() && text.len() <= 120 && text.bytes().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s24_what_lies_beside_our_path_is_not_ours() {
        let base = Url::parse("https://studio.example/results").unwrap();
        let at = |address: &str| Shown::at(&base, address);
        let story = Some(Shown::Story("a-crown".to_owned()));
        assert_eq!(at("https://studio.example/results/stories/a-crown"), story);
        for address in [
            "https://studio.example/stories/a-crown",
            "https://studio.example/results",
            "https://studio.example/resultsx/stories",
            "https://studio.example/results/../stories",
        ] {
            assert_eq!(at(address), None, "{address}");
        }
    }

    #[test]
    fn s24_only_our_own_addresses_have_frames() {
        let base = Url::parse("https://gallery.example").unwrap();
        let at = |address: &str| Shown::at(&base, address);
        let story = Shown::Story("a-crown".to_owned());
        assert_eq!(
            at("https://gallery.example/stories/a-crown"),
            Some(story.clone())
        );
        assert_eq!(
            at("https://gallery.example:443/stories/a-crown?mode=side#compare"),
            Some(story)
        );
        assert_eq!(
            at("https://gallery.example/stories"),
            Some(Shown::Gallery(None))
        );
        let scars = Shown::Gallery(Some("scars".to_owned()));
        assert_eq!(
            at("https://gallery.example/stories?treatment=scars"),
            Some(scars)
        );
        for address in [
            "",
            "/stories/a-crown",
            "http://gallery.example/stories/a-crown",
            "https://gallery.example.evil.example/stories",
            "https://a:b@gallery.example/stories",
            "https://gallery.example:8443/stories",
            "https://gallery.example/staff",
            "https://gallery.example/stories/",
            "https://gallery.example/stories/a/b",
            "https://gallery.example/stories/a%2fb",
            "https://gallery.example/stories/a;x.css",
            "https://gallery.example/stories?treatment=scars&q=x",
            "https://gallery.example/stories?treatment=%22%3E",
            "javascript:alert(1)",
            "//gallery.example/stories",
        ] {
            assert_eq!(at(address), None, "{address}");
        }
    }
}
