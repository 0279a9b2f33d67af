//! Words of the pages that no page shows: their keys are misspelt, or of another version.

use std::collections::BTreeSet;

use super::page_words::plural;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::localise::catalogue::known_keys;
use crate::read::locale_file::WordsFile;
use crate::read::theme_file::{DEFAULT_PREFIX, Theme};

/// The words of units depend on the plan.
const UNITS: &str = "unit.";

/// What in `files` neither the program nor a template of `theme` asks for.
pub(super) fn check(files: &[WordsFile], theme: &Theme) -> Diagnostics {
    let known = known_keys();
    let own: Vec<&str> = (theme.templates.iter())
        .filter(|(name, _)| !name.starts_with(DEFAULT_PREFIX))
        .map(|(_, template)| template.text())
        .collect();
    let words = files.iter().flat_map(|file| file.words.iter().zip(&file.keys));
    let unknown = words.filter(|((key, _), _)| {
        let base = without_form(key);
        !key.starts_with(UNITS) && !known.contains(base) && !known.contains(key) && !asks(&own, base)
    });
    unknown
        .map(|((key, _), place)| {
            let finding = Diagnostic::at(Rule::UnknownWord, place).with("key", key);
            finding.suggest(without_form(key), known.iter().map(String::as_str))
        })
        .collect()
}

/// Whether one of `templates` names `key`, or puts its end together from what a page is about.
fn asks(templates: &[&str], key: &str) -> bool {
    let beginnings: BTreeSet<&str> = key.match_indices('.').map(|(at, dot)| &key[..at + dot.len()]).collect();
    let quoted = |text: &str| {
        let named = |quote: char| text.contains(&format!("{quote}{key}{quote}"));
        let begun = |quote: char| {
            beginnings.iter().any(|beginning| text.contains(&format!("{quote}{beginning}{quote}")))
        };
        ['"', '\''].into_iter().any(|quote| named(quote) || begun(quote))
    };
    templates.iter().any(|text| quoted(text))
}

/// A plural word's key without its form.
fn without_form(key: &str) -> &str {
    plural(key).map_or(key, |(base, _)| base)
}
