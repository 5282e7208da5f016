//! S46: people act at the same moment, on two instances. Whoever is first: a withdrawal and the end of a yes win, what is
//! public is what the moderator saw, and of two decisions one counts.

use std::collections::BTreeSet;
use std::time::Duration;

use candor::db::schema::publications;
use diesel::prelude::*;

use super::arena::{Arena, Spread, begin, how_many, share};
use super::support::open_publications;
use crate::support::app::TestApp;

/// What another instance still remembers is gone after this long.
const SECOND: Duration = Duration::from_secs(1);

/// How the races ended: both endings must have been met.
#[derive(Debug, Default)]
struct Tally {
    approved: u32,
    refused: u32,
}

impl Tally {
    #[track_caller]
    fn count(&mut self, round: u32, decided: u16) -> bool {
        match decided {
            303 => self.approved += 1,
            409 => self.refused += 1,
            other => panic!("{other} in round {round}"),
        }
        decided == 303
    }

    fn both_were_met(&self, race: &str) {
        println!("S46, {race}: {self:?}");
        assert!(self.approved > 0 && self.refused > 0, "{self:?}");
    }
}

#[tokio::test]
async fn s46_approve_and_withdraw_race_and_the_withdrawal_wins() {
    let arena = Arena::open().await;
    let (mut spread, mut tally) = (Spread::new(), Tally::default());
    for round in 0..how_many() {
        let epoch = arena.set_back().await;
        let (here, there) = arena.sides(round);
        let approve = arena.approve(&arena.moderator, there, &epoch);
        let phone = arena.phone.at(here);
        let withdraw = phone.send("/c/withdrawal", &[("scope", "all")]);
        let (decided, withdrawn) = spread.race(round, approve, withdraw).await;
        withdrawn.expect(303);
        let approved = tally.count(round, decided);
        assert_eq!(
            open_publications(&here.app).await,
            0,
            "publications are open after round {round}"
        );
        assert_nothing_is_public(&arena, round, approved, here, there).await;
    }
    tally.both_were_met("approve and withdraw");
}

#[tokio::test]
async fn s46_publish_and_expire_race_and_the_end_wins() {
    let arena = Arena::open().await;
    let (mut took, mut tally) = (Duration::from_millis(20), Tally::default());
    for round in 0..how_many() {
        let epoch = arena.set_back().await;
        let (here, there) = arena.sides(round);
        // From "over before anybody looks" through every step of the approval to "over when it is done".
        let ends = arena.end_in(took.mul_f64(share(round) * 2.0)).await;
        let approve = arena.approve(&arena.moderator, here, &epoch);
        let (decided, this_took) = begin(Duration::ZERO, approve).await;
        took = (took * 3 + this_took) / 4;
        let approved = tally.count(round, decided);
        arena.until(ends).await;
        assert_nothing_is_public(&arena, round, approved, here, there).await;
    }
    tally.both_were_met("publish and expire");
}

/// Nothing of the client is public by either instance's predicate; `here`, where it ended or was decided, nothing is served
/// from this moment on, and a second later nowhere.
async fn assert_nothing_is_public(
    arena: &Arena,
    round: u32,
    approved: bool,
    here: &TestApp,
    there: &TestApp,
) {
    for clinic in [here, there] {
        let public = arena.public_at(clinic).await;
        assert!(public.is_empty(), "round {round}: {public:?}");
    }
    let gone = if approved { 410 } else { 404 };
    let picture = arena.picture().await;
    assert_eq!(picture.is_some(), approved, "round {round}");
    let visitor = arena.visitor(here);
    visitor.get(&arena.address).await.expect(gone);
    if let Some(picture) = &picture {
        visitor.get(picture).await.expect(410);
    }
    // The rest takes longer, and is asked for less often.
    if round % 10 < 2 {
        let list = visitor.get("/stories").await.expect(200);
        assert_eq!(
            list.between("href=\"/stories/", "\""),
            None,
            "listed in round {round}"
        );
        let elsewhere = arena.visitor(there);
        elsewhere.until(&arena.address, gone, SECOND).await;
        if let Some(picture) = &picture {
            elsewhere.get(picture).await.expect(410);
        }
    }
}

#[tokio::test]
async fn s46_edit_and_approve_race_and_what_is_public_was_seen() {
    let arena = Arena::open().await;
    let mut spread = Spread::new();
    let mut tallies: [Tally; 4] = Default::default();
    for round in 0..how_many() {
        let epoch = arena.set_back().await;
        // Each edit at each instance.
        let (here, there) = arena.sides(round / 4);
        let approve = arena.approve(&arena.moderator, there, &epoch);
        let edit = Edit::ALL[(round % 4) as usize];
        let staff = arena.staff.at(here);
        let (path, fields) = edit.form(&arena);
        let fields: Vec<_> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let edited = staff.send(&path, &fields);
        let (decided, edited) = spread.race(round / 4, approve, edited).await;
        let approved = tallies[(round % 4) as usize].count(round, decided);
        // An address that was public for a moment stays.
        let refused = approved && edit == Edit::Address;
        edited.expect(if refused { 422 } else { 303 });
        edit.assert_what_was_seen(&arena, round, approved, here)
            .await;
    }
    for (edit, tally) in Edit::ALL.iter().zip(tallies) {
        tally.both_were_met(&format!("approve and edit of {edit:?}"));
    }
}

