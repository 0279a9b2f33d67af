//! Brings translation files in line with the plan: every text has its place, in the order of the page,
//! and no translation is lost.

use std::collections::{HashMap, HashSet};

use super::file::{Entry, Languages, compose, is_commented};
use crate::diagnostic::Diagnostics;
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

/// Every file of `language` that is not as it should be. `files` have been aligned with `plan`.
pub fn sync(plan: &Plan, language: &Language, files: &[TranslationFile]) -> Result<Vec<Synced>, Diagnostics> {
    let mut units: HashMap<String, Vec<Unit>> = HashMap::new();
    for unit in plan.units() {
        units.entry(unit.file().to_owned()).or_default().push(unit);
    }
    let known = Known::of(files);
    let missing: usize = units.values().map(Vec::len).sum::<usize>().saturating_sub(known.in_use.len());
    let examples = missing.saturating_mul(known.all.len()) <= MOST_PAIRS;
    let (mut synced, mut findings) = (Vec::new(), Diagnostics::new());
    for file in files {
        let units = units.get(&file.of).map_or(&[][..], Vec::as_slice);
        let desk = Desk { units, file, known: &known, examples };
        match desk.file((plan.source_language(), language)) {
            Ok(file) => synced.extend(file),
            Err(finding) => findings.push(finding),
        }
    }
    if findings.is_empty() { Ok(synced) } else { Err(findings) }
}

/// What has been translated into a language.
struct Known<'a> {
    all: Vec<&'a TranslatedUnit>,
    /// Sources and translations that a text of the plan has.
    in_use: HashSet<(&'a str, &'a str)>,
}

impl<'a> Known<'a> {
    fn of(files: &'a [TranslationFile]) -> Self {
        let translated = |unit: &&TranslatedUnit| !unit.text.is_empty() && !unit.source.is_empty();
        let in_use = files.iter().flat_map(|file| &file.units).filter(translated);
        Self {
            all: files
                .iter()
                .flat_map(|file| file.units.iter().chain(&file.orphans))
                .filter(translated)
                .collect(),
            in_use: in_use.map(|unit| (unit.source.trim(), unit.text.as_str())).collect(),
        }
    }

    /// How the text most like `text` was translated.
    fn similar(&self, text: &str) -> Option<(&'a str, &'a str)> {
        let alike = self.all.iter().map(|unit| (likeness(text, &unit.source), *unit));
        let best = alike.filter(|(likeness, _)| *likeness >= SIMILAR).max_by(|a, b| a.0.total_cmp(&b.0));
        best.map(|(_, unit)| (unit.source.as_str(), unit.text.as_str()))
    }
}

/// One file and what it should hold.
struct Desk<'a> {
    units: &'a [Unit],
    file: &'a TranslationFile,
    known: &'a Known<'a>,
    examples: bool,
}

impl<'a> Desk<'a> {
    /// The file as it should be, if it is not.
    fn file(&self, languages: Languages<'_>) -> Result<Option<Synced>, crate::diagnostic::Diagnostic> {
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
        Entry {
            key: unit.key().to_owned(),
            source: translated.map_or(&unit.text, |written| &written.source),
            text: translated.map_or("", |written| &written.text),
            block: unit.markdown && !unit.key().ends_with(".heading"),
            similar: if translated.is_none() && self.examples {
                self.known.similar(&unit.text)
            } else {
                None
            },
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
        kept.map(|unit| Entry {
            key: free_key(&unit.key, &mut keys),
            source: &unit.source,
            text: &unit.text,
            block: true,
            similar: None,
            written: Some(unit),
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
