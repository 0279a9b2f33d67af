//! Nothing of a translation is left in Japanese.

use std::ops::Range;

use super::script::{is_japanese, is_kana, is_written_in_han};
use super::{Pair, Words};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::value::text_width::is_wide;

/// What of `words` is Japanese: all of it, or some stretches.
pub(super) fn check(words: &Words<'_>) -> Diagnostics {
    let pair = words.pair;
    if is_unchanged(pair) {
        return vec![Diagnostic::at(Rule::Unchanged, &pair.whole())];
    }
    if is_written_in_han(pair.language) {
        return Diagnostics::new();
    }
    let found = runs(&words.text).into_iter().map(|run| {
        let text = &words.text[run.clone()];
        Diagnostic::at(Rule::ResidualJapanese, &pair.place(run.clone())).with("text", text)
    });
    found.collect()
}

/// Whether `pair` is a Japanese text twice. A language written in Chinese characters may share a term with Japanese, but no kana.
pub(super) fn is_unchanged(pair: &Pair<'_>) -> bool {
    let is_letter = if is_written_in_han(pair.language) { is_kana } else { is_japanese };
    pair.text.trim() == pair.source.trim() && pair.source.contains(is_letter)
}

/// The stretches of Japanese: letters, and the wide signs between two of them.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, character)| is_japanese(*character)) {
        let end = at + letter.len_utf8();
        match runs.last_mut() {
            Some(run) if text[run.end..at].chars().all(is_wide) => run.end = end,
            _ => runs.push(at..end),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use crate::diagnostic::Rule::{ResidualJapanese, Unchanged};

    #[test]
    fn japanese_in_a_translation_is_found_stretch_by_stretch() {
        for (language, text, found) in [
            ("pt", "A 窓口 da cidade e o 町役場", vec!["窓口", "町役場"]),
            ("en", "The「町」と「県」 work.", vec!["町」と「県"]),
            ("es", "El サービス", vec!["サービス"]),
            ("en", "The counter【※8】 of {大泉|Oizumi}, `町`, https://example.jp/a", vec![]),
            ("en", "【※】 and Ⅲ", vec![]),
            ("zh", "町的窗口", vec![]),
        ] {
            let expected: Vec<_> =
                found.into_iter().map(|part| (ResidualJapanese, part.to_owned())).collect();
            assert_eq!(told(super::check, language, "町の窓口です", text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_that_was_not_translated_at_all_is_told_once() {
        for (language, source, found) in [
            ("pt", "町の窓口", true),
            ("pt", "SDGs", false),
            ("zh", "多文化共生", false),
            ("zh", "町の窓口", true),
            ("pt", "120", false),
        ] {
            let rules: Vec<_> = told(super::check, language, source, source);
            assert_eq!(rules, if found { vec![(Unchanged, source.to_owned())] } else { vec![] }, "{source}");
        }
    }
}
