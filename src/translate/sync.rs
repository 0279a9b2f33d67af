//! Brings translation files in line with the plan: every text has its place, in the order of the page,
//! and no translation is lost.

use std::collections::{HashMap, HashSet};

use super::file::{Entry, Languages, compose};
use super::lines::is_commented;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::localise::likeness;
use crate::plan::{Plan, Unit};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::value::Language;

/// How much of two texts must be the same for the translation of one to help with the other
/// (Sørensen–Dice): half a sentence.
const SIMILAR: f64 = 0.3;

/// Most pairs of texts that are compared for one language. A plan has some hundred texts; with many
/// thousands without a translation, an example for each is nobody's next step.
const MOST_PAIRS: usize = 5_000_000;

/// A translation file as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synced {
    /// Its path from the project's root.
    pub path: String,
    /// Its text.
    pub text: String,
    /// Texts of the plan that it had no place for.
    pub added: usize,
    /// Translations that stand under another key now, or that the same text elsewhere had.
    pub moved: usize,
    /// Translations whose text is no longer in the plan.
    pub set_aside: usize,
}

/// What translations come from outside, by the files of the plan.
#[derive(Debug, Default)]
pub(super) struct Arrivals {
    /// By the keys of the texts that they are given to.
    pub(super) texts: HashMap<String, Arrival>,
    /// Those that no text of the plan is the source of.
    pub(super) orphans: Vec<Arrival>,
}

/// One of them, under the key that it came with.
#[derive(Debug, Clone)]
pub(super) struct Arrival {
    pub(super) key: String,
    pub(super) source: String,
    pub(super) text: String,
    /// What its translator says about it, line by line.
    pub(super) notes: Vec<String>,
}

/// Every file of `language` that is not as it should be. `files` have been aligned with `plan`.
pub fn sync(plan: &Plan, language: &Language, files: &[TranslationFile]) -> Result<Vec<Synced>, Diagnostics> {
    let nothing = Arrivals::default();
    let synced = with_arrivals(plan, language, files, |_| Some(&nothing));
    let (synced, refused): (Vec<_>, Vec<_>) = synced.into_iter().partition(Result::is_ok);
    if refused.is_empty() {
        Ok(synced.into_iter().flatten().collect())
    } else {
        Err(refused.into_iter().filter_map(Result::err).collect())
    }
}

/// Each file of `language` for which there are `arrivals`, as it should be with them, if it is not; and
/// each that cannot be.
pub(super) fn with_arrivals<'a>(
    plan: &Plan,
    language: &Language,
    files: &[TranslationFile],
    arrivals: impl Fn(&str) -> Option<&'a Arrivals>,
) -> Vec<Result<Synced, Diagnostic>> {
    let mut units: HashMap<String, Vec<Unit>> = HashMap::new();
    for unit in plan.units() {
        units.entry(unit.file().to_owned()).or_default().push(unit);
    }
    let known = Known::of(files, units.values().map(Vec::len).sum());
    let languages = (plan.source_language(), language);
    let file = |file: &TranslationFile| {
        let units = units.get(&file.of).map_or(&[][..], Vec::as_slice);
        let job = Job { units, file, known: &known, arrivals: arrivals(&file.of)? };
        job.file(languages).transpose()
    };
    files.iter().filter_map(file).collect()
}

/// What has been translated into a language.
pub(super) struct Known<'a> {
    all: Vec<&'a TranslatedUnit>,
    /// Sources and translations that a text of the plan has.
    in_use: HashSet<(&'a str, &'a str)>,
    /// Whether examples are looked for.
    examples: bool,
}

impl<'a> Known<'a> {
    /// What stands in `files`, which have been aligned with a plan of that many texts.
    pub(super) fn of(files: &'a [TranslationFile], texts: usize) -> Self {
        let translated = |unit: &&TranslatedUnit| !unit.text.is_empty() && !unit.source.is_empty();
        let own: Vec<_> = files.iter().flat_map(|file| &file.units).filter(translated).collect();
        let in_use = own.iter().map(|unit| (unit.source.trim(), unit.text.as_str())).collect();
        let all: Vec<_> =
            files.iter().flat_map(|file| file.units.iter().chain(&file.orphans)).filter(translated).collect();
        let missing = texts.saturating_sub(own.len());
        Self { examples: missing.saturating_mul(all.len()) <= MOST_PAIRS, all, in_use }
    }

