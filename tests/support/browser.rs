//! A person's browser: keeps cookies, follows no redirect by itself, sends forms with the token of the page.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;

/// An answer.
pub struct Page {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Page {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|v| v.to_str().ok())
            .unwrap_or_default()
    }

    /// Where a redirect leads.
    pub fn location(&self) -> String {
        self.header("location").to_owned()
    }

    /// The text between the first `before` and the next `after` behind it.
    pub fn between(&self, before: &str, after: &str) -> Option<String> {
        let text = self.text();
        let start = text.find(before)? + before.len();
        let end = text[start..].find(after)? + start;
        Some(text[start..end].to_owned())
    }

    /// The value of a hidden field.
    pub fn field(&self, name: &str) -> String {
        self.between(&format!("name=\"{name}\" value=\""), "\"")
            .unwrap_or_else(|| panic!("no field {name} in {}", self.text()))
    }

    /// The first choice of a select that is not empty.
    pub fn first_choice(&self, field: &str) -> String {
        let select = self
            .between(&format!("name=\"{field}\""), "</select>")
            .unwrap_or_else(|| panic!("no select {field} in {}", self.text()));
        let values = select.split("value=\"").skip(1);
        let mut chosen = values.filter_map(|rest| rest.split('"').next());
        chosen.find(|value| !value.is_empty()).unwrap().to_owned()
    }

    /// All media addresses on the page.
    pub fn media(&self) -> Vec<String> {
        let text = self.text();
        let mut found: Vec<String> = text
            .split(['"', ' ', ','])
            .filter(|part| part.starts_with("/media/"))
            .map(str::to_owned)
            .collect();
        found.sort();
        found.dedup();
        found
    }

    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text());
        self
    }
}

/// One browser.
#[derive(Clone)]
pub struct Browser {
    pub client: reqwest::Client,
    pub url: String,
}

impl Browser {
    pub fn new(url: &str) -> Self {
        let client = reqwest::Client::builder()
            .cookie_store(true)
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Self {
            client,
            url: url.to_owned(),
        }
    }

    /// Where a path is; one that came from an answer may begin with what the site lives below.
    pub fn address(&self, path: &str) -> String {
        let origin = reqwest::Url::parse(&self.url).unwrap();
        let prefix = origin.path().trim_end_matches('/').to_owned();
        let inside = path.strip_prefix(&prefix).filter(|_| !prefix.is_empty());
        let path = inside.filter(|rest| rest.starts_with('/')).unwrap_or(path);
        format!("{}{path}", self.url)
    }

    pub async fn get(&self, path: &str) -> Page {
        self.get_with(path, &[]).await
    }

    /// Asks until the answer has this status; fails after `within`.
    pub async fn until(&self, path: &str, status: u16, within: Duration) {
        let begun = Instant::now();
        loop {
            let got = self.get(path).await.status;
            if got == status {
                return;
            }
            assert!(begun.elapsed() < within, "{path}: still {got}");
            tokio::task::yield_now().await;
        }
    }

    pub async fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Page {
        let mut request = self.client.get(self.address(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        page(request.send().await.unwrap()).await
    }

    /// The token that forms on this browser's pages carry now.
    pub async fn token(&self) -> String {
        let page = self.get("/sign-in").await;
        let page = if page.status == 303 {
            self.get("/first-run").await
        } else {
            page
        };
        page.field("form_token")
    }

    /// Sends a form as a page of ours would.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let token = self.token().await;
        let mut all = vec![("form_token", token.as_str())];
        all.extend_from_slice(fields);
        self.post_bare(path, &all).await
    }

    /// Sends exactly these fields.
    pub async fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        page(
            self.client
                .post(self.address(path))
                .form(fields)
                .send()
                .await
                .unwrap(),
        )
        .await
    }

    /// Sends files as the upload page would.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, Vec<u8>)],
    ) -> Page {
        let mut form = reqwest::multipart::Form::new().text("form_token", self.token().await);
        for (name, value) in fields {
            form = form.text((*name).to_owned(), (*value).to_owned());
        }
        for (name, bytes) in files {
            let part = reqwest::multipart::Part::bytes(bytes.clone()).file_name((*name).to_owned());
            form = form.part("files", part);
        }
        let request = self
            .client
            .post(self.address(path))
            .header("accept", "application/json");
        page(request.multipart(form).send().await.unwrap()).await
    }
}

impl Browser {
    /// Sends a body that begins so and goes on with `part` again and again, until the server has had enough; how many
    /// parts it took, and its answer if it gave one before it closed.
    pub async fn pour(
        &self,
        path: &str,
        content_type: &str,
        begin: String,
        part: Vec<u8>,
        times: usize,
    ) -> (usize, Option<Page>) {
        let (taken, part) = (Arc::new(AtomicUsize::new(0)), bytes::Bytes::from(part));
        let count = taken.clone();
        let parts = futures_util::stream::iter(0..times).map(move |_| {
            count.fetch_add(1, Ordering::SeqCst);
            Ok::<_, std::io::Error>(part.clone())
        });
        let first = futures_util::stream::iter([Ok(bytes::Bytes::from(begin))]);
        let request = self
            .client
            .post(self.address(path))
            .header("content-type", content_type)
            .body(reqwest::Body::wrap_stream(first.chain(parts)));
        let answer = match request.send().await {
            Ok(response) => Some(page(response).await),
            Err(_) => None,
        };
        (taken.load(Ordering::SeqCst), answer)
    }
}

async fn page(response: reqwest::Response) -> Page {
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = response
        .bytes()
        .await
        .map(|b| b.to_vec())
        .unwrap_or_default();
    Page {
        status,
        headers,
        body,
    }
}
