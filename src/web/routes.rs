//! The route tables: each slice states method, path, who may call and the handler; the access matrix is made from it.

use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::{Next, from_fn};
use actix_web::{FromRequest, Handler, Responder, Route, web};
use serde::Serialize;

use super::Visit;
use crate::error::Error;

/// Who may call a route. Finer rules (whose case, which state) are the policies of the slices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, PartialOrd, Ord)]
pub enum Who {
    Anyone,
    /// A browser that opened a client's private link.
    Client,
    /// Any signed-in member of the clinic with the role staff.
    Staff,
    Moderator,
    Admin,
    /// Anyone signed in, whatever their roles.
    Member,
}

/// One line of a route table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub method: Method,
    pub path: &'static str,
    pub who: Who,
}

/// A route table under construction.
#[derive(Default)]
pub struct Routes {
    lines: Vec<Line>,
    routes: Vec<Route>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    /// A page that is read. GET never writes.
    #[must_use]
    pub fn get<F, Args>(self, path: &'static str, who: Who, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::GET, path, who, handler)
    }

    /// A form that is sent.
    #[must_use]
    pub fn post<F, Args>(self, path: &'static str, who: Who, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.add(Method::POST, path, who, handler)
    }

    fn add<F, Args>(mut self, method: Method, path: &'static str, who: Who, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let mut route = web::method(method.clone());
        if method == Method::GET {
            route = web::route()
                .guard(actix_web::guard::Any(actix_web::guard::Get()).or(actix_web::guard::Head()));
        }
        let route = route.to(handler).wrap(from_fn(
            move |request: ServiceRequest, next: Next<BoxBody>| admit(who, request, next),
        ));
        self.lines.push(Line { method, path, who });
        self.routes.push(route);
        self
    }

    /// Appends another table.
    #[must_use]
    pub fn and(mut self, mut other: Self) -> Self {
        self.lines.append(&mut other.lines);
        self.routes.append(&mut other.routes);
        self
    }

    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Mounts all routes; those of one path share a resource, so that another method answers 405.
    pub fn mount(self, config: &mut web::ServiceConfig) {
        let mut resources: Vec<(&'static str, Vec<Route>)> = Vec::new();
        for (line, route) in self.lines.into_iter().zip(self.routes) {
            match resources.iter_mut().find(|(path, _)| *path == line.path) {
                Some((_, routes)) => routes.push(route),
                None => resources.push((line.path, vec![route])),
            }
        }
        for (path, routes) in resources {
            let mut resource = web::resource(path);
            for route in routes {
                resource = resource.route(route);
            }
            config.service(resource);
        }
    }
}

/// Lets a request through to its handler, or refuses it before the handler exists for it.
async fn admit(
    who: Who,
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let visit = Visit::of(request.request());
    let person = visit.person();
    let allowed = match (who, &person) {
        (Who::Anyone, _) => Ok(()),
        (Who::Client, _) if visit.has_client_link() => Ok(()),
        (Who::Client, _) => Err(Error::LinkRequired),
        (_, None) => Err(Error::SignInRequired),
        (Who::Member, Some(_)) => Ok(()),
        (Who::Staff, Some(person)) => permit(person.staff),
        (Who::Moderator, Some(person)) => permit(person.moderator),
        (Who::Admin, Some(person)) => permit(person.admin),
    };
    match allowed {
        Ok(()) => next.call(request).await,
        Err(error) => Ok(request.error_response(error)),
    }
}

fn permit(has_role: bool) -> Result<(), Error> {
    if has_role {
        Ok(())
    } else {
        Err(Error::Forbidden)
    }
}
