//! Asking.

use diesel::prelude::*;

use super::enquiry::Enquiry;
use super::jobs::SendEnquiry;
use crate::db::schema::enquiries;
use crate::db::{Conn, StoryId};
use crate::error::Error;
use crate::jobs;

/// So many may wait for the mail server; then it does not work, and visitors are told to call.
const WAITING: i64 = 200;

/// Puts a question about a story into the mail queue. The same question twice is one.
///
/// # Errors
/// `TooManyRequests` when too many wait already.
pub fn ask(conn: &mut Conn, story: &StoryId, enquiry: &Enquiry) -> Result<(), Error> {
    let known: i64 = enquiries::table
        .filter(enquiries::id.eq(&enquiry.id))
        .count()
        .get_result(&mut **conn)?;
    if known > 0 {
        return Ok(());
    }
    let waiting: i64 = enquiries::table.count().get_result(&mut **conn)?;
    if waiting >= WAITING {
        return Err(Error::TooManyRequests { seconds: 600 });
    }
    let now = conn.now()?;
    let job = SendEnquiry {
        enquiry: enquiry.id.clone(),
    };
    let job = jobs::file(conn, &job)?;
    diesel::insert_into(enquiries::table)
        .values((
            enquiries::id.eq(&enquiry.id),
            enquiries::job_id.eq(job.as_str()),
            enquiries::story_id.eq(story.as_str()),
            enquiries::name.eq(&enquiry.name),
            enquiries::contact.eq(&enquiry.contact),
            enquiries::call_at.eq(&enquiry.call_at),
            enquiries::question.eq(&enquiry.question),
            enquiries::asked_at.eq(now),
        ))
        .execute(&mut **conn)?;
    Ok(())
}
