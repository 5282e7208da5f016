//! Find someone like me: three questions in one form, and the nearest stories with why they are near.

use std::collections::HashMap;

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::cases::FACTS;
use crate::clinic::{self, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::cards::{Card, card, shown};
use crate::gallery::catalogue::{Answers, Reason, Similar, label};
use crate::gallery::{Catalogue, Index};
use crate::web::text::Texts;
use crate::web::{House, page};

const SHOWN: usize = 6;

/// What an address says; names that mean nothing here are passed over.
type Asked = HashMap<String, String>;

#[derive(Serialize)]
struct FindPage {
    treatments: Vec<Treatment>,
    treatment: String,
    /// The starting points: grades of hair loss, and kinds of scars.
    starts: Vec<Group>,
    start: String,
    ages: Vec<Answer>,
    age_band: String,
    skins: Vec<Answer>,
    skin_tone: String,
    /// Something was answered.
    answered: bool,
    found: Vec<Near>,
}

#[derive(Serialize)]
struct Group {
    label: String,
    answers: Vec<Answer>,
}

#[derive(Serialize)]
struct Answer {
    value: String,
    label: String,
}

#[derive(Serialize)]
struct Near {
    card: Card,
    reasons: Vec<Reason>,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let stories = catalogue.now(&app).await?;
    let texts = app.pages.texts_in(House::of(&request).language);
    let shown = app
        .db
        .read(move |conn| find_page(conn, &stories, &asked, &texts))
        .await?;
    page(&request, "gallery/find.html", &shown)
}

fn find_page(
    conn: &mut Conn,
    stories: &Index,
    asked: &Asked,
    texts: &Texts,
) -> Result<FindPage, Error> {
    let given = |name: &str| {
        asked
            .get(name)
            .map(String::as_str)
            .filter(|text| !text.is_empty())
    };
    let treatments = clinic::treatments(conn)?;
    let treatment = given("treatment")
        .map(|slug| treatments.iter().find(|t| t.slug == slug))
        .map(|found| found.ok_or(Error::NotFound))
        .transpose()?;
    let answers = Answers {
        treatment: treatment.map(|t| t.id.clone()),
        start: given("start").map(start).transpose()?,
        age_band: given("age_band")
            .map(|v| known("age_band", v))
            .transpose()?,
        skin_tone: given("skin_tone")
            .map(|v| known("skin_tone", v))
            .transpose()?,
    };
    let answered = !answers.is_empty() || answers.treatment.is_some();
    let near = match answered {
        true => stories.similar(&answers, texts, SHOWN),
        false => Vec::new(),
    };
    let group = |name: &str, values: Vec<Answer>| Group {
        label: texts.get(&format!("fact-{}", name.replace('_', "-"))),
        answers: values
            .into_iter()
            .map(|one| Answer {
                value: format!("{name}-{}", one.value),
                ..one
            })
            .collect(),
    };
    let mut scars = choices("scar_type", texts);
    scars.retain(|one| one.value != "none");
    Ok(FindPage {
        treatment: treatment.map(|t| t.slug.clone()).unwrap_or_default(),
        starts: vec![
            group("norwood", choices("norwood", texts)),
            group("scar_type", scars),
        ],
        start: given("start").unwrap_or_default().to_owned(),
        ages: choices("age_band", texts),
        age_band: answers.age_band.unwrap_or_default(),
        skins: choices("skin_tone", texts),
        skin_tone: answers.skin_tone.unwrap_or_default(),
        answered,
        found: found(conn, near)?,
        treatments,
    })
}

/// `norwood-3v` or `scar_type-fue`.
fn start(text: &str) -> Result<(&'static str, String), Error> {
    for name in ["norwood", "scar_type"] {
        if let Some(value) = text
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('-'))
        {
            return Ok((name, known(name, value)?));
        }
    }
    Err(Error::NotFound)
}

fn values(name: &str) -> &'static [&'static str] {
    let fact = FACTS.iter().find(|(fact, _)| *fact == name);
    fact.map_or(&[], |(_, values)| *values)
}

fn known(name: &str, value: &str) -> Result<String, Error> {
    let known = values(name).contains(&value);
    known.then(|| value.to_owned()).ok_or(Error::NotFound)
}

fn choices(name: &str, texts: &Texts) -> Vec<Answer> {
    let answer = |value: &&str| Answer {
        value: (*value).to_owned(),
        label: label(texts, name, value),
    };
    values(name).iter().map(answer).collect()
}

fn found(conn: &mut Conn, near: Vec<Similar>) -> Result<Vec<Near>, Error> {
    let ids: Vec<String> = near.iter().map(|one| one.story.clone()).collect();
    let mut reasons: HashMap<String, Vec<Reason>> = near
        .into_iter()
        .map(|one| (one.story, one.reasons))
        .collect();
    let stories = shown(conn, &ids)?;
    let near = stories.iter().filter_map(|story| {
        Some(Near {
            reasons: reasons.remove(&story.id).unwrap_or_default(),
            card: card(story)?,
        })
    });
    Ok(near.collect())
}
