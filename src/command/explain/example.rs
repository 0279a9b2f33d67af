//! A mistake for each rule: lines of a Japanese plan, the same whatever language they are explained in.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::command::terminal::Terminal;
use crate::diagnostic::{Diagnostics, Rule, Source};
use crate::read::yaml;

/// All of them, by the keys of the rules.
const EXAMPLES: &str = include_str!("example.yml");

/// A mistake, and the same lines without it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Example {
    /// What the words of the rule fill in.
    values: BTreeMap<String, String>,
    /// The same in words of the program.
    phrases: BTreeMap<String, Words>,
    /// The file that the lines stand in; none where they are a command or the names of files.
    pub(super) file: Option<String>,
    /// The lines with the mistake.
    pub(super) wrong: String,
    /// The lines without it; empty where it is mended elsewhere, or by a person's decision.
    pub(super) right: String,
}

/// Words of the program that other words fill in.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Words {
    /// Their key under `detail`.
    key: String,
    /// What they fill in, and the same in words of the program.
    values: BTreeMap<String, String>,
    phrases: BTreeMap<String, Words>,
}

/// `values` and `phrases` by name, in the person's language.
fn told<'a>(
    values: &'a BTreeMap<String, String>,
    phrases: &'a BTreeMap<String, Words>,
    terminal: &Terminal,
) -> Vec<(&'a str, String)> {
    let phrases = phrases.iter().map(|(name, words)| {
        let told = told(&words.values, &words.phrases, terminal);
        let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
        (name.as_str(), terminal.sentence(&format!("detail.{}", words.key), &told))
    });
    values.iter().map(|(name, value)| (name.as_str(), value.clone())).chain(phrases).collect()
}

impl Example {
    /// What the words of the rule fill in, by name.
    pub(super) fn values(&self, terminal: &Terminal) -> Vec<(&str, String)> {
        told(&self.values, &self.phrases, terminal)
    }

    /// The same without what is particular to the example.
    pub(super) fn blanks(&self) -> Vec<(&str, &str)> {
        self.values.keys().chain(self.phrases.keys()).map(|name| (name.as_str(), "…")).collect()
    }
}

/// The examples of all rules.
pub(super) struct Examples(BTreeMap<String, Example>);

impl Examples {
    /// Reads them from the program itself.
    pub(super) fn read() -> Self {
        Self(read(&mut Diagnostics::new()))
    }

    /// Takes out the example of `rule`.
    pub(super) fn take(&mut self, rule: Rule) -> Example {
        self.0.remove(rule.key()).unwrap_or_default()
    }
}

fn read(findings: &mut Diagnostics) -> BTreeMap<String, Example> {
    let source = Source::new("example.yml", EXAMPLES);
    let examples = yaml::parse(&source.span(0..EXAMPLES.len()), findings);
    examples.map(|examples| examples.data).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::diagnostic::{Diagnostics, Rule};

    #[test]
    fn every_rule_has_an_example_and_no_example_is_of_no_rule() {
        let mut findings = Diagnostics::new();
        let mut examples = read(&mut findings);
        assert!(findings.is_empty(), "{findings:?}");
        for rule in Rule::ALL {
            let example = examples.remove(rule.key());
            assert!(example.is_some_and(|example| !example.wrong.is_empty()), "{}", rule.key());
        }
        assert!(examples.is_empty(), "{:?}", examples.keys());
    }
}
