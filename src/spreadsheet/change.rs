//! What a table changes in a plan, and what in it cannot be meant.

use std::collections::{HashMap, HashSet};

use super::cells::Cell;
use super::fact::{Fact, facts};
use super::sheet::{Row, Sheet};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::plan::{Indicator, Plan, Reading, Value, year_of};

/// One figure that the table has otherwise than the plan.
#[derive(Debug, Clone)]
pub struct Change {
    /// The file of the indicator, from the project's root.
    pub file: String,
    /// The indicator.
    pub id: String,
    /// Which of its figures.
    pub fact: Fact,
    /// What the plan writes; empty where it has no such figure.
    pub from: String,
    /// What the table says.
    pub to: String,
    /// The cell that says it.
    pub cell: Span,
}

/// What `sheet` changes in `plan`, in the order of its rows. A figure in another form of the same
/// value, such as `35.00%` for `35.0%`, is no change: a spreadsheet program did that, and no person.
pub fn changes(sheet: &Sheet, plan: &Plan, findings: &mut Diagnostics) -> Vec<Change> {
    let mut reader = Rows { plan, findings, told: HashMap::new(), without_goal: HashSet::new() };
    sheet.rows.iter().filter_map(|row| reader.change(row)).collect()
}

/// The rows so far.
struct Rows<'a> {
    plan: &'a Plan,
    findings: &'a mut Diagnostics,
    told: HashMap<(&'a str, Fact), Span>,
    without_goal: HashSet<&'a str>,
}

impl<'a> Rows<'a> {
    fn change(&mut self, row: &Row) -> Option<Change> {
        let indicator = self.indicator(&row.id);
        let fact = self.fact(row, indicator);
        let (indicator, fact) = (indicator?, fact?);
        if let Some(first) = self.told.insert((&indicator.id, fact), row.value.span.clone()) {
            let position = first.position();
            let first = format!("{}:{}:{}", first.source.path(), position.line, position.column);
            self.find(
                Diagnostic::at(Rule::DuplicateRow, &row.value.span).with("fact", fact).with("first", first),
            );
            return None;
        }
        let now = facts(indicator).into_iter().find(|(known, ..)| *known == fact);
        let now = now.map_or("", |(_, _, text)| text);
        let to = &row.value.text;
        if is_same(now, &Value::with_unit(to, indicator.unit.as_deref())) {
            return None;
        }
        self.check(row, indicator, fact, now)?;
        Some(Change {
            file: indicator.place.source.path().to_owned(),
            id: indicator.id.clone(),
            fact,
            from: now.trim().to_owned(),
            to: to.clone(),
            cell: row.value.span.clone(),
        })
    }

    fn indicator(&mut self, cell: &Cell) -> Option<&'a Indicator> {
        let found = self.plan.indicators().find(|indicator| indicator.id == cell.text);
        if found.is_none() {
            let ids = self.plan.indicators().map(|indicator| indicator.id.as_str());
            let finding = Diagnostic::at(Rule::UnknownIndicator, &cell.span).with("id", &cell.text);
            self.find(finding.suggest(&cell.text, ids));
        }
        found
    }

    /// Which figure the row is about; the year of a baseline or target is the plan's own.
    fn fact(&mut self, row: &Row, indicator: Option<&Indicator>) -> Option<Fact> {
        let word = row.fact.text.to_ascii_lowercase();
        let year = year_of(&row.year.text);
        let (printed, plan_year) = match word.as_str() {
            "baseline" => (Some(Fact::Baseline), indicator.map(|indicator| indicator.baseline_year)),
            "target" => (Some(Fact::Target), indicator.map(|indicator| indicator.target_year)),
            "actual" | "benchmark" => (None, None),
            _ => {
                let finding = Diagnostic::at(Rule::NotAChoice, &row.fact.span).with("value", &row.fact.text);
                let finding = finding.with("choices", Fact::WORDS.join(", "));
                self.find(finding.suggest(&word, Fact::WORDS));
                return None;
            }
        };
        if year.is_none() && !(printed.is_some() && row.year.text.is_empty()) {
            self.find(Diagnostic::at(Rule::BadYear, &row.year.span).with("year", &row.year.text));
            return None;
        }
        match (printed, year, plan_year) {
            (Some(fact), Some(year), Some(own)) if year != own => {
                let finding = Diagnostic::at(Rule::OtherYear, &row.year.span).with("fact", fact.word());
                self.find(finding.with("year", own).with("written", year));
                None
            }
            (Some(fact), ..) => Some(fact),
            (None, year, _) if word == "actual" => year.map(Fact::Actual),
            (None, year, _) => year.map(Fact::Benchmark),
        }
    }

    /// Finds fault with a change that cannot be meant, or that the plan could not be built with.
    fn check(&mut self, row: &Row, indicator: &'a Indicator, fact: Fact, now: &str) -> Option<()> {
        let at = |rule| Diagnostic::at(rule, &row.value.span);
        let file = indicator.place.source.path();
        let finding = if row.value.text.is_empty() {
            at(Rule::EmptiedCell).with("value", now)
        } else if !is_figure(&row.value.text, fact) {
            at(Rule::NoFigure).with("value", &row.value.text).with("file", file)
        } else if matches!(fact, Fact::Actual(_)) && indicator.goal.is_none() {
            // Said once for an indicator, however many years were filled in.
            if !self.without_goal.insert(&indicator.id) {
                return None;
            }
            at(Rule::GoalNeeded).with("id", &indicator.id).with("file", file)
        } else if matches!(fact, Fact::Benchmark(_)) && indicator.benchmark.is_none() {
            at(Rule::BenchmarkMissing).with("id", &indicator.id).with("file", file)
        } else {
            return Some(());
        };
        self.find(finding);
        None
    }

    fn find(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }
}

/// Whether `cell` says what the plan writes: the same text, or another form of the same figure. An
/// empty cell says nothing, and the plan may have a sign for that.
fn is_same(plan: &str, cell: &str) -> bool {
    let (plan, cell) = (alike(plan), alike(cell));
    let (now, then) = (Value::reading_of(&plan), Value::reading_of(&cell));
    match now {
        Reading::Nothing if cell.is_empty() => true,
        Reading::Nothing | Reading::Words => plan == cell,
        _ => now == then,
    }
}

/// Whether `text` can stand for `fact`. Words can be a target; words with digits are what a
/// spreadsheet program makes of a figure that it took for a date, and `#` begins its errors.
fn is_figure(text: &str, fact: Fact) -> bool {
    let reading = Value::reading_of(text);
    match fact {
        Fact::Baseline | Fact::Target => {
            reading != Reading::Words || !(text.contains(char::is_numeric) || text.starts_with(['#', '=']))
        }
        Fact::Actual(_) | Fact::Benchmark(_) => {
            matches!(reading, Reading::Nothing | Reading::Amount(_) | Reading::Fraction(..))
        }
    }
}

/// `text` with one form for the signs that `Shift_JIS` cannot tell apart: a dash that went out comes
/// back as its neighbour.
fn alike(text: &str) -> String {
    let sign = |sign| match sign {
        '―' => '—',
        '～' => '〜',
        '－' => '−',
        '‖' => '∥',
        other => other,
    };
    text.trim().chars().map(sign).collect()
}

#[cfg(test)]
mod tests;
