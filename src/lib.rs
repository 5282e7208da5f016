//! Candor: consented, moderated before/after galleries and testimonials for clinics.
//!
//! The modules below are in dependency order: each may use those above it (see `docs/architecture.md`).

// ── kernel ──
pub mod app;
pub mod config;
pub mod db;
pub mod error;
pub mod hash;
pub mod imaging;
pub mod jobs;
pub mod mail;
pub mod storage;
pub mod web;

// ── slices, lowest first ──
pub mod accounts;
pub mod audit;
pub mod clients;
pub mod consents;
pub mod photos;

pub mod server;
