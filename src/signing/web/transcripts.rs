//! What a signed sheet says, line by line: nothing is answered beforehand, and nothing may be left out.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;

use super::papers::{answer, paper_of};
use crate::accounts::Actor;
use crate::app::App;
use crate::consents::{self, Line, Mark, Paper, Subject, Transcript};
use crate::db::CaseId;
use crate::error::{Error, FieldErrors};
use crate::signing::sheet::Sheet;
use crate::web::days::day_in;
use crate::web::flash::redirect_with;
use crate::web::{Form, House, Refill, Visit};

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["code", "signed", "signer_name", "signed_on", "mark_*"])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let (of_case, sent, zone) = (case.clone(), form.clone(), House::of(&request).time_zone);
    let done = app
        .db
        .write(move |conn| {
            let (consent, paper) = paper_of(conn, &of_case)?;
            let sheet = Sheet::of(conn, consent)?;
            if sheet.sha256 != paper.shown_sha256 {
                return Err(Error::refused(409, "paper-outdated"));
            }
            let days = (day_in(paper.printed_at, &zone), day_in(conn.now()?, &zone));
            let transcript = read(&sent, &paper, &sheet.subjects, days)?;
            consents::transcribe(conn, &actor, &paper.consent_id, &transcript)
        })
        .await;
    match done {
        Ok(()) => Ok(redirect_with(
            &visit,
            &format!("/staff/cases/{case}/consent/paper"),
            "notice-transcribed",
        )),
        Err(Error::Invalid(errors)) => {
            let refill = Refill::refused(&form, &errors);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            answer(&app, &request, status, case, refill).await
        }
        Err(error) => Err(error),
    }
}

fn read(
    form: &Form,
    paper: &Paper,
    subjects: &[Subject],
    (printed, today): (NaiveDate, NaiveDate),
) -> Result<Transcript, Error> {
    let mut errors = FieldErrors::default();
    let code: String = form
        .required("code", 20, &mut errors)
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    if !code.is_empty() && code.to_ascii_lowercase() != paper.code {
        errors.add("code", "paper-code-other");
    }
    if !form.ticked("signed") {
        errors.add("signed", "paper-not-signed");
    }
    let signer_name = form.required("signer_name", 200, &mut errors);
    let signed_on = form.date("signed_on", &mut errors);
    match signed_on {
        None if form.text("signed_on").is_empty() => errors.add("signed_on", "field-required"),
        Some(day) if day < printed || day > today => errors.add("signed_on", "paper-day"),
        _ => {}
    }
    let mut lines = Vec::new();
    for (index, subject) in subjects.iter().enumerate() {
        let field = format!("mark_{}", index + 1);
        match Mark::parse(&form.text(&field)).filter(|mark| subject.allows(*mark)) {
            Some(mark) => lines.push(Line {
                subject: subject.clone(),
                mark,
            }),
            None => errors.add(&field, "field-choice"),
        }
    }
    errors.check()?;
    Ok(Transcript {
        signer_name,
        signed_on: signed_on.unwrap_or(today),
        lines,
    })
}
