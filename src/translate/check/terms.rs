//! Terms are translated by the words that were agreed.
//!
//! What was agreed stands in `locales/terms.yml` and in the plan's own glossary. A term is looked for
//! in the source, the longest first: one inside another that was found is not asked for. Two kinds of
//! term also are parts of other words, and are found only where they stand alone: a single character
//! (町) where no kanji stands beside it, hiragana (もの) as a whole text.
//!
//! A translation may bend an agreed form (`stem`). What a form has in brackets is a gloss, and need not
//! be repeated.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::Words;
use super::script::{is_kana, is_kanji, primary};
use super::stem::{folded, stems};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::plan::Plan;
use crate::read::locale_file::TranslationFile;
use crate::read::markdown::bare;
use crate::read::terms_file::AgreedTerm;
use crate::value::Language;

/// Every term, by the language that it is translated into.
#[derive(Debug, Default)]
pub struct Terms(HashMap<Language, Dictionary>);

/// The terms of one language, the longest first, and what finds all of them in one reading of a text:
/// a glossary grows with its plan.
#[derive(Debug)]
struct Dictionary {
    terms: Vec<Term>,
    finder: AhoCorasick,
}

/// A term in one language. Without forms it only keeps shorter terms from being found in it.
#[derive(Debug, Default)]
struct Term {
    source: String,
    /// As the source is compared.
    folded: String,
    forms: Vec<Form>,
    avoid: Vec<Form>,
}

/// A translation as written, and the stems of its words without the gloss.
#[derive(Debug)]
struct Form {
    written: String,
    stems: Vec<String>,
}

impl Terms {
    /// The terms of `plan`: those `agreed`, and those of its glossary as `files` translate them.
    pub fn new<'a>(
        plan: &Plan,
        agreed: &[AgreedTerm],
        files: impl IntoIterator<Item = (&'a Language, &'a [TranslationFile])>,
    ) -> Self {
        let by_language = files.into_iter().filter_map(|(language, files)| {
            let mut terms: BTreeMap<String, Term> = BTreeMap::new();
            for term in agreed {
                let of = |written: &[(String, Vec<String>)]| {
                    let own = written.iter().filter(|(tag, _)| tag == language.as_str());
                    own.flat_map(|(_, forms)| forms).map(|form| Form::new(form, language)).collect::<Vec<_>>()
                };
                let entry = entry(&mut terms, &term.source);
                entry.forms.extend(of(&term.forms));
                entry.avoid.extend(of(&term.avoid));
            }
            for (source, translation) in glossary(plan, files) {
                let (forms, form) = (&mut entry(&mut terms, source).forms, Form::new(translation, language));
                if !forms.iter().any(|other| other.stems == form.stems) {
                    forms.push(form);
                }
            }
            let mut terms: Vec<Term> = terms.into_values().filter(|term| !term.folded.is_empty()).collect();
            terms.sort_by_key(|term| std::cmp::Reverse(term.folded.len()));
            // Refused are only more terms than fit into memory.
            let finder = AhoCorasick::new(terms.iter().map(|term| &term.folded)).ok()?;
            Some((language.clone(), Dictionary { terms, finder }))
        });
        Self(by_language.collect())
    }
}

fn entry<'a>(terms: &'a mut BTreeMap<String, Term>, source: &str) -> &'a mut Term {
    let source = without_gloss(source);
    let folded = folded(&source);
    terms.entry(folded.clone()).or_insert_with(|| Term { source, folded, ..Term::default() })
}

/// The glossary's terms and their translations, where those are of the terms as they are now.
fn glossary<'a>(plan: &'a Plan, files: &'a [TranslationFile]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let files: HashMap<&str, &TranslationFile> = files.iter().map(|file| (file.of.as_str(), file)).collect();
    plan.terms.iter().filter_map(move |term| {
        let file = *files.get(term.term.file())?;
        let unit = file.units.iter().find(|unit| unit.key == term.term.key())?;
        let current = unit.source.trim() == term.term.text.trim() && !unit.text.is_empty();
        current.then_some((term.term.text.as_str(), unit.text.as_str()))
    })
}