    /// How the text most like `text` was translated.
    pub(super) fn similar(&self, text: &str) -> Option<(&'a str, &'a str)> {
        if !self.examples {
            return None;
        }
        let alike = self.all.iter().map(|unit| (likeness(text, &unit.source), *unit));
        let best = alike.filter(|(likeness, _)| *likeness >= SIMILAR).max_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|(_, unit)| (unit.source.as_str(), unit.text.as_str()))
    }
}

/// One file and what it should hold.
struct Job<'a> {
    units: &'a [Unit],
    file: &'a TranslationFile,
    known: &'a Known<'a>,
    arrivals: &'a Arrivals,
}

impl<'a> Job<'a> {
    /// The file as it should be, if it is not.
    fn file(&self, languages: Languages<'_>) -> Result<Option<Synced>, Diagnostic> {
        let entries: Vec<Entry<'_>> = self.units.iter().map(|unit| self.entry(unit)).collect();
        let orphans = self.orphans();
        let before = self.file.tail.source.text();
        if entries.is_empty() && before.is_empty() {
            return Ok(None);
        }
        let text = compose(self.file, &entries, &orphans, languages)?;
        let path = self.file.tail.source.path();
        let elsewhere = |entry: &Entry<'_>| {
            entry.written.is_some_and(|unit| {
                unit.whole.source.path() != path || unit.set_aside || unit.key_span.text() != entry.key
            })
        };
        Ok((text != before).then(|| Synced {
            path: path.to_owned(),
            added: entries.iter().filter(|entry| entry.written.is_none()).count(),
            moved: entries.iter().filter(|entry| !entry.text.is_empty() && elsewhere(entry)).count(),
            set_aside: orphans
                .iter()
                .filter(|entry| entry.written.is_some_and(|unit| !unit.set_aside))
                .count(),
            text,
        }))
    }

    fn entry(&self, unit: &'a Unit) -> Entry<'a> {
        let written = self.file.units.iter().find(|written| written.key == unit.key());
        let translated = written.filter(|written| !written.text.is_empty());
        let translated = translated.map(|written| (&written.source, &written.text));
        let arrival = self.arrivals.texts.get(unit.key());
        let translated = arrival.map(|arrival| (&arrival.source, &arrival.text)).or(translated);
        Entry {
            key: unit.key().to_owned(),
            source: translated.map_or(&unit.text, |(source, _)| source),
            text: translated.map_or("", |(_, text)| text),
            notes: arrival.map_or(&[], |arrival| &arrival.notes),
            block: unit.markdown && !unit.key().ends_with(".heading"),
            similar: if translated.is_none() { self.known.similar(&unit.text) } else { None },
            written,
        }
    }

    /// What no text of the plan is the source of. A place that nobody has filled is not kept, nor a
    /// translation that has moved to another file.
    fn orphans(&self) -> Vec<Entry<'a>> {
        let mut keys = HashSet::new();
        let kept = self.file.orphans.iter().filter(|unit| {
            let moved = self.known.in_use.contains(&(unit.source.trim(), unit.text.as_str()));
            is_commented(unit) || !(unit.text.is_empty() || moved)
        });
        let kept = kept.map(|unit| (&unit.key, &unit.source, &unit.text, &[][..], Some(unit)));
        let arrived = (self.arrivals.orphans.iter())
            .map(|orphan| (&orphan.key, &orphan.source, &orphan.text, &orphan.notes[..], None));
        let all = kept.chain(arrived);
        all.map(|(key, source, text, notes, written)| {
            let key = free_key(key, &mut keys);
            Entry { key, source, text, notes, block: true, similar: None, written }
        })
        .collect()
    }
}

/// `key`, or the first with a number after it that none of `taken` is.
fn free_key(key: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{key}-{number}"));
    let free = std::iter::once(key.to_owned()).chain(numbered).find(|key| !taken.contains(key));
    let free = free.unwrap_or_default();
    taken.insert(free.clone());
    free
}
