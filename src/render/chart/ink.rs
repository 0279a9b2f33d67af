//! What a stroke means, and so which class it wears.
//!
//! plotters knows colours only, while a page's themes, dark mode and `forced-colors` need class
//! names. An [`Ink`] travels through plotters as a colour that nobody will ever see and comes out
//! of the backend as a class again.

use plotters::style::Color;
use plotters_backend::BackendColor;

/// The meaning of a mark, line, area or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Text,
    Tick,
    LabelBaseline,
    LabelActual,
    LabelTarget,
    Axis,
    Grid,
    Hatch,
    Slot,
    Path,
    Line,
    Arrow,
    Benchmark,
    TargetLine,
    Chip,
    BarBaseline,
    BarActual,
    BarTarget,
    Halo,
    Baseline,
    Actual,
    Target,
}

impl Ink {
    /// Every ink at the place of its own number.
    const ALL: [Self; 22] = [
        Self::Text,
        Self::Tick,
        Self::LabelBaseline,
        Self::LabelActual,
        Self::LabelTarget,
        Self::Axis,
        Self::Grid,
        Self::Hatch,
        Self::Slot,
        Self::Path,
        Self::Line,
        Self::Arrow,
        Self::Benchmark,
        Self::TargetLine,
        Self::Chip,
        Self::BarBaseline,
        Self::BarActual,
        Self::BarTarget,
        Self::Halo,
        Self::Baseline,
        Self::Actual,
        Self::Target,
    ];

    /// The class of the style sheet. Filled marks carry their halo themselves.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Text => "chart-text",
            Self::Tick => "chart-tick",
            Self::LabelBaseline => "chart-label-baseline",
            Self::LabelActual => "chart-label-actual",
            Self::LabelTarget => "chart-label-target",
            Self::Axis => "chart-axis",
            Self::Grid => "chart-grid",
            Self::Hatch => "chart-hatch",
            Self::Slot => "chart-slot",
            Self::Path => "chart-path",
            Self::Line => "chart-line",
            Self::Arrow => "chart-arrow",
            Self::Benchmark => "chart-benchmark",
            Self::TargetLine => "chart-target-line",
            Self::Chip => "chart-chip",
            Self::BarBaseline => "chart-bar-baseline",
            Self::BarActual => "chart-bar-actual",
            Self::BarTarget => "chart-bar-target",
            Self::Halo => "chart-halo",
            Self::Baseline => "chart-baseline",
            Self::Actual => "chart-halo chart-actual",
            Self::Target => "chart-halo chart-target",
        }
    }

    /// The attribute of a hollow mark, whose outline lies over its fill. The chart paints all other
    /// outlines first, so that a halo takes nothing from its mark.
    pub(super) fn paint_order(self) -> &'static str {
        match self {
            Self::Baseline | Self::BarBaseline => r#" paint-order="normal""#,
            _ => "",
        }
    }

    /// The ink that plotters carried as `color`.
    pub(super) fn of(color: BackendColor) -> Self {
        Self::ALL.get(usize::from(color.rgb.0)).copied().unwrap_or(Self::Axis)
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (*self as u8, 0, 0) }
    }
}

#[cfg(test)]
mod tests {
    use super::Ink;
    use plotters::style::Color;

    #[test]
    fn every_ink_comes_back_from_its_colour() {
        for ink in Ink::ALL {
            assert_eq!(Ink::of(ink.to_backend_color()), ink);
        }
    }
}
