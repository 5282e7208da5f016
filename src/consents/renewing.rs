//! The end of a yes while it is near: what still stands of it, and going on by a new signature. Silence is never renewal:
//! nothing here makes anything last, and nobody is asked to go on with what they took back or paused.

use chrono::{Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::Serialize;

use super::answers::{Answers, Place};
use super::asking::{Asker, begin, event};
use super::consent::{Attribution, Channel, Grant, Method, What};
use super::live::{LiveGrant, live_grants};
use super::queries;
use super::sessions::ClientSession;
use crate::audit::Doer;
use crate::clients;
use crate::config::Config;
use crate::db::schema::{client_sessions, consent_events, consents, standing_grants};
use crate::db::{CaseId, ClientId, Conn, ConsentId};
use crate::error::Error;
use crate::imaging::Level;

/// So long before its end a consent needs someone.
pub const SOON: Duration = Duration::days(60);
/// What the events are called.
const LET_END: &str = "let_end";
pub(super) const REMINDED: &str = "reminded";

/// A consent whose end is near, and of which something stands.
#[derive(Debug, Clone, Serialize)]
pub struct Ending {
    pub consent: ConsentId,
    pub client: ClientId,
    pub case: CaseId,
    pub until: NaiveDateTime,
    /// Since when the client is asked whether it goes on.
    pub asked_at: Option<NaiveDateTime>,
    /// When the client said that it may end.
    pub let_end_at: Option<NaiveDateTime>,
    pub reminded_at: Option<NaiveDateTime>,
}

/// The consents that end soon, the next end first; of one client, or of all. What waits for its receipt has gone on already.
///
/// # Errors
/// When the database does not answer.
pub fn ending(conn: &mut Conn, client: Option<&ClientId>) -> Result<Vec<Ending>, Error> {
    let now = conn.now()?;
    let mut near = consents::table
        .filter(consents::state.eq("active"))
        .filter(consents::expires_at.gt(now))
        .filter(consents::expires_at.le(now + SOON))
        .order((consents::expires_at, consents::id))
        .select((
            consents::id,
            consents::client_id,
            consents::case_id,
            consents::expires_at,
        ))
        .into_boxed();
    if let Some(client) = client {
        near = near.filter(consents::client_id.eq(client.as_str()));
    }
    let near: Vec<(ConsentId, ClientId, CaseId, Option<NaiveDateTime>)> = near.load(&mut **conn)?;
    let ids: Vec<&str> = near.iter().map(|(id, ..)| id.as_str()).collect();
    let standing: Vec<String> = standing_grants::table
        .filter(standing_grants::consent_id.eq_any(&ids))
        .filter(standing_grants::valid_from.le(now))
        .filter(standing_grants::expires_at.gt(now))
        .select(standing_grants::consent_id)
        .distinct()
        .load(&mut **conn)?;
    let mut found = Vec::new();
    for (consent, client, case, until) in near {
        let stands = standing.iter().any(|id| id == consent.as_str());
        let signed = waits_for_receipt(conn, &case)?;
        if let (Some(until), true, false) = (until, stands, signed) {
            found.push(Ending {
                asked_at: queries::draft_for_case(conn, &case)?.map(|draft| draft.asked_at),
                let_end_at: last(conn, &consent, LET_END)?,
                reminded_at: last(conn, &consent, REMINDED)?,
                consent,
                client,
                case,
                until,
            });
        }
    }
    Ok(found)
}

fn waits_for_receipt(conn: &mut Conn, case: &CaseId) -> Result<bool, Error> {
    let signed = consents::table
        .filter(consents::case_id.eq(case.as_str()))
        .filter(consents::state.eq("signed_pending"));
    Ok(diesel::select(diesel::dsl::exists(signed)).get_result(&mut **conn)?)
}

fn last(conn: &mut Conn, consent: &ConsentId, verb: &str) -> Result<Option<NaiveDateTime>, Error> {
    Ok(consent_events::table
        .filter(consent_events::consent_id.eq(consent.as_str()))
        .filter(consent_events::verb.eq(verb))
        .select(diesel::dsl::max(consent_events::at))
        .first(&mut **conn)?)
}

/// The client's own, of this case.
fn own(conn: &mut Conn, session: &ClientSession, case: &CaseId) -> Result<Ending, Error> {
    let client = &session.link.client_id;
    clients::lock(conn, client)?;
    let mut all = ending(conn, Some(client))?.into_iter();
    all.find(|one| &one.case == case).ok_or(Error::NotFound)
}

/// The client wants to go on: asks them anew, and lets their session answer. Nothing lasts longer until they sign.
///
/// # Errors
/// `NotFound` when nothing of theirs ends soon in this case; those of asking.
pub fn renew(
    conn: &mut Conn,
    config: &Config,
    session: &ClientSession,
    case: &CaseId,
) -> Result<(), Error> {
    let ending = own(conn, session, case)?;
    let older = queries::consent(conn, &ending.consent)?;
    let asker = Asker {
        doer: Doer::Client(older.client_id.to_string()),
        user: &older.asked_by,
        link_by: None,
    };
    let whom = (&older.client_id, case);
    let asked = begin(conn, config, &asker, whom, Method::Link)?;
    diesel::update(client_sessions::table.find(&session.id))
        .set(client_sessions::link_id.eq(&asked.link))
        .execute(&mut **conn)?;
    Ok(())
}

/// The client says that it may end: nobody reminds them again. It ends on its day, as it would have without a word.
///
/// # Errors
/// `NotFound` when nothing of theirs ends soon in this case.
pub fn let_end(conn: &mut Conn, session: &ClientSession, case: &CaseId) -> Result<(), Error> {
    let ending = own(conn, session, case)?;
    if ending.let_end_at.is_some() {
        return Ok(());
    }
    let doer = Doer::Client(ending.client.to_string()).to_string();
    event(conn, &ending.consent, &ending.client, &doer, LET_END, "")
}

/// For a case whose consent ends soon: that consent, and what was said as far as it stands.
pub(super) fn said_before(
    conn: &mut Conn,
    case: &CaseId,
) -> Result<Option<(ConsentId, Answers)>, Error> {
    let now = conn.now()?;
    let Some(older) = queries::active_for_case(conn, case)? else {
        return Ok(None);
    };
    let near = |end: NaiveDateTime| end > now && end <= now + SOON;
    let mut live = live_grants(conn, case)?;
    live.retain(|one| one.consent_id == older.id.as_str());
    if live.is_empty() || !older.expires_at.is_some_and(near) {
        return Ok(None);
    }
    let granted = queries::grants_of(conn, &older.id)?;
    let answers = said(&older.answers(), &granted, &live);
    Ok(Some((older.id, answers)))
}

/// Puts what was said into a draft that nobody has answered.
pub(super) fn fill(
    conn: &mut Conn,
    draft: &ConsentId,
    (older, answers): &(ConsentId, Answers),
) -> Result<(), Error> {
    diesel::update(consents::table.find(draft.as_str()))
        .set((
            consents::renews.eq(Some(older.as_str())),
            consents::answers.eq(answers.canonical_json()),
        ))
        .execute(&mut **conn)?;
    Ok(())
}

/// What was taken back or paused meanwhile is not what was said: a client who is asked to go on is asked from the beginning.
pub(super) fn ask_from_the_beginning(conn: &mut Conn, client: &ClientId) -> Result<(), Error> {
    diesel::update(
        consents::table
            .filter(consents::client_id.eq(client.as_str()))
            .filter(consents::state.eq("sent"))
            .filter(consents::renews.is_not_null()),
    )
    .set((
        consents::answers.eq(Answers::default().canonical_json()),
        consents::revision.eq(consents::revision + 1),
    ))
    .execute(&mut **conn)?;
    Ok(())
}

/// The answers that allow no more than stands now. Facts are ticked anew each time: they stand beside the signature.
fn said(before: &Answers, granted: &[Grant], live: &[LiveGrant]) -> Answers {
    let on = |channel: Channel| {
        live.iter()
            .filter(move |one| one.channel == channel.as_str())
    };
    let is = |one: &LiveGrant, what: What| one.what == what.as_str();
    let shows = |channel: &Channel| on(*channel).any(|one| is(one, What::Photo));
    let mut places = Channel::ALL.iter().copied();
    let Some(first) = places.find(|one| *one != Channel::Search && shows(one)) else {
        return Answers::default();
    };
    let items: Vec<&LiveGrant> = on(first).collect();
    // A place where less stands than in the first is asked about again.
    let whole = |channel: Channel| {
        let there = |item: &&LiveGrant| {
            on(channel).any(|one| one.what == item.what && one.subject_id == item.subject_id)
        };
        items.iter().all(there)
    };
    let channels: Vec<Channel> = Channel::ALL
        .iter()
        .copied()
        .filter(|one| whole(*one))
        .collect();
    let least = |photo: &str| {
        let of = live
            .iter()
            .filter(|one| is(one, What::Photo) && one.subject_id == photo);
        let level = of.map(|one| one.level).min()?;
        Level::try_from(level).ok()
    };
    let photos = items.iter().filter(|one| is(one, What::Photo));
    let levels: std::collections::BTreeMap<String, Level> = photos
        .filter_map(|one| Some((one.subject_id.clone(), least(&one.subject_id)?)))
        .collect();
    let level = levels.values().min().copied();
    let told = |what: &str| what == What::Words.as_str() || what == What::Rating.as_str();
    let words = items.iter().filter(|one| told(&one.what)).count();
    let once: std::collections::BTreeSet<&str> = granted
        .iter()
        .map(|one| one.what.as_str())
        .filter(|what| told(what))
        .collect();
    let name = items.iter().find(|one| is(one, What::Name));
    Answers {
        photos: before
            .photos
            .keys()
            .map(|id| (id.clone(), levels.contains_key(id)))
            .collect(),
        level,
        levels: match levels.values().all(|one| Some(*one) == level) {
            true => Default::default(),
            false => levels,
        },
        place: Some(match (first, channels.contains(&Channel::Search)) {
            (Channel::Website, true) => Place::WebsiteAndSearch,
            (Channel::Website, false) => Place::Website,
            _ => Place::Elsewhere,
        }),
        also: channels
            .into_iter()
            .filter(|one| one.is_further())
            .collect(),
        name: Some(
            name.and_then(|one| Attribution::parse(one.attribution.as_deref()?))
                .unwrap_or(Attribution::None),
        ),
        facts: None,
        words: Some(words > 0 && words == once.len()),
        video: items.iter().any(|one| is(one, What::Video)).then_some(true),
    }
}
