use super::{Fact, is_figure, is_same};
use crate::value::FiscalYear;

#[test]
fn another_form_of_a_figure_is_no_change() {
    for (plan, cell) in [
        ("35.0%", "35.00%"),
        ("35.0%", "３５％"),
        ("70,709千円", "70709千円"),
        ("△3.2%", "-3.2%"),
        ("20〜30人", "20～30人"),
        ("—", "―"),
        ("—", ""),
        ("", ""),
        ("類似団体平均以下", "類似団体平均以下"),
    ] {
        assert!(is_same(plan, cell), "{plan} {cell}");
    }
}

#[test]
fn another_figure_unit_magnitude_bound_or_remark_is_a_change() {
    for (plan, cell) in [
        ("35.0%", "35.1%"),
        ("12回", "12人"),
        ("12回", "12"),
        ("18.8万人", "18.8人"),
        ("10%以下", "10%"),
        ("610人（期間平均）", "610人"),
        ("—", "12回"),
        ("", "—"),
        ("12回", ""),
        ("設置", "策定"),
    ] {
        assert!(!is_same(plan, cell), "{plan} {cell}");
    }
}

#[test]
fn words_are_a_target_unless_a_spreadsheet_program_made_them() {
    let actual = Fact::Actual(FiscalYear(2025));
    for (text, target, measured) in [
        ("類似団体平均以下", true, false),
        ("3月9日", false, false),
        ("Mar-9", false, false),
        ("#REF!", false, false),
        ("#DIV/0!", false, false),
        ("=A1", false, false),
        ("3/9", true, true),
        ("20〜30人", true, false),
        ("2,000人以上", true, true),
        ("なし", true, true),
    ] {
        assert_eq!(is_figure(text, Fact::Target), target, "{text}");
        assert_eq!(is_figure(text, actual), measured, "{text}");
    }
}
