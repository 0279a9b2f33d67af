//! Figures over fiscal years: what was measured, and what an even way to the target would be.
//!
//! Labels stand in rows above the plane, keyed by their marks: beside a mark, no place is free for
//! every course of the figures.

use super::ink::Ink;
use super::label::Block;
use super::legend::{Key, Legend, WIDEST_TEXT};
use super::mark::Shape;
use super::plot::{Datum, Plot, datum};
use super::run::Run;
use super::sheet::Sheet;
use super::{Drawing, Form, Point, scale};

/// From the rows of labels to the plane, in units.
const GAP: f64 = 13.0;

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    over_years(sheet, drawing, drawing.target.as_ref(), 0.0)
}

/// Draws labels and plane from `top` down, with a `target` that is a figure; returns where they end.
pub(super) fn over_years(sheet: &Sheet, drawing: &Drawing, target: Option<&Point>, top: f64) -> f64 {
    let points = || drawing.baseline.iter().chain(&drawing.actuals).chain(&drawing.benchmark).chain(target);
    // A target in words still ends the axis at its year.
    let years = points().chain(&drawing.target).map(|point| point.year);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else {
        return labels(drawing, target).draw(sheet, top);
    };
    let values = points().map(|point| point.value).chain(scale::beside(drawing));
    let extent = scale::extent(values, drawing.percent.is_some());
    let top = labels(drawing, target).draw(sheet, top) + GAP;
    let plot = Plot::new(sheet, top, (first, last), (extent, drawing.percent.as_deref()), 0.0);
    if let Some(allowed) = drawing.allowed {
        plot.hatch_allowed(allowed);
    }
    lines(&plot, drawing, target, (first, last));
    marks(&plot, drawing, target);
    let measured = drawing.actuals.last().map(|point| point.year);
    plot.name_years((first, last), [last, first].into_iter().chain(measured), None)
}

fn lines(plot: &Plot, drawing: &Drawing, target: Option<&Point>, years: (u16, u16)) {
    for run in runs(&drawing.benchmark) {
        plot.path(Ink::Benchmark, steps(run, years));
    }
    match (even_way(drawing, target), target) {
        (Some((from, to)), _) => plot.path(Ink::Path, vec![datum(from), datum(to)]),
        // What the baseline keeps to already is a level, not a way.
        (None, Some(target)) if drawing.baseline.is_some() && drawing.allowed.is_none() => {
            plot.level(target.value);
        }
        _ => {}
    }
    let mut measured: Vec<Point> = drawing.baseline.iter().chain(&drawing.actuals).cloned().collect();
    measured.sort_by_key(|point| point.year);
    for run in runs(&measured).filter(|run| run.len() > 1) {
        plot.path(Ink::Line, run.iter().map(datum).collect());
    }
}

/// From where to where the dashed path goes, if anywhere.
fn even_way<'d>(drawing: &'d Drawing, target: Option<&'d Point>) -> Option<(&'d Point, &'d Point)> {
    let way = drawing.baseline.as_ref().zip(target).filter(|_| drawing.even_way);
    way.filter(|(from, to)| from.year < to.year)
}

fn marks(plot: &Plot, drawing: &Drawing, target: Option<&Point>) {
    let baseline = drawing.baseline.iter().map(|point| (Shape::Baseline, point));
    let target = target.map(|point| (Shape::Target, point));
    let actuals = drawing.actuals.iter().map(|point| (Shape::Actual, point));
    for (shape, point) in baseline.chain(target).chain(actuals) {
        plot.mark(shape, datum(point));
    }
}

fn labels(drawing: &Drawing, target: Option<&Point>) -> Legend {
    let mut legend = Legend::default();
    legend.add_baseline(drawing);
    if let Some(point) = target {
        legend.add(Key::Mark(Shape::Target), Block::of(point, Ink::LabelTarget, WIDEST_TEXT));
    }
    if let (Form::Range, Some(point)) = (drawing.form, &drawing.target) {
        legend.add(Key::Band, Block::of(point, Ink::LabelTarget, WIDEST_TEXT));
    }
    if let Some(point) = drawing.actuals.last() {
        legend.add(Key::Mark(Shape::Actual), Block::of(point, Ink::LabelActual, WIDEST_TEXT));
    }
    if let Some(point) = drawing.benchmark.last() {
        let name = drawing.benchmark_name.iter().map(Run::text);
        let runs: Vec<Run> = name.chain([Run::plain(&point.year_label), Run::figure(point)]).collect();
        legend.add(Key::Stroke(Ink::Benchmark), Block::new(Ink::Text, &runs, WIDEST_TEXT));
    }
    if even_way(drawing, target).is_some() {
        legend.add(Key::Stroke(Ink::Path), even_split(drawing));
    }
    legend
}

/// What the dashed path is.
pub(super) fn even_split(drawing: &Drawing) -> Block {
    Block::new(Ink::Text, &[Run::plain(&drawing.words.even_split)], WIDEST_TEXT)
}

/// The stretches of `points` without a missing year.
fn runs(points: &[Point]) -> impl Iterator<Item = &[Point]> {
    points.chunk_by(|before, after| before.year.checked_add(1) == Some(after.year))
}

/// A level for every year of `run`, half a year to either side of it, inside `years`.
fn steps(run: &[Point], (first, last): (u16, u16)) -> Vec<Datum> {
    let edge = |year: f64| year.clamp(f64::from(first), f64::from(last));
    let step = |point: &Point| {
        let (year, value) = datum(point);
        [(edge(year - 0.5), value), (edge(year + 0.5), value)]
    };
    run.iter().flat_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::{runs, steps};
    use crate::render::chart::tests::point;

    #[test]
    fn a_missing_year_parts_the_line() {
        let points = [point(2025, 1.0), point(2026, 2.0), point(2028, 3.0)];
        assert_eq!(runs(&points).map(<[_]>::len).collect::<Vec<_>>(), [2, 1]);
    }

    #[test]
    fn a_benchmark_keeps_its_level_for_the_whole_year() {
        let points = [point(2025, 1.0), point(2026, 2.0)];
        let expected = [(2025.0, 1.0), (2025.5, 1.0), (2025.5, 2.0), (2026.5, 2.0)];
        assert_eq!(steps(&points, (2025, 2029)), expected);
    }
}
