//! The receipt on the client's own screen.

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
