//! A multipart body: its text fields first, then files one by one, each streamed to disk and hashed.
//!
//! Nothing waits for the whole body: a file that has arrived can be kept even if the next one never comes.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use actix_multipart::{Field, Multipart};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use futures_util::StreamExt;
use tempfile::NamedTempFile;
use tokio::sync::Semaphore;

use super::arriving::Arriving;
use super::csrf;
use super::forms::{Form, clean};
use super::patience::{Patience, within_reason};
use crate::app::App;
use crate::error::Error;

/// Files in one form; more come in another.
const MAX_FILES: usize = 100;
/// Fields in one form, and bytes in one.
const MAX_FIELDS: usize = 100;
const MAX_FIELD_BYTES: usize = 64 * 1024;
/// A file that is too large is read to its end, so that those after it can be kept, but not beyond so many times its
/// limit.
const MAX_EXCESS: u64 = 4;

/// A multipart form with a valid token.
pub struct Upload {
    body: Body,
    /// The fields before the first file.
    pub form: Form,
    waiting: Option<Field>,
    folder: std::path::PathBuf,
    turns: Arc<Semaphore>,
    files: usize,
    patience: Patience,
}

/// A file that has arrived whole.
pub struct ReceivedFile {
    /// As the sender called it: shown to the person, never used as a path.
    pub name: String,
    pub file: NamedTempFile,
    pub bytes: u64,
    /// Hex.
    pub sha256: String,
}

impl Upload {
    /// The next file; `None` at the end. A file larger than `max_bytes` is read to its end and refused by itself.
    ///
    /// # Errors
    /// When the body ends early, has no end, or the disk is full: files before it have arrived.
    pub async fn next_file(
        &mut self,
        max_bytes: u64,
    ) -> Result<Option<Result<ReceivedFile, (String, Error)>>, Error> {
        loop {
            let field = match self.waiting.take() {
                Some(field) => Some(field),
                None => self.body.next_field().await?,
            };
            let Some(field) = field else { return Ok(None) };
            let Some(name) = file_name(&field) else {
                continue;
            };
            self.files += 1;
            if self.files > MAX_FILES {
                return Err(Error::TooLarge);
            }
            return self.receive(field, name, max_bytes).await.map(Some);
        }
    }

    async fn receive(
        &mut self,
        mut field: Field,
        name: String,
        max_bytes: u64,
    ) -> Result<Result<ReceivedFile, (String, Error)>, Error> {
        let mut arriving = Arriving::new(&self.folder)?;
        let mut bytes = 0u64;
        while let Some(chunk) = self.patience.next(&mut field).await? {
            bytes += chunk.len() as u64;
            if bytes > max_bytes.saturating_mul(MAX_EXCESS) {
                return Err(Error::TooLarge);
            }
            if bytes <= max_bytes {
                arriving = arriving.take(chunk, &self.turns).await?;
            }
        }
        if bytes > max_bytes {
            return Ok(Err((name, Error::TooLarge)));
        }
        let (file, sha256) = arriving.whole(&self.turns).await?;
        Ok(Ok(ReceivedFile {
            name,
            file,
            bytes,
            sha256,
        }))
    }
}

fn file_name(field: &Field) -> Option<String> {
    let name = field.content_disposition()?.get_filename()?;
    let name: String = clean(name)
        .chars()
        .filter(|c| !matches!(c, '/' | '\\'))
        .take(120)
        .collect();
    Some(if name.is_empty() {
        "photo".to_owned()
    } else {
        name
    })
}

/// The body of a request. What is not read of it stays with the request until that is answered: while the answer is made
/// its sender is held back, where the server would else read on and throw away as fast as it comes.
struct Body {
    request: HttpRequest,
    multipart: Option<Multipart>,
}

impl Body {
    fn new(request: HttpRequest, payload: Payload) -> Self {
        let multipart = Some(Multipart::new(request.headers(), payload));
        Self { request, multipart }
    }

    async fn next_field(&mut self) -> Result<Option<Field>, Error> {
        let Some(multipart) = self.multipart.as_mut() else {
            return Ok(None);
        };
        let field = within_reason(multipart.next()).await?;
        field
            .transpose()
            .map_err(|_| Error::refused(400, "error-body"))
    }
}

impl Drop for Body {
    fn drop(&mut self) {
        self.request.extensions_mut().insert(self.multipart.take());
    }
}

impl FromRequest for Upload {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            let app = request
                .app_data::<web::Data<App>>()
                .ok_or_else(|| Error::internal("no application"))?
                .clone();
            let mut body = Body::new(request.clone(), payload);
            let mut patience = Patience::new(Instant::now());
            let (mut fields, mut waiting) = (Vec::new(), None);
            while let Some(mut field) = body.next_field().await? {
                if file_name(&field).is_some() {
                    waiting = Some(field);
                    break;
                }
                let name = field.name().unwrap_or_default().to_owned();
                let mut value = Vec::new();
                if fields.len() >= MAX_FIELDS {
                    return Err(Error::TooLarge);
                }
                while let Some(chunk) = patience.next(&mut field).await? {
                    value.extend_from_slice(&chunk);
                    if value.len() > MAX_FIELD_BYTES {
                        return Err(Error::TooLarge);
                    }
                }
                fields.push((name, String::from_utf8_lossy(&value).into_owned()));
            }
            let form = Form::from_fields(fields);
            // Before the first byte of a file is accepted.
            csrf::check(&app.config, &request, &form.text(csrf::FIELD))?;
            let folder = app.config.data_dir.join("uploads");
            std::fs::create_dir_all(&folder)
                .map_err(|e| Error::unavailable(format!("upload folder: {e}")))?;
            Ok(Self {
                body,
                form,
                waiting,
                folder,
                turns: app.arriving.clone(),
                files: 0,
                patience,
            })
        })
    }
}
