//! The list of cases: what needs someone, what waits, what is published.

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use super::rows::{Row, rows};
use crate::app::App;
use crate::cases::Wanted;
use crate::desk::words::Words;
use crate::desk::{Facts, Status, Tab, gather};
use crate::error::Error;
use crate::web::forms::clean;
use crate::web::paging::Cursor;
use crate::web::{House, page};

const PAGE: usize = 24;

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    show: String,
    #[serde(default)]
    name: String,
    after: Option<String>,
}

#[derive(Serialize)]
struct TabShown {
    name: Tab,
    href: String,
    count: usize,
    current: bool,
}

#[derive(Serialize)]
struct IndexPage {
    cases: Vec<Row>,
    tabs: Vec<TabShown>,
    tab: Tab,
    name: String,
    /// Cases there are at all, whatever was searched for.
    any: bool,
    next: Option<String>,
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let asked = asked.into_inner();
    let name = clean(&asked.name);
    let cursor = match asked.after.as_deref() {
        None => None,
        Some(text) => Some(Cursor::decode(text).ok_or(Error::NotFound)?),
    };
    let tab = match asked.show.as_str() {
        "" => None,
        text => Some(Tab::parse(text).ok_or(Error::NotFound)?),
    };
    let (zone, texts) = (House::of(&request).time_zone, app.pages.texts.clone());
    let shown = app
        .db
        .read(move |conn| {
            let all = gather(conn, &Wanted::ClientName(name.clone()))?;
            let count = |tab: Tab| all.iter().filter(|one| tab.holds(Status::of(one))).count();
            // What needs someone comes first; where nothing does, there is nothing to choose by.
            let tab = tab.unwrap_or(match count(Tab::Needs) {
                0 => Tab::All,
                _ => Tab::Needs,
            });
            let tabs = Tab::ALL.map(|one| TabShown {
                name: one,
                href: address(one, &name, None),
                count: count(one),
                current: one == tab,
            });
            let any = !all.is_empty() || !name.is_empty();
            let (some, next) = cut(all, tab, cursor.as_ref());
            let words = Words {
                texts: &texts,
                zone: &zone,
            };
            Ok(IndexPage {
                cases: rows(conn, &words, &some)?,
                tabs: tabs.into(),
                tab,
                any,
                next: next.map(|after| address(tab, &name, Some(&after))),
                name,
            })
        })
        .await?;
    page(&request, "desk/cases.html", &shown)
}

/// The address of a page of this list.
fn address(tab: Tab, name: &str, after: Option<&str>) -> String {
    let mut fields = vec![("show", tab.as_str())];
    if !name.is_empty() {
        fields.push(("name", name));
    }
    fields.extend(after.map(|after| ("after", after)));
    // Pairs of texts can always be written so.
    format!(
        "/staff/cases?{}",
        serde_urlencoded::to_string(fields).unwrap_or_default()
    )
}

/// One page of the cases of a tab, and where the next one begins.
fn cut(all: Vec<Facts>, tab: Tab, cursor: Option<&Cursor>) -> (Vec<Facts>, Option<String>) {
    let behind = |one: &Facts| {
        cursor.is_none_or(|cursor| {
            (one.last_at(), one.case.id.as_str()) < (cursor.at, cursor.id.as_str())
        })
    };
    let mut some: Vec<Facts> = all
        .into_iter()
        .filter(|one| tab.holds(Status::of(one)) && behind(one))
        .take(PAGE + 1)
        .collect();
    let more = some.len() > PAGE;
    some.truncate(PAGE);
    let next = some.last().filter(|_| more).map(|last| {
        Cursor {
            at: last.last_at(),
            id: last.case.id.to_string(),
        }
        .encode()
    });
    (some, next)
}
