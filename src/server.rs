//! The order of the middleware and the table of all routes.

use std::time::Duration;

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Next, from_fn};
use actix_web::{App as Actix, HttpMessage, HttpResponse, HttpServer, web};

use crate::app::App;
use crate::error::Error;
use crate::jobs::Registry;
use crate::web::error_page::error_pages;
use crate::web::kept::{self, KeptPages};
use crate::web::nowhere::nowhere;
use crate::web::visit::Jar;
use crate::web::{Routes, Senders, Visit, Who, assets, design, flash, headers, prefix};
use crate::{
    accounts, audit, cases, clients, clinic, consents, db, desk, enquiries, erasure, evidence,
    external_uses, gallery, moderation, photos, reports, sharing, signing, upkeep, videos,
};

/// Every route of the program: one line a slice, lowest first.
pub fn routes() -> Routes {
    Routes::new()
        .get("/healthz", Who::Anyone, healthz)
        .get("/readyz", Who::Anyone, readyz)
        .and(assets::routes())
        .and(design::routes())
        .and(accounts::routes())
        .and(clinic::routes())
        .and(clients::routes())
        .and(consents::routes())
        // Before the addresses of pictures, which would take these for their own.
        .and(videos::routes())
        .and(photos::routes())
        .and(cases::routes())
        .and(signing::routes())
        .and(moderation::routes())
        .and(gallery::routes())
        .and(enquiries::routes())
        .and(reports::routes())
        .and(sharing::routes())
        .and(desk::routes())
        .and(upkeep::routes())
        .and(evidence::routes())
        .and(erasure::routes())
}

/// Every kind of background work.
pub fn jobs() -> Registry {
    Registry::default()
        .with::<audit::AnchorChain>()
        .with::<clinic::DropLogo>()
        .with::<consents::DropObjects>()
        .with::<consents::DropScan>()
        .with::<consents::PurgeCopies>()
        .with::<consents::WriteLedger>()
        .with::<external_uses::TellDue>()
        .with::<enquiries::SendEnquiry>()
        .with::<photos::MakeRenditions>()
        .with::<photos::MakeAvif>()
        .with::<photos::LookCloser>()
        .with::<photos::DropFiles>()
        .with::<reports::TellModerator>()
        .with::<signing::SendCode>()
        .with::<signing::SendInvite>()
        .with::<signing::SendManageLink>()
        .with::<signing::SendReceipt>()
        .with::<signing::SendReminder>()
        .with::<videos::MakeVideo>()
        .with::<videos::DropVideo>()
}

/// Binds the listener and gives the server, to be awaited, and the address it got.
///
/// # Errors
/// When the address is taken.
pub fn bind(app: App) -> std::io::Result<(actix_web::dev::Server, std::net::SocketAddr)> {
    let (listen, workers) = (app.config.web.listen, app.config.web.workers);
    // Shared by all threads, unlike what the closure makes.
    let pages = web::Data::new(KeptPages::new(app.db.clone()));
    let houses = web::Data::new(clinic::Houses::default());
    let public = web::Data::new(consents::PublicSet::new(app.db.clone()));
    let small = web::Data::new(photos::SmallRenditions::default());
    let measured = web::Data::new(photos::MeasuredPairs::default());
    let catalogue = web::Data::new(gallery::Catalogue::default());
    let link_cards = web::Data::new(gallery::LinkCards::default());
    let senders = web::Data::new(Senders::default());
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(web::Data::new(app.clone()))
            .app_data(pages.clone())
            .app_data(houses.clone())
            .app_data(public.clone())
            .app_data(small.clone())
            .app_data(measured.clone())
            .app_data(catalogue.clone())
            .app_data(link_cards.clone())
            .app_data(senders.clone())
            // First to last: the outermost is written last.
            .wrap(from_fn(nowhere))
            .wrap(from_fn(signing::identify))
            .wrap(from_fn(accounts::identify))
            .wrap(from_fn(clinic::identify))
            .wrap(from_fn(error_pages))
            .wrap(from_fn(begin))
            .wrap(tracing_actix_web::TracingLogger::<Span>::new())
            // What lies in memory and is the same for all is answered out here.
            .wrap(from_fn(kept::serve))
            .wrap(from_fn(photos::serve_small))
            .wrap(from_fn(prefix::serve))
            .configure(|config| routes().mount(config))
            .default_service(web::to(|| async {
                Err::<HttpResponse, _>(Error::NotFound)
            }))
    })
    .workers(workers)
    .client_request_timeout(Duration::from_secs(10))
    .keep_alive(Duration::from_secs(30))
    // A body that follows its head must not wait for the browser to acknowledge the head (40 ms).
    .tcp_nodelay(true)
    .shutdown_timeout(20)
    .bind(listen)?;
    let address = server.addrs().first().copied().unwrap_or(listen);
    Ok((server.run(), address))
}

/// Spans without addresses, queries or tokens: private links are paths, so the pattern of the route is logged.
struct Span;

impl tracing_actix_web::RootSpanBuilder for Span {
    fn on_request_start(request: &ServiceRequest) -> tracing::Span {
        let id = request
            .extensions()
            .get::<tracing_actix_web::RequestId>()
            .map(ToString::to_string);
        tracing::info_span!(
            "request",
            method = %request.method(),
            route = request.match_pattern().unwrap_or_default(),
            request_id = id.unwrap_or_default(),
            status = tracing::field::Empty
        )
    }

    fn on_request_end<B: actix_web::body::MessageBody>(
        span: tracing::Span,
        outcome: &Result<ServiceResponse<B>, actix_web::Error>,
    ) {
        if let Ok(response) = outcome {
            span.record("status", response.status().as_u16());
            let _entered = span.enter();
            tracing::info!("answered");
        }
    }
}

/// Begins the visit, and puts on every answer the headers that keep a page from doing what we did not mean.
async fn begin(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let jar = request
        .app_data::<web::Data<App>>()
        .map(|app| Jar::of(&app.config.web))
        .unwrap_or_default();
    let read = |name: &str| {
        request
            .cookie(&jar.name(name))
            .map(|cookie| cookie.value().to_owned())
    };
    let seed =
        read("form").filter(|seed| seed.len() == 32 && seed.bytes().all(|b| b.is_ascii_hexdigit()));
    let message = read("flash").and_then(|value| flash::accept(&value));
    let request_id = request
        .extensions()
        .get::<tracing_actix_web::RequestId>()
        .map(ToString::to_string)
        .unwrap_or_default();
    let secure = jar.secure;
    let visit = Visit::begin(seed, message, jar, request_id);
    request.extensions_mut().insert(visit.clone());
    let mut response = next.call(request).await?;
    for cookie in visit.cookies() {
        // A cookie of our own making is always valid.
        let _ = response.response_mut().add_cookie(&cookie);
    }
    headers::put_on(response.response_mut().headers_mut(), secure);
    Ok(response)
}

/// The process is alive.
async fn healthz() -> &'static str {
    "ok\n"
}

/// The process can work: the database answers and its schema is ours.
async fn readyz(app: web::Data<App>) -> Result<&'static str, Error> {
    app.db.read(db::ping).await?;
    Ok("ready\n")
}
