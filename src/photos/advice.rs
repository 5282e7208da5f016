//! Whether the pairs of a story can be compared, a sentence each, for those who write and those who decide: advice beside
//! the gates, none of them.

use std::time::Duration;

use serde::Serialize;

use super::comparable::comparison_words;
use super::framing::{PairMeasures, measure_pair};
use super::measured::MeasuredPairs;
use super::pairs::Pair;
use crate::accounts::Actor;
use crate::app::App;
use crate::consents::StaffGrant;
use crate::error::Error;
use crate::imaging::measure::Weight;
use crate::web::text::Texts;

/// What is said of one pair, and where more is.
#[derive(Debug, Serialize)]
pub struct PairAdvice {
    pub pair: String,
    pub angle: String,
    pub before: String,
    pub after: String,
    pub words: String,
    /// The photos should rather be taken again.
    pub clear: bool,
}

/// No page waits longer for what was not measured yet; whoever looks next finds it.
const PATIENCE: Duration = Duration::from_millis(400);

/// What is known of each pair. What was never measured is measured behind the page, one pair after the other, once.
///
/// # Errors
/// `NotFound` for people who may not see photos.
pub async fn pair_advice(
    app: &App,
    actor: &Actor,
    kept: &MeasuredPairs,
    pairs: &[Pair],
) -> Result<Vec<PairAdvice>, Error> {
    let grant = StaffGrant::of(actor)?;
    let begun: Vec<_> = pairs
        .iter()
        .filter_map(|pair| Some((pair.clone(), kept.begin(pair)?)))
        .collect();
    if !begun.is_empty() {
        let (app, kept) = (app.clone(), kept.clone());
        // A task of its own goes on when the page has not waited for it.
        let measuring = tokio::spawn(async move {
            for (pair, begun) in begun {
                // Advice is nothing that a page fails for.
                let _ = measure_pair(&app, &grant, &kept, &pair).await;
                drop(begun);
            }
        });
        let _ = tokio::time::timeout(PATIENCE, measuring).await;
    }
    let of = |pair: &Pair| advice(&app.pages.texts, pair, kept.get(pair).as_deref());
    Ok(pairs.iter().map(of).collect())
}

fn advice(texts: &Texts, pair: &Pair, measured: Option<&PairMeasures>) -> PairAdvice {
    let words = match measured {
        None => texts.get("pair-advice-unknown"),
        Some(found) => told(texts, found),
    };
    let weight = measured.and_then(|found| found.comparison.weight());
    PairAdvice {
        pair: pair.id.clone(),
        angle: pair.after.angle.clone(),
        before: pair.before.id.to_string(),
        after: pair.after.id.to_string(),
        words,
        clear: weight == Some(Weight::Clear) || measured.is_some_and(|found| found.one_photo),
    }
}

/// What matters most.
fn told(texts: &Texts, found: &PairMeasures) -> String {
    let first = comparison_words(texts, &found.comparison)
        .into_iter()
        .next();
    match (found.one_photo, first) {
        (true, Some(first)) if !found.comparison.findings.is_empty() => {
            format!("{} {first}", texts.get("pair-one-photo"))
        }
        (true, _) => texts.get("pair-one-photo"),
        (false, first) => first.unwrap_or_default(),
    }
}
