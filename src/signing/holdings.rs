//! "My photos and words": all that a client allows now or has paused, case by case, and where it is shown.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::pictures::{Album, Shot};
use crate::clinic;
use crate::consents::{self, Channel, LiveGrant, PublicPublication};
use crate::db::{CaseId, ClientId, Conn, PhotoId};
use crate::error::Error;
use crate::imaging::Level;
use crate::photos::{self, Photo, best_level};
use crate::stories;

/// One thing that is allowed: a photo, the words, the name …
#[derive(Debug, Serialize)]
pub struct Holding {
    pub what: String,
    pub subject: String,
    pub channels: Vec<String>,
    /// Where it would be allowed, were it not paused.
    pub paused: Vec<String>,
    /// Whether people can see it at this moment.
    pub shown: bool,
    /// Since when they can.
    pub since: Option<NaiveDateTime>,
    /// The photo as it is shown, or would be.
    pub shot: Option<Shot>,
    /// The version that is allowed, where less is shown.
    pub allowed: Option<&'static str>,
    /// Versions that exist and show less of the person than is allowed.
    pub lower: Vec<&'static str>,
    /// The words, the name, the stars themselves.
    pub text: String,
    /// Name and value of each allowed fact.
    pub facts: Vec<(String, String)>,
}

/// What is allowed of one case, which is one story at most.
#[derive(Debug, Serialize)]
pub struct CaseHeld {
    pub id: CaseId,
    pub treatment: String,
    /// Where the public sees it now.
    pub address: Option<String>,
    pub title: Option<String>,
    pub holdings: Vec<Holding>,
    /// Each place where something is allowed, or would be were it not paused.
    pub channels: Vec<String>,
    pub paused: Vec<String>,
    pub until: NaiveDateTime,
}

/// Gathers what a client allows now.
///
/// # Errors
/// When the database does not answer.
pub fn holdings(conn: &mut Conn, client: &ClientId) -> Result<Vec<CaseHeld>, Error> {
    let public = consents::public_of_client(conn, client)?;
    let live = consents::live_grants_of_client(conn, client)?.into_iter();
    let paused = consents::paused_of_client(conn, client)?.into_iter();
    let mut grants: Vec<Held> = live
        .map(|grant| (grant, false))
        .chain(paused.map(|one| (one.grant, true)))
        .collect();
    let mut held = Vec::new();
    while let Some((first, _)) = grants.first() {
        let case = first.case_id.clone();
        let (of_case, rest) = grants.into_iter().partition(|(one, _)| one.case_id == case);
        held.push(case_held(conn, &case, of_case, &public)?);
        grants = rest;
    }
    Ok(held)
}

/// A grant, and whether it is paused.
type Held = (LiveGrant, bool);

/// The website before the search engines that find it, then the rest, each once.
fn in_order(channels: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<String> = channels.collect();
    let place = |name: &String| Channel::ALL.iter().position(|one| one.as_str() == name);
    all.sort_by_key(place);
    all.dedup();
    all
}

