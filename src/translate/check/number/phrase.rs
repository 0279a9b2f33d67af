//! Numbers of several parts: `411.519 million`, `dois mil e vinte e quatro`, `7ª`.

use rust_decimal::Decimal;

use super::atom::{Atom, Kind, value};
use super::quantity::{Number, Unit};
use super::words::{Lexicon, Word};

/// What makes a place in an order of digits: 7th, 7º.
const ORDINAL_ENDS: &str = " th st nd rd o a os as er ro ra do da to ";

/// The only words at which digits begin a number; after any other they belong to a name: A4, CO2.
const BEFORE_DIGITS: &str = " fy r h s n no us jpy ";

/// Finds numbers among the parts of a text.
pub(super) struct Phrases<'a> {
    pub(super) atoms: &'a [Atom],
    pub(super) lexicon: &'a Lexicon,
}

/// A number and the words that multiply it.
struct Term {
    value: Option<Decimal>,
    otherwise: Option<Decimal>,
    scale: Decimal,
    unit: Unit,
    spelled: bool,
    end: usize,
}

impl Phrases<'_> {
    /// The number that begins at `at`, and where it ends.
    pub(super) fn number(&self, at: usize) -> Option<(Number, usize)> {
        let mut sum = self.term(at)?;
        while let Some(term) = self.part(&sum) {
            sum = Term {
                value: sum.value.zip(term.value).and_then(|(sum, term)| sum.checked_add(term)),
                otherwise: sum.otherwise.zip(term.otherwise).and_then(|(sum, term)| sum.checked_add(term)),
                ..term
            };
        }
        let mut values: Vec<Decimal> = sum.value.into_iter().collect();
        let mut otherwise = sum.otherwise.filter(|other| !values.contains(other));
        if self.lexicon.point.is_none() {
            values.extend(otherwise.take());
        }
        let place = self.atoms[at].at.start..self.atoms[sum.end - 1].at.end;
        Some((Number { values, otherwise, scale: sum.scale, unit: sum.unit, at: place }, sum.end))
    }

    /// What is to be added to `sum`: `519 mil` after `411 milhões e`. Digits without a scale of their
    /// own count something else: `2 million and 3 towns`.
    fn part(&self, sum: &Term) -> Option<Term> {
        let joined = usize::from(self.word(sum.end) == Some(Word::And));
        let term = self.term(sum.end + joined)?;
        let smaller = term.value.is_some_and(|value| value < sum.scale && value > Decimal::ZERO);
        let counted = term.unit != Unit::Month && term.unit != Unit::Article;
        let alike = sum.spelled == term.spelled && (sum.spelled || term.scale > Decimal::ONE);
        (smaller && counted && alike).then_some(term)
    }

    fn term(&self, at: usize) -> Option<Term> {
        let atom = self.atoms.get(at)?;
        let mut term = match atom.kind {
            Kind::Digits => self.digits(at)?,
            Kind::Word => self.spelled(at)?,
            Kind::Sign => return None,
        };
        while let Some(Word::Scale(scale)) = self.word(term.end) {
            let scale = Decimal::from(scale);
            let times = |value: Option<Decimal>| value.and_then(|value| value.checked_mul(scale));
            let unit = if term.unit == Unit::Article { Unit::Count } else { term.unit };
            let (value, otherwise) = (times(term.value), times(term.otherwise));
            let scale = term.scale.checked_mul(scale)?;
            term = Term { value, otherwise, scale, unit, end: term.end + 1, ..term };
        }
        Some(term)
    }

    fn digits(&self, at: usize) -> Option<Term> {
        let atom = &self.atoms[at];
        let named = atom.glued
            && at.checked_sub(1).is_some_and(|before| {
                let before = &self.atoms[before];
                before.text.ends_with(|c: char| c.is_ascii_alphabetic())
                    && !is_one_of(BEFORE_DIGITS, &before.text)
            });
        let ordinal = self
            .atoms
            .get(at + 1)
            .is_some_and(|end| end.glued && end.kind == Kind::Word && is_one_of(ORDINAL_ENDS, &end.text));
        let point = self.lexicon.point.unwrap_or('.');
        let other_point = if point == '.' { ',' } else { '.' };
        (!named).then(|| Term {
            value: value(&atom.text, point),
            otherwise: value(&atom.text, other_point),
            scale: Decimal::ONE,
            unit: if ordinal { Unit::Ordinal } else { Unit::Count },
            spelled: false,
            end: at + 1 + usize::from(ordinal),
        })
    }

    /// A number in words below a thousand: each word is smaller than the place of the one before.
    fn spelled(&self, at: usize) -> Option<Term> {
        let (mut sum, mut unit) = match self.word(at) {
            Some(Word::Scale(_)) => (1, Unit::Count),
            Some(Word::Month(month)) => (month, Unit::Month),
            Some(Word::Article(number)) => (number, Unit::Article),
            Some(Word::Cardinal(number)) => (number, Unit::Count),
            Some(Word::Ordinal(number)) => (number, Unit::Ordinal),
            _ => roman(&self.atoms[at]).map(|number| (number, Unit::Ordinal))?,
        };
        let scale_alone = matches!(self.word(at), Some(Word::Scale(_)));
        let mut end = if scale_alone { at } else { at + 1 };
        while matches!(unit, Unit::Count | Unit::Ordinal) && !scale_alone {
            let joined =
                self.word(end) == Some(Word::And) || self.atoms.get(end).is_some_and(|atom| atom.text == "-");
            let next = end + usize::from(joined);
            let (number, next_unit) = match self.word(next) {
                Some(Word::Cardinal(number)) => (number, unit),
                Some(Word::Ordinal(number)) => (number, Unit::Ordinal),
                Some(Word::Article(number)) if joined => (number, unit),
                _ => break,
            };
            let place = [100, 10].into_iter().find(|place| sum % place == 0).unwrap_or(1);
            if number == 0 || sum == 0 || number >= place {
                break;
            }
            (sum, unit, end) = (sum + number, next_unit, next + 1);
        }
        let value = Some(Decimal::from(sum));
        Some(Term { value, otherwise: value, scale: Decimal::ONE, unit, spelled: true, end })
    }

    fn word(&self, at: usize) -> Option<Word> {
        self.atoms
            .get(at)
            .filter(|atom| atom.kind == Kind::Word)
            .and_then(|atom| self.lexicon.word(&atom.text))
    }
}

fn is_one_of(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| !known.is_empty() && known == word)
}

/// The value of `VII`. Larger ones are more often initials.
fn roman(word: &Atom) -> Option<u64> {
    const TENS: [&str; 4] = ["", "x", "xx", "xxx"];
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = word.text.trim_start_matches('x');
    let tens = TENS.iter().position(|tens| tens.len() == word.text.len() - ones.len())?;
    let ones = ONES.iter().position(|written| *written == ones)?;
    (word.capital && !word.text.is_empty()).then_some((tens * 10 + ones) as u64)
}
