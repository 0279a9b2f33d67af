//! Numbers of translations: what is right in another way, what is wrong, and where.
//!
//! `translation/numbers.txt` lists pairs of texts with what must be told of each.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use keikaku::diagnostic::{Place, Source};
use keikaku::pipeline;
use keikaku::plan::Plan;
use keikaku::translate::check::{Pair, Terms, of_pair};
use keikaku::value::Language;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// The rules about numbers.
const RULES: [&str; 3] = ["K0510", "K0511", "K0512"];

/// The fewest pairs that the list must have: a list read wrongly would be short and all right.
const LEAST_PAIRS: usize = 370;

/// What is told: the rule's number, and where in the translation.
type Told = Vec<(String, Range<usize>)>;

fn tests() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn plan() -> Plan {
    pipeline::plan(&tests().join("site")).unwrap().1
}

/// What is told of `translation`.
fn told(plan: &Plan, language: &str, source: &str, translation: &str) -> Told {
    let written = Source::new("es.yml", translation);
    let pair = Pair {
        plan,
        unit: &plan.title,
        source,
        text: translation,
        language: &Language::parse(language).unwrap(),
        span: &written.span(0..translation.len()),
    };
    let about_numbers = of_pair(&pair, &Terms::default(), true)
        .into_iter()
        .filter(|finding| RULES.contains(&finding.rule.id()));
    let place = |place: &Place| match place {
        Place::Span(span) => span.range.clone(),
        Place::Path(_) => 0..0,
    };
    sorted(about_numbers.map(|finding| (finding.rule.id().to_owned(), place(&finding.place))).collect())
}

fn sorted(mut told: Told) -> Told {
    told.sort_by_key(|(rule, range)| (range.start, range.end, rule.clone()));
    told
}

/// A translation without the brackets, and what they say.
fn marked(line: &str) -> (String, Told) {
    let (mut text, mut told, mut open) = (String::new(), Told::new(), Vec::new());
    let mut rest = line;
    while let Some(at) = rest.find(['⟦', '⟧']) {
        text.push_str(&rest[..at]);
        let closes = rest[at..].starts_with('⟧');
        rest = &rest[at + '⟦'.len_utf8()..];
        if closes {
            let (rule, start) = open.pop().unwrap();
            told.push((rule, start..text.len()));
        } else if rest["K0510".len()..].starts_with(": ") {
            open.push((rest[.."K0510".len()].to_owned(), text.len()));
            rest = &rest["K0510: ".len()..];
        } else {
            told.push((rest[.."K0510".len()].to_owned(), 0..usize::MAX));
            rest = &rest["K0510⟧".len()..];
        }
    }
    text.push_str(rest);
    for (_, range) in &mut told {
        range.end = range.end.min(text.len());
    }
    (text, sorted(told))
}

/// What is told, with the words that each finding points to.
fn shown(told: &Told, translation: &str) -> String {
    let each = told.iter().map(|(rule, range)| format!("{rule} `{}`", &translation[range.clone()]));
    let told = each.collect::<Vec<_>>().join(", ");
    if told.is_empty() { "nothing".to_owned() } else { told }
}

