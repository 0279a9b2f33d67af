//! The plan in one language.

use std::collections::HashMap;
use std::sync::Arc;

use super::number::Numbers;
use super::{Catalogue, Coverage, Phrase, catalogue};
use crate::diagnostic::Diagnostics;
use crate::plan::{OutdatedPolicy, Plan, Text, Unit};
use crate::read::locale_file::TranslationFile;
use crate::read::markdown::{Inline, Prose};
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
pub(super) struct Translated {
    pub(super) wording: Wording,
    pub(super) outdated: bool,
}

/// What a translation says.
#[derive(Debug)]
pub(super) enum Wording {
    /// Of a string of front matter.
    Plain(String),
    /// Of a block.
    Block(Vec<Inline>),
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
    pub(super) catalogue: &'a Catalogue,
    /// Every word of the pages in this language by its key.
    words: Arc<HashMap<String, String>>,
    /// The translation of each content file of the plan.
    pub(super) files: HashMap<String, TranslatedFile>,
}

/// The translation of one content file, and how it stands.
#[derive(Debug, Default)]
pub(super) struct TranslatedFile {
    pub(super) reviewed: bool,
    pub(super) coverage: Coverage,
    /// What is translated of it, by the keys of the texts.
    pub(super) texts: HashMap<String, Translated>,
}

impl<'a> Edition<'a> {
    /// The plan in the language it was adopted in.
    pub fn in_source_language(plan: &'a Plan, catalogue: &'a Catalogue) -> Self {
        Self::untranslated(plan, plan.source_language(), catalogue, None)
    }

    /// The plan of the edition `source`, whose texts are `units`, in `language`, as `files` translate it. What
    /// is missing, fell behind or lost its source is in `findings`.
    pub fn translated(
        source: &'a Edition<'a>,
        language: &'a Language,
        units: &[Unit],
        files: Vec<TranslationFile>,
        findings: &mut Diagnostics,
    ) -> Self {
        let mut edition = Self::untranslated(source.plan, language, source.catalogue, Some(source));
        edition.translate(units, files, findings);
        edition.units_without_words(findings);
        edition
    }

    fn untranslated(
        plan: &'a Plan,
        language: &'a Language,
        catalogue: &'a Catalogue,
        source: Option<&'a Edition<'a>>,
    ) -> Self {
        Self {
            plan,
            language,
            numbers: Numbers::new(language),
            source,
            catalogue,
            words: Arc::new(catalogue.words(language)),
            files: HashMap::new(),
        }
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
        self.words.get(key).cloned()
    }

    /// The word under `key` with `%{name}` filled in.
    pub fn word_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        catalogue::fill(&self.word(key), values)
    }

    /// Every word of the pages by its key, for templates.
    pub fn words(&self) -> Arc<HashMap<String, String>> {
        Arc::clone(&self.words)
    }

    /// How the whole plan stands, and whether somebody at the town has read all of it.
    pub fn standing(&self) -> (Coverage, bool) {
        let coverage = self.files.values().fold(Coverage::default(), |all, file| all + file.coverage);
        (coverage, self.is_source() || self.files.values().all(|file| file.reviewed))
    }

    /// Whether somebody at the town has read the translation of the content file `file`.
    pub fn is_reviewed(&self, file: &str) -> bool {
        self.is_source() || self.files.get(file).is_some_and(|file| file.reviewed)
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
        self.state_of(self.find_text(unit.file(), unit.key()))
    }

    fn find_text(&self, file: &str, key: &str) -> Option<&Translated> {
        self.files.get(file)?.texts.get(key)
    }

    pub(super) fn state_of(&self, translated: Option<&Translated>) -> State {
        match translated {
            _ if self.is_source() => State::Source,
            None => State::Missing,
            Some(translated) if translated.outdated && self.plan.outdated == OutdatedPolicy::Source => {
                State::Missing
            }
            Some(translated) if translated.outdated => State::Outdated,
            Some(_) => State::Translated,
        }
    }

    /// The text of `unit`, a string of front matter: its translation, or the source where there is none to show.
    pub fn phrase(&self, unit: &Unit) -> Phrase {
        let translated = self.find_text(unit.file(), unit.key());
        match (self.state_of(translated), translated.map(|translated| &translated.wording)) {
            (State::Translated | State::Outdated, Some(Wording::Plain(text))) => {
                Phrase { text: text.clone(), language: self.language.clone() }
            }
            _ => Phrase { text: unit.text.clone(), language: self.plan.source_language().clone() },
        }
    }

    /// The content of a block of `text`.
    pub fn passage<'s>(&'s self, text: &Text, prose: &'s Prose) -> Passage<'s> {
        let translated = self.find_text(&text.file, &prose.key);
        let state = self.state_of(translated);
        match (state, translated.map(|translated| &translated.wording)) {
            (State::Translated | State::Outdated, Some(Wording::Block(inlines))) => {
                Passage { inlines, language: self.language, state }
            }
            _ => Passage { inlines: &prose.inlines, language: self.plan.source_language(), state },
        }
    }
}
