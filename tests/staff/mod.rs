//! What staff see and do at their desk: how cases stand, many photos at once, the story before it is handed over.

mod decision;
mod edits;
mod marks;
mod pairs;
mod photos;
mod prints;
mod progress;
mod standing;
mod story;
mod uses;
mod watermark;
