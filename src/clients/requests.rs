//! What a client asks for beyond what their page does by itself: to be forgotten, to have a copy, to be corrected.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;

use super::queries::lock;
use crate::accounts::{Actor, Role};
use crate::audit::{self, Doer};
use crate::db::schema::client_requests;
use crate::db::{ClientId, Conn, Id, exactly_one};
use crate::error::Error;

/// What a client may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequestKind {
    /// All that is kept of them, as files.
    Copy,
    Correct,
    Erase,
}

impl RequestKind {
    pub const ALL: [Self; 3] = [Self::Copy, Self::Correct, Self::Erase];

    pub fn as_str(self) -> &'static str {
        match self {
            Self::Copy => "copy",
            Self::Correct => "correct",
            Self::Erase => "erase",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

/// One request.
#[derive(Debug, Clone, Queryable, Selectable, Serialize)]
#[diesel(table_name = client_requests)]
pub struct Request {
    pub id: String,
    pub client_id: ClientId,
    pub kind: String,
    pub note: String,
    pub asked_at: NaiveDateTime,
    pub done_at: Option<NaiveDateTime>,
    pub answer: Option<String>,
}

const MAX: usize = 2000;

/// Asks. The same again, while it is open, is the same request with the newer note.
///
/// # Errors
/// `Invalid` for a note that is too long.
pub fn request(
    conn: &mut Conn,
    client: &ClientId,
    kind: RequestKind,
    note: &str,
) -> Result<(), Error> {
    if note.chars().count() > MAX {
        return Err(Error::field("note", "field-too-long"));
    }
    lock(conn, client)?;
    let now = conn.now()?;
    let open = client_requests::table
        .filter(client_requests::client_id.eq(client.as_str()))
        .filter(client_requests::kind.eq(kind.as_str()))
        .filter(client_requests::done_at.is_null());
    let changed = diesel::update(open)
        .set(client_requests::note.eq(note))
        .execute(&mut **conn)?;
    if changed == 0 {
        diesel::insert_into(client_requests::table)
            .values((
                client_requests::id.eq(Id::<()>::new().as_str()),
                client_requests::client_id.eq(client.as_str()),
                client_requests::kind.eq(kind.as_str()),
                client_requests::note.eq(note),
                client_requests::asked_at.eq(now),
            ))
            .execute(&mut **conn)?;
    }
    let doer = Doer::Client(client.to_string());
    let detail = json!({ "kind": kind.as_str() });
    audit::record(
        conn,
        &doer,
        "client.request",
        &format!("client:{client}"),
        &detail,
    )
}

/// The requests of a client, the latest first.
///
/// # Errors
/// When the database does not answer.
pub fn requests(conn: &mut Conn, client: &ClientId) -> Result<Vec<Request>, Error> {
    Ok(client_requests::table
        .filter(client_requests::client_id.eq(client.as_str()))
        .order(client_requests::asked_at.desc())
        .select(Request::as_select())
        .load(&mut **conn)?)
}

/// The requests that wait, the oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn open_requests(conn: &mut Conn) -> Result<Vec<Request>, Error> {
    Ok(client_requests::table
        .filter(client_requests::done_at.is_null())
        .order(client_requests::asked_at)
        .select(Request::as_select())
        .load(&mut **conn)?)
}

/// Says what was done about a request; the client reads it.
///
/// # Errors
/// `Forbidden` without the role staff; `Invalid` without an answer; `Conflict` when it was answered already.
pub fn answer_request(conn: &mut Conn, actor: &Actor, id: &str, answer: &str) -> Result<(), Error> {
    actor.require(Role::Staff)?;
    if answer.is_empty() {
        return Err(Error::field("answer", "field-required"));
    }
    if answer.chars().count() > MAX {
        return Err(Error::field("answer", "field-too-long"));
    }
    let now = conn.now()?;
    let known: String = client_requests::table
        .find(id)
        .select(client_requests::id)
        .first(&mut **conn)?;
    let open = client_requests::table
        .find(&known)
        .filter(client_requests::done_at.is_null());
    let changed = diesel::update(open)
        .set((
            client_requests::done_at.eq(Some(now)),
            client_requests::done_by.eq(Some(actor.id.as_str())),
            client_requests::answer.eq(Some(answer)),
        ))
        .execute(&mut **conn)?;
    exactly_one(changed)?;
    audit::record(
        conn,
        &actor.doer(),
        "request.answer",
        &format!("request:{id}"),
        &json!({}),
    )
}
