//! The marks: ○ where the plan starts, ● what was measured, ◆ where it wants to be.
//!
//! Their shapes differ as well as their colours. A mark is a plotters element in whatever
//! coordinates its place is given: units of the view box, or a year and a figure.

use std::iter::{Once, once};

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use super::backend::Svg;
use super::ink::Ink;

/// Half the width of the widest mark beside a scale, in units.
pub(super) const REACH: f64 = 8.0;

/// The halo around a mark, in tenths of a unit.
const HALO: i32 = 30;

/// Which mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// ○
    Baseline,
    /// ●
    Actual,
    /// ◆
    Target,
    /// A ○ wide enough to go round a ◆.
    Ring,
    /// A ◆ small enough to stand in a ○.
    Core,
}

impl Shape {
    /// Radius or half diagonal, in tenths of a unit.
    fn radius(self) -> i32 {
        match self {
            Self::Baseline => 55,
            Self::Actual => 50,
            Self::Target => 75,
            Self::Ring => 100,
            Self::Core => 60,
        }
    }
}

/// A mark at a place.
pub(super) struct Mark<Place> {
    pub(super) at: Place,
    pub(super) shape: Shape,
}

impl<'a, Place> PointCollection<'a, Place> for &'a Mark<Place> {
    type Point = &'a Place;
    type IntoIter = Once<&'a Place>;

    fn point_iter(self) -> Self::IntoIter {
        once(&self.at)
    }
}

impl<'b, Place> Drawable<Svg<'b>> for Mark<Place> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut Svg<'b>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<std::convert::Infallible>> {
        let radius = self.shape.radius();
        for (x, y) in points {
            match self.shape {
                Shape::Baseline | Shape::Ring => {
                    backend.draw_circle((x, y), (radius + HALO).unsigned_abs(), &Ink::Halo, true)?;
                    backend.draw_circle((x, y), radius.unsigned_abs(), &Ink::Baseline, false)?;
                }
                Shape::Actual => backend.draw_circle((x, y), radius.unsigned_abs(), &Ink::Actual, true)?,
                Shape::Target | Shape::Core => {
                    let corners = [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)];
                    backend.fill_polygon(corners, &Ink::Target)?;
                }
            }
        }
        Ok(())
    }
}

impl BackendStyle for Ink {
    fn color(&self) -> plotters_backend::BackendColor {
        plotters::style::Color::to_backend_color(self)
    }
}
