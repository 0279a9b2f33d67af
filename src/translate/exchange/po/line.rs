//! One line of a PO file: what it is, and the text in its quotation marks.

use std::ops::Range;

/// What a line of a PO file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Blank,
    /// A comment of the translator's.
    Note(&'a str),
    /// A comment of the program that made the file.
    Extracted(&'a str),
    /// Marks such as `fuzzy`.
    Flags(&'a str),
    /// A comment that says nothing here, such as the place of the text.
    Other,
    /// A keyword, or nothing where a text goes on, and where in the line its text stands.
    Text {
        keyword: &'a str,
        previous: bool,
        obsolete: bool,
        text: Range<usize>,
    },
}

/// What `line`, which does not hold its end, is; `None` where it is nothing of PO's.
pub(super) fn line(line: &str) -> Option<Line<'_>> {
    let trimmed = line.trim();
    let Some(comment) = trimmed.strip_prefix('#') else {
        return if trimmed.is_empty() { Some(Line::Blank) } else { text(line, 0, false, false) };
    };
    let at = line.len() - line.trim_start().len() + 1;
    let obsolete = comment.starts_with('~');
    let (at, rest) = if obsolete { after(line, at + 1) } else { (at, comment) };
    match rest.chars().next() {
        Some('|') => {
            let (at, _) = after(line, at + 1);
            text(line, at, true, obsolete)
        }
        // An obsolete entry without anything behind the mark separates others.
        None if obsolete => Some(Line::Blank),
        _ if obsolete => text(line, at, false, true),
        Some('.') => Some(Line::Extracted(comment[1..].trim())),
        Some(',' | '=') => Some(Line::Flags(comment[1..].trim())),
        Some(':') => Some(Line::Other),
        _ => Some(Line::Note(comment.trim())),
    }
}

/// Where something stands in `line` from `at` on, and what.
fn after(line: &str, at: usize) -> (usize, &str) {
    let rest = &line[at..];
    (at + rest.len() - rest.trim_start().len(), rest.trim())
}

fn text(line: &str, at: usize, previous: bool, obsolete: bool) -> Option<Line<'_>> {
    let quote = at + line[at..].find('"')?;
    let end = line.trim_end().len();
    let keyword = line[at..quote].trim();
    let known = ["", "msgctxt", "msgid", "msgstr"].contains(&keyword);
    let closed = end > quote + 1 && line[..end].ends_with('"');
    (known && closed).then_some(Line::Text { keyword, previous, obsolete, text: quote..end })
}

/// Adds what `quoted`, with its quotation marks, says to `said`; `None` where a sign in it says nothing.
pub(super) fn unquote(quoted: &str, said: &mut Vec<u8>) -> Option<()> {
    let bytes = quoted.as_bytes().get(1..quoted.len() - 1)?;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'"' => return None,
            b'\\' => {
                let (byte, length) = escape(&bytes[at..])?;
                said.push(byte);
                at += length;
            }
            byte => said.push(byte),
        }
    }
    Some(())
}

/// The byte that stands behind a backslash, and how many signs say it.
fn escape(rest: &[u8]) -> Option<(u8, usize)> {
    let plain = |byte| Some((byte, 1));
    match rest.first()? {
        b'n' => plain(b'\n'),
        b't' => plain(b'\t'),
        b'r' => plain(b'\r'),
        b'a' => plain(7),
        b'b' => plain(8),
        b'v' => plain(11),
        b'f' => plain(12),
        b'"' => plain(b'"'),
        b'\\' => plain(b'\\'),
        b'x' => number(&rest[1..], 16, 2).map(|(byte, length)| (byte, length + 1)),
        _ => number(rest, 8, 3),
    }
}

/// The number that `rest` begins with, which has at most `longest` digits.
fn number(rest: &[u8], radix: u32, longest: usize) -> Option<(u8, usize)> {
    let length = rest.iter().take(longest).take_while(|byte| char::from(**byte).is_digit(radix)).count();
    let digits = str::from_utf8(&rest[..length]).ok()?;
    u8::from_str_radix(digits, radix).ok().map(|byte| (byte, length))
}