fn case_held(
    conn: &mut Conn,
    case: &CaseId,
    grants: Vec<Held>,
    public: &[PublicPublication],
) -> Result<CaseHeld, Error> {
    let album = Album::of(conn, case)?;
    let story = stories::of_case(conn, case)?;
    // Only the uses of the approval in force are on the page.
    let shown: Vec<&PublicPublication> = public
        .iter()
        .filter(|one| {
            story.as_ref().is_some_and(|story| {
                one.story_id == story.id.as_str()
                    && story.approval_id.as_ref() == Some(&one.approval_id)
            })
        })
        .collect();
    let until = grants.iter().map(|(grant, _)| grant.expires_at).min();
    let places = |wanted: bool| {
        let these = grants.iter().filter(move |(_, paused)| *paused == wanted);
        in_order(these.map(|(grant, _)| grant.channel.clone()))
    };
    let (live, paused) = (places(false), places(true));
    let channels = in_order(live.iter().chain(&paused).cloned());
    let mut holdings: Vec<Holding> = Vec::new();
    for (grant, is_paused) in grants {
        let channel = grant.channel.clone();
        let known = holdings
            .iter()
            .position(|one| one.what == grant.what && one.subject == grant.subject_id);
        let place = match known {
            Some(place) => place,
            None => {
                let seen = shown
                    .iter()
                    .find(|one| one.what == grant.what && one.subject_id == grant.subject_id);
                holdings.push(holding(conn, &album, grant, seen.copied())?);
                holdings.len() - 1
            }
        };
        let Some(one) = holdings.get_mut(place) else {
            continue;
        };
        if is_paused {
            one.paused.push(channel);
        } else {
            one.channels.push(channel);
        }
    }
    for one in &mut holdings {
        one.channels = in_order(std::mem::take(&mut one.channels).into_iter());
        one.paused = in_order(std::mem::take(&mut one.paused).into_iter());
    }
    let order = ["photo", "video", "words", "rating", "name", "facts"];
    holdings.sort_by_key(|one| {
        let place = order.iter().position(|what| *what == one.what);
        let after = one.shot.as_ref().is_some_and(|shot| shot.stage != "before");
        (place, after)
    });
    // Without a pair there is no page: what else is allowed waits.
    let on_page = pair_is_shown(conn, case, &shown)?;
    if !on_page {
        for one in &mut holdings {
            (one.shown, one.since) = (false, None);
        }
    }
    let visible = story.filter(|_| on_page);
    let treatment = crate::cases::case(conn, case)?.treatment_id;
    Ok(CaseHeld {
        id: case.clone(),
        treatment: clinic::treatment(conn, &treatment)?.name,
        address: visible.as_ref().map(|one| format!("/stories/{}", one.slug)),
        title: visible.map(|one| one.title),
        holdings,
        channels,
        paused,
        until: until.unwrap_or_default(),
    })
}

fn pair_is_shown(
    conn: &mut Conn,
    case: &CaseId,
    shown: &[&PublicPublication],
) -> Result<bool, Error> {
    let is_shown = |photo: &Photo| {
        shown
            .iter()
            .any(|one| one.what == "photo" && one.subject_id == photo.id.as_str())
    };
    Ok(photos::pairs(conn, case)?
        .iter()
        .any(|pair| is_shown(&pair.before) && is_shown(&pair.after)))
}

fn holding(
    conn: &mut Conn,
    album: &Album,
    grant: LiveGrant,
    shown: Option<&PublicPublication>,
) -> Result<Holding, Error> {
    let mut one = Holding {
        what: grant.what,
        subject: grant.subject_id,
        channels: Vec::new(),
        paused: Vec::new(),
        shown: shown.is_some(),
        since: shown.map(|shown| shown.published_at),
        allowed: None,
        shot: None,
        lower: Vec::new(),
        text: String::new(),
        facts: Vec::new(),
    };
    match one.what.as_str() {
        "photo" => {
            let granted = Level::try_from(grant.level).unwrap_or(Level::AreaOnly);
            if let Some(photo) = own_photo(conn, &one.subject)? {
                let level = best_level(&photo, granted);
                one.lower = photo
                    .levels()
                    .into_iter()
                    .filter(|lower| level.is_some_and(|level| *lower < level))
                    .map(Level::as_str)
                    .collect();
                // What people see now may be less than what is allowed.
                let seen = shown.and_then(|shown| Level::try_from(shown.level).ok());
                one.shot = Some(album.shot(conn, &photo, seen.or(level))?);
                one.allowed = level
                    .filter(|_| seen.is_some() && seen != level)
                    .map(Level::as_str);
            }
        }
        "facts" => one.facts = serde_json::from_str(&grant.source).unwrap_or_default(),
        _ => one.text = grant.source,
    }
    Ok(one)
}

fn own_photo(conn: &mut Conn, id: &str) -> Result<Option<Photo>, Error> {
    let Some(id) = PhotoId::parse(id) else {
        return Ok(None);
    };
    match photos::photo(conn, &id) {
        Ok(photo) => Ok(Some(photo)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
