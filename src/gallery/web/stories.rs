//! The gallery and a story.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::cases::{self, FACTS};
use crate::clinic::{self, Practitioner, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::cards::{Card, Filter, cards};
use crate::gallery::compare::{Asked, Compare, compare};
use crate::gallery::story::{PublicStory, public_story};
use crate::gallery::told::Told;
use crate::stories::{self, Story};
use crate::web::markdown::to_html;
use crate::web::page;
use crate::web::paging::Cursor;

const PAGE: usize = 12;
/// The facts one may look for.
const FACETS: [&str; 2] = ["norwood", "skin_tone"];

#[derive(Default, Deserialize)]
pub struct Narrowed {
    treatment: Option<String>,
    norwood: Option<String>,
    skin_tone: Option<String>,
    practitioner: Option<String>,
    after: Option<String>,
}

#[derive(Serialize)]
struct IndexPage {
    treatments: Vec<Treatment>,
    facets: Vec<Facet>,
    practitioners: Vec<Practitioner>,
    treatment: String,
    practitioner: String,
    /// The list is narrowed by more than a treatment.
    narrowed: bool,
    cards: Vec<Card>,
    /// Not the first page.
    later: bool,
    next: Option<String>,
}

/// A fact and what it may be.
#[derive(Serialize)]
struct Facet {
    name: &'static str,
    values: &'static [&'static str],
    chosen: String,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Narrowed>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let shown = app.db.read(move |conn| index_page(conn, &asked)).await?;
    page(&request, "gallery/index.html", &shown)
}

fn index_page(conn: &mut Conn, asked: &Narrowed) -> Result<IndexPage, Error> {
    let cursor = given(asked.after.as_ref())
        .map(|text| Cursor::decode(text).ok_or(Error::NotFound))
        .transpose()?;
    let facets = [&asked.norwood, &asked.skin_tone];
    let facets: Vec<Facet> = FACETS
        .into_iter()
        .zip(facets)
        .map(|(name, chosen)| facet(name, given(chosen.as_ref())))
        .collect::<Result<_, _>>()?;
    let treatments = clinic::treatments(conn)?;
    let treatment = given(asked.treatment.as_ref())
        .map(|slug| treatments.iter().find(|t| t.slug == slug))
        .map(|found| found.ok_or(Error::NotFound))
        .transpose()?;
    let practitioners = clinic::practitioners(conn)?;
    let practitioner = given(asked.practitioner.as_ref())
        .map(|slug| practitioners.iter().find(|p| p.slug == slug))
        .map(|found| found.ok_or(Error::NotFound))
        .transpose()?;
    let mut filter = Filter::default();
    filter.wanted.treatment = treatment.map(|t| t.id.clone());
    filter.wanted.practitioner = practitioner.map(|p| p.id.clone());
    filter.facts = facets
        .iter()
        .filter(|facet| !facet.chosen.is_empty())
        .map(|facet| (facet.name, facet.chosen.clone()))
        .collect();
    let treatment = treatment.map(|t| t.slug.clone()).unwrap_or_default();
    let practitioner = practitioner.map(|p| p.slug.clone()).unwrap_or_default();
    let later = cursor.is_some();
    let (cards, next) = cards(conn, &filter, cursor, PAGE)?;
    let next = next.map(|cursor| address(&treatment, &practitioner, &facets, &cursor));
    Ok(IndexPage {
        treatments,
        practitioners,
        narrowed: !filter.facts.is_empty() || !practitioner.is_empty(),
        practitioner,
        facets,
        treatment,
        cards,
        later,
        next,
    })
}

/// A field of a form that was left alone is no wish.
fn given(field: Option<&String>) -> Option<&str> {
    field.map(String::as_str).filter(|text| !text.is_empty())
}

fn facet(name: &'static str, chosen: Option<&str>) -> Result<Facet, Error> {
    let values = FACTS
        .iter()
        .find(|(fact, _)| *fact == name)
        .map_or(&[][..], |(_, values)| *values);
    match chosen {
        Some(value) if !values.contains(&value) => Err(Error::NotFound),
        chosen => Ok(Facet {
            name,
            values,
            chosen: chosen.unwrap_or_default().to_owned(),
        }),
    }
}

/// All parts are of closed lists or our own making: nothing needs escaping.
fn address(treatment: &str, practitioner: &str, facets: &[Facet], after: &Cursor) -> String {
    let mut parts = vec![("treatment", treatment), ("practitioner", practitioner)];
    parts.extend(facets.iter().map(|facet| (facet.name, &*facet.chosen)));
    let after = after.encode();
    parts.push(("after", &after));
    let query: Vec<String> = parts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    format!("/stories?{}", query.join("&"))
}

/// The page of a story.
#[derive(Serialize)]
pub struct StoryPage {
    story: PublicStory,
    treatment: Treatment,
    /// HTML made safe.
    aftercare: String,
    compare: Option<Compare>,
    /// Slug of the page of who treated, when there is one.
    practitioner: Option<String>,
    told: Option<Told>,
    /// Others of the same treatment.
    more: Vec<Card>,
}

/// 200 while anything of it is public, 410 once it was, else 404.
pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    slug: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let shown = app
        .db
        .read(move |conn| {
            let story = stories::by_slug(conn, &slug)?.ok_or(Error::NotFound)?;
            match public_story(conn, &story)? {
                Some(public) => {
                    let path = format!("/stories/{}", public.slug);
                    story_page(conn, &story, public, &path, &asked)
                }
                None if story.first_published_at.is_some() => Err(Error::Gone),
                None => Err(Error::NotFound),
            }
        })
        .await?;
    let indexable = shown.story.indexable;
    let mut answer = page(&request, "gallery/show.html", &shown)?;
    if !indexable {
        answer.headers_mut().insert(
            HeaderName::from_static("x-robots-tag"),
            HeaderValue::from_static("noindex, noai, noimageai"),
        );
    }
    Ok(answer)
}

/// Everything on the page of a story; `path` is where it stands.
pub(in crate::gallery) fn story_page(
    conn: &mut Conn,
    row: &Story,
    story: PublicStory,
    path: &str,
    asked: &Asked,
) -> Result<StoryPage, Error> {
    let treatment = clinic::treatment(conn, &story.treatment_id)?;
    let mut filter = Filter::default();
    filter.wanted.treatment = Some(treatment.id.clone());
    let (mut more, _) = cards(conn, &filter, None, 4)?;
    more.retain(|card| card.slug != story.slug);
    more.truncate(3);
    Ok(StoryPage {
        aftercare: to_html(&treatment.aftercare),
        compare: compare(&story, path, asked),
        practitioner: practitioner(conn, row, &story)?,
        told: Told::of(&story),
        treatment,
        more,
        story,
    })
}

/// The approved story names who treated; the page of that name is linked while it is the same person.
fn practitioner(
    conn: &mut Conn,
    row: &Story,
    story: &PublicStory,
) -> Result<Option<String>, Error> {
    let (Some(shown), Some(id)) = (
        &story.practitioner,
        cases::case(conn, &row.case_id)?.practitioner_id,
    ) else {
        return Ok(None);
    };
    let person = clinic::practitioner(conn, &id)?;
    let same = person.archived_at.is_none() && shown.starts_with(&person.name);
    Ok(same.then_some(person.slug))
}
