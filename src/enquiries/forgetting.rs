//! Questions about stories of a client who is forgotten.

use diesel::prelude::*;

use super::jobs::SendEnquiry;
use crate::db::schema::enquiries;
use crate::db::{Conn, StoryId};
use crate::error::Error;
use crate::jobs;

/// Drops questions that the mail server has not taken: what they ask about is gone. Each goes with its job. Says how many.
///
/// # Errors
/// When the database refuses.
pub fn forget(conn: &mut Conn, stories: &[StoryId]) -> Result<usize, Error> {
    let stories = stories.iter().map(StoryId::as_str);
    let waiting: Vec<String> = enquiries::table
        .filter(enquiries::story_id.eq_any(stories))
        .select(enquiries::id)
        .load(&mut **conn)?;
    jobs::call_off_those::<SendEnquiry>(conn, |job| waiting.contains(&job.enquiry))
}
