//! The demo's mail server is the terminal: what is written into its folder is shown there.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

pub(super) const FOLDER: &str = "mail";

/// Shows each mail that is written into the demo's folder from now on, until the process ends.
pub fn tell_mails(data_dir: &Path, told: impl Fn(&str) + Send + 'static) {
    let folder = data_dir.join(FOLDER);
    let mut known = names(&folder);
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(Duration::from_millis(400));
            let now = names(&folder);
            for name in now.difference(&known) {
                if let Ok(mail) = std::fs::read_to_string(folder.join(name)) {
                    told(&readable(&mail));
                }
            }
            known = now;
        }
    });
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".eml"))
        .collect()
}

/// To whom, about what, and the text.
fn readable(mail: &str) -> String {
    let mail = mail.replace("\r\n", "\n");
    let (head, body) = mail.split_once("\n\n").unwrap_or(("", &mail));
    let line = |name: &str| {
        let found = head.lines().find_map(|line| line.strip_prefix(name));
        found.unwrap_or_default().trim().to_owned()
    };
    let quoted = body.trim().replace('\n', "\n  │ ");
    format!(
        "  Mail to {}: {}\n  │ {quoted}\n",
        line("To:"),
        line("Subject:")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_told_with_its_text() {
        let mail = "From: a@b.example\r\nTo: c@d.example\r\nSubject: Your code\r\n\r\nYour code is 123456.\r\n";
        assert_eq!(
            readable(mail),
            "  Mail to c@d.example: Your code\n  │ Your code is 123456.\n"
        );
    }
}
