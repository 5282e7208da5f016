//! The treatments and their texts.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{self, SectionKind, Treatment, TreatmentForm, queries};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct IndexPage {
    treatments: Vec<Treatment>,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let treatments = app.db.read(queries::treatments).await?;
    page(
        &request,
        "clinic/treatments.html",
        &IndexPage { treatments },
    )
}

#[derive(Serialize)]
struct EditPage {
    /// `None` for a new one.
    treatment: Option<Treatment>,
    form: Refill,
}

pub async fn new(request: HttpRequest) -> Result<HttpResponse, Error> {
    let form = Refill::with([("position", "1".to_owned())]);
    page(
        &request,
        "clinic/treatment.html",
        &EditPage {
            treatment: None,
            form,
        },
    )
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
        Ok(_) => Ok(redirect_with(&visit, "/admin/treatments", "notice-saved")),
        Err(Error::Invalid(errors)) => {
            let edit = EditPage {
                treatment: None,
                form: Refill::refused(&form, &errors),
            };
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "clinic/treatment.html",
                &edit,
            )
        }
        Err(error) => Err(error),
    }
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let (treatment, sections) = app
        .db
        .read(move |conn| {
            Ok((
                queries::treatment(conn, &id)?,
                queries::treatment_sections(conn, &id)?,
            ))
        })
        .await?;
    let mut form = Refill::with([
        ("slug", treatment.slug.clone()),
        ("name", treatment.name.clone()),
        ("summary", treatment.summary.clone()),
        ("body", treatment.body.clone()),
        ("typical_result", treatment.typical_result.clone()),
        ("aftercare", treatment.aftercare.clone()),
        ("position", treatment.position.to_string()),
        ("revision", treatment.revision.to_string()),
    ]);
    for section in sections {
        form.values.insert(section.kind.to_string(), section.body);
    }
    page(
        &request,
        "clinic/treatment.html",
        &EditPage {
            treatment: Some(treatment),
            form,
        },
    )
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
    let (status, form) = match done {
        Ok(_) => return Ok(redirect_with(&visit, "/admin/treatments", "notice-saved")),
        Err(Error::Invalid(errors)) => (
            StatusCode::UNPROCESSABLE_ENTITY,
            Refill::refused(&form, &errors),
        ),
        Err(Error::Conflict) => (StatusCode::CONFLICT, Refill::conflict(&form)),
        Err(error) => return Err(error),
    };
    let treatment = app
        .db
        .read(move |conn| queries::treatment(conn, &id))
        .await?;
    page_with_status(
        &request,
        status,
        "clinic/treatment.html",
        &EditPage {
            treatment: Some(treatment),
            form,
        },
    )
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
