//! The signs at the beginning of a line: bullets, numbers, numerals, ※.

use super::line::{Item, Kind};
use super::text::{leading_digits, number, squeeze};

/// Signs that begin an item of a list, or decorate a heading.
const BULLETS: [char; 17] =
    ['・', '•', '･', '●', '○', '◯', '〇', '◎', '◆', '◇', '■', '□', '▪', '▶', '▼', '➢', '⚫'];

/// Signs that do so where a space follows: beside a word they can mean something else.
const SPACED_BULLETS: [char; 4] = ['-', '*', '–', '－'];

/// Headings that plans have in common, without their spaces, and the id of each.
const HEADINGS: [(&str, &str); 16] = [
    ("現状と課題", "situation"),
    ("現状及び課題", "situation"),
    ("現況と課題", "situation"),
    ("現状", "present"),
    ("課題", "issues"),
    ("施策の基本方針", "policy"),
    ("基本方針", "policy"),
    ("施策の方針", "policy"),
    ("施策の方向性", "direction"),
    ("今後の方向性", "direction"),
    ("目指す姿", "vision"),
    ("主な取り組み内容", "initiatives"),
    ("主な取組内容", "initiatives"),
    ("主な取り組み", "initiatives"),
    ("主な取組", "initiatives"),
    ("関連計画", "related-plans"),
];

/// The longest title of a section or chapter, in characters.
const LONGEST_TITLE: usize = 40;

/// The largest number of a page.
const LAST_PAGE: u32 = 2000;

/// What the squeezed `word` stands above, if it heads the marks of a section.
pub(super) fn head(word: &str) -> Option<Kind<'static>> {
    match word {
        "総合戦略" => Some(Kind::Pillars),
        word if word.eq_ignore_ascii_case("SDGs") => Some(Kind::Goals),
        _ => None,
    }
}

/// The number that a squeezed line is, with what paper puts around the number of a page.
pub(super) fn lone_number(squeezed: &str) -> Option<u32> {
    let digits = squeezed.trim_matches(['-', '–', '—', '―', '−', '~', '〜']);
    let digits = digits.trim_start_matches("p.").trim_start_matches("P.").trim_start_matches(['p', 'P']);
    let digits = digits.trim_end_matches("ページ").trim_end_matches('頁');
    number(digits).filter(|number| *number <= LAST_PAGE)
}

/// The id of the heading that `text` is, whatever decorates it.
pub(super) fn heading(text: &str) -> Option<&'static str> {
    let bare = squeeze(text);
    let bare = bare
        .trim_start_matches(BULLETS)
        .trim_start_matches(|sign: char| sign.is_ascii_digit() || ".)([【<〈《■".contains(sign));
    let bare = bare.trim_end_matches(['】', ']', '>', '〉', '》', ':']);
    HEADINGS.iter().find(|(words, _)| *words == bare).map(|(_, id)| *id)
}

/// `text` without the bullet that decorates it; a printed number stays.
pub(super) fn undecorated(text: &str) -> &str {
    text.trim_start_matches(BULLETS).trim_start()
}

/// The number of the note that `text` explains, and the rest. 【※8】 is no such note: a line can break
/// before a mark.
pub(super) fn note(text: &str) -> Option<(u32, &str)> {
    let text = bullet(text).unwrap_or(text);
    let (digits, rest) = leading_digits(text.strip_prefix('※')?.trim_start());
    let rest = rest.trim_start().trim_start_matches(['：', ':', '．', '.']).trim_start();
    number(digits).filter(|_| !rest.starts_with('】')).map(|number| (number, rest))
}

/// What follows the bullet of `text`, if it begins with one.
fn bullet(text: &str) -> Option<&str> {
    let rest = text
        .strip_prefix(BULLETS)
        .or_else(|| text.strip_prefix(SPACED_BULLETS).filter(|rest| rest.starts_with(char::is_whitespace)))?;
    Some(rest.trim_start()).filter(|rest| !rest.is_empty())
}

/// The item of a list that `text` is, with a bullet or ①.
pub(super) fn item(text: &str) -> Option<Item<'_>> {
    if let Some(rest) = bullet(text) {
        return Some(Item { number: None, printed: text, text: rest });
    }
    let circled = text.chars().next().filter(|sign| ('①'..='⑳').contains(sign))?;
    let rest = text[circled.len_utf8()..].trim_start();
    let number = u32::from(circled) - u32::from('①') + 1;
    (!rest.is_empty()).then_some(Item { number: Some(number), printed: text, text: rest })
}

/// The chapter's heading that `text` can be: `Ⅲ`, `Ⅲ 行財政と協働`, `第3章 行財政と協働`.
pub(super) fn chapter(text: &str) -> Option<Kind<'_>> {
    let (value, length) = roman(text).or_else(|| numbered(text, '章'))?;
    let (numeral, title) = text.split_at(length);
    let title = title.trim_start_matches(['．', '.', '、', '：', ':']).trim();
    // 第3章では… is the beginning of a sentence.
    let apart = text[length..].starts_with(|sign: char| sign.is_whitespace()) || !numeral.starts_with('第');
    (fits_title(title) && (apart || title.is_empty())).then_some(Kind::Chapter {
        number: value,
        numeral,
        title,
    })
}

