//! The admin's page of what other sites may show: which sites are the clinic's own and which a partner's, and the lines to paste
//! there.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderValue};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use super::oembed::title;
use crate::accounts::Actor;
use crate::app::App;
use crate::clinic::{self, Relation, Site, Treatment};
use crate::consents::{self, Channel};
use crate::db::Conn;
use crate::error::{Error, FieldErrors};
use crate::gallery::{Catalogue, Index, Wish, shown};
use crate::sharing::address::Shown;
use crate::sharing::audience::{Audience, host};
use crate::sharing::frame::{COLUMNS, Frame, Snippet, columns};
use crate::sharing::look::{Colours, Look};
use crate::sharing::opening::{Opening, opening};
use crate::sharing::options::{Options, Refused};
use crate::web::flash::redirect_with;
use crate::web::{Form, House, Refill, Visit, page_with_status, policy, redirect};

/// Where it is.
pub const PAGE: &str = "/admin/clinic/embeds";
/// Of so many of the newest stories one can be chosen here.
const STORIES: usize = 50;

#[derive(Serialize)]
struct SitesPage {
    sites: Vec<Site>,
    /// Names of partners' sites.
    partners: Vec<String>,
    /// Clients are asked about partners' sites.
    asked: bool,
    opening: Option<Opening>,
    treatments: Vec<Treatment>,
    /// Slug and title.
    stories: Vec<(String, String)>,
    colours: [&'static str; 3],
    columns: Vec<usize>,
    /// What is shown in the preview; nothing while what was asked for means nothing.
    preview: Option<Preview>,
    feeds: [String; 2],
    form: Refill,
}

#[derive(Serialize)]
struct Preview {
    path: String,
    height: usize,
    title: String,
    snippet: Snippet,
}

/// What the form of the snippet asks for: each field is in the address.
const CHOICES: [&str; 6] = ["for", "shown", "treatment", "columns", "colours", "accent"];

pub async fn index(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    show(&app, &catalogue, &request, StatusCode::OK, None).await
}

async fn show(
    app: &App,
    catalogue: &Catalogue,
    request: &HttpRequest,
    status: StatusCode,
    again: Option<Refill>,
) -> Result<HttpResponse, Error> {
    let all = catalogue.now(app).await?;
    let options = Options::read(request.query_string(), |name| CHOICES.contains(&name));
    let options = options.unwrap_or_default();
    let mut form = Refill::default();
    for (name, value) in options.pairs() {
        form.values.insert(name.to_owned(), value.to_owned());
    }
    let sites = app.db.read(clinic::sites).await?;
    let partners = partners(&sites);
    let frame = frame(&options, &partners);
    if let Err(Refused(name)) = &frame {
        let text = if name == "accent" {
            "accent-refused"
        } else {
            "field-choice"
        };
        form.errors.insert(name.clone(), text.to_owned());
    }
    if let Some(again) = again {
        form.values.extend(again.values);
        form.errors.extend(again.errors);
    }
    let House { name, language, .. } = House::of(request);
    let texts = app.pages.texts_in(language);
    let preview = frame.ok().map(|frame| {
        let title = texts.format(title(&frame.shown), &[("clinic", &name)]);
        Preview {
            path: frame.path(),
            height: frame.height(),
            snippet: frame.snippet(&app.config.web, &title),
            title,
        }
    });
    let feeds = ["/feed.xml", "/feed.json"].map(|path| app.config.web.link(path));
    let shown = app
        .db
        .read(move |conn| {
            Ok(SitesPage {
                asked: consents::channels_used(conn)?.contains(&Channel::PartnerEmbed),
                sites,
                partners,
                opening: opening(conn)?,
                treatments: clinic::treatments(conn)?,
                stories: titles(conn, &all)?,
                colours: Colours::ALL.map(Colours::as_str),
                columns: COLUMNS.collect(),
                preview,
                feeds,
                form,
            })
        })
        .await?;
    let mut answer = page_with_status(request, status, "clinic/embeds.html", &shown)?;
    answer.headers_mut().insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(policy::WITH_FRAME),
    );
    Ok(answer)
}

/// What was chosen: the gallery unless something else is.
fn frame(options: &Options, partners: &[String]) -> Result<Frame, Refused> {
    let audience = match options.get("for") {
        None => Audience::Own,
        Some(name) if partners.iter().any(|known| known == name) => {
            Audience::Partner(name.to_owned())
        }
        Some(_) => return Err(Refused::name("for")),
    };
    let look = Look::read(options)?;
    let treatment = || options.get("treatment").map(str::to_owned);
    let shown = match options.get("shown") {
        None | Some("gallery") => Shown::Gallery(treatment()),
        Some("testimonials") => Shown::Testimonials,
        Some(other) => match other.strip_prefix("story-") {
            Some(slug) => Shown::Story(slug.to_owned()),
            None => return Err(Refused::name("shown")),
        },
    };
    Ok(Frame {
        audience,
        shown,
        columns: columns(options)?,
        look,
    })
}

fn partners(sites: &[Site]) -> Vec<String> {
    let partner = |site: &&Site| site.relation == Relation::Partner.as_str();
    let names = sites.iter().filter(partner).map(|site| host(&site.origin));
    names.map(str::to_owned).collect()
}

fn titles(conn: &mut Conn, all: &Index) -> Result<Vec<(String, String)>, Error> {
    let newest = all.list(&Wish::default(), None, STORIES).stories;
    let stories = shown(conn, &newest)?.into_iter();
    Ok(stories
        .map(|story| (story.slug.clone(), story.title.clone()))
        .collect())
}

pub async fn create(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    visit: Visit,
    actor: Actor,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&["site", "whose"])?;
    let mut errors = FieldErrors::default();
    let site = form.required("site", 200, &mut errors);
    let whose = Relation::parse(&form.text("whose"));
    let config = app.config.clone();
    let done = match errors.check() {
        Ok(()) => {
            app.db
                .write(move |conn| clinic::add_site(conn, &config, &actor, &site, whose))
                .await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(()) => Ok(redirect_with(&visit, PAGE, "notice-saved")),
        Err(Error::Invalid(errors)) => {
            let again = Refill::refused(&form, &errors);
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            show(&app, &catalogue, &request, status, Some(again)).await
        }
        // The button was pressed twice.
        Err(error) if Conn::is_unique_violation(&error) => Ok(redirect(PAGE)),
        Err(error) => Err(error),
    }
}

pub async fn delete(
    app: Data<App>,
    visit: Visit,
    actor: Actor,
    id: Path<String>,
    form: Form,
) -> Result<HttpResponse, Error> {
    form.only(&[])?;
    app.db
        .write(move |conn| clinic::remove_site(conn, &actor, &id))
        .await?;
    Ok(redirect_with(&visit, PAGE, "notice-saved"))
}
