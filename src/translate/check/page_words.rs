//! The words of the pages have room for the same values in every language, and all plural forms.

use std::collections::{BTreeSet, HashMap};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::localise::catalogue::embedded_word;
use crate::localise::{PLURAL_FORMS, plural_forms_of};
use crate::read::locale_file::WordsFile;
use crate::value::Language;

/// The language of the words that the program's own are held against.
const STANDARD: &str = "ja";

/// The number that decides on a plural form.
const NUMBER: &str = "n";

/// The words of units depend on the plan: those that no program knows have room for the number.
const UNITS: &str = "unit.";

/// What is wrong with the words in `files`; `own` is the plan's language.
pub(super) fn check(own: &Language, files: &[WordsFile]) -> Diagnostics {
    let lists: Vec<Words<'_>> = files.iter().map(Words::of).collect();
    let of_plan = lists.iter().find(|words| words.language == own);
    let found = lists.par_iter().map(|words| words.misplaced(of_plan).chain(words.incomplete()).collect());
    found.collect::<Vec<Diagnostics>>().into_iter().flatten().collect()
}

/// The words of a file by their keys.
struct Words<'a> {
    language: &'a Language,
    by_key: HashMap<&'a str, (&'a str, &'a Span)>,
    in_order: Vec<&'a str>,
}

impl<'a> Words<'a> {
    fn of(file: &'a WordsFile) -> Self {
        let words = file.words.iter().zip(&file.places);
        Self {
            language: &file.language,
            by_key: words.map(|((key, word), place)| (key.as_str(), (word.as_str(), place))).collect(),
            in_order: file.words.iter().map(|(key, _)| key.as_str()).collect(),
        }
    }

    fn get(&self, key: &str) -> Option<String> {
        let own = self.by_key.get(key).map(|(word, _)| (*word).to_owned());
        own.or_else(|| embedded_word(self.language.as_str(), key).map(Into::into))
    }

    /// Words whose places for values differ from those of the standard.
    fn misplaced<'b>(&'b self, of_plan: Option<&'b Words<'_>>) -> impl Iterator<Item = Diagnostic> + 'b {
        self.in_order.iter().filter_map(move |key| {
            let (word, span) = self.by_key.get(key)?;
            let (written, mut expected) = (placeholders(word), self.expected(key, of_plan)?);
            // A plural form may say its number in words, but the form for all others cannot.
            if let Some((_, form)) = plural(key)
                && (form != "other" || written.contains(NUMBER))
            {
                expected.remove(NUMBER);
                expected.extend(written.get(NUMBER).cloned());
            }
            (written != expected).then(|| {
                let foreign = written.difference(&expected).next().map(|name| format!("%{{{name}}}"));
                let at = foreign.and_then(|name| {
                    span.text().find(&name).map(|start| span.part(start..start + name.len()))
                });
                let shown: Vec<String> = expected.iter().map(|name| format!("`%{{{name}}}`")).collect();
                let shown = if shown.is_empty() { "—".to_owned() } else { shown.join(", ") };
                let finding =
                    Diagnostic::at(Rule::PlaceholderDiffers, &at.unwrap_or_else(|| (*span).clone()));
                finding.with("expected", shown)
            })
        })
    }

    /// The places for values that the word under `key` should have; `None` where nothing tells.
    ///
    /// The program fills in what its own Japanese words have room for. Words that only the project
    /// has, for a theme of its own, are held against those of the plan's language.
    fn expected(&self, key: &str, of_plan: Option<&Words<'_>>) -> Option<BTreeSet<String>> {
        let base = plural(key).map(|(base, _)| base);
        let keys = [Some(key.to_owned()), base.map(|base| format!("{base}.other")), base.map(str::to_owned)];
        let mut keys = keys.into_iter().flatten();
        let standard = keys.find_map(|key| {
            let word = embedded_word(STANDARD, &key).map(String::from);
            word.or_else(|| {
                of_plan.and_then(|words| words.by_key.get(key.as_str())).map(|word| word.0.into())
            })
        });
        match standard {
            Some(word) => Some(placeholders(&word)),
            None if key.starts_with(UNITS) => Some(BTreeSet::from([NUMBER.to_owned()])),
            None => self.get(&format!("{}.other", base?)).map(|word| placeholders(&word)),
        }
    }

    /// Words with plural forms, but not all that the language has.
    fn incomplete(&self) -> impl Iterator<Item = Diagnostic> + '_ {
        let bases: BTreeSet<&str> = (self.in_order.iter())
            .filter_map(|key| {
                let (base, form) = plural(key)?;
                let counts = form != "other" || placeholders(self.by_key.get(key)?.0).contains(NUMBER);
                counts.then_some(base)
            })
            .collect();
        let forms = plural_forms_of(self.language);
        bases.into_iter().filter_map(move |base| {
            let lacks = |form: &&&str| self.get(&format!("{base}.{form}")).is_none();
            let missing: Vec<&str> = forms.iter().filter(lacks).copied().collect();
            let there =
                PLURAL_FORMS.iter().rev().find_map(|form| self.by_key.get(format!("{base}.{form}").as_str()));
            let (_, span) = there.filter(|_| !missing.is_empty())?;
            let finding = Diagnostic::at(Rule::PluralMissing, span).with("key", base);
            Some(finding.with("forms", missing.join(", ")))
        })
    }
}

