//! A thing of a client in words: which photo it is, or that it is the words or the name.

use crate::consents::What;
use crate::db::{Conn, PhotoId};
use crate::error::Error;
use crate::photos;
use crate::web::text::Texts;

/// "Healed · Front", "Words", "Name" …
pub fn thing(conn: &mut Conn, texts: &Texts, what: &str, subject: &str) -> Result<String, Error> {
    let known = What::parse(what).map_or("photo", What::as_str);
    let plain = texts.get(&format!("what-{known}"));
    let photo = PhotoId::parse(subject).filter(|_| known == What::Photo.as_str());
    let Some(id) = photo else {
        return Ok(plain);
    };
    match photos::photo(conn, &id) {
        Ok(photo) => {
            let stage = texts.get(&format!("stage-{}", photo.stage.replace('_', "-")));
            let angle = texts.get(&format!("angle-{}", photo.angle));
            Ok(format!("{plain}: {stage} · {angle}"))
        }
        Err(Error::NotFound) => Ok(plain),
        Err(error) => Err(error),
    }
}
