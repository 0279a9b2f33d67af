//! The lines of a manuscript, and what each can be by its own words.

use super::mark;
use super::table::{self, Column};
use super::text::squeeze;
use crate::diagnostic::{Source, Span};
use crate::plan;

/// A line, without the space around it.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    pub(super) span: Span,
    pub(super) text: &'a str,
    pub(super) kind: Kind<'a>,
    /// It begins with a space, as the first line of a Japanese paragraph does.
    pub(super) indented: bool,
    /// A page of the paper ended before it.
    pub(super) new_page: bool,
}

/// What a line can be. Whether it is that, what stands around it decides.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind<'a> {
    Blank,
    /// A number alone: of a page, or of a Sustainable Development Goal.
    Number(u32),
    /// 総合戦略, above the pillars.
    Pillars,
    /// SDGs, above the numbers of the goals.
    Goals,
    /// A heading that plans have in common, with an id for it.
    Heading(&'static str),
    /// The title of a table of indicators.
    TableOf(plan::Kind),
    /// The head of such a table.
    Columns(Vec<Column>),
    /// A row of a table.
    Cells(Vec<&'a str>),
    /// An item of a list, with its printed mark.
    Item(Item<'a>),
    /// ※8: a number and what follows.
    Note(u32, &'a str),
    /// A chapter's numeral, and its title where it stands on the same line.
    Chapter {
        number: u32,
        numeral: &'a str,
        title: &'a str,
    },
    /// A section's number and title. `item`: it could be an item of a list as well.
    Section {
        number: u32,
        title: &'a str,
        item: Option<Item<'a>>,
    },
    Text,
}

/// An item of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Item<'a> {
    /// Its number, if it has one.
    pub(super) number: Option<u32>,
    /// The line as printed.
    pub(super) printed: &'a str,
    /// The line without its mark.
    pub(super) text: &'a str,
}

/// The longest of several marks on one line, in characters.
const LONGEST_MARK: usize = 8;

/// Every line of `source`.
pub(super) fn lines(source: &Source) -> Vec<Line<'_>> {
    let mut at = 0;
    let mut lines = Vec::new();
    let mut new_page = false;
    for raw in source.text().split('\n') {
        new_page |= raw.starts_with('\u{c}');
        let indented = raw.starts_with(['　', ' ']);
        for raw in parts(raw) {
            let text = raw.trim();
            // The parts of a line are its own slices.
            let start = at + (raw.len() - raw.trim_start().len());
            let span = source.span(start..start + text.len());
            let kind = kind(raw, text);
            let new_page = kind != Kind::Blank && std::mem::take(&mut new_page);
            lines.push(Line { span, text, kind, indented, new_page });
            at += raw.len();
        }
        // A form feed at the end of a line begins the page of the next.
        new_page |= raw.ends_with('\u{c}');
        at += 1;
    }
    lines
}

/// The parts of the line `raw`, which are more than one where the marks of a section stand side by side:
/// `総合戦略  まち  ひと   SDGs  10  17`.
fn parts(raw: &str) -> Vec<&str> {
    let begins = raw.split_whitespace().next().is_some_and(|word| mark::head(&squeeze(word)).is_some());
    let is_mark =
        |word: &str| word.chars().count() <= LONGEST_MARK && word.chars().all(char::is_alphanumeric);
    if begins && raw.split_whitespace().all(is_mark) {
        raw.split_inclusive(char::is_whitespace).collect()
    } else {
        vec![raw]
    }
}

/// What the line `raw` can be; `text` is the same without the space around it.
fn kind<'a>(raw: &'a str, text: &'a str) -> Kind<'a> {
    if text.is_empty() {
        return Kind::Blank;
    }
    let squeezed = squeeze(text);
    mark::head(&squeezed)
        .or_else(|| mark::lone_number(&squeezed).map(Kind::Number))
        .or_else(|| table::title(&squeezed).map(Kind::TableOf))
        .or_else(|| table::columns(raw).map(Kind::Columns))
        .or_else(|| table::cells(raw).map(Kind::Cells))
        .or_else(|| mark::heading(text).map(Kind::Heading))
        .or_else(|| mark::note(text).map(|(number, rest)| Kind::Note(number, rest)))
        .or_else(|| mark::chapter(text))
        .or_else(|| mark::section(text))
        .or_else(|| mark::item(text).map(Kind::Item))
        .unwrap_or(Kind::Text)
}
