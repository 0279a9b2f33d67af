//! A target without a baseline: nothing to start from, so nothing points to the target.

use super::Drawing;
use super::dumbbell::above;
use super::legend::Legend;
use super::mark::Shape;
use super::sheet::Sheet;
use super::track::{ROOM, Track};

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    let track = Track::new(drawing);
    let y = above(sheet, drawing.target.as_ref(), &track) + ROOM;
    if let (Some(above), Some(target)) = (drawing.allowed, &drawing.target) {
        track.hatch_allowed(sheet, target.value, above, y);
    }
    let bottom = track.draw(sheet, y);
    if let Some(point) = &drawing.baseline {
        sheet.mark(Shape::Baseline, (track.x(point.value), y));
    }
    if let Some(point) = &drawing.target {
        sheet.mark(Shape::Target, (track.x(point.value), y));
    }
    let mut legend = Legend::default();
    legend.add_baseline(drawing);
    legend.draw(sheet, bottom)
}
