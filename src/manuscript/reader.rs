//! From lines to a [`Draft`]: what stands around a line decides which of the things that it can be it is.

use std::iter;

use super::draft::{Chapter, Content, Draft, Page, Section};
use super::line::{Item, Kind, Line};
use super::mark::{fits_title, undecorated};
use super::rows::Table;
use super::text::{ends_sentence, is_short, joined, tidy};
use crate::diagnostic::{Diagnostics, Rule, Span};

/// The lines so far.
pub(super) struct Reader<'a> {
    /// Without the furniture of the paper.
    pub(super) lines: Vec<Line<'a>>,
    pub(super) at: usize,
    pub(super) draft: Draft,
    /// The words of the pillars, where the plan names them.
    pub(super) known_pillars: &'a [String],
    pub(super) table: Option<Table>,
    pub(super) findings: Diagnostics,
}

/// Reads `lines`; where `furniture` stood among them, a page of the paper ended.
pub(super) fn read(
    lines: Vec<Line<'_>>,
    furniture: &[bool],
    known_pillars: &[String],
) -> (Draft, Diagnostics) {
    let mut draft = Draft::default();
    let mut kept = Vec::new();
    let mut new_page = false;
    for (mut line, furniture) in lines.into_iter().zip(furniture) {
        new_page |= line.new_page || *furniture;
        if *furniture {
            draft.dropped.push(line.span);
            continue;
        }
        if line.kind != Kind::Blank {
            line.new_page = std::mem::take(&mut new_page);
        }
        kept.push(line);
    }
    let mut reader =
        Reader { lines: kept, at: 0, draft, known_pillars, table: None, findings: Diagnostics::new() };
    while reader.at < reader.lines.len() {
        reader.step();
    }
    (reader.draft, reader.findings)
}

impl<'a> Reader<'a> {
    /// Reads what begins at the next line, which is at least that line.
    fn step(&mut self) {
        let line = self.lines[self.at].clone();
        if self.draft.chapters.is_empty() && !matches!(line.kind, Kind::Chapter { .. } | Kind::Blank) {
            self.keep_line();
            return;
        }
        match line.kind {
            Kind::Blank => self.at += 1,
            Kind::Chapter { number, numeral, title } => self.chapter(number, numeral, title),
            Kind::Section { number, title, item } => self.section(number, title, item),
            Kind::Pillars => self.pillars(),
            Kind::Goals => self.goals(),
            Kind::Heading(id) => self.heading(Some(id)),
            Kind::TableOf(kind) if self.draft.section().is_some() => {
                self.table = Some(Table { kind, head: None });
                self.drop_line();
            }
            Kind::Columns(columns) => self.columns(columns),
            Kind::Cells(cells) => self.row(&cells, ""),
            Kind::Item(item) => self.item(item),
            Kind::Note(..) => self.note(),
            Kind::Text => self.text(),
            Kind::TableOf(_) | Kind::Number(_) => self.keep_line(),
        }
    }

