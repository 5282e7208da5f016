//! Towards the end of a yes: go on, or let it end. To go on the client looks at the story once more, and signs.

use actix_web::HttpResponse;
use actix_web::web::Data;

use crate::app::App;
use crate::consents;
use crate::db::CaseId;
use crate::error::Error;
use crate::signing::session::Client;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, redirect};

pub async fn create(
    app: Data<App>,
    visit: Visit,
    client: Client,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["case", "answer"])?;
    let case = CaseId::parse(&form.text("case")).ok_or(Error::NotFound)?;
    let (config, session) = (app.config.clone(), client.0);
    match form.text("answer").as_str() {
        "go_on" => {
            app.db
                .write(move |conn| consents::renew(conn, &config, &session, &case))
                .await?;
            // Who did not prove yet to be the client does so on the way.
            Ok(redirect("/c/ask"))
        }
        "let_end" => {
            app.db
                .write(move |conn| consents::let_end(conn, &session, &case))
                .await?;
            Ok(redirect_with(&visit, "/c/manage", "notice-lets-end"))
        }
        _ => Err(Error::field("answer", "field-choice")),
    }
}
