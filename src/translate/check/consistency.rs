//! One text has one translation, wherever it stands.

use std::collections::HashMap;

use super::Pair;
use super::japanese::is_unchanged;
use crate::diagnostic::{Diagnostic, Rule};
use crate::value::text_width::beginning;

/// Enough of a text to know it by, in columns.
const ENOUGH: usize = 80;

/// Which of `pairs`, all into one language, translate a text otherwise than the first pair that has it.
pub(super) fn check(pairs: &[Pair<'_>]) -> Vec<(usize, Diagnostic)> {
    let mut firsts: HashMap<String, &Pair<'_>> = HashMap::new();
    let mut findings = Vec::new();
    for (position, pair) in pairs.iter().enumerate().filter(|(_, pair)| !is_unchanged(pair)) {
        let source: String = pair.source.split_whitespace().collect();
        let first = *firsts.entry(source).or_insert(pair);
        if folded(first.text) != folded(pair.text) {
            let place = first.span.position();
            let at = format!("{}:{}:{}", first.span.source.path(), place.line, place.column);
            let finding = Diagnostic::at(Rule::Inconsistent, &pair.whole()).with("first", at);
            let finding = finding.with("key", first.unit.key());
            findings.push((position, finding.with("text", beginning(first.text, ENOUGH))));
        }
    }
    findings
}

/// `text` whatever its white space and case: a term begins a heading with a capital letter.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
