//! What is public: the one place that decides, from the database's views and the database's clock.
//!
//! `live(grant)` and `public(publication)` are the views `standing_grants` and `standing_publications` (migration
//! `consents`), narrowed here to this moment: `valid_from ≤ now < expires_at`. Every public read goes through here.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::consent::{Channel, What};
use super::live::{LiveGrant, live_at};
use super::proof::{PublicGrant, PublicVideo};
use crate::db::schema::{
    grants, publication_renditions, publications, standing_grants, standing_publications,
    video_files,
};
use crate::db::{CaseId, ClientId, Conn, one_of};
use crate::error::Error;
use crate::imaging::Kind;
use crate::storage::VIDEO;

/// The part of `public(publication)` that the view leaves out: the time of its grant has come and is not over.
#[diesel::dsl::auto_type(no_type_alias)]
fn public_at(now: NaiveDateTime) -> _ {
    standing_publications::valid_from
        .le(now)
        .and(standing_publications::expires_at.gt(now))
}

/// A publication that is public now.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = standing_publications)]
pub struct PublicPublication {
    pub id: String,
    pub public_id: String,
    pub story_id: String,
    pub approval_id: String,
    pub what: String,
    pub subject_id: String,
    pub channel: String,
    /// How much of the person is shown.
    pub level: i32,
    pub attribution: Option<String>,
    /// What the client allowed of it (for facts: their names).
    pub source: String,
    pub published_at: NaiveDateTime,
    pub expires_at: NaiveDateTime,
}

impl PublicPublication {
    /// Whether this grant lets search engines keep it.
    pub fn is_found_by(&self, grant: &LiveGrant) -> bool {
        grant.channel == Channel::Search.as_str()
            && grant.what == self.what
            && grant.subject_id == self.subject_id
    }

    /// Whether this grant lets partners' sites show it too: the same words, and no more of the person.
    pub fn is_lent_by(&self, grant: &LiveGrant) -> bool {
        grant.channel == Channel::PartnerEmbed.as_str()
            && grant.what == self.what
            && grant.subject_id == self.subject_id
            && grant.source == self.source
            && self.level <= grant.level
    }

    /// Whether this grant lets it stand in previews of links: whoever shows one keeps a copy of its own, as a search engine
    /// does, and what is kept elsewhere shows no more than was allowed there.
    pub fn is_shared_by(&self, grant: &LiveGrant) -> bool {
        self.is_found_by(grant) && self.level <= grant.level
    }
}

/// All that is public now on `channel` of the stories given.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub fn public_of_stories(
    conn: &mut Conn,
    stories: &[impl AsRef<str>],
    channel: Channel,
) -> Result<Vec<PublicPublication>, Error> {
    let now = conn.now()?;
    Ok(standing_publications::table
        .filter(one_of(standing_publications::story_id, stories))
        .filter(standing_publications::channel.eq(channel.as_str()))
        .filter(public_at(now))
        .select(PublicPublication::as_select())
        .load(&mut **conn)?)
}

/// All that is public now on `channel`.
///
/// # Errors
/// When the database does not answer: the caller shows nothing.
pub fn public_on(conn: &mut Conn, channel: Channel) -> Result<Vec<PublicPublication>, Error> {
    let now = conn.now()?;
    Ok(standing_publications::table
        .filter(standing_publications::channel.eq(channel.as_str()))
        .filter(public_at(now))
        .select(PublicPublication::as_select())
        .load(&mut **conn)?)
}

/// All of a client that is public now, wherever.
///
/// # Errors
/// When the database does not answer: the caller says nothing is known.
pub fn public_of_client(
    conn: &mut Conn,
    client: &ClientId,
) -> Result<Vec<PublicPublication>, Error> {
    let now = conn.now()?;
    Ok(standing_publications::table
        .filter(standing_publications::client_id.eq(client.as_str()))
        .filter(public_at(now))
        .select(PublicPublication::as_select())
        .load(&mut **conn)?)
}

