//! A text of the plan as a translator is given it.

use std::collections::HashMap;

use super::super::status::{Need, translated};
use super::super::sync::Known;
use super::{fingerprint, normal};
use crate::localise::Catalogue;
use crate::localise::catalogue::{embedded_word, fill};
use crate::plan::{Plan, Unit};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::translate::lines::notes;
use crate::value::Language;
use crate::value::text_width::beginning;

/// Longest beginning of a neighbour that is shown, in columns.
const EXCERPT: usize = 60;

/// The language of what the translator's has no word for.
const FALLBACK: &str = "en";

/// A text of the plan, its translation and what helps with it.
#[derive(Debug)]
pub(super) struct Record {
    /// The id of the text.
    pub(super) id: String,
    /// Its file and line.
    pub(super) place: String,
    /// The title of its section.
    pub(super) section: Option<String>,
    /// How the texts before and after it in its file begin.
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
    /// The text as it is today.
    pub(super) source: String,
    /// The text as it was translated; empty where it is the same, or nobody wrote it down.
    pub(super) previous: String,
    /// The translation; empty where there is none.
    pub(super) text: String,
    /// What is to be done about it.
    pub(super) need: Option<Need>,
    /// How a similar text was translated.
    pub(super) example: Option<String>,
    /// The comments above the translation.
    pub(super) notes: Vec<String>,
    /// What the translation is told by when it comes back.
    pub(super) base: String,
}

impl Record {
    /// Whether there is a translation, and it is not of what the text says today.
    pub(super) fn is_behind(&self) -> bool {
        !matches!(self.need, None | Some(Need::Translation))
    }
}

/// The words in which a translator is spoken to.
pub(super) struct Words<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) language: &'a Language,
}

impl Words<'_> {
    /// The word under `key` in the translator's own language alone.
    pub(super) fn own(&self, key: &str) -> Option<String> {
        self.catalogue.word(self.language, &format!("exchange.{key}")).map(Into::into)
    }

    /// The sentence under `key` about `text`.
    pub(super) fn about(&self, key: &str, text: &str) -> String {
        let embedded = || embedded_word(FALLBACK, &format!("exchange.{key}")).map(Into::into);
        fill(&self.own(key).or_else(embedded).unwrap_or_default(), &[("text", text)])
    }
}

/// Every text of `plan` with its translation in `files`, in the order of the plan.
pub(super) fn records(plan: &Plan, files: &[TranslationFile]) -> Vec<Record> {
    let units = plan.units();
    let titles = units.iter().filter(|unit| ["title", "term"].contains(&unit.key()));
    let titles: HashMap<&str, &str> = titles.map(|unit| (unit.file(), unit.text.as_str())).collect();
    let (translated, known) = (translated(files), Known::of(files, units.len()));
    let written: HashMap<(&str, &str), &TranslatedUnit> = (files.iter())
        .flat_map(|file| file.units.iter().map(|unit| ((file.of.as_str(), unit.key.as_str()), unit)))
        .collect();
    let neighbour = |at: Option<usize>, unit: &Unit| {
        let other = at.and_then(|at| units.get(at)).filter(|other| other.file() == unit.file());
        other.map(|other| beginning(&normal(&other.text), EXCERPT))
    };
    let record = |(at, unit): (usize, &Unit)| {
        let found = translated.get(&(unit.file(), unit.key())).copied();
        let place = unit.span.position();
        let example = if found.is_none() { known.similar(&unit.text) } else { None };
        let (source, text) = found.map_or(("", ""), |found| (&found.source, &found.text));
        let source_today = normal(&unit.text);
        Record {
            place: format!("{}:{}", unit.span.source.path(), place.line),
            section: titles.get(unit.file()).filter(|title| **title != unit.text).map(|title| normal(title)),
            before: neighbour(at.checked_sub(1), unit),
            after: neighbour(at.checked_add(1), unit),
            previous: Some(normal(source)).filter(|source| *source != source_today).unwrap_or_default(),
            source: source_today,
            text: normal(text),
            need: Need::of(found, &unit.text),
            example: example.map(|(source, text)| format!("{} → {}", normal(source), normal(text))),
            notes: written.get(&(unit.file(), unit.key())).map(|unit| notes(unit)).unwrap_or_default(),
            base: fingerprint(source, text),
            id: unit.id.clone(),
        }
    };
    units.iter().enumerate().map(record).collect()
}
