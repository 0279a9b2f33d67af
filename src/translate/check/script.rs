//! Which letters are Japanese, and which languages are written with them.

use crate::value::Language;

/// Languages written with Chinese characters, or that set names and terms in them.
const HAN: [&str; 11] = ["ja", "zh", "yue", "nan", "hak", "wuu", "lzh", "cmn", "ko", "ryu", "ain"];

/// Languages that double words by their grammar.
const DOUBLING: [&str; 13] = ["vi", "id", "ms", "jv", "su", "tl", "fil", "ceb", "th", "lo", "ne", "hi", "bn"];

/// Languages without a sign at the end of a sentence.
const WITHOUT_SENTENCE_SIGN: [&str; 2] = ["th", "lo"];

/// The language of `tag` without its subtags: `zh` of `zh-Hant`.
pub(super) fn primary(language: &Language) -> &str {
    language.as_str().split('-').next().unwrap_or_default()
}

/// Whether kana or Chinese characters are letters of `language`.
pub(super) fn is_written_in_han(language: &Language) -> bool {
    HAN.contains(&primary(language))
}

/// Whether `language` says a word twice to say more.
pub(super) fn doubles_words(language: &Language) -> bool {
    DOUBLING.contains(&primary(language)) || is_written_in_han(language)
}

/// Whether `language` closes a sentence with a sign.
pub(super) fn ends_sentences(language: &Language) -> bool {
    !WITHOUT_SENTENCE_SIGN.contains(&primary(language))
}

/// Hiragana and katakana, half-width ones and the marks that repeat or lengthen them as well.
pub(super) fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}' | '\u{309D}'..='\u{309F}' | '\u{30A1}'..='\u{30FA}'
        | '\u{30FC}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9D}')
}

/// Chinese characters, and the marks that stand for one.
pub(super) fn is_kanji(character: char) -> bool {
    matches!(character, '々' | '〆' | '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A letter of Japanese.
pub(super) fn is_japanese(character: char) -> bool {
    is_kana(character) || is_kanji(character)
}
