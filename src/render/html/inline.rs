//! What stands inside a line: text, links, note marks, ruby.

use super::{Marks, Writer, escape, note, note_reference};
use crate::read::markdown::Inline;
use crate::render::link::aim;
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
        let glossary = Address::new(format!("{}/glossary.html", self.edition.language));
        let Some(href) = self.binding.link(&glossary, &note(number)) else { return words };
        let first = self.linked.insert(number) && self.marks == Marks::Anchored;
        let id = self.binding.id(&note_reference(number));
        let id = if first { format!(" id=\"{id}\"") } else { String::new() };
        format!("<a class=\"note-mark\"{id} href=\"{href}\">{words}</a>")
    }

    /// Where a link of the content file `file` leads from this page; `None` where a volume cannot
    /// lead there.
    fn target(&self, to: &str, file: &str) -> Option<String> {
        match aim(self.edition.plan, self.edition.language, file, to) {
            Some((address, id)) => self.binding.link(&address, &id),
            // A volume may stand on no server, so that it has no root.
            None => (self.binding.is_loose() || !to.starts_with('/')).then(|| to.to_owned()),
        }
    }

    /// Where the picture `from` of the content file `file` is shown from; `None` where a volume lacks it.
    fn picture(&self, from: &str, file: &str) -> Option<String> {
        if self.binding.is_loose() {
            return self.target(from, file);
        }
        let (address, _) = aim(self.edition.plan, self.edition.language, file, from)?;
        self.binding.picture(&address)
    }
}

/// Phrases longer than this, in characters, also break where kanji meet katakana.
const LONG_PHRASE: usize = 10;

/// What never begins a line: it leans on the phrase before it.
const LEANING: [&str; 8] = ["おける", "により", "による", "より", "よる", "関する", "ついて", "の"];

/// Japanese with a place to break between phrases (the model of `BudouX`), escaped.
fn phrases(text: &str) -> String {
    let mut phrases: Vec<String> = Vec::new();
    for phrase in budoux::parse(budoux::models::default_japanese_model(), text) {
        match phrases.last_mut() {
            Some(before) if LEANING.iter().any(|leaning| phrase.starts_with(leaning)) => {
                before.push_str(&phrase);
            }
            _ => phrases.push(phrase),
        }
    }
    let broken = phrases.iter().flat_map(|phrase| at_scripts(phrase));
    broken.map(escape).collect::<Vec<_>>().join("<wbr>")
}

/// A long phrase in parts: 人権教育推進大会参加者 and アンケートで.
fn at_scripts(phrase: &str) -> Vec<&str> {
    if phrase.chars().count() <= LONG_PHRASE {
        return vec![phrase];
    }
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let is_kanji = |c: char| matches!(c, '一'..='鿿' | '々');
    let mut parts = Vec::new();
    let mut start = 0;
    for ((_, before), (at, after)) in phrase.char_indices().zip(phrase.char_indices().skip(1)) {
        if (is_kanji(before) && is_katakana(after)) || (is_katakana(before) && is_kanji(after)) {
            parts.push(&phrase[start..at]);
            start = at;
        }
    }
    parts.push(&phrase[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::phrases;

    #[test]
    fn a_heading_breaks_between_phrases_and_long_compounds_between_scripts() {
        assert_eq!(
            phrases("職員研修のアンケートにより行動変容に繋がった"),
            "職員研修の<wbr>アンケートにより<wbr>行動変容に<wbr>繋がった"
        );
        assert!(phrases("町ぐるみ人権教育推進大会参加者アンケートで").contains("参加者<wbr>アンケートで"));
        assert!(phrases("令和11年度（2029年度）の人口").contains("）の"));
    }
}
