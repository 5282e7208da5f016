//! `/embed.js`: the one script that another site may load, so that frames there take the height they need.

use actix_web::{HttpRequest, HttpResponse};

use crate::error::Error;
use crate::web::assets;

pub async fn show(request: HttpRequest) -> Result<HttpResponse, Error> {
    let script = assets::asset("js/embed.js")?;
    Ok(assets::respond(&request, &script, false))
}