/// What staff change while a moderator decides.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Edit {
    Title,
    Address,
    /// The description of a photo.
    Alt,
    /// Less of a photo is to be seen.
    Cover,
}

impl Edit {
    const ALL: [Self; 4] = [Self::Title, Self::Address, Self::Alt, Self::Cover];

    fn form(self, arena: &Arena) -> (String, Vec<(&'static str, String)>) {
        let photo = &arena.before;
        if matches!(self, Self::Alt | Self::Cover) {
            let mut fields = vec![
                ("revision", photo.revision.to_string()),
                ("stage", photo.stage.clone()),
                ("angle", photo.angle.clone()),
                ("taken_on", photo.taken_on.unwrap().to_string()),
                ("faceless", "yes".to_owned()),
            ];
            let alt = match self {
                Self::Alt => "Nobody has looked at this".to_owned(),
                _ => photo.alt.clone(),
            };
            fields.push(("alt", alt));
            if self == Self::Cover {
                fields.extend(
                    [
                        ("mask_kind", "face"),
                        ("mask_x", "10"),
                        ("mask_y", "60"),
                        ("mask_width", "40"),
                        ("mask_height", "20"),
                    ]
                    .map(|(name, value)| (name, value.to_owned())),
                );
            }
            return (format!("/staff/photos/{}", photo.id), fields);
        }
        let slug = match self {
            Self::Address => format!("{}-anew", arena.slug),
            _ => arena.slug.clone(),
        };
        let fields = vec![
            ("revision", arena.revision.clone()),
            ("slug", slug),
            ("title", "Nobody has looked at this".to_owned()),
            ("narrative", "Two sessions, **no** scalpel.".to_owned()),
            ("authentic", "yes".to_owned()),
            ("marks", "yes".to_owned()),
        ];
        let path = format!("/staff/cases/{}/story", arena.studio.case);
        (path, fields)
    }

    /// Public is what the moderator saw, or nothing; and the studio is told the truth about it.
    async fn assert_what_was_seen(self, arena: &Arena, round: u32, approved: bool, here: &TestApp) {
        let public = arena.public_at(here).await;
        assert_eq!(!public.is_empty(), approved, "{self:?} in round {round}");
        let (state, revision) = arena.story().await;
        let written = matches!(self, Self::Title | Self::Address);
        let expected = match (approved, written) {
            (true, _) => "published",
            (false, true) => "draft",
            (false, false) => "submitted",
        };
        assert_eq!(state, expected, "{self:?} in round {round}");
        let first: i32 = arena.revision.parse().unwrap();
        let counted = written && !(approved && self == Self::Address);
        assert_eq!(revision, first + i32::from(counted), "round {round}");
        let photo = arena.before.id.as_str();
        if self == Self::Cover {
            let shown = public.iter().any(|one| one.subject_id == photo);
            assert!(!shown, "more than staff want in round {round}");
            return;
        }
        let visitor = arena.visitor(here);
        let status = if approved { 200 } else { 404 };
        // The instance that edited knows of the approval when it was the earlier of the two, and else within a second.
        visitor.until(&arena.address, status, SECOND).await;
        let page = visitor.get(&arena.address).await.expect(status).text();
        assert!(!page.contains("Nobody has looked"), "round {round}: {page}");
        let title = page.contains("A crown that looks full again");
        assert_eq!(title, approved, "round {round}: {page}");
    }
}

#[tokio::test]
async fn s46_of_two_approvals_one_counts() {
    let arena = Arena::open().await;
    let mut spread = Spread::new();
    let (mut first, mut second) = (0, 0);
    for round in 0..how_many() {
        let epoch = arena.set_back().await;
        let (here, there) = arena.sides(round);
        let before = arena.decided().await;
        let one = arena.approve(&arena.moderator, here, &epoch);
        let other = arena.approve(&arena.admin, there, &epoch);
        match spread.race(round, one, other).await {
            (303, 409) => first += 1,
            (409, 303) => second += 1,
            other => panic!("{other:?} in round {round}"),
        }
        let after = arena.decided().await;
        assert_eq!(after, (before.0 + 1, before.1 + 1), "round {round}");
        let uses = here.app.db.read(|conn| {
            let all: Vec<(String, String, String)> = publications::table
                .select((
                    publications::what,
                    publications::subject_id,
                    publications::channel,
                ))
                .load(&mut **conn)?;
            Ok(all)
        });
        let uses = uses.await.unwrap();
        let different: BTreeSet<_> = uses.iter().collect();
        assert_eq!(different.len(), uses.len(), "round {round}: {uses:?}");
        assert_eq!(arena.public_at(there).await.len(), uses.len());
    }
    println!("S46, two approvals: {first} by the first, {second} by the second");
    assert!(first > 0 && second > 0, "{first} {second}");
}
