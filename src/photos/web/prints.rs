//! Prints: made when asked for, given out as a download.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};

use crate::accounts::Actor;
use crate::app::App;
use crate::consents::StaffGrant;
use crate::db::PhotoId;
use crate::error::{Error, FieldErrors};
use crate::imaging::Level;
use crate::photos::{PrintUse, print_photo, take_print};
use crate::web::Form;

/// A POST, since it writes: who took it, when, how much it shows and for what.
pub async fn create(
    app: Data<App>,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let grant = StaffGrant::of(&actor)?;
    form.only(&["level", "use"])?;
    let id = PhotoId::parse(&id).ok_or(Error::NotFound)?;
    let mut errors = FieldErrors::default();
    let level = Level::parse(&form.text("level"));
    let purpose = PrintUse::parse(&form.text("use"));
    for (field, missing) in [("level", level.is_none()), ("use", purpose.is_none())] {
        if missing {
            errors.add(field, "field-choice");
        }
    }
    errors.check()?;
    let (Some(level), Some(purpose)) = (level, purpose) else {
        return Err(Error::NotFound);
    };
    let photo = id.clone();
    let taken = app
        .db
        .write(move |conn| take_print(conn, &actor, &grant, &photo, level, purpose))
        .await?;
    let bytes = print_photo(&app, taken).await?;
    let shows = level.as_str().replace('_', "-");
    let name = format!("attachment; filename=\"print-{id}-{shows}.jpg\"");
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "image/jpeg"))
        .insert_header((CONTENT_DISPOSITION, name))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(bytes))
}
