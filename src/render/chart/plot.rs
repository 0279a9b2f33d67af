//! A plane of fiscal years and figures, as plotters' own Cartesian coordinates.

use std::ops::Range;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::DrawingArea;
use plotters::element::PathElement;
use plotters_backend::text_anchor::HPos;

use super::backend::Svg;
use super::ink::Ink;
use super::interval::Interval;
use super::mark::{Mark, REACH, Shape};
use super::sheet::{MARGIN, Place, Sheet, WIDTH, put, tenths, tick_width};
use super::{Point, scale};

/// Height of the plane, in units.
const HEIGHT: f64 = 100.0;

/// From the plane's bottom to the baseline of the years and to the end of the chart, in units.
const YEARS: (f64, f64) = (21.0, 25.0);

/// More years than this have no tick each.
const MANY_YEARS: u16 = 40;

/// A year and a figure, as plotters takes them.
pub(super) type Datum = (f64, f64);

/// The plane and where it lies on the sheet, in units.
pub(super) struct Plot<'s, 'a> {
    sheet: &'s Sheet<'a>,
    area: DrawingArea<Svg<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>,
    extent: Range<f64>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl<'s, 'a> Plot<'s, 'a> {
    /// Lays the plane out below `top` and draws its lines and the figures at its left.
    /// `slot` units beside those figures stay free.
    pub(super) fn new(
        sheet: &'s Sheet<'a>,
        top: f64,
        years: (u16, u16),
        (extent, percent): (Range<f64>, Option<&str>),
        slot: f64,
    ) -> Self {
        let ticks = scale::ticks(&extent, percent);
        let widest = ticks.iter().map(|tick| tick_width(&tick.1)).fold(0.0, f64::max);
        let gutter = MARGIN + widest;
        let (left, right) =
            (gutter + REACH + 4.0 + slot, WIDTH - MARGIN - tick_width(&years.1.to_string()) / 2.0);
        let bottom = top + HEIGHT;
        let coordinates = Cartesian2d::new(
            years_of(years),
            extent.clone(),
            (tenths(left)..tenths(right), tenths(bottom)..tenths(top)),
        );
        let area = sheet.area.apply_coord_spec(coordinates);
        let plot = Self { sheet, area, extent, left, right, top, bottom };
        plot.grid(&ticks, gutter);
        plot
    }

    fn grid(&self, ticks: &[(f64, String)], gutter: f64) {
        let mut taken: Vec<f64> = Vec::new();
        for (value, text) in ticks {
            let y = self.place((0.0, *value)).1;
            if taken.iter().any(|other| (other - y).abs() < 14.0) {
                continue;
            }
            taken.push(y);
            self.sheet.tick(text, (gutter, y + 4.5), HPos::Right);
            if *value != 0.0 {
                self.sheet.path(Ink::Grid, &[(self.left, y), (self.right, y)]);
            }
        }
        for end in [self.extent.start, self.extent.end] {
            let y = self.place((0.0, end)).1;
            if end != 0.0 && !taken.contains(&y) {
                self.sheet.path(Ink::Grid, &[(self.left, y), (self.right, y)]);
            }
        }
        let zero = self.place((0.0, 0.0)).1;
        self.sheet.path(Ink::Axis, &[(self.left, zero), (self.right, zero)]);
    }

    /// Draws a tick for every year and writes those of `named` that have room, the first ones first.
    /// `apart` is a year beside the plane and its place from the left. Returns where the chart ends.
    pub(super) fn name_years(
        &self,
        years: (u16, u16),
        named: impl IntoIterator<Item = u16>,
        apart: Option<(u16, f64)>,
    ) -> f64 {
        if years.1.saturating_sub(years.0) <= MANY_YEARS {
            for year in years.0..=years.1 {
                let x = self.place((f64::from(year), 0.0)).0;
                self.sheet.path(Ink::Axis, &[(x, self.bottom), (x, self.bottom + 4.0)]);
            }
        }
        let inside = named.into_iter().map(|year| (year, self.place((f64::from(year), 0.0)).0));
        let mut taken: Vec<f64> = Vec::new();
        for (year, x) in apart.into_iter().chain(inside) {
            let text = year.to_string();
            if taken.iter().all(|other| (other - x).abs() >= tick_width(&text) + 4.0) {
                self.sheet.tick(&text, (x, self.bottom + YEARS.0), HPos::Center);
                taken.push(x);
            }
        }
        self.bottom + YEARS.1
    }

    /// Where a datum lies on the sheet, in units.
    pub(super) fn place(&self, datum: Datum) -> Place {
        let (x, y) = self.area.map_coordinate(&datum);
        (f64::from(x) / 10.0, f64::from(y) / 10.0)
    }

    /// Draws a line through `data`.
    pub(super) fn path(&self, ink: Ink, data: Vec<Datum>) {
        put(&self.area, &PathElement::new(data, ink));
    }

    /// Draws a mark.
    pub(super) fn mark(&self, shape: Shape, at: Datum) {
        put(&self.area, &Mark { at, shape });
    }

    /// Hatches the figures that are allowed, and draws their limits.
    pub(super) fn hatch_allowed(&self, allowed: Interval) {
        let y = |value: f64| self.place((0.0, value)).1;
        let (top, bottom) = (allowed.to.map_or(self.top, y), allowed.from.map_or(self.bottom, y));
        self.sheet.hatch((self.left, top), (self.right, bottom), 9.0);
        allowed.ends().for_each(|end| self.level(end));
    }

    /// Draws a level of the target over all years.
    pub(super) fn level(&self, value: f64) {
        let y = self.place((0.0, value)).1;
        self.sheet.path(Ink::TargetLine, &[(self.left, y), (self.right, y)]);
    }
}

/// A point's place in the plane.
pub(super) fn datum(point: &Point) -> Datum {
    (f64::from(point.year), point.value)
}

/// The years as plotters' range; a single year lies in the middle.
fn years_of((first, last): (u16, u16)) -> Range<f64> {
    if last > first {
        f64::from(first)..f64::from(last)
    } else {
        f64::from(first) - 0.5..f64::from(first) + 0.5
    }
}
