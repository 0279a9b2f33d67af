//! The sum of the years against a target for the whole period.
//!
//! A sum is reached when its fiscal year ends, so it rises there: a step before would seem ahead
//! of the even pace. One year's baseline is no point of a sum; it stands apart as a bar.

use super::ink::Ink;
use super::label::Block;
use super::legend::{Key, Legend, WIDEST_TEXT, no_baseline};
use super::line::even_split;
use super::mark::Shape;
use super::plot::{Datum, Plot};
use super::run::Run;
use super::sheet::Sheet;
use super::{Drawing, scale};

/// From the rows of labels to the plane, in units.
const GAP: f64 = 13.0;

/// Width of the place beside the plane for the baseline's bar, in units.
const SLOT: f64 = 38.0;

/// Width of the baseline's bar, in units.
const BAR: f64 = 16.0;

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    let (start, end) = period(drawing);
    let sums = sums(drawing, start);
    let values = sums.iter().map(|sum| sum.1);
    let values = values.chain(drawing.target.iter().chain(&drawing.baseline).map(|point| point.value));
    let extent = scale::extent(values, drawing.percent.is_some());
    let top = labels(drawing).draw(sheet, 0.0) + GAP;
    let plot = Plot::new(sheet, top, (start, end), (extent, drawing.percent.as_deref()), SLOT);
    let apart = bar(sheet, &plot, drawing);
    lines(&plot, drawing, (start, end), &sums);
    let measured = sums.last().map(|sum| sum.0);
    plot.name_years((start, end), [end, start.saturating_add(1)].into_iter().chain(measured), apart)
}

/// The baseline's year, from whose end sums are counted, and the last year.
fn period(drawing: &Drawing) -> (u16, u16) {
    let later = drawing.actuals.iter().chain(&drawing.target).map(|point| point.year);
    let start = drawing.baseline.as_ref().map_or(drawing.since, |point| point.year);
    (start, later.max().unwrap_or(start).max(start.saturating_add(1)))
}

/// The sum at the end of every year, up to the first year that is missing.
fn sums(drawing: &Drawing, start: u16) -> Vec<(u16, f64)> {
    let mut sums: Vec<(u16, f64)> = Vec::new();
    // A figure of the baseline's own year belongs to the time before the period.
    for point in drawing.actuals.iter().filter(|point| point.year > start) {
        let (year, sum) = sums.last().copied().unwrap_or((start, 0.0));
        if year.checked_add(1) != Some(point.year) {
            break;
        }
        sums.push((point.year, scale::finite(sum + point.value)));
    }
    sums
}

fn lines(plot: &Plot, drawing: &Drawing, (start, end): (u16, u16), sums: &[(u16, f64)]) {
    let (first, last) = (f64::from(start), f64::from(end));
    if let Some(point) = &drawing.target {
        plot.path(Ink::TargetLine, vec![(first, point.value), (last, point.value)]);
        plot.path(Ink::Path, vec![(first, 0.0), (f64::from(point.year), point.value)]);
    }
    if !sums.is_empty() {
        plot.path(Ink::Line, stairs(first, sums));
    }
    if let Some(point) = &drawing.target {
        plot.mark(Shape::Target, (f64::from(point.year), point.value));
    }
    for (year, sum) in sums {
        plot.mark(Shape::Actual, (f64::from(*year), *sum));
    }
}

fn stairs(start: f64, sums: &[(u16, f64)]) -> Vec<Datum> {
    let mut stairs = vec![(start, 0.0)];
    let mut level = 0.0;
    for (year, sum) in sums {
        stairs.extend([(f64::from(*year), level), (f64::from(*year), *sum)]);
        level = *sum;
    }
    stairs
}

/// Draws the baseline's one year beside the plane; returns the year and its place from the left.
fn bar(sheet: &Sheet, plot: &Plot, drawing: &Drawing) -> Option<(u16, f64)> {
    let point = drawing.baseline.as_ref()?;
    let middle = plot.left - SLOT / 2.0 - 6.0;
    let (left, right) = (middle - BAR / 2.0, middle + BAR / 2.0);
    let (zero, end) = (plot.place((0.0, 0.0)).1, plot.place((0.0, point.value)).1);
    sheet.path(Ink::Axis, &[(left - 5.0, zero), (right + 5.0, zero)]);
    if (zero - end).abs() >= 0.5 {
        sheet.rectangle(Ink::BarBaseline, (left, zero.min(end)), (right, zero.max(end)));
    }
    Some((point.year, middle))
}

fn labels(drawing: &Drawing) -> Legend {
    let mut legend = Legend::default();
    match &drawing.baseline {
        Some(point) => {
            let block = Block::of(point, Ink::LabelBaseline, WIDEST_TEXT);
            legend.add(Key::Bar(Ink::BarBaseline), block);
        }
        None => legend.add(Key::Slot, no_baseline(drawing)),
    }
    if let Some(point) = &drawing.target {
        legend.add(Key::Mark(Shape::Target), Block::of(point, Ink::LabelTarget, WIDEST_TEXT));
    }
    if let (Some(point), Some(total), None) = (drawing.actuals.last(), &drawing.total, &drawing.missing) {
        let total = Run { text: total.clone(), figure: true, lang: None };
        let runs = [Run::plain(&point.year_label), total];
        legend.add(Key::Mark(Shape::Actual), Block::new(Ink::LabelActual, &runs, WIDEST_TEXT));
    }
    if let Some(missing) = &drawing.missing {
        legend.add(Key::Slot, Block::new(Ink::Text, &[Run::plain(missing)], WIDEST_TEXT));
    }
    if drawing.target.is_some() {
        legend.add(Key::Stroke(Ink::Path), even_split(drawing));
    }
    legend
}

#[cfg(test)]
mod tests {
    use super::{stairs, sums};
    use crate::render::chart::Form;
    use crate::render::chart::tests::{drawing, point};

    #[test]
    fn a_sum_ends_where_a_year_is_missing() {
        let mut drawing = drawing(Form::PeriodTotal);
        drawing.actuals = vec![point(2025, 10.0), point(2026, 5.0), point(2028, 7.0)];
        assert_eq!(sums(&drawing, 2024), [(2025, 10.0), (2026, 15.0)]);
    }

    #[test]
    fn a_sum_rises_when_its_year_ends() {
        assert_eq!(stairs(2024.0, &[(2025, 10.0)]), [(2024.0, 0.0), (2025.0, 0.0), (2025.0, 10.0)]);
    }
}
