//! What must hold between the facts of one indicator.

use super::{Bound, FiscalYear, Goal, Indicator, Measure, Plan, Reading, Value};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

/// Finds what contradicts itself in `indicator`, and figures that nobody can set beside the others.
pub(super) fn check(indicator: &Indicator, plan: &Plan, findings: &mut Diagnostics) {
    let years = (indicator.baseline_year, indicator.target_year);
    // The plan's own years have been told of at the plan.
    if years != (plan.baseline_year, plan.target_year) && years.1 <= years.0 {
        findings.push(reversed(years, &indicator.place));
    }
    if let Some(goal) = indicator.goal.filter(|goal| !fits(*goal, &indicator.target)) {
        let finding = Diagnostic::at(Rule::GoalUnfit, &indicator.target.written.span);
        findings.push(finding.with("goal", goal.key()).with("target", &indicator.target.written.text));
    }
    units(indicator, findings);
    if indicator.measure == Some(Measure::RunningTotal) {
        falls(indicator, findings);
    }
}

/// A finding about a period that ends before it begins.
pub(super) fn reversed(years: (FiscalYear, FiscalYear), place: &crate::diagnostic::Span) -> Diagnostic {
    Diagnostic::at(Rule::YearsReversed, place).with("baseline", years.0).with("target", years.1)
}

/// Whether `target`, as printed, can be what `goal` says.
fn fits(goal: Goal, target: &Value) -> bool {
    let bound = target.amount().and_then(|amount| amount.bound);
    match (goal, bound) {
        (Goal::AtLeast, Some(Bound::AtMost | Bound::LessThan | Bound::Within))
        | (Goal::AtMost, Some(Bound::AtLeast | Bound::MoreThan)) => false,
        (Goal::Within, bound) if target.figure().is_some() => bound == Some(Bound::Within),
        _ => true,
    }
}

/// Tells of figures in another unit than the target's, or the baseline's where the target is words.
fn units(indicator: &Indicator, findings: &mut Diagnostics) {
    let has_unit = |value: &&Value| value.figure().is_some() || matches!(value.reading, Reading::Range(..));
    let Some(standard) = [&indicator.target, &indicator.baseline].into_iter().find(has_unit) else { return };
    let reference = indicator.benchmark.iter().flat_map(|benchmark| &benchmark.actuals);
    let yearly = indicator.actuals.iter().chain(reference).map(|(_, value)| value);
    for value in std::iter::once(&indicator.baseline).chain(yearly) {
        if value.figure().is_some() && !value.is_comparable(standard) {
            let finding = Diagnostic::at(Rule::OtherUnit, &value.written.span);
            let of = |value: &Value| value.written.text.clone();
            findings.push(finding.with("value", of(value)).with("standard", of(standard)));
        }
    }
}

/// Tells of a total so far that is less than the one before.
fn falls(indicator: &Indicator, findings: &mut Diagnostics) {
    let known: Vec<&Value> = std::iter::once(&indicator.baseline)
        .chain(
            indicator
                .actuals
                .iter()
                .filter(|(year, _)| *year > indicator.baseline_year)
                .map(|(_, value)| value),
        )
        .filter(|value| value.figure().is_some())
        .collect();
    for pair in known.windows(2) {
        if pair[0].is_comparable(pair[1]) && pair[1].figure() < pair[0].figure() {
            let finding = Diagnostic::at(Rule::RunningTotalFalls, &pair[1].written.span);
            let finding = finding.with("value", &pair[1].written.text);
            findings.push(finding.with("before", &pair[0].written.text));
        }
    }
}
