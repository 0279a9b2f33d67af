//! Spaces and line ends that the paper or its extraction made, and nobody wrote.

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::value::text_width::{columns, is_wide};

/// A line that is this much narrower than the widest ends before the margin, in columns.
const SHORT: usize = 4;

/// `text` in its normal form (Unicode NFKC) and without any space: by this words are recognised,
/// whatever their width.
pub(super) fn squeeze(text: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    normal.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// `text` without the spaces that an extraction leaves beside Japanese and before %: `令和 7 年` is
/// `令和7年`. A full-width space inside the text was typed by somebody and stays, unless it spreads out
/// a heading.
pub(super) fn tidy(text: &str) -> String {
    if text.split_whitespace().all(|part| part.chars().nth(1).is_none()) {
        return text.split_whitespace().collect();
    }
    let mut tidy = String::new();
    let mut space = false;
    for sign in text.trim().chars().filter(|sign| !says_nothing(*sign)) {
        if sign.is_whitespace() && sign != '　' {
            space = true;
            continue;
        }
        let between_words = !tidy.ends_with(is_japanese) && !is_japanese(sign) && sign != '%';
        if std::mem::take(&mut space) && between_words {
            tidy.push(' ');
        }
        tidy.push(sign);
    }
    tidy
}

/// Whether `sign` is left over from a program: an end of a cell, a byte order mark within the text.
fn says_nothing(sign: char) -> bool {
    sign == '\u{feff}' || sign.is_control() && !sign.is_whitespace()
}

/// Whether `sign` belongs to Japanese text, which puts no spaces between words.
fn is_japanese(sign: char) -> bool {
    is_wide(sign)
        || "※…‥―—“”‘’〜→".contains(sign)
        || ('①'..='⑳').contains(&sign)
        || ('Ⅰ'..='ⅹ').contains(&sign)
}

/// `lines` as one, which the paper broke.
pub(super) fn joined<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for line in lines {
        join(&mut text, line);
    }
    text
}

/// Adds `line` to `text`, between which the paper broke the line.
pub(super) fn join(text: &mut String, line: &str) {
    let in_words = text.ends_with(|sign: char| sign.is_ascii_alphanumeric())
        && line.starts_with(|sign: char| sign.is_ascii_alphanumeric());
    if in_words {
        text.push(' ');
    }
    text.push_str(line);
}

/// Whether `line` is so narrow beside `next` that the paper did not break it.
pub(super) fn is_short(line: &str, next: &str) -> bool {
    columns(line) + SHORT < columns(next)
}

/// Whether `text` ends as a sentence does.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['」', '』', '）', ')', '】']).ends_with(['。', '．', '！', '？', '!', '?'])
}

/// Where each paragraph of `lines`, which follow one another without a blank line, ends: the number of
/// the line after it. `indented` tells which lines begin with a space.
pub(super) fn paragraph_ends(lines: &[&str], indented: &[bool]) -> Vec<usize> {
    let widest = lines.iter().map(|line| columns(line)).max().unwrap_or_default();
    let but_last = &lines[..lines.len().saturating_sub(1)];
    // Where every line ends a sentence, nobody broke lines.
    let wrapped = but_last.iter().any(|line| !ends_sentence(line));
    let ends = |end: &usize| {
        let Some(next) = indented.get(*end) else { return true };
        let last = lines[*end - 1];
        ends_sentence(last) && (!wrapped || *next || columns(last) + SHORT <= widest)
    };
    (1..=lines.len()).filter(ends).collect()
}

/// The number that `digits` are, full-width or not.
pub(super) fn number(digits: &str) -> Option<u32> {
    let digits = squeeze(digits);
    digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The digits that `text` begins with, full-width or not, and what follows them.
pub(super) fn leading_digits(text: &str) -> (&str, &str) {
    let is_digit = |sign: char| sign.is_ascii_digit() || ('０'..='９').contains(&sign);
    text.split_at(text.find(|sign| !is_digit(sign)).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::{joined, paragraph_ends, tidy};

    #[test]
    fn spaces_beside_japanese_go_and_all_others_stay() {
        for (text, said) in [
            ("人口の 21%を超える（令和 7 年 3 月末時点）", "人口の21%を超える（令和7年3月末時点）"),
            ("11,690 人", "11,690人"),
            ("35.0 %", "35.0%"),
            ("動画や SNS など", "動画やSNSなど"),
            ("Town  Plan 2024", "Town Plan 2024"),
            ("大泉町　総務課", "大泉町　総務課"),
            ("　字下げ ", "字下げ"),
            ("a\u{7}\u{b}\u{feff}b", "a b"),
            ("現　状　と　課　題", "現状と課題"),
        ] {
            assert_eq!(tidy(text), said);
        }
    }

    #[test]
    fn a_broken_line_is_joined_without_a_space_but_between_latin_words() {
        assert_eq!(joined(["取り組", "むほか"]), "取り組むほか");
        assert_eq!(joined(["SNS", "PR"]), "SNS PR");
        assert_eq!(joined(["SNS", "など"]), "SNSなど");
    }

    #[test]
    fn a_paragraph_ends_with_a_sentence_before_the_margin() {
        let ends = |lines: &[&str]| {
            let indented: Vec<bool> = lines.iter().map(|line| line.starts_with('　')).collect();
            paragraph_ends(lines, &indented)
        };
        assert_eq!(ends(&["一つの文です。", "長い長い長い一つの文です。", "文です。"]), [1, 2, 3]);
        assert_eq!(ends(&["長い長い長い一つの文で", "す。", "次の段落の文です。"]), [2, 3]);
        assert_eq!(ends(&["長い長い長い一つの文。", "同じ段落の文で", "す。"]), [3]);
        assert_eq!(ends(&["長い長い長い一つの文。", "　次の段落の文で", "す。"]), [1, 3]);
        assert_eq!(ends(&["文で"]), [1]);
        assert_eq!(ends(&[]), [0_usize; 0]);
    }
}
