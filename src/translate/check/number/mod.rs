//! A translation has the numbers of its source, in its own format and in the same units.
//!
//! Only what the Japanese text says is asked for: a translation may say more. Values are compared, so
//! that 411,519千円 is `411.519 million yen`; what a language leaves open is taken as right.

mod atom;
mod japanese;
mod latin;
mod matching;
mod numeral;
mod phrase;
mod quantity;
mod text;
mod unit;
mod words;

use std::ops::Range;

use rust_decimal::Decimal;

use self::latin::Reading;
use self::matching::{Fit, Matching, fit, matched, names_year, nearest};
use self::quantity::Number;
use self::text::Text;
use self::words::Lexicon;
use super::Pair;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

/// The language whose numbers the check can read in a source.
const SOURCE_LANGUAGE: &str = "ja";

/// A word may say a number up to this one: it is not asked for in a language whose words nobody told.
const MOST_IN_WORDS: Decimal = Decimal::from_parts(20, 0, 0, false, 0);

/// What is wrong with the numbers of `pair`.
pub(super) fn check(pair: &Pair<'_>) -> Diagnostics {
    if pair.plan.source_language().as_str() != SOURCE_LANGUAGE {
        return Diagnostics::new();
    }
    let source = Text::new(pair.source);
    let lexicon = Lexicon::of(pair.language);
    let mut numbers = japanese::read(&source.text);
    if numbers.is_empty() && !pair.text.contains(char::is_numeric) {
        return Diagnostics::new();
    }
    let text = Text::new(pair.text);
    if !lexicon.has_words() {
        numbers.retain(|number| number.values.iter().all(|value| *value > MOST_IN_WORDS));
    }
    let reading = latin::read(&text.text, lexicon);
    let matching = matched(&numbers, &reading.numbers, !lexicon.has_words());
    let mut check = Check { pair, source, text, lexicon, numbers, reading, matching, findings: Vec::new() };
    check.missing();
    check.eras();
    check.formats();
    check.units();
    check.findings
}

/// A source and its translation, read.
struct Check<'a> {
    pair: &'a Pair<'a>,
    source: Text,
    text: Text,
    lexicon: &'a Lexicon,
    numbers: Vec<Number>,
    reading: Reading,
    matching: Matching,
    findings: Diagnostics,
}

impl Check<'_> {
    /// Finds numbers of the source that the translation does not have.
    fn missing(&mut self) {
        let mut told: Vec<Decimal> = Vec::new();
        for (number, found) in self.numbers.iter().zip(&self.matching.found) {
            let again = number.is_year() && number.values.first().is_some_and(|year| told.contains(year));
            if found.is_some() || again || names_year(number, &self.reading.numbers) {
                continue;
            }
            told.extend(number.values.first().filter(|_| number.is_year()));
            let instead = nearest(number, &self.reading.numbers, &self.matching.used);
            if let Some(instead) = instead {
                self.matching.used[instead] = true;
            }
            self.findings.push(self.differs(number, instead));
        }
    }

    /// Finds years of an era that the source does not have, where its year is right otherwise.
    fn eras(&mut self) {
        let of_era = self.numbers.iter().filter(|number| number.is_year() && number.values.len() > 1);
        for source in of_era {
            let wrong = self.reading.numbers.iter().enumerate().find(|(at, number)| {
                let known = self.numbers.iter().any(|other| other.agrees_with(number));
                number.is_year() && !self.matching.used[*at] && !known
            });
            if let Some((at, _)) = wrong {
                self.matching.used[at] = true;
                self.findings.push(self.differs(source, Some(at)));
            }
        }
    }

    /// The finding that `number` is missing, with what stands there `instead`.
    fn differs(&self, number: &Number, instead: Option<usize>) -> Diagnostic {
        let at = instead.map(|at| self.text.original(&self.reading.numbers[at].at));
        let place = at.clone().map_or_else(|| self.pair.span.clone(), |at| self.pair.place(at));
        let written = at.map_or("—".to_owned(), |at| format!("`{}`", &self.pair.text[at]));
        let finding = Diagnostic::at(Rule::NumbersDiffer, &place);
        finding.with("number", self.printed(&number.at)).with("found", written)
    }

    /// Finds numbers that are right only where the point and the comma are the other way round.
    fn formats(&mut self) {
        for (number, found) in self.numbers.iter().zip(&self.matching.found) {
            let Some(found) = found.map(|at| &self.reading.numbers[at]) else { continue };
            if fit(number, found) == Some(Fit::OtherFormat) {
                let at = self.text.original(&found.at);
                let written = &self.pair.text[at.clone()];
                let finding = Diagnostic::at(Rule::NumberFormat, &self.pair.place(at));
                self.findings.push(finding.with("written", written).with("right", other_format(written)));
            }
        }
    }

    /// A number of the source as it is printed there.
    fn printed(&self, at: &Range<usize>) -> &str {
        &self.pair.source[self.source.original(at)]
    }
}

/// `written` with the point and the comma between its digits the other way round.
fn other_format(written: &str) -> String {
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let turned = written.char_indices().map(|(at, c)| {
        let between = digit(written[..at].chars().next_back()) && digit(written[at..].chars().nth(1));
        match c {
            '.' if between => ',',
            ',' if between => '.',
            c => c,
        }
    });
    turned.collect()
}
