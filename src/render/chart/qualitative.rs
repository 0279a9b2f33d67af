//! A target in words: it has no place on a scale, so it stands in a chip beside one.

use plotters_backend::text_anchor::HPos;

use super::ink::Ink;
use super::label::{Block, PITCH};
use super::legend::{INDENT, Key, Legend, draw_key};
use super::line;
use super::mark::Shape;
use super::sheet::{MARGIN, Sheet, WIDEST};
use super::track::{ROOM, Track};
use super::{Drawing, Point};

/// Around the text of a chip: beside it and above it, in units.
const PADDING: (f64, f64) = (10.0, 6.0);

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    let top = drawing.target.as_ref().map_or(0.0, |target| chip(sheet, target) + 8.0);
    if !drawing.benchmark.is_empty() || !drawing.actuals.is_empty() {
        return line::over_years(sheet, drawing, None, top);
    }
    let Some(point) = &drawing.baseline else {
        let mut legend = Legend::default();
        legend.add_baseline(drawing);
        return legend.draw(sheet, top);
    };
    let track = Track::new(&Drawing { target: None, ..drawing.clone() });
    let y = top + ROOM - 6.0;
    let bottom = track.draw(sheet, y);
    sheet.mark(Shape::Baseline, (track.x(point.value), y));
    let block = Block::of(point, Ink::LabelBaseline, WIDEST);
    sheet.block_near(&block, track.x(point.value), bottom);
    bottom + block.height()
}

/// Draws the target's words in a chip at the top; returns where it ends.
fn chip(sheet: &Sheet, target: &Point) -> f64 {
    let (beside, above) = PADDING;
    let block = Block::of(target, Ink::LabelTarget, WIDEST - INDENT - 2.0 * beside);
    let (right, bottom) =
        (MARGIN + INDENT + block.width + 2.0 * beside, MARGIN + block.height().max(PITCH) + 2.0 * above);
    sheet.rectangle(Ink::Chip, (MARGIN, MARGIN), (right, bottom));
    draw_key(sheet, Key::Mark(Shape::Target), MARGIN + beside - 2.0, MARGIN + above);
    sheet.block(&block, MARGIN + INDENT + beside, MARGIN + above, HPos::Left);
    bottom
}
