//! Holds every translation against the text it was made from.

mod characters;
mod consistency;
mod ending;
mod japanese;
mod length;
mod markup;
mod note_marks;
mod number;
mod page_words;
mod repetition;
mod script;
mod stem;
mod terms;
#[cfg(test)]
mod tests;
mod unknown_words;
pub mod waiver;

use std::ops::Range;

use rayon::prelude::*;

use super::status::translated;
use crate::diagnostic::{Diagnostics, Span};
use crate::plan::{Plan, Unit};
use crate::read::Project;
use crate::read::locale_file::TranslationFile;
use crate::read::markdown::{RubyPart, words};
use crate::value::Language;
pub use terms::Terms;

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
        // The quotation mark that opens a YAML value is none of its text.
        let written = self.span.text();
        let quoted = written.starts_with(['"', '\'']) && written != self.text;
        let opening = usize::from(quoted);
        let found = written[opening..].match_indices(wanted).nth(before);
        let part = |at: usize| self.span.part(opening + at..opening + at + wanted.len());
        found.map_or_else(|| self.whole(), |(at, _)| part(at))
    }

    /// Where the translation as a whole stands, without the line that ends it.
    fn whole(&self) -> Span {
        self.span.part(0..self.span.text().trim_end().len())
    }
}

/// A pair as it is read: its words alone, each where it stands in the pair's texts.
#[derive(Debug)]
struct Words<'a> {
    pair: &'a Pair<'a>,
    source: String,
    text: String,
}

impl<'a> Words<'a> {
    fn of(pair: &'a Pair<'a>) -> Self {
        let markdown = pair.unit.markdown;
        Self {
            pair,
            source: words(pair.source, markdown, RubyPart::Base),
            text: words(pair.text, markdown, RubyPart::Reading),
        }
    }
}

/// What is wrong with the words of the pages of `plan` in `project`.
pub fn check_words(plan: &Plan, project: &Project) -> Diagnostics {
    let mut findings = page_words::check(plan.source_language(), &project.words);
    findings.extend(unknown_words::check(&project.words, &project.theme));
    findings
}

/// What is wrong with the translations of `plan`, whose texts are `units`, in the `files` of a language;
/// with `advice` also what a translator should look at again.
pub fn check(
    plan: &Plan,
    units: &[Unit],
    (language, files): (&Language, &[TranslationFile]),
    terms: &Terms,
    advice: bool,
) -> Diagnostics {
    let written = translated(files);
    let found = units.iter().filter_map(|unit| {
        let found = written.get(&(unit.file(), unit.key()))?;
        Some((unit, *found))
    });
    let (pairs, waivers): (Vec<Pair<'_>>, Vec<_>) = found
        .map(|(unit, found)| {
            let source = if found.source.is_empty() { &unit.text } else { &found.source };
            let pair = Pair { plan, unit, source, text: &found.text, language, span: &found.span };
            (pair, found.waivers.as_slice())
        })
        .unzip();
    let mut found: Vec<Diagnostics> = pairs.par_iter().map(|pair| of_pair(pair, terms, advice)).collect();
    if advice {
        for (position, finding) in consistency::check(&pairs) {
            found[position].push(finding);
        }
    }
    let written = files.iter().flat_map(|file| &file.units);
    let faults = written.flat_map(|unit| waiver::faults(&unit.waivers));
    faults
        .chain(waivers.into_iter().zip(found).flat_map(|(waivers, found)| waiver::apply(waivers, found)))
        .collect()
}

/// What is wrong with one translation, by itself; with `advice` also what may be.
pub fn of_pair(pair: &Pair<'_>, terms: &Terms, advice: bool) -> Diagnostics {
    let words = Words::of(pair);
    let mut findings = Diagnostics::new();
    findings.extend(note_marks::check(pair));
    findings.extend(markup::check(&words));
    findings.extend(japanese::check(&words));
    // What is not translated yet has no words to look at.
    if !japanese::is_unchanged(pair) {
        findings.extend(number::check(pair));
        findings.extend(terms::check(&words, terms));
        if advice {
            findings.extend(ending::check(&words));
            findings.extend(characters::check(&words));
            findings.extend(repetition::check(&words));
            findings.extend(length::check(&words));
        }
    }
    findings
}
