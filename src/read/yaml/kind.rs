//! Serde's names for kinds of values, in words for people who write no programs.

const FOUND: [(&str, &str); 7] = [
    ("string ", "text "),
    ("integer ", "number "),
    ("floating point ", "number "),
    ("boolean ", ""),
    ("sequence", "a list"),
    ("map", "keys and values"),
    ("Option value", "nothing"),
];

const EXPECTED: [(&str, &str); 6] = [
    ("u32", "a whole number, not negative"),
    ("a boolean", "`true` or `false`"),
    ("a string", "text"),
    ("a sequence", "a list"),
    ("a mapping of keys to text", "keys and values"),
    ("struct", "keys and values"),
];

/// `kpi[0].target: invalid type: sequence, expected a string` as `expected text, found a list`; the
/// excerpt shows where.
pub(super) fn in_words(message: &str) -> String {
    let parts = message.split_once("invalid type: ").or_else(|| message.split_once("invalid value: "));
    let Some((found, expected)) = parts.and_then(|(_, rest)| rest.rsplit_once(", expected ")) else {
        return message.to_owned();
    };
    let told =
        FOUND.iter().find_map(|(name, word)| found.strip_prefix(name).map(|value| format!("{word}{value}")));
    let wanted =
        EXPECTED.iter().find(|(name, _)| expected.starts_with(name)).map_or(expected, |(_, word)| word);
    format!("expected {wanted}, found {}", told.unwrap_or_else(|| found.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn kinds_are_told_in_words_and_what_was_written_as_it_is() {
        for (message, told) in [
            ("kpi[0].target: invalid type: sequence, expected a string", "expected text, found a list"),
            (
                "number: invalid type: string \"map\", expected u32",
                "expected a whole number, not negative, found text \"map\"",
            ),
            ("kgi: invalid type: map, expected a sequence", "expected a list, found keys and values"),
            (
                "draft: invalid type: string \"yes\", expected a boolean",
                "expected `true` or `false`, found text \"yes\"",
            ),
            ("recursion limit exceeded", "recursion limit exceeded"),
        ] {
            assert_eq!(in_words(message), told);
        }
    }
}
