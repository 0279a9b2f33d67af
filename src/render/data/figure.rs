//! A printed value as cells: the bare number, its unit, and what else is to be known of it.

use super::{Codes, Content};
use crate::plan::{Bound, Reading, Value};

/// How a printed value is read; only a `number` has a bare number.
pub(super) const STATUSES: Content =
    Content::Code(Codes { words: "data.status.", codes: &["number", "range", "fraction", "words", "none"] });

/// Which side of its number a value means.
pub(super) const BOUNDS: Content = Content::Code(Codes {
    words: "data.bound.",
    codes: &["at-least", "at-most", "within", "less-than", "more-than"],
});

/// The plan's digits without separators and unit, 万 and 億 multiplied out. A range and a fraction have no one
/// number, and none is computed for them: they stand as printed.
pub(super) fn number(value: &Value) -> String {
    let figure = value.amount().and_then(crate::plan::Amount::figure);
    figure.map(|figure| figure.to_string()).unwrap_or_default()
}

/// The unit as printed, without 万 and 億.
pub(super) fn unit(value: &Value) -> String {
    match &value.reading {
        Reading::Amount(amount) | Reading::Range(_, amount) => amount.unit.clone(),
        Reading::Fraction(..) | Reading::Nothing | Reading::Words => String::new(),
    }
}

/// Which side of its number the value means.
pub(super) fn bound(value: &Value) -> String {
    value
        .amount()
        .and_then(|amount| amount.bound)
        .map_or_else(String::new, |bound: Bound| bound.key().to_owned())
}

/// How it is read.
pub(super) fn status(value: &Value) -> String {
    let status = match &value.reading {
        // Beyond what a decimal holds there is no bare number.
        Reading::Amount(amount) if amount.figure().is_none() => "words",
        Reading::Amount(_) => "number",
        Reading::Range(..) => "range",
        Reading::Fraction(..) => "fraction",
        Reading::Words => "words",
        Reading::Nothing => "none",
    };
    status.to_owned()
}

/// The value as printed.
pub(super) fn text(value: &Value) -> String {
    value.written.text.clone()
}
