//! The sheet that a client signs by hand: its lines, numbered, and the hash of all that it shows.

use serde::Serialize;

use super::asking::{Asking, gather};
use super::pictures::{Album, Shot};
use super::receipt::SendReceipt;
use crate::accounts::Actor;
use crate::clients::{self, Client};
use crate::config::Config;
use crate::consents::{
    self, Answers, Attribution, Consent, ConsentText, Mark, SignedOn, Subject, Transcript,
};
use crate::db::{CaseId, ClientId, Conn, ConsentId};
use crate::error::Error;
use crate::hash::sha256;
use crate::imaging::Level;
use crate::jobs;
use crate::web::markdown::to_html;
use crate::web::text::Texts;

/// A draft as it is put on paper.
pub struct Sheet {
    pub asking: Asking,
    pub client: Client,
    text: ConsentText,
    /// Name and value of each fact that is asked about.
    facts: Vec<(String, String)>,
    /// What each line is about: those of the text first.
    pub subjects: Vec<Subject>,
    /// Of all that the sheet shows.
    pub sha256: String,
}

/// A line in words.
#[derive(Serialize)]
pub struct Printed {
    number: usize,
    what: &'static str,
    /// The first of its kind.
    first: bool,
    label: String,
    hint: Option<String>,
    /// A part of the text, as HTML made safe.
    part: Option<String>,
    /// The photo, or a photo that shows so much of them.
    shot: Option<Shot>,
    mark: Option<Mark>,
}

impl Sheet {
    /// # Errors
    /// When the database does not answer.
    pub fn of(conn: &mut Conn, consent: Consent) -> Result<Self, Error> {
        let text = consents::text(conn, &consent.text_id)?;
        let client = clients::client(conn, &consent.client_id)?;
        let mut asking = gather(conn, consent)?;
        // Nothing is answered on it; words are told on the client's own pages only.
        asking.answers = Answers {
            words: Some(false),
            ..Answers::default()
        };
        let seen = asking.story_seen(conn)?;
        let subjects = subjects(&asking, &text, &seen.facts);
        let photos: Vec<_> = asking
            .photos
            .iter()
            .map(|p| (p.id.as_str(), &p.sha256, &p.edits_sha256))
            .collect();
        let stands = asking.representative.as_ref().map(|one| &one.id);
        let shown = (
            seen.sha256(),
            photos,
            &text.sha256,
            &subjects,
            &client.name,
            stands,
        );
        Ok(Self {
            sha256: sha256(serde_json::to_string(&shown)?.as_bytes()),
            facts: seen.facts,
            asking,
            client,
            text,
            subjects,
        })
    }

