//! Which number of a translation stands for which of its source.

use rust_decimal::Decimal;

use super::quantity::{Number, Unit};

/// The numbers of a source, each with the number of the translation that stands for it.
pub(super) struct Matching {
    /// For each number of the source, one of the translation.
    pub(super) found: Vec<Option<usize>>,
    /// Whether a number of the translation stands for one of the source.
    pub(super) used: Vec<bool>,
}

/// How well a number of a translation stands for one of its source, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// The value as printed, in the same unit.
    Exact,
    /// A value it may say, in the same unit.
    Value,
    /// A value it may say; the units differ.
    OtherUnit,
    /// Right only in the number format of other languages.
    OtherFormat,
}

const FITS: [Fit; 4] = [Fit::Exact, Fit::Value, Fit::OtherUnit, Fit::OtherFormat];

/// Looks for each number of `source` in `translation`: the best pairs first.
pub(super) fn matched(source: &[Number], translation: &[Number], digits_only: bool) -> Matching {
    let mut matching = Matching { found: vec![None; source.len()], used: vec![false; translation.len()] };
    for wanted in FITS {
        for (number, found) in source.iter().zip(&mut matching.found).filter(|(_, found)| found.is_none()) {
            let fits = |(_, other): &(usize, &Number)| {
                fit(number, other) == Some(wanted)
                    || (digits_only && wanted == Fit::OtherUnit && number.digits() == other.digits())
            };
            let free = translation.iter().enumerate().filter(|(at, _)| !matching.used[*at]);
            if let Some((at, _)) = free.into_iter().find(fits) {
                *found = Some(at);
                matching.used[at] = true;
            }
        }
    }
    matching
}

/// How well `translation` stands for `source`; `None` where it does not.
pub(super) fn fit(source: &Number, translation: &Number) -> Option<Fit> {
    let agrees = source.agrees_with(translation);
    match (source.unit, translation.unit) {
        (Unit::Month, Unit::Month) | (Unit::Count, Unit::Article) => return agrees.then_some(Fit::Value),
        (_, Unit::Month | Unit::Article) => return None,
        _ => {}
    }
    let same_unit = match source.unit {
        unit if unit.is_measure() => unit == translation.unit,
        _ => matches!(translation.unit, Unit::Count | Unit::Ordinal | Unit::Year),
    };
    let exact = source.values.first() == translation.values.first();
    match (agrees, same_unit) {
        (true, true) if exact => Some(Fit::Exact),
        (true, true) => Some(Fit::Value),
        (true, false) => Some(Fit::OtherUnit),
        (false, _) => {
            translation.otherwise.filter(|other| source.values.contains(other)).map(|_| Fit::OtherFormat)
        }
    }
}

/// The number of `translation` that most likely stands where `missing` should: of those that stand for
/// nothing else, the one with the nearest digits. What shares neither digits nor unit is not meant.
pub(super) fn nearest(missing: &Number, translation: &[Number], used: &[bool]) -> Option<usize> {
    let digits = missing.digits();
    let distance = |other: &Number| {
        let others = other.digits();
        let distance = strsim::damerau_levenshtein(&digits, &others);
        let longest = digits.len().max(others.len());
        let told_apart = missing.unit.is_measure() || missing.unit == Unit::Month;
        let same_unit = told_apart && other.unit == missing.unit;
        (same_unit || distance < longest || longest == 1).then_some((!same_unit, distance))
    };
    let candidates = translation.iter().enumerate().filter(|(at, other)| {
        let month = (missing.unit == Unit::Month) == (other.unit == Unit::Month);
        !used[*at] && other.unit != Unit::Article && (month || other.unit == Unit::Count)
    });
    candidates.filter_map(|(at, other)| Some((distance(other)?, at))).min().map(|(_, at)| at)
}

/// Whether `translation` says the year that `source` is, wherever: a year needs to be named only once.
pub(super) fn names_year(source: &Number, translation: &[Number]) -> bool {
    let first: Vec<Decimal> = translation.iter().filter_map(|other| other.values.first().copied()).collect();
    source.is_year() && source.values.iter().any(|value| first.contains(value))
}
