//! Consents that someone disputes: what is said, by whom, and settling it with a reason.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::Actor;
use crate::app::App;
use crate::cases;
use crate::clients;
use crate::clinic;
use crate::consents::{self, Dispute};
use crate::db::CaseId;
use crate::error::Error;
use crate::signing::withdrawal::settle;
use crate::web::flash::redirect_with;
use crate::web::{Form, Visit, page};

const PAGE: &str = "/admin/disputes";

#[derive(Serialize)]
struct IndexPage {
    disputes: Vec<Disputed>,
}

#[derive(Serialize)]
struct Disputed {
    name: String,
    treatment: String,
    #[serde(flatten)]
    dispute: Dispute,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let disputes = app.db.read(|conn| {
        let mut all = Vec::new();
        for dispute in consents::disputes(conn, None)? {
            let treatment = cases::case(conn, &dispute.case)?.treatment_id;
            all.push(Disputed {
                name: clients::client(conn, &dispute.client)?.name,
                treatment: clinic::treatment(conn, &treatment)?.name,
                dispute,
            });
        }
        Ok(all)
    });
    let shown = IndexPage {
        disputes: disputes.await?,
    };
    page(&request, "signing/disputes.html", &shown)
}

/// Settled: it stands again, if it still holds.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    case: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["why"])?;
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let why = form.text("why");
    app.db
        .write(move |conn| settle(conn, &actor, &case, &why))
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-suspension-lifted"))
}