/// The publication behind a media address, if it is public now.
///
/// # Errors
/// When the database does not answer.
pub fn public_by_id(conn: &mut Conn, public_id: &str) -> Result<Option<PublicPublication>, Error> {
    let now = conn.now()?;
    Ok(standing_publications::table
        .filter(standing_publications::public_id.eq(public_id))
        .filter(public_at(now))
        .select(PublicPublication::as_select())
        .first(&mut **conn)
        .optional()?)
}

/// The proof to serve one rendition of a publication; the part for previews of links only while the photo may be found.
///
/// # Errors
/// `Gone` when it was public once, `NotFound` when it never was or has no such size.
pub fn public_media(
    conn: &mut Conn,
    public_id: &str,
    width: i32,
    format: &str,
) -> Result<PublicGrant, Error> {
    let Some(publication) = public_by_id(conn, public_id)? else {
        return Err(if was_media_public(conn, public_id)? {
            Error::Gone
        } else {
            Error::NotFound
        });
    };
    let (object_id, sha256): (String, String) = publication_renditions::table
        .find((&publication.id, width, format))
        .select((
            publication_renditions::object_id,
            publication_renditions::sha256,
        ))
        .first(&mut **conn)?;
    let further = further_grants(conn, &publication)?;
    let any = |allows: &dyn Fn(&LiveGrant) -> bool| further.iter().any(allows);
    let shared = any(&|grant| publication.is_shared_by(grant));
    if !shared && u32::try_from(width).is_ok_and(|w| Kind::of_width(w) == Kind::OpenGraph) {
        return Err(if was_found(conn, &publication)? {
            Error::Gone
        } else {
            Error::NotFound
        });
    }
    Ok(PublicGrant {
        object_id,
        format: format.to_owned(),
        sha256,
        indexable: any(&|grant| publication.is_found_by(grant)),
        lent: any(&|grant| publication.is_lent_by(grant)),
    })
}

/// The proof to serve a video and its captions.
///
/// # Errors
/// `Gone` when it was public once, `NotFound` when it never was, or is no video.
pub fn public_video(conn: &mut Conn, public_id: &str) -> Result<PublicVideo, Error> {
    let found = public_by_id(conn, public_id)?;
    let Some(publication) = found.filter(|one| one.what == What::Video.as_str()) else {
        let video = publications::table
            .filter(publications::public_id.eq(public_id))
            .filter(publications::what.eq(What::Video.as_str()))
            .count();
        let was: i64 = video.get_result(&mut **conn)?;
        return Err(if was > 0 {
            Error::Gone
        } else {
            Error::NotFound
        });
    };
    let captions: String = publications::table
        .find(&publication.id)
        .select(publications::content)
        .first(&mut **conn)?;
    let (object_id, sha256, bytes): (String, String, i64) = publication_renditions::table
        .filter(publication_renditions::publication_id.eq(&publication.id))
        .filter(publication_renditions::format.eq(VIDEO))
        .select((
            publication_renditions::object_id,
            publication_renditions::sha256,
            publication_renditions::bytes,
        ))
        .first(&mut **conn)?;
    let parts: String = video_files::table
        .filter(video_files::object_id.eq(&object_id))
        .select(video_files::parts)
        .first(&mut **conn)?;
    Ok(PublicVideo {
        object_id,
        sha256,
        parts,
        bytes,
        captions,
        indexable: further_grants(conn, &publication)?
            .iter()
            .any(|grant| publication.is_found_by(grant)),
    })
}