    /// The lines in words of one language, with what was read off them.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn lines(
        &self,
        conn: &mut Conn,
        texts: &Texts,
        read: Option<&Transcript>,
    ) -> Result<Vec<Printed>, Error> {
        let album = Album::of(conn, &self.asking.consent.case_id)?;
        let shots = album.shots(conn, &self.asking)?;
        let versions = album.versions(conn, &self.asking)?;
        let parts = self.text.blocks();
        let mark = |subject: &Subject| {
            let line = read?.lines.iter().find(|line| &line.subject == subject)?;
            Some(line.mark)
        };
        let mut lines = Vec::new();
        for (index, subject) in self.subjects.iter().enumerate() {
            let mut line = Printed {
                number: index + 1,
                what: subject.kind(),
                first: index == 0 || self.subjects[index - 1].kind() != subject.kind(),
                label: String::new(),
                hint: None,
                part: None,
                shot: None,
                mark: mark(subject),
            };
            match subject {
                Subject::Part(tag) => {
                    line.label = texts.get(&format!("block-{tag}"));
                    let part = parts.iter().find(|(known, _)| known == tag);
                    line.part = part.map(|(_, body)| to_html(body));
                }
                Subject::Photo(id) => {
                    line.shot = shots.iter().find(|shot| &shot.id == id).cloned();
                    if let Some(shot) = &line.shot {
                        let stage = texts.get(&format!("stage-{}", dashes(&shot.stage)));
                        let angle = texts.get(&format!("angle-{}", dashes(&shot.angle)));
                        line.label = format!("{stage} · {angle}");
                    }
                }
                Subject::Level(level) => {
                    let id = format!("ask-level-{}", dashes(level.as_str()));
                    line.label = texts.get(&id);
                    line.hint = Some(texts.get(&format!("{id}-hint")));
                    let version = versions.iter().find(|one| one.level == level.as_str());
                    line.shot = version.and_then(|one| one.sample.clone()).map(|shot| Shot {
                        level: Some(level.as_str()),
                        ..shot
                    });
                }
                Subject::Channel(channel) => {
                    let name = dashes(channel.as_str());
                    line.label = texts.get(&format!("channel-{name}"));
                    line.hint = match channel.is_further() {
                        true => Some(texts.get(&format!("ask-also-{name}-hint"))),
                        false if name == "search" => Some(texts.get("paper-search-hint")),
                        false => None,
                    };
                }
                Subject::Name(name) => {
                    line.label = name.apply(&self.client.name).unwrap_or_default();
                }
                Subject::Fact(name) => {
                    let value = self.facts.iter().find(|(known, _)| known == name);
                    let value = value.map(|(_, value)| value.as_str()).unwrap_or_default();
                    line.label = format!(
                        "{}: {}",
                        texts.get(&format!("fact-{}", dashes(name))),
                        texts.get(&format!("fact-{}-{value}", dashes(name)))
                    );
                }
            }
            lines.push(line);
        }
        Ok(lines)
    }
}

fn dashes(text: &str) -> String {
    text.replace('_', "-")
}

fn subjects(asking: &Asking, text: &ConsentText, facts: &[(String, String)]) -> Vec<Subject> {
    let mut levels: Vec<Level> = asking.photos.iter().flat_map(|one| one.levels()).collect();
    levels.sort();
    levels.dedup();
    let parts = text.blocks().into_iter().map(|(tag, _)| Subject::Part(tag));
    let photos = asking.photos.iter();
    let names = [Attribution::Initials, Attribution::FirstName];
    photos
        .map(|photo| Subject::Photo(photo.id.to_string()))
        .chain(levels.into_iter().map(Subject::Level))
        .chain(asking.used.iter().copied().map(Subject::Channel))
        .chain(names.map(Subject::Name))
        .chain(facts.iter().map(|(name, _)| Subject::Fact(name.clone())))
        .chain(parts)
        .collect()
}

/// Asks on paper: what the sheet shows is kept as its hash.
///
/// # Errors
/// As [`consents::ask`].
pub fn print(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    case: &CaseId,
) -> Result<ConsentId, Error> {
    let until = consents::end_of(conn.now()?);
    consents::print_sheet(conn, actor, (client, case), until, |conn, consent| {
        Ok(Sheet::of(conn, consent)?.sha256)
    })
}

/// The second person has verified it: now it is a signature like any other, over exactly what the sheet showed.
///
/// # Errors
/// As [`consents::verify_paper`] and [`consents::sign`]; `Refused` when what the sheet shows has changed since.
pub fn verify(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    id: &ConsentId,
    (seen, mail): (&str, bool),
) -> Result<(), Error> {
    let verified = consents::verify_paper(conn, actor, id, seen)?;
    let consent = consents::consent(conn, id)?;
    let mut sheet = Sheet::of(conn, consent)?;
    if sheet.sha256 != verified.shown_sha256() {
        return Err(Error::refused(409, "paper-outdated"));
    }
    sheet.asking.answers = verified.transcript().answers();
    let locale = consents::language(conn, id)?.code();
    let circumstances = serde_json::json!({ "delivery": "paper", "locale": locale });
    let name = &verified.transcript().signer_name;
    let signature = sheet
        .asking
        .signature(conn, name, verified.until(), circumstances)?;
    consents::sign(conn, config, SignedOn::Paper(&verified), &signature)?;
    let to = clients::address(conn, &sheet.client.id)?;
    if mail && to.is_some() {
        let consent = id.clone();
        jobs::enqueue(conn, &SendReceipt { consent })?;
    }
    Ok(())
}
