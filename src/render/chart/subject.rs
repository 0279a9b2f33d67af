//! From an indicator to what its chart shows: the rules of which picture claims what.

use rust_decimal::prelude::ToPrimitive;

use super::{Drawing, Form, Point, Words};
use crate::localise::{Edition, Figure};
use crate::plan::{Bound, Goal, Indicator, Pattern, Value};
use crate::value::FiscalYear;

/// The picture that tells `indicator` without claiming more than is known.
fn form(indicator: &Indicator) -> Form {
    let measured = indicator.actuals.iter().any(|(_, value)| value.figure().is_some());
    match indicator.pattern() {
        Pattern::NoTarget | Pattern::Qualitative | Pattern::Other => Form::Words,
        Pattern::PeriodTotal => Form::PeriodTotal,
        Pattern::Cumulative => Form::Bars,
        _ if measured => Form::Line,
        Pattern::NoBaseline => Form::TargetOnly,
        Pattern::Maintain => Form::Threshold,
        Pattern::Increase | Pattern::Decrease => Form::Dumbbell,
    }
}

/// What the chart of `indicator` shows to readers of `edition`.
pub(in crate::render) fn drawing(edition: &Edition<'_>, indicator: &Indicator) -> Drawing {
    let point = |year: FiscalYear, value: &Value, figure| point(edition, year, value, figure);
    let words = |key: &str| edition.word(key);
    let target = &indicator.target;
    let yearly = |values: &[(FiscalYear, Value)]| {
        let unit = if target.figure().is_some() { target } else { &indicator.baseline };
        let known = values.iter().filter(|(_, value)| value.figure().is_some() && value.is_comparable(unit));
        known.map(|(year, value)| point(*year, value, Figure::Actual)).collect()
    };
    let benchmark = indicator.benchmark.as_ref().map(|benchmark| benchmark.actuals.as_slice());
    Drawing {
        id: format!("chart-{}", indicator.id),
        form: form(indicator),
        percent: [&indicator.baseline, target]
            .iter()
            .any(|value| value.amount().is_some_and(|a| a.unit == "%")),
        title: edition.phrase(&indicator.name).text,
        description: edition.finding(indicator).text,
        baseline: (!indicator.baseline.is_nothing())
            .then(|| point(indicator.baseline_year, &indicator.baseline, Figure::Baseline)),
        target: (!target.is_nothing()).then(|| point(indicator.target_year, target, Figure::Target)),
        actuals: yearly(&indicator.actuals),
        benchmark: yearly(benchmark.unwrap_or_default()),
        allowed: allowed(indicator),
        difference: edition
            .change(indicator)
            .map(|change| edition.word_with("chart.difference", &[("change", &change)])),
        total: edition.total(indicator),
        words: Words {
            no_baseline: words("value.no-baseline"),
            baseline: words("indicator.baseline"),
            target: words("indicator.target"),
            maintain: words("chart.maintain"),
            even_split: words("chart.even-split"),
        },
    }
}

/// Which side of the target counts as reached, where the target is a limit to keep and the plan,
/// or the town, says on which side.
fn allowed(indicator: &Indicator) -> Option<bool> {
    if !matches!(indicator.pattern(), Pattern::Decrease | Pattern::Maintain) {
        return None;
    }
    let bound = indicator.target.amount().and_then(|amount| amount.bound);
    match (indicator.goal, bound) {
        (Some(Goal::AtLeast), _) | (None, Some(Bound::AtLeast | Bound::MoreThan)) => Some(true),
        (Some(Goal::AtMost), _) | (None, Some(Bound::AtMost | Bound::LessThan)) => Some(false),
        _ => None,
    }
}

fn point(edition: &Edition<'_>, year: FiscalYear, value: &Value, figure: Figure) -> Point {
    let label = edition.value(value, figure);
    Point {
        year: year.0,
        year_label: edition.year(year),
        // A place on the scale, not a figure to print: the nearest binary number serves.
        value: value.figure().and_then(|figure| figure.to_f64()).unwrap_or_default(),
        label_lang: (label.language != *edition.language).then(|| edition.tag_of(&label.language)),
        label: label.text,
    }
}
