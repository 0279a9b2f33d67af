//! The figures that count as reaching a target.

use rust_decimal::Decimal;

use crate::plan::{Bound, Goal, Value};

/// From where to where a figure reaches the target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    low: Option<Decimal>,
    high: Option<Decimal>,
    /// The target itself does not count (超, 未満).
    open: bool,
}

impl Limits {
    /// The limits of `target` where `goal` is good; `None` where it is no figure. A range is
    /// reached at its nearer end; 10%以内 lies to both sides of zero.
    pub(super) fn of(target: &Value, goal: Goal) -> Option<Self> {
        let range = target.limits();
        let (low, high) = range.or_else(|| target.figure().map(|figure| (figure, figure)))?;
        let bound = target.amount().and_then(|amount| amount.bound);
        let open = matches!(bound, Some(Bound::LessThan | Bound::MoreThan));
        Some(match goal {
            Goal::AtLeast => Self { low: Some(low), high: None, open },
            Goal::AtMost => Self { low: None, high: Some(high), open },
            Goal::Within if range.is_some() => Self { low: Some(low), high: Some(high), open },
            Goal::Within => Self { low: Some(-high.abs()), high: Some(high.abs()), open },
        })
    }

    /// Whether `figure` reaches the target.
    pub(super) fn hold(self, figure: Decimal) -> bool {
        let above = self.low.is_none_or(|low| figure > low || (!self.open && figure == low));
        let below = self.high.is_none_or(|high| figure < high || (!self.open && figure == high));
        above && below
    }

    /// The figure to reach, where it is one.
    pub(super) fn figure(self) -> Option<Decimal> {
        self.low.or(self.high)
    }

    /// The most a sum may be.
    pub(super) fn most(self) -> Option<Decimal> {
        self.high
    }
}
