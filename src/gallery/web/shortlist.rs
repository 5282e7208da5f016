//! Stories side by side, for oneself, a friend or the consultation. The address holds the list; the device may keep it; we
//! know nothing of it.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::cases::FACTS;
use crate::clinic;
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::cards::{Card, card, shown};
use crate::stories;
use crate::web::page;

/// More than these are no shortlist.
const MOST: usize = 6;
/// Longer ones are not of our making.
const SLUG: usize = 120;

#[derive(Default, Deserialize)]
pub struct Asked {
    /// Slugs between commas.
    #[serde(default)]
    s: String,
}

#[derive(Serialize)]
struct ShortlistPage {
    kept: Vec<Kept>,
    /// Some that were asked for are not shown any more, or never were.
    missing: bool,
}

#[derive(Serialize)]
struct Kept {
    card: Card,
    treatment: String,
    /// Each fact that any of the stories tells, and what this one says of it; empty when it says nothing.
    said: Vec<(&'static str, String)>,
    /// The address of the list without this one.
    without: String,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let mut slugs: Vec<String> = Vec::new();
    for slug in asked
        .s
        .split(',')
        .filter(|s| !s.is_empty() && s.len() <= SLUG)
    {
        if slugs.len() < MOST && slugs.iter().all(|known| known != slug) {
            slugs.push(slug.to_owned());
        }
    }
    let shown = app.db.read(move |conn| shortlist(conn, &slugs)).await?;
    page(&request, "gallery/shortlist.html", &shown)
}

fn shortlist(conn: &mut Conn, slugs: &[String]) -> Result<ShortlistPage, Error> {
    let mut ids = Vec::new();
    for slug in slugs {
        let story = stories::by_slug(conn, slug)?;
        ids.extend(story.map(|story| story.id.to_string()));
    }
    let public = shown(conn, &ids)?;
    let mut treatments = Vec::new();
    for story in &public {
        treatments.push(clinic::treatment(conn, &story.treatment_id)?.name);
    }
    let cards: Vec<Card> = public.iter().filter_map(|story| card(story)).collect();
    let all: Vec<&str> = cards.iter().map(|card| card.slug.as_str()).collect();
    let without = |slug: &str| {
        let rest: Vec<&str> = all.iter().copied().filter(|one| *one != slug).collect();
        match rest.is_empty() {
            true => "/shortlist".to_owned(),
            false => format!("/shortlist?s={}", rest.join(",")),
        }
    };
    let told = |card: &Card, name: &str| {
        let mut facts = card.facts.iter();
        facts
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
    };
    let any = |name: &&str| cards.iter().any(|card| told(card, name).is_some());
    let facts: Vec<&'static str> = FACTS.iter().map(|(name, _)| *name).filter(any).collect();
    let said = |card: &Card| {
        let facts = facts
            .iter()
            .map(|name| (*name, told(card, name).unwrap_or_default()));
        facts.collect()
    };
    Ok(ShortlistPage {
        missing: cards.len() < slugs.len(),
        kept: cards
            .iter()
            .zip(treatments)
            .map(|(card, treatment)| Kept {
                without: without(&card.slug),
                said: said(card),
                card: card.clone(),
                treatment,
            })
            .collect(),
    })
}
