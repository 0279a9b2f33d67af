//! From an entry of the front matter to an [`Indicator`].

use super::unit::Scope;
use super::{Benchmark, Goal, Indicator, Kind, Measure, Plan, Reading, SurveySize, Unit, Value, rules};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::read::front_matter::{IndicatorFields, Pairs, SectionFields};
use crate::read::markdown::{Inline, plain};
use crate::value::FiscalYear;

/// How `survey_size` says that nobody knows it.
const UNKNOWN: &str = "unknown";

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
            unit: fields.unit.clone(),
            measure: rules::choice(
                fields.measure.as_deref(),
                &Measure::ALL.map(|measure| (measure.key(), measure)),
                &self.place("measure"),
                findings,
            ),
            goal: rules::choice(
                fields.goal.as_deref(),
                &Goal::ALL.map(|goal| (goal.key(), goal)),
                &self.place("goal"),
                findings,
            ),
            actuals: self.yearly("actuals", &fields.actuals, findings),
            benchmark: fields.benchmark.as_ref().map(|benchmark| Benchmark {
                name: self.unit("benchmark/name", &benchmark.name),
                actuals: self.yearly("benchmark/actuals", &benchmark.actuals, findings),
            }),
            source: text("source", &fields.source),
            note: text("note", &fields.note),
            survey_size: self.survey_size(findings),
            place,
        }
    }

    fn survey_size(&self, findings: &mut Diagnostics) -> Option<SurveySize> {
        let written = self.fields.survey_size.as_deref()?;
        if written == UNKNOWN {
            return Some(SurveySize::Unknown);
        }
        let people = super::grammar::fold(written).replace(',', "").parse().ok().filter(|size| *size > 0);
        if people.is_none() {
            findings
                .push(Diagnostic::at(Rule::BadSurveySize, &self.place("survey_size")).with("size", written));
        }
        people.map(SurveySize::People)
    }

    fn place(&self, key: &str) -> Span {
        self.scope.fields.value(&format!("{}/{key}", self.path))
    }

    fn unit(&self, key: &str, text: &str) -> Unit {
        let name = format!("indicators.{}.{}", self.fields.id, key.replace('/', "."));
        self.scope.unit(&name, &format!("{}/{key}", self.path), text)
    }

    fn value(&self, key: &str, written: Option<&str>) -> Value {
        let written = Value::with_unit(written.unwrap_or_default(), self.fields.unit.as_deref());
        Value::read(self.unit(key, &written))
    }

    /// A printed value. Words with digits among them may be a figure in a form that nobody reads yet:
    /// they stand as printed, and a person is asked to look.
    fn printed(&self, key: &str, written: Option<&str>, findings: &mut Diagnostics) -> Value {
        let value = self.value(key, written);
        // The number of a note mark is no figure.
        let has_digit = plain(&value.written.text)
            .iter()
            .any(|part| matches!(part, Inline::Text(text) if text.contains(char::is_numeric)));
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
