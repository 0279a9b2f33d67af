//! The words of numbers and units, a table for each language.
//!
//! A language without a table is read leniently: its digits are compared, its words are not.

mod en;
mod es;
pub(super) mod ja;
mod pt;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::quantity::{Currency, Unit};
use crate::value::Language;

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    Cardinal(u64),
    /// Its place in an order; also the name of a part: third, terço.
    Ordinal(u64),
    /// Perhaps a number: `a`, `no`.
    Article(u64),
    /// Multiplies the number before it.
    Scale(u64),
    Month(u64),
    /// Joins the parts of a number, or two numbers that share a unit.
    And,
    /// Joins two numbers that share a unit.
    To,
    /// May stand between a number and its unit.
    Filler,
}

/// The words of a language.
struct Table {
    /// What stands before the decimals.
    point: char,
    /// Words in small letters, those of the same meaning in one line.
    words: &'static [(Word, &'static str)],
    /// Units as their parts stand in a text, with spaces between them; `#` is a number that follows.
    units: &'static [(&'static str, Unit)],
}

/// Units that are written the same everywhere.
const SYMBOLS: &[(&str, Unit)] = &[
    ("%", Unit::Percent),
    ("p . p .", Unit::Points),
    ("p . p", Unit::Points),
    ("pp", Unit::Points),
    ("¥", Unit::Money(Currency::Yen)),
    ("jpy", Unit::Money(Currency::Yen)),
    ("r $", Unit::Money(Currency::Real)),
    ("brl", Unit::Money(Currency::Real)),
    ("us $", Unit::Money(Currency::Dollar)),
    ("usd", Unit::Money(Currency::Dollar)),
    ("$", Unit::Money(Currency::Dollar)),
    ("€", Unit::Money(Currency::Euro)),
    ("eur", Unit::Money(Currency::Euro)),
    ("fy", Unit::FiscalYear),
    ("nendo", Unit::FiscalYear),
];

/// No era has had more years.
pub(super) const LONGEST_ERA: u32 = 64;

/// The eras: their name in Latin letters and the year before their first.
const ERAS: [(&str, u32); 7] = [
    ("reiwa", 2018),
    ("heisei", 1988),
    ("showa", 1925),
    ("shōwa", 1925),
    ("taisho", 1911),
    ("taishō", 1911),
    ("meiji", 1867),
];

/// How numbers are read in a language.
#[derive(Default)]
pub(super) struct Lexicon {
    /// What stands before the decimals; `None` where nobody knows.
    pub(super) point: Option<char>,
    words: HashMap<&'static str, Word>,
    /// By their first part, the longest first.
    units: HashMap<&'static str, Vec<(Vec<&'static str>, Unit)>>,
}

impl Lexicon {
    fn new(point: Option<char>, tables: &[&Table]) -> Self {
        let lines = tables.iter().flat_map(|table| table.words);
        let words = lines.flat_map(|(word, line)| line.split(' ').map(|written| (written, *word))).collect();
        let own = tables.iter().flat_map(|table| table.units);
        let mut units: HashMap<_, Vec<(Vec<_>, Unit)>> = HashMap::new();
        for (written, unit) in own.chain(SYMBOLS) {
            let parts: Vec<&str> = written.split(' ').collect();
            units.entry(parts[0]).or_default().push((parts, *unit));
        }
        for units in units.values_mut() {
            units.sort_by_key(|(parts, _)| std::cmp::Reverse(parts.len()));
        }
        Self { point, words, units }
    }

    /// The lexicon of `language`. Spanish of a region writes `1.5` or `1,5`, as the region does.
    pub(super) fn of(language: &Language) -> &'static Self {
        static ALL: LazyLock<[Lexicon; 5]> = LazyLock::new(|| {
            let own = |table: &Table| Lexicon::new(Some(table.point), &[table]);
            let of_region = Lexicon::new(None, &[&es::TABLE]);
            [own(&en::TABLE), own(&pt::TABLE), own(&es::TABLE), of_region, Lexicon::new(None, &[])]
        });
        let [en, pt, es, es_of_region, unknown] = &*ALL;
        match language.as_str().split_once('-') {
            Some(("es", region)) if region != "ES" => es_of_region,
            parts => match parts.map_or(language.as_str(), |(primary, _)| primary) {
                "en" => en,
                "pt" => pt,
                "es" => es,
                _ => unknown,
            },
        }
    }

    /// Whether the language has words for numbers and units.
    pub(super) fn has_words(&self) -> bool {
        !self.words.is_empty()
    }

    /// What `word`, in small letters, says about a number.
    pub(super) fn word(&self, word: &str) -> Option<Word> {
        self.words.get(word).copied()
    }

    /// The unit that begins with the first of `parts`, and how many of them it takes.
    pub(super) fn unit<'a>(&self, part: impl Fn(usize) -> Option<&'a str>) -> Option<(Unit, usize)> {
        let first = part(0)?;
        let digit = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
        let is = |wanted: &str, found: &str| if wanted == "#" { digit(found) } else { wanted == found };
        let fits =
            |parts: &[&str]| (1..parts.len()).all(|at| part(at).is_some_and(|found| is(parts[at], found)));
        let (parts, unit) = self.units.get(first)?.iter().find(|(parts, _)| fits(parts))?;
        Some((*unit, parts.iter().filter(|part| **part != "#").count()))
    }
}

/// The year before the first of the era `word`, in small letters.
pub(super) fn era(word: &str) -> Option<u32> {
    ERAS.iter().find(|(name, _)| *name == word).map(|(_, before)| *before)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{en, es, pt};

    #[test]
    fn no_word_of_a_language_says_two_things() {
        for table in [en::TABLE, pt::TABLE, es::TABLE] {
            let mut known = HashSet::new();
            for word in table.words.iter().flat_map(|(_, line)| line.split(' ')) {
                assert!(known.insert(word), "{word}");
            }
        }
    }
}
