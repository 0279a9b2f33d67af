//! From an entry of the front matter to an [`Indicator`].

use super::unit::Scope;
use super::{Benchmark, Goal, Indicator, Kind, Measure, Plan, Reading, Unit, Value, rules};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::read::front_matter::{IndicatorFields, Pairs, SectionFields};
use crate::value::FiscalYear;

const MEASURES: [(&str, Measure); 3] = [
    (Measure::Level.key(), Measure::Level),
    (Measure::RunningTotal.key(), Measure::RunningTotal),
    (Measure::PeriodTotal.key(), Measure::PeriodTotal),
];

const GOALS: [(&str, Goal); 3] = [
    (Goal::AtLeast.key(), Goal::AtLeast),
    (Goal::AtMost.key(), Goal::AtMost),
    (Goal::Within.key(), Goal::Within),
];

/// The indicators of one of a section's tables.
pub(super) fn indicators(
    kind: Kind,
    entries: &[IndicatorFields],
    scope: &Scope<'_, SectionFields>,
    plan: &Plan,
    findings: &mut Diagnostics,
) -> Vec<Indicator> {
    let read = |(position, fields)| Entry { path: format!("{}/{position}", kind.key()), fields, scope };
    entries.iter().enumerate().map(read).map(|entry| entry.indicator(kind, plan, findings)).collect()
}

/// One indicator of the front matter, and where it stands there.
struct Entry<'a> {
    path: String,
    fields: &'a IndicatorFields,
    scope: &'a Scope<'a, SectionFields>,
}

impl Entry<'_> {
    fn indicator(&self, kind: Kind, plan: &Plan, findings: &mut Diagnostics) -> Indicator {
        let fields = self.fields;
        let place = self.place("id");
        if !fields.id.is_empty() && !rules::is_id(&fields.id) {
            findings.push(Diagnostic::at(Rule::BadId, &place).with("id", &fields.id));
        }
        if !fields.actuals.0.is_empty() && fields.goal.is_none() {
            findings.push(Diagnostic::at(Rule::GoalMissing, &self.place("actuals")).with("id", &fields.id));
        }
        let mut year = |key: &str, written: &Option<String>, usual: FiscalYear| match written {
            Some(written) => rules::year(written, &self.place(key), findings),
            None => usual,
        };
        let baseline_year = year("baseline_year", &fields.baseline_year, plan.baseline_year);
        let target_year = year("target_year", &fields.target_year, plan.target_year);
        let text = |key: &str, text: &Option<String>| text.as_ref().map(|text| self.unit(key, text));
        Indicator {
            id: fields.id.clone(),
            kind,
            name: self.unit("name", &fields.name),
            baseline: self.printed("baseline", fields.baseline.as_deref(), findings),
            target: self.printed("target", fields.target.as_deref(), findings),
            baseline_year,
            target_year,
            measure: rules::choice(fields.measure.as_deref(), &MEASURES, &self.place("measure"), findings),
            goal: rules::choice(fields.goal.as_deref(), &GOALS, &self.place("goal"), findings),
            actuals: self.yearly("actuals", &fields.actuals, findings),
            benchmark: fields.benchmark.as_ref().map(|benchmark| Benchmark {
                name: self.unit("benchmark/name", &benchmark.name),
                actuals: self.yearly("benchmark/actuals", &benchmark.actuals, findings),
            }),
            source: text("source", &fields.source),
            note: text("note", &fields.note),
            survey_size: fields.survey_size,
            place,
        }
    }

    fn place(&self, key: &str) -> Span {
        self.scope.fields.value(&format!("{}/{key}", self.path))
    }

    fn unit(&self, key: &str, text: &str) -> Unit {
        let name = format!("indicators.{}.{}", self.fields.id, key.replace('/', "."));
        self.scope.unit(&name, &format!("{}/{key}", self.path), text)
    }

    fn value(&self, key: &str, written: Option<&str>) -> Value {
        let written = written.unwrap_or_default();
        let with_unit = |unit: &String| format!("{}{unit}", written.trim());
        // Only a bare number lacks its unit; words and fractions stand as printed.
        let bare = matches!(Value::reading_of(written), Reading::Amount(amount) if amount.unit.is_empty() && amount.bound.is_none() && amount.remark.is_none());
        match &self.fields.unit {
            Some(unit) if bare => Value::read(self.unit(key, &with_unit(unit))),
            _ => Value::read(self.unit(key, written)),
        }
    }

    /// A printed value. Words with digits among them may be a figure in a form that nobody reads yet:
    /// they stand as printed, and a person is asked to look.
    fn printed(&self, key: &str, written: Option<&str>, findings: &mut Diagnostics) -> Value {
        let value = self.value(key, written);
        let has_digit = value.written.text.contains(char::is_numeric);
        if value.reading == Reading::Words && has_digit {
            let finding = Diagnostic::at(Rule::WordsForFigure, &self.place(key));
            findings.push(finding.with("value", &value.written.text));
        }
        value
    }

    /// Values by year, in order; words among them are told of, since nothing can be drawn from them.
    fn yearly(&self, key: &str, pairs: &Pairs, findings: &mut Diagnostics) -> Vec<(FiscalYear, Value)> {
        let mut yearly = Vec::new();
        for (year, written) in &pairs.0 {
            let path = format!("{key}/{year}");
            let value = self.value(&path, Some(written));
            if value.figure().is_none() && !value.is_nothing() {
                findings
                    .push(Diagnostic::at(Rule::WordsForFigure, &self.place(&path)).with("value", written));
            }
            let place = self.scope.fields.key(&format!("{}/{path}", self.path));
            let read = rules::year(year, &place, findings);
            if yearly.iter().any(|(known, _)| *known == read) {
                findings.push(Diagnostic::at(Rule::DuplicateKey, &place).with("key", year));
            }
            yearly.push((read, value));
        }
        yearly.sort_by_key(|(year, _)| *year);
        yearly
    }
}
