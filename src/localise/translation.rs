//! Brings the plan into a language: which text is whose translation, and what is missing, fell behind or
//! lost its source.

use std::collections::{BTreeMap, HashMap};

use super::Edition;
use super::edition::Translated;
use super::fold::fold;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::plan::{OutdatedPolicy, Reading, Unit, Value, unit_id};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::read::markdown::{plain, read_translation};

impl Edition<'_> {
    /// Reads the translations in `files` and matches them to the plan.
    pub(super) fn translate(&mut self, files: &[TranslationFile], findings: &mut Diagnostics) {
        let mut written: HashMap<String, &TranslatedUnit> = HashMap::new();
        for file in files {
            self.files.entry(file.of.clone()).or_default().reviewed = file.reviewed;
            written.extend(file.units.iter().map(|unit| (unit_id(&file.of, &unit.key), unit)));
        }
        // Where the first text of a file is to be translated, if its key stands there already.
        let mut empty: HashMap<String, Span> = HashMap::new();
        for unit in self.plan.units() {
            let found = written.get(&unit.id).copied();
            if let Some(found) = found.filter(|found| found.text.is_empty()) {
                empty.entry(unit.file().to_owned()).or_insert_with(|| found.key_span.clone());
            }
            let text = self.catalogue.translation(self.language, &unit.id);
            if let (Some(found), Some(text)) = (found, text) {
                let translated = self.read(&unit, found, &text, findings);
                self.translated.insert(unit.id.clone(), translated);
            }
            let state = self.state(&unit);
            self.files.entry(unit.file().to_owned()).or_default().coverage.count(state);
        }
        let missing: BTreeMap<&String, usize> = self
            .files
            .iter()
            .map(|(file, state)| (file, state.coverage.missing))
            .filter(|(_, count)| *count > 0)
            .collect();
        let folder = format!("locales/plan/{}", self.language);
        if self.translated.is_empty() && empty.is_empty() {
            // Nobody has begun: one finding says it all.
            let count: usize = missing.values().sum();
            findings.push(Diagnostic::about(Rule::Untranslated, folder).with("count", count));
        } else {
            findings.extend(missing.into_iter().map(|(file, count)| {
                let finding = match empty.get(file) {
                    Some(key) => Diagnostic::at(Rule::Untranslated, key),
                    None => Diagnostic::about(Rule::Untranslated, format!("{folder}/{file}.yml")),
                };
                finding.with("count", count)
            }));
        }
        // The translation of a quantity is not used, but whoever wrote it down lost nothing.
        let orphans = files.iter().flat_map(|file| &file.orphans);
        let told =
            orphans.filter(|unit| !unit.set_aside && !unit.text.is_empty() && !is_figure(&unit.source));
        findings.extend(told.map(|unit| Diagnostic::at(Rule::Orphan, &unit.key_span).with("key", &unit.key)));
    }

    /// The translation `text` of `unit`, which was `found` in its file.
    fn read(
        &self,
        unit: &Unit,
        found: &TranslatedUnit,
        text: &str,
        findings: &mut Diagnostics,
    ) -> Translated {
        let standing = standing(&found.source, &unit.text);
        let rule = match (standing, self.plan.outdated) {
            (Standing::UpToDate, _) => None,
            (Standing::Retouched, _) => Some(Rule::OutdatedMinor),
            (Standing::Outdated, OutdatedPolicy::Error) => Some(Rule::OutdatedForbidden),
            (Standing::Outdated, _) => Some(Rule::Outdated),
        };
        findings.extend(rule.map(|rule| Diagnostic::at(rule, &found.span).with("key", &unit.id)));
        let outdated = standing == Standing::Outdated;
        let inlines = if unit.markdown { read_translation(text, &found.span, findings) } else { plain(text) };
        Translated { text: text.to_owned(), inlines, outdated }
    }
}

/// What became of a text since it was translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    UpToDate,
    /// Only its white space or punctuation is another: its readers miss nothing.
    Retouched,
    /// It says something else.
    Outdated,
}

/// What became of the text `translated`, which is `today` now.
pub fn standing(translated: &str, today: &str) -> Standing {
    if translated.trim() == today.trim() {
        Standing::UpToDate
    } else if fold(translated) == fold(today) {
        Standing::Retouched
    } else {
        Standing::Outdated
    }
}

fn is_figure(text: &str) -> bool {
    Value::reading_of(text) != Reading::Words
}
