//! What a plan leaves unsaid, or promises less than it seems: questions for the town.
//!
//! `keikaku check` asks them; a build does not, since a plan may be published as it was adopted.

use rust_decimal::Decimal;

use super::{Goal, Indicator, Measure, Plan, Section, Term, outline};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

/// Asks of every indicator of `plan` what only the town can answer.
pub fn advice(plan: &Plan, findings: &mut Diagnostics) {
    for (_, section) in plan.sections() {
        for indicator in &section.indicators {
            if indicator.is_cumulative_unsaid() {
                let finding = Diagnostic::at(Rule::MeasureUnsaid, &indicator.name.span);
                findings.push(finding.with("id", &indicator.id));
            }
            findings.extend(unsaid(indicator));
            findings.extend(late(indicator));
            findings.extend(period_total(indicator));
            findings.extend(survey(indicator));
        }
        findings.extend(goals(section));
    }
    outline::advice(plan, findings);
    findings.extend(plan.terms.iter().filter_map(reading));
}

/// A reading with characters that have one of their own: such a term finds no place in the glossary's order.
fn reading(term: &Term) -> Option<Diagnostic> {
    let finding = Diagnostic::at(Rule::ReadingInKanji, &term.reading_place).with("reading", &term.reading);
    term.reading.contains(is_kanji).then(|| finding.with("term", &term.term.text))
}

fn is_kanji(character: char) -> bool {
    matches!(character, '々' | '〆' | '\u{3400}'..='\u{4dbf}' | '一'..='鿿' | '\u{f900}'..='\u{faff}')
}

/// The indicators of `section` that a status will need a `goal` for; asked once, since a new plan
/// has none.
fn goals(section: &Section) -> Option<Diagnostic> {
    let unsaid = |indicator: &&Indicator| {
        indicator.goal.is_none() && indicator.actuals.is_empty() && !indicator.target.is_nothing()
    };
    let without: Vec<&Indicator> = section.indicators.iter().filter(unsaid).collect();
    let ids: Vec<&str> = without.iter().map(|indicator| indicator.id.as_str()).collect();
    Some(Diagnostic::at(Rule::GoalUnsaid, &without.first()?.place).with("ids", ids.join(", ")))
}

/// The values that the file leaves out: `—` would say that the plan prints none.
fn unsaid(indicator: &Indicator) -> impl Iterator<Item = Diagnostic> {
    let values = [("baseline", &indicator.baseline), ("target", &indicator.target)];
    let left_out = values.into_iter().filter(|(_, value)| value.written.text.is_empty());
    left_out.map(|(key, _)| {
        let finding = Diagnostic::at(Rule::ValueUnsaid, &indicator.place);
        finding.with("id", &indicator.id).with("key", key)
    })
}

/// What was measured after the year of the target, which is more often a slip in the year.
fn late(indicator: &Indicator) -> impl Iterator<Item = Diagnostic> {
    let after = indicator.actuals.iter().filter(|(year, _)| *year > indicator.target_year);
    after.map(|(year, value)| {
        let finding = Diagnostic::at(Rule::ActualAfterTarget, &value.written.span);
        finding.with("year", year).with("target", indicator.target_year)
    })
}

/// A total for the period that the baseline's year alone, repeated, already comes to.
fn period_total(indicator: &Indicator) -> Option<Diagnostic> {
    let (baseline, target) = (indicator.baseline.figure()?, indicator.target.figure()?);
    let years = indicator.target_year.0.checked_sub(indicator.baseline_year.0)?;
    let reached = baseline.checked_mul(Decimal::from(years))?;
    let low = indicator.measure == Some(Measure::PeriodTotal)
        && indicator.goal != Some(Goal::AtMost)
        && indicator.baseline.is_comparable(&indicator.target)
        && target <= reached;
    let finding = || Diagnostic::at(Rule::PeriodTotalLow, &indicator.target.written.span);
    let text = |value: &super::Value| value.written.text.clone();
    low.then(|| {
        let values = finding().with("target", text(&indicator.target)).with("years", years);
        values.with("baseline", text(&indicator.baseline))
    })
}

/// A target so near to the baseline that a survey of this size cannot tell them apart.
fn survey(indicator: &Indicator) -> Option<Diagnostic> {
    let (baseline, target) = (indicator.baseline.figure()?, indicator.target.figure()?);
    let margin = indicator.margin(baseline)?;
    let change = target.checked_sub(baseline)?.abs();
    let inside = indicator.baseline.is_comparable(&indicator.target) && !change.is_zero() && change <= margin;
    let finding = Diagnostic::at(Rule::SurveyTarget, &indicator.target.written.span);
    inside.then(|| finding.with("change", change.normalize()).with("margin", margin.round_dp(1)))
}
