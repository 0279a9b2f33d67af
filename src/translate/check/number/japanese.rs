//! The numbers of a Japanese text that its translation must have.

use std::ops::Range;

use rust_decimal::Decimal;

use super::numeral::Numeral;
use super::quantity::{Number, Unit};
use super::words::LONGEST_ERA;
use super::words::ja::{AFTER_ORDINAL, COUNTERS, IDIOMS, UNITS, beginning, era};

/// What joins the ends of a range: 20〜30.
const RANGE_SIGNS: [&str; 7] = ["〜", "~", "-", "–", "—", "・", "から"];

/// How far from a number 当たり may stand: 1人1日当たり.
const EACH_REACH: usize = 6;

/// Reads `text`, which is in Unicode's form NFKC.
pub(super) fn read(text: &str) -> Vec<Number> {
    let mut reader = Reader { text, at: 0, era: None, numbers: Vec::new() };
    while let Some(first) = text[reader.at..].chars().next() {
        reader.at += reader.step().unwrap_or(first.len_utf8());
    }
    let mut numbers = reader.numbers;
    for at in (1..numbers.len()).rev() {
        let (before, after) = numbers.split_at_mut(at);
        let between = &text[before[at - 1].at.end..after[0].at.start.max(before[at - 1].at.end)];
        if RANGE_SIGNS.contains(&between) {
            before[at - 1].share(&after[0]);
        }
    }
    numbers
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The year before the first of the era named last: 令和7年度から11年度まで.
    era: Option<u32>,
    numbers: Vec<Number>,
}

