//! The words of a text, each where it stands, for what looks at a text letter by letter.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{Inline, builder, emphasis, inline};

/// Which part of ruby `{漢字|かんじ}` counts as words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RubyPart {
    /// The characters.
    Base,
    /// How they are read.
    Reading,
}

/// The words of `text`, byte for byte where they stand: all else (marks, code, addresses, note
/// marks and the other part of ruby) is as many spaces. Only a text in `markdown` has marks and code.
pub fn words(text: &str, markdown: bool, ruby: RubyPart) -> String {
    let parsed = markdown && !is_unmarked(text);
    let (specials, addresses) = (inline::specials(text), addresses(text));
    if !parsed && specials.is_empty() && addresses.is_empty() {
        return text.to_owned();
    }
    let mut shown = vec![!parsed; text.len()];
    let mut set = |range: Range<usize>, value: bool| {
        shown[range].fill(value);
    };
    if parsed {
        for range in stretches(text) {
            set(range, true);
        }
    }
    for (whole, special) in specials {
        let read = match special {
            Inline::Ruby { base, .. } if ruby == RubyPart::Base => {
                whole.start + 1..whole.start + 1 + base.len()
            }
            Inline::Ruby { base, .. } => whole.start + base.len() + 2..whole.end - 1,
            _ => whole.end..whole.end,
        };
        set(whole.start..read.start, false);
        set(read.end..whole.end, false);
    }
    for range in addresses {
        set(range, false);
    }
    text.char_indices().fold(String::with_capacity(text.len()), |mut words, (at, character)| {
        if shown[at] {
            words.push(character);
        } else {
            words.extend(std::iter::repeat_n(' ', character.len_utf8()));
        }
        words
    })
}

/// Whether `text` has no sign that means anything to Markdown, so that all of it is words: one line that
/// begins with a letter.
pub fn is_unmarked(text: &str) -> bool {
    let is_sign = |byte: u8| {
        matches!(byte, b'*' | b'_' | b'[' | b']' | b'<' | b'>' | b'`' | b'\\' | b'&' | b'~' | b'|')
            || matches!(byte, b'\n' | b'\r' | b'\t')
    };
    text.starts_with(char::is_alphabetic) && !text.bytes().any(is_sign)
}

/// Where the parser finds text to read.
fn stretches(text: &str) -> Vec<Range<usize>> {
    let prepared = emphasis::prepare(text, builder::OPTIONS);
    let mut in_code = false;
    let mut stretches = Vec::new();
    for (event, range) in Parser::new_ext(&prepared.text, builder::OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if !in_code => stretches.push(prepared.original(&range)),
            _ => {}
        }
    }
    stretches
}

/// How an address on the web or for mail begins.
const ADDRESSES: [&str; 4] = ["http://", "https://", "mailto:", "www."];

/// Where addresses stand: up to a space, a quotation mark or what is no ASCII, without the sentence's
/// own marks at the end.
fn addresses(text: &str) -> Vec<Range<usize>> {
    // Most texts have none, and are not looked through for each beginning.
    if !text.contains(':') && !text.contains("www.") {
        return Vec::new();
    }
    let starts = ADDRESSES.iter().flat_map(|beginning| text.match_indices(beginning)).map(|(start, _)| start);
    let address = |start: usize| {
        let rest = &text[start..];
        let end = rest.find(|c: char| !c.is_ascii_graphic() || matches!(c, '<' | '>' | '"'));
        let written = &rest[..end.unwrap_or(rest.len())];
        start..start + written.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']).len()
    };
    starts.map(address).collect()
}

#[cfg(test)]
mod tests {
    use super::{RubyPart, words};

    fn read(text: &str, markdown: bool) -> String {
        let words = words(text, markdown, RubyPart::Reading);
        assert_eq!(words.len(), text.len(), "{text}");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn marks_code_and_addresses_are_no_words() {
        for (text, left) in [
            ("A **big** [plan](plan.md)【※8】.", "A big plan ."),
            ("Run `keikaku 計画` now.", "Run now."),
            ("See https://example.jp/計画, or <mailto:a@example.jp>.", "See 計画, or ."),
            ("![the 町](a.png) and {大泉|Oizumi}", "the 町 and Oizumi"),
            ("`{大泉|Oizumi}`", ""),
            ("two\nlines<br>", "two lines"),
        ] {
            assert_eq!(read(text, true), left, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_no_markdown_keeps_its_signs() {
        assert_eq!(read("a * b `c`【※8】", false), "a * b `c`");
    }

    #[test]
    fn of_ruby_either_part_is_read() {
        assert_eq!(words("{大泉|おおいずみ}町", true, RubyPart::Base).replace(' ', ""), "大泉町");
    }
}
