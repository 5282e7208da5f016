//! The treatments and their texts.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{Written, refill, refused, stored};
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{self, SectionKind, Treatment, TreatmentForm, TreatmentSection, queries};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

const LIST: &str = "/admin/treatments";

#[derive(Serialize)]
struct IndexPage {
    treatments: Vec<Entry>,
    archived: Vec<Treatment>,
}

/// A treatment and how many of its texts are written.
#[derive(Serialize)]
struct Entry {
    treatment: Treatment,
    filled: usize,
    all: usize,
}

impl Entry {
    fn of(treatment: Treatment, sections: &[TreatmentSection]) -> Self {
        let own = [
            &treatment.body,
            &treatment.typical_result,
            &treatment.aftercare,
        ];
        Self {
            filled: sections.len() + own.iter().filter(|text| !text.is_empty()).count(),
            all: SectionKind::ALL.len() + own.len(),
            treatment,
        }
    }
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let shown = app
        .db
        .read(|conn| {
            let mut treatments = Vec::new();
            for treatment in queries::treatments(conn)? {
                let sections = queries::treatment_sections(conn, &treatment.id)?;
                treatments.push(Entry::of(treatment, &sections));
            }
            Ok(IndexPage {
                treatments,
                archived: queries::archived(conn)?.treatments,
            })
        })
        .await?;
    page(&request, "clinic/treatments.html", &shown)
}

#[derive(Serialize)]
struct EditPage {
    /// `None` for a new one.
    treatment: Option<Treatment>,
    stored: Vec<(&'static str, String)>,
    form: Refill,
}

fn show_new(
    request: &HttpRequest,
    status: StatusCode,
    form: Refill,
) -> Result<HttpResponse, Error> {
    let edit = EditPage {
        treatment: None,
        stored: Vec::new(),
        form,
    };
    page_with_status(request, status, "clinic/treatment.html", &edit)
}

/// At the end of the list.
pub async fn new(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let last = app.db.read(queries::treatments).await?;
    let position = last.iter().map(|one| one.position).max().unwrap_or(0) + 1;
    let form = Refill::with([("position", position.to_string())]);
    show_new(&request, StatusCode::OK, form)
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    let done = match read(&form) {
        Ok(wanted) => {
            app.db
                .write(move |conn| clinic::add_treatment(conn, &actor, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(_) => Ok(redirect_with(&visit, LIST, "notice-saved")),
        Err(error) => {
            let (status, refill) = refused(&form, error)?;
            show_new(&request, status, refill)
        }
    }
}

/// The fields of the form: name, label, what is stored.
fn written(treatment: &Treatment, sections: Vec<TreatmentSection>) -> Vec<Written> {
    let mut fields = vec![
        ("name", "treatment-name", treatment.name.clone()),
        ("slug", "treatment-slug", treatment.slug.clone()),
        ("summary", "treatment-summary", treatment.summary.clone()),
        ("body", "treatment-body", treatment.body.clone()),
        (
            "typical_result",
            "treatment-typical",
            treatment.typical_result.clone(),
        ),
        (
            "aftercare",
            "treatment-aftercare",
            treatment.aftercare.clone(),
        ),
    ];
    fields.extend(
        sections
            .into_iter()
            .map(|section| (section.kind.as_str(), label(section.kind), section.body)),
    );
    fields
}

fn label(kind: SectionKind) -> &'static str {
    match kind {
        SectionKind::WhatItIsNot => "section-what-it-is-not",
        SectionKind::Benefits => "section-benefits",
        SectionKind::Steps => "section-steps",
        SectionKind::Healing => "section-healing",
        SectionKind::Unsuitable => "section-unsuitable",
        SectionKind::Price => "section-price",
        SectionKind::Misconceptions => "section-misconceptions",
        SectionKind::Durability => "section-durability",
        SectionKind::TouchUps => "section-touch-ups",
        SectionKind::Choosing => "section-choosing",
    }
}

async fn show(
    app: &App,
    request: &HttpRequest,
    id: &str,
    status: StatusCode,
    form: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let id = id.to_owned();
    let (treatment, sections) = app
        .db
        .read(move |conn| {
            Ok((
                queries::treatment(conn, &id)?,
                queries::treatment_sections(conn, &id)?,
            ))
        })
        .await?;
    let written = written(&treatment, sections);
    let mut form = form.unwrap_or_else(|| refill(&written));
    // Others may have moved it meanwhile, and the form has no say in that.
    form.values
        .insert("position".to_owned(), treatment.position.to_string());
    let edit = EditPage {
        treatment: Some(treatment),
        stored: stored(written),
        form,
    };
    page_with_status(request, status, "clinic/treatment.html", &edit)
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    show(&app, &request, &id, StatusCode::OK, None).await
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let asked = id.clone();
    let done = match read(&form) {
        Ok(wanted) => {
            app.db
                .write(move |conn| clinic::edit_treatment(conn, &actor, &asked, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    let (status, refill) = match done {
        Ok(_) => return Ok(redirect_with(&visit, LIST, "notice-saved")),
        Err(error) => refused(&form, error)?,
    };
    show(&app, &request, &id, status, Some(refill)).await
}

const FIELDS: [&str; 8] = [
    "slug",
    "name",
    "summary",
    "body",
    "typical_result",
    "aftercare",
    "position",
    "revision",
];

fn read(form: &Form) -> Result<TreatmentForm, Error> {
    let sections = SectionKind::ALL.map(SectionKind::as_str);
    form.only(&[&FIELDS[..], &sections[..]].concat())?;
    let mut errors = FieldErrors::default();
    let wanted = TreatmentForm {
        slug: form.required("slug", 80, &mut errors),
        name: form.required("name", 120, &mut errors),
        summary: form.required("summary", 400, &mut errors),
        body: form.limited("body", 40_000, &mut errors),
        typical_result: form.required("typical_result", 2_000, &mut errors),
        aftercare: form.limited("aftercare", 10_000, &mut errors),
        sections: SectionKind::ALL
            .into_iter()
            .map(|kind| (kind, form.limited(kind.as_str(), 10_000, &mut errors)))
            .collect(),
        position: form
            .number("position", 0..=999, &mut errors)
            .and_then(|n| i32::try_from(n).ok())
            .unwrap_or(1),
        revision: form.text("revision").parse().unwrap_or(-1),
    };
    errors.check()?;
    Ok(wanted)
}
