//! What the clinic offers.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::clinic::{self, Practitioner, SectionKind, Treatment};
use crate::db::Conn;
use crate::error::Error;
use crate::gallery::cards::{Card, cards, shown};
use crate::gallery::catalogue::Sort;
use crate::gallery::lasting::{Lasting, lasting};
use crate::gallery::named::{apart, named};
use crate::gallery::{Catalogue, Wish};
use crate::web::markdown::to_html;
use crate::web::page;

#[derive(Serialize)]
struct IndexPage {
    treatments: Vec<Treatment>,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let treatments = app.db.read(clinic::treatments).await?;
    page(
        &request,
        "gallery/treatments.html",
        &IndexPage { treatments },
    )
}

#[derive(Serialize)]
struct ShowPage {
    treatment: Treatment,
    /// HTML made safe.
    body: String,
    parts: Vec<Part>,
    cards: Vec<Card>,
    /// How long it lasts, in pictures.
    lasting: Vec<Lasting>,
    practitioners: Vec<Practitioner>,
}

/// So many stories are looked at for the strip, those first that go on for longest.
const COURSES: usize = 24;

/// A part of the page under a heading of its own.
#[derive(Serialize)]
struct Part {
    kind: String,
    html: String,
    items: Vec<Item>,
}

#[derive(Serialize)]
struct Item {
    title: String,
    html: String,
    /// Stories that show it.
    cards: Vec<Card>,
}

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    slug: Path<String>,
) -> Result<HttpResponse, Error> {
    let stories = catalogue.now(&app).await?;
    let shown = app
        .db
        .read(move |conn| {
            let treatment = clinic::treatment_by_slug(conn, &slug)?;
            let listed = stories.list(&Wish::of_treatment(&treatment.id), None, 3);
            let mut longest = Wish::of_treatment(&treatment.id);
            longest.sort = Sort::Longest;
            let longest = stories.list(&longest, None, COURSES);
            let lasting = lasting(&shown(conn, &longest.stories)?);
            Ok(ShowPage {
                body: to_html(&treatment.body),
                parts: parts(conn, &treatment, !lasting.is_empty())?,
                practitioners: clinic::practitioners(conn)?,
                treatment,
                cards: cards(conn, &listed.stories)?,
                lasting,
            })
        })
        .await?;
    page(&request, "gallery/treatment.html", &shown)
}

/// The parts that were written; what is typical and how to care for it stand where a reader looks for them.
fn parts(conn: &mut Conn, treatment: &Treatment, lasting: bool) -> Result<Vec<Part>, Error> {
    let own = |kind: &str, markdown: &str| Part {
        kind: kind.to_owned(),
        html: to_html(markdown),
        items: Vec::new(),
    };
    let mut parts = Vec::new();
    let mut typical = Some(own("typical", &treatment.typical_result));
    let mut aftercare = Some(own("aftercare", &treatment.aftercare));
    for section in clinic::treatment_sections(conn, &treatment.id)? {
        if section.kind >= SectionKind::Unsuitable {
            parts.extend(typical.take());
        }
        if section.kind >= SectionKind::Price {
            parts.extend(aftercare.take());
        }
        let mut items = Vec::new();
        for item in section.items {
            let (text, slugs) = apart(&item.body);
            items.push(Item {
                title: item.title,
                html: to_html(&text),
                cards: named(conn, &slugs)?,
            });
        }
        parts.push(Part {
            kind: section.kind.to_string(),
            html: to_html(&section.body),
            items,
        });
    }
    parts.extend(typical.into_iter().chain(aftercare));
    // The pictures speak for themselves where nothing is written about how long it lasts.
    let durability = SectionKind::Durability.as_str();
    if lasting && parts.iter().all(|part| part.kind != durability) {
        parts.push(own(durability, ""));
    }
    parts.retain(|part| !part.html.is_empty() || (lasting && part.kind == durability));
    Ok(parts)
}
