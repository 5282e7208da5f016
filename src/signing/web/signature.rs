//! The signature: exactly what the last page showed, or nothing.

use actix_web::HttpRequest;
use actix_web::http::header::USER_AGENT;
use serde_json::json;

use crate::app::App;
use crate::clients;
use crate::consents::{self, ConsentState, SignedOn};
use crate::error::{Error, FieldErrors};
use crate::jobs;
use crate::signing::asking::gather;
use crate::signing::receipt::SendReceipt;
use crate::signing::session::Client;
use crate::web::Form;
use crate::web::client_address::client_address;

/// Signs exactly what the page showed; a form made from anything else binds nothing (S19).
pub async fn sign(
    app: &App,
    request: &HttpRequest,
    client: &Client,
    form: &Form,
) -> Result<&'static str, Error> {
    let mut errors = FieldErrors::default();
    let name = form.required("signer_name", 200, &mut errors);
    if !form.ticked("agree") {
        errors.add("agree", "ask-agree-required");
    }
    errors.check()?;
    let circumstances = json!({
        "address": client_address(&app.config.web, request).to_string(),
        "user_agent": request.headers().get(USER_AGENT).and_then(|v| v.to_str().ok()).unwrap_or_default(),
        "delivery": if client.0.witness.is_some() { "tablet" } else { "link" },
        "locale": "en",
    });
    let (config, session) = (app.config.clone(), client.0.clone());
    let (shown, facts) = (form.text("shown_sha256"), form.all("fact"));
    let facts_asked = form.ticked("facts_asked");
    let mail = app.mailer.is_configured();
    app.db
        .write(move |conn| {
            let consent = consents::consent(conn, &session.link.consent_id)?;
            if consent.state() != ConsentState::Sent {
                return Err(Error::Conflict);
            }
            let mut asking = gather(conn, consent)?;
            if asking.shown_sha256(conn)? != shown {
                return Err(Error::Conflict);
            }
            if facts_asked {
                // Facts can be taken out on the last page: less than was shown, never more.
                asking.answers.facts = Some(facts);
            }
            let until = consents::end_of(conn.now()?);
            let signature = asking.signature(conn, &name, until, circumstances)?;
            consents::sign(conn, &config, SignedOn::Screen(&session), &signature)?;
            let to = clients::address(conn, &session.link.client_id)?;
            if mail && to.is_some() && session.witness.is_none() {
                jobs::enqueue(
                    conn,
                    &SendReceipt {
                        consent: session.link.consent_id.clone(),
                    },
                )?;
            }
            Ok(())
        })
        .await?;
    Ok("/c/receipt")
}
