//! The plan in one language.

use std::collections::{BTreeMap, HashMap};

use super::number::Numbers;
use super::{Catalogue, Coverage, Phrase, catalogue};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source};
use crate::plan::{OutdatedPolicy, Plan, Reading, Text, Unit, Value};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::read::markdown::{Inline, Prose, note_marks, plain, read_translation};
use crate::value::{FiscalYear, Language};

/// How a unit stands in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// This is the language the plan was adopted in.
    Source,
    /// Translated, and the source is still what was translated.
    Translated,
    /// Translated, but the source has changed since.
    Outdated,
    /// Not translated.
    Missing,
}

/// The content of one block, in the language it is in.
#[derive(Debug, Clone)]
pub struct Passage<'a> {
    /// Its content.
    pub inlines: &'a [Inline],
    /// The language it is in.
    pub language: &'a Language,
    /// How it stands.
    pub state: State,
}

/// A translation as it was found.
#[derive(Debug)]
struct Translated {
    text: String,
    inlines: Vec<Inline>,
    outdated: bool,
}

/// The plan as one language's readers see it.
#[derive(Debug)]
pub struct Edition<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The language, as folders and addresses name it.
    pub language: &'a Language,
    pub(super) numbers: Numbers,
    /// The edition in the plan's own language; `None` where this is it.
    pub(super) source: Option<&'a Edition<'a>>,
    catalogue: &'a Catalogue,
    translated: HashMap<String, Translated>,
    files: HashMap<String, FileState>,
}

/// How the translation of one content file stands.
#[derive(Debug, Default)]
struct FileState {
    reviewed: bool,
    coverage: Coverage,
}

impl<'a> Edition<'a> {
    /// The plan in the language it was adopted in.
    pub fn in_source_language(plan: &'a Plan, catalogue: &'a Catalogue) -> Self {
        Self::untranslated(plan, plan.source_language(), catalogue, None)
    }

    /// The plan of the edition `source` in `language`. What is missing, fell behind or lost its
    /// source is in `findings`.
    pub fn translated(
        source: &'a Edition<'a>,
        language: &'a Language,
        files: &[TranslationFile],
        findings: &mut Diagnostics,
    ) -> Self {
        let mut edition = Self::untranslated(source.plan, language, source.catalogue, Some(source));
        edition.translate(files, findings);
        edition.units_without_words(findings);
        edition
    }

    fn untranslated(
        plan: &'a Plan,
        language: &'a Language,
        catalogue: &'a Catalogue,
        source: Option<&'a Edition<'a>>,
    ) -> Self {
        let numbers = Numbers::new(language);
        Self { plan, language, numbers, source, catalogue, translated: HashMap::new(), files: HashMap::new() }
    }

    /// Whether this is the language the plan was adopted in.
    pub fn is_source(&self) -> bool {
        self.source.is_none()
    }

    /// The word under `key`. A template that asks for a word nobody wrote is told so by the name of the key.
    pub fn word(&self, key: &str) -> String {
        self.find(key).unwrap_or_else(|| key.to_owned())
    }

    /// The word under `key`, if there is one.
    pub fn find(&self, key: &str) -> Option<String> {
        self.catalogue.word(self.language, key).map(Into::into)
    }

    /// The word under `key` with `%{name}` filled in.
    pub fn word_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        catalogue::fill(&self.word(key), values)
    }

    /// Every word of the pages by its key, for templates.
    pub fn words(&self) -> HashMap<String, String> {
        self.catalogue.words(self.language)
    }

    /// How the whole plan stands, and whether somebody at the town has read all of it.
    pub fn standing(&self) -> (Coverage, bool) {
        let mut coverage = Coverage::default();
        for state in self.files.values() {
            coverage += state.coverage;
        }
        (coverage, self.is_source() || self.files.values().all(|state| state.reviewed))
    }

    /// Whether somebody at the town has read the translation of the content file `file`.
    pub fn is_reviewed(&self, file: &str) -> bool {
        self.is_source() || self.files.get(file).is_some_and(|state| state.reviewed)
    }

    /// The tag that browsers know the language by: `pt-BR`.
    pub fn tag(&self) -> String {
        self.word("language.tag")
    }

    /// The tag of another language of the plan.
    pub fn tag_of(&self, language: &Language) -> String {
        self.catalogue.word(language, "language.tag").map_or_else(|| language.to_string(), Into::into)
    }

    /// `year` in words.
    pub fn year(&self, year: FiscalYear) -> String {
        self.word_with("year.fiscal", &[("year", &year.to_string())])
    }

    /// How `unit` stands.
    pub fn state(&self, unit: &Unit) -> State {
        match self.translated.get(&unit.id) {
            _ if self.is_source() => State::Source,
            None => State::Missing,
            Some(translated) if translated.outdated && self.plan.outdated == OutdatedPolicy::Source => {
                State::Missing
            }
            Some(translated) if translated.outdated => State::Outdated,
            Some(_) => State::Translated,
        }
    }

    /// The text of `unit`: its translation, or the source where there is none to show.
    pub fn phrase(&self, unit: &Unit) -> Phrase {
        match (self.state(unit), self.translated.get(&unit.id)) {
            (State::Translated | State::Outdated, Some(translated)) => {
                Phrase { text: translated.text.clone(), language: self.language.clone() }
            }
            _ => Phrase { text: unit.text.clone(), language: self.plan.source_language().clone() },
        }
    }

    /// The content of a block of `text`.
    pub fn passage<'s>(&'s self, text: &Text, prose: &'s Prose) -> Passage<'s> {
        let unit = text.unit(prose);
        let state = self.state(&unit);
        match (state, self.translated.get(&unit.id)) {
            (State::Translated | State::Outdated, Some(translated)) => {
                Passage { inlines: &translated.inlines, language: self.language, state }
            }
            _ => Passage { inlines: &prose.inlines, language: self.plan.source_language(), state },
        }
    }

    /// Every unit of the plan that has a translation, in order.
    fn units(plan: &Plan) -> Vec<Unit> {
        let mut units: Vec<Unit> = vec![plan.title.clone(), plan.town.clone()];
        units.extend(plan.pillars.iter().map(|(_, word)| word.clone()));
        units.extend([&plan.publisher, &plan.contact, &plan.licence].into_iter().flatten().cloned());
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

    fn translate(&mut self, files: &[TranslationFile], findings: &mut Diagnostics) {
        let mut written: HashMap<String, &TranslatedUnit> = HashMap::new();
        for file in files {
            self.files.entry(file.of.clone()).or_default().reviewed = file.reviewed;
            written.extend(file.units.iter().map(|unit| (crate::plan::unit_id(&file.of, &unit.key), unit)));
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
