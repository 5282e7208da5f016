//! What the demo says when it is ready: where to look, and as whom.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::account::{ACCOUNTS, PASSWORD};
use super::consent::address;
use crate::config::Config;
use crate::consents::LinkPurpose;
use crate::db::Conn;
use crate::error::Error;

/// What each account is for.
const DOES: [&str; 3] = [
    "everything, with clinic, treatments and accounts",
    "decides: three stories wait",
    "clients, photos, stories",
];

/// What is kept of the seeding: ids only.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Links {
    pub stories: usize,
    pub invite: Option<String>,
    pub manage: Option<String>,
    pub withdrawn: Option<String>,
}

/// The addresses to try.
#[derive(Debug)]
pub struct Guide {
    pub site: String,
    pub stories: usize,
    /// `None` once it was signed or is too old.
    pub invite: Option<String>,
    pub manage: Option<String>,
    pub withdrawn: Option<String>,
}

impl Guide {
    pub(super) fn of(conn: &mut Conn, config: &Config, links: &Links) -> Result<Self, Error> {
        let mut live = |link: &Option<String>, purpose| {
            link.as_ref()
                .and_then(|id| address(conn, config, id, purpose))
        };
        Ok(Self {
            site: config.web.link("/"),
            stories: links.stories,
            invite: live(&links.invite, LinkPurpose::Invite),
            manage: live(&links.manage, LinkPurpose::Manage),
            withdrawn: links
                .withdrawn
                .as_ref()
                .map(|slug| config.web.link(&format!("/stories/{slug}"))),
        })
    }
}

impl fmt::Display for Guide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "The demo is ready: North Light Studio. The clinic and its people are invented, the photos are drawn.\n"
        )?;
        let mut line = |who: &str, address: &str, what: &str| {
            writeln!(f, "  {who:<10} {address}\n  {:<10} {what}", "")
        };
        let stories = match self.stories {
            1 => "1 story with its consent".to_owned(),
            count => format!("{count} stories with their consents"),
        };
        line("Visitor", &self.site, &stories)?;
        if let Some(withdrawn) = &self.withdrawn {
            line(
                "",
                withdrawn,
                "was public until its client withdrew; now it answers 410",
            )?;
        }
        match &self.invite {
            Some(invite) => line(
                "Client",
                invite,
                "is asked for consent; the one-time code appears here",
            )?,
            None => line(
                "Client",
                &format!("{}staff/cases", self.site),
                "the invitation was used: ask another client here",
            )?,
        }
        if let Some(manage) = &self.manage {
            line(
                "",
                manage,
                "signed earlier: see what is shown, and withdraw it",
            )?;
        }
        line(
            "Team",
            &format!("{}sign-in", self.site),
            &format!("password for all: {PASSWORD}"),
        )?;
        for ((_, email, _), does) in ACCOUNTS.iter().zip(DOES) {
            writeln!(f, "  {:<10} {email:<30} {does}", "")?;
        }
        write!(
            f,
            "\nMails appear below. Ctrl-C ends the demo, the next start goes on with it, candor demo --reset begins anew.\n"
        )
    }
}
