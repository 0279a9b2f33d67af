//! A figure to keep: the target's mark stands in the baseline's.

use super::ink::Ink;
use super::label::Block;
use super::legend::{Key, Legend, WIDEST_TEXT};
use super::mark::Shape;
use super::run::Run;
use super::sheet::{Sheet, WIDEST};
use super::track::{ROOM, Track};
use super::{Drawing, Point};

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    let track = Track::new(drawing);
    let mut y = ROOM;
    if let Some(point) = &drawing.target {
        let maintain = Run::plain(&format!("{}:", drawing.words.maintain));
        let block = Block::new(Ink::LabelTarget, &[maintain, Run::figure(point)], WIDEST);
        sheet.block_near(&block, track.x(point.value), 0.0);
        y += block.height();
    }
    if let Some(allowed) = drawing.allowed {
        track.hatch_allowed(sheet, allowed, y);
    }
    let bottom = track.draw(sheet, y);
    if let Some(point) = &drawing.baseline {
        sheet.mark(Shape::Ring, (track.x(point.value), y));
    }
    if let Some(point) = &drawing.target {
        sheet.mark(Shape::Core, (track.x(point.value), y));
    }
    years(drawing).draw(sheet, bottom + 1.0)
}

/// Which mark is which year; the baseline's figure too where it is another one.
fn years(drawing: &Drawing) -> Legend {
    let mut legend = Legend::default();
    let is_target = |point: &Point| drawing.target.as_ref().is_some_and(|target| target.label == point.label);
    match &drawing.baseline {
        Some(point) if is_target(point) => {
            let year = Block::new(Ink::LabelBaseline, &[Run::plain(&point.year_label)], WIDEST_TEXT);
            legend.add(Key::Mark(Shape::Baseline), year);
        }
        _ => legend.add_baseline(drawing),
    }
    if let Some(point) = &drawing.target {
        let year = Block::new(Ink::LabelTarget, &[Run::plain(&point.year_label)], WIDEST_TEXT);
        legend.add(Key::Mark(Shape::Target), year);
    }
    legend
}
