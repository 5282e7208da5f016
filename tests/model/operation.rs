//! What people may do to a case, in any order.

use proptest::prelude::*;

/// One step. Which photo is meant is a number taken modulo the photos there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    Upload,
    /// The client is asked and signs: also renewing, widening and narrowing by a new signature.
    Sign {
        level: usize,
        place: &'static str,
        name: bool,
        words: bool,
    },
    Narrow {
        photo: usize,
        level: usize,
    },
    Withdraw(Part),
    /// Down at once, and up again by the client alone.
    Pause(Part),
    Resume,
    /// Staff cover the mark on a photo, or uncover it.
    Cover {
        photo: usize,
        covered: bool,
    },
    Remove {
        photo: usize,
    },
    /// Another title and text.
    Rewrite,
    /// Handed to the moderators, who approve it if they can.
    Approve,
    /// The moderator takes the approval back.
    Undo,
    Unpublish,
    /// Longer than a consent lasts.
    Expire,
    /// The text that clients sign is recalled, and another takes its place.
    Recall,
    /// Someone of the clinic disputes what was signed.
    Suspend,
    /// An admin settles that.
    Settle,
    /// An admin forgets the client, for good.
    Forget,
    Backup,
    /// The last backup takes the place of what is there.
    Restore,
    Restart,
}

/// How much is taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    All,
    Website,
    Search,
    Partners,
    Photo(usize),
    Name,
    Words,
}

/// A case with something to show, sometimes kept in a backup, and then anything; some are forgotten in the end.
pub fn sequences() -> impl Strategy<Value = Vec<Operation>> {
    let anything = prop::collection::vec(operation(), 2..8);
    let (begun, kept) = (prop::bool::weighted(0.8), prop::bool::weighted(0.3));
    let ends = (kept, prop::bool::weighted(0.25));
    (begun, ends, sign(), anything).prop_map(|(begun, (kept, forgotten), sign, rest)| {
        let mut all = vec![Operation::Upload, Operation::Upload];
        if begun {
            all.extend([sign, Operation::Approve]);
        }
        if kept {
            all.push(Operation::Backup);
        }
        all.extend(rest);
        if forgotten {
            all.push(Operation::Forget);
        }
        if kept {
            all.push(Operation::Restore);
        }
        all
    })
}

fn sign() -> impl Strategy<Value = Operation> {
    let place = prop_oneof![
        1 => Just("nowhere"),
        4 => Just("website"),
        4 => Just("website_and_search"),
        3 => Just("website_and_partners"),
    ];
    (0..3usize, place, any::<bool>(), any::<bool>()).prop_map(|(level, place, name, words)| {
        Operation::Sign {
            level,
            place,
            name,
            words,
        }
    })
}

fn operation() -> impl Strategy<Value = Operation> {
    use Operation::*;
    let photo = 0..super::picture::MOST;
    let part = prop_oneof![
        3 => Just(Part::All),
        1 => Just(Part::Website),
        2 => Just(Part::Search),
        2 => Just(Part::Partners),
        3 => photo.clone().prop_map(Part::Photo),
        2 => Just(Part::Name),
        2 => Just(Part::Words),
    ];
    prop_oneof![
        3 => Just(Upload),
        5 => sign(),
        4 => (photo.clone(), 0..2usize).prop_map(|(photo, level)| Narrow { photo, level }),
        5 => part.clone().prop_map(Withdraw),
        4 => part.prop_map(Pause),
        3 => Just(Resume),
        6 => (photo.clone(), any::<bool>()).prop_map(|(photo, covered)| Cover { photo, covered }),
        2 => photo.prop_map(|photo| Remove { photo }),
        2 => Just(Rewrite),
        8 => Just(Approve),
        2 => Just(Undo),
        1 => Just(Unpublish),
        2 => Just(Expire),
        2 => Just(Recall),
        3 => Just(Suspend),
        3 => Just(Settle),
        2 => Just(Backup),
        2 => Just(Restore),
        1 => Just(Restart),
    ]
}
