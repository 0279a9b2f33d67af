//! What a number says, whatever the language it was read from.

use std::ops::Range;

use rust_decimal::Decimal;

/// What a number counts, as far as losing it in a translation changes what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// Whatever the words beside it say.
    Count,
    /// A place in an order: 第7次, seventh.
    Ordinal,
    /// `a`, `uma`, `nenhum`: nobody can tell whether it is meant as a number. It may stand for a 1 or a
    /// 0, and for nothing else.
    Article,
    /// Hundredths.
    Percent,
    /// The difference of two percentages.
    Points,
    /// An amount of money.
    Money(Currency),
    /// A month of the year: 3月, March.
    Month,
    /// 2024年
    Year,
    /// 2024年度, from April to March.
    FiscalYear,
}

impl Unit {
    /// Whether it is written at a number, and must not be lost.
    pub(super) fn is_measure(self) -> bool {
        matches!(self, Self::Percent | Self::Points | Self::Money(_))
    }
}

/// A currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Currency {
    Yen,
    Dollar,
    Euro,
    Real,
}

/// A number of a text.
#[derive(Debug, Clone)]
pub(super) struct Number {
    /// What it may say: several where a text leaves it open (令和6年 is 2024 or 6). The first is as printed.
    pub(super) values: Vec<Decimal>,
    /// What it says if the comma is read as a point and the point as a comma.
    pub(super) otherwise: Option<Decimal>,
    /// What 千, million and the like multiply it with: `20` of `20〜30万円` is meant to be as large.
    pub(super) scale: Decimal,
    pub(super) unit: Unit,
    /// Where it stands in the text read.
    pub(super) at: Range<usize>,
}

impl Number {
    /// Whether it is a year of the calendar.
    pub(super) fn is_year(&self) -> bool {
        matches!(self.unit, Unit::Year | Unit::FiscalYear)
    }

    /// Whether both may say the same value.
    pub(super) fn agrees_with(&self, other: &Self) -> bool {
        self.values.iter().any(|value| other.values.contains(value))
    }

    /// Takes the unit and the scale of `next`, the end of the same range, which writes them for both.
    pub(super) fn share(&mut self, next: &Self) {
        if self.unit == Unit::Count && self.scale == Decimal::ONE {
            self.unit = next.unit;
            let scaled = self.values.first().and_then(|value| value.checked_mul(next.scale));
            let otherwise = self.otherwise.and_then(|value| value.checked_mul(next.scale));
            self.values.extend(scaled);
            self.otherwise = otherwise.or(self.otherwise);
        }
    }

    /// The digits without zeros at either end: what is left when only the magnitude is wrong.
    pub(super) fn digits(&self) -> String {
        let value = self.values.first().or(self.otherwise.as_ref()).map_or(Decimal::ZERO, Decimal::normalize);
        value.mantissa().to_string().trim_matches('0').to_owned()
    }
}