/// The key of a plural word without its form, and the form.
pub(super) fn plural(key: &str) -> Option<(&str, &str)> {
    key.rsplit_once('.').filter(|(_, form)| PLURAL_FORMS.contains(form))
}

/// The names in `%{name}` of `word`.
fn placeholders(word: &str) -> BTreeSet<String> {
    // Most words have none.
    let after = word.split('%').skip(1).filter_map(|rest| rest.strip_prefix('{')?.split_once('}'));
    after.map(|(name, _)| name.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::diagnostic::Rule::{self, PlaceholderDiffers, PluralMissing};
    use crate::diagnostic::{Diagnostics, Place, Source};
    use crate::read::locale_file::read_words;
    use crate::value::Language;

    /// What is found in words of `language`, beside Japanese ones of a theme.
    fn told(language: &str, text: &str) -> Vec<(Rule, String)> {
        let mut findings = Diagnostics::new();
        let files = [("ja", "town:\n  hello: ようこそ%{name}さん\n"), (language, text)].map(|(tag, text)| {
            let source = Source::new(format!("locales/ui/{tag}.yml"), text);
            read_words(&source, Language::parse(tag).unwrap(), &mut findings).unwrap()
        });
        findings.extend(check(&Language::parse("ja").unwrap(), &files));
        let told = findings.iter().map(|finding| match &finding.place {
            Place::Span(span) => (finding.rule, span.text().to_owned()),
            Place::Path(path) => (finding.rule, path.clone()),
        });
        told.collect()
    }

    #[test]
    fn words_have_room_for_the_values_of_the_japanese_ones() {
        for (language, text, found) in [
            ("pt", "year: {fiscal: 'ano de %{year}'}", None),
            ("pt", "year: {fiscal: ano fiscal}", Some("ano fiscal")),
            ("pt", "year: {fiscal: 'ano de %{ano}'}", Some("%{ano}")),
            ("en", "nav: {home: 'Home of %{town}'}", Some("%{town}")),
            ("en", "town: {hello: 'Welcome, %{nome}'}", Some("%{nome}")),
            ("en", "town: {bye: 'Bye, %{nome}'}", None),
            ("en", "search: {results: {one: one result, other: '%{n} results'}}", None),
            ("en", "search: {results: {one: '%{n} result', other: many results}}", Some("many results")),
            ("en", "unit: {頭: {one: one cow, other: '%{n} cows'}}", None),
            ("en", "unit: {頭: cows}", Some("cows")),
        ] {
            let expected: Vec<_> = found.into_iter().map(|at| (PlaceholderDiffers, at.to_owned())).collect();
            assert_eq!(told(language, text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_has_every_plural_form_of_its_language() {
        for (language, text, found) in [
            ("en", "unit: {頭: {one: '%{n} cow', other: '%{n} cows'}}", None),
            ("pt", "unit: {頭: {one: '%{n} vaca', other: '%{n} vacas'}}", Some("'%{n} vacas'")),
            ("es", "unit: {頭: {one: '%{n} vaca', other: '%{n} vacas'}}", Some("'%{n} vacas'")),
            ("es", "unit: {頭: {one: '%{n} vaca', many: '%{n} de vacas', other: '%{n} vacas'}}", None),
            ("id", "unit: {頭: {other: '%{n} sapi'}}", None),
            ("en", "unit: {頭: {other: '%{n} cows'}}", Some("'%{n} cows'")),
            // The program has the other forms itself.
            ("pt", "search: {results: {one: '%{n} achado'}}", None),
            ("en", "pattern: {other: Another unit}", None),
        ] {
            let expected: Vec<_> = found.into_iter().map(|at| (PluralMissing, at.to_owned())).collect();
            assert_eq!(told(language, text), expected, "{text}");
        }
    }
}
