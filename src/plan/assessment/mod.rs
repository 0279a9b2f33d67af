//! How an indicator stands: its actual figures held against its target, by rules that can be named.
//!
//! Nothing is judged that the town did not say: without `goal` no one knows which way is good,
//! without `measure` no one adds up a cumulative figure, and a target in words is read by people.
//! Figures are compared exactly as they were published, never rounded; thresholds compare exact
//! quotients. A status is for one indicator: statuses are counted, never averaged.

mod limits;
mod rule;
mod status;

use rust_decimal::Decimal;

use super::{Goal, Indicator, Measure, Pattern, SurveySize, Value};
use crate::value::FiscalYear;
use limits::Limits;
pub use status::{Input, Method, Status};

/// How an indicator stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// What the figures come to.
    pub status: Status,
    /// The year of the latest figure that was judged.
    pub year: Option<FiscalYear>,
    /// The rule; none where there is no status to find.
    pub method: Option<Method>,
    /// What the rule worked with beside the printed figures, in the order of working.
    pub inputs: Vec<Input>,
}

impl Assessment {
    fn none(status: Status) -> Self {
        Self { status, year: None, method: None, inputs: Vec::new() }
    }
}

/// A figure of a year.
type Figure = (FiscalYear, Decimal);

impl Indicator {
    /// How the indicator stands by its latest actual figure.
    pub fn assessment(&self) -> Assessment {
        let figures: Vec<Figure> =
            self.measured().filter_map(|(year, value)| Some((*year, value.figure()?))).collect();
        // Which way is good has been asked for where there are actuals.
        let Some((goal, latest)) = self.goal.zip(figures.last().copied()) else {
            return Assessment::none(Status::NotMeasured);
        };
        let limits = Limits::of(&self.target, goal);
        let judged = match self.pattern() {
            Pattern::NoTarget => Ok(Assessment::none(Status::NoTarget)),
            Pattern::Qualitative if limits.is_none() => Ok(self.against_benchmark(goal, latest)),
            _ if !self.are_comparable() => Ok(Assessment::none(Status::NotComparable)),
            _ if self.is_cumulative_unsaid() => Ok(Assessment::none(Status::MeasureUnsaid)),
            _ => limits.and_then(|limits| self.judged(goal, limits, &figures)).ok_or(Status::NotComparable),
        };
        Assessment { year: Some(latest.0), ..judged.unwrap_or_else(Assessment::none) }
    }

    /// What was measured, later than the baseline: all of it where the plan prints none, and inside
    /// the period where its years add up.
    pub fn measured(&self) -> impl Iterator<Item = &(FiscalYear, Value)> {
        let adds_up = self.measure == Some(Measure::PeriodTotal);
        let since = (adds_up || self.baseline.figure().is_some()).then_some(self.baseline_year);
        let until = adds_up.then_some(self.target_year);
        let counts = move |year: FiscalYear| {
            since.is_none_or(|since| year > since) && until.is_none_or(|until| year <= until)
        };
        self.actuals.iter().filter(move |(year, value)| value.figure().is_some() && counts(*year))
    }

    /// Whether every figure is in the unit of the target.
    fn are_comparable(&self) -> bool {
        let actuals = self.actuals.iter().map(|(_, value)| value);
        let figures = actuals.chain([&self.baseline]).filter(|value| value.figure().is_some());
        figures.into_iter().all(|value| value.is_comparable(&self.target))
    }

    /// `None` where a figure is too large to compute with.
    fn judged(&self, goal: Goal, limits: Limits, figures: &[Figure]) -> Option<Assessment> {
        if self.measure == Some(Measure::PeriodTotal) {
            let years = (self.baseline_year, self.target_year);
            return rule::period_total(goal, limits, figures, years);
        }
        let (method, base, since) = match self.baseline.figure() {
            Some(baseline) if self.measure == Some(Measure::RunningTotal) => {
                (Method::RunningTotal, (self.baseline_year, baseline), figures)
            }
            Some(baseline) => (Method::Level, (self.baseline_year, baseline), figures),
            None => (Method::Rebased, *figures.first()?, &figures[1..]),
        };
        let way = rule::Way { method, base, limits, target_year: self.target_year };
        let margin = self.margin(base.1);
        if since.is_empty() {
            return Some(rule::first(&way));
        }
        if goal == Goal::Within || limits.hold(base.1) {
            return rule::limit(&way, since, margin);
        }
        rule::level(&way, *since.last()?, margin)
    }

    /// The sampling error of a share that a survey found, in points: 1.96·√(p(1−p)/n).
    pub(super) fn margin(&self, share: Decimal) -> Option<Decimal> {
        use rust_decimal::MathematicalOps;
        let percent = |value: &Value| value.amount().is_some_and(|amount| amount.unit == "%");
        let hundred = Decimal::ONE_HUNDRED;
        if !(percent(&self.target) || percent(&self.baseline)) || share < Decimal::ZERO || share > hundred {
            return None;
        }
        match self.survey_size? {
            SurveySize::Unknown => Some(UNKNOWN_MARGIN),
            SurveySize::People(size) => {
                let variance = share.checked_mul(hundred - share)?.checked_div(Decimal::from(size))?;
                variance.sqrt()?.checked_mul(NORMAL_95)
            }
        }
    }

    /// A target that refers to another's figure: reached or not in the year of the `latest` actual.
    fn against_benchmark(&self, goal: Goal, latest: Figure) -> Assessment {
        let Some(benchmark) = &self.benchmark else { return Assessment::none(Status::Words) };
        let of_year = benchmark.actuals.iter().find(|(year, _)| *year == latest.0).map(|(_, value)| value);
        let Some(reference) = of_year.filter(|value| value.figure().is_some()) else {
            return Assessment {
                method: Some(Method::Benchmark),
                ..Assessment::none(Status::ReferenceUnpublished)
            };
        };
        let actual = self.actuals.iter().find(|(year, _)| *year == latest.0).map(|(_, value)| value);
        let limits =
            Limits::of(reference, goal).filter(|_| actual.is_some_and(|a| a.is_comparable(reference)));
        let judged = limits.zip(reference.figure()).and_then(|(limits, reference)| {
            let status = if limits.hold(latest.1) { Status::Achieved } else { Status::NotReached };
            let inputs = vec![Input::Gap(latest.1.checked_sub(reference)?)];
            Some(Assessment { method: Some(Method::Benchmark), inputs, ..Assessment::none(status) })
        });
        judged.unwrap_or_else(|| Assessment::none(Status::NotComparable))
    }
}

/// The sampling error where nobody says how many people were asked, in points.
const UNKNOWN_MARGIN: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// The normal distribution's bound at the 95% level.
const NORMAL_95: Decimal = Decimal::from_parts(196, 0, 0, false, 2);
