//! Words without what bends them: `municípios` and `município` are one word.

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use unicode_segmentation::UnicodeSegmentation;

/// How short a word may become by losing its ending.
const SHORTEST: usize = 3;

/// The endings of a language, without accents, and what stands in their place: number and gender, and no
/// more than that. The first that fits is taken. Words of other languages are compared as they are.
const ENDINGS: [(&str, &[(&str, &str)]); 3] = [
    (
        "en",
        &[
            ("'s", ""),
            ("’s", ""),
            ("ies", "y"),
            ("sses", "ss"),
            ("ss", "ss"),
            ("es", ""),
            ("e", ""),
            ("s", ""),
        ],
    ),
    ("es", &[("ces", "z"), ("es", ""), ("as", ""), ("os", ""), ("a", ""), ("o", ""), ("e", ""), ("s", "")]),
    (
        "pt",
        &[
            ("oes", ""),
            ("aes", ""),
            ("aos", ""),
            ("ao", ""),
            ("ais", ""),
            ("al", ""),
            ("eis", ""),
            ("el", ""),
            ("ns", ""),
            ("m", ""),
            ("es", ""),
            ("as", ""),
            ("os", ""),
            ("a", ""),
            ("o", ""),
            ("e", ""),
            ("s", ""),
        ],
    ),
];

/// Every word of `text`, where it stands and its stem in the language `primary`.
pub(super) fn stems(text: &str, primary: &str) -> Vec<(usize, usize, String)> {
    let endings = ENDINGS.iter().find(|(language, _)| *language == primary).map_or(&[][..], |(_, all)| *all);
    let words = text.unicode_word_indices();
    words.map(|(start, word)| (start, start + word.len(), stem(word, endings))).collect()
}

fn stem(word: &str, endings: &[(&str, &str)]) -> String {
    let is_accent = |letter: &char| matches!(letter, '\u{300}'..='\u{36F}');
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(word);
    let plain = apart.chars().filter(|letter| !is_accent(letter)).collect::<String>().to_lowercase();
    let short = endings.iter().find_map(|(ending, instead)| {
        let short = format!("{}{instead}", plain.strip_suffix(ending)?);
        (short.chars().count() >= SHORTEST).then_some(short)
    });
    short.unwrap_or(plain)
}

/// A text in Japanese whatever its width, case and spaces.
pub(super) fn folded(text: &str) -> String {
    let composed = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    composed.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::stems;

    #[test]
    fn words_that_differ_in_number_and_gender_are_the_same() {
        for (language, one, other, same) in [
            ("en", "agency", "agencies", true),
            ("en", "process", "processes", true),
            ("en", "service", "Services", true),
            ("en", "town", "town’s", true),
            ("en", "plan", "planet", false),
            ("pt", "doação", "doações", true),
            ("pt", "municipal", "Municipais", true),
            ("pt", "morador", "moradoras", true),
            ("pt", "jardim", "jardins", true),
            ("pt", "integrado", "integradas", true),
            ("pt", "diretor", "direto", false),
            ("es", "reunión", "reuniones", true),
            ("es", "luz", "luces", true),
            ("es", "público", "publicas", true),
            ("de", "Stadt", "Städte", false),
        ] {
            let stem = |word| stems(word, language).into_iter().map(|(_, _, stem)| stem).collect::<Vec<_>>();
            assert_eq!(stem(one) == stem(other), same, "{language}: {one}, {other}");
        }
    }
}
