//! What stands inside a line: text, links, note marks, ruby.

use super::{Marks, Writer, escape, note, note_reference};
use crate::read::markdown::Inline;
use crate::value::{Address, Language};

impl Writer<'_> {
    /// `file` is the content file the links are relative to.
    pub(super) fn inlines(&mut self, inlines: &[Inline], file: &str) -> String {
        inlines.iter().map(|inline| self.inline(inline, file)).collect()
    }

    pub(super) fn heading_inlines(&mut self, inlines: &[Inline], language: &Language, file: &str) -> String {
        let content = inlines.iter().map(|inline| match inline {
            Inline::Text(text) if language.as_str() == "ja" => phrases(text),
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
                let content = self.inlines(content, file);
                format!("<a href=\"{}\">{content}</a>", escape(&self.target(to, file)))
            }
            Inline::Image { from, alternative } => {
                let source = escape(&self.target(from, file));
                format!("<img src=\"{source}\" alt=\"{}\" loading=\"lazy\">", escape(alternative))
            }
            Inline::NoteMark(number) => self.note_mark(*number),
            Inline::Ruby { base, reading } => {
                format!("<ruby>{}<rp>（</rp><rt>{}</rt><rp>）</rp></ruby>", escape(base), escape(reading))
            }
            Inline::Break => "<br>".to_owned(),
        }
    }

    fn note_mark(&mut self, number: u32) -> String {
        let words = escape(&self.edition.word_with("note.mark", &[("number", &number.to_string())]));
        if self.marks == Marks::Plain {
            return words;
        }
        let glossary = Address::new(format!("{}/glossary.html", self.edition.language));
        let href = glossary.relative_to(self.page);
        let first = self.noted.insert(number) && self.marks == Marks::Anchored;
        let id = if first { format!(" id=\"{}\"", note_reference(number)) } else { String::new() };
        format!("<a class=\"note-mark\"{id} href=\"{href}#{}\">{words}</a>", note(number))
    }

    /// Where a link of the content file `file` leads from this page. A link to another content
    /// file leads to its page; one to a picture or document leads to its copy.
    fn target(&self, to: &str, file: &str) -> String {
        let (path, fragment) = to.split_at(to.find('#').unwrap_or(to.len()));
        if path.is_empty() || path.starts_with('/') || path.contains(':') {
            return to.to_owned();
        }
        let mut parts: Vec<&str> = file.split('/').collect();
        parts.pop();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
        let path = parts.join("/");
        let page = match path.strip_suffix(".md") {
            Some(name) if name.starts_with("glossary/") => "glossary.html".to_owned(),
            Some(name) => match name.strip_suffix("/chapter") {
                Some(chapter) => format!("{chapter}/index.html"),
                None => format!("{name}.html"),
            },
            None => path,
        };
        let address = Address::new(format!("{}/{page}", self.edition.language));
        format!("{}{fragment}", address.relative_to(self.page))
    }
}

/// Japanese with a place to break between phrases (`BudouX`'s model), escaped.
fn phrases(text: &str) -> String {
    let phrases = budoux::parse(budoux::models::default_japanese_model(), text);
    phrases.iter().map(|phrase| escape(phrase)).collect::<Vec<_>>().join("<wbr>")
}