impl Form {
    fn new(written: &str, language: &Language) -> Self {
        let words = stems(&without_gloss(&bare(written)), primary(language));
        Self { written: written.to_owned(), stems: words.into_iter().map(|(_, _, stem)| stem).collect() }
    }

    /// Where the form stands among `words`.
    fn places(&self, words: &[(usize, usize, String)]) -> Vec<Range<usize>> {
        let length = self.stems.len();
        // An empty form would be everywhere, and no window is as short.
        let windows = words.windows(length.max(1)).filter(|_| length > 0);
        windows
            .filter(|window| window.iter().map(|(_, _, stem)| stem).eq(&self.stems))
            .map(|window| window[0].0..window[length - 1].1)
            .collect()
    }
}

/// `text` without what stands in brackets; as it is where nothing else does.
fn without_gloss(text: &str) -> String {
    let mut depth = 0_usize;
    let mut left = String::new();
    for sign in text.chars() {
        match sign {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ if depth == 0 => left.push(sign),
            _ => {}
        }
    }
    let left = left.trim();
    if left.is_empty() { text.to_owned() } else { left.to_owned() }
}

/// The terms of `words` that are translated otherwise than agreed.
pub(super) fn check(words: &Words<'_>, terms: &Terms) -> Diagnostics {
    let dictionary = terms.0.get(words.pair.language);
    let found = dictionary.map_or_else(Vec::new, |dictionary| dictionary.within(&words.source));
    if found.is_empty() {
        return Diagnostics::new();
    }
    let written = stems(&words.text, primary(words.pair.language));
    found.into_iter().filter_map(|term| judged(words, term, &written)).collect()
}

impl Dictionary {
    /// The terms that stand in `source`, each once.
    fn within(&self, source: &str) -> Vec<&Term> {
        let source = folded(source);
        let mut places: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
        for place in self.finder.find_overlapping_iter(&source) {
            places.entry(place.pattern().as_usize()).or_default().push(place.range());
        }
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for (term, places) in places {
            let is_free = |place: &Range<usize>| {
                !taken.iter().any(|other| other.start < place.end && place.start < other.end)
            };
            let free: Vec<_> =
                places.into_iter().filter(|place| is_free(place) && stands_alone(&source, place)).collect();
            if !free.is_empty() {
                taken.extend(free);
                found.push(&self.terms[term]);
            }
        }
        found
    }
}

/// Whether the term at `place` of `source` is one there, and not part of another word.
fn stands_alone(source: &str, place: &Range<usize>) -> bool {
    let mut letters = source[place.clone()].chars();
    let is_hiragana = |letter: char| is_kana(letter) && letter < '\u{30A0}';
    if letters.clone().all(is_hiragana) {
        return place.len() == source.len();
    }
    let single = letters.next().is_some() && letters.next().is_none();
    let before = source[..place.start].chars().next_back();
    let after = source[place.end..].chars().next();
    !single || ![before, after].into_iter().flatten().any(is_kanji)
}

fn judged(words: &Words<'_>, term: &Term, written: &[(usize, usize, String)]) -> Option<Diagnostic> {
    let places = |forms: &[Form]| forms.iter().flat_map(|form| form.places(written)).collect::<Vec<_>>();
    let good = places(&term.forms);
    let inside = |bad: &Range<usize>| good.iter().any(|good| good.start <= bad.start && bad.end <= good.end);
    let bad = places(&term.avoid).into_iter().find(|bad| !inside(bad));
    let finding = match bad {
        Some(bad) => Diagnostic::at(Rule::ForbiddenTerm, &words.pair.place(bad)),
        None if good.is_empty() && !term.forms.is_empty() => {
            Diagnostic::at(Rule::TermMissing, &words.pair.whole())
        }
        None => return None,
    };
    let forms: Vec<&str> = term.forms.iter().map(|form| form.written.as_str()).collect();
    let forms = if forms.is_empty() { "—".to_owned() } else { forms.join(" / ") };
    Some(finding.with("term", &term.source).with("forms", forms))
}
