//! What a client allows now, gathered from the single grants, so that it can be said in words.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::consents::LiveGrant;
use crate::imaging::Level;

/// All that is allowed of a case.
#[derive(Serialize)]
pub struct Allowed {
    /// How many photos at each level: the name of the level and the number.
    photos: Vec<(&'static str, usize)>,
    channels: Vec<String>,
    name: Option<String>,
    words: bool,
    video: bool,
    rating: bool,
    facts: bool,
    until: Option<NaiveDateTime>,
}

impl Allowed {
    pub fn of(grants: &[LiveGrant]) -> Option<Self> {
        if grants.is_empty() {
            return None;
        }
        let has = |what: &str| grants.iter().any(|grant| grant.what == what);
        let on_level = |level: Level| {
            let fits = |grant: &&LiveGrant| {
                grant.what == "photo" && Level::try_from(grant.level).is_ok_and(|one| one == level)
            };
            let mut ids: Vec<&str> = grants
                .iter()
                .filter(fits)
                .map(|grant| grant.subject_id.as_str())
                .collect();
            ids.dedup();
            (level.as_str(), ids.len())
        };
        let mut channels: Vec<String> = grants.iter().map(|one| one.channel.clone()).collect();
        channels.sort();
        channels.dedup();
        Some(Self {
            photos: [Level::AreaOnly, Level::Covered, Level::FullFace]
                .map(on_level)
                .into_iter()
                .filter(|(_, photos)| *photos > 0)
                .collect(),
            channels,
            name: grants
                .iter()
                .find(|grant| grant.what == "name")
                .map(|grant| grant.source.clone()),
            words: has("words"),
            video: has("video"),
            rating: has("rating"),
            facts: has("facts"),
            until: grants.iter().map(|one| one.expires_at).min(),
        })
    }
}
