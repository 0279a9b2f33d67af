//! A piece of a line: what a label is made of.

use super::{Point, Text, measure};

/// Size of labels, in units.
pub(super) const TEXT: f64 = 15.0;

/// A piece of a line in one style and one language.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) text: String,
    /// Whether it is a figure, which is bold.
    pub(super) figure: bool,
    /// The language where it is not the page's.
    pub(super) lang: Option<String>,
}

impl Run {
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), figure: false, lang: None }
    }

    pub(super) fn text(text: &Text) -> Self {
        Self { text: text.text.clone(), figure: false, lang: text.lang.clone() }
    }

    pub(super) fn figure(point: &Point) -> Self {
        Self { text: point.label.clone(), figure: true, lang: point.label_lang.clone() }
    }

    /// How wide it is drawn, in units.
    pub(super) fn width(&self) -> f64 {
        measure::em(&self.text, self.figure) * TEXT
    }
}
