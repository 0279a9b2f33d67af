//! Nothing of the command line is without words, in any language, and no words are without use.

use std::collections::BTreeSet;

use clap::error::ErrorKind;
use clap::{Arg, Command, CommandFactory as _};

use super::{AFTER, HELP, below, shown, told_in, without_added_help};
use crate::command::Arguments;
use crate::command::speech::Speech;
use crate::localise::catalogue::{embedded_keys, embedded_languages, embedded_word};

/// All commands without their words.
fn bare() -> Command {
    without_added_help(Arguments::command())
}

/// Every command with its path, without its words.
fn commands() -> Vec<(String, Command)> {
    fn walk(path: &str, command: &Command, found: &mut Vec<(String, Command)>) {
        found.push((path.to_owned(), command.clone()));
        for inner in command.get_subcommands() {
            walk(&below(path, inner.get_name()), inner, found);
        }
    }
    let mut command = bare();
    command.build();
    let mut found = Vec::new();
    walk("", &command, &mut found);
    found
}

/// The key of the `part` that is nearest to `path`, if `language` has one.
fn nearest(language: &str, path: &str, part: &str) -> Option<String> {
    let key = below(&below(HELP, path), part);
    if embedded_word(language, &key).is_some() {
        return Some(key);
    }
    let above = path.rsplit_once('.').map_or("", |(above, _)| above);
    if path.is_empty() { None } else { nearest(language, above, part) }
}

/// Whether `argument` of the command at `path` refuses some values, without a list of those it takes.
fn is_particular(path: &str, argument: &Arg) -> bool {
    let nonsense = argument.get_long().map_or("?".to_owned(), |long| format!("--{long}=?"));
    let names = path.split('.').filter(|name| !name.is_empty());
    let line = ["keikaku"].into_iter().chain(names).chain([nonsense.as_str()]);
    let refused = bare().try_get_matches_from(line).err();
    refused.is_some_and(|error| error.kind() == ErrorKind::ValueValidation)
}

#[test]
fn every_command_and_argument_has_words_in_each_language_and_no_word_is_left_over() {
    for language in embedded_languages() {
        let mut used = BTreeSet::new();
        let mut need = |path: &str, part: &str| {
            let key = nearest(&language, path, part);
            used.insert(key.unwrap_or_else(|| panic!("{language} has no {part} for keikaku {path}")));
        };
        for (path, command) in commands() {
            need(&path, "about");
            assert!(embedded_word(&language, &below(&below(HELP, &path), "about")).is_some(), "{path}");
            for argument in command.get_arguments() {
                need(&path, &below("argument", argument.get_id().as_str()));
                if !argument.get_action().takes_values() {
                    continue;
                }
                if is_particular(&path, argument) {
                    need(&path, &below("must-be", argument.get_id().as_str()));
                }
                for name in argument.get_value_names().unwrap_or_default() {
                    let key = format!("command-line.value.{name}");
                    assert!(embedded_word(&language, &key).is_some(), "{language} has no {key}");
                }
            }
        }
        let after =
            commands().into_iter().flat_map(|(path, _)| AFTER.map(|part| below(&below(HELP, &path), part)));
        used.extend(after);
        let all: BTreeSet<String> =
            embedded_keys(&language).into_iter().filter(|key| key.starts_with("help.")).collect();
        assert_eq!(all.difference(&used).collect::<Vec<_>>(), [""; 0], "{language}: of no use");
    }
}

#[test]
fn all_languages_say_the_same() {
    let said = |language: &str| -> BTreeSet<String> {
        let own = |key: &String| key.starts_with("help.") || key.starts_with("command-line.");
        embedded_keys(language).into_iter().filter(own).collect()
    };
    for language in embedded_languages() {
        let difference: Vec<_> = said("en").symmetric_difference(&said(&language)).cloned().collect();
        assert_eq!(difference, [""; 0], "{language}");
    }
}

#[test]
fn every_example_is_a_command_line_that_is_understood_and_the_same_in_each_language() {
    let lines = |path: &str, language: &str| -> Vec<String> {
        let examples = embedded_word(language, &below(&below(HELP, path), "examples"));
        let lines = examples.iter().flat_map(|text| text.lines());
        lines.filter(|line| line.starts_with("keikaku ")).map(str::to_owned).collect()
    };
    let mut count = 0;
    for (path, _) in commands() {
        for line in lines(&path, "en") {
            let own = line.split(['>', '|']).next().into_iter().flat_map(str::split_whitespace);
            let own: Vec<&str> = own.map(|word| word.trim_matches('\'')).collect();
            let refused = bare().try_get_matches_from(own).err();
            assert!(refused.is_none(), "{line}: {refused:?}");
            count += 1;
        }
        for language in embedded_languages() {
            assert_eq!(lines(&path, "en"), lines(&path, &language), "{path}");
        }
    }
    assert!(count > 15, "only {count} examples were found");
}

#[test]
fn the_help_in_japanese_holds_no_english_sentence() {
    let speech = Speech::new(Some("ja"));
    for (path, _) in commands() {
        let names = path.split('.').filter(|name| !name.is_empty());
        let line: Vec<&str> = ["keikaku"].into_iter().chain(names).chain(["--help"]).collect();
        let help = shown(&told_in(&speech, bare()).try_get_matches_from(line).unwrap_err().to_string());
        assert!(help.contains("使い方: keikaku"), "{help}");
        for line in help.lines().filter(|line| !line.contains("keikaku ")) {
            let words: Vec<&str> = line.split(' ').collect();
            let is_word = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
            let english = words.windows(2).find(|pair| pair.iter().all(is_word));
            assert_eq!(english, None, "{path}: {line}");
        }
    }
}
