//! Asking for a consent: a draft, its private link, and the answers as they come.

use diesel::prelude::*;
use serde_json::json;

use super::answers::Answers;
use super::codes;
use super::consent::{Consent, ConsentState, Method};
use super::links::{self, LinkPurpose};
use super::{queries, renewing, texts};
use crate::accounts::{Actor, Role};
use crate::audit::{self, Doer};
use crate::clients;
use crate::clinic;
use crate::config::Config;
use crate::db::schema::{client_links, consent_events, consents};
use crate::db::{CaseId, ClientId, Conn, ConsentId, Id, UserId, exactly_one};
use crate::error::Error;

/// A consent that was asked for, and the id of its link (the address is made from it).
#[derive(Debug, Clone)]
pub struct Asked {
    pub consent: ConsentId,
    pub link: String,
}

/// Asks for consent to show a case, or asks again: the same draft with a new link; older links stop working.
///
/// # Errors
/// `Forbidden` without the role staff; `Refused` when the text in force lacks a required part.
pub fn ask(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    client: &ClientId,
    case: &CaseId,
    method: Method,
) -> Result<Asked, Error> {
    actor.require(Role::Staff)?;
    let asker = Asker {
        doer: actor.doer(),
        user: &actor.id,
        link_by: Some(&actor.id),
    };
    begin(conn, config, &asker, (client, case), method)
}

/// Who asks: staff, or the client who wants to go on, in place of the one who asked before.
pub(super) struct Asker<'a> {
    pub doer: Doer,
    pub user: &'a UserId,
    pub link_by: Option<&'a UserId>,
}

/// Asks. Towards the end of a consent what stands of it is what was said: one look, and a new signature.
pub(super) fn begin(
    conn: &mut Conn,
    config: &Config,
    asker: &Asker,
    (client, case): (&ClientId, &CaseId),
    method: Method,
) -> Result<Asked, Error> {
    let consent = draft(conn, asker, (client, case), method)?;
    let link = links::make(
        conn,
        config,
        client,
        &consent,
        LinkPurpose::Invite,
        asker.link_by,
    )?;
    Ok(Asked { consent, link })
}

/// Asks on paper: the same draft, and no link opens it.
pub(super) fn ask_on_paper(
    conn: &mut Conn,
    actor: &Actor,
    client: &ClientId,
    case: &CaseId,
) -> Result<ConsentId, Error> {
    actor.require(Role::Staff)?;
    let asker = Asker {
        doer: actor.doer(),
        user: &actor.id,
        link_by: None,
    };
    draft(conn, &asker, (client, case), Method::Paper)
}

fn draft(
    conn: &mut Conn,
    asker: &Asker,
    (client, case): (&ClientId, &CaseId),
    method: Method,
) -> Result<ConsentId, Error> {
    clients::lock(conn, client)?;
    let language = clinic::clinic(conn)?.language;
    let text = texts::current_text(conn, language)?;
    let lacks = text.lacks(clinic::profile(conn)?);
    if !text.is_whole() || !texts::required_blocks(&text).is_empty() || !lacks.is_empty() {
        return Err(Error::refused(409, "consent-no-text"));
    }
    let said = renewing::said_before(conn, case)?;
    let renews = said.as_ref().map(|(older, _)| older.clone());
    let consent = match queries::draft_for_case(conn, case)? {
        Some(draft) if draft.text_id == text.id => {
            diesel::update(consents::table.find(draft.id.as_str()))
                .set(consents::method.eq(method.as_str()))
                .execute(&mut **conn)?;
            // Whoever began to answer goes on with that.
            if let (1, Some(said)) = (draft.revision, &said) {
                renewing::fill(conn, &draft.id, said)?;
            }
            draft.id
        }
        _ => {
            lapse_others(conn, case)?;
            let id = insert(conn, asker.user, (client, case), &text, method)?;
            if let Some(said) = &said {
                renewing::fill(conn, &id, said)?;
            }
            id
        }
    };
    links::revoke_invites(conn, &consent)?;
    event(
        conn,
        &consent,
        client,
        &asker.doer.to_string(),
        "asked",
        method.as_str(),
    )?;
    let subject = format!("consent:{consent}");
    let detail = match renews {
        Some(older) => json!({ "method": method.as_str(), "renews": older }),
        None => json!({ "method": method.as_str() }),
    };
    audit::record(conn, &asker.doer, "consent.ask", &subject, &detail)?;
    Ok(consent)
}

