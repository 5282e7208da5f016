//! What is known of one request before any domain is asked: its form token, its signed-in person, its message.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use serde::Serialize;

use super::language::Language;
use crate::config::WebConfig;

/// The person named in the page's frame.
#[derive(Debug, Clone, Serialize, Default)]
pub struct Person {
    pub name: String,
    pub staff: bool,
    pub moderator: bool,
    pub admin: bool,
}

/// Kept in the request's extensions by the server's first middleware.
#[derive(Clone, Default)]
pub struct Visit(Rc<Inner>);

#[derive(Default)]
struct Inner {
    /// Random value of the form cookie; made when the first token is asked for.
    seed: RefCell<Option<String>>,
    /// Whether the form cookie must be sent.
    fresh: Cell<bool>,
    /// What tokens are bound to: the session's id, if there is one.
    binding: RefCell<String>,
    person: RefCell<Option<Person>>,
    flash: RefCell<Option<String>>,
    flash_shown: Cell<bool>,
    client_link: Cell<bool>,
    /// What a client is spoken to in.
    language: Cell<Option<Language>>,
    jar: RefCell<Jar>,
    request_id: RefCell<String>,
}

impl Visit {
    pub fn begin(
        seed: Option<String>,
        flash: Option<String>,
        jar: Jar,
        request_id: String,
    ) -> Self {
        let visit = Self::default();
        *visit.0.seed.borrow_mut() = seed;
        *visit.0.flash.borrow_mut() = flash;
        *visit.0.jar.borrow_mut() = jar;
        *visit.0.request_id.borrow_mut() = request_id;
        visit
    }

    /// The request's visit; an empty one outside the server (unit tests).
    pub fn of(request: &HttpRequest) -> Self {
        request
            .extensions()
            .get::<Self>()
            .cloned()
            .unwrap_or_default()
    }

    pub fn seed(&self) -> Option<String> {
        self.0.seed.borrow().clone()
    }

    pub fn set_fresh_seed(&self, seed: String) {
        *self.0.seed.borrow_mut() = Some(seed);
        self.0.fresh.set(true);
    }

    pub fn binding(&self) -> String {
        self.0.binding.borrow().clone()
    }

    /// Binds form tokens to a session and names its person in the page's frame.
    pub fn bind(&self, session: &str) {
        self.0.binding.borrow_mut().push_str(session);
    }

    pub fn set_person(&self, person: Person) {
        *self.0.person.borrow_mut() = Some(person);
    }

    pub fn person(&self) -> Option<Person> {
        self.0.person.borrow().clone()
    }

    /// Says that this browser opened a client's private link.
    pub fn set_client_link(&self) {
        self.0.client_link.set(true);
    }

    /// Says what a client with a private link is spoken to in.
    pub fn set_language(&self, language: Language) {
        self.0.language.set(Some(language));
    }

    pub fn language(&self) -> Option<Language> {
        self.0.language.get()
    }

    pub fn has_client_link(&self) -> bool {
        self.0.client_link.get()
    }

    pub fn request_id(&self) -> String {
        self.0.request_id.borrow().clone()
    }

    /// The message of the redirect that led here; shown once.
    pub fn take_flash(&self) -> Option<String> {
        let flash = self.0.flash.borrow_mut().take();
        if flash.is_some() {
            self.0.flash_shown.set(true);
        }
        flash
    }

    /// Cookies that the answer must carry because of what was asked of this visit.
    pub fn cookies(&self) -> Vec<Cookie<'static>> {
        let mut cookies = Vec::new();
        if self.0.fresh.get()
            && let Some(seed) = self.seed()
        {
            cookies.push(self.cookie("form", seed, SameSite::Strict));
        }
        if self.0.flash_shown.get() {
            cookies.push(self.expired("flash"));
        }
        cookies
    }

    /// A cookie for the whole site that scripts can't read.
    pub fn cookie(&self, name: &str, value: String, same_site: SameSite) -> Cookie<'static> {
        let jar = self.0.jar.borrow();
        Cookie::build(jar.name(name), value)
            .path(jar.path().to_owned())
            .http_only(true)
            .secure(jar.secure)
            .same_site(same_site)
            .finish()
    }

    /// A cookie that removes the one of this name.
    pub fn expired(&self, name: &str) -> Cookie<'static> {
        let mut cookie = self.cookie(name, String::new(), SameSite::Lax);
        cookie.make_removal();
        cookie
    }

    pub fn cookie_name(&self, name: &str) -> String {
        self.0.jar.borrow().name(name)
    }

    /// The value of one of our cookies.
    pub fn read_cookie(&self, request: &HttpRequest, name: &str) -> Option<String> {
        request
            .cookie(&self.cookie_name(name))
            .map(|cookie| cookie.value().to_owned())
    }
}

/// Where our cookies live, and what they are called there.
#[derive(Debug, Clone, Default)]
pub struct Jar {
    pub secure: bool,
    /// What the site lives below; empty when it has a name of its own.
    pub prefix: String,
}

impl Jar {
    pub fn of(web: &WebConfig) -> Self {
        Self {
            secure: web.is_https(),
            prefix: web.prefix().to_owned(),
        }
    }

    /// `__Host-` where the base URL is HTTPS; such a cookie is for a whole host, so below a path it is `__Secure-`.
    pub fn name(&self, name: &str) -> String {
        match (self.secure, self.prefix.is_empty()) {
            (true, true) => format!("__Host-{name}"),
            (true, false) => format!("__Secure-candor-{name}"),
            (false, _) => format!("candor-{name}"),
        }
    }

    /// Whether any of our sites could have set a cookie of this name.
    pub fn may_be_ours(name: &str) -> bool {
        ["__Host-", "__Secure-candor-", "candor-"]
            .iter()
            .any(|ours| name.starts_with(ours))
    }

    fn path(&self) -> &str {
        match self.prefix.as_str() {
            "" => "/",
            prefix => prefix,
        }
    }
}

impl FromRequest for Visit {
    type Error = actix_web::Error;
    type Future = std::future::Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(Ok(Self::of(request)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s39_below_a_path_cookies_are_for_that_path_alone() {
        let cookie = |secure: bool, prefix: &str| {
            let prefix = prefix.to_owned();
            let visit = Visit::begin(None, None, Jar { secure, prefix }, String::new());
            visit
                .cookie("session", "x".to_owned(), SameSite::Lax)
                .to_string()
        };
        assert_eq!(
            cookie(true, ""),
            "__Host-session=x; HttpOnly; SameSite=Lax; Secure; Path=/"
        );
        assert_eq!(
            cookie(true, "/results"),
            "__Secure-candor-session=x; HttpOnly; SameSite=Lax; Secure; Path=/results"
        );
    }
}
