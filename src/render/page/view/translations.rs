//! The page that tells how far each translation is.

use serde::Serialize;

use super::LinkView;

/// `translations`
#[derive(Debug, Serialize)]
pub struct TranslationsView {
    /// A table for each language but the plan's own.
    pub languages: Vec<TranslationTable>,
    /// The same counts for programs (JSON).
    pub file: String,
}

/// How the translation into one language stands.
#[derive(Debug, Serialize)]
pub struct TranslationTable {
    /// The anchor of the table.
    pub id: String,
    /// The language's tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// The chapter of the first part, where it stands on the page before.
    pub chapter: Option<LinkView>,
    /// The parts of the plan in order. Every text of the plan counts in one of them.
    pub parts: Vec<PartView>,
    /// All of them together, on the first page of them.
    pub total: Option<PartView>,
}

/// How the translation of one part stands, by the number of its texts.
#[derive(Debug, Serialize)]
pub struct PartView {
    /// The part under its name in the page's language, and where it stands in the language told of;
    /// no address where it has no page of its own.
    pub link: LinkView,
    /// Whether it belongs to the chapter before it.
    pub is_section: bool,
    /// Translated and up to date.
    pub translated: String,
    /// Translated from a text that has changed since.
    pub outdated: String,
    /// Not translated.
    pub missing: String,
    /// The share that is in the language, outdated or not: `85%`.
    pub percent: String,
    /// `none`, where nothing is translated; `reviewed`, once somebody at the town has read all of it;
    /// or else `draft`.
    pub state: &'static str,
}
