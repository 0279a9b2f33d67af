//! Holds every translation against the text it was made from.

mod note_marks;
mod number;

use std::collections::HashMap;
use std::ops::Range;

use crate::diagnostic::{Diagnostics, Span};
use crate::plan::{Plan, Unit, unit_id};
use crate::read::locale_file::{TranslatedUnit, TranslationFile};
use crate::value::Language;

/// A text and its translation.
#[derive(Debug, Clone)]
pub struct Pair<'a> {
    /// The plan the text is of.
    pub plan: &'a Plan,
    /// The text as the plan has it today.
    pub unit: &'a Unit,
    /// The text as it stood when it was translated: the translation is held against this one.
    pub source: &'a str,
    /// The translation.
    pub text: &'a str,
    /// The language it is in.
    pub language: &'a Language,
    /// Where the translation stands, as its file writes it.
    pub span: &'a Span,
}

impl Pair<'_> {
    /// Where the bytes `range` of the translation stand in its file. YAML and PO may write a text in
    /// more lines, or with escapes: what is not found again as it is, is the text as a whole.
    pub fn place(&self, range: Range<usize>) -> Span {
        let wanted = &self.text[range.clone()];
        let before = self.text[..range.start].matches(wanted).count();
        let found = self.span.text().match_indices(wanted).nth(before);
        found.map_or_else(|| self.span.clone(), |(at, _)| self.span.part(at..at + wanted.len()))
    }
}

/// Everything that is wrong with the translations in `files`, by language.
pub fn check(plan: &Plan, files: &[(Language, Vec<TranslationFile>)]) -> Diagnostics {
    let mut findings = Diagnostics::new();
    let units = plan.units();
    for (language, files) in files {
        let written: HashMap<String, &TranslatedUnit> = files
            .iter()
            .flat_map(|file| file.units.iter().map(|unit| (unit_id(&file.of, &unit.key), unit)))
            .filter(|(_, unit)| !unit.text.is_empty())
            .collect();
        for unit in &units {
            let Some(found) = written.get(&unit.id) else { continue };
            let source = if found.source.is_empty() { &unit.text } else { &found.source };
            let pair = Pair { plan, unit, source, text: &found.text, language, span: &found.span };
            findings.extend(of_pair(&pair));
        }
    }
    findings
}

/// What is wrong with one translation, by itself.
pub fn of_pair(pair: &Pair<'_>) -> Diagnostics {
    let mut findings = Diagnostics::new();
    findings.extend(note_marks::check(pair));
    findings.extend(number::check(pair));
    findings
}
