//! What `keikaku explain` says of the rules, in each of the program's languages.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;
use std::process::Output;

use keikaku::diagnostic::Rule;
use keikaku::localise::catalogue::embedded_word;
use program::{command, files, repository};

/// The languages of the program, each as systems name it.
const LANGUAGES: [(&str, &str); 3] = [("ja", "ja_JP.UTF-8"), ("pt", "pt_BR.UTF-8"), ("en", "en_US.UTF-8")];

/// What the program answers where the system speaks `locale`.
fn explained(locale: &str, rule: &[&str]) -> Output {
    command().env("LANG", locale).arg("explain").args(rule).output().unwrap()
}

fn said(locale: &str, rule: &[&str]) -> String {
    let output = explained(locale, rule);
    assert!(output.status.success(), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_rule_is_explained_in_the_language_of_the_office() {
    let example = "\n\n    kpi:\n      - id: forest-walks\n        name: 森林散策会の参加者\n        baseline: 80人\n        targt: 100人\n\n";
    for (locale, title, label, help) in [
        (
            "ja_JP.UTF-8",
            "エラー[K0203]: キー `targt` は、ここでは使えません。",
            "例（content/1-living/2-forest.md）：",
            "= 対処方法: 削除する",
        ),
        (
            "pt_BR.UTF-8",
            "erro[K0203]: a chave `targt` não é conhecida aqui",
            "Exemplo, em content/1-living/2-forest.md:",
            "= como corrigir: apague-a",
        ),
        (
            "en_US.UTF-8",
            "error[K0203]: the key `targt` is not known here",
            "Example, in content/1-living/2-forest.md:",
            "= help: remove it",
        ),
    ] {
        let said = said(locale, &["K0203"]);
        assert!(said.starts_with(&format!("{title}\n\n")), "{said}");
        assert!(said.contains(&format!("\n{label}{example}")), "{said}");
        assert!(said.contains("\n        target: 100人\n\n"), "{said}");
        assert!(said.contains(&format!("\n{help}")), "{said}");
    }
}

#[test]
fn every_rule_is_explained_in_every_language_with_nothing_left_to_fill_in() {
    for (language, locale) in LANGUAGES {
        for rule in Rule::ALL {
            let said = said(locale, &[rule.id()]);
            let cause = embedded_word(language, &format!("message.{}.cause", rule.key()));
            let cause = cause.unwrap_or_else(|| panic!("{language}: {} has no cause", rule.key()));
            assert!(said.contains(&format!("\n\n{cause}\n\n")), "{said}");
            assert!(
                cause.ends_with(['。', '.']) && cause.chars().count() > 40,
                "{language} {}: {cause}",
                rule.key()
            );
            let unfilled = said.lines().find(|line| line.contains("%{") && is_filled(line, *rule));
            assert_eq!(unfilled, None, "{language} {}", rule.key());
        }
    }
}

/// Whether `line` should have no place for a value: those rules are about such places, and show them.
fn is_filled(line: &str, rule: Rule) -> bool {
    let about_places = [Rule::PlaceholderDiffers, Rule::PluralMissing, Rule::UnitWithoutWords];
    !about_places.contains(&rule)
        || line.replace("%{n}", "").replace("%{year}", "").replace("%{ano}", "").contains("%{")
}

#[test]
fn no_words_are_left_of_a_rule_that_is_none() {
    let known: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.key()).collect();
    for (path, bytes) in files(&repository().join("locales/ui")) {
        let words: serde_json::Value = serde_yaml::from_slice(&bytes).unwrap();
        let messages = words["message"].as_object().unwrap();
        let rules: BTreeSet<&str> =
            messages.iter().filter(|(_, words)| words.is_object()).map(|(key, _)| key.as_str()).collect();
        assert_eq!(rules, known, "{path}");
    }
}

#[test]
fn a_rule_that_can_be_waived_says_how() {
    assert!(said("C", &["K0520"]).contains("write `_waive:` under the translation"));
    assert!(!said("C", &["K0503"]).contains("_waive"));
}

#[test]
fn without_a_number_every_rule_is_listed_under_its_group() {
    for (language, locale) in LANGUAGES {
        let said = said(locale, &[]);
        let listed: Vec<&str> =
            said.lines().filter_map(|line| line.strip_prefix("  ")?.split(['[', ']']).nth(1)).collect();
        assert_eq!(listed, Rule::ALL.iter().map(|rule| rule.id()).collect::<Vec<_>>());
        assert!(!said.contains("%{"), "{said}");
        for rule in Rule::ALL {
            let group = embedded_word(language, &format!("done.explain.group.{}", &rule.id()[..3]));
            assert!(said.contains(&format!("{}\n", group.unwrap())), "{language} {}", rule.id());
        }
    }
    assert!(said("C", &[]).contains("\n  error[K0203]: the key `…` is not known here\n"));
}

#[test]
fn a_number_of_no_rule_is_an_error_and_names_the_nearest() {
    for (locale, told) in [
        ("ja_JP.UTF-8", "エラー[K1002]: `K0230` という規則はありません。"),
        ("pt_BR.UTF-8", "erro[K1002]: a regra `K0230` não existe"),
        ("en_US.UTF-8", "error[K1002]: there is no rule `K0230`"),
    ] {
        let output = explained(locale, &["K0230"]);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(told) && said.contains("`K0203`"), "{said}");
        assert!(output.stdout.is_empty());
    }
}
