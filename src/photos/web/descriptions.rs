//! What staff say of photos: of many at once, or one photo's description for people who can't see it.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::fields;
use super::photos::{Sent, answer};
use crate::accounts::Actor;
use crate::app::App;
use crate::db::{CaseId, PhotoId};
use crate::error::{Error, FieldErrors};
use crate::photos::{Angle, Description, Stage, describe, word};
use crate::web::flash::redirect_with;
use crate::web::text::Texts;
use crate::web::{Form, House, Refill, Visit};

/// The ticked photos, described in one step.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[
        "photo",
        "stage",
        "session_number",
        "angle",
        "taken_on",
        "face",
        "fill_alt",
    ])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let ticked = form.all("photo");
    let ids = ticked.iter().map(|id| PhotoId::parse(id));
    let ids: Vec<PhotoId> = ids.collect::<Option<_>>().ok_or(Error::NotFound)?;
    let done = match said(&form) {
        Ok(said) => {
            let asked = case.clone();
            // What is described here is read by visitors.
            let texts = app.pages.texts_in(House::of(&request).language);
            let fill = form.ticked("fill_alt");
            app.db
                .write(move |conn| {
                    let alt = |stage, angle| plain_alt(&texts, stage, angle);
                    let alt: Option<&dyn Fn(Stage, Angle) -> String> =
                        if fill { Some(&alt) } else { None };
                    describe(conn, &actor, &asked, &ids, &said, alt)
                })
                .await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(redirect_with(
            &visit,
            &format!("/staff/cases/{case}/photos"),
            "notice-described",
        )),
        Err(Error::Invalid(errors)) => {
            let refused = Sent {
                bulk: Refill::refused(&form, &errors),
                ..Sent::default()
            };
            answer(
                &app,
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                case,
                refused,
            )
            .await
        }
        Err(error) => Err(error),
    }
}

/// The choice that changes nothing.
const SAME: &str = "";

fn said(form: &Form) -> Result<Description, Error> {
    let mut errors = FieldErrors::default();
    let said = fields::read(form, SAME, &mut errors);
    let faceless = match form.text("face").as_str() {
        "none" => Some(true),
        "seen" => Some(false),
        SAME => None,
        _ => {
            errors.add("face", "field-choice");
            None
        }
    };
    errors.check()?;
    Ok(Description {
        stage: said.stage,
        session_number: said.session_number,
        angle: said.angle,
        taken_on: said.taken_on,
        faceless,
    })
}

/// "Seen from above, before the treatment": what can be said of a photo without looking at it.
fn plain_alt(texts: &Texts, stage: Stage, angle: Angle) -> String {
    let name =
        |prefix: &str, value: &str| texts.get(&format!("{prefix}-{}", value.replace('_', "-")));
    let (view, time) = (
        name("alt-angle", angle.as_str()),
        name("alt-stage", stage.as_str()),
    );
    texts.format("alt-plain", &[("view", &view), ("time", &time)])
}

/// One photo's description.
pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["alt", "revision"])?;
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let alt = form.limited("alt", 300, &mut errors);
    errors.check()?;
    let revision = form.text("revision").parse().unwrap_or(-1);
    let case = app
        .db
        .write(move |conn| word(conn, &actor, &id, revision, &alt))
        .await?;
    Ok(redirect_with(
        &visit,
        &format!("/staff/cases/{case}/photos"),
        "notice-saved",
    ))
}
