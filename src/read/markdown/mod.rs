//! The one door to Markdown: a text becomes blocks, each translatable block under a key of its own.
//!
//! `CommonMark` with tables and heading attributes (`## 現状と課題 {#situation}`), plus what a
//! Japanese plan needs: note marks 【※8】, ruby `{漢字|かんじ}`, emphasis beside Japanese brackets
//! (`emphasis`) and line breaks that add no space between Japanese characters.

mod builder;
mod emphasis;
mod inline;
mod line;
mod slip;
#[cfg(test)]
mod tests;
mod verbatim;
mod words;

use std::ops::Range;

pub use builder::{read_body, read_translation};
pub use inline::{Inline, bare, note_marks, plain, text_of};
pub use line::has_safe_scheme;
pub use verbatim::verbatim;
pub use words::{RubyPart, is_unmarked, words};

use crate::diagnostic::Span;

/// Containers and emphasis nested deeper than this add nothing that a reader could see: what they
/// hold is kept, their walls are not, and no text can exhaust the stack.
const DEEPEST: usize = 32;

/// A block-level part of a text.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading with the id that addresses it in every language.
    Heading {
        /// 2 for `##`.
        level: u8,
        /// The id, without `#`.
        id: String,
        /// Its words.
        prose: Prose,
    },
    /// A paragraph, or the text of a list item without paragraphs.
    Paragraph(Prose),
    /// A list; `start` is the first number of an ordered one.
    List {
        /// The first number, where the list is numbered.
        start: Option<u64>,
        /// The blocks of each item.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// The cells of its head.
        head: Vec<Prose>,
        /// The cells of each row below.
        rows: Vec<Vec<Prose>>,
    },
    /// A block quotation.
    Quote(Vec<Block>),
    /// Preformatted text, the same in every language.
    Code(String),
    /// A thematic break.
    Divider,
}

impl Block {
    /// The id of a heading, and where it stands.
    pub fn anchor(&self) -> Option<(&str, &Span)> {
        match self {
            Block::Heading { id, prose, .. } => Some((id, &prose.span)),
            _ => None,
        }
    }
}

/// One unit of translation: the inline content of one block.
#[derive(Debug, Clone)]
pub struct Prose {
    /// The enclosing heading's id and a counter: `situation.3`; a heading's own is `situation.heading`.
    pub key: String,
    /// Its content.
    pub inlines: Vec<Inline>,
    /// The links and pictures in it.
    pub targets: Vec<Target>,
    /// Where it stands.
    pub span: Span,
}

impl Prose {
    /// The Markdown as written, on one line for each line of the source, without the indentation and quote
    /// marks of what it stands in.
    pub fn text(&self) -> String {
        let lines = self.span.text().lines();
        let lines: Vec<&str> =
            lines.map(|line| line.trim_start_matches([' ', '\t', '>']).trim_end()).collect();
        lines.join("\n")
    }
}

/// What a link leads to, or a picture is shown from.
#[derive(Debug, Clone)]
pub struct Target {
    /// The address, as the parser reads it.
    pub to: String,
    /// What a picture shows, in words; none for a link.
    pub shows: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// Every prose of `blocks` in the order of the page.
pub fn proses(blocks: &[Block]) -> Vec<&Prose> {
    let mut found = Vec::new();
    collect(blocks, &mut found);
    found
}

fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Prose>) {
    for block in blocks {
        match block {
            Block::Heading { prose, .. } | Block::Paragraph(prose) => found.push(prose),
            Block::List { items, .. } => items.iter().for_each(|item| collect(item, found)),
            Block::Table { head, rows } => found.extend(head.iter().chain(rows.iter().flatten())),
            Block::Quote(inner) => collect(inner, found),
            Block::Code(_) | Block::Divider => {}
        }
    }
}

/// Every heading of `blocks` in the order of the page: its level, its id and its words.
pub fn headings(blocks: &[Block]) -> Vec<(u8, &str, &Prose)> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { level, id, prose } => found.push((*level, id.as_str(), prose)),
            Block::List { items, .. } => found.extend(items.iter().flat_map(|item| headings(item))),
            Block::Quote(inner) => found.extend(headings(inner)),
            _ => {}
        }
    }
    found
}

/// An event of the parser and where it stands in the prepared text.
type Step = (pulldown_cmark::Event<'static>, Range<usize>);

/// The parser's events, read one by one.
type Steps = std::iter::Peekable<std::vec::IntoIter<Step>>;

/// `text` with marks inserted for the parser, and the way back to where each byte stood.
struct Prepared {
    text: String,
    /// Where a mark was inserted, in bytes of the prepared text, ascending.
    inserted: Vec<usize>,
}

impl Prepared {
    /// The range of the original text that `range` of the prepared text came from.
    fn original(&self, range: &Range<usize>) -> Range<usize> {
        self.original_offset(range.start)..self.original_offset(range.end)
    }

    fn original_offset(&self, offset: usize) -> usize {
        let before = self.inserted.partition_point(|&mark| mark < offset);
        offset - before * emphasis::JOINER.len_utf8()
    }
}
