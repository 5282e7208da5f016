//! What became of one file, as a line of JSON or in words.

use std::path::PathBuf;
use std::time::Duration;

use candor::hash::hex;
use candor::imaging::{Developed, Format, Level, PIPELINE, Probe, Refusal, Step};
use serde_json::{Value, json};

pub struct Report {
    pub file: PathBuf,
    pub outcome: Result<Made, Trouble>,
    pub took: Duration,
}

pub struct Made {
    pub source: Probe,
    pub source_bytes: u64,
    pub source_sha256: String,
    pub level: Level,
    pub developed: Developed,
    /// What was done to it.
    pub steps: Vec<Step>,
    /// The renditions in their order, then the other pictures.
    pub files: Vec<Written>,
}

pub struct Written {
    pub path: PathBuf,
    pub sha256: String,
    pub width: u32,
    pub height: u32,
    pub format: Format,
    pub bytes: usize,
}

/// Why there is nothing.
pub enum Trouble {
    Refused(Refusal),
    Unreadable(std::io::Error),
    Unwritable(std::io::Error),
    /// A rendition that carries more than pixels; a mistake of ours.
    NotClean(String),
    /// An earlier file has the same name.
    SameName,
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Trouble {
    fn code(&self) -> &'static str {
        match self {
            Self::Refused(refusal) => refusal.code(),
            Self::Unreadable(_) => "unreadable",
            Self::Unwritable(_) => "unwritable",
            Self::NotClean(_) => "not-clean",
            Self::SameName => "same-name",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal.to_string(),
            Self::Unreadable(error) => format!("The file can't be read: {error}"),
            Self::Unwritable(error) => format!("The web versions can't be written: {error}"),
            Self::NotClean(found) => format!("A web version carries more than pixels: {found}"),
            Self::SameName => {
                "Another of these files has the same name. Develop it into another folder."
                    .to_owned()
            }
        }
    }
}

impl Report {
    pub fn is_made(&self) -> bool {
        self.outcome.is_ok()
    }

    pub fn json(&self) -> Value {
        let mut line = json!({
            "file": self.file.to_string_lossy(),
            "milliseconds": self.took.as_millis() as u64,
        });
        match &self.outcome {
            Ok(made) => line["developed"] = made.json(),
            Err(trouble) => {
                line["error"] = json!({ "code": trouble.code(), "message": trouble.words() });
            }
        }
        line
    }

    pub fn words(&self) -> String {
        let file = self.file.display();
        match &self.outcome {
            Ok(made) => {
                let warnings = made.developed.warnings.iter();
                format!(
                    "{file}: {} files, {} KiB, {} ms{}",
                    made.files.len(),
                    made.bytes() >> 10,
                    self.took.as_millis(),
                    warnings.map(|one| format!(". {one}")).collect::<String>()
                )
            }
            Err(trouble) => format!("{file}: refused ({}). {}", trouble.code(), trouble.words()),
        }
    }
}

impl Made {
    fn bytes(&self) -> usize {
        self.files.iter().map(|one| one.bytes).sum()
    }

    /// The steps with a sentence for each.
    fn ledger(&self) -> Value {
        let steps = self.steps.iter().map(|step| {
            let mut line = json!(step);
            line["words"] = json!(step.words());
            line
        });
        json!({
            "source_sha256": self.source_sha256,
            "pipeline": PIPELINE,
            "steps": steps.collect::<Vec<_>>(),
        })
    }

    fn warnings(&self) -> Value {
        let told = self.developed.warnings.iter();
        told.map(|one| json!({ "code": one.code(), "message": one.to_string() }))
            .collect()
    }

    fn json(&self) -> Value {
        let renditions: Vec<Value> = self
            .files
            .iter()
            .map(|one| {
                json!({
                    "path": one.path.to_string_lossy(),
                    "format": one.format,
                    "width": one.width,
                    "height": one.height,
                    "bytes": one.bytes,
                    "sha256": one.sha256,
                })
            })
            .collect();
        json!({
            "source": {
                "kind": self.source.kind.as_str(),
                "width": self.source.width,
                "height": self.source.height,
                "bytes": self.source_bytes,
                "sha256": self.source_sha256,
            },
            "level": i32::from(self.level),
            "width": self.developed.width,
            "height": self.developed.height,
            "bytes": self.bytes(),
            "thumbhash": hex(&self.developed.thumbhash),
            "warnings": self.warnings(),
            "ledger": self.ledger(),
            "renditions": renditions,
        })
    }
}
