//! The forms of a page, read from its HTML as the server sends it.

/// A form that is posted as fields.
#[derive(Debug, Clone)]
pub struct FoundForm {
    pub action: String,
    /// Name, value, and whether anything can be written into it.
    pub fields: Vec<(String, String, bool)>,
}

/// All forms of a page that are posted as fields (files go another way).
pub fn forms(html: &str) -> Vec<FoundForm> {
    let bodies = html.split("<form").skip(1);
    bodies
        .filter_map(|rest| read(rest.split("</form>").next()?))
        .collect()
}

fn read(body: &str) -> Option<FoundForm> {
    let (head, inside) = body.split_once('>')?;
    if attribute(head, "method") != Some("post") || head.contains("multipart/") {
        return None;
    }
    let mut fields = Vec::new();
    for tag in inside.split('<').filter(|tag| !tag.starts_with('/')) {
        let kind = tag.split([' ', '>']).next().unwrap_or_default();
        let head = tag.split('>').next().unwrap_or_default();
        let Some(name) = attribute(head, "name") else {
            continue;
        };
        let value = attribute(head, "value").unwrap_or_default();
        let written = match (kind, attribute(head, "type").unwrap_or("text")) {
            ("textarea", _) | ("input", "text" | "search" | "email" | "url" | "tel") => true,
            ("input", "radio" | "checkbox") if !head.contains(" checked") => continue,
            ("input" | "button", _) => false,
            _ => continue,
        };
        if !fields.iter().any(|(known, _, _)| known == name) {
            fields.push((name.to_owned(), unescaped(value), written));
        }
    }
    Some(FoundForm {
        action: attribute(head, "action")?.to_owned(),
        fields,
    })
}

fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let begin = head.find(&format!(" {name}=\""))? + name.len() + 3;
    head[begin..].split('"').next()
}

fn unescaped(value: &str) -> String {
    let plain = value.replace("&lt;", "<").replace("&gt;", ">");
    let plain = plain.replace("&quot;", "\"").replace("&#x27;", "'");
    plain.replace("&#x2F;", "/").replace("&amp;", "&")
}
