//! The numbers of a translation in Latin letters.

use std::ops::Range;

use super::atom::{Atom, atoms};
use super::phrase::Phrases;
use super::quantity::{Number, Unit};
use super::words::{LONGEST_ERA, Lexicon, Word, era};

/// What joins two numbers that share a unit, beside words.
const RANGE_SIGNS: [&str; 6] = ["-", "–", "—", "~", "〜", ","];

/// How many parts may stand between a number and the era that counts it: `6º ano da era Reiwa`.
const ERA_REACH: usize = 5;

/// What a translation says.
pub(super) struct Reading {
    pub(super) numbers: Vec<Number>,
    /// Where units stand, and whether at a number.
    pub(super) units: Vec<(Unit, Range<usize>, bool)>,
    /// Where sentences end.
    stops: Vec<usize>,
}

impl Reading {
    /// Whether a unit that `fits` stands in the sentence around `at`.
    pub(super) fn is_near(&self, at: &Range<usize>, fits: impl Fn(Unit, &Range<usize>) -> bool) -> bool {
        let start = self.stops.iter().rev().find(|stop| **stop < at.start).copied().unwrap_or(0);
        let end = self.stops.iter().find(|stop| **stop >= at.end).copied().unwrap_or(usize::MAX);
        let mut near = self.units.iter().filter(|(_, place, _)| (start..end).contains(&place.start));
        near.any(|(unit, place, _)| fits(*unit, place))
    }

    /// Whether a unit that `fits` stands by itself, for all numbers: (in yen).
    pub(super) fn says(&self, fits: impl Fn(Unit) -> bool) -> bool {
        self.units.iter().any(|(unit, _, attached)| !attached && fits(*unit))
    }
}

/// A number, a unit or something else, by the atoms it is made of.
struct Item {
    number: Option<Number>,
    unit: Option<Unit>,
    /// A unit that belongs to a number.
    attached: bool,
    atoms: Range<usize>,
}

/// Reads `text` with the words of `lexicon`.
pub(super) fn read(text: &str, lexicon: &Lexicon) -> Reading {
    let atoms = atoms(text, lexicon.point != Some('.'));
    let mut reader = Reader { items: items(&atoms, lexicon), atoms, lexicon };
    for at in 0..reader.items.len() {
        reader.find_unit(at);
        reader.find_era(at);
    }
    for at in (2..reader.items.len()).rev() {
        reader.share(at - 2, at);
    }
    let stops = reader.atoms.iter().filter(|atom| [".", "!", "?"].contains(&atom.text.as_str()));
    let stops = stops.map(|stop| stop.at.start).collect();
    let place =
        |item: &Item| reader.atoms[item.atoms.start].at.start..reader.atoms[item.atoms.end - 1].at.end;
    let units =
        reader.items.iter().filter_map(|item| Some((item.unit?, place(item), item.attached))).collect();
    Reading { numbers: reader.items.into_iter().filter_map(|item| item.number).collect(), units, stops }
}

fn items(atoms: &[Atom], lexicon: &Lexicon) -> Vec<Item> {
    let phrases = Phrases { atoms, lexicon };
    let mut items = Vec::new();
    let mut at = 0;
    while at < atoms.len() {
        let unit = lexicon.unit(|part| atoms.get(at + part).map(|atom| atom.text.as_str()));
        let number = if unit.is_none() { phrases.number(at) } else { None };
        let end = match (&unit, &number) {
            (Some((_, length)), _) => at + length,
            (None, Some((_, end))) => *end,
            (None, None) => at + 1,
        };
        let (unit, number) = (unit.map(|(unit, _)| unit), number.map(|(number, _)| number));
        items.push(Item { number, unit, attached: false, atoms: at..end });
        at = end;
    }
    items
}

struct Reader<'a> {
    atoms: Vec<Atom>,
    items: Vec<Item>,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    /// The first part of the item at `at`.
    fn first(&self, at: usize) -> &Atom {
        &self.atoms[self.items[at].atoms.start]
    }

    fn word(&self, at: usize) -> Option<Word> {
        self.lexicon.word(&self.first(at).text)
    }

    /// Gives the number at `at` the unit beside it: `¥500`, `500 yen`.
    fn find_unit(&mut self, at: usize) {
        if !self.items[at].number.as_ref().is_some_and(|number| number.unit == Unit::Count) {
            return;
        }
        let free = |item: &Item| if item.attached { None } else { item.unit };
        let before =
            at.checked_sub(1).filter(|before| matches!(free(&self.items[*before]), Some(Unit::Money(_))));
        let filler = |at: &usize| self.first(*at).text != "-" && self.word(*at) != Some(Word::Filler);
        let after = (at + 1..self.items.len())
            .take(3)
            .find(filler)
            .filter(|after| free(&self.items[*after]).is_some_and(|unit| unit != Unit::FiscalYear));
        let Some(beside) = before.or(after) else { return };
        self.items[beside].attached = true;
        let parts = self.items[beside].atoms.clone();
        let place = self.atoms[parts.start].at.start..self.atoms[parts.end - 1].at.end;
        let (unit, item) = (self.items[beside].unit, &mut self.items[at]);
        if let (Some(unit), Some(number)) = (unit, &mut item.number) {
            number.unit = unit;
            number.at = number.at.start.min(place.start)..number.at.end.max(place.end);
        }
    }

    /// Lets the number that the era at `at` counts be a year too: Reiwa 6, 6º ano da era Reiwa.
    fn find_era(&mut self, at: usize) {
        if self.items[at].unit.is_some() {
            return;
        }
        let word = self.first(at);
        let next = |at: &usize| self.items[*at].number.is_some();
        let initial = ["r", "h", "s"].iter().position(|initial| *initial == word.text);
        let glued = at + 1 < self.items.len() && next(&(at + 1)) && self.first(at + 1).glued;
        let before_era = match initial {
            Some(era) => glued.then(|| [2018, 1988, 1925][era]),
            None => era(&word.text),
        };
        let Some(before_era) = before_era else { return };
        let after = (at + 1..self.items.len()).take(2).find(next);
        let found = after.or_else(|| (at.saturating_sub(ERA_REACH)..at).rev().find(next));
        let number = found.and_then(|found| self.items[found].number.as_mut());
        if let Some(number) = number
            && let Some(year) = number.values.first().filter(|year| **year <= LONGEST_ERA.into())
            && let Some(year) = year.checked_add(before_era.into())
        {
            number.values.push(year);
            number.unit = Unit::Year;
        }
    }

    /// Lets the numbers at `from` and `to` share a unit where what is between them joins them.
    fn share(&mut self, from: usize, to: usize) {
        let joins = |between| {
            matches!(self.word(between), Some(Word::And | Word::To))
                || RANGE_SIGNS.contains(&self.first(between).text.as_str())
        };
        let numbers = [from, to].iter().all(|at| self.items[*at].number.is_some());
        if !(numbers && joins(from + 1)) {
            return;
        }
        let (before, after) = self.items.split_at_mut(to);
        let (Some(from), Some(to)) = (&mut before[from].number, &mut after[0].number) else { return };
        if to.unit == Unit::Count && matches!(from.unit, Unit::Money(_)) {
            to.unit = from.unit;
        }
        if to.unit.is_measure() || to.unit == Unit::Count {
            from.share(to);
        }
    }
}
