//! What stands inside a block: text, emphasis, links, note marks and ruby.

use std::ops::Range;

use crate::diagnostic::Span;

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Text as it is read.
    Text(String),
    /// `*stress*`
    Emphasis(Vec<Inline>),
    /// `**importance**`
    Strong(Vec<Inline>),
    /// `` `code` ``
    Code(String),
    /// A link; `to` has been found safe to follow.
    Link {
        /// Where it leads.
        to: String,
        /// What it says.
        content: Vec<Inline>,
    },
    /// A picture.
    Image {
        /// Where it stands.
        from: String,
        /// What it shows, in words.
        alternative: String,
    },
    /// 【※8】
    NoteMark(u32),
    /// `{漢字|かんじ}`
    Ruby {
        /// The characters.
        base: String,
        /// How they are read.
        reading: String,
    },
    /// A forced line break.
    Break,
}

/// The content of `text` where Markdown does not apply (a title, an indicator's name): text, note
/// marks and ruby.
pub fn plain(text: &str) -> Vec<Inline> {
    let mut inlines = Vec::new();
    let mut end = 0;
    for (range, inline) in specials(text) {
        push_text(&mut inlines, &text[end..range.start]);
        inlines.push(inline);
        end = range.end;
    }
    push_text(&mut inlines, &text[end..]);
    inlines
}

/// Every note mark and ruby of `text`, and where it stands.
pub(super) fn specials(text: &str) -> Vec<(Range<usize>, Inline)> {
    let mut specials = Vec::new();
    // Most texts have none; one sign is looked for much faster than either of two.
    if !text.contains(MARK_OPENS) && !text.contains(RUBY_OPENS) {
        return specials;
    }
    let mut from = 0;
    while let Some(found) = text[from..].find([MARK_OPENS, RUBY_OPENS]) {
        let at = from + found;
        let rest = &text[at..];
        let mark = note_mark(rest).map(|(length, number)| (length, Inline::NoteMark(number)));
        from = match mark.or_else(|| ruby(rest)) {
            Some((length, inline)) => {
                specials.push((at..at + length, inline));
                at + length
            }
            None => text.ceil_char_boundary(at + 1),
        };
    }
    specials
}

/// `text` without note marks and readings: for titles and files, where neither can be followed.
pub fn bare(text: &str) -> String {
    let parts = plain(text).into_iter().filter(|part| !matches!(part, Inline::NoteMark(_)));
    text_of(&parts.collect::<Vec<_>>())
}

/// Every note mark of the text at `span`, with its place.
pub fn note_marks(span: &Span) -> Vec<(u32, Span)> {
    let text = span.text();
    let marks = text.match_indices(MARK_OPENS).filter_map(|(at, _)| Some((at, note_mark(&text[at..])?)));
    marks.map(|(at, (length, number))| (number, span.part(at..at + length))).collect()
}

fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if !text.is_empty() {
        inlines.push(Inline::Text(text.to_owned()));
    }
}

const MARK_OPENS: char = '【';
const MARK_SIGN: char = '※';
const MARK_CLOSES: char = '】';
const RUBY_OPENS: char = '{';

/// The note mark that `text` begins with: its length and its number. Nothing behind its last digit is read.
fn note_mark(text: &str) -> Option<(usize, u32)> {
    let inside = text.strip_prefix(MARK_OPENS)?.strip_prefix(MARK_SIGN)?;
    let digits = inside.trim_start_matches(|sign: char| sign.is_whitespace() || is_digit(sign));
    let rest = digits.strip_prefix(MARK_CLOSES)?;
    let number = note_number(inside[..inside.len() - digits.len()].trim())?;
    Some((text.len() - rest.len(), number))
}

/// Digits may be full-width: `８`.
fn note_number(digits: &str) -> Option<u32> {
    let ascii: String = digits.chars().map(|c| ascii_digit(c).unwrap_or(c)).collect();
    ascii.parse().ok().filter(|_| ascii.bytes().all(|byte| byte.is_ascii_digit()))
}

fn ascii_digit(character: char) -> Option<char> {
    let offset = (character as u32).checked_sub('０' as u32)?;
    char::from_digit(offset, 10)
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || ascii_digit(sign).is_some()
}

/// The ruby that `text` begins with, and its length: `{base|reading}` on one line, neither part empty.
/// Nothing behind the next brace is read.
fn ruby(text: &str) -> Option<(usize, Inline)> {
    let inside = text.strip_prefix(RUBY_OPENS)?;
    let end = inside.find(['{', '}', '\n']).filter(|&end| inside[end..].starts_with('}'))?;
    let (base, reading) = inside[..end].split_once('|')?;
    let fits = !base.is_empty() && !reading.is_empty() && !reading.contains('|');
    let inline = Inline::Ruby { base: base.to_owned(), reading: reading.to_owned() };
    fits.then_some((end + 2, inline))
}

/// What a reader hears: `inlines` without their marks.
pub fn text_of(inlines: &[Inline]) -> String {
    inlines
        .iter()
        .map(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => text.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link { content: inner, .. } => {
                text_of(inner)
            }
            Inline::Image { alternative, .. } => alternative.clone(),
            Inline::NoteMark(number) => format!("【※{number}】"),
            Inline::Ruby { base, .. } => base.clone(),
            Inline::Break => " ".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Inline, plain};

    #[test]
    fn note_marks_and_ruby_stand_apart_from_the_text_around_them() {
        let ruby = Inline::Ruby { base: "大泉".into(), reading: "おおいずみ".into() };
        let expected = vec![ruby, Inline::Text("の窓口".into()), Inline::NoteMark(8), Inline::NoteMark(10)];
        assert_eq!(plain("{大泉|おおいずみ}の窓口【※8】【※ １０　】"), expected);
    }

    #[test]
    fn what_only_looks_like_a_mark_stays_text() {
        for text in ["【※】", "【※八】", "【8】", "{a}", "{|b}", "{", "【※8"] {
            assert_eq!(plain(text), vec![Inline::Text(text.into())], "{text}");
        }
    }
}
