//! What a moderator will look for, while the story is still being written: the gates as four lights, each with the way
//! to mend what is missing. The moderators' own function decides; this only shows it earlier.

use serde::Serialize;

use crate::accounts::Actor;
use crate::config::Config;
use crate::db::Conn;
use crate::error::Error;
use crate::moderation::{Gate, Light, review};
use crate::stories::Story;

/// Gates that only a signed consent can answer; `G07` ("ask the client to sign") speaks for all of them.
const UNSIGNED: [&str; 10] = [
    "G01", "G02", "G04", "G05", "G06", "G09", "G11", "G12", "G13", "G21",
];

/// One light and what keeps it from being green.
#[derive(Debug, Clone, Serialize)]
pub struct Check {
    pub light: Light,
    pub passed: bool,
    pub open: Vec<Gate>,
}

/// The four lights of a story. Who looks at it second (G24) is not a matter of writing it.
///
/// # Errors
/// When the database does not answer.
pub fn checklist(
    conn: &mut Conn,
    config: &Config,
    actor: &Actor,
    story: &Story,
) -> Result<Vec<Check>, Error> {
    let review = review(conn, config, actor, &story.id)?;
    let page = format!("/staff/cases/{}/story", story.case_id);
    let signed = review.facts.consent.is_some();
    let mut open: Vec<Gate> = review
        .gates
        .into_iter()
        .filter(|gate| !gate.passed && gate.id != "G24")
        // Before the client has signed there is one thing to say of it.
        .filter(|gate| signed || !UNSIGNED.contains(&gate.id.as_str()))
        .map(|gate| here(gate, &page))
        .collect();
    if review.facts.snapshot.pairs.is_empty() && !signed {
        let fix = format!("/staff/cases/{}/photos#pairs", story.case_id);
        let missing = vec!["pairs".to_owned()];
        open.push(Gate::of("pairs", Light::Photos, &fix, missing));
    }
    Ok([Light::Consent, Light::Photos, Light::Facts, Light::Words]
        .into_iter()
        .map(|light| {
            let open: Vec<Gate> = open
                .iter()
                .filter(|gate| gate.light == light)
                .cloned()
                .collect();
            Check {
                light,
                passed: open.is_empty(),
                open,
            }
        })
        .collect())
}

/// What is mended on this very page leads to its field.
fn here(mut gate: Gate, page: &str) -> Gate {
    if gate.fix == page {
        let field = match gate.id.as_str() {
            "G15" => "authentic",
            "G16" => "marks",
            _ => "title",
        };
        gate.fix = format!("#{field}");
    }
    gate
}
