//! The main job from end to end, through HTTP, on whichever stack the suite runs on.

mod beginnings;
mod edits;
mod tablet;
mod whole;
