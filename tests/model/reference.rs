//! The reference: what may be seen of one client, from the promise alone. It knows no database, no page and no picture.

use std::collections::{BTreeMap, BTreeSet};

use super::operation::Part;
use super::picture::Shows;

/// So many days a signature counts.
const LASTS: i64 = 730;

#[derive(Debug, Clone)]
pub struct Photo {
    pub before: bool,
    pub removed: bool,
    /// What staff cover now.
    pub covered: bool,
}

#[derive(Debug, Clone)]
pub struct Grant {
    pub level: usize,
    /// What the client saw covered when they signed.
    covered: bool,
}

/// What the client allows.
#[derive(Debug, Clone)]
pub struct Consent {
    pub photos: BTreeMap<usize, Grant>,
    pub search: bool,
    pub partners: bool,
    pub name: bool,
    pub words: Option<u64>,
    paused: Paused,
    signed: i64,
    /// What they signed was recalled since.
    recalled: bool,
    /// Someone disputes it.
    disputed: bool,
}

/// What the client wants a pause of.
#[derive(Debug, Clone, Default)]
struct Paused {
    photos: BTreeSet<usize>,
    search: bool,
    partners: bool,
    name: bool,
    words: bool,
}

/// A photo as it was approved. No two uses are the same: each has addresses of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    pub shows: Shows,
    pub serial: u64,
}

/// What was shown of a photo, and whether the client asked for less (else staff did).
#[derive(Debug, Clone, Copy)]
struct Waiting {
    shown: Shows,
    narrowed: bool,
}

/// Everything about one case.
#[derive(Debug, Clone, Default)]
pub struct Reference {
    pub photos: Vec<Photo>,
    pub consent: Option<Consent>,
    /// Link of the last receipt, also after all was taken back.
    pub manage: Option<String>,
    pub title: u64,
    /// What was approved last.
    approved: Option<(u64, Vec<(usize, usize)>)>,
    uses: BTreeMap<usize, Use>,
    /// Came down only because less is to be shown, until that version can be shown.
    waiting: BTreeMap<usize, Waiting>,
    name: bool,
    words: Option<u64>,
    pub undoable: bool,
    pub forgotten: bool,
    pub today: i64,
    serial: u64,
}

impl Reference {
    // ── what is public ──

    fn is_live(&self) -> bool {
        let consent = self.consent.as_ref().filter(|one| !one.disputed);
        consent.is_some_and(|one| self.holds(one))
    }

    /// Neither over nor recalled.
    fn holds(&self, consent: &Consent) -> bool {
        !consent.recalled && self.today < consent.signed + LASTS
    }

    /// Something is allowed, and someone disputes that.
    pub fn is_disputed(&self) -> bool {
        let consent = self.consent.as_ref().filter(|one| one.disputed);
        consent.is_some_and(|one| !one.photos.is_empty())
    }

    /// Photos whose bytes anyone may have.
    pub fn public(&self) -> BTreeMap<usize, Use> {
        let mut uses = self.uses.clone();
        uses.retain(|photo, _| self.granted(*photo).is_some());
        uses
    }

    /// What is allowed of a photo at this moment.
    fn granted(&self, photo: usize) -> Option<&Grant> {
        let consent = self.consent.as_ref().filter(|_| self.is_live())?;
        let grant = consent.photos.get(&photo)?;
        (!consent.paused.photos.contains(&photo)).then_some(grant)
    }

    fn is_paused(&self, what: impl Fn(&Paused) -> bool) -> bool {
        self.consent.as_ref().is_some_and(|one| what(&one.paused))
    }

    /// Photos on the story's page: a photo alone compares with nothing.
    pub fn on_page(&self) -> BTreeMap<usize, Use> {
        let public = self.public();
        let pairs = self.approved.iter().flat_map(|(_, pairs)| pairs);
        let whole = pairs.filter(|(b, a)| public.contains_key(b) && public.contains_key(a));
        let photos = whole.flat_map(|(before, after)| [before, after]);
        photos.map(|photo| (*photo, public[photo])).collect()
    }

    /// The title and text of the story that stands, if it does.
    pub fn told(&self) -> Option<u64> {
        let (title, _) = self.approved.as_ref()?;
        (!self.on_page().is_empty()).then_some(*title)
    }

    pub fn name(&self) -> bool {
        self.told().is_some() && self.name && !self.is_paused(|one| one.name)
    }

    pub fn words(&self) -> Option<u64> {
        let words = self.told().and(self.words);
        words.filter(|_| !self.is_paused(|one| one.words))
    }

    /// Whether what stands on the website is seen on partners' sites too.
    pub fn lent(&self) -> bool {
        let allowed = self.consent.as_ref().is_some_and(|one| one.partners);
        self.told().is_some() && allowed && !self.is_paused(|one| one.partners)
    }

