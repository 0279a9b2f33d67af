use proptest::prelude::*;

use super::protect::{protected, unprotected};

#[test]
fn what_a_spreadsheet_program_would_change_or_run_stands_behind_an_apostrophe() {
    for text in [
        "=1+1",
        "+55 11",
        "-",
        "@soma",
        "＝1",
        " =x",
        "1-2",
        "3/9",
        "007",
        "1e5",
        "12:30",
        "45,0%",
        "¥80.000",
        "(3)",
        "１２",
        "Mar-29",
        "1 mar",
        "30 de setembro de 2029",
        "R7.4.1",
        "令和7年4月1日",
        "TRUE",
        "falso",
        "12345678901234567890123456789",
        "'=1",
    ] {
        assert_eq!(protected(text), format!("'{text}"));
        assert_eq!(unprotected(&protected(text)), text);
    }
}

#[test]
fn what_is_safe_stands_as_it_is() {
    for text in [
        "",
        "Plano de Sorami",
        "A meta para 2029 é de 20 tubulações.",
        "'tis so",
        "1-living/1-water#situation.1",
        "Ⅰ",
        "第3次計画の策定に向けて、12の施策を進めます。",
    ] {
        assert_eq!(protected(text), text);
        assert_eq!(unprotected(text), text);
    }
}

proptest! {
    #[test]
    fn every_text_is_the_same_behind_its_apostrophe(text in "['=+0-9a-z \\PC]{0,12}") {
        let cell = protected(&text);
        prop_assert_eq!(unprotected(&cell), &text);
    }
}
