//! Room for text: how wide a line is, and where a text too long for one line breaks.
//!
//! No label may leave the frame or meet another, whatever its length, in fonts that only the
//! reader's machine knows. So every width is estimated on the side of room.

use crate::value::text_width;

/// Added to the broadest letters and signs, in em.
const BROAD: f64 = 0.34;

/// Added to other capitals, in em.
const CAPITAL: f64 = 0.1;

/// Added to a percent sign, in em.
const PERCENT: f64 = 0.46;

/// Added to digits, in em.
const DIGIT: f64 = 0.02;

/// Added to most small letters, in em. Taken with the slender ones, a text in `DejaVu` Sans, the
/// widest usual one, just fits, and one in Noto Sans JP has a tenth to spare.
const LETTER: f64 = 0.05;

/// Added to the slenderest letters, points and the space, in em.
const SLENDER: f64 = -0.26;

/// Added to slender letters, in em.
const SLIM: f64 = -0.16;

/// Added to signs such as `△` and `—`, which a Japanese font draws full-width, in em.
const SIGN: f64 = 0.42;

/// How much wider bold text is.
const BOLD: f64 = 1.06;

/// The width of `text`, in em.
pub(super) fn em(text: &str, bold: bool) -> f64 {
    let extra: f64 = text.chars().map(surcharge).sum();
    (text_width::em(text) + extra) * if bold { BOLD } else { 1.0 }
}

fn surcharge(character: char) -> f64 {
    match character {
        'm' | 'w' | 'M' | 'W' | '@' | '&' => BROAD,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => SLENDER,
        'f' | 'r' | 't' | '(' | ')' | '-' => SLIM,
        '0'..='9' => DIGIT,
        '%' => PERCENT,
        'a'..='z' | 'ß'..='ÿ' => LETTER,
        'A'..='Z' | 'À'..='Þ' => CAPITAL,
        '\u{2010}'.. if !text_width::is_wide(character) => SIGN,
        _ => 0.0,
    }
}

/// What cannot be broken: a word with the space after it, or a Japanese character.
struct Piece {
    text: String,
    /// Width, in em.
    width: f64,
    /// Width without the space at its end, in em.
    bare: f64,
}

/// Breaks `text` into lines no wider than `widest` em, as few and as even as can be.
pub(super) fn wrap(text: &str, bold: bool, widest: f64) -> Vec<String> {
    let pieces = pieces(text, bold, widest);
    let longest = pieces.iter().map(|piece| piece.bare).fold(0.0, f64::max);
    let mut lines = fill(&pieces, widest);
    let mut narrow = widest - 0.5;
    while lines.len() > 1 && narrow >= longest {
        let tighter = fill(&pieces, narrow);
        if tighter.len() > lines.len() {
            break;
        }
        lines = tighter;
        narrow -= 0.5;
    }
    lines
        .into_iter()
        .map(|line| line.iter().map(|piece| &piece.text[..]).collect::<String>().trim_end().to_owned())
        .collect()
}

/// Puts as many pieces on each line as go there.
fn fill(pieces: &[Piece], widest: f64) -> Vec<&[Piece]> {
    let (mut lines, mut start, mut used) = (Vec::new(), 0, 0.0);
    for (index, piece) in pieces.iter().enumerate() {
        if index > start && used + piece.bare > widest {
            lines.push(&pieces[start..index]);
            (start, used) = (index, 0.0);
        }
        used += piece.width;
    }
    if start < pieces.len() {
        lines.push(&pieces[start..]);
    }
    lines
}

/// Cuts `text` at every place where a line may end, and a longer word where it must.
fn pieces(text: &str, bold: bool, widest: f64) -> Vec<Piece> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before = None;
    for character in text.chars() {
        let width = em(character.encode_utf8(&mut [0; 4]), bold);
        let bare = if character == ' ' { 0.0 } else { width };
        match pieces.last_mut() {
            Some(piece) if !breaks(before, character) && piece.width + bare <= widest => {
                piece.text.push(character);
                piece.bare = piece.width + bare;
                piece.width += width;
            }
            _ => pieces.push(Piece { text: character.to_string(), width, bare }),
        }
        before = Some(character);
    }
    pieces
}

/// Whether a line may end between two characters: after a space, and beside Japanese unless that
/// would part a number from its unit or punctuation from its word.
fn breaks(before: Option<char>, after: char) -> bool {
    let Some(before) = before else { return false };
    if after == ' ' || "、。，．）」』】〕・％ー〜々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.)%".contains(after)
    {
        return false;
    }
    if "（「『【〔(".contains(before) || before.is_ascii_digit() {
        return false;
    }
    before == ' ' || text_width::is_wide(before) || text_width::is_wide(after)
}

#[cfg(test)]
mod tests {
    use super::{em, wrap};

    #[test]
    fn a_latin_text_breaks_at_spaces_into_even_lines() {
        let lines = wrap("at or below the average of similar municipalities", false, 20.0);
        assert_eq!(lines, ["at or below the average", "of similar municipalities"]);
    }

    #[test]
    fn a_japanese_text_breaks_anywhere_but_not_before_a_full_stop() {
        assert_eq!(wrap("類似団体平均以下。", false, 8.0), ["類似団体平", "均以下。"]);
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut() {
        let lines = wrap(&"m".repeat(60), true, 18.0);
        assert!(lines.iter().all(|line| em(line, true) <= 18.0));
        assert_eq!(lines.concat().len(), 60);
    }

    #[test]
    fn nothing_gives_no_line() {
        assert!(wrap("  ", false, 10.0).is_empty());
    }
}
