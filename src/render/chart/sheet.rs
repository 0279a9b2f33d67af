//! The sheet a chart is drawn on: plotters' drawing area, addressed in units of the view box.
//!
//! Texts keep inside the frame here and nowhere else, so no form can place one outside.

use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Drawable, PathElement, PointCollection, Rectangle};
use plotters_backend::BackendCoord;
use plotters_backend::text_anchor::HPos;

use super::backend::Svg;
use super::ink::Ink;
use super::label::{ASCENT, Block, Label, PITCH, TICK};
use super::mark::{Mark, Shape};
use super::measure;
use super::run::Run;

/// Width of the view box, in units.
pub(super) const WIDTH: f64 = 320.0;

/// Free space at the left and right edge, in units.
pub(super) const MARGIN: f64 = 2.0;

/// The widest a text may be, in units.
pub(super) const WIDEST: f64 = WIDTH - 2.0 * MARGIN;

/// A place in units of the view box: from the left, from the top.
pub(super) type Place = (f64, f64);

/// The room a text takes from left to right, in units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub(super) left: f64,
    pub(super) right: f64,
}

/// Where a chart is drawn.
pub(super) struct Sheet<'a> {
    pub(super) area: DrawingArea<Svg<'a>, Shift>,
}

impl<'a> Sheet<'a> {
    /// A sheet whose elements are appended to `out`.
    pub(super) fn new(out: &'a mut String) -> Self {
        Self { area: Svg::new(out).into_drawing_area() }
    }

    /// Ends the drawing: nothing stays half written.
    pub(super) fn finish(&self) {
        let presented = self.area.present();
        debug_assert!(presented.is_ok(), "a string takes everything");
    }

    /// Draws a line through `places`.
    pub(super) fn path(&self, ink: Ink, places: &[Place]) {
        let points: Vec<BackendCoord> = places.iter().copied().map(pixel).collect();
        put(&self.area, &PathElement::new(points, ink));
    }

    /// Draws a rectangle between two corners.
    pub(super) fn rectangle(&self, ink: Ink, (left, top): Place, (right, bottom): Place) {
        put(&self.area, &Rectangle::new([pixel((left, top)), pixel((right, bottom))], ink));
    }

    /// Draws a mark.
    pub(super) fn mark(&self, shape: Shape, at: Place) {
        put(&self.area, &Mark { at: pixel(at), shape });
    }

    /// Fills the rectangle between two corners with parallel strokes, `step` units apart.
    pub(super) fn hatch(&self, (left, top): Place, (right, bottom): Place, step: f64) {
        let height = bottom - top;
        let mut foot = left - height + step / 2.0;
        while foot < right {
            let (from, to) = (foot.max(left), (foot + height).min(right));
            if to > from {
                self.path(Ink::Hatch, &[(from, bottom - (from - foot)), (to, bottom - (to - foot))]);
            }
            foot += step;
        }
    }

    /// Writes `block` with its top at `top` and its middle as near to `x` as the frame allows.
    pub(super) fn block_near(&self, block: &Block, x: f64, top: f64) -> Span {
        let left = (x - block.width / 2.0).clamp(MARGIN, (WIDTH - MARGIN - block.width).max(MARGIN));
        let span = Span { left, right: left + block.width };
        let (at, anchor) = if left <= MARGIN {
            (left, HPos::Left)
        } else if span.right >= WIDTH - MARGIN {
            (span.right, HPos::Right)
        } else {
            (x, HPos::Center)
        };
        self.block(block, at, top, anchor);
        span
    }

    /// Writes `block` with its top at `top`; `x` is its start, middle or end.
    pub(super) fn block(&self, block: &Block, x: f64, top: f64, anchor: HPos) {
        let mut baseline = top + ASCENT;
        for runs in &block.lines {
            put(&self.area, &Label { at: pixel((x, baseline)), anchor, ink: block.ink, runs });
            baseline += PITCH;
        }
    }

    /// Writes a small text along an axis, its baseline at `y`.
    pub(super) fn tick(&self, text: &str, (x, y): Place, anchor: HPos) {
        put(&self.area, &Label { at: pixel((x, y)), anchor, ink: Ink::Tick, runs: &[Run::plain(text)] });
    }
}

/// Width of a small text along an axis, in units.
pub(super) fn tick_width(text: &str) -> f64 {
    measure::em(text, false) * TICK
}

/// Draws `element` on `area`.
pub(super) fn put<'b, 'e, T, E, P>(area: &DrawingArea<Svg<'b>, T>, element: &'e E)
where
    T: CoordTranslate,
    P: std::borrow::Borrow<T::From> + 'e,
    &'e E: PointCollection<'e, T::From, Point = P>,
    E: Drawable<Svg<'b>>,
{
    let drawn = area.draw(element);
    debug_assert!(drawn.is_ok(), "a string takes every element, and one hand draws it");
}

/// Tenths of a unit, which are plotters' pixels. A length beyond all bounds saturates.
#[expect(clippy::cast_possible_truncation, reason = "a float-to-integer cast saturates")]
pub(super) fn tenths(units: f64) -> i32 {
    (units * 10.0).round() as i32
}

/// A place in plotters' pixels.
pub(super) fn pixel((x, y): Place) -> BackendCoord {
    (tenths(x), tenths(y))
}
