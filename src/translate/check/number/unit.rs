//! A translation has the units of its source: percentages, yen and fiscal years.

use std::ops::Range;

use super::Check;
use super::quantity::{Currency, Number, Unit};
use crate::diagnostic::{Diagnostic, Rule};

/// The currencies that a text may only have if its source has them, and the words for them there.
const FOREIGN: [(Currency, &[&str]); 3] = [
    (Currency::Dollar, &["ドル", "$"]),
    (Currency::Euro, &["ユーロ", "€"]),
    (Currency::Real, &["レアル", "R$"]),
];

impl Check<'_> {
    /// Finds units that are other than those of the source, or lost.
    pub(super) fn units(&mut self) {
        let mut wrong = self.foreign_money();
        if self.lexicon.has_words() {
            for (number, found) in self.numbers.iter().zip(&self.matching.found) {
                let Some(found) = found.map(|at| &self.reading.numbers[at]) else { continue };
                if self.is_other_unit(number, found) {
                    wrong.push((Some(number), found.at.clone()));
                }
            }
        }
        let findings: Vec<Diagnostic> = wrong
            .into_iter()
            .map(|(number, at)| {
                let at = self.text.original(&at);
                let printed =
                    number.map_or("—".to_owned(), |number| format!("`{}`", self.printed(&number.at)));
                let finding = Diagnostic::at(Rule::UnitDiffers, &self.pair.place(at.clone()));
                finding.with("written", &self.pair.text[at]).with("unit", printed)
            })
            .collect();
        self.findings.extend(findings);
    }

    /// Where money stands in a currency that the source does not have, and the number it stands for.
    fn foreign_money(&self) -> Vec<(Option<&Number>, Range<usize>)> {
        // A word is a currency only at a number: `situações reais` are real.
        let told = self.reading.units.iter().filter(|(unit, at, attached)| {
            matches!(unit, Unit::Money(currency) if self.is_foreign(*currency))
                && (*attached || self.text.text[at.clone()].ends_with(['$', '€']))
        });
        told.map(|(_, at, _)| {
            let inside = |other: &Number| other.at.start <= at.start && at.end <= other.at.end;
            let mut found = self.numbers.iter().zip(&self.matching.found);
            let source = found.find(|(_, found)| found.is_some_and(|it| inside(&self.reading.numbers[it])));
            (source.map(|(number, _)| number), at.clone())
        })
        .collect()
    }

    /// Whether `currency` is nowhere in the source.
    fn is_foreign(&self, currency: Currency) -> bool {
        let mut foreign = FOREIGN.iter().filter(|(other, _)| *other == currency);
        foreign.any(|(_, words)| !words.iter().any(|word| self.source.text.contains(word)))
    }

    /// Whether `found` stands for `number` in another unit. A unit may also be said once for all numbers.
    fn is_other_unit(&self, number: &Number, found: &Number) -> bool {
        match number.unit {
            Unit::Percent => match found.unit {
                Unit::Percent => false,
                Unit::Points | Unit::Money(_) => true,
                _ => !self.reading.says(|unit| unit == Unit::Percent),
            },
            Unit::Points => found.unit == Unit::Percent,
            Unit::Money(currency) => match found.unit {
                // Currencies that the source does not have are found wherever they stand.
                Unit::Money(other) => other != currency && !self.is_foreign(other),
                Unit::Percent | Unit::Points => true,
                // ¥300 for adults, 100 for children
                _ => {
                    let money = |unit: Unit| matches!(unit, Unit::Money(_));
                    let before = |unit, at: &Range<usize>| money(unit) && at.start < found.at.start;
                    !self.reading.says(money) && !self.reading.is_near(&found.at, before)
                }
            },
            Unit::FiscalYear => !self.reading.is_near(&found.at, |unit, _| unit == Unit::FiscalYear),
            _ => false,
        }
    }
}