/// The value of the Roman numeral that `text` begins with, and its length in bytes.
fn roman(text: &str) -> Option<(u32, usize)> {
    let sign = text.chars().next().filter(|sign| ('Ⅰ'..='Ⅻ').contains(sign))?;
    Some((u32::from(sign) - u32::from('Ⅰ') + 1, sign.len_utf8()))
}

/// The number in 第…章 or 第…節, in digits or kanji, and its length in bytes.
fn numbered(text: &str, what: char) -> Option<(u32, usize)> {
    let end = text.strip_prefix('第')?.find(what)? + '第'.len_utf8();
    let inside = text['第'.len_utf8()..end].trim();
    let kanji = "一二三四五六七八九十".chars().position(|sign| inside == sign.to_string());
    let kanji = kanji.and_then(|at| u32::try_from(at + 1).ok());
    Some((number(inside).or(kanji)?, end + what.len_utf8()))
}

/// The section's heading that `text` can be: `1 行財政運営`, `１．行財政運営`, `第1節 行財政運営`.
pub(super) fn section(text: &str) -> Option<Kind<'_>> {
    if let Some((number, length)) = numbered(text, '節') {
        let title = text[length..].trim();
        let fits = fits_title(title) && !title.is_empty();
        return fits.then_some(Kind::Section { number, title, item: None });
    }
    let (digits, rest) = leading_digits(text);
    let value = number(digits)?;
    let list = rest.starts_with(['.', '．', ')', '）']);
    let apart = list || rest.starts_with(|sign: char| sign.is_whitespace() || sign == '、');
    let title = rest.trim_start_matches(['.', '．', ')', '）', '、']).trim();
    if !apart || title.is_empty() {
        return None;
    }
    let item = list.then_some(Item { number: Some(value), printed: text, text: title });
    if fits_title(title) {
        return Some(Kind::Section { number: value, title, item });
    }
    item.map(Kind::Item)
}

/// Whether `text` is no longer than a title, and no sentence.
pub(super) fn fits_title(text: &str) -> bool {
    text.chars().count() <= LONGEST_TITLE && !text.ends_with(['。', '、', '，'])
}

#[cfg(test)]
mod tests {
    use super::{Kind, chapter, heading, item, lone_number, note, section};

    #[test]
    fn a_line_is_known_by_the_sign_it_begins_with() {
        for (text, number) in [("12", 12), ("-12-", 12), ("—12—", 12), ("p.12", 12), ("12ページ", 12)]
        {
            assert_eq!(lone_number(text), Some(number), "{text}");
        }
        for text in ["", "-", "12人", "99999"] {
            assert_eq!(lone_number(text), None, "{text}");
        }
        for text in ["現状と課題", "■ 現状と課題", "【現状と課題】", "（１）現状と課題", "現 状 と 課 題"]
        {
            assert_eq!(heading(text), Some("situation"), "{text}");
        }
        for text in ["※8 窓口", "- ※8 窓口", "※８　窓口", "・※8：窓口"] {
            assert_eq!(note(text), Some((8, "窓口")), "{text}");
        }
        for text in ["【※8】の窓口", "※8】の窓口", "※印"] {
            assert_eq!(note(text), None, "{text}");
        }
        for (text, number) in [("・整備", None), ("- 整備", None), ("②整備", Some(2)), ("●　整備", None)]
        {
            assert_eq!(item(text).map(|item| (item.number, item.text)), Some((number, "整備")), "{text}");
        }
        for text in ["-12℃", "*", "整備"] {
            assert_eq!(item(text), None, "{text}");
        }
    }

    #[test]
    fn chapters_and_sections_are_known_by_their_numbers() {
        for (text, expected) in [
            ("Ⅲ", (3, "Ⅲ", "")),
            ("Ⅲ　行財政", (3, "Ⅲ", "行財政")),
            ("第３章　行財政", (3, "第３章", "行財政")),
            ("第三章 行財政", (3, "第三章", "行財政")),
        ] {
            let (number, numeral, title) = expected;
            assert_eq!(chapter(text), Some(Kind::Chapter { number, numeral, title }), "{text}");
        }
        assert_eq!(chapter("第3章では、行財政を述べる"), None);
        for text in ["1 行財政", "１　行財政", "1．行財政", "第1節 行財政"] {
            let Some(Kind::Section { number: 1, title: "行財政", .. }) = section(text) else {
                panic!("{text}: {:?}", section(text));
            };
        }
        for text in ["1人の町民", "1", "行財政"] {
            assert_eq!(section(text), None, "{text}");
        }
    }
}
