//! A place in memory for what was looked up once and holds for one epoch of the content: emptied when the epoch changes,
//! bounded in bytes, and the longest unused goes first.

use std::collections::HashMap;
use std::sync::Mutex;

/// What may be kept: two equal ones have nothing between them, neither a change of the content nor an end of a yes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Epoch(u64);

impl Epoch {
    /// Numbers are given by the database alone ([`crate::db::Db::epoch`]).
    pub(crate) fn new(number: u64) -> Self {
        Self(number)
    }
}

/// Keeps values by name.
pub struct Shelf<V> {
    /// Half of what may be kept: there are two generations.
    half: usize,
    boards: Mutex<Boards<V>>,
}

struct Boards<V> {
    epoch: Option<Epoch>,
    young: HashMap<String, (V, usize)>,
    young_bytes: usize,
    old: HashMap<String, (V, usize)>,
}

impl<V: Clone> Shelf<V> {
    /// A shelf for about so many bytes.
    pub fn new(bytes: usize) -> Self {
        Self {
            half: bytes / 2,
            boards: Mutex::new(Boards {
                epoch: None,
                young: HashMap::new(),
                young_bytes: 0,
                old: HashMap::new(),
            }),
        }
    }

    /// What was kept under this name in this epoch.
    pub fn get(&self, epoch: Epoch, name: &str) -> Option<V> {
        let mut boards = self.boards.lock().ok()?;
        if boards.epoch != Some(epoch) {
            return None;
        }
        if let Some((value, _)) = boards.young.get(name) {
            return Some(value.clone());
        }
        let (name, (value, bytes)) = boards.old.remove_entry(name)?;
        boards.put(name, value.clone(), bytes, self.half);
        Some(value)
    }

    /// Keeps a value of `bytes` that was looked up after `epoch` had been asked for, while that is the epoch of now.
    pub fn put(&self, epoch: Epoch, now: Option<Epoch>, name: String, value: V, bytes: usize) {
        if now != Some(epoch) || bytes > self.half {
            return;
        }
        let Ok(mut boards) = self.boards.lock() else {
            return;
        };
        if boards.epoch != Some(epoch) {
            boards.epoch = Some(epoch);
            boards.young.clear();
            boards.young_bytes = 0;
            boards.old.clear();
        }
        boards.put(name, value, bytes, self.half);
    }
}

/// What an entry costs besides its value.
const ENTRY: usize = 128;

impl<V> Boards<V> {
    fn put(&mut self, name: String, value: V, bytes: usize, half: usize) {
        let cost = bytes + name.len() + ENTRY;
        if self.young_bytes + cost > half {
            self.old = std::mem::take(&mut self.young);
            self.young_bytes = 0;
        }
        self.young_bytes += cost;
        if let Some((_, before)) = self.young.insert(name, (value, bytes)) {
            self.young_bytes = self.young_bytes.saturating_sub(before + ENTRY);
        }
    }
}
