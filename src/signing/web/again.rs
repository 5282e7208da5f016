//! Asking again all whose consent rests on a text that was recalled: a list, and one button.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::open::SendInvite;
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic;
use crate::config::Config;
use crate::consents::{self, Method, ToAskAgain, to_ask_again};
use crate::db::Conn;
use crate::error::Error;
use crate::jobs;
use crate::photos;
use crate::stories;
use crate::web::flash::redirect_with;
use crate::web::text::Texts;
use crate::web::{Form, House, Visit, page};

const PAGE: &str = "/staff/asked-again";

#[derive(Serialize)]
struct IndexPage {
    cases: Vec<ToAskAgain>,
    /// How many get a mail when the button is pressed.
    mailed: usize,
    mail: bool,
    /// There is a text to ask with.
    text: bool,
}

pub async fn index(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let read = app.db.read(|conn| {
        let language = clinic::clinic(conn)?.language;
        let text = consents::text_in_force(conn, language)?;
        Ok((to_ask_again(conn)?, text.is_some()))
    });
    let (cases, text) = read.await?;
    let shown = IndexPage {
        mailed: cases.iter().filter(|one| one.has_email).count(),
        mail: app.mailer.is_configured(),
        text,
        cases,
    };
    page(&request, "signing/again.html", &shown)
}

/// Mails a new link to each who has an address and whose photos are ready. The others stay in the list, to be asked in
/// person.
pub async fn create(
    app: Data<App>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    if !app.mailer.is_configured() {
        return Err(Error::refused(409, "again-no-mail"));
    }
    let texts = app.pages.texts_in(House::of(&request).language);
    let config = app.config.clone();
    app.db
        .write(move |conn| {
            for one in to_ask_again(conn)?.iter().filter(|one| one.has_email) {
                ask(conn, (&config, &texts), &actor, one)?;
            }
            Ok(())
        })
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-asked-again"))
}

fn ask(
    conn: &mut Conn,
    (config, texts): (&Config, &Texts),
    actor: &Actor,
    one: &ToAskAgain,
) -> Result<(), Error> {
    let pairs = photos::pairs(conn, &one.case)?;
    let ready = pairs
        .iter()
        .all(|pair| pair.before.is_ready() && pair.after.is_ready());
    if pairs.is_empty() || !ready {
        return Ok(());
    }
    stories::create(conn, actor, &one.case, texts)?;
    let asked = consents::ask(conn, config, actor, &one.client, &one.case, Method::Link)?;
    let invite = SendInvite {
        link: asked.link,
        client: one.client.clone(),
    };
    jobs::enqueue(conn, &invite)
}
