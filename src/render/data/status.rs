//! How far each translation is, for programs: what a dashboard shows, or who reminds translators asks.
//!
//! Counts of texts and no more. Without a date, the same plan gives the same file.

use serde_json::{Map, Value, json};

use crate::localise::{Coverage, Edition, Part};

/// `status.json`; none for a plan in one language.
pub(super) fn write(editions: &[&Edition<'_>], source: &Edition<'_>) -> Option<Vec<u8>> {
    let translated = editions.iter().filter(|edition| !edition.is_source());
    let languages: Map<String, Value> =
        translated.map(|edition| (edition.language.to_string(), language(edition))).collect();
    let any = !languages.is_empty();
    let status = json!({ "source": source.language.as_str(), "languages": languages });
    any.then(|| super::pretty(&status))
}

/// The whole plan, then its parts: chapters and sections under their names in addresses.
fn language(edition: &Edition<'_>) -> Value {
    let mut status = json!({ "tag": edition.tag(), "total": counts(edition.standing()) });
    for part in Part::all(edition.plan) {
        let counts = counts(edition.standing_of(part));
        match part {
            Part::Facts => status["facts"] = counts,
            Part::Footer => status["footer"] = counts,
            Part::Chapter(chapter) => {
                status["chapters"][&chapter.name] = json!({ "text": counts, "sections": {} });
            }
            Part::Section(chapter, section) => {
                status["chapters"][&chapter.name]["sections"][&section.name] = counts;
            }
            Part::Glossary => status["glossary"] = counts,
        }
    }
    status
}

fn counts((coverage, reviewed): (Coverage, bool)) -> Value {
    let Coverage { translated, outdated, missing } = coverage;
    json!({
        "translated": translated, "outdated": outdated, "missing": missing,
        "percent": coverage.percent(), "reviewed": reviewed,
    })
}
