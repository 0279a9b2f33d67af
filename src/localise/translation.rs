//! Brings the plan into a language: which text is whose translation, and what is missing, fell behind or
//! lost its source.

use std::collections::HashMap;

use super::edition::Translated;
use super::fold::fold;
use super::{Edition, State};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
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
        let folder = format!("locales/plan/{}", self.language);
        let (mut first_missing, mut count) = (None, 0_usize);
        for unit in self.plan.units() {
            let found = written.get(&unit.id).copied();
            if let Some(found) = found.filter(|found| !found.text.is_empty()) {
                let translated = self.read(&unit, found, findings);
                self.translated.insert(unit.id.clone(), translated);
            }
            let state = self.state(&unit);
            self.files.entry(unit.file().to_owned()).or_default().coverage.count(state);
            if state == State::Missing {
                count += 1;
                first_missing.get_or_insert_with(|| match found {
                    Some(found) => Diagnostic::at(Rule::Untranslated, &found.key_span),
                    None if written.is_empty() => Diagnostic::about(Rule::Untranslated, &folder),
                    None => Diagnostic::about(Rule::Untranslated, format!("{folder}/{}.yml", unit.file())),
                });
            }
        }
        // One finding for all: `translate status` lists them.
        findings.extend(first_missing.map(|finding| finding.with("count", count)));
        // The translation of a quantity is not used, but whoever wrote it down lost nothing.
        let orphans = files.iter().flat_map(|file| &file.orphans);
        let told =
            orphans.filter(|unit| !unit.set_aside && !unit.text.is_empty() && !is_figure(&unit.source));
        findings.extend(told.map(|unit| Diagnostic::at(Rule::Orphan, &unit.key_span).with("key", &unit.key)));
    }

    /// The translation of `unit` that was `found` in its file.
    fn read(&self, unit: &Unit, found: &TranslatedUnit, findings: &mut Diagnostics) -> Translated {
        let standing = standing(&found.source, &unit.text);
        let rule = match (standing, self.plan.outdated) {
            (Standing::UpToDate, _) => None,
            (Standing::Retouched, _) => Some(Rule::OutdatedMinor),
            (Standing::Outdated, OutdatedPolicy::Error) => Some(Rule::OutdatedForbidden),
            (Standing::Outdated, _) => Some(Rule::Outdated),
        };
        findings.extend(rule.map(|rule| Diagnostic::at(rule, &found.span).with("key", &unit.id)));
        let outdated = standing == Standing::Outdated;
        let text = found.text.as_str();
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
