//! From disk to [`Project`]: every file found, checked to be text, and parsed by its contract.
//!
//! What the text means is the next stage's business; what is wrong with it as a file is told here.

mod content;
mod decode;
mod fingerprint;
pub mod front_matter;
pub mod locale_file;
pub mod markdown;
mod name;
mod stamp;
pub mod terms_file;
pub mod theme_file;
mod walk;
pub mod yaml;

use std::collections::HashSet;
use std::path::Path;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::value::Language;
pub use content::{Asset, ChapterFile, SectionFile, TermFile};
pub use decode::{decode, unicode};
pub use fingerprint::fingerprint;
use front_matter::PlanFields;
use locale_file::{TranslationFile, WordsFile, read_translation};
pub use name::words_for_name;
pub use stamp::Stamp;
use terms_file::AgreedTerm;
use theme_file::Theme;
use walk::{File, Root};
use yaml::Yaml;

/// Everything a site is made from but the translations, which are asked for by language.
#[derive(Debug, Clone)]
pub struct Project {
    /// The plan's own facts.
    pub plan: Yaml<PlanFields>,
    /// The plan's languages; the first is the language of `content/`.
    pub languages: Vec<Language>,
    /// The chapters in order, each with its sections.
    pub chapters: Vec<ChapterFile>,
    /// The glossary's entries.
    pub terms: Vec<TermFile>,
    /// Pictures and other files that stand beside the text.
    pub assets: Vec<Asset>,
    /// The words of the pages, for each language that has a file.
    pub words: Vec<WordsFile>,
    /// The words that translators agreed on.
    pub agreed_terms: Vec<AgreedTerm>,
    /// Templates and files.
    pub theme: Theme,
    root: Root,
    /// The sections that are in no site yet: `3-administration/1-efficient-administration`.
    drafts: HashSet<String>,
}

/// Reads the project under `root`. `None` where there is no plan to speak of; what is wrong is
/// in `findings` either way.
pub fn read(root: &Path, findings: &mut Diagnostics) -> Option<Project> {
    let root = Root::open(root, findings)?;
    let (mut of_content, mut of_words) = (Diagnostics::new(), Diagnostics::new());
    let (content, words) =
        rayon::join(|| content::read(&root, &mut of_content), || words(&root, &mut of_words));
    findings.append(&mut of_content);
    let plan = content.plan?;
    let languages = languages(&plan, findings);
    languages.first()?;
    findings.append(&mut of_words);
    let drafts: HashSet<String> = (content.chapters.iter())
        .flat_map(|chapter| chapter.sections.iter().map(move |section| (chapter, section)))
        .filter(|(_, section)| section.fields.data.draft)
        .map(|(chapter, section)| format!("{}/{}", chapter.name, section.name))
        .collect();
    let agreed_terms = (root.files("locales/terms.yml", findings).iter())
        .filter_map(|file| file.text(findings))
        .collect::<Vec<_>>()
        .iter()
        .flat_map(|source| terms_file::read_terms(source, &languages, findings))
        .collect();
    let name = plan.data.theme.as_deref().unwrap_or(theme_file::DEFAULT_THEME);
    let theme = theme_file::read(&root, name, &plan.value("theme"), findings);
    Some(Project {
        chapters: content.chapters,
        terms: content.terms,
        assets: content.assets,
        words,
        agreed_terms,
        theme,
        languages,
        plan,
        root,
        drafts,
    })
}

impl Project {
    /// The translations of the plan into `language`, read now: those of a large plan fill more memory than
    /// all else, and whoever is done with one language can let go of it before the next.
    pub fn translations(&self, language: &Language, findings: &mut Diagnostics) -> Vec<TranslationFile> {
        let folder = format!("locales/plan/{language}");
        let read = |file: File| {
            let mut found = Diagnostics::new();
            let Some(of) = file.path[folder.len() + 1..].strip_suffix(".yml") else {
                return (None, vec![Diagnostic::about(Rule::UnusedFile, &file.path)]);
            };
            let languages = (&self.languages[0], language);
            let source = file.text(&mut found);
            let read = source.and_then(|source| read_translation(&source, of, languages, &mut found));
            // The translation of a draft waits for it.
            (read.filter(|file| !self.drafts.contains(&file.of)), found)
        };
        let files = self.root.files(&folder, findings);
        let (translations, found): (Vec<_>, Vec<_>) = files.into_par_iter().map(read).unzip();
        findings.extend(found.into_iter().flatten());
        translations.into_iter().flatten().collect()
    }
}

/// The paths of all files of `content/` under `root`, from there, whatever they hold.
pub fn content_paths(root: &Path) -> Vec<String> {
    let mut unread = Diagnostics::new();
    let files = Root::open(root, &mut unread).map(|root| root.files("content", &mut unread));
    files.unwrap_or_default().into_iter().map(|file| file.path).collect()
}

/// The bytes of the text at `path`, exactly as they stand on disk.
pub fn raw_text(path: &Path, findings: &mut Diagnostics) -> Option<Vec<u8>> {
    File::at(path).raw_text(findings)
}

fn languages(plan: &Yaml<PlanFields>, findings: &mut Diagnostics) -> Vec<Language> {
    let mut languages = Vec::new();
    for (position, tag) in plan.data.languages.iter().enumerate() {
        match Language::parse(tag) {
            Some(language) if !languages.contains(&language) => languages.push(language),
            _ => {
                let at = plan.value(&format!("languages/{position}"));
                findings.push(Diagnostic::at(Rule::BadLanguage, &at).with("tag", tag));
            }
        }
    }
    languages
}

fn words(root: &Root, findings: &mut Diagnostics) -> Vec<WordsFile> {
    // The longest files of a project: each is read on whichever core is free.
    let files = root.files("locales/ui", findings).into_par_iter().map(|file| {
        let mut found = Diagnostics::new();
        let Some(language) = file.name().strip_suffix(".yml").and_then(Language::parse) else {
            return (None, vec![Diagnostic::about(Rule::UnusedFile, &file.path)]);
        };
        let source = file.text(&mut found);
        let words = source.and_then(|source| locale_file::read_words(&source, language, &mut found));
        (words, found)
    });
    let (words, found): (Vec<_>, Vec<_>) = files.unzip();
    findings.extend(found.into_iter().flatten());
    words.into_iter().flatten().collect()
}
