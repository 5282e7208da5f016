//! The result of one publish gate, and the light it belongs to.

use serde::{Deserialize, Serialize};

use crate::clinic::Slip;

/// The four lights a moderator sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    Consent,
    Photos,
    Facts,
    Words,
}

impl Light {
    pub const ALL: [Self; 4] = [Self::Consent, Self::Photos, Self::Facts, Self::Words];
}

/// The result of one gate. Texts: `gate-<id>` says what it holds, `gate-<id>-fix` how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    pub id: String,
    pub light: Light,
    pub passed: bool,
    /// Which photos, words or fields failed; ids, never names.
    pub failing: Vec<String>,
    /// Where it is mended.
    pub fix: String,
    /// It is open, and whoever decides may let it stand with a reason.
    #[serde(default)]
    pub asks: bool,
    /// The reason with which it was let stand.
    #[serde(default)]
    pub answer: Option<String>,
    /// Words of our lists that were found (G23).
    #[serde(default)]
    pub slips: Vec<Slip>,
}

impl Gate {
    /// A gate that failed for these things, or passed where there are none.
    pub fn of(id: &str, light: Light, fix: &str, failing: Vec<String>) -> Self {
        Self {
            id: id.to_owned(),
            light,
            passed: failing.is_empty(),
            failing,
            fix: fix.to_owned(),
            asks: false,
            answer: None,
            slips: Vec::new(),
        }
    }
}
