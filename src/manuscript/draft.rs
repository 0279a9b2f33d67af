//! What a manuscript says, before it is written into files.

use super::table::Row;
use crate::diagnostic::{Rule, Span};
use crate::plan::Kind;

/// All that was read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) chapters: Vec<Chapter>,
    pub(super) notes: Vec<Note>,
    /// What stands before the first chapter.
    pub(super) before: Vec<Kept>,
    /// What no file says: the paper's, or printed by the pages themselves.
    pub(super) dropped: Vec<Span>,
}

#[derive(Debug)]
pub(super) struct Chapter {
    pub(super) number: u32,
    pub(super) numeral: String,
    pub(super) page: Page,
    pub(super) sections: Vec<Section>,
}

#[derive(Debug)]
pub(super) struct Section {
    pub(super) number: u32,
    pub(super) page: Page,
    pub(super) pillars: Vec<String>,
    pub(super) goals: Vec<u32>,
    pub(super) rows: Vec<(Kind, Row)>,
}

/// What chapters and sections have in common.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
    pub(super) kept: Vec<Kept>,
}

/// A block of text, and the lines that it is made of.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) content: Content,
    pub(super) span: Span,
}

#[derive(Debug)]
pub(super) enum Content {
    Heading { text: String, id: Option<&'static str> },
    Paragraph(String),
    Item { number: Option<u32>, text: String, printed: String },
}

/// Lines without a place of their own: the file keeps them as a comment.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    pub(super) span: Span,
    pub(super) rule: Rule,
}

/// A note, as printed at the foot of a page.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) number: u32,
    pub(super) term: String,
    pub(super) text: String,
    pub(super) span: Span,
}

impl Draft {
    /// The page that is being read.
    pub(super) fn page(&mut self) -> Option<&mut Page> {
        let chapter = self.chapters.last_mut()?;
        Some(chapter.sections.last_mut().map_or(&mut chapter.page, |section| &mut section.page))
    }

    /// The section that is being read.
    pub(super) fn section(&mut self) -> Option<&mut Section> {
        self.chapters.last_mut()?.sections.last_mut()
    }

    /// Keeps the lines at `span` for a person to place.
    pub(super) fn keep(&mut self, span: &Span, rule: Rule) {
        let kept = Kept { span: span.clone(), rule };
        match self.page() {
            Some(page) => page.kept.push(kept),
            None => self.before.push(kept),
        }
    }

    /// Adds `content`, which stands at `span`, to the text.
    pub(super) fn add(&mut self, content: Content, span: &Span) {
        match self.page() {
            Some(page) => page.blocks.push(Block { content, span: span.clone() }),
            None => self.keep(span, Rule::NotPlaced),
        }
    }
}
