//! The one door to rust-i18n: every word of the pages.
//!
//! Words are looked up in the project's `locales/ui` as it stands now, so that an edit shows on the
//! next build, and then among the words that were embedded when the program was compiled.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use rust_i18n::{Backend, SimpleBackend};

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::Project;
use crate::value::Language;

mod embedded {
    #![allow(missing_docs, unreachable_pub)] // written by the macro
    rust_i18n::i18n!("locales/ui");
}

/// The language whose words are the measure of all others.
const STANDARD: &str = "ja";

/// Categories of plural words (Unicode CLDR).
const PLURALS: [&str; 6] = [".zero", ".one", ".two", ".few", ".many", ".other"];

/// The words under these keys are the program's own, for its users and for translators, and no page's.
const MESSAGES: [&str; 8] =
    ["message.", "detail.", "done.", "exchange.", "ask.", "schema.", "command-line.", "help."];

/// The words under this key depend on the plan's units, and are asked for when one is met.
const UNITS: &str = "unit.";

/// The words of all languages.
pub struct Catalogue {
    live: SimpleBackend,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue").field("languages", &self.live.available_locales()).finish()
    }
}

/// The languages whose words were compiled into the program.
pub fn embedded_languages() -> Vec<String> {
    embedded::_rust_i18n_backend().available_locales().into_iter().map(Cow::into_owned).collect()
}

/// The keys of all words in `language` that were compiled into the program.
#[cfg(test)]
pub fn embedded_keys(language: &str) -> Vec<String> {
    let words = embedded::_rust_i18n_backend().messages_for_locale(language).unwrap_or_default();
    words.into_iter().map(|(key, _)| key.into_owned()).collect()
}

/// The word under `key` as it was compiled into the program.
pub fn embedded_word(language: &str, key: &str) -> Option<Cow<'static, str>> {
    embedded::_rust_i18n_backend().translate(language, key)
}

/// The keys of every word that was compiled into the program, plural forms counted as one.
pub fn known_keys() -> BTreeSet<String> {
    let words = embedded::_rust_i18n_backend().messages_for_locale(STANDARD).unwrap_or_default();
    words.into_iter().map(|(key, _)| without_form(&key).to_owned()).collect()
}

fn without_form(key: &str) -> &str {
    PLURALS.iter().find_map(|form| key.strip_suffix(form)).unwrap_or(key)
}

/// Fills `%{name}` in `pattern`.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let (names, values): (Vec<&str>, Vec<String>) =
        values.iter().map(|(name, value)| (*name, (*value).to_owned())).unzip();
    rust_i18n::replace_patterns(pattern, &names, &values)
}

impl Catalogue {
    /// Loads the words of `project`; words that its pages need and a language of
    /// the plan lacks are in `findings`.
    pub fn load(project: &Project, findings: &mut Diagnostics) -> Self {
        let mut live = SimpleBackend::new();
        for file in &project.words {
            let words =
                file.words.iter().map(|(key, word)| (Cow::from(key.clone()), Cow::from(word.clone())));
            live.add_translations(Cow::from(file.language.to_string()), words.collect());
        }
        let catalogue = Self { live };
        let needed = needed();
        for (position, language) in project.languages.iter().enumerate() {
            let asked = || project.plan.value(&format!("languages/{position}"));
            catalogue.check(language, &needed, asked, findings);
        }
        catalogue
    }

    /// The word under `key`.
    pub fn word(&self, language: &Language, key: &str) -> Option<Cow<'_, str>> {
        let live = self.live.translate(language.as_str(), key);
        live.or_else(|| embedded_word(language.as_str(), key))
    }

    /// Every word of the pages in `language`.
    pub fn words(&self, language: &Language) -> HashMap<String, String> {
        let embedded =
            embedded::_rust_i18n_backend().messages_for_locale(language.as_str()).unwrap_or_default();
        let live = self.live.messages_for_locale(language.as_str()).unwrap_or_default();
        let words = embedded.into_iter().chain(live).filter(|(key, _)| is_of_pages(key));
        words.map(|(key, word)| (key.into_owned(), word.into_owned())).collect()
    }

    /// Finds those of the words `needed` that `language` lacks.
    fn check(
        &self,
        language: &Language,
        needed: &BTreeSet<String>,
        asked: impl Fn() -> crate::diagnostic::Span,
        findings: &mut Diagnostics,
    ) {
        let missing: Vec<&str> =
            needed.iter().map(String::as_str).filter(|key| !self.has(language, key)).collect();
        if missing.is_empty() {
            return;
        }
        let file = format!("locales/ui/{language}.yml");
        if missing.len() == needed.len() {
            findings
                .push(Diagnostic::at(Rule::NoWords, &asked()).with("language", language).with("file", file));
        } else {
            let finding = Diagnostic::about(Rule::MissingWord, file).with("count", missing.len());
            findings.push(finding.with("words", shown(&missing)));
        }
    }

    fn has(&self, language: &Language, key: &str) -> bool {
        self.word(language, key).is_some() || self.word(language, &format!("{key}.other")).is_some()
    }
}

/// The first of `keys`, where they are many: who lacks more begins from another language's file.
fn shown(keys: &[&str]) -> String {
    const MOST: usize = 12;
    let more = if keys.len() > MOST { ", …" } else { "" };
    format!("{}{more}", keys[..keys.len().min(MOST)].join(", "))
}

/// Every word the pages need, plural forms counted as one: those that the program's own Japanese
/// words hold.
fn needed() -> BTreeSet<String> {
    let mut keys = known_keys();
    keys.retain(|key| is_of_pages(key) && !key.starts_with(UNITS));
    keys
}

fn is_of_pages(key: &str) -> bool {
    !key.starts_with('_') && !MESSAGES.iter().any(|messages| key.starts_with(messages))
}
