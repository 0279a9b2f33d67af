//! How a figure is written in YAML so that it reads back as the same text.

use crate::diagnostic::Source;
use crate::read::front_matter::IndicatorFields;
use crate::read::yaml;

/// `text` as a scalar, in the quotes that `before` has, if it stands in the place of another.
/// `in_flow`: between braces or brackets, where a comma ends a scalar.
pub(super) fn scalar(text: &str, in_flow: bool, before: Option<&str>) -> String {
    let one_line = !text.contains(char::is_control);
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
    let mut findings = Vec::new();
    let source = Source::new("", written);
    let read = yaml::parse::<IndicatorFields>(&source.span(0..source.text().len()), &mut findings);
    findings.is_empty() && read.is_some_and(|read| read.data.baseline.as_deref() == Some(text))
}

fn double_quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' => quoted.extend(['\\', sign]),
            '\n' => quoted.push_str("\\n"),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::scalar;

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
            ("~", false, None, "\"~\""),
        ] {
            assert_eq!(scalar(text, in_flow, before), written, "{text}");
        }
    }
}
