use std::str::FromStr;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Amount, BOUNDS, Bound, MAGNITUDES, Reading, fold, read};

/// Number, magnitude, unit, bound and remark of an amount, in one line.
fn told(written: &str) -> String {
    match read(&fold(written)) {
        Reading::Amount(amount) => {
            let bound = amount.bound.map(|bound| format!(" {bound:?}")).unwrap_or_default();
            let remark = amount.remark.map(|remark| format!(" ({remark})")).unwrap_or_default();
            format!("{} e{} {}{bound}{remark}", amount.number, amount.magnitude, amount.unit)
        }
        Reading::Range(from, to) => format!("{}..{} {}", from.number, to.number, to.unit),
        Reading::Fraction(part, whole) => format!("{part} of {whole}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn quantities_are_read_as_japanese_plans_print_them() {
    for (written, expected) in [
        ("88.4%", "88.4 e0 %"),
        ("８８．４％", "88.4 e0 %"),
        ("35.0%", "35.0 e0 %"),
        ("70,709千円", "70709 e0 千円"),
        ("11,690 人", "11690 e0 人"),
        ("18.8万人", "18.8 e4 人"),
        ("2億円", "2 e8 円"),
        ("△3.2%", "-3.2 e0 %"),
        ("▲1,200人", "-1200 e0 人"),
        ("-3.2%", "-3.2 e0 %"),
        ("2,000人以上", "2000 e0 人 AtLeast"),
        ("10%以下", "10 e0 % AtMost"),
        ("△10%以内", "-10 e0 % Within"),
        ("5件未満", "5 e0 件 LessThan"),
        ("100件超", "100 e0 件 MoreThan"),
        ("610人（期間平均）", "610 e0 人 (期間平均)"),
        ("18.8万人（2014年）", "18.8 e4 人 (2014年)"),
        ("17.8ha", "17.8 e0 ha"),
        ("0.64", "0.64 e0 "),
        ("５回", "5 e0 回"),
        ("100％", "100 e0 %"),
    ] {
        assert_eq!(told(written), expected, "{written}");
    }
}

#[test]
fn ranges_and_fractions_are_no_single_quantity() {
    assert_eq!(told("20〜30人"), "20..30 人");
    assert_eq!(told("20～30人"), "20..30 人");
    assert_eq!(told("20-30人"), "20..30 人");
    assert_eq!(told("3/9"), "3 of 9");
}

#[test]
fn no_value_is_no_zero() {
    for written in ["—", "－", "-", "なし", "", "　"] {
        assert_eq!(told(written), "Nothing", "{written:?}");
    }
}

#[test]
fn what_is_no_quantity_stays_words() {
    for written in [
        "類似団体平均以下",
        "設置",
        "策定",
        "週1回以上 44%",
        "R6: 12件",
        "1,23人",
        "1.2.3",
        "12回、15回",
        "1.",
        ",5",
    ] {
        assert_eq!(told(written), "Words", "{written}");
    }
    assert_eq!(told(&"9".repeat(60)), "Words");
    // A number that cannot be held to its last digit is none.
    assert_eq!(told(&format!("0.{}", "9".repeat(40))), "Words");
    assert_eq!(told(&format!("{})", "〜(".repeat(1000))), "Words");
}

#[test]
fn a_bound_is_read_from_its_word() {
    assert!(matches!(read("5件以上"), Reading::Amount(amount) if amount.bound == Some(Bound::AtLeast)));
}

/// A printed number and its digits: grouped or not, with as many decimals as are printed.
fn numbers() -> impl Strategy<Value = (String, Decimal)> {
    let sign = prop::sample::select(vec!["", "△", "▲", "-"]);
    (sign, 0_u64..100_000_000, prop::option::of("[0-9]{1,3}"), any::<bool>()).prop_map(
        |(sign, whole, decimals, grouped)| {
            let point = decimals.map(|decimals| format!(".{decimals}")).unwrap_or_default();
            let minus = if sign.is_empty() { "" } else { "-" };
            let number = Decimal::from_str(&format!("{minus}{whole}{point}")).unwrap();
            let whole = if grouped { group(whole) } else { whole.to_string() };
            (format!("{sign}{whole}{point}"), number)
        },
    )
}

fn group(number: u64) -> String {
    if number < 1000 { number.to_string() } else { format!("{},{:03}", group(number / 1000), number % 1000) }
}

fn full_width(text: &str) -> String {
    let wide = |c: char| match c {
        '0'..='9' | ',' | '.' | '%' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        other => other,
    };
    text.chars().map(wide).collect()
}

proptest! {
    /// Whatever is put together by the grammar comes apart into the same parts, in either width.
    #[test]
    fn a_quantity_is_read_part_by_part(
        (printed, number) in numbers(),
        magnitude in prop::option::of(prop::sample::select(MAGNITUDES.to_vec())),
        unit in prop::sample::select(vec!["", "%", "人", "回", "件", "千円", "主体", "ha", "百万円"]),
        bound in prop::option::of(prop::sample::select(BOUNDS.to_vec())),
        remark in prop::option::of("[期間平均年0-9]{1,6}"),
        wide in any::<bool>(),
    ) {
        let sign = magnitude.map(|(sign, _)| sign.to_string()).unwrap_or_default();
        let word = bound.map(|(word, _)| word).unwrap_or_default();
        let note = remark.as_ref().map(|remark| format!("（{remark}）")).unwrap_or_default();
        let written = format!("{printed}{sign}{unit}{word}{note}");
        let written = if wide { full_width(&written) } else { written };
        let expected = Amount {
            number,
            magnitude: magnitude.map_or(0, |(_, power)| power),
            unit: unit.to_owned(),
            bound: bound.map(|(_, bound)| bound),
            remark: remark.map(|remark| fold(&remark)),
        };
        prop_assert_eq!(read(&fold(&written)), Reading::Amount(expected), "{}", written);
    }

    /// No text at all makes the reader stumble, and what has no digit is never a quantity.
    #[test]
    fn any_text_is_read_without_stumbling(written in "([0-9０-９,.%％△▲〜～/（）()以上下万億千円人回 　-]|\\PC){0,24}") {
        let reading = read(&fold(&written));
        if !fold(&written).contains(char::is_numeric) {
            prop_assert!(matches!(reading, Reading::Words | Reading::Nothing), "{}", written);
        }
    }
}