/// By which the same thing may also be found by search engines, and shown on partners' sites.
fn further_grants(
    conn: &mut Conn,
    publication: &PublicPublication,
) -> Result<Vec<LiveGrant>, Error> {
    let now = conn.now()?;
    let case: CaseId = publications::table
        .find(&publication.id)
        .select(publications::case_id)
        .first(&mut **conn)?;
    let further = [Channel::Search, Channel::PartnerEmbed].map(Channel::as_str);
    Ok(standing_grants::table
        .filter(standing_grants::case_id.eq(case.as_str()))
        .filter(standing_grants::what.eq(&publication.what))
        .filter(standing_grants::subject_id.eq(&publication.subject_id))
        .filter(standing_grants::channel.eq_any(further))
        .filter(live_at(now))
        .select(LiveGrant::as_select())
        .load(&mut **conn)?)
}

/// Whether it could be found once.
fn was_found(conn: &mut Conn, publication: &PublicPublication) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(
        grants::table
            .filter(grants::channel.eq(Channel::Search.as_str()))
            .filter(grants::what.eq(&publication.what))
            .filter(grants::subject_id.eq(&publication.subject_id)),
    ))
    .get_result(&mut **conn)?)
}

/// Whether this address served something once (it answers 410 then, also after erasure).
///
/// # Errors
/// When the database does not answer.
pub fn was_media_public(conn: &mut Conn, public_id: &str) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(
        publications::table.filter(publications::public_id.eq(public_id)),
    ))
    .get_result(&mut **conn)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo(level: i32) -> PublicPublication {
        let day = chrono::DateTime::UNIX_EPOCH.naive_utc();
        PublicPublication {
            id: "use".to_owned(),
            public_id: "address".to_owned(),
            story_id: "story".to_owned(),
            approval_id: "approval".to_owned(),
            what: "photo".to_owned(),
            subject_id: "before".to_owned(),
            channel: "website".to_owned(),
            level,
            attribution: None,
            source: "edits".to_owned(),
            published_at: day,
            expires_at: day,
        }
    }

    fn grant(channel: &str, what: &str, subject: &str, source: &str, level: i32) -> LiveGrant {
        LiveGrant {
            id: "grant".to_owned(),
            consent_id: "consent".to_owned(),
            case_id: CaseId::new(),
            what: what.to_owned(),
            subject_id: subject.to_owned(),
            channel: channel.to_owned(),
            source_sha256: String::new(),
            source: source.to_owned(),
            level,
            attribution: None,
            expires_at: chrono::DateTime::UNIX_EPOCH.naive_utc(),
        }
    }

    #[test]
    fn s06_a_yes_to_search_engines_is_for_its_own_thing_and_place() {
        let public = photo(1);
        let found = |channel, what, subject, level| {
            let grant = grant(channel, what, subject, "edits", level);
            (public.is_found_by(&grant), public.is_shared_by(&grant))
        };
        assert_eq!(found("search", "photo", "before", 2), (true, true));
        assert_eq!(found("search", "photo", "before", 1), (true, true));
        // A page that shows no more is found; a copy that shows more is not made.
        assert_eq!(found("search", "photo", "before", 0), (true, false));
        for (channel, what, subject) in [
            ("partner_embed", "photo", "before"),
            ("search", "video", "before"),
            ("search", "photo", "after"),
        ] {
            let (found, shared) = found(channel, what, subject, 2);
            assert!(!found && !shared, "{channel} {what} {subject}");
        }
    }

    #[test]
    fn s06_a_yes_to_partners_is_for_its_own_thing_words_and_level() {
        let public = photo(1);
        let lent = |channel, what, subject, source, level| {
            public.is_lent_by(&grant(channel, what, subject, source, level))
        };
        assert!(lent("partner_embed", "photo", "before", "edits", 1));
        assert!(lent("partner_embed", "photo", "before", "edits", 2));
        assert!(!lent("search", "photo", "before", "edits", 1));
        assert!(!lent("partner_embed", "video", "before", "edits", 1));
        assert!(!lent("partner_embed", "photo", "after", "edits", 1));
        assert!(!lent("partner_embed", "photo", "before", "other edits", 1));
        assert!(!lent("partner_embed", "photo", "before", "edits", 0));
    }
}
