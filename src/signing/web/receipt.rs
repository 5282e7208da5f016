//! The receipt on the client's own screen.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::app::App;
use crate::audit::Doer;
use crate::consents::{self, ReceiptHow};
use crate::error::Error;
use crate::signing::receipt::{Receipt, receipt};
use crate::signing::session::Client;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

#[derive(Serialize)]
struct ShowPage {
    receipt: Receipt,
    tablet: bool,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    client: Client,
) -> Result<HttpResponse, Error> {
    let (config, id) = (app.config.clone(), client.0.link.consent_id.clone());
    let receipt = app.db.read(move |conn| receipt(conn, &config, &id)).await?;
    page(
        &request,
        "signing/receipt.html",
        &ShowPage {
            receipt,
            tablet: client.0.witness.is_some(),
        },
    )
}

/// "I have my receipt": shown with its link, and said so by the client.
pub async fn update(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    client.0.require_confirmed()?;
    let link = client.0.link;
    app.db
        .write(move |conn| {
            let consent = consents::consent(conn, &link.consent_id)?;
            let doer = Doer::Client(link.client_id.to_string());
            consents::deliver_receipt(conn, &consent, &doer, ReceiptHow::Shown)
        })
        .await?;
    Ok(redirect_with(&visit, "/c/manage", "notice-receipt-had"))
}

/// The same as a file that proves itself: signed by the server, in the terms of ISO/IEC TS 27560.
pub async fn show_record(app: Data<App>, client: Client) -> Result<HttpResponse, Error> {
    let (config, id) = (app.config.clone(), client.0.link.consent_id);
    let record = app
        .db
        .read(move |conn| {
            let consent = consents::consent(conn, &id)?;
            consents::record(conn, &config, &consent)
        })
        .await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/json"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"receipt.json\""))
        .insert_header((CACHE_CONTROL, "private, no-store"))
        .body(record))
}
