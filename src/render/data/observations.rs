//! The long table: one row for each figure of an indicator in a year.

use super::table::Column;
use super::{Codes, Content, Field, OBSERVATIONS, Table, figure};
use crate::plan::{Indicator, Value};
use crate::value::FiscalYear;

const KINDS: Codes = Codes { words: "indicator.", codes: &["baseline", "actual", "target", "benchmark"] };

/// What is told of an indicator for a year.
struct Observation<'a> {
    indicator: &'a Indicator,
    year: FiscalYear,
    kind: &'static str,
    value: &'a Value,
}

/// The figures of `indicators`: of each its baseline, what was measured, its target, and what that is held against.
pub(super) fn table<'a>(indicators: impl IntoIterator<Item = &'a Indicator>) -> Table<'static> {
    let column = |name: &str, content, cell: fn(&Observation<'_>) -> String| {
        Column::new(Field::new(name, content), cell)
    };
    let columns = vec![
        column("indicator", Content::Text, |row| row.indicator.id.clone()),
        column("fiscal_year", Content::Whole, |row| row.year.to_string()),
        column("kind", Content::Code(KINDS), |row| row.kind.to_owned()),
        column("value", Content::Number, |row| figure::number(row.value)),
        column("unit", Content::Text, |row| figure::unit(row.value)),
        column("bound", figure::BOUNDS, |row| figure::bound(row.value)),
        column("status", figure::STATUSES, |row| figure::status(row.value)),
        column("text", Content::Text, |row| figure::text(row.value)),
    ];
    let rows = indicators.into_iter().flat_map(observations);
    Table::new(OBSERVATIONS, &["indicator", "fiscal_year", "kind"], columns, rows)
}

fn observations(indicator: &Indicator) -> Vec<Observation<'_>> {
    let told = |kind| move |(year, value)| Observation { indicator, year, kind, value };
    let mut rows = vec![told("baseline")((indicator.baseline_year, &indicator.baseline))];
    rows.extend(indicator.actuals.iter().map(|(year, value)| (*year, value)).map(told("actual")));
    rows.push(told("target")((indicator.target_year, &indicator.target)));
    let benchmark = indicator.benchmark.iter().flat_map(|benchmark| &benchmark.actuals);
    rows.extend(benchmark.map(|(year, value)| (*year, value)).map(told("benchmark")));
    rows
}
