//! Brings the plan into a language: which text is whose translation, and what is missing, fell behind or
//! lost its source.

use std::collections::HashMap;

use rayon::prelude::*;

use super::alignment::by_file;
use super::edition::{Translated, TranslatedFile, Wording};
use super::fold::fold;
use super::{Edition, State};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::plan::{OutdatedPolicy, Reading, Unit, Value};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::read::markdown::read_translation;

/// The texts of a content file, and the file of their translation, if there is one.
type Texts<'u> = (&'u [Unit], Option<TranslationFile>);

impl Edition<'_> {
    /// Takes the translations of `units`, the texts of the plan, from `files`. Each file is let go of as soon
    /// as its texts are read.
    pub(super) fn translate(
        &mut self,
        units: &[Unit],
        files: Vec<TranslationFile>,
        findings: &mut Diagnostics,
    ) {
        // The translation of a quantity is not used, but whoever wrote it down lost nothing.
        let orphans = files.iter().flat_map(|file| &file.orphans);
        let told =
            orphans.filter(|unit| !unit.set_aside && !unit.text.is_empty() && !is_figure(&unit.source));
        let told: Diagnostics =
            told.map(|unit| Diagnostic::at(Rule::Orphan, &unit.key_span).with("key", &unit.key)).collect();
        let begun = files.iter().any(|file| !file.units.is_empty());
        let mut files: HashMap<String, TranslationFile> =
            files.into_iter().map(|file| (file.of.clone(), file)).collect();
        let texts: Vec<Texts<'_>> =
            by_file(units).map(|units| (units, files.remove(units[0].file()))).collect();
        let read: Vec<_> = texts.into_par_iter().map(|texts| self.file(texts)).collect();
        let mut first_missing = None;
        for (units, (file, found, missing)) in by_file(units).zip(read) {
            findings.extend(found);
            first_missing = first_missing.or(missing);
            self.files.insert(units[0].file().to_owned(), file);
        }
        // One finding for all: `translate status` lists them.
        if let Some(finding) = first_missing {
            let folder = || Diagnostic::about(Rule::Untranslated, format!("locales/plan/{}", self.language));
            let count: usize = self.files.values().map(|file| file.coverage.missing).sum();
            findings.push(if begun { finding } else { folder() }.with("count", count));
        }
        findings.extend(told);
    }

    /// The translation of a file of the plan, what is wrong with it, and the first text that lacks one.
    fn file(&self, (units, written): Texts<'_>) -> (TranslatedFile, Diagnostics, Option<Diagnostic>) {
        let (mut file, mut findings, mut missing) = (TranslatedFile::default(), Diagnostics::new(), None);
        file.reviewed = written.as_ref().is_some_and(|written| written.reviewed);
        let written: HashMap<&str, &TranslatedUnit> =
            written.iter().flat_map(|file| &file.units).map(|unit| (unit.key.as_str(), unit)).collect();
        for unit in units {
            let found = written.get(unit.key()).copied();
            let translated = found.filter(|found| !found.text.is_empty());
            let translated = translated.map(|found| self.read(unit, found, &mut findings));
            let state = self.state_of(translated.as_ref());
            file.coverage.count(state);
            if state == State::Missing {
                let path = || format!("locales/plan/{}/{}.yml", self.language, unit.file());
                missing.get_or_insert_with(|| match found {
                    Some(found) => Diagnostic::at(Rule::Untranslated, &found.key_span),
                    None => Diagnostic::about(Rule::Untranslated, path()),
                });
            }
            file.texts.extend(translated.map(|translated| (unit.key().to_owned(), translated)));
        }
        (file, findings, missing)
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
        let wording = if unit.markdown {
            Wording::Block(read_translation(&found.text, &found.span, findings))
        } else {
            Wording::Plain(found.text.clone())
        };
        Translated { wording, outdated }
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