fn insert(
    conn: &mut Conn,
    asked_by: &UserId,
    (client, case): (&ClientId, &CaseId),
    text: &texts::ConsentText,
    method: Method,
) -> Result<ConsentId, Error> {
    let id = ConsentId::new();
    let now = conn.now()?;
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(id.as_str()),
            consents::client_id.eq(client.as_str()),
            consents::case_id.eq(case.as_str()),
            consents::text_id.eq(&text.id),
            consents::text_sha256.eq(&text.sha256),
            consents::state.eq(ConsentState::Sent.as_str()),
            consents::method.eq(method.as_str()),
            consents::asked_at.eq(now),
            consents::asked_by.eq(asked_by.as_str()),
            consents::answers.eq(Answers::default().canonical_json()),
            consents::revision.eq(1),
        ))
        .execute(&mut **conn)?;
    Ok(id)
}

/// Lets unanswered drafts of a case lapse.
///
/// # Errors
/// When the database refuses.
pub fn lapse_others(conn: &mut Conn, case: &CaseId) -> Result<(), Error> {
    let now = conn.now()?;
    if let Some(draft) = queries::draft_for_case(conn, case)? {
        diesel::update(consents::table.find(draft.id.as_str()))
            .set((
                consents::state.eq(ConsentState::Lapsed.as_str()),
                consents::ended_at.eq(Some(now)),
            ))
            .execute(&mut **conn)?;
        links::revoke_invites(conn, &draft.id)?;
    }
    Ok(())
}

/// A one-time code for the open invite link of a draft, for staff to say on the phone (no mail server).
///
/// # Errors
/// `NotFound` when there is no open link.
pub fn code_for_link(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    consent: &ConsentId,
) -> Result<String, Error> {
    actor.require(Role::Staff)?;
    let link: String = client_links::table
        .filter(client_links::consent_id.eq(consent.as_str()))
        .filter(client_links::revoked_at.is_null())
        .order(client_links::created_at.desc())
        .select(client_links::id)
        .first(&mut **conn)?;
    let code = codes::sign_code(conn, config, &link)?;
    audit::record(
        conn,
        &actor.doer(),
        "consent.code",
        &format!("consent:{consent}"),
        &json!({}),
    )?;
    Ok(code)
}

/// Keeps the answers given so far. `revision` is the one the form was made from.
///
/// # Errors
/// `Conflict` when the draft was answered elsewhere meanwhile, or is no draft any more.
pub fn record_answers(conn: &mut Conn, draft: &Consent, answers: &Answers) -> Result<(), Error> {
    let changed = diesel::update(
        consents::table
            .find(draft.id.as_str())
            .filter(consents::state.eq(ConsentState::Sent.as_str()))
            .filter(consents::revision.eq(draft.revision)),
    )
    .set((
        consents::answers.eq(answers.canonical_json()),
        consents::revision.eq(draft.revision + 1),
    ))
    .execute(&mut **conn)?;
    exactly_one(changed)
}

/// Adds to the history of a consent.
pub(super) fn event(
    conn: &mut Conn,
    consent: &ConsentId,
    client: &ClientId,
    actor: &str,
    verb: &str,
    detail: &str,
) -> Result<(), Error> {
    let now = conn.now()?;
    diesel::insert_into(consent_events::table)
        .values((
            consent_events::id.eq(Id::<()>::new().as_str()),
            consent_events::consent_id.eq(consent.as_str()),
            consent_events::client_id.eq(client.as_str()),
            consent_events::at.eq(now),
            consent_events::actor.eq(actor),
            consent_events::verb.eq(verb),
            consent_events::detail.eq(detail),
        ))
        .execute(&mut **conn)?;
    Ok(())
}
