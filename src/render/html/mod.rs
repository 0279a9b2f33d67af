//! From blocks to HTML. Everything is escaped here, once; nothing a text holds is ever markup.

mod breaks;
mod inline;

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

use crate::localise::{Edition, Passage, Phrase, State};
use crate::plan::Text;
use crate::read::markdown::{Block, Prose, plain};
use crate::render::binding::Binding;
use crate::render::page::Extent;
use crate::value::Language;
pub(super) use breaks::Breaks;

/// `text` with the characters that mean something in HTML escaped, in content and attributes alike.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let written = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        escaped.push_str(&text[plain..at]);
        escaped.push_str(written);
        plain = at + 1;
    }
    escaped.push_str(&text[plain..]);
    escaped
}

/// What a note mark is, depending on where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marks {
    /// Words only: the text may itself be a link.
    Plain,
    /// A link to the glossary.
    Linked,
    /// A link to the glossary, to which the glossary leads back: the page's own text.
    Anchored,
    /// A link to the glossary, in a text that stands on this page as a copy: nothing leads to a place in it.
    Copied,
}

/// Writes the text of one page.
pub(super) struct Writer<'a> {
    edition: &'a Edition<'a>,
    extent: &'a Extent<'a>,
    binding: &'a Binding<'a>,
    breaks: &'a Breaks,
    marks: Marks,
    /// Notes that this text has linked already: the glossary leads back to the first mark.
    linked: HashSet<u32>,
    /// The numbers of all notes whose marks the page shows.
    noted: &'a RefCell<BTreeSet<u32>>,
    /// How the blocks stand that the reader was last told about.
    told: Option<State>,
}

/// The id of the first mark of a note on a page, to which the glossary leads back.
pub(super) fn note_reference(number: u32) -> String {
    format!("note-ref-{number}")
}

/// The id of a note in the glossary.
pub(super) fn note(number: u32) -> String {
    format!("note-{number}")
}

impl<'a> Writer<'a> {
    /// `noted` takes the number of each note whose mark is written.
    pub(super) fn new(
        edition: &'a Edition<'a>,
        extent: &'a Extent<'a>,
        binding: &'a Binding<'a>,
        breaks: &'a Breaks,
        marks: Marks,
        noted: &'a RefCell<BTreeSet<u32>>,
    ) -> Self {
        Self { edition, extent, binding, breaks, marks, linked: HashSet::new(), noted, told: None }
    }

    /// A phrase inside a line, with its language where that is not the page's.
    pub(super) fn phrase(&mut self, phrase: &Phrase) -> String {
        let html = self.inlines(&plain(&phrase.text), "");
        self.in_language(&phrase.language, html)
    }

    /// A phrase as a heading: Japanese may break between phrases and nowhere else.
    pub(super) fn heading(&mut self, phrase: &Phrase) -> String {
        let html = self.heading_inlines(&plain(&phrase.text), &phrase.language, "");
        self.in_language(&phrase.language, html)
    }

    /// All blocks of `text`.
    pub(super) fn text(&mut self, text: &Text) -> String {
        let mut html = String::new();
        self.blocks(&text.blocks, text, &mut html);
        html
    }

    fn blocks(&mut self, blocks: &[Block], text: &Text, html: &mut String) {
        for block in blocks {
            self.block(block, text, html);
        }
    }

    fn in_language(&self, language: &Language, html: String) -> String {
        if language == self.edition.language {
            return html;
        }
        format!("<span lang=\"{}\">{html}</span>", escape(&self.edition.tag_of(language)))
    }

