//! The whole suite as one program, so that it links once.
#![expect(clippy::unwrap_used, reason = "a test that can't go on says so")]

mod mail;
mod storage;
mod support;
