//! Other websites that may show our pages in frames and our pictures by address: the clinic's own beside this one, and those of
//! partners, which are a place that clients are asked about apart. That a site is the clinic's an admin says and answers for:
//! nothing is fetched from there, and what is said is written down.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use serde::Serialize;
use serde_json::json;
use url::{Host, Url};

use crate::accounts::{Actor, Role};
use crate::audit;
use crate::config::Config;
use crate::db::schema::{embed_sites, users};
use crate::db::{Conn, Id, exactly_one};
use crate::error::Error;

/// Whose a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// The clinic's: what is allowed on its website is allowed there.
    Own,
    /// Someone else's: only what is allowed on partners' websites.
    Partner,
}

impl Relation {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Partner => "partner",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        let all = [Self::Own, Self::Partner];
        all.into_iter().find(|one| one.as_str() == text)
    }
}

/// A site, and who said whose it is.
#[derive(Debug, Clone, Queryable, Serialize)]
pub struct Site {
    pub id: String,
    /// As browsers name it: `https://www.clinic.example`.
    pub origin: String,
    pub relation: String,
    pub attested_at: NaiveDateTime,
    pub attested_by: String,
}

/// More than these would not fit into a header that all servers take.
const MOST: usize = 40;

/// All of them, by name.
///
/// # Errors
/// When the database does not answer.
pub fn sites(conn: &mut Conn) -> Result<Vec<Site>, Error> {
    Ok(embed_sites::table
        .inner_join(users::table)
        .order(embed_sites::origin)
        .select((
            embed_sites::id,
            embed_sites::origin,
            embed_sites::relation,
            embed_sites::attested_at,
            users::name,
        ))
        .load(&mut **conn)?)
}

/// The origins of the clinic's own, by name.
///
/// # Errors
/// When the database does not answer: the caller lets nobody in.
pub fn origins(conn: &mut Conn) -> Result<Vec<String>, Error> {
    origins_of(conn, Relation::Own)
}

/// The origins of partners' sites, by name.
///
/// # Errors
/// When the database does not answer: the caller lets nobody in.
pub fn partner_origins(conn: &mut Conn) -> Result<Vec<String>, Error> {
    origins_of(conn, Relation::Partner)
}

fn origins_of(conn: &mut Conn, relation: Relation) -> Result<Vec<String>, Error> {
    Ok(embed_sites::table
        .filter(embed_sites::relation.eq(relation.as_str()))
        .order(embed_sites::origin)
        .select(embed_sites::origin)
        .load(&mut **conn)?)
}

/// Whether any other site of the clinic's may show our pages.
///
/// # Errors
/// When the database does not answer.
pub fn may_be_framed(conn: &mut Conn) -> Result<bool, Error> {
    Ok(!origins(conn)?.is_empty())
}

/// Lets a site show our pages, on the word of an admin whose it is.
///
/// # Errors
/// `Invalid` for what is no site, for one without that word, and for one that is there already.
pub fn add_site(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    text: &str,
    relation: Option<Relation>,
) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let refusal = |message: &str| Error::field("site", message);
    let origin = origin(text, !config.web.is_https()).ok_or_else(|| refusal("site-refused"))?;
    let relation = relation.ok_or_else(|| Error::field("whose", "site-whose-required"))?;
    let known = sites(conn)?;
    if known.iter().any(|one| one.origin == origin) {
        return Err(refusal("site-twice"));
    }
    if known.len() >= MOST {
        return Err(refusal("site-too-many"));
    }
    let id = Id::<()>::new().to_string();
    let now = conn.now()?;
    diesel::insert_into(embed_sites::table)
        .values((
            embed_sites::id.eq(&id),
            embed_sites::origin.eq(&origin),
            embed_sites::relation.eq(relation.as_str()),
            embed_sites::attested_at.eq(now),
            embed_sites::attested_by.eq(actor.id.as_str()),
        ))
        .execute(&mut **conn)?;
    record(conn, actor, "embed_site.attest", &id, (&origin, relation))
}

/// From now on the site shows nothing of ours.
///
/// # Errors
/// `NotFound`.
pub fn remove_site(conn: &mut Conn, actor: &Actor, id: &str) -> Result<(), Error> {
    actor.require(Role::Admin)?;
    let (origin, relation): (String, String) = embed_sites::table
        .find(id)
        .select((embed_sites::origin, embed_sites::relation))
        .first(&mut **conn)?;
    let relation = Relation::parse(&relation).unwrap_or(Relation::Partner);
    exactly_one(diesel::delete(embed_sites::table.find(id)).execute(&mut **conn)?)?;
    record(conn, actor, "embed_site.remove", id, (&origin, relation))
}

fn record(
    conn: &mut Conn,
    actor: &Actor,
    verb: &str,
    id: &str,
    (origin, relation): (&str, Relation),
) -> Result<(), Error> {
    let detail = json!({ "origin": origin, "relation": relation.as_str() });
    audit::record(
        conn,
        &actor.doer(),
        verb,
        &format!("embed_site:{id}"),
        &detail,
    )
}

/// The origin of what was written: a name with or without `https://`, nothing behind it. `on_trial`: this installation is not
/// reached by HTTPS itself, and a page on the same machine may try it out.
fn origin(text: &str, on_trial: bool) -> Option<String> {
    let name = text.trim().trim_end_matches('/');
    let name = name.strip_prefix("https://").unwrap_or(name);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | ':');
    if name.is_empty() || name.len() > 200 || !name.chars().all(plain) {
        return None;
    }
    let here = |host: &str| matches!(host, "localhost" | "127.0.0.1");
    let scheme = match name.split(':').next() {
        Some(host) if here(host) && on_trial => "http",
        _ => "https",
    };
    let url = Url::parse(&format!("{scheme}://{name}")).ok()?;
    let fits = match url.host()? {
        Host::Domain(host) => {
            let labels = host.split('.').count();
            let last = host.rsplit('.').next()?;
            host == "localhost" && on_trial
                || (labels > 1
                    && host.split('.').all(|label| !label.is_empty())
                    && !last.bytes().all(|b| b.is_ascii_digit()))
        }
        Host::Ipv4(address) => on_trial && address.is_loopback(),
        Host::Ipv6(_) => false,
    };
    fits.then(|| url.origin().ascii_serialization())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s37_a_site_is_a_name_reached_by_https() {
        for (text, is) in [
            ("www.clinic.example", "https://www.clinic.example"),
            ("https://Clinic.Example/", "https://clinic.example"),
            ("clinic.example:8443", "https://clinic.example:8443"),
            ("clinic.example:443", "https://clinic.example"),
            ("münchen.example", "https://xn--mnchen-3ya.example"),
        ] {
            assert_eq!(origin(text, false).as_deref(), Some(is), "{text}");
        }
        for text in [
            "",
            "*",
            "*.clinic.example",
            "clinic",
            "http://clinic.example",
            "clinic.example/page",
            "clinic.example; script-src *",
            "clinic.example other.example",
            "'self'",
            "data:",
            "10.0.0.1",
            "[::1]",
            "localhost",
            "127.0.0.1:8080",
            "a@clinic.example",
            "clinic..example",
            "clinic.example:99999",
            "https://",
            "javascript:alert(1)",
        ] {
            assert_eq!(origin(text, false), None, "{text}");
        }
        let tried = origin("127.0.0.1:8080", true);
        assert_eq!(tried.as_deref(), Some("http://127.0.0.1:8080"));
        assert_eq!(origin("192.168.1.4", true), None);
    }
}
