//! Characters that nobody sees.

/// Whether `character` is a zero-width character, or one that turns the direction of a text, where it stands
/// behind `before`. Scripts of India and Arabic join and part letters by two of them, and emoji are joined by
/// one: those are odd only after a letter that is never joined.
pub fn is_unseen(character: char, before: Option<char>) -> bool {
    match character {
        '\u{200C}' | '\u{200D}' => before.is_none_or(|before| before.is_ascii() || before < '\u{0300}'),
        '\u{200B}'
        | '\u{2060}'
        | '\u{FEFF}'
        | '\u{061C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => true,
        _ => false,
    }
}

/// The characters of `text` by their numbers in Unicode: `U+200B U+202E`.
pub fn numbers(text: &str) -> String {
    let numbered = |sign: char| format!("U+{:04X}", u32::from(sign));
    text.chars().map(numbered).collect::<Vec<_>>().join(" ")
}
