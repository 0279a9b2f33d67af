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
    /// Its stretches in order, without a gap.
    stretches: Vec<Stretch>,
}

/// A stretch of a text.
struct Stretch {
    /// Where it begins in the text.
    at: usize,
    /// What it came from in the original: the same bytes, or one character and what became of it.
    from: Range<usize>,
    is_same: bool,
}

impl Text {
    pub(super) fn new(original: &str) -> Self {
        let normaliser = ComposingNormalizerBorrowed::new_nfkc();
        let mut new = Self { text: String::with_capacity(original.len()), stretches: Vec::new() };
        let mut at = 0;
        while at < original.len() {
            let rest = &original[at..];
            let plain = plain(rest);
            let left_out = if plain == 0 { no_prose(rest) } else { None };
            let length = if plain > 0 { plain } else { left_out.unwrap_or_else(|| cluster(rest)) };
            let range = at..at + length;
            new.stretches.push(Stretch { at: new.text.len(), from: range.clone(), is_same: plain > 0 });
            if left_out.is_some() {
                new.text.push(LEFT_OUT);
            } else if plain > 0 {
                new.text.push_str(&original[range]);
            } else {
                new.text.push_str(&normaliser.normalize(&original[range]));
            }
            at += length;
        }
        new
    }

    /// The stretch of the original that the bytes `range` of the text came from.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.place(range.start).map_or(0, |from| from.start);
        let last = self.place(range.end.saturating_sub(1)).map_or(first, |from| from.end);
        first..last.max(first)
    }

    /// The character of the original, or the byte of it, that the byte at `at` of the text came from.
    fn place(&self, at: usize) -> Option<Range<usize>> {
        let after = self.stretches.partition_point(|stretch| stretch.at <= at);
        let stretch = self.stretches.get(after.checked_sub(1)?).filter(|_| at < self.text.len())?;
        let same = stretch.from.start + (at - stretch.at);
        Some(if stretch.is_same { same..same + 1 } else { stretch.from.clone() })
    }
}

/// How many bytes at the beginning of `rest` are prose and in form NFKC already: letters and digits of
/// ASCII, kanji, kana and their punctuation, which most texts are made of.
fn plain(rest: &str) -> usize {
    let mut end = 0;
    for (at, sign) in rest.char_indices() {
        let is_plain = match sign {
            'h' | 'w' | 'm' => !ADDRESSES.iter().any(|address| rest[at..].starts_with(address)),
            // What may open a stretch that is no prose.
            '`' | '%' | '{' | ']' => false,
            '\u{1}'..='~' | '一'..='鿿' | 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '、' | '。' | '「' | '」' => {
                true
            }
            _ => false,
        };
        if !is_plain {
            // The character before may have to be joined with this one.
            return if joins(sign) {
                rest[..end].char_indices().next_back().map_or(0, |(at, _)| at)
            } else {
                end
            };
        }
        end = at + sign.len_utf8();
    }
    end
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
    rest.char_indices().skip(1).find(|(_, c)| !joins(*c)).map_or(rest.len(), |(at, _)| at)
}

/// Whether `sign` is an accent or a voice mark, which belongs to the character before.
fn joins(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | 'ﾞ' | 'ﾟ')
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
        let at = text.text.find("人口").unwrap();
        assert_eq!(&original[text.original(&(at..at + "人口".len()))], "人口");
    }

    #[test]
    fn a_word_with_its_reading_is_prose() {
        assert_eq!(Text::new("{三人|さんにん}と{n}").text, "{三人|さんにん}と\0");
    }
}