impl Reader<'_> {
    /// Reads what begins here, if it is more than a character; the bytes read.
    fn step(&mut self) -> Option<usize> {
        let rest = &self.text[self.at..];
        if let Some((name, before)) = era(rest) {
            self.era = Some(before);
            let year = self.year_of_era(&rest[name..], name, before);
            return Some(name + year.unwrap_or(0));
        }
        let Some(numeral) = Numeral::at(rest) else {
            // More digits than a number can have.
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            return (digits > 0).then_some(digits);
        };
        if let Some(idiom) = beginning(&IDIOMS, rest) {
            return Some(idiom.len());
        }
        if let Some(before) = self.initial().filter(|_| rest[numeral.length..].starts_with('年')) {
            return self.year_of_era(rest, 0, before);
        }
        let length = numeral.length;
        Some(if self.counts(&numeral) { self.number(&numeral) } else { length })
    }

    /// Takes the year of an era, whose name of `name` bytes was read before; the bytes taken.
    fn year_of_era(&mut self, rest: &str, name: usize, before: u32) -> Option<usize> {
        let first = rest.strip_prefix('元').map(|_| (Decimal::ONE, '元'.len_utf8()));
        let (year, length) =
            first.or_else(|| Numeral::at(rest).map(|numeral| (numeral.value, numeral.length)))?;
        let (unit, unit_length) = unit_of(&rest[length..]);
        let unit = if unit == Unit::FiscalYear { unit } else { Unit::Year };
        let values = vec![year.checked_add(before.into())?, year];
        self.push(values, unit, self.at..self.at + name + length + unit_length);
        Some(length + unit_length)
    }

    /// Takes a number; the bytes taken.
    fn number(&mut self, numeral: &Numeral) -> usize {
        let rest = &self.text[self.at + numeral.length..];
        if let Some(whole) = rest.strip_prefix("分の").and_then(Numeral::at) {
            return self.fraction(numeral, &whole);
        }
        let (unit, unit_length) = unit_of(rest);
        let length = numeral.length + unit_length;
        let is_ordinal = unit == Unit::Count && self.text[..self.at].ends_with('第');
        let unit = if is_ordinal { Unit::Ordinal } else { unit };
        let (values, unit) = self.values(numeral, unit, rest);
        if numeral.value != Decimal::ONE || !says_each(rest) {
            self.push(values, unit, self.printed(length, unit_length));
            if let Some(number) = self.numbers.last_mut() {
                number.scale = if rest.starts_with('割') { Decimal::TEN } else { numeral.scale };
            }
        }
        length
    }

    /// The number of `length` bytes here as a reader would name it: 第7次, 三つ. Of these `unit` are a unit.
    fn printed(&self, length: usize, unit: usize) -> Range<usize> {
        let start = if self.text[..self.at].ends_with('第') { self.at - '第'.len_utf8() } else { self.at };
        let end = self.at + length;
        let counter = beginning(&COUNTERS, &self.text[end..]).filter(|_| unit == 0);
        start..end + counter.map_or(0, str::len)
    }

    /// What a number followed by `rest` may say, and its unit.
    fn values(&self, numeral: &Numeral, unit: Unit, rest: &str) -> (Vec<Decimal>, Unit) {
        let value = numeral.value;
        let plus = |more: u32| value.checked_add(more.into());
        let mut values = vec![value];
        let short = value <= LONGEST_ERA.into();
        match unit {
            Unit::Year | Unit::FiscalYear if short => values.extend(self.era.and_then(plus)),
            Unit::Count if rest.starts_with('割') => values.extend(value.checked_mul(Decimal::TEN)),
            Unit::Count if rest.starts_with('時') && self.text[..self.at].ends_with("午後") => {
                values.extend(plus(12));
            }
            _ => {}
        }
        let unit = match unit {
            Unit::Year if short => Unit::Count,
            // 4月1日 is no day of which an article could speak.
            Unit::Count if rest.starts_with('日') && self.text[..self.at].ends_with('月') => Unit::Ordinal,
            unit => unit,
        };
        (values, unit)
    }

    /// Takes 3分の2: a translation has both numbers, or says a third for 3分の1; the bytes taken.
    fn fraction(&mut self, whole: &Numeral, part: &Numeral) -> usize {
        let length = whole.length + "分の".len() + part.length;
        let place = self.at..self.at + length;
        self.push(vec![whole.value], Unit::Count, place.clone());
        if part.value != Decimal::ONE {
            self.push(vec![part.value], Unit::Count, place);
        }
        length
    }

    fn push(&mut self, values: Vec<Decimal>, unit: Unit, at: Range<usize>) {
        self.numbers.push(Number { values, otherwise: None, scale: Decimal::ONE, unit, at });
    }

    /// The era whose initial stands before: R6年度.
    fn initial(&self) -> Option<u32> {
        let before = &self.text[..self.at];
        let initials = [('R', 2018), ('H', 1988), ('S', 1925)];
        let (_, era) = initials.into_iter().find(|(initial, _)| before.ends_with(*initial))?;
        let alone = !before[..before.len() - 1].ends_with(|c: char| c.is_ascii_alphanumeric());
        alone.then_some(era)
    }

    /// Whether the numeral here is a number: not in a name (COVID-19, A4, but AED 3台), not 数十 or 十数.
    fn counts(&self, numeral: &Numeral) -> bool {
        let before = &self.text[..self.at];
        let rest = &self.text[self.at + numeral.length..];
        let begins = |words: &[&'static str]| beginning(words, rest).is_some();
        let named = before.strip_suffix([' ', '-']).unwrap_or(before);
        let counted = unit_of(rest).1 > 0 || begins(&COUNTERS);
        if named.ends_with(|c: char| c.is_ascii_alphabetic()) && !counted {
            return false;
        }
        if before.ends_with(['数', '何', '幾']) {
            return false;
        }
        if numeral.digits {
            return true;
        }
        if before.ends_with('第') {
            return begins(&AFTER_ORDINAL);
        }
        numeral.value > Decimal::ONE && begins(&COUNTERS)
    }
}

/// The unit at the beginning of `rest`, and its bytes.
fn unit_of(rest: &str) -> (Unit, usize) {
    let trimmed = rest.trim_start_matches(' ');
    // 令和7（2025）年度
    let trimmed = trimmed.strip_prefix(')').filter(|rest| rest.starts_with('年')).unwrap_or(trimmed);
    let found = UNITS.iter().find(|(written, _)| trimmed.starts_with(written));
    found.map_or((Unit::Count, 0), |(written, unit)| (*unit, rest.len() - trimmed.len() + written.len()))
}

/// Whether a 1 followed by `rest` says each: 1人当たり, 1人1日あたり.
fn says_each(rest: &str) -> bool {
    let end = rest.char_indices().nth(EACH_REACH).map_or(rest.len(), |(at, _)| at);
    ["当たり", "あたり", "当り", "につき", "ごと"].iter().any(|each| rest[..end].contains(each))
}
