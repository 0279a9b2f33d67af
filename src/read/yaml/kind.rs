//! Serde's names for kinds of values, in words for people who write no programs.

use crate::diagnostic::Phrase;

/// What was found: serde's name, the key of its words, and whether what was written follows.
const FOUND: [(&str, &str, bool); 7] = [
    ("string ", "text-found", true),
    ("integer ", "number-found", true),
    ("floating point ", "number-found", true),
    ("boolean ", "as-written", true),
    ("sequence", "list", false),
    ("map", "keys", false),
    ("Option value", "nothing", false),
];

/// What a value can be, likewise.
const EXPECTED: [(&str, &str); 6] = [
    ("u32", "whole-number"),
    ("a boolean", "yes-or-no"),
    ("a string", "text"),
    ("a sequence", "list"),
    ("a mapping of keys to text", "keys"),
    ("struct", "keys"),
];

/// `kpi[0].target: invalid type: sequence, expected a string` as "expected text, found a list"; the
/// excerpt shows where.
pub(super) fn in_words(message: &str) -> Phrase {
    let own = || Phrase::new("unnamed").with("original", message);
    let parts = message.split_once("invalid type: ").or_else(|| message.split_once("invalid value: "));
    let Some((found, expected)) = parts.and_then(|(_, rest)| rest.rsplit_once(", expected ")) else {
        return own();
    };
    let told = FOUND.iter().find_map(|(name, key, followed)| {
        let value = found.strip_prefix(name)?.trim_matches(['`', '"']);
        Some(if *followed { Phrase::new(key).with("value", value) } else { Phrase::new(key) })
    });
    let wanted = EXPECTED.iter().find(|(name, _)| expected.starts_with(name));
    match (told, wanted) {
        (Some(found), Some((_, wanted))) => {
            Phrase::new("expected").saying("wanted", Phrase::new(wanted)).saying("found", found)
        }
        _ => own(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;
    use crate::diagnostic::Phrase;

    #[test]
    fn kinds_are_told_in_words_and_what_was_written_as_it_is() {
        let expected = |wanted, found| {
            Phrase::new("expected").saying("wanted", Phrase::new(wanted)).saying("found", found)
        };
        let map = Phrase::new("text-found").with("value", "map");
        let number = Phrase::new("number-found").with("value", "3.5");
        for (message, told) in [
            (
                "kpi[0].target: invalid type: sequence, expected a string",
                expected("text", Phrase::new("list")),
            ),
            ("number: invalid type: string \"map\", expected u32", expected("whole-number", map)),
            ("number: invalid type: floating point `3.5`, expected u32", expected("whole-number", number)),
            ("kgi: invalid type: map, expected a sequence", expected("list", Phrase::new("keys"))),
            ("recursion limit exceeded", Phrase::new("unnamed").with("original", "recursion limit exceeded")),
        ] {
            assert_eq!(in_words(message), told);
        }
    }
}
