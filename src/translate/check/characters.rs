//! Characters that are not seen, look like others, or lack the one that they pair with.

use std::ops::Range;

use super::Words;
use super::script::{is_japanese, is_written_in_han};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::value::unseen::{is_unseen, numbers};

/// What opens, and what closes it. Quotation marks that one language opens and another closes with are
/// judged apart.
const PAIRS: [(char, char); 9] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('（', '）'),
    ('［', '］'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
    ('«', '»'),
];

/// The characters of `words` that do not belong into its language, those in a row as one.
pub(super) fn check(words: &Words<'_>) -> Diagnostics {
    let pair = words.pair;
    // What stands in Japanese that was left has been told of with it.
    let wide = is_written_in_han(pair.language) || words.text.contains(is_japanese);
    let mut found = odd(&words.text, wide);
    if unpaired(&words.source).is_none() {
        let single = unpaired(&words.text).map(|(at, sign)| at..at + sign.len_utf8());
        found.extend(single.filter(|single| !found.iter().any(|run| run.contains(&single.start))));
    }
    let told = found.into_iter().map(|run| {
        let shown = shown(&words.text[run.clone()]);
        Diagnostic::at(Rule::OddCharacters, &pair.place(run)).with("characters", shown)
    });
    told.collect()
}

/// Where characters stand that cannot be seen, or that are as wide as Japanese in a language that is not.
fn odd(text: &str, wide: bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut before = None;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if is_unseen(character, before) || (!wide && is_full_width(character)) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end = end,
                _ => runs.push(at..end),
            }
        }
        before = Some(character);
    }
    runs
}

/// `text` as a finding can show it: what cannot be seen is named by its number.
fn shown(text: &str) -> String {
    let is_blank = |sign: char| sign.is_whitespace() || is_unseen(sign, None);
    if text.contains(is_blank) { numbers(text) } else { format!("`{text}`") }
}

/// ASCII as Japanese keyboards write it, and the signs and the space that come with it.
fn is_full_width(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303F}' | '\u{30FB}' | '\u{FF01}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFE6}')
}

/// The first bracket or quotation mark of `text` without its other half. A list's `a)` needs none.
fn unpaired(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char, char)> = Vec::new();
    let mut quotes = Quotes::default();
    for (at, sign) in text.char_indices() {
        if let Some((_, close)) = PAIRS.iter().find(|(opens, _)| *opens == sign) {
            open.push((at, sign, *close));
        } else if PAIRS.iter().any(|(_, closes)| *closes == sign) {
            match open.last() {
                Some((_, _, close)) if *close == sign => drop(open.pop()),
                _ if is_enumerator(&text[..at]) => {}
                _ => return Some((at, sign)),
            }
        }
        quotes.read(at, sign);
    }
    open.first().map(|(at, sign, _)| (*at, *sign)).or_else(|| quotes.unpaired())
}

/// Whether `before` a closing bracket stands nothing but one letter or a number.
fn is_enumerator(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.chars().count() == 1 || (!word.is_empty() && word.chars().all(|sign| sign.is_ascii_digit()))
}

/// The quotation marks of a text: `"…"`, `“…”`, `„…“` and `”…”`.
#[derive(Default)]
struct Quotes {
    straight: Vec<usize>,
    low: Vec<usize>,
    left: Vec<usize>,
    right: Vec<usize>,
}

impl Quotes {
    fn read(&mut self, at: usize, sign: char) {
        match sign {
            '"' => self.straight.push(at),
            '„' => self.low.push(at),
            '“' => self.left.push(at),
            '”' => self.right.push(at),
            _ => {}
        }
    }

    /// The last mark of a kind that does not come out even.
    fn unpaired(&self) -> Option<(usize, char)> {
        let last = |marks: &Vec<usize>, sign| marks.last().map(|at| (*at, sign));
        if self.straight.len() % 2 == 1 {
            return last(&self.straight, '"');
        }
        let (low, left, right) = (self.low.len(), self.left.len(), self.right.len());
        match (low, left, right) {
            (0, 0, right) if right % 2 == 1 => last(&self.right, '”'),
            (0, 1.., _) if left > right => last(&self.left, '“'),
            (0, 1.., _) if left < right => last(&self.right, '”'),
            (1.., _, _) if low > left + right => last(&self.low, '„'),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use crate::diagnostic::Rule::OddCharacters;

    #[test]
    fn characters_that_nobody_meant_are_found() {
        for (language, text, found) in [
            ("pt", "A ｃｉｄａｄｅ, Ｂ", vec!["ｃｉｄａｄｅ", "Ｂ"]),
            ("pt", "De　novo", vec!["\u{3000}"]),
            ("pt", "A cidade、o plano。", vec!["、", "。"]),
            ("pt", "O「町」", vec![]),
            ("en", "town\u{200B}hall", vec!["\u{200B}"]),
            ("en", "\u{202E}town", vec!["\u{202E}"]),
            ("en", "to\u{200D}wn", vec!["\u{200D}"]),
            ("ne", "क्\u{200D}ष", vec![]),
            ("pt", "10\u{00A0}000 e 5\u{202F}%", vec![]),
            ("pt", "O balcão【※ ８】", vec![]),
            ("zh", "（Ａ）", vec![]),
        ] {
            let expected: Vec<_> = found.into_iter().map(|at| (OddCharacters, at.to_owned())).collect();
            assert_eq!(told(super::check, language, "町", text), expected, "{text}");
        }
    }

    #[test]
    fn brackets_and_quotation_marks_come_in_pairs() {
        for (source, text, found) in [
            ("「町」", "“Cidade”", None),
            ("「町」", "“Cidade", Some("“")),
            ("「町」", "\"Cidade\" e \"país", Some("\"")),
            ("「町」", "„Stadt“", None),
            ("「町」", "”stad”", None),
            ("（町）", "(cidade", Some("(")),
            ("（町）", "cidade)", Some(")")),
            ("（町）", "cidade (a [b) c]", Some(")")),
            ("一", "a) um 2) dois", None),
            ("（町", "(cidade", None),
            ("町", "the towns’ plans", None),
        ] {
            let expected: Vec<_> = found.into_iter().map(|at| (OddCharacters, at.to_owned())).collect();
            assert_eq!(told(super::check, "pt", source, text), expected, "{text}");
        }
    }
}
