//! A target that nothing points to: there is no baseline to start from, or the target is a range, of
//! which no figure is the one to reach.

use super::dumbbell::above;
use super::legend::Legend;
use super::mark::Shape;
use super::sheet::Sheet;
use super::track::{ROOM, Track};
use super::{Drawing, Form};

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    let track = Track::new(drawing);
    let y = above(sheet, drawing.target.as_ref(), &track) + ROOM;
    if let Some(allowed) = drawing.allowed {
        track.hatch_allowed(sheet, allowed, y);
    }
    let bottom = track.draw(sheet, y);
    if let Some(point) = &drawing.baseline {
        sheet.mark(Shape::Baseline, (track.x(point.value), y));
    }
    if let (Form::TargetOnly, Some(point)) = (drawing.form, &drawing.target) {
        sheet.mark(Shape::Target, (track.x(point.value), y));
    }
    let mut legend = Legend::default();
    legend.add_baseline(drawing);
    legend.draw(sheet, bottom)
}
