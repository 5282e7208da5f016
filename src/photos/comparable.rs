//! Whether a before and an after can be compared, in words: advice for the person who can take the photo again.

use std::collections::HashMap;

use crate::imaging::measure::{Alignment, Comparison, Finding, Unsure, Weight, What};
use crate::web::text::{Texts, Value};

/// What differs, a sentence each, the weightiest first, and at the end what to do about it.
pub fn comparison_words(texts: &Texts, found: &Comparison) -> Vec<String> {
    let mut said: Vec<String> = found
        .findings
        .iter()
        .map(|finding| sentence(texts, finding))
        .collect();
    let of_light = |finding: &&Finding| !finding.what.is_of_frame();
    if found.findings.is_empty() {
        said.push(texts.get("comparison-alike"));
    }
    match found
        .findings
        .iter()
        .filter(of_light)
        .map(|f| f.weight)
        .max()
    {
        Some(Weight::Clear) => said.push(texts.get("comparison-again")),
        Some(Weight::Noticed) => said.push(texts.get("comparison-next-time")),
        None => {}
    }
    if found
        .findings
        .iter()
        .any(|finding| finding.what.is_of_frame())
    {
        said.push(texts.get("comparison-line-up"));
    }
    if !found.aligned {
        said.push(texts.get("comparison-not-aligned"));
    }
    said
}

/// How an after photo lies to its before, in words; `scale` is how much larger things are in it when both are shown equally
/// wide.
pub fn aligned_words(texts: &Texts, found: &Alignment, scale: f64) -> String {
    let one_place = |number: f64| Value::Number((number * 10.0).round() / 10.0);
    let degrees = found.change.degrees();
    let percent = (scale - 1.0) * 100.0;
    let way = |number: f64, up: &str, down: &str| {
        Value::Text(texts.get(if number >= 0.0 { up } else { down }))
    };
    let args = HashMap::from([
        ("degrees".to_owned(), one_place(degrees.abs())),
        ("percent".to_owned(), one_place(percent.abs())),
        (
            "way".to_owned(),
            way(degrees, "align-clockwise", "align-counterclockwise"),
        ),
        (
            "size".to_owned(),
            way(percent, "align-larger", "align-smaller"),
        ),
        ("places".to_owned(), Value::Number(found.places as f64)),
    ]);
    texts.find("align-found", &args).unwrap_or_default()
}

/// Why two photos could not be lined up, in words.
pub fn unsure_words(texts: &Texts, why: Unsure) -> String {
    texts.get(match why {
        Unsure::TooLittleToSee => "align-too-little-to-see",
        Unsure::NoAgreement => "align-no-agreement",
        Unsure::TooFewPlaces => "align-too-few-places",
    })
}

fn sentence(texts: &Texts, finding: &Finding) -> String {
    let how = match finding.weight {
        Weight::Noticed => "comparison-a-little",
        Weight::Clear => "comparison-much",
    };
    // "Smaller by" is of the larger one.
    let part = match finding.what {
        What::Farther => finding.amount / (1.0 + finding.amount),
        _ => finding.amount,
    };
    let args = HashMap::from([
        ("how".to_owned(), Value::Text(texts.get(how))),
        ("percent".to_owned(), Value::Number((part * 100.0).round())),
        (
            "degrees".to_owned(),
            Value::Number(finding.amount.round().max(1.0)),
        ),
        (
            "stops".to_owned(),
            Value::Text(stops(texts, finding.amount)),
        ),
    ]);
    let id = format!("comparison-{}", finding.what.as_str());
    texts.find(&id, &args).unwrap_or(id)
}

/// "about one stop": photographers speak in halves and thirds.
fn stops(texts: &Texts, amount: f64) -> String {
    match amount {
        ..0.75 => texts.get("stops-two-thirds"),
        ..1.25 => texts.get("stops-one"),
        ..1.75 => texts.get("stops-one-and-a-half"),
        _ => {
            let args = HashMap::from([("count".to_owned(), Value::Number(amount.round()))]);
            texts.find("stops-many", &args).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(findings: &[(What, Weight, f64)]) -> Comparison {
        Comparison {
            aligned: true,
            stops: None,
            white_balance: None,
            blur_before: None,
            blur_after: None,
            blur_times: None,
            scale: None,
            degrees: None,
            background: None,
            findings: findings
                .iter()
                .map(|&(what, weight, amount)| Finding {
                    what,
                    weight,
                    amount,
                })
                .collect(),
        }
    }

    fn words(findings: &[(What, Weight, f64)]) -> String {
        comparison_words(&Texts::english().unwrap(), &found(findings)).join(" ")
    }

    #[test]
    fn a_stop_of_light_reads_like_advice() {
        assert_eq!(
            words(&[(What::Brighter, Weight::Clear, 1.1)]),
            "The after photo is about one stop brighter; hair looks thinner in brighter light. \
             Take it again in the same light if you can."
        );
        assert!(words(&[(What::Darker, Weight::Clear, 2.6)]).contains("about 3 stops darker"));
    }

    #[test]
    fn what_lining_up_puts_right_asks_for_no_new_photo() {
        let said = words(&[(What::Closer, Weight::Noticed, 0.12)]);
        assert!(said.contains("12 %") && !said.contains("again"), "{said}");
        let said = words(&[(What::Farther, Weight::Noticed, 0.25)]);
        assert!(said.contains("20 % smaller"), "{said}");
        let said = words(&[(What::TurnedClockwise, Weight::Clear, 16.4)]);
        assert!(said.contains("16°") && !said.contains("again"), "{said}");
    }

    #[test]
    fn photos_alike_are_said_to_be() {
        assert_eq!(words(&[]), "Light, sharpness and background are alike.");
        let apart = Comparison {
            aligned: false,
            ..found(&[])
        };
        assert_eq!(
            comparison_words(&Texts::english().unwrap(), &apart).len(),
            2
        );
    }

    #[test]
    fn how_photos_lie_to_each_other_has_words() {
        let texts = Texts::english().unwrap();
        let found = Alignment {
            change: crate::imaging::measure::Similarity::new(0.95, 3.2, (0.0, 0.0)),
            confidence: 0.8,
            places: 40,
            expected_error: 1.0,
        };
        let said = aligned_words(&texts, &found, 0.95);
        assert!(
            said.contains("3.2° clockwise") && said.contains("5 % smaller"),
            "{said}"
        );
        for why in [
            Unsure::TooLittleToSee,
            Unsure::NoAgreement,
            Unsure::TooFewPlaces,
        ] {
            assert!(!unsure_words(&texts, why).contains("align-"));
        }
    }

    /// A finding without its words would show its name to people.
    #[test]
    fn every_finding_has_words() {
        for what in What::ALL {
            for weight in [Weight::Noticed, Weight::Clear] {
                let said = words(&[(what, weight, 0.7)]);
                assert!(
                    !said.contains("comparison-") && !said.contains('{'),
                    "{said}"
                );
            }
        }
    }
}
