//! Separate bars: nobody said how one figure leads to the other, so no line joins them.

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters_backend::text_anchor::HPos;

use super::ink::Ink;
use super::label::{ASCENT, Block, PITCH};
use super::legend::{INDENT, Key, Legend, WIDEST_TEXT, draw_key};
use super::mark::Shape;
use super::sheet::{MARGIN, Sheet, WIDTH, tenths, tick_width};
use super::{Drawing, Point, scale};

/// Height of a bar, in units.
const THICK: f64 = 12.0;

/// From a bar to the next label, in units.
const GAP: f64 = 11.0;

/// A figure with its year, and how it is drawn.
struct Row<'a> {
    point: &'a Point,
    word: &'a str,
    mark: Shape,
    label: Ink,
    bar: Ink,
}

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    let rows = rows(drawing);
    let extent = scale::extent(rows.iter().map(|row| row.point.value), drawing.percent.is_some());
    let coordinate = RangedCoordf64::from(extent);
    let x = |value: f64| f64::from(coordinate.map(&value, (tenths(MARGIN), tenths(WIDTH - MARGIN)))) / 10.0;
    let named = rows.iter().all(has_room);
    let mut top = 0.0;
    if drawing.baseline.is_none() {
        let mut legend = Legend::default();
        legend.add_baseline(drawing);
        top = legend.draw(sheet, top) + GAP;
    }
    for row in &rows {
        let bar = top + head(sheet, row, named, top) + 4.0;
        let (zero, end) = (x(0.0), x(row.point.value));
        if (end - zero).abs() >= 0.5 {
            sheet.rectangle(row.bar, (zero.min(end), bar), (zero.max(end), bar + THICK));
        }
        sheet.path(Ink::Axis, &[(zero, bar - 3.0), (zero, bar + THICK + 3.0)]);
        top = bar + THICK + GAP;
    }
    (top - GAP).max(0.0)
}

/// Whether there is room beside a bar's figure for the word that says what it is.
fn has_room(row: &Row) -> bool {
    let used = MARGIN + INDENT + Block::of(row.point, row.label, WIDEST_TEXT).width + GAP;
    row.word.is_empty() || used + tick_width(row.word) <= WIDTH - MARGIN
}

/// Writes a bar's mark, year and figure, and what it is where all are `named`; returns the height.
fn head(sheet: &Sheet, row: &Row, named: bool, top: f64) -> f64 {
    let block = Block::of(row.point, row.label, WIDEST_TEXT);
    draw_key(sheet, Key::Mark(row.mark), MARGIN, top);
    sheet.block(&block, MARGIN + INDENT, top, HPos::Left);
    if named && !row.word.is_empty() {
        sheet.tick(row.word, (WIDTH - MARGIN, top + ASCENT), HPos::Right);
    }
    block.height().max(PITCH)
}

fn rows(drawing: &Drawing) -> Vec<Row<'_>> {
    let words = &drawing.words;
    let baseline = drawing.baseline.iter().map(|point| Row {
        point,
        word: &words.baseline,
        mark: Shape::Baseline,
        label: Ink::LabelBaseline,
        bar: Ink::BarBaseline,
    });
    let actuals = drawing.actuals.iter().map(|point| Row {
        point,
        word: "",
        mark: Shape::Actual,
        label: Ink::LabelActual,
        bar: Ink::BarActual,
    });
    let target = drawing.target.iter().map(|point| Row {
        point,
        word: &words.target,
        mark: Shape::Target,
        label: Ink::LabelTarget,
        bar: Ink::BarTarget,
    });
    baseline.chain(actuals).chain(target).collect()
}
