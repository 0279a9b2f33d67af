//! A translation ends like a sentence where its source does.

use super::Words;
use super::script::ends_sentences;
use crate::diagnostic::{Diagnostic, Rule};

/// What ends a sentence, in any script.
const ENDS: &str = ".!?…。！？．｡।॥۔؟։።";

/// What may stand around a sentence as well as in it.
const CLOSES: &str = ")]}\"'”’»›）］｝」』】〕〉》＞";

/// A full stop after these says no more than that the word is cut short.
const ABBREVIATIONS: [&str; 8] = ["etc", "e.g", "i.e", "p.ex", "ex", "co", "inc", "ltd"];

/// These end a part of a sentence, and what follows may be the rest of it.
const COLONS: &str = ":;：；";

/// Whether only one of the texts of `words` ends like a sentence.
pub(super) fn check(words: &Words<'_>) -> Option<Diagnostic> {
    let (source, written) = (last(&words.source)?, last(&words.text)?);
    let goes_on = COLONS.contains(source) || COLONS.contains(written);
    let differs = ends(source) != ends(written) && !goes_on && !is_cut_short(&words.text);
    (differs && ends_sentences(words.pair.language)).then(|| {
        let at = words.text.rfind(written).map_or(0..0, |start| start..start + written.len());
        let finding = Diagnostic::at(Rule::EndPunctuation, &words.pair.place(at));
        finding.with("source", source).with("written", written)
    })
}

/// The last character of `text` that is not only wrapped around it.
fn last(text: &str) -> Option<&str> {
    let inside = unwrapped(text);
    inside.char_indices().next_back().map(|(start, _)| &inside[start..])
}

fn unwrapped(text: &str) -> &str {
    text.trim_end_matches(|sign: char| sign.is_whitespace() || CLOSES.contains(sign))
}

fn ends(last: &str) -> bool {
    ENDS.contains(last)
}

/// Whether `text` ends in an abbreviation or an initial, which may end a sentence or not.
fn is_cut_short(text: &str) -> bool {
    let Some(before) = unwrapped(text).strip_suffix('.') else { return false };
    let word = before.rsplit(|sign: char| sign.is_whitespace() || "([“«\"".contains(sign)).next();
    let word = word.unwrap_or(before).trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = word.to_lowercase();
    ABBREVIATIONS.contains(&lower.as_str()) || lower.split('.').all(|part| part.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use crate::diagnostic::Rule::EndPunctuation;

    #[test]
    fn a_sentence_ends_as_one_and_a_title_does_not() {
        for (language, source, text, found) in [
            ("pt", "計画です。", "É o plano.", None),
            ("pt", "計画です。", "É o plano", Some("o")),
            ("pt", "計画の推進", "Promoção do plano.", Some(".")),
            ("pt", "計画の推進", "Promoção do plano", None),
            ("en", "計画ですか？", "Is it a plan?", None),
            ("en", "計画です【※8】。", "It is a plan【※8】.", None),
            ("en", "（計画です。）", "(It is a plan.)", None),
            ("en", "「計画」です。", "It is a “plan.”", None),
            ("pt", "計画の推進", "Promoção do “etc.”", None),
            ("en", "計画など", "Plans etc.", None),
            ("en", "計画は次のとおりです。", "The plans are:", None),
            ("en", "米国", "The U.S.", None),
            ("es", "計画です。", "¡Es el plan!", None),
            ("th", "計画です。", "แผน", None),
            ("ne", "計画です。", "योजना।", None),
        ] {
            let expected: Vec<_> = found.into_iter().map(|at| (EndPunctuation, at.to_owned())).collect();
            assert_eq!(told(super::check, language, source, text), expected, "{text}");
        }
    }
}
