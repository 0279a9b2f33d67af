//! What stands inside a line: text, links, note marks, ruby.

use super::{Marks, Writer, escape, note, note_reference};
use crate::read::markdown::Inline;
use crate::render::link::aim;
use crate::value::Language;

impl Writer<'_> {
    /// `file` is the content file the links are relative to.
    pub(super) fn inlines(&mut self, inlines: &[Inline], file: &str) -> String {
        inlines.iter().map(|inline| self.inline(inline, file)).collect()
    }

    pub(super) fn heading_inlines(&mut self, inlines: &[Inline], language: &Language, file: &str) -> String {
        let content = inlines.iter().map(|inline| match inline {
            Inline::Text(text) if language.as_str() == "ja" => self.breaks.phrases(text),
            other => self.inline(other, file),
        });
        content.collect()
    }

    fn inline(&mut self, inline: &Inline, file: &str) -> String {
        match inline {
            Inline::Text(text) => escape(text),
            Inline::Emphasis(inner) => format!("<em>{}</em>", self.inlines(inner, file)),
            Inline::Strong(inner) => format!("<strong>{}</strong>", self.inlines(inner, file)),
            Inline::Code(code) => format!("<code>{}</code>", escape(code)),
            Inline::Link { to, content } => {
                // A link holds no other: a note mark in it is words.
                let marks = std::mem::replace(&mut self.marks, Marks::Plain);
                let content = self.inlines(content, file);
                self.marks = marks;
                match self.target(to, file) {
                    Some(to) => format!("<a href=\"{}\">{content}</a>", escape(&to)),
                    None => content,
                }
            }
            Inline::Image { from, alternative } => {
                let alternative = escape(alternative);
                match self.picture(from, file) {
                    Some(from) => {
                        format!("<img src=\"{}\" alt=\"{alternative}\" loading=\"lazy\">", escape(&from))
                    }
                    None => alternative,
                }
            }
            Inline::NoteMark(number) => self.note_mark(*number),
            Inline::Ruby { base, reading } => {
                format!("<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>", escape(base), escape(reading))
            }
            Inline::Break => "<br>".to_owned(),
        }
    }

    fn note_mark(&mut self, number: u32) -> String {
        self.noted.borrow_mut().insert(number);
        let words = escape(&self.edition.word_with("note.mark", &[("number", &number.to_string())]));
        if self.marks == Marks::Plain {
            return words;
        }
        let glossary = self.extent.entry(number).address(self.edition.language);
        let Some(href) = self.binding.link(&glossary, &note(number)) else { return words };
        let first = self.linked.insert(number) && self.marks == Marks::Anchored;
        let id = self.binding.id(&note_reference(number));
        let id = if first { format!(" id=\"{id}\"") } else { String::new() };
        format!("<a class=\"note-mark\"{id} href=\"{href}\">{words}</a>")
    }

    /// Where a link of the content file `file` leads from this page; `None` where a volume cannot
    /// lead there.
    fn target(&self, to: &str, file: &str) -> Option<String> {
        match aim(self.extent, self.edition.language, file, to) {
            Some((address, id)) => self.binding.link(&address, &id),
            // A volume may stand on no server, so that it has no root.
            None => (self.binding.is_loose() || !to.starts_with('/')).then(|| to.to_owned()),
        }
    }

    /// Where the picture `from` of the content file `file` is shown from; `None` where it is none of the
    /// site's own, or a volume lacks it.
    fn picture(&self, from: &str, file: &str) -> Option<String> {
        let (address, _) = aim(self.extent, self.edition.language, file, from)?;
        if self.binding.is_loose() { self.binding.link(&address, "") } else { self.binding.picture(&address) }
    }
}
