//! Fifty different mistakes, as a clerk makes them, are told by one check, each at its place.
//!
//! `tests/mistakes` is a plan that holds them; its `expected.txt` lists them in the order they are told:
//! the place, and the rule. A file that cannot be read hides its other mistakes, so each such file holds
//! one.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;
use std::fs;

use program::{command, files, repository};
use serde_json::Value;

/// What `keikaku check` finds in the plan when it speaks `language`.
fn findings(language: &str) -> Vec<Value> {
    let folder = repository().join("tests/mistakes");
    let mut check = command();
    check.env("LANG", language).args(["check", "--format", "json", "--root"]).arg(folder);
    let output = check.output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{language}");
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    document["findings"].as_array().unwrap().clone()
}

/// Where a finding stands, and which rule it is of: `content/plan.yml:7:1 K0203`.
fn line(finding: &Value) -> String {
    let number = |key: &str| finding[key].as_u64().map(|number| format!(":{number}")).unwrap_or_default();
    let text = |key: &str| finding[key].as_str().unwrap();
    format!("{}{}{} {}", text("file"), number("line"), number("column"), text("id"))
}

/// All that a finding says.
fn sentences(finding: &Value) -> Vec<String> {
    let help = finding["help"].as_array().unwrap().iter();
    [&finding["message"]].into_iter().chain(help).map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// `text` without what is quoted from a file, or is to be written in one.
fn without_quotes(text: &str) -> String {
    text.split('`').step_by(2).collect::<Vec<_>>().join("`")
}

#[test]
fn one_check_names_fifty_mistakes_each_at_its_place_and_none_twice() {
    let expected = fs::read_to_string(repository().join("tests/mistakes/expected.txt")).unwrap();
    let expected: Vec<&str> = expected.lines().collect();
    assert_eq!(expected.len(), 50);
    assert_eq!(expected.iter().collect::<BTreeSet<_>>().len(), 50, "one place is listed twice");
    for language in ["ja_JP.UTF-8", "pt_BR.UTF-8", "en_US.UTF-8"] {
        let told: Vec<String> = findings(language).iter().map(line).collect();
        assert_eq!(told, expected, "{language}");
    }
}

#[test]
fn an_office_reads_of_each_mistake_in_its_own_language() {
    let is_japanese = |text: &str| text.chars().any(|letter| matches!(letter, 'ぁ'..='ヿ' | '一'..='鿿'));
    for finding in findings("ja_JP.UTF-8") {
        for text in sentences(&finding) {
            let words = without_quotes(&text);
            assert!(is_japanese(&words), "{}: {text}", line(&finding));
            let foreign = words.split(|sign: char| !sign.is_ascii_alphabetic() && sign != ' ');
            let sentence = foreign.map(str::trim).find(|run| run.split_whitespace().count() > 2);
            assert_eq!(sentence, None, "{}: {text}", line(&finding));
        }
    }
    for language in ["pt_BR.UTF-8", "en_US.UTF-8"] {
        for finding in findings(language) {
            let quoted = without_quotes(&sentences(&finding)[0]);
            assert!(!quoted.contains(['。', '、']), "{language} {}: {quoted}", line(&finding));
        }
    }
}

#[test]
fn the_plan_is_told_of_as_people_read_it_too() {
    let mut check = command();
    let folder = repository().join("tests/mistakes");
    let before = files(&folder);
    let output = check.env("LANG", "ja_JP.UTF-8").args(["check", "--root"]).arg(&folder).output().unwrap();
    assert!(files(&folder) == before, "a check writes nothing");
    let told = String::from_utf8(output.stderr).unwrap();
    let count = |word: &str| told.lines().filter(|line| line.starts_with(word)).count();
    let findings = findings("ja_JP.UTF-8");
    let errors = findings.iter().filter(|finding| finding["severity"] == "error").count();
    assert_eq!((count("エラー[K"), count("注意[K")), (errors, 50 - errors));
    let sum = String::from_utf8(output.stdout).unwrap();
    assert!(sum.contains(&format!("：エラー{errors}件、注意{}件。\n", 50 - errors)), "{sum}");
}

#[test]
fn the_parts_of_sentences_stand_in_every_language() {
    let parts = |language: &str| -> BTreeSet<String> {
        let text = fs::read_to_string(repository().join(format!("locales/ui/{language}.yml"))).unwrap();
        let words: Value = serde_yaml::from_str(&text).unwrap();
        let parts = words["detail"].as_object().unwrap();
        let answers = parts["no-answer"].as_object().unwrap();
        parts.keys().chain(answers.keys()).cloned().collect()
    };
    let japanese = parts("ja");
    assert!(japanese.len() > 30, "{japanese:?}");
    assert_eq!((parts("pt"), parts("en")), (japanese.clone(), japanese));
}
