//! The figures that a target allows.

use super::scale;

/// From one figure to another; where one is lacking, to the end of the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::render) struct Interval {
    pub(in crate::render) from: Option<f64>,
    pub(in crate::render) to: Option<f64>,
}

impl Interval {
    /// Its ends that are figures.
    pub(in crate::render) fn ends(self) -> impl Iterator<Item = f64> {
        self.from.into_iter().chain(self.to)
    }

    /// Whether `value` is one of its figures.
    pub(in crate::render) fn contains(self, value: f64) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value <= to)
    }

    /// The same with ends that have a place on a scale.
    pub(in crate::render) fn finite(self) -> Self {
        Self { from: self.from.map(scale::finite), to: self.to.map(scale::finite) }
    }
}
