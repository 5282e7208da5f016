//! The site below a path of another one (`https://studio.example/results`): the path is taken off what is asked before anything
//! else sees it, and put before every address that an answer names. So routes, handlers, templates and scripts know of none.
//!
//! ```text
//! in    /results/stories/x  is asked as  /stories/x; what lies beside /results is not ours (404)
//! out   pages (when they are made), redirects, cookies (see `Visit`), the content policy
//! ```

use std::borrow::Cow;
use std::str::FromStr;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Uri;
use actix_web::http::header::{
    CONTENT_SECURITY_POLICY, HeaderMap, HeaderValue, LOCATION, STRICT_TRANSPORT_SECURITY,
};
use actix_web::http::uri::PathAndQuery;
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpResponse, ResponseError};

use super::headers;
use crate::app::App;
use crate::config::WebConfig;
use crate::error::Error;

/// Asked by what watches the program, which comes past the proxy.
const WATCHED: [&str; 2] = ["/healthz", "/readyz"];

/// Middleware, the first of all.
///
/// # Errors
/// Those of the handler.
pub async fn serve<B: MessageBody + 'static>(
    mut request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let app = request.app_data::<Data<App>>().cloned();
    let Some(app) = app.filter(|app| !app.config.web.prefix().is_empty()) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let web = &app.config.web;
    let asked = request.uri().path_and_query().map_or("/", |it| it.as_str());
    match below(web.prefix(), asked) {
        Some("") => {
            let mut answer = super::redirect("/");
            put_on(web, answer.headers_mut());
            return Ok(request.into_response(answer));
        }
        Some(inner) => {
            let inner = uri(request.uri(), inner)?;
            request.match_info_mut().get_mut().update(&inner);
            request.head_mut().uri = inner;
        }
        None if WATCHED.contains(&request.path()) => {}
        None => {
            let mut answer = HttpResponse::new(Error::NotFound.status_code());
            headers::put_on(answer.headers_mut(), false);
            return Ok(request.into_response(answer));
        }
    }
    let mut response = next.call(request).await?.map_into_boxed_body();
    put_on(web, response.headers_mut());
    Ok(response)
}

/// What is asked of us; empty for the prefix without a slash behind it; `None` for what lies beside it.
fn below<'a>(prefix: &str, asked: &'a str) -> Option<&'a str> {
    let inner = asked.strip_prefix(prefix)?;
    (inner.is_empty() || inner.starts_with('/')).then_some(inner)
}

fn uri(whole: &Uri, inner: &str) -> Result<Uri, actix_web::Error> {
    let mut parts = whole.clone().into_parts();
    let path = PathAndQuery::from_str(inner).map_err(actix_web::error::ErrorBadRequest)?;
    parts.path_and_query = Some(path);
    Uri::from_parts(parts).map_err(actix_web::error::ErrorBadRequest)
}

/// Redirects lead below the prefix, a page loads nothing from beside it, and nothing is said of the whole host: that is for the
/// site around us to say.
fn put_on(web: &WebConfig, headers: &mut HeaderMap) {
    headers.remove(STRICT_TRANSPORT_SECURITY);
    let text = |value: Option<&HeaderValue>| value?.to_str().ok().map(str::to_owned);
    if let Some(to) = text(headers.get(LOCATION))
        && is_path(&to)
        && let Ok(value) = HeaderValue::from_str(&format!("{}{to}", web.prefix()))
    {
        headers.insert(LOCATION, value);
    }
    if let Some(policy) = text(headers.get(CONTENT_SECURITY_POLICY))
        && let Ok(value) = HeaderValue::from_str(&narrowed(&policy, &web.link("/")))
    {
        headers.insert(CONTENT_SECURITY_POLICY, value);
    }
}

/// The policy with our own place for `'self'`, which would be the whole of the other site. Who may put a page into a frame is
/// said by site alone.
fn narrowed(policy: &str, place: &str) -> String {
    let directives =
        policy.split(';').map(
            |one| match one.trim_start().starts_with("frame-ancestors") {
                true => Cow::Borrowed(one),
                false => Cow::Owned(one.replace("'self'", place)),
            },
        );
    directives.collect::<Vec<_>>().join(";")
}

/// Whether an address begins at the root of the site it stands on.
fn is_path(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//")
}

/// Attributes that hold an address, and those that hold several with a size behind each.
const ADDRESS: [&str; 5] = ["href", "src", "action", "formaction", "poster"];
const ADDRESSES: [&str; 2] = ["srcset", "imagesrcset"];

