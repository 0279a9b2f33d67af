//! The notes at the foot of a page or the end of a section, which become entries of the glossary.

use super::draft::Note;
use super::line::Kind;
use super::reader::Reader;
use super::text::{joined, tidy};
use crate::diagnostic::Rule;

/// What stands between a term and its definition.
const SEPARATORS: [&str; 7] = ["…", "・・・", "：", ":", "―", "—", "＝"];

/// The longest term, in characters.
const LONGEST_TERM: usize = 40;

impl Reader<'_> {
    /// ※8 and what it explains, to the end of its lines.
    pub(super) fn note(&mut self) {
        let Kind::Note(number, first) = *self.kind(self.at) else { return };
        let end = self.end_of_block(self.at + 1, false);
        let more = self.lines[self.at + 1..end].iter().map(|line| line.text);
        let more = joined(more);
        let span = self.span(self.at, end);
        let known = self.draft.notes.iter().any(|note| note.number == number);
        match divided(first, &more).filter(|_| !known && number > 0) {
            Some((term, text)) => self.draft.notes.push(Note { number, term, text, span }),
            None => self.draft.keep(&span, Rule::NotPlaced),
        }
        self.at = end;
    }
}

/// The term and its definition in the lines of a note: the `first`, and the others as one.
fn divided(first: &str, more: &str) -> Option<(String, String)> {
    let whole = joined([first, more]);
    let found = SEPARATORS.iter().filter_map(|sign| whole.find(sign).map(|at| (at, *sign)));
    let found = found.min_by_key(|(at, _)| *at).filter(|(at, _)| is_short(&whole[..*at]));
    let (term, text) = match found {
        Some((at, sign)) => (&whole[..at], whole[at..].trim_start_matches(sign)),
        None if whole.find('　').is_some_and(|at| at < first.len()) => whole.split_once('　')?,
        // A term on a line of its own.
        None if !more.is_empty() && is_short(first) => (first, more),
        None => whole.split_once(char::is_whitespace)?,
    };
    let (term, text) = (tidy(term), tidy(text));
    let fits = !term.is_empty() && !text.is_empty() && is_short(&term);
    fits.then_some((term, text))
}

fn is_short(term: &str) -> bool {
    term.chars().count() <= LONGEST_TERM
}

#[cfg(test)]
mod tests {
    use super::divided;

    #[test]
    fn a_sign_a_space_or_a_line_end_divides_a_term_from_its_definition() {
        for (first, more) in [
            ("生成AI…答えを探す", "技術です。"),
            ("生成AI……答えを探す", "技術です。"),
            ("生成 AI：答えを探す技術です。", ""),
            ("生成AI　答えを探す技術です。", ""),
            ("生成AI", "答えを探す技術です。"),
            ("生成", "AI…答えを探す技術です。"),
            ("生成AI　答えを", "探す技術です。"),
        ] {
            let expected = ("生成AI".to_owned(), "答えを探す技術です。".to_owned());
            assert_eq!(divided(first, more), Some(expected), "{first}");
        }
        assert_eq!(divided("生成AI", ""), None);
    }
}
