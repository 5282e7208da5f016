//! The demo's texts: Markdown in parts, each under a line `::: tag`.

/// One file of `texts/`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text(pub &'static str);

impl Text {
    /// The part under `::: tag`, without blank lines around it; empty when there is none.
    pub fn part(self, tag: &str) -> &'static str {
        let mut parts = self.0.split("::: ");
        let found = parts.find_map(|part| {
            let (name, body) = part.split_once('\n')?;
            (name.trim() == tag).then_some(body.trim())
        });
        found.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_ends_where_the_next_begins() {
        let text = Text("::: title\nOne\n\n::: words\nTwo\n\nthree\n");
        assert_eq!(text.part("title"), "One");
        assert_eq!(text.part("words"), "Two\n\nthree");
        assert_eq!(text.part("none"), "");
    }
}
