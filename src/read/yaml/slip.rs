//! Signs that look like YAML's own and are none: the slips of a Japanese keyboard, and tabs.
//!
//! A parser stumbles over them a line later, or in other words; this finds the sign itself.

/// The ideographic space, as wide as a character.
const WIDE_SPACE: char = '\u{3000}';

/// The sign near the byte `at` of `text`, where the parser gave up, that is most likely to blame:
/// where it stands, and what is wrong with it.
pub(super) fn near(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let line_of = |offset: usize| text[..offset].matches('\n').count();
    let told = line_of(text.floor_char_boundary(at.min(text.len())));
    let lines: Vec<(usize, &str)> = text
        .split('\n')
        .scan(0, |start, line| {
            let here = *start;
            *start += line.len() + 1;
            Some((here, line))
        })
        .collect();
    [Some(told), told.checked_sub(1), Some(told + 1)].into_iter().flatten().find_map(|number| {
        let (start, line) = lines.get(number)?;
        slip(line).map(|(offset, detail)| (start + offset, detail))
    })
}

/// The figure that a comma splits where the key at the byte `at` begins: `{2025: 80,000千円}` is a
/// year with 80 and then a key `000千円`. Where it stands, and what is wrong with it.
pub(super) fn split_figure(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let before = text.get(..at)?.strip_suffix(',')?;
    let digits = before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let split = digits > 0 && text[at..].starts_with(|sign: char| sign.is_ascii_digit());
    let detail = "inside braces the comma divides this figure: it needs quotation marks";
    split.then_some((before.len() - digits, detail))
}

fn slip(line: &str) -> Option<(usize, &'static str)> {
    let indentation = line.find(|sign: char| !sign.is_whitespace()).unwrap_or(line.len());
    if let Some(tab) = line[..indentation].find('\t') {
        return Some((tab, "a tab at the beginning of a line"));
    }
    if let Some(space) = line[..indentation].find(WIDE_SPACE) {
        return Some((space, "a full-width space at the beginning of a line"));
    }
    let colon = line.find([':', '：'])?;
    let after = &line[colon..];
    if after.starts_with('：') && !line.trim_start().starts_with('#') {
        return Some((colon, "a full-width colon `：`"));
    }
    let wide = after.strip_prefix(':').is_some_and(|value| value.starts_with(WIDE_SPACE));
    wide.then_some((colon + 1, "a full-width space after the colon"))
}

#[cfg(test)]
mod tests {
    use super::{near, split_figure};

    #[test]
    fn the_sign_to_blame_is_found_a_line_before_or_after_the_parsers_place() {
        let found = |text: &str, stumbled: &str| {
            near(text, text.find(stumbled).unwrap()).map(|(at, _)| text[at..].chars().next().unwrap())
        };
        assert_eq!(found("title：水道\nsdgs: [6]", ": [6]"), Some('：'));
        assert_eq!(found("title:　水道\nsdgs: [6]", ": [6]"), Some('　'));
        assert_eq!(found("a:\n  - b: 1\n　　c: 2\n    d: 3", ": 3"), Some('　'));
        assert_eq!(found("name: 9\n\tunit: 8", "9"), Some('\t'));
    }

    #[test]
    fn a_key_that_is_the_second_half_of_a_figure_is_told_from_any_other() {
        let found = |text: &str, key: &str| split_figure(text, text.find(key).unwrap()).map(|(at, _)| at);
        assert_eq!(found("{2025: 80,000千円}", "000"), Some(7));
        assert_eq!(found("{2025: 80, 2026: 90}", "2026"), None);
        assert_eq!(found("{a: b,2025: 80}", "2025"), None);
        assert_eq!(found("2025: 80", "2025"), None);
    }

    #[test]
    fn full_width_signs_inside_a_text_are_no_slip() {
        assert_eq!(near("title: 水道：橋　川\nx: y: z", 30), None);
        assert_eq!(near("# 注：橋\nx: y: z", 12), None);
        assert_eq!(near("", 0), None);
    }
}
