//! `locales/plan/<language>/…yml`: the translation of one content file.
//!
//! Each unit is read with its place and with the stretch of the file that is about it, so that it can
//! be edited and moved without a change to any other byte.

use crate::diagnostic::Span;

/// The translation of a content file.
#[derive(Debug, Clone)]
pub struct TranslationFile {
    /// The content file it translates, without extension and from `content/`:
    /// `3-administration/1-efficient-administration`.
    pub of: String,
    /// Whether someone at the town has read it (`_review: reviewed`).
    pub reviewed: bool,
    /// Its units in the order of the file.
    pub units: Vec<TranslatedUnit>,
    /// Translations whose source is no longer in the plan.
    pub orphans: Vec<TranslatedUnit>,
    /// The stretches that are about the file as a whole: the format's version, the review.
    pub settings: Vec<Span>,
    /// The key that orphans stand under, with the comments above it.
    pub orphans_head: Option<Span>,
    /// Comments after everything else.
    pub tail: Span,
}

impl TranslationFile {
    /// The translation of `of` before anybody has begun it; `tail` is all that its file holds.
    pub fn empty(of: &str, tail: Span) -> Self {
        Self {
            of: of.to_owned(),
            reviewed: false,
            units: Vec::new(),
            orphans: Vec::new(),
            settings: Vec::new(),
            orphans_head: None,
            tail,
        }
    }
}

/// The translation of one unit.
#[derive(Debug, Clone)]
pub struct TranslatedUnit {
    /// The unit's key: `situation.1`.
    pub key: String,
    /// The source as it stood when it was translated.
    pub source: String,
    /// The translation; empty where there is none.
    pub text: String,
    /// Where the translation stands.
    pub span: Span,
    /// The source as the file writes it.
    pub source_field: Option<Field>,
    /// The translation as the file writes it.
    pub text_field: Option<Field>,
    /// The example of a similar text, in whole lines.
    pub similar: Option<Span>,
    /// Where the key stands.
    pub key_span: Span,
    /// Everything that is about the unit: its comments, its key and what is under it, in whole lines.
    pub whole: Span,
    /// Whether `translate sync` has set it aside.
    pub set_aside: bool,
    /// The rules that need not hold for it.
    pub waivers: Vec<Waiver>,
}

/// A rule that need not hold for a translation: `K0520: the name is Japanese in every language`.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// The rule's number as written.
    pub rule: String,
    /// Why it need not.
    pub reason: String,
    /// Where the number stands.
    pub span: Span,
}

/// A key and what is written after it.
#[derive(Debug, Clone)]
pub struct Field {
    /// The key.
    pub key: Span,
    /// Everything between its `:` and the end of its value: ` まち`, or ` |-` and the lines below.
    pub value: Span,
}

/// The key that `translate sync` puts translations under whose source is no longer in the plan.
pub const ORPHANS: &str = "orphans";

/// The key for a translation of a similar text, which `translate sync` shows as an example.
pub const SIMILAR: &str = "_similar";
