//! A text under its path, and a stretch of it.

use std::ops::Range;
use std::sync::Arc;

/// A text file of the project, kept whole so that a finding can show its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source(Arc<(String, String)>);

impl Source {
    /// `path` is relative to the project's root, with `/` between its parts.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self(Arc::new((path.into(), text.into())))
    }

    /// The path from the project's root.
    pub fn path(&self) -> &str {
        &self.0.0
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.0.1
    }

    /// The stretch of bytes `range`, moved outwards to whole characters inside the text.
    pub fn span(&self, range: Range<usize>) -> Span {
        let text = self.text();
        let start = text.floor_char_boundary(range.start.min(text.len()));
        let end = text.ceil_char_boundary(range.end.clamp(start, text.len()));
        Span { source: self.clone(), range: start..end }
    }
}

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub source: Source,
    /// The stretch, in bytes, on character boundaries.
    pub range: Range<usize>,
}

/// Line and column, both counted from 1; columns in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line.
    pub line: usize,
    /// Column, in characters.
    pub column: usize,
}

impl Span {
    /// Where the stretch begins.
    pub fn position(&self) -> Position {
        let before = &self.source.text()[..self.range.start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// The characters it covers.
    pub fn text(&self) -> &str {
        &self.source.text()[self.range.clone()]
    }

    /// The line that it begins in: what stands before it, what it covers there, and what follows.
    pub fn in_line(&self) -> [&str; 3] {
        let text = self.source.text();
        let start = text[..self.range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end =
            text[self.range.start..].find('\n').map_or(text.len(), |newline| self.range.start + newline);
        let covered = self.range.end.clamp(self.range.start, end);
        [&text[start..self.range.start], &text[self.range.start..covered], &text[covered..end]]
    }

    /// The part of this stretch at `range`, in bytes from its own beginning.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Span {
        self.source.span(self.range.start + range.start..self.range.start + range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Position, Source};

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("a.md", "計画\n町の計画");
        let at = source.text().rfind('計').unwrap();
        assert_eq!(source.span(at..at + 3).position(), Position { line: 2, column: 3 });
    }

    #[test]
    fn a_stretch_over_several_lines_is_shown_in_its_first() {
        let source = Source::new("a.md", "計画\n町の計画\n案");
        let at = source.text().rfind('計').unwrap();
        assert_eq!(source.span(at..source.text().len()).in_line(), ["町の", "計画", ""]);
        assert_eq!(source.span(0..3).in_line(), ["", "計", "画"]);
        assert_eq!(source.span(6..6).in_line(), ["計画", "", ""]);
    }

    #[test]
    fn a_stretch_inside_a_character_covers_the_whole_of_it() {
        assert_eq!(Source::new("a.md", "計画").span(1..4).text(), "計画");
    }
}
