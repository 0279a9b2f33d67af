//! How far the translations are, text by text.

use std::collections::HashMap;

use crate::diagnostic::Span;
use crate::localise::{Coverage, Standing, State, standing};
use crate::plan::{Plan, Unit};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};

/// How the translation of one content file stands.
#[derive(Debug)]
pub struct FileStatus<'a> {
    /// The content file, without extension and from `content/`.
    pub of: String,
    /// Whether someone at the town has read it.
    pub reviewed: bool,
    /// Its texts by how they stand.
    pub coverage: Coverage,
    /// Its texts that need a translator, in the order of the page.
    pub due: Vec<Due<'a>>,
}

/// A text that needs a translator.
#[derive(Debug)]
pub struct Due<'a> {
    /// The text as the plan has it today.
    pub unit: Unit,
    /// Its translation, if there is one that fell behind.
    pub translated: Option<&'a TranslatedUnit>,
    /// What is to be done about it.
    pub need: Need,
}

/// What is to be done about a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// To be translated.
    Translation,
    /// To be held against what the text says now.
    Update,
    /// To be confirmed: only white space or punctuation of the text is another.
    Confirmation,
}

impl Need {
    /// What is to be done about a text that is `today` now, if anything is.
    pub(super) fn of(translated: Option<&TranslatedUnit>, today: &str) -> Option<Self> {
        match translated.map(|translated| standing(&translated.source, today)) {
            None => Some(Need::Translation),
            Some(Standing::Outdated) => Some(Need::Update),
            Some(Standing::Retouched) => Some(Need::Confirmation),
            Some(Standing::UpToDate) => None,
        }
    }

    /// The word for it in messages.
    pub fn key(self) -> &'static str {
        match self {
            Need::Translation => "missing",
            Need::Update => "outdated",
            Need::Confirmation => "outdated-minor",
        }
    }
}

impl Due<'_> {
    /// Where the translation stands, or else the text.
    pub fn place(&self) -> &Span {
        self.translated.map_or(&self.unit.span, |translated| &translated.span)
    }
}

/// How the translations in `files` stand, which have been aligned with `plan`, in its order.
pub fn status<'a>(plan: &Plan, files: &'a [TranslationFile]) -> Vec<FileStatus<'a>> {
    let reviewed: HashMap<&str, bool> = files.iter().map(|file| (file.of.as_str(), file.reviewed)).collect();
    let translated = translated(files);
    let mut found: Vec<FileStatus<'a>> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for unit in plan.units() {
        let place = *places.entry(unit.file().to_owned()).or_insert_with(|| {
            found.push(FileStatus {
                of: unit.file().to_owned(),
                reviewed: reviewed.get(unit.file()).copied().unwrap_or_default(),
                coverage: Coverage::default(),
                due: Vec::new(),
            });
            found.len() - 1
        });
        let translated = translated.get(&(unit.file(), unit.key())).copied();
        let need = Need::of(translated, &unit.text);
        let state = match need {
            Some(Need::Translation) => State::Missing,
            Some(Need::Update) => State::Outdated,
            Some(Need::Confirmation) | None => State::Translated,
        };
        found[place].coverage.count(state);
        found[place].due.extend(need.map(|need| Due { unit, translated, need }));
    }
    found
}

/// The translations in `files` by the files and keys of their texts.
pub(super) fn translated(files: &[TranslationFile]) -> HashMap<(&str, &str), &TranslatedUnit> {
    let all = files.iter().flat_map(|file| {
        let units = file.units.iter().filter(|unit| !unit.text.is_empty());
        units.map(|unit| ((file.of.as_str(), unit.key.as_str()), unit))
    });
    all.collect()
}
