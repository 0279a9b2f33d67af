//! The parts of a text in Latin letters: words, digits and single signs.

use std::ops::Range;
use std::str::FromStr;

use rust_decimal::Decimal;

/// What stands between digits of one number.
const SEPARATORS: [char; 4] = ['.', ',', '\'', '’'];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Digits,
    Word,
    Sign,
}

/// A part of a text.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) kind: Kind,
    /// What it says, in small letters.
    pub(super) text: String,
    pub(super) at: Range<usize>,
    /// Whether it stands in capitals.
    pub(super) capital: bool,
    /// Whether nothing stands between it and the one before.
    pub(super) glued: bool,
}

/// The parts of `text`. `spaced`: whether a space may stand between thousands.
pub(super) fn atoms(text: &str, spaced: bool) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let (kind, length) = if first.is_ascii_digit() {
            (Kind::Digits, digits(rest, spaced))
        } else if first.is_alphabetic() {
            (Kind::Word, rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()))
        } else {
            (Kind::Sign, first.len_utf8())
        };
        let range = at..at + length;
        at += length;
        if !first.is_whitespace() {
            let glued = atoms.last().is_some_and(|last: &Atom| last.at.end == range.start);
            let written = &text[range.clone()];
            let capital = written.chars().all(char::is_uppercase);
            atoms.push(Atom { kind, text: written.to_lowercase(), at: range, capital, glued });
        }
    }
    atoms
}

/// How many bytes at the beginning of `rest` are one number. Where neither the point nor the comma
/// makes one of them, as in the date 2024.4.1, only the first digits are.
fn digits(rest: &str, spaced: bool) -> usize {
    let run = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = run(rest);
    let mut length = first;
    loop {
        let separator = rest[length..].chars().next().filter(|c| SEPARATORS.contains(c) || *c == ' ');
        let Some(separator) = separator else { break };
        let after = &rest[length + separator.len_utf8()..];
        let group = run(after);
        let thousands = group == 3 && first <= 3 && !rest[..length].contains(SEPARATORS);
        if group == 0 || (separator == ' ' && !(spaced && thousands)) {
            break;
        }
        length += separator.len_utf8() + group;
    }
    let number = &rest[..length];
    if value(number, '.').or_else(|| value(number, ',')).is_some() { length } else { first }
}

/// The value of `number` where `point` stands before the decimals and any other sign between thousands.
pub(super) fn value(number: &str, point: char) -> Option<Decimal> {
    let (whole, decimals) = number.split_once(point).map_or((number, None), |(w, d)| (w, Some(d)));
    let mut separators = whole.chars().filter(|c| !c.is_ascii_digit());
    let separator = separators.next();
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let fits = separators.all(|other| Some(other) == separator)
        && (groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)))
        && decimals.is_none_or(|decimals| decimals.bytes().all(|byte| byte.is_ascii_digit()));
    let plain =
        decimals.map_or_else(|| groups.concat(), |decimals| format!("{}.{decimals}", groups.concat()));
    fits.then(|| Decimal::from_str(&plain).ok())?
}
