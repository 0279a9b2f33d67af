//! An indicator: what the plan prints of it, and what kind of promise that is.

use rust_decimal::Decimal;

use super::{Bound, Unit, Value};
use crate::diagnostic::Span;
use crate::value::FiscalYear;

/// Which of the plan's two tables an indicator stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Key goal indicator, 重要目標達成指標.
    Kgi,
    /// Key performance indicator, 重要業績評価指標.
    Kpi,
}

impl Kind {
    /// The word for it in addresses, files and classes.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Kgi => "kgi",
            Kind::Kpi => "kpi",
        }
    }
}

/// How yearly figures lead to the target. Only the town knows; where the file does not say, no
/// one infers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Each year's figure stands for itself.
    Level,
    /// Each year's figure is the total so far.
    RunningTotal,
    /// The years of the period add up to the target.
    PeriodTotal,
}

/// Which way is good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The target or more.
    AtLeast,
    /// The target or less.
    AtMost,
    /// Inside the target's limits.
    Within,
}

impl Measure {
    /// Every one.
    pub const ALL: [Measure; 3] = [Measure::Level, Measure::RunningTotal, Measure::PeriodTotal];

    /// The word for it in front matter and data.
    pub fn key(self) -> &'static str {
        match self {
            Measure::Level => "level",
            Measure::RunningTotal => "running-total",
            Measure::PeriodTotal => "period-total",
        }
    }
}

impl Goal {
    /// Every one.
    pub const ALL: [Goal; 3] = [Goal::AtLeast, Goal::AtMost, Goal::Within];

    /// The word for it in front matter and data.
    pub fn key(self) -> &'static str {
        match self {
            Goal::AtLeast => "at-least",
            Goal::AtMost => "at-most",
            Goal::Within => "within",
        }
    }
}

/// How many people a survey asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurveySize {
    /// So many.
    People(u32),
    /// It was a survey, and nobody knows of how many.
    Unknown,
}

/// Another's figure that the target refers to.
#[derive(Debug, Clone)]
pub struct Benchmark {
    /// What it is.
    pub name: Unit,
    /// Its figures by fiscal year, in order.
    pub actuals: Vec<(FiscalYear, Value)>,
}

/// An indicator of a section.
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Stable, unique in the plan: it names the chart, the anchor and the data.
    pub id: String,
    /// Which table it stands in.
    pub kind: Kind,
    /// Its printed name.
    pub name: Unit,
    /// The printed value before the plan begins.
    pub baseline: Value,
    /// The printed value to reach.
    pub target: Value,
    /// The baseline's year.
    pub baseline_year: FiscalYear,
    /// The target's year.
    pub target_year: FiscalYear,
    /// The unit that the file gives to bare numbers.
    pub unit: Option<String>,
    /// How yearly figures lead to the target, where the town says.
    pub measure: Option<Measure>,
    /// Which way is good, where the town says.
    pub goal: Option<Goal>,
    /// What was measured, in order of the years.
    pub actuals: Vec<(FiscalYear, Value)>,
    /// Another's figure that the target refers to.
    pub benchmark: Option<Benchmark>,
    /// Where the figures come from.
    pub source: Option<Unit>,
    /// A remark for the reader.
    pub note: Option<Unit>,
    /// How many people its survey asked; none where it is no survey's share.
    pub survey_size: Option<SurveySize>,
    /// Where its id stands.
    pub place: Span,
}

/// What baseline and target, as printed, allow to say. In the order in which they are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pattern {
    /// The plan prints no target.
    NoTarget,
    /// The target is words.
    Qualitative,
    /// Baseline and target are in different units: no one compares them.
    Other,
    /// The target lies between two figures.
    Range,
    /// The years of the period add up to the target, which needs no baseline.
    PeriodTotal,
    /// Called a cumulative total (累計), and nobody says of which kind.
    Cumulative,
    /// The plan prints no figure to start from.
    NoBaseline,
    /// The target equals the baseline.
    Maintain,
    /// The target lies above the baseline.
    Increase,
    /// The target lies below the baseline.
    Decrease,
}

