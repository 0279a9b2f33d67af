//! Which names of files and folders can stand in an address, and what to call the others.

use crate::diagnostic::{Diagnostic, Rule};

/// A section of this name would stand at the address of its chapter's own page.
const INDEX: &str = "index.md";

/// A chapter of these names would stand among the pages of the pillars and of the Sustainable
/// Development Goals, or among those of the chapters of a large plan.
const TOPICS: [&str; 4] = ["pillar", "sdg", "indicators", "plan"];

/// Whether every part of `path` can stand in an address as it is.
pub(super) fn is_address(path: &str) -> bool {
    let index = path.rsplit('/').next() == Some(INDEX);
    let taken = path.split('/').next().is_some_and(is_topic);
    !index && !taken && path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte))
}

/// A finding about the first of `parts` of a path from `content/` that no address allows.
pub(super) fn bad_name(parts: &[&str]) -> Diagnostic {
    let at = parts.iter().position(|part| !is_address(part)).unwrap_or_default();
    let folder = at + 1 < parts.len();
    let proposal = if folder { ascii_stem(parts[at]) } else { ascii_name(parts[at]) };
    let finding = Diagnostic::about(Rule::BadName, format!("content/{}", parts[..=at].join("/")));
    finding.with("name", parts[at]).with("proposal", proposal)
}

/// A name near to `name` that an address allows.
fn ascii_name(name: &str) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, "md"));
    format!("{}.{extension}", ascii_stem(stem))
}

fn is_topic(name: &str) -> bool {
    TOPICS.iter().any(|topic| name.eq_ignore_ascii_case(topic))
}

/// What there is in `text` that an address allows, in small letters and joined by hyphens; nothing where
/// all of it is Japanese.
pub fn words_for_name(text: &str) -> String {
    let kept: String =
        text.to_ascii_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = kept.split('-').filter(|word| !word.is_empty()).collect();
    words.join("-")
}

fn ascii_stem(stem: &str) -> String {
    let words = words_for_name(stem);
    let stem = if words.is_empty() { "1-name".to_owned() } else { words };
    match stem.as_str() {
        taken if taken == "index" || is_topic(taken) => format!("1-{taken}"),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => format!("{digits}-name"),
        _ => stem,
    }
}

#[cfg(test)]
mod tests {
    use super::{ascii_name, ascii_stem, bad_name, is_address};

    #[test]
    fn a_name_that_no_address_allows_gets_a_proposal() {
        assert!(is_address("3-administration/1-efficient.md"));
        assert!(!is_address("3-行財政/1.md"));
        assert_eq!(ascii_name("1-行財政 運営.md"), "1-name.md");
        assert_eq!(ascii_name("2-Town Plan（案）.md"), "2-town-plan.md");
        assert_eq!(ascii_name("計画.md"), "1-name.md");
        assert!(!is_address("1-living/index.md"));
        assert_eq!(ascii_name("index.md"), "1-index.md");
        assert!(!is_address("sdg/10.md") && is_address("3-sdg/1-sdg.md"));
        assert_eq!(ascii_stem("Pillar"), "1-pillar");
        let told = bad_name(&["1-暮らし", "1-water.md"]);
        assert_eq!(told.order().0, "content/1-暮らし");
        assert!(told.values.contains(&("proposal", "1-name".to_owned())), "{told:?}");
    }
}
