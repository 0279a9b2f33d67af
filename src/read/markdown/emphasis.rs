//! Emphasis beside Japanese punctuation.
//!
//! `CommonMark` opens `**` only where the character after it is no punctuation or the one before
//! it is a space or punctuation (§ 6.2, left-flanking). Japanese puts no spaces between words,
//! so `これは**「重要」**です` would print its asterisks. A character that is neither a letter,
//! a space nor punctuation, put on the punctuation's side of the run, makes both rules hold; the
//! noncharacter U+FDD0 is reserved for a program's own use and is taken out again afterwards.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::Prepared;
use crate::value::text_width::is_wide;

/// Stands between a run of asterisks and punctuation while the text is parsed.
pub(super) const JOINER: char = '\u{FDD0}';

/// What marks importance.
pub(super) const STRONG: &str = "**";

/// Where the first run of two or more asterisks stands in `text`, which the parser left as it is: one that
/// opens before a space or closes after one, or has no fellow. Asterisks behind a backslash are meant.
pub(super) fn literal(text: &str) -> Option<Range<usize>> {
    let mut from = 0;
    while let Some(run) = next_run(text, from) {
        if run.len() >= STRONG.len() {
            return Some(run);
        }
        from = run.end;
    }
    None
}

/// `text` with a joiner wherever a run of asterisks would otherwise stay literal.
pub(super) fn prepare(text: &str, options: pulldown_cmark::Options) -> Prepared {
    let mut prepared = Prepared { text: String::with_capacity(text.len()), inserted: Vec::new() };
    if !text.contains('*') {
        text.clone_into(&mut prepared.text);
        return prepared;
    }
    let mut verbatim = verbatim_ranges(text, options).into_iter().peekable();
    let mut rest = 0;
    while let Some(run) = next_run(text, rest) {
        while verbatim.peek().is_some_and(|range| range.end <= run.start) {
            verbatim.next();
        }
        // A single asterisk beside Japanese is more often a printed mark (費用*) than emphasis.
        let code = run.len() < 2 || verbatim.peek().is_some_and(|range| range.contains(&run.start));
        let (before, after) = if code { (false, false) } else { joiners(text, &run) };
        prepared.text.push_str(&text[rest..run.start]);
        if before {
            prepared.insert_joiner();
        }
        prepared.text.push_str(&text[run.clone()]);
        if after {
            prepared.insert_joiner();
        }
        rest = run.end;
    }
    prepared.text.push_str(&text[rest..]);
    prepared
}

impl Prepared {
    fn insert_joiner(&mut self) {
        self.inserted.push(self.text.len());
        self.text.push(JOINER);
    }
}

/// Where code and HTML stand, whose asterisks are not emphasis.
fn verbatim_ranges(text: &str, options: pulldown_cmark::Options) -> Vec<Range<usize>> {
    Parser::new_ext(text, options)
        .into_offset_iter()
        .filter(|(event, _)| {
            matches!(
                event,
                Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::CodeBlock(_))
            )
        })
        .map(|(_, range)| range)
        .collect()
}

/// The next run of asterisks at or after `from` that no backslash escapes.
fn next_run(text: &str, from: usize) -> Option<Range<usize>> {
    let mut from = from;
    loop {
        let start = from + text[from..].find('*')?;
        let length = text[start..].bytes().take_while(|&byte| byte == b'*').count();
        let backslashes = text[..start].bytes().rev().take_while(|&byte| byte == b'\\').count();
        if backslashes % 2 == 0 {
            return Some(start..start + length);
        }
        from = start + length;
    }
}

/// Whether a joiner belongs before and after `run`: on the side of punctuation whose opposite
/// neighbour is a Japanese letter.
fn joiners(text: &str, run: &Range<usize>) -> (bool, bool) {
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    match (before, after) {
        (Some(before), Some(after)) => (
            is_punctuation(before) && is_japanese_letter(after),
            is_punctuation(after) && is_japanese_letter(before),
        ),
        _ => (false, false),
    }
}

fn is_punctuation(character: char) -> bool {
    !character.is_alphanumeric() && !character.is_whitespace() && !character.is_control()
}

fn is_japanese_letter(character: char) -> bool {
    is_wide(character) && !is_punctuation(character)
}
