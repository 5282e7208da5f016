//! Who signs for a client who can't: who it is, by what document, until when.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::accounts::{self, Actor};
use crate::app::App;
use crate::clients::{self, Authority, Client, NewRepresentative, Representative};
use crate::db::{ClientId, Conn};
use crate::error::{Error, FieldErrors};
use crate::signing::representing::{mail_link, represent, represent_self};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page_with_status};

#[derive(Serialize)]
struct EditPage {
    client: Client,
    now: Option<Line>,
    before: Vec<Line>,
    roles: [Authority; 3],
    /// A link can be mailed.
    mail: bool,
    form: Refill,
}

#[derive(Serialize)]
struct Line {
    #[serde(flatten)]
    of: Representative,
    seen_by_name: String,
}

impl Line {
    fn of(conn: &mut Conn, one: Representative) -> Result<Self, Error> {
        Ok(Self {
            seen_by_name: accounts::user(conn, &one.seen_by)?.name,
            of: one,
        })
    }
}

fn edit_page(conn: &mut Conn, id: &ClientId, mail: bool, form: Refill) -> Result<EditPage, Error> {
    let client = clients::client(conn, id)?;
    let stands = clients::representative(conn, id)?;
    let (mut now, mut before) = (None, Vec::new());
    for one in clients::representatives(conn, id)? {
        let is_it = stands.as_ref().is_some_and(|it| it.id == one.id);
        let line = Line::of(conn, one)?;
        match is_it {
            true => now = Some(line),
            false => before.push(line),
        }
    }
    Ok(EditPage {
        mail: mail && stands.is_some_and(|it| it.email.is_some()),
        roles: Authority::ALL,
        client,
        now,
        before,
        form,
    })
}

async fn show(
    app: &App,
    request: &HttpRequest,
    id: ClientId,
    (status, form): (StatusCode, Refill),
) -> Result<HttpResponse, Error> {
    let mail = app.mailer.is_configured();
    let read = app.db.read(move |conn| edit_page(conn, &id, mail, form));
    page_with_status(request, status, "signing/representative.html", &read.await?)
}

pub async fn edit(
    app: Data<App>,
    request: HttpRequest,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = ClientId::parse(&id).ok_or(Error::NotFound)?;
    show(&app, &request, id, (StatusCode::OK, Refill::default())).await
}

fn read(form: &Form) -> Result<NewRepresentative, Error> {
    form.only(&["role", "name", "email", "document", "until", "seen"])?;
    let mut errors = FieldErrors::default();
    let name = form.required("name", 200, &mut errors);
    let document = form.required("document", 500, &mut errors);
    let until = form.date("until", &mut errors);
    let role = Authority::parse(&form.text("role"));
    if role.is_none() {
        errors.add("role", "field-choice");
    }
    if !form.ticked("seen") {
        errors.add("seen", "representative-seen-missing");
    }
    errors.check()?;
    Ok(NewRepresentative {
        role: role.ok_or_else(|| Error::field("role", "field-choice"))?,
        email: form.optional("email"),
        name,
        document,
        until,
    })
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let id = ClientId::parse(&id).ok_or(Error::NotFound)?;
    let client = id.clone();
    let done = match read(&form) {
        Ok(new) => {
            app.db
                .write(move |conn| represent(conn, &actor, &client, &new))
                .await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(redirect_with(&visit, &path(&id), "notice-represented")),
        Err(Error::Invalid(errors)) => {
            let form = Refill::refused(&form, &errors);
            show(&app, &request, id, (StatusCode::UNPROCESSABLE_ENTITY, form)).await
        }
        Err(error) => Err(error),
    }
}

/// The client acts for themselves again.
pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = ClientId::parse(&id).ok_or(Error::NotFound)?;
    let back = path(&id);
    app.db
        .write(move |conn| represent_self(conn, &actor, &id))
        .await?;
    Ok(redirect_with(&visit, &back, "notice-saved"))
}

/// The link with which everything can be taken back, to who acts for the client.
pub async fn send(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = ClientId::parse(&id).ok_or(Error::NotFound)?;
    let back = path(&id);
    let sent = app
        .db
        .write(move |conn| mail_link(conn, &actor, &id))
        .await?;
    let notice = match sent {
        true => "notice-link-mailed",
        false => "notice-link-not-mailed",
    };
    Ok(redirect_with(&visit, &back, notice))
}

fn path(id: &ClientId) -> String {
    format!("/staff/clients/{id}/representative")
}
