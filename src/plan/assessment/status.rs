//! What can be said of how an indicator stands: the statuses, the rules, and what a rule works with.

use rust_decimal::Decimal;

use crate::value::FiscalYear;

/// What the figures come to: a status, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// The target is reached.
    Achieved,
    /// At least 0.95 of an even pace towards the target.
    OnTrack,
    /// At least 0.60 of an even pace.
    Moderate,
    /// Less than 0.60 of an even pace.
    Limited,
    /// Further from the target than at the start.
    MovingAway,
    /// A survey's change within its sampling error.
    NoClearChange,
    /// A limit is kept.
    Kept,
    /// A limit is not kept.
    NotKept,
    /// The target year is over, or another's figure that is the target, and it is not reached.
    NotReached,
    /// No actual figure later than the baseline.
    NotMeasured,
    /// The one figure there is has nothing before it to be compared with.
    FirstFigure,
    /// A year is missing in a sum of years.
    Incomplete,
    /// The figure that the target refers to is not published for the year.
    ReferenceUnpublished,
    /// Nobody says how the years of a cumulative figure add up.
    MeasureUnsaid,
    /// The target is words.
    Words,
    /// The plan prints no target.
    NoTarget,
    /// The figures are in different units.
    NotComparable,
}

impl Status {
    /// Every status, in the order in which they are listed and counted.
    pub const ALL: [Status; 17] = [
        Status::Achieved,
        Status::OnTrack,
        Status::Moderate,
        Status::Limited,
        Status::MovingAway,
        Status::NoClearChange,
        Status::Kept,
        Status::NotKept,
        Status::NotReached,
        Status::NotMeasured,
        Status::FirstFigure,
        Status::Incomplete,
        Status::ReferenceUnpublished,
        Status::MeasureUnsaid,
        Status::Words,
        Status::NoTarget,
        Status::NotComparable,
    ];

    /// The key of its words, and its name in the data.
    pub const fn key(self) -> &'static str {
        match self {
            Status::Achieved => "achieved",
            Status::OnTrack => "on-track",
            Status::Moderate => "moderate",
            Status::Limited => "limited",
            Status::MovingAway => "moving-away",
            Status::NoClearChange => "no-clear-change",
            Status::Kept => "kept",
            Status::NotKept => "not-kept",
            Status::NotReached => "not-reached",
            Status::NotMeasured => "not-measured",
            Status::FirstFigure => "first-figure",
            Status::Incomplete => "incomplete",
            Status::ReferenceUnpublished => "reference-unpublished",
            Status::MeasureUnsaid => "measure-unsaid",
            Status::Words => "words",
            Status::NoTarget => "no-target",
            Status::NotComparable => "not-comparable",
        }
    }

    /// Whether it says how the indicator stands, rather than why nobody can say.
    pub fn is_judgement(self) -> bool {
        self <= Status::NotReached
    }
}

/// The rule by which a status was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// The way made since the baseline against an even pace.
    Level,
    /// The same for a figure that is the total so far.
    RunningTotal,
    /// The same from the first actual figure, since the plan prints no baseline.
    Rebased,
    /// A limit, kept or not in each year.
    Limit,
    /// The sum of the years against an even pace.
    PeriodTotal,
    /// The sum of the years against the most it may be.
    PeriodLimit,
    /// Another's figure for the same year.
    Benchmark,
}

impl Method {
    /// Every rule, in the order in which they are explained.
    pub const ALL: [Method; 7] = [
        Method::Level,
        Method::RunningTotal,
        Method::Rebased,
        Method::Limit,
        Method::PeriodTotal,
        Method::PeriodLimit,
        Method::Benchmark,
    ];

    /// The key of its words, and its name in the data.
    pub const fn key(self) -> &'static str {
        match self {
            Method::Level => "level",
            Method::RunningTotal => "running-total",
            Method::Rebased => "rebased",
            Method::Limit => "limit",
            Method::PeriodTotal => "period-total",
            Method::PeriodLimit => "period-limit",
            Method::Benchmark => "benchmark",
        }
    }
}

/// A quantity that a rule worked with, for whoever wants to follow it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Input {
    /// The year whose figure everything is counted from, where it is not the baseline's.
    Base(FiscalYear),
    /// The part of the way from baseline to target that is behind: 1 is all of it.
    Progress(Decimal),
    /// The part of the time that is over: 1 is all of it.
    Elapsed(Decimal),
    /// Progress by time: 1 is an even pace.
    Pace(Decimal),
    /// In how many years, of how many with a figure, a limit was kept.
    Kept(usize, usize),
    /// The sum of the years so far, in the target's unit.
    Sum(Decimal),
    /// What each year that is left needs on average to reach the target, in its unit.
    Needed(Decimal),
    /// The distance from another's figure, in the figure's unit.
    Gap(Decimal),
    /// A survey's sampling error to either side, in points (95% level).
    Margin(Decimal),
    /// The latest figure by the target's, which is no progress: nobody knows the start.
    Ratio(Decimal),
}

impl Input {
    /// The key of its words, and its name in the data.
    pub fn key(self) -> &'static str {
        match self {
            Input::Base(_) => "base",
            Input::Progress(_) => "progress",
            Input::Elapsed(_) => "elapsed",
            Input::Pace(_) => "pace",
            Input::Kept(..) => "kept",
            Input::Sum(_) => "sum",
            Input::Needed(_) => "needed",
            Input::Gap(_) => "gap",
            Input::Margin(_) => "margin",
            Input::Ratio(_) => "ratio",
        }
    }
}
