//! How wide text is drawn, where nothing may ask a font.
//!
//! A chart is laid out at build time, on a machine without the reader's fonts. East Asian
//! characters are one em wide in every Japanese font; the Latin figure is the width of a digit
//! in the widest of the site's fonts, so an estimate errs on the side of room.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width of a narrow character, in em.
const NARROW: f64 = 0.58;

/// The width of `text`, in em.
pub fn em(text: &str) -> f64 {
    text.chars()
        .map(|character| match character.width() {
            Some(0) | None => 0.0,
            Some(1) => NARROW,
            Some(_) => 1.0,
        })
        .sum()
}

/// The width of `text` in cells of a terminal.
pub fn columns(text: &str) -> usize {
    text.width()
}

/// The beginning of `text` on one line, `longest` columns or a sign more.
pub fn beginning(text: &str, longest: usize) -> String {
    let mut shown = String::new();
    for sign in text.chars().map(|sign| if sign == '\n' { ' ' } else { sign }) {
        if columns(&shown) >= longest {
            return format!("{shown}…");
        }
        shown.push(sign);
    }
    shown
}

/// Whether `character` is written in a full-width cell, as Japanese is.
pub fn is_wide(character: char) -> bool {
    character.width() == Some(2)
}

#[cfg(test)]
mod tests {
    #[test]
    fn japanese_is_one_em_a_character_and_latin_a_little_over_half() {
        assert!((super::em("基準値") - 3.0).abs() < 1e-9);
        assert!((super::em("14.3%") - 2.9).abs() < 1e-9);
    }
}
