//! Texts: a year in plain letters and its figure in bold, laid out into lines before drawing.

use std::iter::{Once, once};

use plotters::element::{Drawable, PointCollection};
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::Point;
use super::backend::Svg;
use super::ink::Ink;
use super::measure;
use super::run::{Run, TEXT};

/// Size of the figures along an axis, in units.
pub(super) const TICK: f64 = 14.0;

/// From one line's baseline to the next, in units.
pub(super) const PITCH: f64 = 18.0;

/// From the top of a line to its baseline, in units.
pub(super) const ASCENT: f64 = 14.0;

/// A label laid out into lines.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) ink: Ink,
    pub(super) lines: Vec<Vec<Run>>,
    /// Width of the widest line, in units.
    pub(super) width: f64,
}

impl Block {
    /// Lays `runs` on lines no wider than `widest` units, the last of them as full as can be, so that a
    /// year stays beside its figure. A run that is wider is broken, and has its lines to itself.
    pub(super) fn new(ink: Ink, runs: &[Run], widest: f64) -> Self {
        let mut lines: Vec<Vec<Run>> = Vec::new();
        let mut broken = false;
        for run in runs.iter().rev().filter(|run| !run.text.trim().is_empty()) {
            match lines.first_mut() {
                Some(line) if !broken && run.width() + space() + line_width(line) <= widest => {
                    line.insert(0, run.clone());
                }
                _ => {
                    let new = lines_of(run, widest);
                    broken = new.len() > 1;
                    lines.splice(0..0, new);
                }
            }
        }
        let width = lines.iter().map(|line| line_width(line)).fold(0.0, f64::max);
        Self { ink, lines, width }
    }

    /// A point's year and figure.
    pub(super) fn of(point: &Point, ink: Ink, widest: f64) -> Self {
        Self::new(ink, &[Run::plain(&point.year_label), Run::figure(point)], widest)
    }

    /// Height of all lines, in units.
    pub(super) fn height(&self) -> f64 {
        self.lines.iter().map(|_| PITCH).sum()
    }
}

fn lines_of(run: &Run, widest: f64) -> Vec<Vec<Run>> {
    let lines = measure::wrap(&run.text, run.figure, widest / TEXT);
    lines.into_iter().map(|text| vec![Run { text, ..run.clone() }]).collect()
}

fn line_width(runs: &[Run]) -> f64 {
    let gaps: f64 = runs.iter().skip(1).map(|_| space()).sum();
    runs.iter().map(Run::width).sum::<f64>() + gaps
}

/// Between two runs in a line, in units.
fn space() -> f64 {
    measure::em(" ", false) * TEXT
}

/// One line of text as an element that plotters draws.
pub(super) struct Label<'a> {
    pub(super) at: BackendCoord,
    pub(super) anchor: HPos,
    pub(super) ink: Ink,
    pub(super) runs: &'a [Run],
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Label<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        once(&self.at)
    }
}

impl<'b> Drawable<Svg<'b>> for Label<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        points: I,
        backend: &mut Svg<'b>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<std::convert::Infallible>> {
        for at in points {
            backend.text(self.ink, at, self.anchor, self.runs);
        }
        Ok(())
    }
}
