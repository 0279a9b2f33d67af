//! Baseline and target on one scale, and an arrow where there is room for one.

use super::ink::Ink;
use super::label::Block;
use super::mark::Shape;
use super::run::Run;
use super::sheet::{MARGIN, Sheet, Span, WIDEST, WIDTH};
use super::track::{ROOM, Track};
use super::{Drawing, Point};
use plotters_backend::text_anchor::HPos;

/// Marks nearer than this stand one above and one below the line, in units.
const NEAR: f64 = 17.0;

/// How far above or below the line, in units.
const ASIDE: f64 = 8.0;

/// The shortest arrow, in units.
const SHORTEST: f64 = 9.0;

/// Between two texts in a row, in units.
const GAP: f64 = 12.0;

/// Draws the form; returns its height.
pub(super) fn draw(sheet: &Sheet, drawing: &Drawing) -> f64 {
    let track = Track::new(drawing);
    let y = above(sheet, drawing.target.as_ref(), &track) + ROOM;
    if let Some(allowed) = drawing.allowed {
        track.hatch_allowed(sheet, allowed, y);
    }
    let bottom = track.draw(sheet, y);
    marks(sheet, drawing, &track, y);
    below(sheet, drawing, &track, bottom)
}

/// Writes the target's label near its place on `track`; returns where it ends.
pub(super) fn above(sheet: &Sheet, target: Option<&Point>, track: &Track) -> f64 {
    let Some(point) = target else { return 0.0 };
    let block = Block::of(point, Ink::LabelTarget, WIDEST);
    sheet.block_near(&block, track.x(point.value), 0.0);
    block.height()
}

fn marks(sheet: &Sheet, drawing: &Drawing, track: &Track, y: f64) {
    let place = |point: &Option<Point>| point.as_ref().map(|point| track.x(point.value));
    let (baseline, target) = (place(&drawing.baseline), place(&drawing.target));
    let mut aside = 0.0;
    if let (Some(from), Some(to)) = (baseline, target) {
        if (to - from).abs() < NEAR {
            aside = ASIDE;
        } else {
            arrow(sheet, from, to, y);
        }
    }
    if let Some(x) = baseline {
        sheet.mark(Shape::Baseline, (x, y + aside));
    }
    if let Some(x) = target {
        sheet.mark(Shape::Target, (x, y - aside));
    }
}

/// An arrow between two marks, from the edge of one to the edge of the other.
fn arrow(sheet: &Sheet, from: f64, to: f64, y: f64) {
    let towards = (to - from).signum();
    let (tail, tip) = (from + towards * 7.0, to - towards * 10.5);
    if (tip - tail) * towards < SHORTEST {
        return;
    }
    sheet.path(Ink::Arrow, &[(tail, y), (tip, y)]);
    let barb = tip - towards * 6.0;
    sheet.path(Ink::Arrow, &[(barb, y - 5.0), (tip, y), (barb, y + 5.0)]);
}

/// Writes the baseline's label and the difference; returns where they end.
fn below(sheet: &Sheet, drawing: &Drawing, track: &Track, top: f64) -> f64 {
    let mut span = Span { left: WIDTH, right: 0.0 };
    let mut bottom = top;
    if let Some(point) = &drawing.baseline {
        let block = Block::of(point, Ink::LabelBaseline, WIDEST);
        span = sheet.block_near(&block, track.x(point.value), top);
        bottom += block.height();
    }
    let Some(words) = &drawing.difference else { return bottom };
    let block = Block::new(Ink::Text, &[Run::plain(words)], WIDEST);
    if block.lines.len() == 1 && block.width + GAP <= WIDTH - MARGIN - span.right {
        sheet.block(&block, WIDTH - MARGIN, top, HPos::Right);
    } else if block.lines.len() == 1 && block.width + GAP <= span.left - MARGIN {
        sheet.block(&block, MARGIN, top, HPos::Left);
    } else {
        sheet.block(&block, WIDTH - MARGIN, bottom, HPos::Right);
        return bottom + block.height();
    }
    bottom.max(top + block.height())
}