    fn block(&mut self, block: &Block, text: &Text, html: &mut String) {
        match block {
            Block::Heading { level, id, prose } => {
                let level = self.binding.level(*level);
                let opening = match self.marks {
                    Marks::Copied => format!("h{level}"),
                    _ => format!("h{level} id=\"{}\"", escape(&self.binding.id(id))),
                };
                self.element(&opening, &format!("h{level}"), text, prose, html);
            }
            Block::Paragraph(prose) => self.element("p", "p", text, prose, html),
            Block::List { start, items } => self.list(*start, items, text, html),
            Block::Table { head, rows } => self.table(head, rows, text, html),
            Block::Quote(blocks) => {
                html.push_str("<blockquote>\n");
                self.blocks(blocks, text, html);
                html.push_str("</blockquote>\n");
            }
            Block::Code(code) => {
                let _ = writeln!(html, "<pre tabindex=\"0\"><code>{}</code></pre>", escape(code));
            }
            Block::Divider => html.push_str("<hr>\n"),
        }
    }

    /// An element with the content of `prose`, marked where that is not what the reader expects.
    fn element(&mut self, opening: &str, name: &str, text: &Text, prose: &Prose, html: &mut String) {
        let passage = self.edition.passage(text, prose);
        let marks = if prose.text().is_empty() { String::new() } else { self.marks(&passage) };
        let content = if name.starts_with('h') {
            self.told = None;
            self.heading_inlines(passage.inlines, passage.language, &text.file)
        } else {
            self.inlines(passage.inlines, &text.file)
        };
        let state = if name == "p" { self.state(passage.state) } else { String::new() };
        let _ = writeln!(html, "<{opening}{marks}>{state}{content}</{name}>");
    }

    /// Attributes for a block that fell back to the source language or fell behind it.
    fn marks(&self, passage: &Passage<'_>) -> String {
        let tag = || escape(&self.edition.tag_of(passage.language));
        match passage.state {
            State::Missing => format!(" lang=\"{}\" class=\"is-untranslated\"", tag()),
            State::Outdated => " class=\"is-outdated\"".to_owned(),
            State::Source | State::Translated => String::new(),
        }
    }

    /// Words that say how a block stands, where that is not as the one before it under the same
    /// heading: a voice reads no border.
    fn state(&mut self, state: State) -> String {
        if self.told.replace(state) == Some(state) {
            return String::new();
        }
        let key = match state {
            State::Missing => "translation.block-missing",
            State::Outdated => "translation.block-outdated",
            State::Source | State::Translated => return String::new(),
        };
        let tag = escape(&self.edition.tag());
        format!("<span class=\"block-state\" lang=\"{tag}\">{}</span> ", escape(&self.edition.word(key)))
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], text: &Text, html: &mut String) {
        let name = if start.is_some() { "ol" } else { "ul" };
        let from =
            start.filter(|&start| start != 1).map(|start| format!(" start=\"{start}\"")).unwrap_or_default();
        let _ = writeln!(html, "<{name}{from}>");
        for item in items {
            if let Some((Block::Paragraph(prose), rest)) = item.split_first() {
                let passage = self.edition.passage(text, prose);
                let marks = self.marks(&passage);
                let content = self.inlines(passage.inlines, &text.file);
                let state = self.state(passage.state);
                let _ = write!(html, "<li{marks}>{state}{content}");
                self.blocks(rest, text, html);
            } else {
                html.push_str("<li>");
                self.blocks(item, text, html);
            }
            html.push_str("</li>\n");
        }
        let _ = writeln!(html, "</{name}>");
    }

    fn table(&mut self, head: &[Prose], rows: &[Vec<Prose>], text: &Text, html: &mut String) {
        let label = escape(&self.edition.word("table.label"));
        let _ = writeln!(
            html,
            "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{label}\">"
        );
        html.push_str("<table>\n<thead>\n<tr>\n");
        for cell in head {
            self.element("th scope=\"col\"", "th", text, cell, html);
        }
        html.push_str("</tr>\n</thead>\n<tbody>\n");
        for row in rows {
            html.push_str("<tr>\n");
            for cell in row {
                self.element("td", "td", text, cell, html);
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody>\n</table>\n</div>\n");
    }
}
