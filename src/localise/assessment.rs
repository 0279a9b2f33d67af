//! How an indicator stands, in words: the status, and the quantities its rule worked with.
//!
//! Quotients are rounded down, so that none is printed as the threshold that it misses; what is
//! still needed is rounded up.

use rust_decimal::{Decimal, RoundingStrategy};

use super::Edition;
use super::number::PERCENT;
use crate::plan::Indicator;
use crate::plan::assessment::Input;

impl Edition<'_> {
    /// `input` of the assessment of `indicator`, in words.
    pub fn input(&self, input: Input, indicator: &Indicator) -> String {
        let unit = indicator.target.unit().or_else(|| indicator.baseline.unit()).unwrap_or_default();
        let quantity = |number: Decimal| {
            self.quantity(number, unit).unwrap_or_else(|| format!("{}{unit}", self.decimal(number)))
        };
        match input {
            Input::Base(year) => self.year(year),
            Input::Progress(part) | Input::Elapsed(part) | Input::Ratio(part) => self.percent(part),
            Input::Pace(pace) => self.decimal(down(pace, 2)),
            Input::Kept(kept, years) => {
                let values = [("kept", self.count(kept)), ("years", self.count(years))];
                self.word_with("assessment.kept-of", &values.each_ref().map(|(name, n)| (*name, n.as_str())))
            }
            Input::Sum(sum) => quantity(sum),
            Input::Needed(needed) => quantity(up(needed, places(indicator))),
            Input::Gap(gap) => {
                let unit = if unit == PERCENT { "points" } else { unit };
                let size = self.quantity(gap.abs(), unit).unwrap_or_else(|| self.decimal(gap.abs()));
                format!("{}{size}", if gap.is_sign_negative() { "\u{2212}" } else { "+" })
            }
            Input::Margin(margin) => {
                let margin = up(margin, 1).normalize();
                format!("±{}", self.quantity(margin, "points").unwrap_or_else(|| self.decimal(margin)))
            }
        }
    }

    /// A part of a whole in percent, with one decimal.
    fn percent(&self, part: Decimal) -> String {
        let percent = part.checked_mul(Decimal::ONE_HUNDRED).map(|percent| down(percent, 1));
        percent.and_then(|percent| self.quantity(percent, PERCENT)).unwrap_or_default()
    }
}

/// How many decimals the plan prints of the target.
fn places(indicator: &Indicator) -> u32 {
    indicator.target.figure().map_or(0, |figure| figure.normalize().scale())
}

fn down(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::ToNegativeInfinity)
}

fn up(number: Decimal, places: u32) -> Decimal {
    number.round_dp_with_strategy(places, RoundingStrategy::ToPositiveInfinity)
}
