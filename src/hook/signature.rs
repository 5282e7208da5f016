//! The signature of Standard Webhooks: HMAC-SHA-256 over id, time and body, so that none can be changed or sent again later.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::Message;
use crate::config::Secret;

/// The value of the header `webhook-signature`.
pub fn signature(secret: &Secret, message: &Message<'_>) -> String {
    let Message { id, at, body } = message;
    let signed = format!("{id}.{at}.{body}");
    // HMAC takes a key of any length; without one nothing is signed that verifies.
    let tag = Hmac::<Sha256>::new_from_slice(secret.bytes())
        .map(|mac| mac.chain_update(signed.as_bytes()).finalize().into_bytes());
    format!(
        "v1,{}",
        tag.map(|tag| STANDARD.encode(tag)).unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification.
    #[test]
    fn a_signature_is_the_one_that_receivers_compute() {
        let key = STANDARD
            .decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
            .unwrap_or_default();
        let secret = Secret::of(key);
        let message = Message {
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
            at: 1_614_265_330,
            body: r#"{"test": 2432232314}"#,
        };
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(signature(&secret, &message), expected);
    }
}