#[test]
fn each_pair_of_the_list_is_told_of_as_the_list_says() {
    let plan = plan();
    let list = fs::read_to_string(tests().join("translation/numbers.txt")).unwrap();
    let pairs: Vec<&str> = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(pairs.len() >= LEAST_PAIRS, "only {} pairs were read", pairs.len());
    let wrong: Vec<String> = pairs
        .iter()
        .filter_map(|line| {
            let [language, source, translation] =
                line.splitn(3, " | ").collect::<Vec<_>>().try_into().unwrap();
            let (translation, expected) = marked(translation);
            let found = told(&plan, language, source, &translation);
            (found != expected).then(|| {
                let (expected, found) = (shown(&expected, &translation), shown(&found, &translation));
                format!("{line}\n    expected {expected}\n    but told {found}")
            })
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} pairs:\n{}", wrong.len(), pairs.len(), wrong.join("\n"));
}

/// `digits` with `separator` between thousands.
fn grouped(digits: &str, separator: &str) -> String {
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
    groups.join(separator)
}

/// `yen` as Japanese writes it: with digits, thousands of yen, or 億 and 万.
fn japanese(yen: u64) -> Vec<String> {
    let (hundred_millions, ten_thousands, rest) = (yen / 100_000_000, yen / 10_000 % 10_000, yen % 10_000);
    let part = |number: u64, unit: &str| match number {
        0 => String::new(),
        number => format!("{}{unit}", grouped(&number.to_string(), ",")),
    };
    let myriads =
        format!("{}{}{}円", part(hundred_millions, "億"), part(ten_thousands, "万"), part(rest, ""));
    let mut ways = vec![format!("{}円", grouped(&yen.to_string(), ",")), myriads];
    if yen.is_multiple_of(1_000) {
        ways.push(format!("{}千円", grouped(&(yen / 1_000).to_string(), ",")));
    }
    ways
}

/// `yen` as a language writes it whose decimals follow `point`.
fn translated(yen: u64, point: &str) -> Vec<(&'static str, String)> {
    let (other, language, thousand, million, unit) = match point {
        "." => (",", "en", "thousand", "million", "yen"),
        _ => (".", "pt", "mil", "milhões de", "ienes"),
    };
    let millions = (Decimal::from(yen) / Decimal::from(1_000_000)).normalize().to_string();
    let (whole, decimals) = millions.split_once('.').unwrap_or((&millions, ""));
    let point = if decimals.is_empty() { "" } else { point };
    let mut ways = vec![
        (language, format!("{} {unit}", grouped(&yen.to_string(), other))),
        (language, format!("¥{}", grouped(&yen.to_string(), other))),
        (language, format!("{}{point}{decimals} {million} {unit}", grouped(whole, other))),
    ];
    if yen.is_multiple_of(1_000) {
        ways.push((language, format!("{} {thousand} {unit}", grouped(&(yen / 1_000).to_string(), other))));
    }
    ways
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Pieces that are read as part of a number, in any order, and in any language.
    #[test]
    fn no_text_is_too_odd_to_be_read(
        source in "([0-9０-９〇一三十百千万億兆第年度月円割分の元令和R〜（）%.,数]|9{30}|\\PC){0,12}",
        translation in "([0-9,. ’-]|mil|million|e|vinte|Reiwa|XX|R\\$|¥|%|º|９|9{30}|\\PC){0,12}",
        language in "en|pt|es|es-MX|fr",
    ) {
        for (_, range) in told(&plan(), &language, &source, &translation) {
            prop_assert!(translation.get(range).is_some());
        }
    }

    #[test]
    fn an_amount_is_the_same_however_either_language_writes_it(amount in 1..999_999_999_u64, thousands: bool) {
        let (plan, yen) = (plan(), if thousands { amount * 1_000 } else { amount });
        for source in japanese(yen) {
            for (language, translation) in translated(yen, ".").into_iter().chain(translated(yen, ",")) {
                let told = told(&plan, language, &source, &translation);
                prop_assert!(told.is_empty(), "{source} {translation}: {}", shown(&told, &translation));
            }
        }
    }

    #[test]
    fn a_changed_digit_is_found_where_it_stands(
        amount in 1_000..999_999_999_u64, at in 0..9_usize, by in 1..10_u8,
    ) {
        let plan = plan();
        for (language, right) in translated(amount, ".").into_iter().chain(translated(amount, ",")) {
            let places: Vec<usize> =
                right.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at).collect();
            let place = places[at % places.len()];
            let digit = (right.as_bytes()[place] - b'0' + by) % 10 + b'0';
            let wrong = format!("{}{}{}", &right[..place], char::from(digit), &right[place + 1..]);
            for source in japanese(amount) {
                let told = told(&plan, language, &source, &wrong);
                let missing = told.first().is_some_and(|(rule, range)| rule == "K0510" && range.contains(&place));
                prop_assert!(missing && told.len() == 1, "{source} {wrong}: {}", shown(&told, &wrong));
            }
        }
    }
}
