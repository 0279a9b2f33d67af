//! The lines of a translation file: which are comments, how far they are indented, what a change leaves.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::read::locale_file::TranslatedUnit;

/// `span` with `changes` made, which are told in bytes of its source.
pub(super) fn edited(span: &Span, changes: &[(Range<usize>, String)]) -> String {
    let mut changes: Vec<_> = changes.iter().collect();
    changes.sort_by_key(|(range, _)| range.start);
    let mut text = span.text().to_owned();
    for (range, by) in changes.into_iter().rev() {
        text.replace_range(range.start - span.range.start..range.end - span.range.start, by);
    }
    text
}

/// The comments above `unit`.
pub(super) fn comments(unit: &TranslatedUnit) -> &str {
    let line = unit.key_span.range.start - column(&unit.key_span);
    &unit.whole.source.text()[unit.whole.range.start..line.max(unit.whole.range.start)]
}

/// What the comments above `unit` say, line by line.
pub(super) fn notes(unit: &TranslatedUnit) -> Vec<String> {
    let lines = comments(unit).lines().filter_map(|line| line.trim().strip_prefix('#'));
    lines.map(note).filter(|note| !note.is_empty()).collect()
}

/// `line` as a comment says it, in which nothing can end the comment.
pub(super) fn note(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a comment stands among the lines of `unit`, or a note of the translator's.
pub(super) fn holds_more(unit: &TranslatedUnit) -> bool {
    !unit.waivers.is_empty() || unit.whole.text()[comments(unit).len()..].contains('#')
}

/// Whether anything but its texts is said about `unit`.
pub(super) fn is_commented(unit: &TranslatedUnit) -> bool {
    !comments(unit).trim().is_empty() || holds_more(unit)
}

pub(super) fn key(key: &str) -> String {
    let plain = key.chars().all(|sign| sign.is_alphanumeric() || "._-".contains(sign))
        && key.starts_with(char::is_alphabetic);
    if plain { key.to_owned() } else { format!("{key:?}") }
}

/// The bytes before `span` on its line.
pub(super) fn column(span: &Span) -> usize {
    let before = &span.source.text()[..span.range.start];
    before.len() - before.rfind('\n').map_or(0, |newline| newline + 1)
}

pub(super) fn push(text: &mut String, stretch: &str) {
    if !text.is_empty() && !text.ends_with('\n') && !stretch.is_empty() {
        text.push('\n');
    }
    text.push_str(stretch);
}

pub(super) fn indented(text: &str, by: usize) -> String {
    let margin = " ".repeat(by);
    let lines = text.split_inclusive('\n');
    lines
        .map(|line| if line.trim().is_empty() { line.to_owned() } else { format!("{margin}{line}") })
        .collect()
}

pub(super) fn outdented(text: &str, by: usize) -> String {
    let lines = text.split_inclusive('\n');
    let outdent = |line: &str| {
        let blank = line.len() - line.trim_start_matches(' ').len();
        line[blank.min(by)..].to_owned()
    };
    lines.map(outdent).collect()
}
