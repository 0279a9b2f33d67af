//! The language that the program speaks with the person at the keyboard.

use std::ffi::OsString;

use crate::localise::catalogue::{embedded_languages, embedded_word, fill};

/// The language of messages where the system's is none of ours.
const FALLBACK: &str = "en";

/// The option that chooses the language.
const OPTION: &str = "--lang";

/// A language, and the program's words in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Speech {
    language: String,
}

impl Speech {
    /// Speaks `asked`, or where that is none of ours the language of the system: that of `LC_ALL`,
    /// `LC_MESSAGES` or `LANG`, or what Windows and macOS are set to where there are none.
    pub(super) fn new(asked: Option<&str>) -> Self {
        let variable = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(variable);
        let system = || locale().or_else(sys_locale::get_locale).unwrap_or_default();
        let language = asked.and_then(spoken).or_else(|| spoken(&system()));
        Self { language: language.unwrap_or_else(|| FALLBACK.to_owned()) }
    }

    /// The language of the command line `line` before anything else in it is understood: help and
    /// mistakes in the command line are told in it, too.
    pub(super) fn of(line: &[OsString]) -> Self {
        let texts = line.iter().map(|text| text.to_string_lossy());
        let mut texts = texts.take_while(|text| text != "--");
        let asked = texts.find_map(|text| match text.strip_prefix(OPTION)? {
            "" => Some(None),
            rest => rest.strip_prefix('=').map(|language| Some(language.to_owned())),
        });
        Self::new(asked.and_then(|asked| asked.or_else(|| texts.next().map(Into::into))).as_deref())
    }

    /// The tag of the language.
    pub(super) fn language(&self) -> &str {
        &self.language
    }

    /// The word under `key` in this language.
    pub(super) fn find(&self, key: &str) -> Option<String> {
        embedded_word(&self.language, key).map(Into::into)
    }

    /// The word under `key`.
    pub(super) fn word(&self, key: &str) -> String {
        self.find(key)
            .or_else(|| embedded_word(FALLBACK, key).map(Into::into))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The sentence under `key`, with `values` filled in.
    pub(super) fn sentence(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(&self.word(key), values)
    }

    /// The words under `key` for `number` of a thing.
    pub(super) fn plural(&self, key: &str, number: usize) -> String {
        let form = if number == 1 { "one" } else { "other" };
        let word = self.find(&format!("{key}.{form}")).unwrap_or_else(|| self.word(&format!("{key}.other")));
        fill(&word, &[("n", &number.to_string())])
    }
}

/// The language of the words that `locale` (pt, `pt_BR.UTF-8`, pt-BR) asks for, if there are any.
fn spoken(locale: &str) -> Option<String> {
    let tag = locale.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let primary = tag.split('-').next().unwrap_or_default();
    embedded_languages().into_iter().find(|language| *language == tag || language == primary)
}

#[cfg(test)]
mod tests {
    use super::{Speech, spoken};

    fn language_of(arguments: &[&str]) -> String {
        let line: Vec<_> = ["keikaku"].iter().chain(arguments).map(Into::into).collect();
        Speech::of(&line).language
    }

    #[test]
    fn the_option_is_found_wherever_it_stands() {
        assert_eq!(language_of(&["--lang", "pt", "build"]), "pt");
        assert_eq!(language_of(&["translate", "status", "--lang=ja"]), "ja");
        let system = Speech::new(None).language;
        for without in
            [&["build", "--lang"][..], &["--language", "pt"], &["--", "--lang", "pt"], &["--lang=xx"]]
        {
            assert_eq!(language_of(without), system, "{without:?}");
        }
    }

    #[test]
    fn a_locale_asks_for_the_words_of_its_language() {
        for (locale, language) in [("ja_JP.UTF-8", "ja"), ("pt-BR", "pt"), ("pt", "pt"), ("en_GB@euro", "en")]
        {
            assert_eq!(spoken(locale).as_deref(), Some(language), "{locale}");
        }
        for locale in ["C.UTF-8", "fr_FR.UTF-8", "japanese", ""] {
            assert_eq!(spoken(locale), None, "{locale}");
        }
    }
}
