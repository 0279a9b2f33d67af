//! A text as numbers are looked for in it: in one width, without what is no prose, and with the place
//! of every character in the original.

use std::ops::Range;

use icu_normalizer::ComposingNormalizerBorrowed;

/// What opens and closes a stretch whose digits are no numbers: note marks, code, placeholders and
/// where links lead.
const NO_PROSE: [(&str, &str); 5] = [("【※", "】"), ("`", "`"), ("%{", "}"), ("{", "}"), ("](", ")")];

/// What an address begins with.
const ADDRESSES: [&str; 4] = ["https://", "http://", "www.", "mailto:"];

/// Stands where something was left out, so that what is beside it stays apart.
const LEFT_OUT: char = '\0';

/// A text in Unicode's form NFKC.
pub(super) struct Text {
    pub(super) text: String,
    /// For each byte of `text`, the character of the original that it came from.
    from: Vec<Range<usize>>,
}

impl Text {
    pub(super) fn new(original: &str) -> Self {
        let normaliser = ComposingNormalizerBorrowed::new_nfkc();
        let mut new = Self { text: String::with_capacity(original.len()), from: Vec::new() };
        let mut at = 0;
        while at < original.len() {
            let left_out = no_prose(&original[at..]);
            let length = left_out.unwrap_or_else(|| cluster(&original[at..]));
            let range = at..at + length;
            if left_out.is_some() {
                new.text.push(LEFT_OUT);
            } else if length == 1 {
                new.text.push_str(&original[range.clone()]);
            } else {
                new.text.push_str(&normaliser.normalize(&original[range.clone()]));
            }
            new.from.resize(new.text.len(), range);
            at += length;
        }
        new
    }

    /// The stretch of the original that the bytes `range` of the text came from.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.from.get(range.start).map_or(0, |from| from.start);
        let last = self.from.get(range.end.saturating_sub(1)).map_or(first, |from| from.end);
        first..last.max(first)
    }
}

/// How long the stretch at the beginning of `rest` is, if it is no prose. `{三密|さんみつ}` is: the
/// reading of a word.
fn no_prose(rest: &str) -> Option<usize> {
    if ADDRESSES.iter().any(|address| rest.starts_with(address)) {
        let ends = |c: char| !c.is_ascii_graphic() || ")>]\"'".contains(c);
        return Some(rest.find(ends).unwrap_or(rest.len()));
    }
    let (open, close) = NO_PROSE.into_iter().find(|(open, _)| rest.starts_with(open))?;
    let inner = &rest[open.len()..];
    let length = inner.find(close)?;
    (open != "{" || !inner[..length].contains('|')).then_some(open.len() + length + close.len())
}

/// The length of the first character with the accents and voice marks that belong to it.
fn cluster(rest: &str) -> usize {
    let joins = |c: char| matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | 'ﾞ' | 'ﾟ');
    rest.char_indices().skip(1).find(|(_, c)| !joins(*c)).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn a_number_is_found_again_in_the_original() {
        let original = "ガ人口【※8】の２１％（`a 5` %{n} https://example.jp/2024）";
        let text = Text::new(original);
        assert_eq!(text.text, "ガ人口\0の21%(\0 \0 \0)");
        let at = text.text.find("21%").unwrap();
        assert_eq!(&original[text.original(&(at..at + 3))], "２１％");
    }

    #[test]
    fn a_word_with_its_reading_is_prose() {
        assert_eq!(Text::new("{三人|さんにん}と{n}").text, "{三人|さんにん}と\0");
    }
}
