//! The story as the public would see it, for staff alone: the frame on the story's page shows it as on a phone.

use actix_web::http::header::{CONTENT_SECURITY_POLICY, HeaderName, HeaderValue};
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};

use crate::app::App;
use crate::db::CaseId;
use crate::error::Error;
use crate::gallery::{Asked, Catalogue, preview};
use crate::stories;
use crate::web::{page, policy};

pub async fn show(
    app: Data<App>,
    catalogue: Data<Catalogue>,
    request: HttpRequest,
    case: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Error> {
    let case = CaseId::parse(&case).ok_or(Error::NotFound)?;
    let path = format!("/staff/cases/{case}/story/preview");
    let others = catalogue.now(&app).await?;
    let shown = app
        .db
        .read(move |conn| {
            let story = stories::of_case(conn, &case)?.ok_or(Error::NotFound)?;
            preview(conn, &others, &story, &path, &asked)
        })
        .await?;
    let mut answer = page(&request, "gallery/show.html", &shown)?;
    let headers = answer.headers_mut();
    headers.insert(
        CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(policy::IN_FRAME),
    );
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, noai, noimageai"),
    );
    Ok(answer)
}