    pub fn searchable(&self) -> bool {
        let allowed = self.consent.as_ref().is_some_and(|one| one.search);
        self.told().is_some() && allowed && !self.is_paused(|one| one.search)
    }

    // ── what happens ──

    /// The photo that is meant, if it is there.
    pub fn meant(&self, photo: usize) -> Option<usize> {
        let photo = photo.checked_rem(self.photos.len())?;
        (!self.photos[photo].removed).then_some(photo)
    }

    /// Before and after, of what is in the case now.
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let there = |before: bool| {
            let all = self.photos.iter().enumerate();
            all.filter(move |(_, one)| one.before == before && !one.removed)
                .map(|(photo, _)| photo)
        };
        there(true)
            .flat_map(|b| there(false).map(move |a| (b, a)))
            .collect()
    }

    /// Gives whether it is a before.
    pub fn upload(&mut self) -> bool {
        let before = !self.photos.iter().any(|one| one.before && !one.removed);
        self.photos.push(Photo {
            before,
            removed: false,
            covered: false,
        });
        before
    }

    /// A new signature takes the place of the older one; what is public goes on where it is covered by the new one.
    pub fn sign(
        &mut self,
        level: usize,
        place: &str,
        name: bool,
        words: Option<u64>,
        manage: String,
    ) {
        let mut consent = Consent {
            photos: BTreeMap::new(),
            search: place == "website_and_search",
            partners: place == "website_and_partners",
            name,
            words,
            paused: Paused::default(),
            signed: self.today,
            recalled: false,
            disputed: false,
        };
        for (before, after) in self.pairs() {
            for photo in [before, after] {
                let covered = self.photos[photo].covered;
                consent.photos.insert(photo, Grant { level, covered });
            }
        }
        let nowhere = place == "nowhere";
        if nowhere {
            consent.photos.clear();
            (consent.name, consent.words) = (false, None);
        }
        let granted = &consent.photos;
        self.uses.retain(|photo, one| {
            granted
                .get(photo)
                .is_some_and(|grant| one.shows.level <= grant.level)
        });
        self.waiting.retain(|photo, _| granted.contains_key(photo));
        self.name &= consent.name;
        // Other words, sent with another signature: nobody has approved them yet.
        self.words = None;
        self.manage = Some(manage);
        self.consent = Some(consent);
    }

    pub fn withdraw(&mut self, part: Part) {
        if let Some(consent) = &mut self.consent {
            match part {
                Part::All | Part::Website => {
                    consent.photos.clear();
                    (consent.search, consent.name, consent.words) = (false, false, None);
                }
                Part::Search => consent.search = false,
                Part::Partners => consent.partners = false,
                Part::Photo(photo) => drop(consent.photos.remove(&photo)),
                Part::Name => consent.name = false,
                Part::Words => consent.words = None,
            }
        }
        match part {
            Part::All | Part::Website => {
                self.uses.clear();
                self.waiting.clear();
                (self.name, self.words) = (false, None);
            }
            Part::Search | Part::Partners => {}
            Part::Photo(photo) => {
                self.uses.remove(&photo);
                self.waiting.remove(&photo);
            }
            Part::Name => self.name = false,
            Part::Words => self.words = None,
        }
    }

    /// Nobody sees it until the client takes it up again; nothing is forgotten.
    pub fn pause(&mut self, part: Part) {
        let Some(consent) = &mut self.consent else {
            return;
        };
        let paused = &mut consent.paused;
        match part {
            Part::All | Part::Website => {
                paused.photos.extend(consent.photos.keys());
                (paused.search, paused.name, paused.words) = (true, true, true);
                paused.partners |= part == Part::All;
            }
            Part::Search => paused.search = true,
            Part::Partners => paused.partners = true,
            Part::Photo(photo) => drop(paused.photos.insert(photo)),
            Part::Name => paused.name = true,
            Part::Words => paused.words = true,
        }
    }

    /// What is still allowed of all that was paused comes back, as it would have been without the pause.
    pub fn resume(&mut self) {
        let Some(consent) = self.consent.as_mut() else {
            return;
        };
        let paused = std::mem::take(&mut consent.paused);
        if self.is_live() {
            for photo in paused.photos {
                self.return_as_less(photo);
            }
        }
    }

    /// Less of one photo, at once: now, or when it is replayed. It returns as soon as the version that shows less can be shown.
    pub fn narrow(&mut self, photo: usize, level: usize) {
        let grant = self
            .consent
            .as_mut()
            .and_then(|one| one.photos.get_mut(&photo));
        let Some(grant) = grant.filter(|grant| grant.level > level) else {
            return;
        };
        grant.level = level;
        if self
            .uses
            .get(&photo)
            .is_some_and(|one| one.shows.level > level)
        {
            self.come_down(photo, true);
        }
        self.return_as_less(photo);
    }

    fn come_down(&mut self, photo: usize, narrowed: bool) {
        if let Some(Use { shows: shown, .. }) = self.uses.remove(&photo) {
            self.waiting.insert(photo, Waiting { shown, narrowed });
        }
    }

    /// What came down returns under its approval if it shows no more than was approved, and no more than is granted.
    fn return_as_less(&mut self, photo: usize) {
        let covered = self.photos[photo].covered;
        let Some(was) = self.waiting.get(&photo).copied() else {
            return;
        };
        if was.shown.covered && !covered {
            return;
        }
        match self.granted(photo).map(|grant| grant.level) {
            Some(granted) => {
                let most = was.shown.level - usize::from(was.narrowed);
                let level = most.min(granted);
                self.waiting.remove(&photo);
                self.show(Shows {
                    photo,
                    level,
                    covered,
                });
            }
            // What the client wants less of may return with their next signature; what staff cover is approved anew.
            None if !was.narrowed => drop(self.waiting.remove(&photo)),
            None => {}
        }
    }

    fn show(&mut self, shows: Shows) {
        self.serial += 1;
        let serial = self.serial;
        self.uses.insert(shows.photo, Use { shows, serial });
    }

    /// The text in force is recalled: every consent there is was signed with it, or with one recalled before.
    pub fn recall(&mut self) {
        if let Some(consent) = &mut self.consent {
            consent.recalled = true;
        }
    }

    /// Someone disputes what was signed.
    pub fn suspend(&mut self) {
        if let Some(consent) = &mut self.consent {
            consent.disputed = true;
        }
    }

    /// The dispute is settled, unless what was signed holds no longer. What is still allowed comes back, as after a pause.
    pub fn settle(&mut self) -> bool {
        let Some(mut consent) = self.consent.take() else {
            return false;
        };
        let settled = consent.disputed && self.holds(&consent);
        consent.disputed &= !settled;
        let photos: Vec<usize> = consent.photos.keys().copied().collect();
        self.consent = Some(consent);
        if settled {
            for photo in photos {
                self.return_as_less(photo);
            }
        }
        settled
    }

    /// Nothing is left of the client.
    pub fn forget(&mut self) {
        self.take_down();
        self.forgotten = true;
        (self.consent, self.approved, self.manage) = (None, None, None);
    }

    /// Covering is live at once; uncovering needs a new approval, and what was approved stays meanwhile.
    pub fn cover(&mut self, photo: usize, covered: bool) {
        self.photos[photo].covered = covered;
        let shown = self.uses.get(&photo);
        if covered && shown.is_some_and(|one| !one.shows.covered) {
            self.come_down(photo, false);
        }
    }

    /// The version that staff asked for is made.
    pub fn made(&mut self, photo: usize) {
        self.return_as_less(photo);
    }

    pub fn remove(&mut self, photo: usize) {
        self.photos[photo].removed = true;
        self.uses.remove(&photo);
        self.waiting.remove(&photo);
    }

    /// Whether a moderator can approve the story as it is; then all that is granted is public.
    pub fn approve(&mut self) -> bool {
        let Some(mut consent) = self.consent.clone().filter(|_| self.is_live()) else {
            return false;
        };
        consent
            .photos
            .retain(|photo, _| self.granted(*photo).is_some());
        consent.name &= !consent.paused.name;
        consent.words = consent.words.filter(|_| !consent.paused.words);
        let mut pairs = self.pairs();
        pairs.retain(|(b, a)| consent.photos.contains_key(b) && consent.photos.contains_key(a));
        let mut photos: Vec<usize> = pairs.iter().flat_map(|(b, a)| [*b, *a]).collect();
        photos.sort_unstable();
        photos.dedup();
        // Nobody agreed to what they did not see.
        let more = |photo: &usize| consent.photos[photo].covered && !self.photos[*photo].covered;
        if photos.is_empty() || photos.iter().any(more) {
            return false;
        }
        self.take_down();
        for photo in photos {
            let (level, covered) = (consent.photos[&photo].level, self.photos[photo].covered);
            self.show(Shows {
                photo,
                level,
                covered,
            });
        }
        (self.name, self.words) = (consent.name, consent.words);
        self.approved = Some((self.title, pairs));
        self.undoable = true;
        true
    }

    /// By staff, or because the approval is taken back.
    pub fn take_down(&mut self) {
        self.uses.clear();
        self.waiting.clear();
        (self.name, self.words) = (false, None);
        self.undoable = false;
    }

    /// An older state came back; addresses and days don't.
    pub fn restored(&self, older: Self) -> Self {
        Self {
            today: self.today,
            serial: self.serial,
            undoable: false,
            ..older
        }
    }
}
