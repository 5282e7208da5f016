//! In which form a text travels: as the browser says that it takes it.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The best of what an `Accept-Encoding` header names.
    pub fn best(accepted: Option<&str>) -> Self {
        let takes = |name: &str| {
            accepted.is_some_and(|text| {
                text.split(',').any(|part| {
                    let mut words = part.split(';').map(str::trim);
                    let named = words
                        .next()
                        .is_some_and(|word| word.eq_ignore_ascii_case(name));
                    named && !words.any(is_refusal)
                })
            })
        };
        if takes("br") {
            Self::Brotli
        } else if takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    /// For `Content-Encoding`.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }

    /// Keeps the entity tags of the forms apart.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => "-br",
            Self::Gzip => "-gz",
            Self::Plain => "",
        }
    }
}

/// `q=0`, `q=0.0` …: the browser does not take it.
fn is_refusal(word: &str) -> bool {
    let quality = word.strip_prefix("q=").or_else(|| word.strip_prefix("Q="));
    quality.is_some_and(|q| q.parse::<f32>().is_ok_and(|q| q == 0.0))
}
