//! What comes back from a translator.

use crate::diagnostic::Span;
use crate::localise::Candidate;
use crate::value::Language;

/// The translations of a file that came back.
#[derive(Debug)]
pub struct Delivery {
    /// The language they are in.
    pub language: Language,
    pub(super) all: Vec<Returned>,
    /// Whether the file holds what is no part of any translation.
    pub has_more: bool,
}

/// A translation that came back.
#[derive(Debug, Clone)]
pub(super) struct Returned {
    /// The id of its text when it went out.
    pub(super) id: String,
    pub(super) id_span: Span,
    /// The text when it went out.
    pub(super) source: String,
    /// The text as it had been translated by then.
    pub(super) previous: String,
    /// The translation.
    pub(super) text: String,
    pub(super) text_span: Span,
    /// Whether it is not, or not yet, of what the text said when it went out.
    pub(super) behind: bool,
    /// Whether its text had left the plan.
    pub(super) obsolete: bool,
    /// What its translator says about it, line by line.
    pub(super) notes: Vec<String>,
    /// What the project had when it went out; empty where that is not known.
    pub(super) base: String,
}

impl Returned {
    /// The file of its text.
    pub(super) fn file(&self) -> &str {
        self.id.split('#').next().unwrap_or_default()
    }
}

impl Candidate for Returned {
    fn key(&self) -> &str {
        self.id.split_once('#').map_or("", |(_, key)| key)
    }

    fn source(&self) -> &str {
        &self.source
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn is_set_aside(&self) -> bool {
        self.obsolete
    }
}