/// A page of ours with the prefix before every address in its tags; as it was where there is none. What stands between the tags
/// is text, and stays.
pub fn addressed(prefix: &str, page: String) -> String {
    if prefix.is_empty() {
        return page;
    }
    let mut out = String::with_capacity(page.len() + page.len() / 8);
    let mut rest = page.as_str();
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        rest = match tag.as_bytes().get(1) {
            Some(letter) if letter.is_ascii_alphabetic() => {
                let rest = opened(prefix, tag, &mut out);
                raw(tag, rest, &mut out)
            }
            _ => {
                out.push('<');
                &tag[1..]
            }
        };
    }
    out.push_str(rest);
    out
}

/// Copies one opening tag, and gives what is behind it.
fn opened<'a>(prefix: &str, tag: &'a str, out: &mut String) -> &'a str {
    let mut rest = tag;
    loop {
        let Some(at) = rest.find(['=', '>', '"']) else {
            out.push_str(rest);
            return "";
        };
        let (before, behind) = (&rest[..at], &rest[at..]);
        out.push_str(before);
        if let Some(behind) = behind.strip_prefix('>') {
            out.push('>');
            return behind;
        }
        let Some(value) = behind.strip_prefix("=\"") else {
            out.push_str(&behind[..1]);
            rest = &behind[1..];
            continue;
        };
        out.push_str("=\"");
        let (value, after) = value.split_once('"').unwrap_or((value, ""));
        let name = before
            .rsplit(|c: char| c.is_whitespace())
            .next()
            .unwrap_or_default();
        if ADDRESS.contains(&name) && is_path(value) {
            out.push_str(prefix);
            out.push_str(value);
        } else if ADDRESSES.contains(&name) {
            let each = value.split(", ").map(|one| match is_path(one) {
                true => format!("{prefix}{one}"),
                false => one.to_owned(),
            });
            out.push_str(&each.collect::<Vec<_>>().join(", "));
        } else {
            out.push_str(value);
        }
        out.push('"');
        rest = after;
    }
}

/// Copies what a script, a style or a text field holds as it is.
fn raw<'a>(tag: &str, rest: &'a str, out: &mut String) -> &'a str {
    let name = tag[1..].split(|c: char| !c.is_ascii_alphanumeric()).next();
    let Some(name @ ("script" | "style" | "textarea" | "title")) = name else {
        return rest;
    };
    let end = rest.find(&format!("</{name}")).unwrap_or(rest.len());
    out.push_str(&rest[..end]);
    &rest[end..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_of_a_page_moves_and_nothing_else_does() {
        let page = concat!(
            "<!DOCTYPE html><a class=\"x\" href=\"/\">a = \"/b\"</a><img alt=\"/no = href\" src=\"/m/1.jpg\" ",
            "srcset=\"/m/1.jpg 160w, /m/2.jpg 320w\"><a href=\"//other.example\"><a href=\"#x\"><a href=\"https://a.example/\">",
            "<form action=\"/c/ask\" hidden><input name=\"back\" value=\"/staff\"><button formaction=\"/x\">1 < 2 /3</button>",
            "<script>{\"href\":\"<a href=\\\"/x\\\">\"}</script><textarea><a href=\"/x\"></textarea><image href=\"/y\" />"
        );
        let moved = concat!(
            "<!DOCTYPE html><a class=\"x\" href=\"/results/\">a = \"/b\"</a><img alt=\"/no = href\" src=\"/results/m/1.jpg\" ",
            "srcset=\"/results/m/1.jpg 160w, /results/m/2.jpg 320w\"><a href=\"//other.example\"><a href=\"#x\"><a href=\"https://a.example/\">",
            "<form action=\"/results/c/ask\" hidden><input name=\"back\" value=\"/staff\"><button formaction=\"/results/x\">1 < 2 /3</button>",
            "<script>{\"href\":\"<a href=\\\"/x\\\">\"}</script><textarea><a href=\"/x\"></textarea><image href=\"/results/y\" />"
        );
        assert_eq!(addressed("/results", page.to_owned()), moved);
        assert_eq!(addressed("", page.to_owned()), page);
    }

    #[test]
    fn what_lies_beside_the_prefix_is_not_ours() {
        assert_eq!(below("/results", "/results/a?b=c"), Some("/a?b=c"));
        assert_eq!(below("/results", "/results"), Some(""));
        assert_eq!(below("/results", "/resultsx"), None);
        assert_eq!(below("/results", "/stories"), None);
    }

    #[test]
    fn s37_a_page_loads_from_our_own_place_alone() {
        let policy = "script-src 'self'; img-src 'self' blob:; frame-ancestors 'self'";
        assert_eq!(
            narrowed(policy, "https://a.example/results/"),
            "script-src https://a.example/results/; img-src https://a.example/results/ blob:; frame-ancestors 'self'"
        );
    }
}
