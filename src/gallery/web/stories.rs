//! The gallery: all stories, narrowed down and searched; each view is an address.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use url::form_urlencoded::Serializer;

use crate::app::App;
use crate::clinic::{self, Practitioner, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::cards::{Card, cards};
use crate::gallery::catalogue::{Facet, Sort, label};
use crate::gallery::sought::{Asked, Sought};
use crate::gallery::{Catalogue, Index, Wish};
use crate::web::paging::Cursor;
use crate::web::text::Texts;
use crate::web::{House, page};

const PAGE: usize = 12;

#[derive(Serialize)]
struct IndexPage {
    treatments: Vec<Treatment>,
    facets: Vec<Facet>,
    practitioners: Vec<Practitioner>,
    treatment: String,
    practitioner: String,
    /// What was searched for, as it was written.
    search: String,
    /// What was looked for instead.
    corrected: Option<String>,
    sort: &'static str,
    /// The list is narrowed by more than a treatment.
    narrowed: bool,
    /// Each condition in words, and the address of the list without it.
    conditions: Vec<Condition>,
    total: usize,
    cards: Vec<Card>,
    /// Not the first page.
    later: bool,
    next: Option<String>,
}

#[derive(Serialize)]
struct Condition {
    label: String,
    without: String,
}

pub async fn index(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let _turn = match asked.is_empty() {
        true => None,
        false => Some(catalogue.turn().await?),
    };
    let stories = catalogue.now(&app).await?;
    let texts = app.pages.texts_in(House::of(&request).language);
    let shown = app
        .db
        .read(move |conn| index_page(conn, &stories, &asked, &texts))
        .await?;
    page(&request, "gallery/index.html", &shown)
}

fn index_page(
    conn: &mut Conn,
    stories: &Index,
    asked: &Asked,
    texts: &Texts,
) -> Result<IndexPage, Error> {
    let treatments = clinic::treatments(conn)?;
    let practitioners = clinic::practitioners(conn)?;
    let sought = Sought::read(asked, &treatments, &practitioners).map_err(|_| Error::NotFound)?;
    let Sought {
        treatment,
        practitioner,
        search,
        wish,
        after: cursor,
    } = sought;
    let view = View {
        treatment: treatment.map(|t| t.slug.as_str()).unwrap_or_default(),
        practitioner: practitioner.map(|p| p.slug.as_str()).unwrap_or_default(),
        search: &search,
        wish: &wish,
    };
    let listed = stories.list(&wish, cursor.as_ref(), PAGE);
    let conditions = view.conditions(practitioner, texts);
    Ok(IndexPage {
        facets: stories.facets(&wish, texts),
        next: listed.next.map(|next| view.address("", Some(&next))),
        narrowed: !conditions.is_empty(),
        conditions,
        treatment: view.treatment.to_owned(),
        practitioner: view.practitioner.to_owned(),
        corrected: listed.corrected,
        sort: wish.sort.as_str(),
        total: listed.total,
        cards: cards(conn, &listed.stories)?,
        later: cursor.is_some(),
        treatments,
        practitioners,
        search,
    })
}

/// What is asked for, as it stands in an address.
struct View<'a> {
    treatment: &'a str,
    practitioner: &'a str,
    search: &'a str,
    wish: &'a Wish,
}

impl View<'_> {
    /// The address of this view but for one condition, from the beginning or from a place on.
    fn address(&self, without: &str, after: Option<&Cursor>) -> String {
        let sort = Some(self.wish.sort).filter(|sort| *sort != Sort::default());
        let after = after.map(Cursor::encode);
        let mut parts = vec![
            ("q", self.search),
            ("treatment", self.treatment),
            ("practitioner", self.practitioner),
            ("sort", sort.map_or("", Sort::as_str)),
        ];
        parts.extend(self.wish.chosen());
        parts.push(("after", after.as_deref().unwrap_or_default()));
        let mut query = Serializer::new(String::new());
        for (name, value) in parts {
            if !value.is_empty() && name != without {
                query.append_pair(name, value);
            }
        }
        match query.finish() {
            query if query.is_empty() => "/stories".to_owned(),
            query => format!("/stories?{query}"),
        }
    }

    fn conditions(&self, practitioner: Option<&Practitioner>, texts: &Texts) -> Vec<Condition> {
        let mut conditions = Vec::new();
        let mut add = |name: &str, label: String| {
            let without = self.address(name, None);
            conditions.push(Condition { label, without });
        };
        if !self.search.is_empty() {
            add(
                "q",
                texts.format("stories-search-for", &[("words", self.search)]),
            );
        }
        for (name, value) in self.wish.chosen() {
            let fact = texts.get(&format!("fact-{}", name.replace('_', "-")));
            let value = label(texts, name, value);
            add(
                name,
                texts.format("stories-condition", &[("fact", &fact), ("value", &value)]),
            );
        }
        if let Some(person) = practitioner {
            add("practitioner", person.name.clone());
        }
        conditions
    }
}
