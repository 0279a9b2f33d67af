//! From an indicator to what its chart shows: the rules of which picture claims what.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::interval::Interval;
use super::{Drawing, Form, Point, Text, Words};
use crate::localise::{Edition, Figure, PERCENT, Phrase};
use crate::plan::{Bound, Goal, Indicator, Pattern, Value};
use crate::read::markdown::bare;
use crate::value::FiscalYear;

/// What the chart of `indicator` shows to readers of `edition`, who are told the `finding` in a sentence.
pub(in crate::render) fn drawing(edition: &Edition<'_>, indicator: &Indicator, finding: &Phrase) -> Drawing {
    let (target, scale) = (&indicator.target, scale(indicator));
    // Where the years of the period add up, one outside it has no part in the picture.
    let actuals = match indicator.pattern() {
        Pattern::PeriodTotal => yearly(edition, scale, indicator.measured()),
        _ => yearly(edition, scale, &indicator.actuals),
    };
    let others = indicator.benchmark.as_ref();
    let benchmark = others.map(|others| yearly(edition, scale, &others.actuals)).unwrap_or_default();
    let baseline = (!indicator.baseline.is_nothing())
        .then(|| point(edition, indicator.baseline_year, &indicator.baseline, Figure::Baseline));
    let (baseline, baseline_words) =
        if indicator.baseline.figure().is_some() { (baseline, None) } else { (None, baseline) };
    Drawing {
        id: format!("chart-{}", indicator.id),
        form: form(indicator, !actuals.is_empty() || !benchmark.is_empty()),
        since: indicator.baseline_year.0,
        percent: (scale.and_then(Value::unit) == Some(PERCENT)).then(|| edition.percent_pattern()),
        language: edition.tag(),
        title: text(edition, &edition.phrase(&indicator.name)),
        description: text(edition, finding),
        baseline,
        baseline_words,
        target: (!target.is_nothing()).then(|| point(edition, indicator.target_year, target, Figure::Target)),
        missing: missing(edition, indicator, &actuals),
        actuals,
        benchmark,
        benchmark_name: others.map(|others| text(edition, &edition.phrase(&others.name))),
        allowed: allowed(indicator),
        even_way: has_way(indicator),
        difference: edition
            .change(indicator)
            .map(|change| edition.word_with("chart.difference", &[("change", &change)])),
        total: edition.total(indicator),
        words: words(edition),
    }
}

/// The picture that tells `indicator` without claiming more than is known; `measured` says that there
/// are yearly figures to draw.
fn form(indicator: &Indicator, measured: bool) -> Form {
    match indicator.pattern() {
        Pattern::NoTarget | Pattern::Qualitative | Pattern::Other => Form::Words,
        // Yearly figures cannot be held against a range for their sum.
        Pattern::Range if !indicator.is_yearly() => Form::Words,
        Pattern::Range => Form::Range,
        Pattern::PeriodTotal => Form::PeriodTotal,
        Pattern::Cumulative => Form::Bars,
        _ if measured => Form::Line,
        Pattern::NoBaseline => Form::TargetOnly,
        Pattern::Maintain => Form::Threshold,
        Pattern::Increase | Pattern::Decrease => Form::Dumbbell,
    }
}

/// The value whose unit the scale is in: what is in another has no place on it.
fn scale(indicator: &Indicator) -> Option<&Value> {
    // A target in another unit than the baseline stands beside the scale, in words.
    let target = (indicator.pattern() != Pattern::Other).then_some(&indicator.target);
    let benchmark = indicator.benchmark.iter().flat_map(|benchmark| &benchmark.actuals);
    let yearly = indicator.actuals.iter().chain(benchmark).map(|(_, value)| value);
    let mut values = target.into_iter().chain([&indicator.baseline]).chain(yearly);
    values.find(|value| value.figure().is_some() || value.limits().is_some())
}

/// The figures of `values` that have a place on the scale.
fn yearly<'v>(
    edition: &Edition<'_>,
    scale: Option<&Value>,
    values: impl IntoIterator<Item = &'v (FiscalYear, Value)>,
) -> Vec<Point> {
    let has_place =
        |value: &Value| value.figure().is_some() && scale.is_some_and(|scale| value.is_comparable(scale));
    let known = values.into_iter().filter(|(_, value)| has_place(value));
    known.map(|(year, value)| point(edition, *year, value, Figure::Actual)).collect()
}

/// The figures that the target allows: its range, or one side of it where it is a limit to keep and
/// the plan, or the town, says on which side.
fn allowed(indicator: &Indicator) -> Option<Interval> {
    let pattern = indicator.pattern();
    if let (Pattern::Range, true, Some((from, to))) = (pattern, indicator.is_yearly(), indicator.limits()) {
        return Some(Interval { from: Some(place(from)), to: Some(place(to)) });
    }
    let amount = indicator.target.amount()?;
    let target = place(amount.figure()?);
    let above = match (indicator.goal, amount.bound) {
        (Some(Goal::AtLeast), _) | (None, Some(Bound::AtLeast | Bound::MoreThan)) => true,
        (Some(Goal::AtMost), _)
        | (None, Some(Bound::AtMost | Bound::LessThan))
        | (Some(Goal::Within), Some(Bound::Within)) => false,
        _ => return None,
    };
    match pattern {
        Pattern::Decrease | Pattern::Maintain if above => Some(Interval { from: Some(target), to: None }),
        Pattern::Decrease | Pattern::Maintain | Pattern::Increase if !above => {
            Some(Interval { from: None, to: Some(target) })
        }
        _ => None,
    }
}

/// The first year of the period that has no figure although a later one has: `2026年度 数値なし`.
fn missing(edition: &Edition<'_>, indicator: &Indicator, actuals: &[Point]) -> Option<String> {
    let last = actuals.last()?.year;
    let mut years = indicator.baseline_year.0.saturating_add(1)..last;
    let year = years.find(|year| actuals.iter().all(|point| point.year != *year))?;
    Some(format!("{} {}", edition.year(FiscalYear(year)), edition.word("value.no-figure")))
}

/// Whether an even way leads from baseline to target: not where the baseline already keeps to it.
fn has_way(indicator: &Indicator) -> bool {
    let (Some(baseline), Some(target)) = (indicator.baseline.figure(), indicator.target.figure()) else {
        return false;
    };
    baseline != target && !allowed(indicator).is_some_and(|allowed| allowed.contains(place(baseline)))
}

fn words(edition: &Edition<'_>) -> Words {
    Words {
        no_baseline: edition.word("value.no-baseline"),
        baseline: edition.word("indicator.baseline"),
        target: edition.word("indicator.target"),
        maintain: edition.word("chart.maintain"),
        even_split: edition.word("chart.even-split"),
    }
}

fn point(edition: &Edition<'_>, year: FiscalYear, value: &Value, figure: Figure) -> Point {
    let label = text(edition, &edition.value(value, figure));
    // A range is named at its middle.
    let middle = || value.limits().map(|(from, to)| f64::midpoint(place(from), place(to)));
    Point {
        year: year.0,
        year_label: edition.year(year),
        value: value.figure().map(place).or_else(middle).unwrap_or_default(),
        label_lang: label.lang,
        label: label.text,
    }
}

/// A place on the scale, not a figure to print: the nearest binary number serves.
fn place(figure: Decimal) -> f64 {
    figure.to_f64().unwrap_or_default()
}

fn text(edition: &Edition<'_>, phrase: &Phrase) -> Text {
    let lang = (phrase.language != *edition.language).then(|| edition.tag_of(&phrase.language));
    Text { text: bare(&phrase.text), lang }
}
