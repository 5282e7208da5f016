//! What a client asks of the clinic's people: a copy, a correction, to be forgotten.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::App;
use crate::audit::Doer;
use crate::clients::{self, RequestKind};
use crate::consents::Scope;
use crate::error::Error;
use crate::signing::session::Client;
use crate::signing::withdrawal::take_back;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit};

/// Who asks to be forgotten stops everything with it, at once.
pub async fn create(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["kind", "note"])?;
    let kind = RequestKind::parse(&form.text("kind"))
        .ok_or_else(|| Error::field("kind", "field-choice"))?;
    let (note, id) = (form.text("note"), client.0.link.client_id);
    app.db
        .write(move |conn| {
            clients::request(conn, &id, kind, &note)?;
            if kind == RequestKind::Erase {
                take_back(conn, &Doer::Client(id.to_string()), &id, &Scope::All)?;
            }
            Ok(())
        })
        .await?;
    Ok(redirect_with(&visit, "/c/manage", "notice-requested"))
}
