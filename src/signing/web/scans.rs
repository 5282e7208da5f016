//! The scan of a signed sheet: pages come in by staff, and are seen by those who work with clients' photos.

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::papers::{answer, paper_of};
use crate::accounts::Actor;
use crate::app::App;
use crate::consents::{self, StaffGrant};
use crate::db::{CaseId, ConsentId};
use crate::error::{Error, FieldErrors};
use crate::imaging::Limits;
use crate::signing::scans::{MAX_PAGES, keep_page, read_page};
use crate::web::flash::redirect_with;
use crate::web::upload::Upload;
use crate::web::{Form, Refill, Visit};

/// Each page that has arrived stays, whatever happens to the next.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    mut sent: Upload,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    sent.form.only(&[])?;
    let of_case = case.clone();
    let (consent, there) = app
        .db
        .read(move |conn| {
            let (_, paper) = paper_of(conn, &of_case)?;
            let there = consents::scans(conn, &paper.consent_id)?.len();
            Ok((paper.consent_id, there))
        })
        .await?;
    let (mut kept, mut refused) = (0, None);
    while let Some(arrived) = sent.next_file(Limits::default().max_bytes).await? {
        let told = match arrived {
            Ok(_) if there + kept >= MAX_PAGES => Err("paper-too-many-pages".to_owned()),
            Ok(file) => {
                let bytes = tokio::fs::read(file.file.path())
                    .await
                    .map_err(|e| Error::unavailable(format!("upload folder: {e}")))?;
                keep_page(&app, &actor, &consent, bytes.into()).await?
            }
            Err((_, Error::TooLarge)) => Err("photo-refused-too-many-bytes".to_owned()),
            Err((_, error)) => return Err(error),
        };
        match told {
            Ok(()) => kept += 1,
            Err(text) => refused = refused.or(Some(text)),
        }
    }
    if kept == 0 && refused.is_none() {
        refused = Some("paper-no-file".to_owned());
    }
    let Some(text) = refused else {
        let back = format!("/staff/cases/{case}/consent/paper");
        return Ok(redirect_with(&visit, &back, "notice-scanned"));
    };
    let mut errors = FieldErrors::default();
    errors.add("scan", &text);
    let refill = Refill::refused(&Form::default(), &errors);
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    answer(&app, &request, status, case, refill).await
}

/// Begins anew with the scan.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let back = format!("/staff/cases/{case}/consent/paper");
    app.db
        .write(move |conn| {
            let (_, paper) = paper_of(conn, &case)?;
            consents::drop_scans(conn, &actor, &paper.consent_id)
        })
        .await?;
    Ok(redirect_with(&visit, &back, "notice-scan-dropped"))
}

pub async fn show(
    app: Data<App>,
    actor: Actor,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    let (consent, file) = path.into_inner();
    let consent = ConsentId::parse(&consent).ok_or(Error::NotFound)?;
    let page = file
        .strip_suffix(".jpg")
        .and_then(|number| number.parse().ok())
        .ok_or(Error::NotFound)?;
    let bytes = read_page(&app, &grant, &consent, page).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/jpeg"))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(bytes))
}
