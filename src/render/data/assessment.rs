//! How an indicator stands, as cells: the status, its rule, and every quantity that the rule worked with.

use rust_decimal::{Decimal, RoundingStrategy};

use super::table::Column;
use super::{Codes, Content, Field};
use crate::plan::Indicator;
use crate::plan::assessment::{Assessment, Input, Method, Status};

const STATUSES: Codes = Codes { words: "status.", codes: keys!(Status) };
const RULES: Codes = Codes { words: "rule.", codes: keys!(Method) };

/// Quotients have so many decimals, rounded down as on the pages; 0.95 is met or missed here as there.
const PLACES: u32 = 6;

/// The columns of a table whose rows hold an indicator.
pub(super) fn columns<'a, R: 'a>(indicator: fn(&R) -> &Indicator) -> Vec<Column<'a, R>> {
    let column = |name: &str, content, cell: fn(&Assessment) -> Option<String>| {
        let cell = move |row: &R| cell(&indicator(row).assessment()).unwrap_or_default();
        Column::new(Field::new(name, content), cell)
    };
    vec![
        column("assessment", Content::Code(STATUSES), |found| Some(found.status.key().to_owned())),
        column("assessment_year", Content::Whole, |found| Some(found.year?.to_string())),
        column("assessment_rule", Content::Code(RULES), |found| Some(found.method?.key().to_owned())),
        column("base_year", Content::Whole, |found| cell(found, "base")),
        column("progress", Content::Number, |found| cell(found, "progress")),
        column("elapsed", Content::Number, |found| cell(found, "elapsed")),
        column("pace", Content::Number, |found| cell(found, "pace")),
        column("kept_years", Content::Whole, |found| cell(found, "kept")),
        column("measured_years", Content::Whole, |found| {
            found.inputs.iter().find_map(|input| match input {
                Input::Kept(_, years) => Some(years.to_string()),
                _ => None,
            })
        }),
        column("sum", Content::Number, |found| cell(found, "sum")),
        column("needed", Content::Number, |found| cell(found, "needed")),
        column("gap", Content::Number, |found| cell(found, "gap")),
        column("margin", Content::Number, |found| cell(found, "margin")),
        column("ratio", Content::Number, |found| cell(found, "ratio")),
    ]
}

/// The quantity called `key` among those that `found` was found with.
fn cell(found: &Assessment, key: &str) -> Option<String> {
    let input = found.inputs.iter().find(|input| input.key() == key)?;
    let rounded =
        |number: &Decimal, strategy| number.round_dp_with_strategy(PLACES, strategy).normalize().to_string();
    Some(match input {
        Input::Base(year) => year.to_string(),
        Input::Kept(kept, _) => kept.to_string(),
        Input::Sum(number) | Input::Gap(number) => number.to_string(),
        Input::Progress(number) | Input::Elapsed(number) | Input::Pace(number) | Input::Ratio(number) => {
            rounded(number, RoundingStrategy::ToNegativeInfinity)
        }
        Input::Needed(number) | Input::Margin(number) => {
            rounded(number, RoundingStrategy::ToPositiveInfinity)
        }
    })
}
