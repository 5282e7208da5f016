//! The pages of clients' records.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::{Client, ClientForm, actions, queries};
use crate::accounts::Actor;
use crate::app::App;
use crate::db::{ClientId, Conn};
use crate::error::{Error, FieldErrors};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct EditPage {
    client: Option<Client>,
    form: Refill,
}

pub async fn new(request: HttpRequest) -> Result<HttpResponse, Error> {
    page(
        &request,
        "clients/edit.html",
        &EditPage {
            client: None,
            form: Refill::with([("key", ClientId::new().to_string())]),
        },
    )
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    let done = match read(&form) {
        Ok(wanted) => {
            let key = wanted.key.clone();
            match app
                .db
                .write(move |conn| actions::add(conn, &actor, &wanted))
                .await
            {
                // Sent twice at the same moment: the other one won.
                Err(error) if Conn::is_unique_violation(&error) => Ok(key),
                added => added,
            }
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(id) => Ok(redirect_with(
            &visit,
            &format!("/staff/clients/{id}"),
            "notice-saved",
        )),
        Err(Error::Invalid(errors)) => {
            let edit = EditPage {
                client: None,
                form: Refill::refused(&form, &errors),
            };
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "clients/edit.html",
                &edit,
            )
        }
        Err(error) => Err(error),
    }
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let client = find(&app, &id).await?;
    let form = Refill::with([
        ("name", client.name.clone()),
        ("email", client.email.clone().unwrap_or_default()),
        ("phone", client.phone.clone().unwrap_or_default()),
        (
            "birth_date",
            client.birth_date.map(|d| d.to_string()).unwrap_or_default(),
        ),
        (
            "adult_attested",
            client
                .adult_attested_at
                .map(|_| "yes".to_owned())
                .unwrap_or_default(),
        ),
        ("revision", client.revision.to_string()),
    ]);
    page(
        &request,
        "clients/edit.html",
        &EditPage {
            client: Some(client),
            form,
        },
    )
}

pub async fn update(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let client = find(&app, &id).await?;
    let (asked, back) = (client.id.clone(), format!("/staff/clients/{}", client.id));
    let done = match read(&form) {
        Ok(wanted) => {
            app.db
                .write(move |conn| actions::edit(conn, &actor, &asked, &wanted))
                .await
        }
        Err(error) => Err(error),
    };
    let (status, form) = match done {
        Ok(_) => return Ok(redirect_with(&visit, &back, "notice-saved")),
        Err(error) => Refill::after(&form, error)?,
    };
    page_with_status(
        &request,
        status,
        "clients/edit.html",
        &EditPage {
            client: Some(client),
            form,
        },
    )
}

async fn find(app: &App, id: &str) -> Result<Client, Error> {
    let id = ClientId::parse(id).ok_or(Error::NotFound)?;
    app.db.read(move |conn| queries::client(conn, &id)).await
}

fn read(form: &Form) -> Result<ClientForm, Error> {
    form.only(&[
        "key",
        "name",
        "email",
        "phone",
        "birth_date",
        "adult_attested",
        "revision",
    ])?;
    let mut errors = FieldErrors::default();
    let name = form.required("name", 200, &mut errors);
    let phone = form.limited("phone", 40, &mut errors);
    let birth_date = form.date("birth_date", &mut errors);
    errors.check()?;
    Ok(ClientForm {
        key: ClientId::parse(&form.text("key")).unwrap_or_default(),
        name,
        email: form.optional("email"),
        phone: Some(phone).filter(|phone| !phone.is_empty()),
        birth_date,
        adult_attested: form.ticked("adult_attested"),
        revision: form.text("revision").parse().unwrap_or(-1),
    })
}
