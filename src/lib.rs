//! Candor: consented, moderated before/after galleries and testimonials for clinics.
//!
//! The modules below are in dependency order: each may use those above it (see `docs/architecture.md`).

// ── kernel ──
pub mod config;

pub mod error;

pub mod hash;

pub mod seal;

pub mod log;

pub mod fold;

pub mod crash;

pub mod shelf;

pub mod db;

pub mod attention;

pub mod crowd;

pub mod storage;

pub mod archive;

pub mod imaging;

pub mod video;

pub mod mail;

pub mod hook;

pub mod web;

pub mod app;

pub mod jobs;

pub mod objects;

// ── slices, lowest first ──
pub mod audit;

pub mod accounts;

pub mod clinic;

pub mod clients;

pub mod consents;

pub mod external_uses;

pub mod photos;

pub mod cases;

pub mod testimonials;

pub mod videos;

pub mod stories;

pub mod signing;

pub mod gallery;

pub mod enquiries;

pub mod reports;

pub mod sharing;

pub mod moderation;

pub mod desk;

pub mod upkeep;

pub mod evidence;

pub mod erasure;

pub mod demo;

// ── the whole ──
pub mod backup;

pub mod server;
