//! Every refusal and warning has its words, and they are the same in the program and in the messages.

use crate::imaging::{Refusal, Warning};

#[test]
fn every_refusal_has_a_message_that_reads_like_its_display() {
    let messages = include_str!("../../../locales/en/photo-refusals.ftl");
    for refusal in Refusal::ALL {
        let line = format!("photo-refused-{} = {refusal}", refusal.code());
        assert!(
            messages.lines().any(|known| known == line),
            "missing: {line}"
        );
    }
}

#[test]
fn every_warning_has_a_message_that_reads_like_its_display() {
    let messages = include_str!("../../../locales/en/photo-warnings.ftl");
    for warning in Warning::ALL {
        let line = format!("photo-warning-{} = {warning}", warning.code());
        assert!(
            messages.lines().any(|known| known == line),
            "missing: {line}"
        );
    }
}
