//! The small things that a plan writes: figures, years, languages, addresses, names and colours. A figure is
//! read as another language prints it, with the digits that the plan has.

use super::plan::{PROJECT, TRANSLATIONS};
use keikaku::localise::{Edition, Figure};
use keikaku::plan::{Reading, Unit, Value, is_id, normal_base_url, year_of};
use keikaku::read::markdown::has_safe_scheme;
use keikaku::read::words_for_name;
use keikaku::value::{Address, Language, text_width};

/// Takes `text`, whatever it is.
pub fn run(text: &str) {
    if let Some(year) = year_of(text) {
        assert_eq!(year_of(&year.to_string()), Some(year));
    }
    if let Some(url) = normal_base_url(text) {
        assert_eq!(normal_base_url(&url), Some(url));
    }
    let _ = (Language::parse(text), is_id(text), has_safe_scheme(text), text_width::beginning(text, 20));
    let name = words_for_name(text);
    assert!(name.is_empty() || is_id(&name) || name.starts_with(|c: char| c.is_ascii_digit()), "{name}");
    let _ = Address::new(text).relative_to(&Address::new("ja/index.html"));
    figure(text);
}

fn figure(text: &str) {
    let all = &*TRANSLATIONS;
    let source = Edition::in_source_language(&all.plan, &all.catalogue);
    let (language, files) = &all.files[1];
    let edition = Edition::translated(&source, language, &all.plan.units(), files.clone(), &mut Vec::new());
    let Some(printed) = PROJECT.1.indicators().next().map(|of| of.baseline.written.clone()) else { return };
    let value = Value::read(Unit { text: text.to_owned(), ..printed });
    let here = source.value(&value, Figure::Actual).text;
    assert!(here == text || value.is_nothing());
    let (_, _) = (value.figure(), value.limits());
    let there = edition.value(&value, Figure::Actual).text;
    // 18.8万人 is 188,000 people.
    if let Reading::Amount(amount) = &value.reading
        && amount.magnitude == 0
        && amount.remark.is_none()
    {
        let [there, here] = [&*there, text].map(digits);
        assert_eq!(there.trim_start_matches('0'), here.trim_start_matches('0'), "{text}");
    }
}

fn digits(text: &str) -> String {
    let ascii = |sign: char| char::from_digit((sign as u32).wrapping_sub('０' as u32), 10).unwrap_or(sign);
    text.chars().map(ascii).filter(char::is_ascii_digit).collect()
}
