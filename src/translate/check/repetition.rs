//! The same word twice in a row, as it is left when a sentence was changed.

use unicode_segmentation::UnicodeSegmentation;

use super::Words;
use super::script::{doubles_words, primary};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};

/// Words that a good sentence may have twice in a row.
const DOUBLED: [(&str, &[&str]); 3] = [
    ("en", &["that", "had", "is", "do", "very", "so", "in"]),
    ("es", &["se", "nos", "que", "muy", "ya", "casi"]),
    ("pt", &["se", "nos", "que", "muito", "já", "logo", "quase", "pouco"]),
];

/// The words of `words` that stand twice in a row, with nothing but space between.
pub(super) fn check(words: &Words<'_>) -> Diagnostics {
    let pair = words.pair;
    if doubles_words(pair.language) {
        return Diagnostics::new();
    }
    let doubled = DOUBLED.iter().find(|(language, _)| *language == primary(pair.language));
    let allowed = doubled.map_or(&[][..], |(_, words)| *words);
    let all: Vec<(usize, &str)> = words.text.unicode_word_indices().collect();
    let twice = all.windows(2).filter_map(|two| {
        let [(before, first), (start, second)] = [two[0], two[1]];
        let folded = second.to_lowercase();
        let repeated = second.chars().all(char::is_alphabetic)
            && folded == first.to_lowercase()
            && pair.text[before + first.len()..start].chars().all(char::is_whitespace)
            && !is_part(&pair.text[..before], &pair.text[start + second.len()..])
            && !allowed.contains(&folded.as_str())
            && !(is_name(first) && is_name(second));
        let at = || pair.place(start..start + second.len());
        repeated.then(|| Diagnostic::at(Rule::RepeatedWord, &at()).with("word", second))
    });
    twice.collect()
}

/// Whether hyphens make one word of the first with what stands `before` it, or of the second with what
/// comes `after`: `quartas quartas-feiras`.
fn is_part(before: &str, after: &str) -> bool {
    const HYPHENS: [char; 2] = ['-', '\u{2011}'];
    before.ends_with(HYPHENS) || after.starts_with(HYPHENS)
}

/// `Bora Bora` is no slip.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use crate::diagnostic::Rule::RepeatedWord;

    #[test]
    fn a_word_said_twice_is_found_unless_the_language_says_it_so() {
        for (language, text, found) in [
            ("en", "the the town", Some("the")),
            ("en", "In the The town", Some("The")),
            ("en", "what the town had had to do", None),
            ("en", "to Walla Walla", None),
            ("en", "the town. Town hall", None),
            ("en", "5 5", None),
            ("pt", "a cidade de\nde Oizumi", Some("de")),
            ("pt", "quanto se se considera", None),
            ("pt", "de `x` de", None),
            ("pt", "passo-a-passo", None),
            ("pt", "nas quartas quartas-feiras", None),
            ("pt", "o porta-voz voz", None),
            ("es", "el plan del del pueblo", Some("del")),
            ("es", "nos nos decimos", None),
            ("vi", "luôn luôn", None),
        ] {
            let expected: Vec<_> = found.into_iter().map(|at| (RepeatedWord, at.to_owned())).collect();
            assert_eq!(told(super::check, language, "町", text), expected, "{text}");
        }
    }
}
