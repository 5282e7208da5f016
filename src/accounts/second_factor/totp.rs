//! Codes of half a minute (RFC 6238: HMAC-SHA-1, six digits, as all authenticator apps make them).

use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use subtle::ConstantTimeEq;

/// How long a code is shown.
const STEP_SECONDS: i64 = 30;
/// Codes of this many half minutes before and after are taken too: clocks differ, and people type.
const DRIFT: i64 = 1;
/// Letters of the key as apps take it (RFC 4648).
const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The half minute of a moment in seconds since 1970.
pub(super) fn step_of(seconds: i64) -> i64 {
    seconds.div_euclid(STEP_SECONDS)
}

/// The half minute whose code this is, among those around `now` and after `last`: a code counts once.
pub(super) fn fitting_step(secret: &[u8], code: &str, now: i64, last: i64) -> Option<i64> {
    let mut found = None;
    // All are compared, so that the time tells nothing.
    for step in (now - DRIFT)..=(now + DRIFT) {
        let fits: bool = code_at(secret, step)
            .as_bytes()
            .ct_eq(code.as_bytes())
            .into();
        if fits && step > last {
            found = Some(step);
        }
    }
    found
}

/// The code of a half minute.
fn code_at(secret: &[u8], step: i64) -> String {
    // HMAC takes a key of any length.
    let Ok(mac) = Hmac::<Sha1>::new_from_slice(secret) else {
        return String::new();
    };
    let hash = mac.chain_update(step.to_be_bytes()).finalize().into_bytes();
    let start = usize::from(hash[19] & 15);
    let word = [
        hash[start] & 127,
        hash[start + 1],
        hash[start + 2],
        hash[start + 3],
    ];
    format!("{:06}", u32::from_be_bytes(word) % 1_000_000)
}

/// The key in letters, for typing it into an app by hand.
pub(super) fn letters(secret: &[u8]) -> String {
    let mut letters = String::new();
    for five in secret.chunks(5) {
        let mut bytes = [0u8; 8];
        bytes[3..3 + five.len()].copy_from_slice(five);
        let bits = u64::from_be_bytes(bytes);
        for place in 0..(five.len() * 8).div_ceil(5) {
            letters.push(char::from(
                ALPHABET[(bits >> (35 - 5 * place)) as usize & 31],
            ));
        }
    }
    letters
}

/// The address that an app reads from a QR code.
pub(super) fn address(secret: &[u8], clinic: &str, email: &str) -> String {
    let plain = |text: &str| -> String {
        url::form_urlencoded::byte_serialize(text.as_bytes())
            .collect::<String>()
            .replace('+', "%20")
    };
    // A colon in the name would end it.
    let clinic = plain(&clinic.replace(':', " "));
    format!(
        "otpauth://totp/{clinic}:{}?secret={}&issuer={clinic}&algorithm=SHA1&digits=6&period=30",
        plain(email),
        letters(secret)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B, cut to six digits.
    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = b"12345678901234567890";
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(secret, step_of(seconds)), code, "{seconds}");
        }
    }

    #[test]
    fn s42_a_code_counts_around_its_time_and_once() {
        let secret = b"12345678901234567890";
        let (now, code) = (step_of(1_111_111_111), "050471");
        assert_eq!(fitting_step(secret, code, now, 0), Some(now));
        assert_eq!(fitting_step(secret, code, now + 1, 0), Some(now));
        assert_eq!(fitting_step(secret, code, now - 1, 0), Some(now));
        assert_eq!(fitting_step(secret, code, now + 2, 0), None);
        assert_eq!(fitting_step(secret, code, now, now), None);
        assert_eq!(fitting_step(secret, "05047", now, 0), None);
    }

    /// RFC 4648, section 10, without padding.
    #[test]
    fn keys_are_written_in_letters_that_apps_take() {
        for (bytes, text) in [
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(letters(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn an_address_names_clinic_and_account() {
        let told = address(b"foobar", "North: Light & Co", "a+b@c.example");
        assert_eq!(
            told,
            "otpauth://totp/North%20%20Light%20%26%20Co:a%2Bb%40c.example?secret=MZXW6YTBOI&issuer=North%20%20Light%20%26%20Co&algorithm=SHA1&digits=6&period=30"
        );
    }
}
