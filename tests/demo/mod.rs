//! The demo: made whole, once, in a folder of its own.

mod folder;
mod seeding;
