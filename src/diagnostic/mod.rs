//! What is wrong, where it stands and how to mend it: data that every stage gathers and none prints.
//!
//! A finding names its [`Rule`]; the sentence and the remedy for a rule are words like any other
//! (`locales/ui`, under `message`), so that a clerk reads them in the language of the office.

mod consequence;
mod refused;
mod rule;
mod source;
mod suggestion;
mod surplus;

use std::fmt::Display;

pub use consequence::drop_consequences;
pub use rule::{Rule, Severity};
pub use source::{Position, Source, Span};
pub use suggestion::nearest;
pub use surplus::MOST;

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Some characters of a text.
    Span(Span),
    /// A file or folder as a whole, by its path from the project's root.
    Path(String),
}

/// A part of a sentence in the words of the program, which a reader has in the language of the office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The key of its words, under `detail` in `locales/ui`.
    pub key: &'static str,
    /// What the words fill in, by name.
    pub values: Vec<(&'static str, String)>,
    /// The same, where it is a phrase in its turn.
    pub phrases: Vec<(&'static str, Phrase)>,
}

impl Phrase {
    /// The phrase whose words are under `key`.
    pub fn new(key: &'static str) -> Self {
        Self { key, values: Vec::new(), phrases: Vec::new() }
    }

    /// Fills `%{name}` in the words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Fills `%{name}` in the words with other words.
    #[must_use]
    pub fn saying(mut self, name: &'static str, phrase: Phrase) -> Self {
        self.phrases.push((name, phrase));
        self
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule was broken.
    pub rule: Rule,
    /// Where.
    pub place: Place,
    /// What the rule's sentence fills in, by name.
    pub values: Vec<(&'static str, String)>,
    /// The same, where it is in the program's words.
    pub phrases: Vec<(&'static str, Phrase)>,
    /// What was probably meant, said before the remedy.
    pub meant: Option<String>,
    /// How many more of its kind there are in its file, which are not told one by one.
    pub more: usize,
}

impl Diagnostic {
    /// A finding at `span`.
    pub fn at(rule: Rule, span: &Span) -> Self {
        Self::new(rule, Place::Span(span.clone()))
    }

    /// A finding about the file or folder at `path`, relative to the project's root.
    pub fn about(rule: Rule, path: impl Into<String>) -> Self {
        Self::new(rule, Place::Path(path.into()))
    }

    fn new(rule: Rule, place: Place) -> Self {
        Self { rule, place, values: Vec::new(), phrases: Vec::new(), meant: None, more: 0 }
    }

    /// Fills `%{name}` in the rule's sentence and remedy.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Fills `%{name}` in the rule's sentence and remedy with words of the program.
    #[must_use]
    pub fn saying(mut self, name: &'static str, phrase: Phrase) -> Self {
        self.phrases.push((name, phrase));
        self
    }

    /// Names the candidate nearest to `written`, where one is near enough to be what was meant.
    #[must_use]
    pub fn suggest<'a>(mut self, written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.meant = nearest(written, candidates).map(str::to_owned);
        self
    }

    /// How many findings it stands for.
    pub fn count(&self) -> usize {
        1 + self.more
    }

    /// Whether this finding is an error or advice.
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// Path, line and column: the order in which findings are told.
    pub fn order(&self) -> (&str, usize) {
        match &self.place {
            Place::Span(span) => (span.source.path(), span.range.start),
            Place::Path(path) => (path, 0),
        }
    }
}

/// All findings of one run.
pub type Diagnostics = Vec<Diagnostic>;

/// Whether `findings` hold at least one error, so that nothing may be published.
pub fn has_error(findings: &[Diagnostic]) -> bool {
    findings.iter().any(|finding| finding.severity() == Severity::Error)
}
