//! Brings the plan into a language: which text is whose translation, and what is missing, fell behind or
//! lost its source.

use std::collections::{BTreeMap, HashMap};

use super::Edition;
use super::edition::Translated;
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
        for unit in self.plan.units() {
            let found = written.remove(&unit.id);
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
        for (file, count) in missing {
            let path = format!("locales/plan/{}/{file}.yml", self.language);
            findings.push(Diagnostic::about(Rule::Untranslated, path).with("count", count));
        }
        // The translation of a quantity is not used, but whoever wrote it down lost nothing.
        let mut orphans: Vec<_> = written.into_values().filter(|unit| !is_figure(&unit.source)).collect();
        orphans.sort_by_key(|unit| (unit.span.source.path(), unit.span.range.start));
        findings.extend(
            orphans.iter().map(|unit| Diagnostic::at(Rule::Orphan, &unit.span).with("key", &unit.key)),
        );
    }

    /// The translation `text` of `unit`, which was `found` in its file.
    fn read(
        &self,
        unit: &Unit,
        found: &TranslatedUnit,
        text: &str,
        findings: &mut Diagnostics,
    ) -> Translated {
        let outdated = found.source.trim() != unit.text.trim();
        if outdated {
            let forbidden = self.plan.outdated == OutdatedPolicy::Error;
            let rule = if forbidden { Rule::OutdatedForbidden } else { Rule::Outdated };
            findings.push(Diagnostic::at(rule, &found.span).with("key", &found.key));
        }
        let inlines = if unit.markdown { read_translation(text, &found.span, findings) } else { plain(text) };
        Translated { text: text.to_owned(), inlines, outdated }
    }
}

fn is_figure(text: &str) -> bool {
    Value::reading_of(text) != Reading::Words
}
