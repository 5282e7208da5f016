//! The promise: nothing of a client is public without a live consent that covers exactly that use.
//!
//! ```text
//! sent ──signed──→ signed_pending ──receipt delivered──→ active ──→ withdrawn* superseded*
//!   └ lapsed*                                              ⇅ suspended   any → erased*    * terminal
//! ```
//! Each thing on each channel is its own grant. A client may pause grants (`paused_at`): they stand again when the client,
//! who proved to be one, takes them up again.
//! On paper (`paper`) a draft is signed when a second person has verified what a first one read off the scan.
//! Expiry is computed, never stored. `predicate` and `live` are the only code that says what is public, from the views
//! `standing_grants` and `standing_publications` and the database's clock; `proof` holds the values without which no
//! bytes of a photo can be had.

use crate::web::{Routes, Who};

mod answers;
mod asking;
mod channels;
mod codes;
mod coming_of_age;
mod consent;
mod document;
mod forgetting;
mod handing_over;
mod kept;
mod ledger;
mod links;
mod live;
mod lost;
mod narrowing;
mod paper;
mod pausing;
mod predicate;
mod proof;
mod public_set;
mod publishing;
mod purging;
mod queries;
mod recall;
mod receipt;
mod record;
mod reminding;
mod renewing;
mod replay;
mod republishing;
mod scope;
mod searched;
mod sessions;
mod signed_on;
mod signing;
mod standing;
mod suspending;
mod takedown;
mod text_draft;
mod texts;
mod web;
mod withdrawal;

pub use answers::{Answers, Place};
pub use asking::{Asked, ask, code_for_link, lapse_others, record_answers};
pub use channels::{channels_used, choose_channels};
pub use codes::{CodeCheck, check_code, sign_code};
pub use coming_of_age::{is_of_age_since, suspend_of_age};
pub use consent::{Attribution, Channel, Consent, ConsentState, Grant, Method, What};
pub use document::{Document, GrantSeen, PhotoSeen, StorySeen, VideoSeen, signed_files};
pub use forgetting::{forget, write_erasure_down};
pub use handing_over::hand_over;
pub use kept::{
    KeptEvidence, ViewedEvidence, kept_evidence, kept_until, let_evidence_go, view_kept,
};
pub use ledger::{
    LedgerChecked, LedgerEntry, Misfit, Seal, WriteLedger, check_ledger, read_ledger,
};
pub use links::{
    ClientLink, ClosedLink, LinkPurpose, closed_link, consent_of_link, invite_url,
    language_of_closed, link_by_id, manage_link, token_link,
};
pub use live::{
    LiveGrant, agreed_count, all_live_grants_on, covering_grant, live_grants,
    live_grants_of_client, live_grants_on, was_granted_on,
};
pub use lost::send_again;
pub use paper::{
    DropScan, Line, Mark, NewScan, Paper, PaperStage, Scan, Subject, Transcript, VerifiedPaper,
    add_scan, drop_scans, paper, papers_to_verify, print_sheet, return_paper, scans, stage,
    stage_of_case, transcribe, verify_paper,
};
pub use pausing::{Paused, pause, paused_of_client, resume};
pub use predicate::{
    PublicPublication, public_by_id, public_media, public_of_client, public_of_stories, public_on,
    public_video, was_media_public,
};
pub use proof::{ClientGrant, PublicGrant, PublicVideo, StaffGrant};
pub use public_set::{Proved, PublicSet};
pub use publishing::{
    NewPublication, PublishedRendition, add_rendition, publish, published_contents, retract_story,
    unpublish_story, unpublish_subject,
};
pub use purging::PurgeCopies;
pub use queries::{
    active_for_case, asked_count, consent, consents_of_client, draft_for_case, grants_of,
    latest_for_case, photos_taken_back, suspended_for_case, suspended_why,
};
pub use recall::{ToAskAgain, recall_text, resting_on, to_ask_again};
pub use receipt::{ReceiptHow, deliver_receipt};
pub use record::{is_record_by, record};
pub use reminding::{Reminder, reminders_due, take_reminder};
pub use renewing::{Ending, SOON, ending, let_end, renew};
pub use replay::{Replayed, replay};
pub use republishing::{Shown, republish};
pub use scope::Scope;
pub use searched::{Searched, ask_to_drop, searched};
pub use sessions::{ClientSession, close_session, open_session, session};
pub use signed_on::SignedOn;
pub use signing::{Signature, end_of, sign};
pub use standing::{Standing, standings};
pub use suspending::{Dispute, disputes, lift_suspension, suspend};
pub use takedown::{Takedown, last_takedown};
pub use text_draft::{
    TextDraft, begin_text, canonical, discard_text, publish_text, save_text, text_draft,
};
pub use texts::{
    ConsentText, all_texts, current_text, language, required_blocks, text, text_in_force,
};
pub use withdrawal::{DropObjects, withdraw};

/// The admins' pages of consent texts.
pub fn routes() -> Routes {
    use web::{recalls, text_drafts, texts};
    let admin = Who::Admin;
    Routes::new()
        .get("/admin/texts", admin, texts::index)
        .post("/admin/texts", admin, text_drafts::create)
        .get("/admin/texts/draft", admin, text_drafts::edit)
        .post("/admin/texts/draft", admin, text_drafts::update)
        .post("/admin/texts/draft/delete", admin, text_drafts::delete)
        .get("/admin/texts/{id}", admin, texts::show)
        .post("/admin/texts/{id}/recall", admin, recalls::create)
}
