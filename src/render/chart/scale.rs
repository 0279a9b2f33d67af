//! Scales: how far an axis runs. They start at zero, so that lengths tell the truth, and end at a
//! round figure; percentages run from 0 to 100.

use std::ops::Range;

use super::{Drawing, Interval};
use crate::localise::catalogue::fill;

/// Figures beyond this are drawn at it: sums of larger ones would not stay finite.
const LIMIT: f64 = 1e15;

/// Figures smaller than this count as none.
const SMALLEST: f64 = 1e-9;

/// Ends of a scale, as multiples of a power of ten.
const ROUND: [f64; 11] = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0];

/// How much beyond a floor a scale goes, as a part of the floor.
const BEYOND: f64 = 0.25;

/// A figure that can be placed on a scale.
pub(super) fn finite(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(-LIMIT, LIMIT) }
}

/// The scale that holds zero and all `values`.
pub(super) fn extent(values: impl IntoIterator<Item = f64>, percent: bool) -> Range<f64> {
    let (low, high) = values
        .into_iter()
        .map(finite)
        .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let end = if percent && high <= 100.0 { 100.0 } else { round_up(high) };
    let start = -round_up(-low);
    if end > start { start..end } else { 0.0..1.0 }
}

/// Figures that a scale holds beside those with a mark: the limits of what the target allows, and
/// some of a side without a limit; a percentage's scale shows that anyway.
pub(super) fn beside(drawing: &Drawing) -> impl Iterator<Item = f64> {
    let floor = drawing.allowed.filter(|allowed| allowed.to.is_none() && drawing.percent.is_none());
    let beyond = floor.and_then(|allowed| allowed.from).map(|floor| floor + floor.abs() * BEYOND);
    drawing.allowed.into_iter().flat_map(Interval::ends).chain(beyond)
}

/// The figures to write along a percentage's axis, the most telling first; only 0 along any other,
/// where the marks carry their own figures.
pub(super) fn ticks(extent: &Range<f64>, percent: Option<&str>) -> Vec<(f64, String)> {
    let mut ticks = vec![(0.0, "0".to_owned())];
    if let Some(pattern) = percent {
        // A figure with a decimal or a thousands separator would be written in the page's language.
        let plain = |end: &f64| *end != 0.0 && end.fract() == 0.0 && end.abs() < 1000.0;
        let ends = [extent.end, extent.start].into_iter().filter(plain);
        ticks.extend(ends.map(|end| (end, fill(pattern, &[("n", &end.to_string().replace('-', "−"))]))));
        if *extent == (0.0..100.0) {
            ticks.push((50.0, "50".to_owned()));
        }
    }
    ticks
}

fn round_up(value: f64) -> f64 {
    if value <= SMALLEST {
        return 0.0;
    }
    let exponent = value.log10().floor();
    // Dividing by a whole power gives 0.3 where multiplying by a tenth gives 0.30000000000000004.
    let scaled = |step: f64| match exponent {
        negative if negative < 0.0 => step / 10_f64.powf(-negative),
        exponent => step * 10_f64.powf(exponent),
    };
    // A hair of tolerance for figures that are not exact in binary.
    ROUND.into_iter().map(scaled).find(|end| *end >= value * (1.0 - 1e-9)).unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::{extent, ticks};

    #[test]
    fn a_percentage_runs_from_nothing_to_all() {
        assert_eq!(extent([14.3, 35.0], true), 0.0..100.0);
        assert_eq!(extent([105.3], true), 0.0..120.0);
    }

    #[test]
    fn a_count_runs_from_zero_to_a_round_figure() {
        assert_eq!(extent([11_690.0, 20_850.0], false), 0.0..25_000.0);
        assert_eq!(extent([0.0, 0.0], false), 0.0..1.0);
    }

    #[test]
    fn a_negative_figure_moves_the_start() {
        assert_eq!(extent([-3.2, 1.5], false), -4.0..1.5);
    }

    #[test]
    fn nonsense_gives_a_scale_that_can_be_drawn() {
        for values in [[f64::NAN, f64::INFINITY], [f64::NEG_INFINITY, f64::MAX], [f64::MIN_POSITIVE, 0.0]] {
            let extent = extent(values, false);
            assert!(extent.start.is_finite() && extent.end.is_finite() && extent.end > extent.start);
        }
    }

    #[test]
    fn only_a_percentage_writes_its_end() {
        let texts =
            |percent| ticks(&(0.0..100.0), percent).into_iter().map(|tick| tick.1).collect::<Vec<_>>();
        assert_eq!(texts(Some("%{n}%")), ["0", "100%", "50"]);
        assert_eq!(texts(Some("%{n} %")), ["0", "100 %", "50"]);
        assert_eq!(texts(None), ["0"]);
    }
}
