//! Which translation is of which text: by the text, not by its place.
//!
//! A paragraph that is inserted moves the counter in the keys of all that follow. So a translation is
//! given to the text it was made from, wherever that stands now; then to the text most like it, of which
//! it is the translation that fell behind. What is left over waits under its file's orphans.

mod likeness;
mod share;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::fold::fold;
use crate::diagnostic::Source;
use crate::plan::Unit;
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::value::Language;
pub use likeness::likeness;

/// How much of two texts must be the same, in pairs of characters, for one to be the other reworded
/// (Sørensen–Dice). Two paragraphs of one plan have about 0.2 in common; one that is cut in half has
/// two thirds in common with its half.
const REWORDED: f64 = 0.4;

/// Most pairs of texts that are compared in one file. With more, nearly everything in it has changed.
const MOST_PAIRS: usize = 100_000;

/// Gives every translation in `files`, which are of `language`, the key that its text has among `units`, the
/// plan's texts of today.
///
/// Afterwards each content file has its translation file, whose units are in the order of the page,
/// each under today's key; what no text of the plan is the source of stands in `orphans`.
pub fn align(units: &[Unit], language: &Language, files: &mut Vec<TranslationFile>) {
    let units: HashMap<&str, &[Unit]> = by_file(units).map(|units| (units[0].file(), units)).collect();
    let begun: HashSet<String> = files.iter().map(|file| file.of.clone()).collect();
    files.extend(units.keys().filter(|of| !begun.contains(**of)).map(|of| {
        let path = format!("locales/plan/{language}/{of}.yml");
        TranslationFile::empty(of, Source::new(path, "").span(0..0))
    }));
    files.sort_by(|a, b| a.of.cmp(&b.of));
    files
        .par_iter_mut()
        .for_each(|file| in_file(file, units.get(file.of.as_str()).copied().unwrap_or_default()));
    share::share(files, &units);
}

/// `units`, which are in the order of the plan, file by file.
pub(super) fn by_file(units: &[Unit]) -> impl Iterator<Item = &[Unit]> {
    units.chunk_by(|one, next| one.file() == next.file())
}

/// What may be the translation of a text.
pub trait Candidate {
    /// The key it stands under.
    fn key(&self) -> &str;
    /// The text it was made from.
    fn source(&self) -> &str;
    /// The translation; empty where there is none.
    fn text(&self) -> &str;
    /// Whether its source had left the plan.
    fn is_set_aside(&self) -> bool;
}

impl Candidate for TranslatedUnit {
    fn key(&self) -> &str {
        &self.key
    }

    fn source(&self) -> &str {
        &self.source
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn is_set_aside(&self) -> bool {
        self.set_aside
    }
}

/// Finds the translation of each of `units` among those that `file` has.
fn in_file(file: &mut TranslationFile, units: &[Unit]) {
    let all = file.units.drain(..).chain(file.orphans.drain(..)).collect();
    let (found, left) = matched(units, all);
    for (unit, found) in units.iter().zip(found) {
        if let Some(found) = found {
            file.units.push(TranslatedUnit { key: unit.key().to_owned(), ..found });
        }
    }
    file.orphans = left;
}

/// Which of `candidates` is the translation of each of `units`, which are of one file; and those that are
/// of none. A place that nobody has filled keeps no translation from its text.
pub fn matched<T: Candidate>(units: &[Unit], candidates: Vec<T>) -> (Vec<Option<T>>, Vec<T>) {
    let mut found: Vec<Option<T>> = units.iter().map(|_| None).collect();
    let mut left = Vec::new();
    let (filled, empty): (Vec<T>, Vec<T>) =
        candidates.into_iter().partition(|candidate| !candidate.text().is_empty());
    for candidates in [filled, empty] {
        let mut open: Vec<Option<T>> = candidates.into_iter().map(Some).collect();
        by_text(units, &mut open, &mut found, |text| text.trim().to_owned());
        by_text(units, &mut open, &mut found, fold);
        by_name(units, &mut open, &mut found);
        by_likeness(units, &mut open, &mut found);
        left.extend(open.into_iter().flatten());
    }
    (found, left)
}

/// Matches texts that are the same after `normal`: first those whose key is, too, then in order.
fn by_text<T: Candidate>(
    units: &[Unit],
    left: &mut [Option<T>],
    found: &mut [Option<T>],
    normal: impl Fn(&str) -> String,
) {
    let mut waiting: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, entry) in left.iter().enumerate().rev() {
        if let Some(entry) = entry.as_ref().filter(|entry| !entry.source().is_empty()) {
            waiting.entry(normal(entry.source())).or_default().push(at);
        }
    }
    for same_key in [true, false] {
        for (unit, found) in units.iter().zip(found.iter_mut()).filter(|(_, found)| found.is_none()) {
            let Some(waiting) = waiting.get_mut(&normal(&unit.text)) else { continue };
            let fits = |at: &usize| {
                let entry = left[*at].as_ref();
                entry.is_some_and(|entry| !same_key || (entry.key() == unit.key() && !entry.is_set_aside()))
            };
            if let Some(position) = waiting.iter().rposition(fits) {
                *found = left[waiting.remove(position)].take();
            }
        }
    }
}

/// Matches what has a key of its own and no counter: a title stays a title, whatever it says. Where nobody
/// wrote down what was translated, the key is all there is.
fn by_name<T: Candidate>(units: &[Unit], left: &mut [Option<T>], found: &mut [Option<T>]) {
    let named = |entry: &T| (!has_counter(entry.key()) || entry.source().is_empty()) && !entry.is_set_aside();
    let places: HashMap<String, usize> = (left.iter().enumerate())
        .filter_map(|(at, entry)| {
            entry.as_ref().filter(|entry| named(entry)).map(|entry| (entry.key().to_owned(), at))
        })
        .collect();
    for (unit, found) in units.iter().zip(found).filter(|(_, found)| found.is_none()) {
        if let Some(at) = places.get(unit.key()) {
            *found = left[*at].take();
        }
    }
}

/// Matches texts that are much alike, the most alike first.
fn by_likeness<T: Candidate>(units: &[Unit], left: &mut [Option<T>], found: &mut [Option<T>]) {
    let open: Vec<usize> = (0..units.len()).filter(|at| found[*at].is_none()).collect();
    let entries: Vec<usize> = (0..left.len()).filter(|at| left[*at].as_ref().is_some_and(has_text)).collect();
    if open.len() * entries.len() > MOST_PAIRS {
        return;
    }
    let mut pairs = Vec::new();
    for (order, at) in open.into_iter().enumerate() {
        for (rank, entry) in entries.iter().enumerate() {
            let Some(other) = &left[*entry] else { continue };
            let likeness = likeness(&units[at].text, other.source());
            if likeness >= REWORDED {
                let elsewhere = (other.is_set_aside(), other.key() != units[at].key(), order.abs_diff(rank));
                pairs.push((likeness, elsewhere, at, *entry));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2, a.3).cmp(&(b.1, b.2, b.3))));
    for (.., at, entry) in pairs {
        if found[at].is_none() {
            found[at] = left[entry].take();
        }
    }
}

fn has_text<T: Candidate>(candidate: &T) -> bool {
    !candidate.text().is_empty() && !candidate.source().is_empty()
}

/// Whether the last part of `key` is the place of a block among others: `situation.3`.
fn has_counter(key: &str) -> bool {
    key.rsplit('.')
        .next()
        .is_some_and(|last| !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit()))
}
