//! One pair looked at closely: whether it can be compared, and edits that show both photos in the same frame. Measured when
//! someone asks, from the small pictures kept for the editor; nothing changes until a person says so.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::details::{Details, change};
use super::jobs::behind;
use super::measured::MeasuredPairs;
use super::pairs::{Pair, pair};
use super::photo::Photo;
use super::serving::staff_photo;
use crate::accounts::{Actor, Role};
use crate::app::App;
use crate::audit;
use crate::clients;
use crate::consents::StaffGrant;
use crate::db::{CaseId, Conn};
use crate::error::Error;
use crate::imaging::measure::{
    Alignment, Comparison, Picture, SAME, Similarity, Thresholds, Unsure, align, compare, sameness,
};
use crate::imaging::{Edits, Limits, Measured, Rect, line_up, look};

/// What was measured of a pair.
#[derive(Debug, Clone)]
pub struct PairMeasures {
    pub comparison: Comparison,
    pub alignment: Result<Alignment, Unsure>,
    /// Before and after look like one photo.
    pub one_photo: bool,
    /// Edits that show both in the same frame; `None` when they can't be lined up or are already.
    pub proposal: Option<(Edits, Edits)>,
}

/// The width of the pictures that are measured.
const WIDTH: i32 = 1024;

/// The measures of a pair, taken once; `None` while its photos are not ready.
///
/// # Errors
/// When the store does not answer.
pub async fn measure_pair(
    app: &App,
    grant: &StaffGrant,
    kept: &MeasuredPairs,
    pair: &Pair,
) -> Result<Option<Arc<PairMeasures>>, Error> {
    if !pair.before.is_ready() || !pair.after.is_ready() {
        return Ok(None);
    }
    if let Some(known) = kept.get(pair) {
        return Ok(Some(known));
    }
    let measured = measure(app, grant, pair).await?.map(Arc::new);
    if let Some(measures) = &measured {
        kept.keep(pair, measures.clone());
    }
    Ok(measured)
}

async fn measure(
    app: &App,
    grant: &StaffGrant,
    pair: &Pair,
) -> Result<Option<PairMeasures>, Error> {
    let (before, after) = (pair.before.clone(), pair.after.clone());
    let (Some(first), Some(second)) = (before.edits(), after.edits()) else {
        return Ok(None);
    };
    let mut pictures = Vec::new();
    for photo in [&before, &after] {
        match staff_photo(app, grant, &photo.id, None, WIDTH).await {
            Ok(served) => pictures.push(served.bytes),
            Err(Error::NotFound) => return Ok(None),
            Err(error) => return Err(error),
        }
    }
    let measuring = behind(move || {
        let seen = |bytes: &[u8], edits: &Edits| {
            let uncovered = Edits {
                masks: Vec::new(),
                ..edits.clone()
            };
            look(bytes, &uncovered, &Limits::default()).ok()
        };
        let pictures = seen(&pictures[0], &first).zip(seen(&pictures[1], &second));
        pictures.map(|pictures| measures((&before, &first), (&after, &second), &pictures))
    })?;
    measuring
        .await
        .map_err(|e| Error::internal(format!("measure: {e}")))
}

fn measures(
    (before, first): (&Photo, &Edits),
    (after, second): (&Photo, &Edits),
    (one, other): &(Picture, Picture),
) -> PairMeasures {
    let alignment = align(one, other);
    let change = alignment.as_ref().ok().map(|found| found.change);
    let measured =
        |photo: &Photo, picture: &Picture| (size(photo), (picture.width(), picture.height()));
    let ((size_before, look_before), (size_after, look_after)) =
        (measured(before, one), measured(after, other));
    let proposal = change
        .filter(|change| !is_lined_up(change, (one, other)))
        .and_then(|change| {
            let before = Measured {
                size: size_before,
                edits: first,
                look: look_before,
            };
            let after = Measured {
                size: size_after,
                edits: second,
                look: look_after,
            };
            line_up(&before, &after, &change)
        });
    PairMeasures {
        comparison: compare(one, other, change.as_ref(), &Thresholds::ADVICE),
        one_photo: change.is_some() && sameness(one, other).is_some_and(|same| same >= SAME),
        alignment,
        proposal,
    }
}

/// Of the whole photo, upright, in pixels.
pub(super) fn size(photo: &Photo) -> (u32, u32) {
    (photo.width.unsigned_abs(), photo.height.unsigned_abs())
}

/// Nearer than this nobody sees it when both are shown equally wide: half a degree, a hundredth of size and of the width.
fn is_lined_up(change: &Similarity, (before, after): (&Picture, &Picture)) -> bool {
    let half = |picture: &Picture| {
        (
            f64::from(picture.width()) / 2.0,
            f64::from(picture.height()) / 2.0,
        )
    };
    let (from, to) = (half(before), half(after));
    let (x, y) = change.place(from);
    let moved = (x - to.0).hypot(y - to.1) / (to.0 * 2.0);
    let scale = change.scale() * from.0 / to.0;
    change.degrees().abs() < 0.5 && (scale - 1.0).abs() < 0.01 && moved < 0.01
}

/// Crop and angle that a person confirmed for one photo of a pair, and the revision that they saw.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Framing {
    pub revision: i32,
    pub crop: Rect,
    pub straighten: f32,
}

/// Shows both photos of a pair in the frame that a person confirmed. Masks and everything else stay as they are; what is
/// public follows the same rules as any edit.
///
/// # Errors
/// `NotFound`; `Conflict` when one of the photos was changed meanwhile; `Invalid` for a frame that makes no sense.
pub fn frame_pair(
    conn: &mut Conn,
    actor: &Actor,
    id: &str,
    (before, after): (&Framing, &Framing),
) -> Result<CaseId, Error> {
    actor.require(Role::Staff)?;
    let client = pair(conn, id)?.before.client_id;
    clients::lock(conn, &client)?;
    let found = pair(conn, id)?;
    for (photo, framing) in [(&found.before, before), (&found.after, after)] {
        let details = framed(photo, framing)?;
        change(conn, actor, photo, &details)?;
    }
    let case = found.before.case_id;
    let detail = json!({ "pair": id, "before": before, "after": after });
    audit::record(
        conn,
        &actor.doer(),
        "pair.frame",
        &format!("case:{case}"),
        &detail,
    )?;
    Ok(case)
}

fn framed(photo: &Photo, framing: &Framing) -> Result<Details, Error> {
    let stored = photo
        .edits()
        .ok_or_else(|| Error::internal("edits can't be read"))?;
    let edits = Edits {
        crop: Some(framing.crop),
        straighten: framing.straighten,
        ..stored
    };
    if edits.validate().is_err() {
        return Err(Error::field("frame", "photo-edits-refused"));
    }
    Ok(Details {
        revision: framing.revision,
        stage: photo.stage(),
        session_number: photo.session_number,
        angle: photo.angle(),
        taken_on: photo.taken_on,
        alt: photo.alt.clone(),
        sensitive: photo.sensitive,
        faceless: photo.bare_level == 0,
        edits,
        whole_angle: false,
    })
}
