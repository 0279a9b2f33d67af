//! What holds of single values beyond their kind. Each limit stands for a rule of `plan`; where that takes
//! full-width signs as well, so does the limit.

use serde_json::{Value, json};

use crate::plan::{Goal, Measure, OutdatedPolicy, SDGS, YEARS};

/// An id, in which addresses are made of small letters, digits and hyphens.
const ID: &str = "^[a-z][a-z0-9-]*$";

/// The tag of a language.
const LANGUAGE: &str = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$";

/// A fiscal year in a text.
const YEAR: &str = "^\\s*[0-9０-９]{4}\\s*$";

/// A whole number in a text.
const WHOLE: &str = "^\\s*[0-9０-９]+\\s*$";

/// The same with its digits in groups, or that nobody knows it.
const PEOPLE: &str = "^(\\s*[0-9０-９][0-9０-９,，]*\\s*|unknown)$";

/// The address of a site: no query, no fragment.
const BASE_URL: &str = "^https?://[^/?#\\s][^?#\\s]*$";

/// The limits of what stands under `key` of `group`.
pub(super) fn limited(group: &str, key: &str) -> Value {
    match (group, key) {
        ("plan", "languages") => {
            let language = json!({ "type": "string", "pattern": LANGUAGE });
            json!({ "items": language, "minItems": 1, "uniqueItems": true })
        }
        ("plan", "pillars") => json!({ "propertyNames": { "pattern": ID } }),
        ("plan", "base_url") => json!({ "type": "string", "pattern": BASE_URL }),
        ("plan", "outdated") => one_of(OutdatedPolicy::ALL.map(OutdatedPolicy::key)),
        ("plan" | "indicator", "baseline_year" | "target_year") => {
            number(i64::from(*YEARS.start()), Some(i64::from(*YEARS.end())), YEAR)
        }
        ("section", "sdgs") => {
            json!({ "items": number(i64::from(*SDGS.start()), Some(i64::from(*SDGS.end())), WHOLE) })
        }
        ("indicator", "id") => json!({ "type": "string", "pattern": ID }),
        ("indicator", "measure") => one_of(Measure::ALL.map(Measure::key)),
        ("indicator", "goal") => one_of(Goal::ALL.map(Goal::key)),
        ("indicator", "survey_size") => number(1, None, PEOPLE),
        ("indicator" | "benchmark", "actuals") => json!({ "propertyNames": { "pattern": YEAR } }),
        ("term", "number") => json!({ "minimum": 1 }),
        _ => json!({}),
    }
}

/// A whole number from `least` to `most`, or a text that fits `pattern`.
fn number(least: i64, most: Option<i64>, pattern: &str) -> Value {
    let mut limits = json!({ "type": ["integer", "string"], "minimum": least, "pattern": pattern });
    if let Some(most) = most {
        limits["maximum"] = json!(most);
    }
    limits
}

fn one_of(choices: [&str; 3]) -> Value {
    json!({ "type": "string", "enum": choices })
}
