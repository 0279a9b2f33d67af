//! Which lines of a translation file are about which key: its own, and the comments above it.

use std::ops::Range;

use crate::read::yaml::Entry;

/// What of `within`, a stretch of `text`, is about each of `entries`, and the comments after the last.
///
/// A comment belongs to the key below it.
pub(super) fn stretches(
    text: &str,
    entries: &[Entry],
    within: Range<usize>,
) -> (Vec<Range<usize>>, Range<usize>) {
    let begins: Vec<usize> = entries.iter().map(|entry| begin(text, entry.key_range.start)).collect();
    let end = within.start + without_comments(&text[within.clone()], 0).len();
    let end = begins.last().map_or(within.start, |last| end.max(*last));
    let ends = begins.iter().skip(1).copied().chain([end]);
    let stretches = begins.iter().zip(ends).map(|(begin, end)| *begin..end.max(*begin)).collect();
    (stretches, end..within.end)
}

/// Where the comments begin that stand directly above the line of the byte `key` of `text`.
fn begin(text: &str, key: usize) -> usize {
    let line = text[..key].rfind('\n').map_or(0, |newline| newline + 1);
    let before = without_comments(&text[..line], key - line);
    before.len()
}

/// `text` without the lines at its end that are blank, or comments at most `column` bytes from the margin.
pub(super) fn without_comments(text: &str, column: usize) -> &str {
    let mut rest = text;
    loop {
        let lines = rest.strip_suffix('\n').unwrap_or(rest);
        let start = lines.rfind('\n').map_or(0, |newline| newline + 1);
        let line = &lines[start..];
        let indented = line.len() - line.trim_start().len();
        let comment = line.trim_start().starts_with('#') && indented <= column;
        if rest.is_empty() || !(line.trim().is_empty() || comment) {
            return rest;
        }
        rest = &rest[..start];
    }
}
