//! An authenticator app on somebody's phone: RFC 6238 once more, by other means than the program's.

use chrono::NaiveDateTime;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

use super::browser::Browser;
use super::studio::PASSWORD;

pub struct Authenticator(Vec<u8>);

impl Authenticator {
    /// Types in the key in letters that a page shows.
    pub fn typed(letters: &str) -> Self {
        let mut bits = String::new();
        for letter in letters.chars().filter(|c| !c.is_whitespace()) {
            let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(letter).unwrap();
            bits.push_str(&format!("{value:05b}"));
        }
        let bytes = bits.as_bytes().chunks_exact(8);
        Self(
            bytes
                .map(|eight| u8::from_str_radix(std::str::from_utf8(eight).unwrap(), 2).unwrap())
                .collect(),
        )
    }

    /// The code that it shows at this time.
    pub fn code(&self, now: NaiveDateTime) -> String {
        let step = (now.and_utc().timestamp() / 30) as u64;
        let mac = Hmac::<Sha1>::new_from_slice(&self.0).unwrap();
        let hash = mac.chain_update(step.to_be_bytes()).finalize().into_bytes();
        let at = (hash[19] & 0xf) as usize;
        let number = u32::from_be_bytes(hash[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
        format!("{:06}", number % 1_000_000)
    }
}

/// Sets up the second factor of whoever is signed in here. Gives the app and the recovery codes.
pub async fn enrol(browser: &Browser, now: NaiveDateTime) -> (Authenticator, Vec<String>) {
    browser
        .post("/account/second-factor", &[("password", PASSWORD)])
        .await
        .expect(303);
    let page = browser.get("/account/second-factor").await.expect(200);
    let letters = page.between("<p class=\"key\"><code>", "</code>").unwrap();
    let app = Authenticator::typed(&letters);
    let told = browser
        .post(
            "/account/second-factor/confirmation",
            &[("code", &app.code(now))],
        )
        .await
        .expect(200)
        .text();
    let codes = told.split("<li><code>").skip(1);
    let codes: Vec<String> = codes
        .map(|part| part.split('<').next().unwrap().to_owned())
        .collect();
    (app, codes)
}
