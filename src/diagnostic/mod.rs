//! What is wrong, where it stands and how to mend it: data that every stage gathers and none prints.
//!
//! A finding names its [`Rule`]; the sentence and the remedy for a rule are words like any other
//! (`locales/ui`, under `message`), so that a clerk reads them in the language of the office.

mod consequence;
mod rule;
mod source;
mod suggestion;

use std::fmt::Display;

pub use consequence::drop_consequences;
pub use rule::{Rule, Severity};
pub use source::{Position, Source, Span};
pub use suggestion::nearest;

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Some characters of a text.
    Span(Span),
    /// A file or folder as a whole, by its path from the project's root.
    Path(String),
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
    /// What was probably meant, said before the remedy.
    pub meant: Option<String>,
}

impl Diagnostic {
    /// A finding at `span`.
    pub fn at(rule: Rule, span: &Span) -> Self {
        Self { rule, place: Place::Span(span.clone()), values: Vec::new(), meant: None }
    }

    /// A finding about the file or folder at `path`, relative to the project's root.
    pub fn about(rule: Rule, path: impl Into<String>) -> Self {
        Self { rule, place: Place::Path(path.into()), values: Vec::new(), meant: None }
    }

    /// Fills `%{name}` in the rule's sentence and remedy.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// Names the candidate nearest to `written`, where one is near enough to be what was meant.
    #[must_use]
    pub fn suggest<'a>(mut self, written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.meant = nearest(written, candidates).map(str::to_owned);
        self
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
