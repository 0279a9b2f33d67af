//! How a text is written in YAML so that it reads back as the same text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_yaml::Value;

/// The text that follows a key's `:` where `text` is its value; `indentation` is the key's own. As a
/// block where `block` is wanted: there a translator needs no quotes.
///
/// A text that YAML would take for something else is a block, too, or in quotes where it cannot be one.
pub fn text_value(text: &str, indentation: usize, block: bool) -> String {
    let plain = || {
        let read = serde_yaml::from_str::<BTreeMap<String, Value>>(&format!("text: {text}\n"));
        let same = read.is_ok_and(|read| read.get("text").and_then(Value::as_str) == Some(text));
        same && !text.contains(is_unprinted)
    };
    let margin = " ".repeat(indentation + 2);
    let lines = || {
        text.split('\n').map(|line| if line.is_empty() { String::new() } else { format!("{margin}{line}") })
    };
    match text {
        "" => String::new(),
        _ if !(text.contains('\n') || block && is_block(text)) && plain() => format!(" {text}"),
        _ if is_block(text) => format!(" |-\n{}", lines().collect::<Vec<_>>().join("\n")),
        _ => format!(" {}", double_quoted(text)),
    }
}

/// Whether YAML can only hold `sign` as its number.
pub fn is_unprinted(sign: char) -> bool {
    sign.is_control() || "\u{2028}\u{2029}\u{FEFF}\u{FFFE}\u{FFFF}".contains(sign)
}

/// Whether `text` can stand as a block: all of it is printed, and its first line is not indented.
fn is_block(text: &str) -> bool {
    !text.contains(|sign| sign != '\n' && is_unprinted(sign))
        && !text.starts_with(char::is_whitespace)
        && !text.ends_with(char::is_whitespace)
}

/// `text` as a scalar of a figure, in the quotes that `before` has, if it stands in the place of another.
/// `in_flow`: between braces or brackets, where a comma ends a scalar.
pub fn scalar(text: &str, in_flow: bool, before: Option<&str>) -> String {
    let one_line = !text.contains(is_unprinted);
    match before.and_then(|before| before.chars().next()) {
        Some('\'') if one_line => format!("'{}'", text.replace('\'', "''")),
        Some('"') => double_quoted(text),
        _ if one_line && reads_back(text, in_flow) => text.to_owned(),
        _ => double_quoted(text),
    }
}

/// Whether `text` without quotes is read as itself.
fn reads_back(text: &str, in_flow: bool) -> bool {
    let written = if in_flow { format!("{{baseline: {text}}}\n") } else { format!("baseline: {text}\n") };
    let read = serde_yaml::from_str::<BTreeMap<String, Option<String>>>(&written);
    read.is_ok_and(|read| read.len() == 1 && read.get("baseline") == Some(&Some(text.to_owned())))
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            '\n' => quoted.push_str("\\n"),
            sign if is_unprinted(sign) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(sign));
            }
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_yaml::Value;

    use super::{scalar, text_value};

    #[test]
    fn a_text_is_plain_or_a_block_and_quoted_only_where_neither_would_read_back() {
        for (text, block, written) in [
            ("まち", false, " まち"),
            ("まち", true, " |-\n    まち"),
            ("10", false, " |-\n    10"),
            ("true", false, " |-\n    true"),
            ("a: b", false, " |-\n    a: b"),
            ("# a", true, " |-\n    # a"),
            ("上\n\n下", false, " |-\n    上\n\n    下"),
            (" a", true, " \" a\""),
            ("a\u{7}", true, " \"a\\u0007\""),
            ("\u{FEFF}a", false, " \"\\uFEFFa\""),
            ("", true, ""),
        ] {
            assert_eq!(text_value(text, 2, block), written, "{text}");
            let file = format!("key:\n  text:{written}\n");
            let read: BTreeMap<String, BTreeMap<String, Value>> = serde_yaml::from_str(&file).unwrap();
            assert_eq!(read["key"]["text"].as_str().unwrap_or_default(), text, "{file}");
        }
    }

    #[test]
    fn quotes_are_put_where_yaml_needs_them_and_kept_where_they_were() {
        for (text, in_flow, before, written) in [
            ("70,709千円", false, None, "70,709千円"),
            ("70,709千円", true, None, "\"70,709千円\""),
            ("35.0%", true, Some("30.0%"), "35.0%"),
            ("35.0%", false, Some("'30.0%'"), "'35.0%'"),
            ("35.0%", false, Some("\"30.0%\""), "\"35.0%\""),
            ("it's", false, Some("'a'"), "'it''s'"),
            ("—", false, None, "—"),
            ("-", false, None, "\"-\""),
            ("なし: 未定", false, None, "\"なし: 未定\""),
            ("12 # 人", false, None, "\"12 # 人\""),
            ("'12", false, None, "\"'12\""),
            ("a \"b\" \\", false, Some("\"a\""), r#""a \"b\" \\""#),
            ("上\n下", false, Some("'上'"), r#""上\n下""#),
            ("007", false, None, "007"),
            ("上\u{FEFF}下", false, None, "\"上\\uFEFF下\""),
            ("上\u{FFFE}下", false, None, "\"上\\uFFFE下\""),
            ("~", false, None, "\"~\""),
        ] {
            assert_eq!(scalar(text, in_flow, before), written, "{text}");
        }
    }
}
