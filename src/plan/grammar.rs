//! The written form of values: a number, perhaps a magnitude and a unit, perhaps a bound or a remark.

use rust_decimal::Decimal;

use super::{Amount, Bound, Reading};

const BOUNDS: [(&str, Bound); 5] = [
    ("以上", Bound::AtLeast),
    ("以下", Bound::AtMost),
    ("以内", Bound::Within),
    ("未満", Bound::LessThan),
    ("超", Bound::MoreThan),
];

/// Large numbers count in steps of ten thousand. 千円 and 百万円 are units of their own.
const MAGNITUDES: [(&str, u32); 3] = [("万", 4), ("億", 8), ("兆", 12)];

const NOTHING: [&str; 6] = ["", "—", "―", "–", "-", "なし"];

const RANGE_SIGNS: [char; 4] = ['〜', '~', '–', '-'];

/// The longest text that can be a unit, in characters.
const LONGEST_UNIT: usize = 8;

/// The longest text that can be a quantity with its remark, in bytes.
const LONGEST: usize = 1000;

/// Full-width digits, signs and letters as their ASCII forms, without surrounding space.
pub(super) fn fold(written: &str) -> String {
    let folded = written.trim().chars().map(|character| match character {
        '０'..='９'
        | 'Ａ'..='Ｚ'
        | 'ａ'..='ｚ'
        | '％'
        | '，'
        | '．'
        | '／'
        | '－'
        | '＋'
        | '（'
        | '）'
        | '～' => {
            // The full-width forms lie at a fixed distance from ASCII (Unicode block FF00–FFEF).
            char::from_u32(character as u32 - 0xFEE0).unwrap_or(character)
        }
        '−' => '-',
        '　' => ' ',
        other => other,
    });
    folded.collect()
}

/// The sign of the power of ten `magnitude`.
pub(super) fn magnitude_sign(magnitude: u32) -> &'static str {
    MAGNITUDES.iter().find(|(_, power)| *power == magnitude).map_or("", |(sign, _)| *sign)
}

/// How the folded `text` is read.
pub(super) fn read(text: &str) -> Reading {
    if NOTHING.contains(&text) {
        return Reading::Nothing;
    }
    if text.len() > LONGEST {
        return Reading::Words;
    }
    if let Some(amount) = amount(text) {
        return Reading::Amount(amount);
    }
    range(text).or_else(|| fraction(text)).unwrap_or(Reading::Words)
}

/// A number, perhaps a magnitude and a unit, perhaps a bound, perhaps a remark.
fn amount(text: &str) -> Option<Amount> {
    let (text, remark) = match text.strip_suffix(')').and_then(|inner| inner.rsplit_once('(')) {
        Some((before, remark)) => (before.trim_end(), Some(remark.to_owned())),
        None => (text, None),
    };
    let bound = BOUNDS.iter().find(|(word, _)| text.ends_with(word));
    let text = bound.map_or(text, |(word, _)| &text[..text.len() - word.len()]);
    let (number, rest) = number(text)?;
    let rest = rest.trim_start();
    let magnitude = MAGNITUDES.iter().find(|(sign, _)| rest.starts_with(sign));
    let unit = magnitude.map_or(rest, |(sign, _)| &rest[sign.len()..]);
    let unit = unit.trim();
    is_unit(unit).then(|| Amount {
        number,
        magnitude: magnitude.map_or(0, |(_, power)| *power),
        unit: unit.to_owned(),
        bound: bound.map(|(_, bound)| *bound),
        remark,
    })
}

/// The number that `text` begins with, and what follows. Digits may be grouped by threes.
fn number(text: &str) -> Option<(Decimal, &str)> {
    let (sign, digits) = match text.strip_prefix(['△', '▲', '-']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let length = digits.bytes().take_while(|byte| byte.is_ascii_digit() || b",.".contains(byte)).count();
    let (digits, rest) = digits.split_at(length);
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, part)| (whole, Some(part)));
    let groups: Vec<&str> = whole.split(',').collect();
    let grouped = groups.len() == 1
        || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3));
    let fits = grouped
        && !groups[0].is_empty()
        && fraction.is_none_or(|part| !part.is_empty() && !part.contains([',', '.']));
    let plain = format!("{sign}{}", digits.replace(',', ""));
    // More digits than it can hold are no number: none of them is rounded away.
    fits.then(|| Decimal::from_str_exact(&plain).ok().map(|number| (number, rest)))?
}

fn is_unit(unit: &str) -> bool {
    unit.chars().count() <= LONGEST_UNIT
        && !unit.chars().any(|c| {
            c.is_numeric() || c.is_whitespace() || "、。:/(),.".contains(c) || RANGE_SIGNS.contains(&c)
        })
}

fn range(text: &str) -> Option<Reading> {
    text.match_indices(RANGE_SIGNS).filter(|(at, _)| *at > 0).find_map(|(at, sign)| {
        let to = amount(text[at + sign.len()..].trim_start())?;
        let mut from = amount(text[..at].trim_end())?;
        if from.unit.is_empty() {
            from.unit.clone_from(&to.unit);
            from.magnitude = from.magnitude.max(to.magnitude);
        }
        // Without a unit a hyphen joins more than figures: 2025-04 is a month.
        let plain = from.bound.is_none() && from.remark.is_none() && !(to.unit.is_empty() && sign == "-");
        (plain && from.unit == to.unit).then_some(Reading::Range(from, to))
    })
}

fn fraction(text: &str) -> Option<Reading> {
    let (part, whole) = text.split_once('/')?;
    let plain =
        |text: &str| number(text.trim()).filter(|(_, rest)| rest.is_empty()).map(|(number, _)| number);
    Some(Reading::Fraction(plain(part)?, plain(whole)?))
}

#[cfg(test)]
mod tests;
