//! The rules. The thresholds are those of Open SDG after Statistics Canada; the pace is linear,
//! since a compound rate flatters early progress.

use rust_decimal::Decimal;

use super::limits::Limits;
use super::{Assessment, Figure, Input, Method, Status};
use crate::plan::Goal;
use crate::value::FiscalYear;

/// From here on a pace is on track.
const ON_TRACK: Decimal = Decimal::from_parts(95, 0, 0, false, 2);

/// From here on a pace is moderate.
const MODERATE: Decimal = Decimal::from_parts(60, 0, 0, false, 2);

/// From where to where an indicator goes.
pub(super) struct Way {
    pub(super) method: Method,
    pub(super) base: Figure,
    pub(super) limits: Limits,
    pub(super) target_year: FiscalYear,
}

impl Way {
    fn assessment(&self, status: Status, method: Method, mut inputs: Vec<Input>) -> Assessment {
        if self.method == Method::Rebased {
            inputs.insert(0, Input::Base(self.base.0));
        }
        Assessment { status, year: None, method: Some(method), inputs }
    }
}

/// How far and how fast: P = (a − b)/(g − b) against τ = (t − t0)/(T − t0).
pub(super) fn level(way: &Way, actual: Figure, margin: Option<Decimal>) -> Option<Assessment> {
    let change = actual.1.checked_sub(way.base.1)?;
    let distance = way.limits.figure()?.checked_sub(way.base.1)?;
    let mut inputs = Vec::new();
    let mut pace = None;
    // A target of 超 or 未満 at the baseline itself is no distance away, so no part of it is behind.
    if let Some((elapsed, period)) = years(way.base.0, actual.0, way.target_year)
        && let Some(progress) = change.checked_div(distance)
    {
        // One division, so that a threshold is met exactly.
        let exact = change.checked_mul(period)?.checked_div(distance.checked_mul(elapsed)?)?;
        let elapsed = elapsed.checked_div(period)?;
        inputs.extend([Input::Progress(progress), Input::Elapsed(elapsed), Input::Pace(exact)]);
        pace = Some(exact);
    }
    inputs.extend(margin.map(Input::Margin));
    let status = if way.limits.hold(actual.1) {
        Status::Achieved
    } else if actual.0 >= way.target_year {
        Status::NotReached
    } else if is_unclear(change, margin) {
        Status::NoClearChange
    } else {
        pace.map_or(if change.is_zero() { Status::Limited } else { Status::MovingAway }, of_pace)
    };
    Some(way.assessment(status, way.method, inputs))
}

/// A limit that the base keeps: kept or not by the latest of `figures`, and in how many of them.
pub(super) fn limit(way: &Way, figures: &[Figure], margin: Option<Decimal>) -> Option<Assessment> {
    let latest = figures.last()?.1;
    let kept = figures.iter().filter(|(_, figure)| way.limits.hold(*figure)).count();
    let change = latest.checked_sub(way.base.1)?;
    let status = if way.limits.hold(latest) {
        Status::Kept
    } else if way.limits.hold(way.base.1) && is_unclear(change, margin) {
        Status::NoClearChange
    } else {
        Status::NotKept
    };
    let mut inputs = vec![Input::Kept(kept, figures.len())];
    inputs.extend(margin.map(Input::Margin));
    Some(way.assessment(status, Method::Limit, inputs))
}

/// The first figure of an indicator without a baseline: where it does not reach the target, only
/// what comes later can be compared with it.
pub(super) fn first(way: &Way) -> Assessment {
    let figure = way.base.1;
    let status = if way.limits.hold(figure) { Status::Achieved } else { Status::FirstFigure };
    let ratio = way.limits.figure().and_then(|target| figure.checked_div(target)).map(Input::Ratio);
    way.assessment(status, way.method, ratio.into_iter().collect())
}

/// The sum of the years after the baseline's against a target for all of them: P = C/g against τ.
pub(super) fn period_total(
    goal: Goal,
    limits: Limits,
    figures: &[Figure],
    (start, end): (FiscalYear, FiscalYear),
) -> Option<Assessment> {
    let method = if goal == Goal::AtLeast { Method::PeriodTotal } else { Method::PeriodLimit };
    let (latest, _) = figures.last()?;
    let sum = figures.iter().try_fold(Decimal::ZERO, |sum, (_, figure)| sum.checked_add(*figure))?;
    let (elapsed, period) = years(start, *latest, end)?;
    let mut inputs = vec![Input::Sum(sum)];
    let told = |status, inputs| Some(Assessment { status, year: None, method: Some(method), inputs });
    if figures.len() != usize::from(latest.0 - start.0) {
        return told(Status::Incomplete, inputs);
    }
    let over = *latest >= end;
    let whole = if goal == Goal::AtLeast { limits.figure()? } else { limits.most()? };
    let pace = sum.checked_mul(period)?.checked_div(whole.checked_mul(elapsed)?);
    inputs.extend(sum.checked_div(whole).map(Input::Progress));
    inputs.push(Input::Elapsed(elapsed.checked_div(period)?));
    inputs.extend(pace.map(Input::Pace));
    let status = match goal {
        Goal::AtLeast if limits.hold(sum) => Status::Achieved,
        Goal::AtLeast if over => Status::NotReached,
        Goal::AtLeast => of_pace(pace?),
        _ if over && limits.hold(sum) => Status::Kept,
        _ if !over && sum <= whole => Status::Kept,
        _ => Status::NotKept,
    };
    if !over && goal == Goal::AtLeast && status != Status::Achieved {
        let left = period.checked_sub(elapsed)?;
        inputs.push(Input::Needed(whole.checked_sub(sum)?.checked_div(left)?));
    }
    told(status, inputs)
}

fn of_pace(pace: Decimal) -> Status {
    match pace {
        pace if pace >= ON_TRACK => Status::OnTrack,
        pace if pace >= MODERATE => Status::Moderate,
        pace if pace >= Decimal::ZERO => Status::Limited,
        _ => Status::MovingAway,
    }
}

fn is_unclear(change: Decimal, margin: Option<Decimal>) -> bool {
    margin.is_some_and(|margin| change.abs() <= margin)
}

/// The years that are over, and all years; no more are over than there are.
fn years(start: FiscalYear, now: FiscalYear, end: FiscalYear) -> Option<(Decimal, Decimal)> {
    let period = end.0.checked_sub(start.0).filter(|years| *years > 0)?;
    let elapsed = now.0.checked_sub(start.0)?.min(period);
    Some((Decimal::from(elapsed), Decimal::from(period)))
}
