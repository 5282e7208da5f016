//! Makes one sheet of many: resolves the local `@import`s of a style sheet, and follows the imports of a module. Pure; the
//! build script uses this file too, so that debug and release builds send the same text.

/// Gives the text of the file with this path below `static/`, if it is there.
pub type Read<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The style sheet at `path` with everything that it imports, each in the layer it was asked into, made light.
///
/// # Errors
/// Names the import that is not there, runs in a circle or says more than `url("…") layer(…)`.
pub fn sheet(path: &str, read: Read) -> Result<String, String> {
    Ok(light_sheet(&resolve(path, path, read, &mut Vec::new())?))
}

fn resolve(path: &str, entry: &str, read: Read, open: &mut Vec<String>) -> Result<String, String> {
    if open.iter().any(|one| one == path) {
        return Err(format!("{path} imports itself"));
    }
    let text = read(path).ok_or_else(|| format!("{path} is imported and is not there"))?;
    open.push(path.to_owned());
    let mut out = String::new();
    for line in without_comments(&text).lines() {
        match line.trim().strip_prefix("@import") {
            Some(rule) => {
                let (target, layer) = import(rule).ok_or_else(|| {
                    format!("{path}: {line:?} is not of the form @import url(\"…\") layer(…);")
                })?;
                let inner = resolve(&beside(path, target), entry, read, open)?;
                match layer {
                    Some(layer) => out.push_str(&format!("@layer {layer} {{\n{inner}}}\n")),
                    None => out.push_str(&inner),
                }
            }
            None => {
                out.push_str(&rebased(line, path, entry));
                out.push('\n');
            }
        }
    }
    open.pop();
    Ok(out)
}

/// Target and layer of ` url("x.css") layer(y);`.
fn import(rule: &str) -> Option<(&str, Option<&str>)> {
    let rule = rule.trim().strip_suffix(';')?.trim();
    let rest = rule.strip_prefix("url(\"")?;
    let (target, rest) = rest.split_once("\")")?;
    match rest.trim() {
        "" => Some((target, None)),
        layer => Some((
            target,
            Some(layer.strip_prefix("layer(")?.strip_suffix(')')?),
        )),
    }
}

/// The path of what `from` calls `target`.
fn beside(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            other => parts.push(other),
        }
    }
    parts.join("/")
}

/// `url("…")` of a picture beside the imported sheet, as seen from the sheet that is sent.
fn rebased(line: &str, path: &str, entry: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("url(\"") {
        let (target, behind) = after.split_once('"').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str("url(\"");
        if target.starts_with(['/', '#']) || target.contains(':') {
            out.push_str(target);
        } else {
            let up = "../".repeat(entry.matches('/').count());
            out.push_str(&format!("{up}{}", beside(path, target)));
        }
        out.push('"');
        rest = behind;
    }
    out.push_str(rest);
    out
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quote, mut rest) = (None, text);
    while let Some(c) = rest.chars().next() {
        if quote.is_none() && rest.starts_with("/*") {
            rest = rest[2..].split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// One space where there was white space, none around braces and behind semicolons; strings stay as they are.
fn light_sheet(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quote, mut space) = (None, false);
    for c in text.chars() {
        if quote.is_none() && c.is_whitespace() {
            space = true;
            continue;
        }
        if std::mem::take(&mut space)
            && !matches!(c, '{' | '}')
            && !out.ends_with(['{', '}', ';', '\n'])
            && !out.is_empty()
        {
            out.push(' ');
        }
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        out.push(c);
    }
    out.push('\n');
    out
}

/// A module without its comment lines and indentation. A file in which a line could lie inside a string (templates over
/// several lines) or a comment begins behind code stays as it is.
pub fn script(text: &str) -> String {
    let unclear = |line: &str| {
        line.matches('`').count() % 2 == 1
            || line.ends_with('\\')
            || (line.find("/*").is_some_and(|at| at > 0) && !line.contains("*/"))
    };
    if text.lines().any(|line| unclear(line.trim())) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        let opens = !in_comment && line.starts_with("/*");
        if in_comment || opens {
            in_comment = !line.ends_with("*/");
            if !in_comment || !line.contains("*/") {
                continue;
            }
            // Code behind the comment: keep the line.
            in_comment = false;
        } else if line.is_empty() || line.starts_with("//") {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// The modules that the module at `path` needs, itself first, each once.
///
/// # Errors
/// Names the module that is not there.
pub fn modules(path: &str, read: Read) -> Result<Vec<String>, String> {
    let mut found = vec![path.to_owned()];
    let mut next = 0;
    while let Some(path) = found.get(next).cloned() {
        let text = read(&path).ok_or_else(|| format!("{path} is not there"))?;
        for target in imports(&text.replace('\'', "\"")) {
            let target = beside(&path, target);
            if !found.contains(&target) {
                found.push(target);
            }
        }
        next += 1;
    }
    Ok(found)
}

/// The relative targets of `import … from "./x.js"`, `import "./x.js"` and `export … from "./x.js"`; what is imported
/// later, by `import()`, is not among them.
fn imports(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut open = false;
    for line in text.lines() {
        let begins = [
            "import ", "import{", "import\"", "export {", "export{", "export *",
        ];
        open = open || begins.iter().any(|word| line.starts_with(word));
        if !open {
            continue;
        }
        if let Some((_, rest)) = line
            .split_once("from \"")
            .or_else(|| line.split_once("import \""))
        {
            found.extend(
                rest.split_once('"')
                    .map(|(target, _)| target)
                    .filter(|t| t.starts_with('.')),
            );
            open = false;
        } else if line.contains(';') {
            open = false;
        }
    }
    found
}

/// Content type and bytes as they are sent.
///
/// # Errors
/// As [`sheet`].
pub fn finished(path: &str, bytes: &[u8], read: Read) -> Result<(&'static str, Vec<u8>), String> {
    let text = || String::from_utf8_lossy(bytes);
    Ok(match path.rsplit('.').next() {
        Some("css") => ("text/css; charset=utf-8", sheet(path, read)?.into_bytes()),
        Some("js") => (
            "text/javascript; charset=utf-8",
            script(&text()).into_bytes(),
        ),
        Some("svg") => ("image/svg+xml", bytes.to_vec()),
        Some("png") => ("image/png", bytes.to_vec()),
        Some("ico") => ("image/x-icon", bytes.to_vec()),
        Some("woff2") => ("font/woff2", bytes.to_vec()),
        Some("json" | "webmanifest") => ("application/json", bytes.to_vec()),
        Some("txt") => ("text/plain; charset=utf-8", bytes.to_vec()),
        _ => ("application/octet-stream", bytes.to_vec()),
    })
}
