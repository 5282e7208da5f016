//! The ledger of withdrawals, outside the database and outside what is restored with it: each entry numbered and sealed, never
//! changed, read back when a backup is restored and when someone asks whether all of it is there.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDateTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::config::Config;
use crate::db::schema::{clients, ledger_head, withdrawals};
use crate::db::{ClientId, Conn};
use crate::error::Error;
use crate::hash::sha256;
use crate::jobs::{self, Job, Lease};
use crate::seal;
use crate::storage::{ObjectId, StorageError, StorageKey};

/// The folder of entries in the ledger's store.
const FOLDER: &str = "events/";

/// A withdrawal as the ledger keeps it; as a job, it writes itself there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteLedger {
    pub id: String,
    pub client: ClientId,
    pub scope: String,
    pub at: String,
    /// Counted from one without gaps; entries of earlier versions have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
}

impl Job for WriteLedger {
    const NAME: &'static str = "write_ledger";
    const REPEATABLE: bool = true;

    async fn run(self, app: App, lease: Lease) -> Result<(), Error> {
        let key = StorageKey::LedgerEvent(ObjectId::random()?);
        let bytes = self.sealed(&app.config)?;
        app.ledger.put(&key, bytes.into()).await?;
        app.db.write(move |conn| lease.finish(conn)).await
    }
}

/// The entry as a file. Earlier versions wrote it without what follows the entry.
#[derive(Serialize, Deserialize)]
struct Sealed {
    #[serde(flatten)]
    entry: WriteLedger,
    #[serde(default)]
    sha256: String,
    #[serde(default)]
    signature: String,
    #[serde(default)]
    public_key: String,
}

/// Whether an entry is as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    Ours,
    /// Whole, but signed with a key that is not ours (any more).
    Foreign,
    /// Written by a version that did not sign.
    None,
    Broken,
}

impl WriteLedger {
    fn sealed(&self, config: &Config) -> Result<Vec<u8>, Error> {
        let words = serde_json::to_string(self)?;
        Ok(serde_json::to_vec(&Sealed {
            entry: self.clone(),
            sha256: sha256(words.as_bytes()),
            signature: seal::seal(config, words.as_bytes())?,
            public_key: seal::public_key(config)?,
        })?)
    }

    /// When it was made; `None` when that can't be read.
    pub fn time(&self) -> Option<NaiveDateTime> {
        let at = DateTime::parse_from_rfc3339(&self.at).ok()?;
        Some(at.naive_utc())
    }
}

/// The number of the next entry; its row is the lock that withdrawals wait for.
pub(super) fn next_number(conn: &mut Conn) -> Result<i64, Error> {
    diesel::update(ledger_head::table)
        .set(ledger_head::number.eq(ledger_head::number + 1))
        .execute(&mut **conn)?;
    Ok(ledger_head::table
        .select(ledger_head::number)
        .first(&mut **conn)?)
}

/// A number that the ledger has given already is never given again.
pub(super) fn number_is_taken(conn: &mut Conn, number: i64) -> Result<(), Error> {
    diesel::update(ledger_head::table.filter(ledger_head::number.lt(number)))
        .set(ledger_head::number.eq(number))
        .execute(&mut **conn)?;
    Ok(())
}

fn read_seal(config: &Config, bytes: &[u8]) -> Result<(WriteLedger, Seal), Error> {
    let file: Sealed = serde_json::from_slice(bytes)?;
    let words = serde_json::to_string(&file.entry)?;
    let words = words.as_bytes();
    let seal = if file.signature.is_empty() && file.entry.number.is_none() {
        Seal::None
    } else if file.sha256 != sha256(words) {
        Seal::Broken
    } else if seal::is_ours(config, words, &file.signature)? {
        Seal::Ours
    } else if seal::is_by(&file.public_key, words, &file.signature) {
        Seal::Foreign
    } else {
        Seal::Broken
    };
    Ok((file.entry, seal))
}

/// One object of the ledger.
#[derive(Debug, Clone)]
pub struct LedgerEntry {
    pub path: String,
    /// `None` when it is no entry.
    pub entry: Option<(WriteLedger, Seal)>,
}

/// All of the ledger, in the order in which withdrawals were made.
///
/// # Errors
/// When the store does not answer.
pub async fn read_ledger(app: &App) -> Result<Vec<LedgerEntry>, Error> {
    let mut found = Vec::new();
    for path in app.ledger.list(FOLDER).await? {
        let Some(key) = StorageKey::from_path(&path) else {
            continue;
        };
        let entry = match app.ledger.get(&key).await {
            Ok(bytes) => read_seal(&app.config, &bytes).ok(),
            Err(StorageError::NotFound) => continue,
            Err(error) => return Err(error.into()),
        };
        found.push(LedgerEntry { path, entry });
    }
    found.sort_by_key(|one| {
        let entry = one.entry.as_ref();
        entry.map(|(entry, _)| (entry.time(), entry.number, entry.id.clone()))
    });
    Ok(found)
}

