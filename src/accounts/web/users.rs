//! The accounts page of admins.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::json;

use crate::accounts::second_factor::{factor_rule, is_on};
use crate::accounts::{
    Actor, FactorRule, NewUser, Role, User, add_user, disable, invite_again, list, queries, roles,
    user,
};
use crate::app::App;
use crate::db::UserId;
use crate::error::Error;
use crate::mail::{Mail, Sent};
use crate::web::flash::redirect_with;
use crate::web::{Form, Refill, Visit, page, page_with_status};

#[derive(Serialize)]
struct Row {
    user: User,
    roles: Vec<Role>,
    second_factor: bool,
}

#[derive(Serialize)]
struct IndexPage {
    users: Vec<Row>,
    rule: FactorRule,
    rules: [FactorRule; 3],
}

pub async fn index(
    app: Data<App>,
    request: HttpRequest,
    _actor: Actor,
) -> Result<HttpResponse, Error> {
    let read = app.db.read(|conn| {
        let mut users = Vec::new();
        for (user, roles) in list(conn)? {
            users.push(Row {
                second_factor: is_on(conn, &user.id)?,
                user,
                roles,
            });
        }
        Ok(IndexPage {
            users,
            rule: factor_rule(conn)?,
            rules: FactorRule::ALL,
        })
    });
    page(&request, "accounts/users.html", &read.await?)
}

#[derive(Serialize)]
struct NewPage {
    form: Refill,
}

pub async fn new(request: HttpRequest, _actor: Actor) -> Result<HttpResponse, Error> {
    page(
        &request,
        "accounts/user_new.html",
        &NewPage {
            form: Refill::default(),
        },
    )
}

/// The link that was just made: shown once, to print or to hand over, and mailed where mail is set up.
#[derive(Serialize)]
struct InvitedPage {
    name: String,
    url: String,
    qr: String,
    mailed: bool,
}

pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["name", "email", "role"])?;
    let new = NewUser {
        name: form.text("name"),
        email: form.text("email"),
        roles: roles(&form),
    };
    let (config, asked) = (app.config.clone(), new.clone());
    let added = app
        .db
        .write(move |conn| add_user(conn, &config, Some(&actor), &asked))
        .await;
    match added {
        Ok((_, link)) => invited(&app, &request, new.name, new.email, link.url).await,
        Err(Error::Invalid(errors)) => {
            let form = Refill::refused(&form, &errors);
            page_with_status(
                &request,
                StatusCode::UNPROCESSABLE_ENTITY,
                "accounts/user_new.html",
                &NewPage { form },
            )
        }
        Err(error) => Err(error),
    }
}

async fn invited(
    app: &App,
    request: &HttpRequest,
    name: String,
    email: String,
    url: String,
) -> Result<HttpResponse, Error> {
    let values = json!({ "name": name, "url": url });
    let mail = Mail {
        to: email,
        subject: app
            .pages
            .render("mail/invitation/subject.txt", &values)?
            .trim()
            .to_owned(),
        text: app.pages.render("mail/invitation/body.txt", &values)?,
        html: None,
    };
    let mailed = matches!(app.mailer.send(&mail).await, Ok(Sent::Accepted));
    let qr = crate::web::qr::svg(&url)?;
    page(
        request,
        "accounts/invited.html",
        &InvitedPage {
            name,
            url,
            qr,
            mailed,
        },
    )
}

#[derive(Serialize)]
struct ShowPage {
    user: User,
    roles: Vec<Role>,
    second_factor: bool,
    myself: bool,
}

pub async fn show(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
) -> Result<HttpResponse, Error> {
    let id = UserId::parse(&id).ok_or(Error::NotFound)?;
    let read = app.db.read(move |conn| {
        Ok((
            user(conn, &id)?,
            queries::roles(conn, &id)?,
            is_on(conn, &id)?,
        ))
    });
    let (user, roles, second_factor) = read.await?;
    let myself = user.id == actor.id;
    page(
        &request,
        "accounts/user.html",
        &ShowPage {
            user,
            roles,
            second_factor,
            myself,
        },
    )
}

pub async fn update(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["role"])?;
    let id = UserId::parse(&id).ok_or(Error::NotFound)?;
    let roles = roles(&form);
    app.db
        .write(move |conn| roles::set_roles(conn, &actor, &id, &roles))
        .await?;
    Ok(redirect_with(&visit, "/admin/users", "notice-saved"))
}

pub async fn invite(
    app: Data<App>,
    request: HttpRequest,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = UserId::parse(&id).ok_or(Error::NotFound)?;
    let config = app.config.clone();
    let (user, link) = app
        .db
        .write(move |conn| {
            let link = invite_again(conn, &config, &actor, &id)?;
            Ok((user(conn, &id)?, link))
        })
        .await?;
    invited(&app, &request, user.name, user.email, link.url).await
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    let id = UserId::parse(&id).ok_or(Error::NotFound)?;
    app.db
        .write(move |conn| disable(conn, Some(&actor), &id))
        .await?;
    Ok(redirect_with(
        &visit,
        "/admin/users",
        "notice-account-disabled",
    ))
}

fn roles(form: &Form) -> Vec<Role> {
    form.all("role")
        .iter()
        .filter_map(|role| Role::parse(role))
        .collect()
}
