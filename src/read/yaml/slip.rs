//! Signs that look like YAML's own and are none: the slips of a Japanese keyboard, and tabs.
//!
//! A parser stumbles over them a line later, or in other words; this finds the sign itself.

/// The ideographic space, as wide as a character.
const WIDE_SPACE: char = '\u{3000}';

/// The sign near the byte `at` of `text`, where the parser gave up, that is most likely to blame:
/// where it stands, and the key of the words for what is wrong with it.
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
    let says_something = |number: &usize| {
        let line = lines.get(*number).map_or("", |(_, line)| line.trim_start());
        !line.is_empty() && !line.starts_with('#')
    };
    let before = (0..told).rev().find(says_something);
    [Some(told), before, Some(told + 1)].into_iter().flatten().find_map(|number| {
        let (start, line) = lines.get(number)?;
        slip(line).map(|(offset, detail)| (start + offset, detail))
    })
}

/// The figure that a comma splits where the key at the byte `at` begins: `{2025: 80,000千円}` is a
/// year with 80 and then a key `000千円`. Where it stands, and the key of the words for that.
pub(super) fn split_figure(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let before = text.get(..at)?.strip_suffix(',')?;
    let digits = before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_digit()).len();
    let split = digits > 0 && text[at..].starts_with(|sign: char| sign.is_ascii_digit());
    split.then_some((before.len() - digits, "split-figure"))
}

fn slip(line: &str) -> Option<(usize, &'static str)> {
    let indentation = line.find(|sign: char| !sign.is_whitespace()).unwrap_or(line.len());
    if let Some(tab) = line[..indentation].find('\t') {
        return Some((tab, "tab"));
    }
    if let Some(space) = line[..indentation].find(WIDE_SPACE) {
        return Some((space, "wide-indentation"));
    }
    let item = line[indentation..].strip_prefix('-');
    if item
        .is_some_and(|item| item.starts_with(|sign: char| sign.is_ascii_lowercase()) && item.contains(": "))
    {
        return Some((indentation, "hyphen"));
    }
    let colon = line.find([':', '：'])?;
    let after = &line[colon..];
    if after.starts_with('：') && !line.trim_start().starts_with('#') {
        return Some((colon, "wide-colon"));
    }
    let value = after.strip_prefix(':')?;
    if value.starts_with(WIDE_SPACE) {
        return Some((colon + 1, "wide-space"));
    }
    let key = line[..colon].trim_start_matches([' ', '-']);
    let is_key = !key.is_empty() && key.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_');
    // An address has a colon without a space, too.
    let joined = is_key && !value.starts_with(['/', ' ', '\t']) && !value.is_empty();
    joined.then_some((colon, "no-space"))
}

/// The slip in `line` where it was meant as a key and its value.
pub(super) fn of_key(line: &str) -> Option<(usize, &'static str)> {
    slip(line).filter(|(_, detail)| ["wide-colon", "no-space"].contains(detail))
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
        assert_eq!(found("title：水道\n# 番号\n\nsdgs: [6]", ": [6]"), Some('：'));
        assert_eq!(found("title:　水道\nsdgs: [6]", ": [6]"), Some('　'));
        assert_eq!(found("a:\n  - b: 1\n　　c: 2\n    d: 3", ": 3"), Some('　'));
        assert_eq!(found("name: 9\n\tunit: 8", "9"), Some('\t'));
        assert_eq!(found("title:水道\nsdgs: [6]", ": [6]"), Some(':'));
        assert_eq!(found("kpi:\n  -id: a\n    name: b", ": b"), Some('-'));
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
        assert_eq!(near("- https://a.example: b: c\n", 20), None);
        assert_eq!(near("", 0), None);
    }
}
