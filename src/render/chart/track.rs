//! One horizontal scale: the axis of every form that compares without time.
//!
//! `0 ├───○──▶◆───┼────────┤ 100%`: the ends are written beside the line, which leaves the rows
//! above and below to the labels of the marks.

use std::ops::Range;

use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::RangedCoordf64;
use plotters_backend::text_anchor::HPos;

use super::ink::Ink;
use super::interval::Interval;
use super::mark::REACH;
use super::sheet::{MARGIN, Place, Sheet, WIDTH, tenths, tick_width};
use super::{Drawing, scale};

/// From the line to the rows above and below, in units.
pub(super) const ROOM: f64 = 17.0;

/// From the line down to the baseline of a small text level with it, in units.
const LEVEL: f64 = 4.5;

/// Half the height of the hatched band of allowed figures, in units.
const BAND: f64 = 9.0;

/// From the end of the line to the text beside it, in units: a mark may stand at the end.
const CLEAR: f64 = REACH + 6.0;

/// Height of the row of a tick's figure under the line, in units.
const PITCH_OF_TICKS: f64 = 15.0;

/// From the end of the line to the frame where no text stands there, in units.
const END: f64 = REACH + 4.0;

/// A horizontal scale.
pub(super) struct Track {
    extent: Range<f64>,
    ticks: Vec<(f64, String)>,
    coordinate: RangedCoordf64,
    left: f64,
    right: f64,
}

impl Track {
    /// The scale that holds zero, baseline, target and what the target allows.
    pub(super) fn new(drawing: &Drawing) -> Self {
        let values = drawing.baseline.iter().chain(&drawing.target).map(|point| point.value);
        let extent = scale::extent(values.chain(scale::beside(drawing)), drawing.percent.is_some());
        let ticks = scale::ticks(&extent, drawing.percent.as_deref());
        let room = |end: f64| {
            let tick = ticks.iter().find(|(value, _)| (value - end).abs() < f64::EPSILON);
            tick.map_or(END, |(_, text)| tick_width(text) + CLEAR)
        };
        let (left, right) = (MARGIN + room(extent.start), WIDTH - MARGIN - room(extent.end));
        Self { coordinate: extent.clone().into(), extent, ticks, left, right }
    }

    /// The place of `value` from the left, in units.
    pub(super) fn x(&self, value: f64) -> f64 {
        f64::from(self.coordinate.map(&value, (tenths(self.left), tenths(self.right)))) / 10.0
    }

    /// Draws the line, its ticks and their figures at the height `y`; returns where the row below may begin.
    pub(super) fn draw(&self, sheet: &Sheet, y: f64) -> f64 {
        sheet.path(Ink::Axis, &[(self.left, y), (self.right, y)]);
        for value in
            [self.extent.start, self.extent.end].into_iter().chain(self.ticks.iter().map(|tick| tick.0))
        {
            let x = self.x(value);
            sheet.path(Ink::Axis, &[(x, y - 4.0), (x, y + 4.0)]);
        }
        let mut bottom = y + ROOM;
        for (value, text) in &self.ticks {
            if let Some((place, anchor)) = self.beside(*value, y) {
                sheet.tick(text, place, anchor);
            } else if *value == 0.0 {
                sheet.tick(text, (self.x(0.0), y + ROOM + 9.0), HPos::Center);
                bottom += PITCH_OF_TICKS;
            }
        }
        bottom
    }

    /// Where the figure of an end stands; a tick inside the scale has no room beside it.
    fn beside(&self, value: f64, y: f64) -> Option<(Place, HPos)> {
        let is = |end: f64| (value - end).abs() < f64::EPSILON;
        if is(self.extent.start) {
            return Some(((self.left - CLEAR, y + LEVEL), HPos::Right));
        }
        is(self.extent.end).then_some(((self.right + CLEAR, y + LEVEL), HPos::Left))
    }

    /// Hatches the figures that are allowed, and draws their limits, at the height `y`.
    pub(super) fn hatch_allowed(&self, sheet: &Sheet, allowed: Interval, y: f64) {
        let left = allowed.from.map_or(self.left, |from| self.x(from));
        let right = allowed.to.map_or(self.right, |to| self.x(to));
        sheet.hatch((left, y - BAND), (right, y + BAND), 7.0);
        for x in allowed.ends().map(|end| self.x(end)) {
            sheet.path(Ink::TargetLine, &[(x, y - BAND - 3.0), (x, y + BAND + 3.0)]);
        }
    }
}