    /// The kind of the line `at`, blank beyond the last.
    pub(super) fn kind(&self, at: usize) -> &Kind<'a> {
        self.lines.get(at).map_or(&Kind::Blank, |line| &line.kind)
    }

    /// The next line from `at` that is not blank.
    pub(super) fn printed(&self, at: usize) -> usize {
        (at..self.lines.len()).find(|at| *self.kind(*at) != Kind::Blank).unwrap_or(self.lines.len())
    }

    pub(super) fn drop_line(&mut self) {
        self.draft.dropped.push(self.lines[self.at].span.clone());
        self.at += 1;
    }

    pub(super) fn keep_line(&mut self) {
        self.keep_to(self.at + 1);
    }

    /// Keeps the lines before the line `end`. The end of a page before them is one before what follows.
    pub(super) fn keep_to(&mut self, end: usize) {
        self.draft.keep(&self.span(self.at, end), Rule::NotPlaced);
        let next = self.printed(end);
        if self.lines[self.at].new_page && next < self.lines.len() {
            self.lines[next].new_page = true;
        }
        self.at = end;
    }

    /// From the first character of the line `from` to the last of the line before `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Span {
        let first = &self.lines[from].span;
        first.source.span(first.range.start..self.lines[to - 1].span.range.end)
    }

    fn chapter(&mut self, number: u32, numeral: &str, title: &str) {
        let below = self.printed(self.at + 1);
        let (title, end) = match self.lines.get(below) {
            Some(line) if title.is_empty() && line.kind == Kind::Text && fits_title(line.text) => {
                (tidy(line.text), below)
            }
            _ => (tidy(title), self.at),
        };
        let follows = self.draft.chapters.last().is_none_or(|last| last.number + 1 == number);
        if !follows || title.is_empty() {
            self.keep_line();
            return;
        }
        let kept = std::mem::take(&mut self.draft.before);
        let page = Page { title, kept, ..Page::default() };
        let numeral = tidy(numeral);
        self.draft.chapters.push(Chapter { number, numeral, page, sections: Vec::new() });
        self.table = None;
        self.at = end + 1;
    }

    /// A numbered line is a section's title where a section's head or a known heading follows.
    fn section(&mut self, number: u32, title: &str, item: Option<Item<'_>>) {
        let end = self.end_of_text(self.at + 1);
        let headed = matches!(self.kind(self.printed(end)), Kind::Pillars | Kind::Goals | Kind::Heading(_));
        let lines = self.lines[self.at + 1..end].iter().map(|line| line.text);
        let title = tidy(&joined(iter::once(title).chain(lines)));
        let sections = self.draft.chapters.last().map(|chapter| chapter.sections.as_slice());
        let is_new = sections.is_some_and(|all| all.iter().all(|section| section.number != number));
        if is_new && headed && fits_title(&title) && !title.is_empty() {
            let page = Page { title, ..Page::default() };
            let section = Section { number, page, pillars: Vec::new(), goals: Vec::new(), rows: Vec::new() };
            if let Some(chapter) = self.draft.chapters.last_mut() {
                chapter.sections.push(section);
            }
            self.table = None;
            self.at = end;
        } else if let Some(item) = item {
            self.item(item);
        } else {
            self.text();
        }
    }

    pub(super) fn heading(&mut self, id: Option<&'static str>) {
        let line = self.lines[self.at].clone();
        self.draft.add(Content::Heading { text: tidy(undecorated(line.text)), id }, &line.span);
        self.table = None;
        self.at += 1;
    }

    fn item(&mut self, item: Item<'_>) {
        let end = self.end_of_block(self.at + 1, true);
        let more = || self.lines[self.at + 1..end].iter().map(|line| line.text);
        let [text, printed] =
            [item.text, item.printed].map(|first| tidy(&joined(iter::once(first).chain(more()))));
        let content = Content::Item { number: item.number, text, printed };
        let span = self.span(self.at, end);
        self.draft.add(content, &span);
        self.table = None;
        self.at = end;
    }

    /// Where the lines end that go on from the line before `at` on the same page. `full`: the paper only
    /// breaks a line that is full.
    pub(super) fn end_of_block(&self, at: usize, full: bool) -> usize {
        let goes_on = |at: &usize| {
            let (line, before) = (&self.lines[*at], self.lines[*at - 1].text);
            let apart = line.new_page || line.indented && ends_sentence(before);
            line.kind == Kind::Text && !apart && !(full && is_short(before, line.text))
        };
        (at..self.lines.len()).find(|at| !goes_on(at)).unwrap_or(self.lines.len())
    }

    /// Where the lines of prose end that follow one another from `at` on the same page.
    pub(super) fn end_of_text(&self, at: usize) -> usize {
        let goes_on = |line: &Line<'_>| line.kind == Kind::Text && !line.new_page;
        (at..self.lines.len()).find(|at| !goes_on(&self.lines[*at])).unwrap_or(self.lines.len())
    }
}
