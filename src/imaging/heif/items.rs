//! The items of an HEIF and what belongs to each (ISO/IEC 23008-12; ISO/IEC 14496-12, clause 8.11), read from its `meta`
//! box alone.
//!
//! Decoders copy these tables and the bytes they point to before they know what a picture is worth, so a small file can
//! ask for gigabytes by naming the same bytes a thousand times. Everything is counted here first.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::boxes::{Boxes, Named};
use super::tables::{References, associations, kinds, pieces, primary, references};
use crate::imaging::Refusal;

/// The largest `meta` box: tables, no pixels. Phones write some ten kilobytes.
const MAX_META: usize = 1 << 20;
/// The largest decoder configuration of an item.
const MAX_CONFIGURATION: usize = 4096;

/// What the `meta` box says.
#[derive(Debug, Clone)]
pub(super) struct Items<'a> {
    pub primary: u32,
    kinds: BTreeMap<u32, &'a [u8; 4]>,
    pieces: BTreeMap<u32, Vec<&'a [u8]>>,
    properties: Vec<Named<'a>>,
    properties_of: BTreeMap<u32, Vec<usize>>,
    references: References<'a>,
}

impl<'a> Items<'a> {
    /// # Errors
    /// `Damaged` when tables are missing, doubled or cut off, `TooManyPixels` when there are too many entries, `Animated`
    /// for a sequence without a still picture.
    pub fn read(file: &'a [u8]) -> Result<Self, Refusal> {
        let meta = match only(Boxes(file), b"meta")? {
            Some(meta) => meta,
            None if Boxes(file).any(|(name, _)| name == b"moov") => return Err(Refusal::Animated),
            None => return Err(Refusal::Damaged),
        };
        if meta.len() > MAX_META {
            return Err(Refusal::TooManyPixels);
        }
        let children = meta.get(4..).ok_or(Refusal::Damaged)?;
        let table = |name| only(Boxes(children), name);
        let needed = |name| table(name)?.ok_or(Refusal::Damaged);
        let mut items = Self {
            primary: primary(needed(b"pitm")?).ok_or(Refusal::Damaged)?,
            kinds: kinds(needed(b"iinf")?)?,
            pieces: BTreeMap::new(),
            properties: Vec::new(),
            properties_of: BTreeMap::new(),
            references: match table(b"iref")? {
                Some(body) => references(body).ok_or(Refusal::Damaged)?,
                None => Vec::new(),
            },
        };
        let inside = table(b"idat")?.unwrap_or_default();
        items.pieces = pieces(needed(b"iloc")?, file, inside)?;
        items.read_properties(needed(b"iprp")?)?;
        Ok(items)
    }

    fn read_properties(&mut self, body: &'a [u8]) -> Result<(), Refusal> {
        for (name, body) in Boxes(body) {
            match name {
                b"ipco" => self.properties.extend(Boxes(body)),
                b"ipma" => associations(body, &mut self.properties_of).ok_or(Refusal::Damaged)?,
                _ => {}
            }
        }
        let too_large =
            |(name, body): &Named<'_>| *name == b"hvcC" && body.len() > MAX_CONFIGURATION;
        if self.properties.iter().any(too_large) {
            return Err(Refusal::Damaged);
        }
        Ok(())
    }

    pub fn kind(&self, item: u32) -> Option<&'a [u8; 4]> {
        self.kinds.get(&item).copied()
    }

    pub fn of_kind(&self, kind: &[u8; 4]) -> impl Iterator<Item = u32> {
        self.kinds
            .iter()
            .filter(move |(_, known)| *known == &kind)
            .map(|(item, _)| *item)
    }

    /// In the order in which they are to be carried out.
    pub fn properties(&self, item: u32) -> impl Iterator<Item = Named<'a>> {
        let numbers = self.properties_of.get(&item).into_iter().flatten();
        numbers.filter_map(|number| self.properties.get(number.checked_sub(1)?).copied())
    }

    pub fn property(&self, item: u32, name: &[u8; 4]) -> Option<&'a [u8]> {
        self.properties(item)
            .find(|(known, _)| *known == name)
            .map(|(_, body)| body)
    }

    /// What `item` refers to, in order.
    pub fn referred(&self, kind: &[u8; 4], item: u32) -> &[u32] {
        self.references
            .iter()
            .find(|(known, from, _)| *known == kind && *from == item)
            .map_or(&[], |(_, _, to)| to)
    }

    /// What refers to `item`.
    pub fn referring(&self, kind: &[u8; 4], item: u32) -> impl Iterator<Item = u32> {
        self.references
            .iter()
            .filter(move |(known, _, to)| *known == kind && to.contains(&item))
            .map(|(_, from, _)| *from)
    }

    /// As [`data`](Self::data), copied only where it lies in pieces.
    pub fn whole(&self, item: u32) -> Cow<'a, [u8]> {
        match self.pieces.get(&item).map(Vec::as_slice) {
            Some([one]) => Cow::Borrowed(one),
            _ => Cow::Owned(self.data(item)),
        }
    }

    pub fn data(&self, item: u32) -> Vec<u8> {
        self.pieces
            .get(&item)
            .map(|all| all.concat())
            .unwrap_or_default()
    }

    pub fn data_length(&self, item: u32) -> u64 {
        let pieces = self.pieces.get(&item).into_iter().flatten();
        pieces.map(|piece| piece.len() as u64).sum()
    }
}

/// A box that may be there once: of two, one reader would take the first and another the last.
fn only<'a>(boxes: Boxes<'a>, wanted: &[u8; 4]) -> Result<Option<&'a [u8]>, Refusal> {
    let mut found = boxes.filter(|(name, _)| *name == wanted);
    let first = found.next().map(|(_, body)| body);
    match found.next() {
        Some(_) => Err(Refusal::Damaged),
        None => Ok(first),
    }
}