/// What does not fit between the ledger and the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// This object is no entry.
    Unreadable {
        path: String,
    },
    /// The entry is not as it was written.
    Broken {
        id: String,
    },
    /// The entry was signed by someone else, and the database does not know it.
    Foreign {
        id: String,
    },
    /// No entry has this number.
    Gap {
        number: i64,
    },
    /// Two withdrawals have this number.
    Twice {
        number: i64,
    },
    /// The database knows another withdrawal under this id.
    Unlike {
        id: String,
    },
    /// It has not taken effect in this database, which knows the client.
    NotInDatabase {
        id: String,
    },
    NotInLedger {
        id: String,
    },
}

/// What a look at the ledger found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerChecked {
    pub entries: usize,
    /// Entries of earlier versions, which did not sign.
    pub unsigned: usize,
    /// Withdrawals that are still on their way into the ledger.
    pub on_their_way: usize,
    /// Entries of clients whose record is not in this database (any more).
    pub of_others: usize,
    pub misfits: Vec<Misfit>,
}

/// Compares the ledger with the database, both ways.
///
/// # Errors
/// When the database does not answer.
pub fn check_ledger(conn: &mut Conn, ledger: &[LedgerEntry]) -> Result<LedgerChecked, Error> {
    let kept = kept(conn)?;
    let waiting = jobs::open::<WriteLedger>(conn)?;
    let mut checked = LedgerChecked {
        entries: ledger.len(),
        on_their_way: waiting.len(),
        ..LedgerChecked::default()
    };
    let mut written: BTreeMap<&str, &WriteLedger> = BTreeMap::new();
    for one in ledger {
        let Some((entry, seal)) = &one.entry else {
            let path = one.path.clone();
            checked.misfits.push(Misfit::Unreadable { path });
            continue;
        };
        let id = entry.id.clone();
        let known = kept.get(&entry.id);
        match (seal, known) {
            (Seal::Broken, _) => checked.misfits.push(Misfit::Broken { id }),
            (Seal::Foreign, None) => checked.misfits.push(Misfit::Foreign { id }),
            (Seal::None, _) => checked.unsigned += 1,
            (Seal::Foreign | Seal::Ours, _) => {}
        }
        match known {
            Some(row) if !row.is(entry) => {
                let id = entry.id.clone();
                checked.misfits.push(Misfit::Unlike { id });
            }
            Some(_) => {}
            None if knows(conn, &entry.client)? => {
                let id = entry.id.clone();
                checked.misfits.push(Misfit::NotInDatabase { id });
            }
            None => checked.of_others += 1,
        }
        // A job that was killed after it had written writes a second time: the same entry, which does no harm.
        written.insert(&entry.id, entry);
    }
    let on_its_way = |id: &str| waiting.iter().any(|entry| entry.id == id);
    for id in kept.keys() {
        if !written.contains_key(id.as_str()) && !on_its_way(id) {
            checked.misfits.push(Misfit::NotInLedger { id: id.clone() });
        }
    }
    for entry in &waiting {
        written.entry(&entry.id).or_insert(entry);
    }
    let entries: Vec<&WriteLedger> = written.into_values().collect();
    checked.misfits.extend(numbers(conn, &entries)?);
    Ok(checked)
}

/// Numbers that no entry has, or two.
fn numbers(conn: &mut Conn, entries: &[&WriteLedger]) -> Result<Vec<Misfit>, Error> {
    let head: i64 = ledger_head::table
        .select(ledger_head::number)
        .first(&mut **conn)?;
    let (mut seen, mut twice) = (BTreeSet::new(), BTreeSet::new());
    for number in entries.iter().filter_map(|entry| entry.number) {
        if !seen.insert(number) {
            twice.insert(number);
        }
    }
    let last = seen.last().copied().unwrap_or(0).max(head);
    let gaps = (1..=last).filter(|number| !seen.contains(number));
    let gaps = gaps.map(|number| Misfit::Gap { number });
    Ok(gaps
        .chain(twice.iter().map(|number| Misfit::Twice { number: *number }))
        .collect())
}

/// A withdrawal as the database keeps it.
struct Kept {
    client: String,
    scope: String,
    at: NaiveDateTime,
    number: Option<i64>,
}

impl Kept {
    fn is(&self, entry: &WriteLedger) -> bool {
        let apart = entry.time().map(|at| (at - self.at).abs());
        self.client == entry.client.as_str()
            && self.scope == entry.scope
            && self.number == entry.number
            && apart.is_some_and(|apart| apart < Duration::milliseconds(2))
    }
}

fn kept(conn: &mut Conn) -> Result<BTreeMap<String, Kept>, Error> {
    type Row = (String, String, String, NaiveDateTime, Option<i64>);
    let rows: Vec<Row> = withdrawals::table
        .select((
            withdrawals::id,
            withdrawals::client_id,
            withdrawals::scope,
            withdrawals::at,
            withdrawals::number,
        ))
        .load(&mut **conn)?;
    let rows = rows.into_iter();
    Ok(rows
        .map(|(id, client, scope, at, number)| {
            let kept = Kept {
                client,
                scope,
                at,
                number,
            };
            (id, kept)
        })
        .collect())
}

fn knows(conn: &mut Conn, client: &ClientId) -> Result<bool, Error> {
    let there: i64 = clients::table
        .filter(clients::id.eq(client.as_str()))
        .count()
        .get_result(&mut **conn)?;
    Ok(there > 0)
}
