//! Labels keyed by their mark, packed into rows: what cannot be guaranteed a free place beside
//! its mark in a plot has one here.

use plotters_backend::text_anchor::HPos;

use super::Drawing;
use super::ink::Ink;
use super::label::{Block, PITCH};
use super::mark::Shape;
use super::run::Run;
use super::sheet::{MARGIN, Sheet, WIDEST, WIDTH};

/// From an item's left edge to its text, in units.
pub(super) const INDENT: f64 = 24.0;

/// The widest text of an item, in units.
pub(super) const WIDEST_TEXT: f64 = WIDEST - INDENT;

/// Between two items in a row, in units.
const GAP: f64 = 10.0;

/// From one row to the next beyond the height of its lines, in units.
const LEADING: f64 = 4.0;

/// What stands before the text.
#[derive(Debug, Clone, Copy)]
pub(super) enum Key {
    Mark(Shape),
    /// A stroke in this ink.
    Stroke(Ink),
    /// A bar in this ink.
    Bar(Ink),
    /// A hatched slot: there is no figure.
    Slot,
    /// A hatched band between two limits.
    Band,
}

/// Rows of keyed labels.
#[derive(Default)]
pub(super) struct Legend {
    items: Vec<(Key, Block)>,
}

impl Legend {
    /// Adds a label.
    pub(super) fn add(&mut self, key: Key, block: Block) {
        self.items.push((key, block));
    }

    /// Adds the baseline, or the slot that says there is none.
    pub(super) fn add_baseline(&mut self, drawing: &Drawing) {
        match &drawing.baseline {
            Some(point) => {
                self.add(Key::Mark(Shape::Baseline), Block::of(point, Ink::LabelBaseline, WIDEST_TEXT));
            }
            None => self.add(Key::Slot, no_baseline(drawing)),
        }
    }

    /// Draws the rows from `top` down; returns where they end.
    pub(super) fn draw(&self, sheet: &Sheet, top: f64) -> f64 {
        let (mut row, mut bottom, mut used) = (top, top, 0.0);
        for (key, block) in &self.items {
            let middle = WIDTH / 2.0;
            let beside = if used > 0.0 { middle.max(used + GAP) } else { MARGIN };
            let fits = beside + INDENT + block.width <= WIDTH - MARGIN;
            let left = if fits { beside } else { MARGIN };
            if !fits && used > 0.0 {
                row = bottom + LEADING;
            }
            draw_key(sheet, *key, left, row);
            sheet.block(block, left + INDENT, row, HPos::Left);
            used = left + INDENT + block.width;
            bottom = bottom.max(row + block.height().max(PITCH));
        }
        bottom
    }
}

/// What says that there is no baseline, or no figure in its place.
pub(super) fn no_baseline(drawing: &Drawing) -> Block {
    match &drawing.baseline_words {
        Some(point) => Block::of(point, Ink::LabelBaseline, WIDEST_TEXT),
        None => Block::new(Ink::Text, &[Run::plain(&drawing.words.no_baseline)], WIDEST_TEXT),
    }
}

/// Draws `key` at the left of a line whose top is at `top`.
pub(super) fn draw_key(sheet: &Sheet, key: Key, left: f64, top: f64) {
    let y = top + PITCH / 2.0;
    let right = left + INDENT - 6.0;
    match key {
        Key::Mark(shape) => sheet.mark(shape, (left + 9.0, y)),
        Key::Stroke(Ink::Benchmark) => {
            let (middle, high, low) = (f64::midpoint(left, right), y - 3.0, y + 3.0);
            sheet.path(Ink::Benchmark, &[(left, low), (middle, low), (middle, high), (right, high)]);
        }
        Key::Stroke(ink) => sheet.path(ink, &[(left, y), (right, y)]),
        Key::Bar(ink) => sheet.rectangle(ink, (left + 4.0, y - 6.0), (left + 14.0, y + 6.0)),
        Key::Band => {
            sheet.hatch((left, y - 5.0), (right, y + 5.0), 5.0);
            sheet.path(Ink::TargetLine, &[(left, y - 5.0), (right, y - 5.0)]);
            sheet.path(Ink::TargetLine, &[(left, y + 5.0), (right, y + 5.0)]);
        }
        Key::Slot => {
            sheet.hatch((left, y - 6.0), (right, y + 6.0), 5.0);
            sheet.rectangle(Ink::Slot, (left, y - 6.0), (right, y + 6.0));
        }
    }
}
