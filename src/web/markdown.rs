//! Markdown of staff to HTML that is safe to show: comrak without raw HTML, then an allow-list of tags.

use std::collections::HashSet;

use serde::Serializer;

/// For `serialize_with`: a page gets Markdown as [`to_html`] makes it.
///
/// # Errors
/// Those of the serializer.
pub fn as_html<S: Serializer>(markdown: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&to_html(markdown))
}

/// HTML with headings from level 3, paragraphs, lists, emphasis, quotes and links; nothing else survives.
pub fn to_html(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = false;
    options.extension.strikethrough = false;
    options.render.r#unsafe = false;
    let html = comrak::markdown_to_html(markdown, &options);
    ammonia::Builder::default()
        .tags(HashSet::from([
            "p",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "blockquote",
            "h2",
            "h3",
            "h4",
            "a",
            "br",
            "hr",
        ]))
        .url_schemes(HashSet::from(["https", "http", "mailto", "tel"]))
        .link_rel(Some("noopener nofollow"))
        .clean(&html)
        .to_string()
}