impl Pattern {
    /// Every pattern, in the order in which a reader is told of them.
    pub const ALL: [Pattern; 10] = [
        Pattern::Increase,
        Pattern::Maintain,
        Pattern::Decrease,
        Pattern::Cumulative,
        Pattern::PeriodTotal,
        Pattern::NoBaseline,
        Pattern::Range,
        Pattern::Qualitative,
        Pattern::NoTarget,
        Pattern::Other,
    ];

    /// The key of its words.
    pub const fn key(self) -> &'static str {
        match self {
            Pattern::NoTarget => "no-target",
            Pattern::Qualitative => "qualitative",
            Pattern::Range => "range",
            Pattern::NoBaseline => "no-baseline",
            Pattern::PeriodTotal => "period-total",
            Pattern::Cumulative => "cumulative",
            Pattern::Maintain => "maintain",
            Pattern::Increase => "increase",
            Pattern::Decrease => "decrease",
            Pattern::Other => "other",
        }
    }
}

/// The word by which a Japanese plan calls a figure cumulative.
const CUMULATIVE: &str = "累計";

impl Indicator {
    /// Whether `unit` is one of this indicator's texts.
    pub(super) fn owns(&self, unit: &Unit) -> bool {
        unit.id
            .split_once("#indicators.")
            .and_then(|(_, key)| key.strip_prefix(self.id.as_str()))
            .is_some_and(|rest| rest.starts_with('.'))
    }

    /// Whether it is called cumulative, and nobody says of which kind.
    pub fn is_cumulative_unsaid(&self) -> bool {
        self.measure.is_none() && self.name.text.contains(CUMULATIVE)
    }

    /// Whether each year's figure stands for itself, so that the target can be held against it.
    pub fn is_yearly(&self) -> bool {
        self.measure != Some(Measure::PeriodTotal) && !self.is_cumulative_unsaid()
    }

    /// The two figures that the target lies between: those of a range, or as far to either side of
    /// zero as the plan prints (以内), where the town says so and there are figures below zero.
    pub fn limits(&self) -> Option<(Decimal, Decimal)> {
        let within = self.target.amount().filter(|amount| amount.bound == Some(Bound::Within));
        let yearly = self.actuals.iter().map(|(_, value)| value);
        let mut figures = yearly.chain([&self.baseline]).filter_map(Value::figure);
        match within.filter(|_| self.goal == Some(Goal::Within)) {
            Some(amount) if figures.any(|figure| figure < Decimal::ZERO) => {
                let far = amount.figure()?.abs();
                Some((-far, far))
            }
            _ => self.target.limits(),
        }
    }

    /// What kind of promise baseline and target are.
    pub fn pattern(&self) -> Pattern {
        if self.target.is_nothing() {
            return Pattern::NoTarget;
        }
        let (baseline, target) = (self.baseline.figure(), self.target.figure());
        let limits = self.limits();
        if target.is_none() && limits.is_none() {
            return Pattern::Qualitative;
        }
        if baseline.is_some() && !self.baseline.is_comparable(&self.target) {
            return Pattern::Other;
        }
        let Some(target) = target.filter(|_| limits.is_none()) else { return Pattern::Range };
        match (self.measure, baseline) {
            (Some(Measure::PeriodTotal), _) => Pattern::PeriodTotal,
            _ if self.is_cumulative_unsaid() => Pattern::Cumulative,
            (_, None) => Pattern::NoBaseline,
            (_, Some(baseline)) => self.direction(baseline, target),
        }
    }

    fn direction(&self, baseline: Decimal, target: Decimal) -> Pattern {
        let strict = self.target.amount().and_then(|amount| amount.bound);
        match strict {
            Some(Bound::MoreThan) if target == baseline => Pattern::Increase,
            Some(Bound::LessThan) if target == baseline => Pattern::Decrease,
            _ if target == baseline => Pattern::Maintain,
            _ if target > baseline => Pattern::Increase,
            _ => Pattern::Decrease,
        }
    }
}
