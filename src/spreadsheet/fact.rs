//! What a row of the table is about.

use std::collections::BTreeMap;
use std::fmt;

use crate::plan::{Indicator, Value};
use crate::value::FiscalYear;

/// One figure of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The printed value before the plan begins.
    Baseline,
    /// The printed value to reach.
    Target,
    /// What was measured in a year.
    Actual(FiscalYear),
    /// Another's figure of a year.
    Benchmark(FiscalYear),
}

impl Fact {
    /// The words for facts in the column `fact`.
    pub const WORDS: [&str; 4] = ["baseline", "target", "actual", "benchmark"];

    /// Its word in the column `fact`.
    pub fn word(self) -> &'static str {
        match self {
            Fact::Baseline => Self::WORDS[0],
            Fact::Target => Self::WORDS[1],
            Fact::Actual(_) => Self::WORDS[2],
            Fact::Benchmark(_) => Self::WORDS[3],
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fact::Baseline | Fact::Target => f.write_str(self.word()),
            Fact::Actual(year) => write!(f, "{year}"),
            Fact::Benchmark(year) => write!(f, "{} {year}", self.word()),
        }
    }
}

/// The facts of `indicator` in the order of the table, each with its year and with what the plan
/// writes: nothing for the years of the period that nobody has filled in yet.
pub(super) fn facts(indicator: &Indicator) -> Vec<(Fact, FiscalYear, &str)> {
    let printed = [
        (Fact::Baseline, indicator.baseline_year, &indicator.baseline),
        (Fact::Target, indicator.target_year, &indicator.target),
    ];
    let mut facts: Vec<_> =
        printed.into_iter().map(|(fact, year, value)| (fact, year, value.written.text.as_str())).collect();
    let actuals = with_open_years(&indicator.actuals, indicator);
    facts.extend(actuals.map(|(year, text)| (Fact::Actual(year), year, text)));
    if let Some(benchmark) = &indicator.benchmark {
        let figures = with_open_years(&benchmark.actuals, indicator);
        facts.extend(figures.map(|(year, text)| (Fact::Benchmark(year), year, text)));
    }
    facts
}

/// `figures` in the order of their years, with an empty text for each other year of the period.
fn with_open_years<'a>(
    figures: &'a [(FiscalYear, Value)],
    indicator: &Indicator,
) -> impl Iterator<Item = (FiscalYear, &'a str)> + use<'a> {
    let period = indicator.baseline_year.0 + 1..=indicator.target_year.0;
    let mut years: BTreeMap<FiscalYear, &str> = period.map(|year| (FiscalYear(year), "")).collect();
    years.extend(figures.iter().map(|(year, value)| (*year, value.written.text.as_str())));
    years.into_iter()
}
