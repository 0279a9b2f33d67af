//! Lines of prose: paragraphs, which paper breaks into lines and pages, and what only looks like one.

use super::draft::Content;
use super::line::Kind;
use super::mark::fits_title;
use super::reader::Reader;
use super::text::{ends_sentence, join, joined, paragraph_ends, tidy};
use crate::diagnostic::{Diagnostic, Rule};

impl Reader<'_> {
    /// Lines of prose: the beginning of a row's name, or paragraphs.
    pub(super) fn text(&mut self) {
        let end = self.end_of_text(self.at + 1);
        if self.wrapped_row(end) {
            return;
        }
        let start = self.at;
        let lines = &self.lines[start..end];
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        let indented: Vec<bool> = lines.iter().map(|line| line.indented).collect();
        for end in paragraph_ends(&texts, &indented) {
            let first = self.at - start;
            self.block(&joined(texts[first..end].iter().copied()), start + end);
        }
    }

    /// `text`, which ends before the line `end`: a paragraph, a heading, or nobody knows what.
    fn block(&mut self, text: &str, end: usize) {
        let span = self.span(self.at, end);
        if self.continues_paragraph(text) {
            self.at = end;
            return;
        }
        self.table = None;
        if self.is_prose(text, end) {
            self.draft.add(Content::Paragraph(tidy(text)), &span);
        } else if self.stands_above_text(end) {
            self.findings.push(Diagnostic::at(Rule::HeadingGuessed, &span));
            self.heading(None);
        } else {
            self.keep_to(end);
        }
        self.at = end;
    }

    /// Adds `text` to the paragraph before it, if a page of the paper ended within that.
    fn continues_paragraph(&mut self, text: &str) -> bool {
        let new_page = self.lines[self.at].new_page && !self.lines[self.at].indented;
        let open = self.open_paragraph().filter(|_| new_page);
        let continues = open.is_some();
        if let Some(before) = open {
            join(before, &tidy(text));
        }
        continues
    }

    /// Whether `text`, which ends before the line `end`, is a paragraph, or the part of one on a page.
    fn is_prose(&mut self, text: &str, end: usize) -> bool {
        let next = self.printed(end);
        let cut = self.lines.get(next).is_some_and(|next| next.new_page && next.kind == Kind::Text);
        ends_sentence(text) || !fits_title(text) || cut && self.open_paragraph().is_none()
    }

    /// The last paragraph of the text, if its last sentence is open.
    fn open_paragraph(&mut self) -> Option<&mut String> {
        match &mut self.draft.page()?.blocks.last_mut()?.content {
            Content::Paragraph(text) if !ends_sentence(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a line alone, which ends before the line `end`, can be a heading.
    fn stands_above_text(&mut self, end: usize) -> bool {
        let next = self.printed(end);
        let above = match self.kind(next) {
            Kind::Item(_) => true,
            Kind::Text => !fits_title(self.lines[next].text),
            _ => false,
        };
        // Above the first heading of a section stand its marks.
        let begun = self.draft.page().is_some_and(|page| !page.blocks.is_empty());
        above && begun && end == self.at + 1 && self.open_paragraph().is_none()
    }
}
