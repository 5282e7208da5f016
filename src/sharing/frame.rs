//! The address of a frame, and the lines of HTML that put it into a page of another site.

use serde::Serialize;
use url::form_urlencoded::Serializer;

use super::address::Shown;
use super::audience::Audience;
use super::look::Look;
use super::options::Refused;
use crate::config::WebConfig;

/// A frame and how it is dressed.
#[derive(Debug, Clone)]
pub struct Frame {
    pub audience: Audience,
    pub shown: Shown,
    /// Of a gallery; `None` leaves it to the width.
    pub columns: Option<usize>,
    pub look: Look,
}

/// What a gallery takes.
pub const COLUMNS: std::ops::RangeInclusive<usize> = 1..=4;

/// What is pasted into the other site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// Takes the height that it needs.
    pub growing: String,
    /// Scrolls at a fixed height: no script at all.
    pub plain: String,
}

impl Frame {
    pub fn plain(shown: Shown) -> Self {
        Self {
            audience: Audience::Own,
            shown,
            columns: None,
            look: Look::default(),
        }
    }

    /// Its address as a path.
    pub fn path(&self) -> String {
        let mut query = Serializer::new(String::new());
        let place = match &self.audience {
            Audience::Own => "/embed".to_owned(),
            Audience::Partner(name) => format!("/embed/for/{name}"),
        };
        let path = match &self.shown {
            Shown::Story(slug) => format!("{place}/stories/{slug}"),
            Shown::Testimonials => format!("{place}/testimonials"),
            Shown::Gallery(treatment) => {
                if let Some(treatment) = treatment {
                    query.append_pair("treatment", treatment);
                }
                if let Some(columns) = self.columns {
                    query.append_pair("columns", &columns.to_string());
                }
                format!("{place}/gallery")
            }
        };
        for (name, value) in self.look.pairs() {
            query.append_pair(name, &value);
        }
        match query.finish() {
            query if query.is_empty() => path,
            query => format!("{path}?{query}"),
        }
    }

    /// Pixels that suit most of them, where nobody measures.
    pub fn height(&self) -> usize {
        match self.shown {
            Shown::Story(_) => 1000,
            _ => 800,
        }
    }

    /// The frame alone. Old-fashioned, so that sites which strip styles (WordPress) keep it whole.
    pub fn html(&self, web: &WebConfig, title: &str, width: &str, height: usize) -> String {
        let (address, title) = (escaped(&web.link(&self.path())), escaped(title));
        format!(
            "<iframe src=\"{address}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" frameborder=\"0\"></iframe>"
        )
    }

    pub fn snippet(&self, web: &WebConfig, title: &str) -> Snippet {
        let plain = self.html(web, title, "100%", self.height());
        let script = escaped(&web.link("/embed.js"));
        Snippet {
            growing: format!("{plain}\n<script async src=\"{script}\"></script>"),
            plain,
        }
    }
}

/// Text inside of an attribute.
fn escaped(text: &str) -> String {
    let pairs = [
        ("&", "&amp;"),
        ("\"", "&quot;"),
        ("<", "&lt;"),
        (">", "&gt;"),
    ];
    pairs
        .into_iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// The number of columns that was asked for.
///
/// # Errors
/// For any but one to four.
pub fn columns(options: &super::options::Options) -> Result<Option<usize>, Refused> {
    options.number("columns", COLUMNS)
}
