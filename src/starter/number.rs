//! Which numbers are taken, and which comes next.

use std::collections::BTreeMap;

/// What stands directly in `folder`, by the number that its name begins with; `paths` and what comes back
/// begin at the project's root.
pub fn numbered(paths: &[String], folder: &str) -> BTreeMap<u32, String> {
    let entry = |path: &String| {
        let name = path.strip_prefix(folder)?.strip_prefix('/')?.split('/').next()?;
        let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
        Some((digits.parse().ok()?, format!("{folder}/{name}")))
    };
    paths.iter().filter_map(entry).collect()
}

/// The number after all that are `taken`.
pub fn next(taken: &BTreeMap<u32, String>) -> u32 {
    taken.keys().last().map_or(1, |last| last.saturating_add(1))
}

/// How a plan can print the number of a chapter.
const FORMS: [fn(u32) -> Option<String>; 2] = [roman, |number| Some(format!("第{number}章"))];

/// The numeral of the chapter `number`, if every chapter's in `known`, of which there is one at least, is
/// printed in the same form.
pub fn numeral(known: &[(u32, &str)], number: u32) -> Option<String> {
    let fits = |form: &&fn(u32) -> Option<String>| {
        !known.is_empty() && known.iter().all(|(of, printed)| form(*of).as_deref() == Some(*printed))
    };
    FORMS.iter().find(fits).and_then(|form| form(number))
}

/// The sign for the Roman numeral `number`: Unicode has those up to twelve.
fn roman(number: u32) -> Option<String> {
    let sign = char::from_u32(u32::from('Ⅰ').checked_add(number.checked_sub(1)?)?)?;
    ('Ⅰ'..='Ⅻ').contains(&sign).then(|| sign.to_string())
}

#[cfg(test)]
mod tests {
    use super::{next, numbered, numeral};

    #[test]
    fn the_next_number_follows_the_last_that_is_taken_whatever_stands_between() {
        let paths = [
            "content/plan.yml",
            "content/1-living/chapter.md",
            "content/1-living/2-parks.md",
            "content/10-work/map.png",
            "content/glossary/08-term.md",
        ];
        let paths = paths.map(str::to_owned);
        assert_eq!(next(&numbered(&paths, "content")), 11);
        assert_eq!(next(&numbered(&paths, "content/1-living")), 3);
        assert_eq!(next(&numbered(&paths, "content/10-work")), 1);
        assert_eq!(next(&numbered(&paths, "content/glossary")), 9);
        assert_eq!(numbered(&paths, "content")[&1], "content/1-living");
    }

    #[test]
    fn a_chapter_is_counted_as_the_others_are() {
        assert_eq!(numeral(&[(1, "Ⅰ"), (3, "Ⅲ")], 4).as_deref(), Some("Ⅳ"));
        assert_eq!(numeral(&[(1, "第1章")], 2).as_deref(), Some("第2章"));
        assert_eq!(numeral(&[(1, "Ⅰ")], 13), None);
        assert_eq!(numeral(&[(1, "その一")], 2), None);
        assert_eq!(numeral(&[], 2), None);
    }
}
