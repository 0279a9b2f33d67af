//! Keeps a spreadsheet program from running a text, or from making a figure or a date of it.

/// What a formula begins with, in Japanese input too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What figures, amounts and dates are made of beside digits.
const BETWEEN_DIGITS: &str = " .,:/-%¥$€()eE年月日時分秒";

/// Longest date in words, in characters: `30 de setembro de 2029`.
const LONGEST_DATE: usize = 24;

/// Words that a spreadsheet program takes for truth values.
const TRUTH: [&str; 4] = ["true", "false", "verdadeiro", "falso"];

/// `text` as a cell holds it. An apostrophe before it is what a spreadsheet program itself uses.
pub(super) fn protected(text: &str) -> String {
    if is_at_risk(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that `cell` holds.
pub(super) fn unprotected(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|text| is_at_risk(text)).unwrap_or(cell)
}

/// Whether a spreadsheet program could take `text` for something else, or it looks protected.
fn is_at_risk(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    text.trim_start().starts_with(FORMULA) || text.starts_with(['\t', '\r']) || could_be_value(text.trim())
}

/// Whether `text` has the look of a figure, a date or a truth value. An apostrophe too many does no harm.
fn could_be_value(text: &str) -> bool {
    if TRUTH.contains(&text.to_lowercase().as_str()) {
        return true;
    }
    let plain = |text: &str| text.chars().all(|sign| is_digit(sign) || BETWEEN_DIGITS.contains(sign));
    // The names of texts hold this sign, and no date does.
    if text.contains('#') || !text.contains(is_digit) {
        return false;
    }
    if text.chars().count() > LONGEST_DATE {
        return plain(text);
    }
    let begins = text.starts_with(|sign: char| is_digit(sign) || BETWEEN_DIGITS.contains(sign));
    // Mar-29, R7.4.1, 令和7年4月1日
    begins || plain(text.trim_start_matches(|sign: char| sign.is_alphabetic() || sign == '.'))
}

fn is_digit(sign: char) -> bool {
    sign.is_ascii_digit() || ('０'..='９').contains(&sign)
}
