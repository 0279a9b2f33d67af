//! The files of translators. What `translate sync` writes is read back, and leaves nothing to bring in line.

use super::plan::{SECTION, TRANSLATIONS, shown};
use keikaku::diagnostic::{Diagnostics, Source, has_error};
use keikaku::localise::align;
use keikaku::read::locale_file::{TranslationFile, read_translation, read_words};
use keikaku::read::terms_file::read_terms;
use keikaku::translate::sync;
use keikaku::value::Language;

/// Takes `text`, whatever it is.
pub fn run(text: &str) {
    let plan = &TRANSLATIONS.plan;
    let (source_language, language) = (plan.source_language(), &plan.languages[1]);
    let source = Source::new("fuzz.yml", text);
    let mut findings = Diagnostics::new();
    read_words(&source, language.clone(), &mut findings);
    read_terms(&source, &plan.languages, &mut findings);
    let file = read_translation(&source, SECTION, (source_language, language), &mut findings);
    shown(&findings);
    // A file with a mistake stops all work on translations.
    let Some(file) = file.filter(|_| !has_error(&findings)) else { return };
    let Some(once) = synced(language, file) else { return };
    let source = Source::new("fuzz.yml", once.as_str());
    let mut findings = Diagnostics::new();
    let file = read_translation(&source, SECTION, (source_language, language), &mut findings);
    assert!(file.is_some() && !has_error(&findings), "{once}");
    let twice = file.and_then(|file| synced(language, file)).unwrap_or_default();
    assert!(twice.is_empty(), "{text}\n---\n{once}\n---\n{twice}");
}

/// The text of `file` after `translate sync`, if that changes it.
fn synced(language: &Language, file: TranslationFile) -> Option<String> {
    let plan = &TRANSLATIONS.plan;
    let mut files = vec![file];
    align(&plan.units(), language, &mut files);
    let synced = sync(plan, language, &files).ok()?;
    synced.into_iter().find(|file| file.path == "fuzz.yml").map(|file| file.text)
}
