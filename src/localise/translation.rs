//! Brings the plan into a language: which text is whose translation, and what is missing, fell behind or
//! lost its source.

use std::collections::{BTreeMap, HashMap};

use super::Edition;
use super::edition::Translated;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source};
use crate::plan::{OutdatedPolicy, Plan, Reading, Unit, Value, unit_id};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::read::markdown::{note_marks, plain, read_translation};

impl Edition<'_> {
    /// Every unit of the plan that has a translation, in order.
    fn units(plan: &Plan) -> Vec<Unit> {
        let mut units: Vec<Unit> = vec![plan.title.clone(), plan.town.clone()];
        units.extend(plan.pillars.iter().map(|(_, word)| word.clone()));
        units.extend([&plan.publisher, &plan.contact, &plan.licence].into_iter().flatten().cloned());
        units.extend(plan.footer.iter().map(|line| line.text.clone()));
        for chapter in &plan.chapters {
            units.extend(chapter.numeral.clone());
            units.push(chapter.title.clone());
            units.extend(chapter.text.units());
            for section in &chapter.sections {
                units.extend(section.fields().into_iter().cloned());
                units.extend(section.text.units());
            }
        }
        for term in &plan.terms {
            units.push(term.term.clone());
            units.extend(term.text.units());
        }
        units.retain(Unit::is_translatable);
        units
    }

    /// Reads the translations in `files` and matches them to the plan.
    pub(super) fn translate(&mut self, files: &[TranslationFile], findings: &mut Diagnostics) {
        let mut written: HashMap<String, &TranslatedUnit> = HashMap::new();
        for file in files {
            self.files.entry(file.of.clone()).or_default().reviewed = file.reviewed;
            written.extend(file.units.iter().map(|unit| (unit_id(&file.of, &unit.key), unit)));
        }
        for unit in Self::units(self.plan) {
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
        if let Some(expected) = self.other_marks(unit, found, text) {
            findings
                .push(Diagnostic::at(Rule::NoteMarksDiffer, &found.span).with("source", shown(&expected)));
        }
        let inlines = if unit.markdown { read_translation(text, &found.span, findings) } else { plain(text) };
        Translated { text: text.to_owned(), inlines, outdated }
    }

    /// The note marks that the translation `text` of `unit` should have, where it has others.
    ///
    /// One that fell behind has those of the text it was made from, and may be shown with them as
    /// long as each has an entry. Marks of the source without an entry have been told of there.
    fn other_marks(&self, unit: &Unit, found: &TranslatedUnit, text: &str) -> Option<Vec<u32>> {
        let (written, expected) = (marks(text), marks(&unit.text));
        let known = |marks: &[u32]| marks.iter().all(|number| self.plan.term(*number).is_some());
        let kept = !found.source.is_empty() && written == marks(&found.source) && known(&written);
        (written != expected && !kept && known(&expected)).then_some(expected)
    }
}

fn is_figure(text: &str) -> bool {
    Value::reading_of(text) != Reading::Words
}

fn marks(text: &str) -> Vec<u32> {
    let source = Source::new("", text);
    let mut marks: Vec<u32> =
        note_marks(&source.span(0..text.len())).into_iter().map(|(number, _)| number).collect();
    marks.sort_unstable();
    marks
}

fn shown(marks: &[u32]) -> String {
    if marks.is_empty() {
        return "—".to_owned();
    }
    marks.iter().fold(String::new(), |shown, number| format!("{shown}【※{number}】"))
}
