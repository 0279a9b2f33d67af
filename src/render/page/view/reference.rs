//! The pages to look things up: glossary, search, about, accessibility.

use serde::Serialize;

use super::{LinkView, PluralView, TextView};

/// `glossary`
#[derive(Debug, Serialize)]
pub struct GlossaryView {
    /// The entries by the number of their marks.
    pub terms: Vec<TermView>,
    /// The entries in the order of the language: by reading in Japanese, by letter elsewhere.
    pub sorted: Vec<LinkView>,
}

/// A glossary entry.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// Its anchor.
    pub id: String,
    /// Its mark in words: `※8`, `note 8`.
    pub label: String,
    /// The term.
    pub term: TextView,
    /// How it is read, on pages in the plan's own language.
    pub reading: Option<String>,
    /// Its definition, as markup.
    pub html: String,
    /// The places in the text that use it.
    pub uses: Vec<LinkView>,
}

/// A glossary entry on a page that shows its mark.
#[derive(Debug, Clone, Serialize)]
pub struct NoteView {
    /// The anchor of its term on this page.
    pub id: String,
    /// Its place in the glossary, to which its marks lead as well.
    pub href: String,
    /// Its mark in words: `※8`, `note 8`.
    pub label: String,
    /// The term.
    pub term: TextView,
    /// How it is read, on pages in the plan's own language.
    pub reading: Option<String>,
    /// Its definition, as markup.
    pub html: String,
}

/// `search`
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// The script that holds what can be found; of a large plan several, with spaces between them.
    pub index: String,
    /// The same in the plan's own language, for words typed in it; none on its own pages.
    pub source_index: Option<String>,
    /// How many results there are, in each plural form of the language, with `%{n}` for the number.
    pub counts: Vec<PluralView>,
}

/// `about`
#[derive(Debug, Serialize)]
pub struct AboutView {
    /// How the translation into each language stands.
    pub languages: Vec<LanguageState>,
    /// Whether the plan names Sustainable Development Goals.
    pub has_sdgs: bool,
}

/// `accessibility`
#[derive(Debug, Serialize)]
pub struct AccessibilityView {
    /// Whether the site has a theme of its own, which the program's tests know nothing of.
    pub own_theme: bool,
}

/// How a language stands in the whole plan.
#[derive(Debug, Serialize)]
pub struct LanguageState {
    /// The language's tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// `100%`
    pub percent: String,
    /// Whether this is the language the plan was adopted in.
    pub source: bool,
    /// Whether somebody at the town has read all of it.
    pub reviewed: bool,
}
