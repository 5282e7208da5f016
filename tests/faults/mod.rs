//! The trust model's faults (F01–F22): what breaks, breaks closed, and nothing that was acknowledged is lost.

mod kill;
mod support;
