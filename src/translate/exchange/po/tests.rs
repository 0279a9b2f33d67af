use super::line::{Line, line, unquote};

fn unquoted(text: &str) -> Option<String> {
    let mut said = Vec::new();
    unquote(text, &mut said)?;
    String::from_utf8(said).ok()
}

#[test]
fn every_escape_of_gettext_is_read() {
    assert_eq!(
        unquoted(r#""a\"b\\n\n\t\r\a\b\v\f\011\x41\303\251""#).unwrap(),
        "a\"b\\n\n\t\r\u{7}\u{8}\u{b}\u{c}\tAé"
    );
    for wrong in [r#""\q""#, r#""\""#, r#""a"b""#, r#""\777""#, r#""\x""#, r#""\303""#] {
        assert_eq!(unquoted(wrong), None, "{wrong}");
    }
}

#[test]
fn every_line_is_known_for_what_it_is() {
    let text = |keyword, previous, obsolete, text| Some(Line::Text { keyword, previous, obsolete, text });
    for (written, read) in [
        ("  ", Some(Line::Blank)),
        ("#", Some(Line::Note(""))),
        ("#  nota", Some(Line::Note("nota"))),
        ("#. keikaku: x", Some(Line::Extracted("keikaku: x"))),
        ("#: a.md:1", Some(Line::Other)),
        ("#, fuzzy, c-format", Some(Line::Flags("fuzzy, c-format"))),
        ("#~", Some(Line::Blank)),
        ("msgid \"a\"", text("msgid", false, false, 6..9)),
        ("\"a\" ", text("", false, false, 0..3)),
        ("#| msgid \"a\"", text("msgid", true, false, 9..12)),
        ("#|\"a\"", text("", true, false, 2..5)),
        ("#~ msgstr \"é\"", text("msgstr", false, true, 10..14)),
        ("#~| msgid \"a\"", text("msgid", true, true, 10..13)),
        ("msgid_plural \"a\"", None),
        ("msgid \"a", None),
        ("msgid", None),
        ("\"", None),
        ("#~ nota", None),
        ("domain \"x\"", None),
    ] {
        assert_eq!(line(written), read, "{written}");
    }
}
