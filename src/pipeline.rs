//! The whole way from a project's folder to a finished site, in order.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::{Diagnostic, Diagnostics, Severity, Source, Span, drop_consequences, has_error};
use crate::localise::{self, Catalogue, Edition};
use crate::plan::{self, Plan};
use crate::progress::{Progress, Stage};
use crate::read::front_matter::read_page;
use crate::read::locale_file::TranslationFile;
use crate::read::markdown::proses;
use crate::read::{self, Project};
use crate::render::{self, Look, Site};
use crate::starter;
use crate::translate;
use crate::translate::check::Terms;
use crate::value::Language;
use crate::write::{Destination, Nowhere};

/// What a run came to.
#[derive(Debug)]
pub struct Outcome<D> {
    /// The site, and where it is; none where there was an error.
    pub site: Option<(Site, D)>,
    /// Everything found on the way, in the order of files and lines.
    pub findings: Diagnostics,
}

/// The project under `root` and its plan, for what makes no site of it; the errors in the plan itself
/// where it has any. Translations and the theme are nobody's concern here.
pub fn plan(root: &Path) -> Result<(Project, Plan), Diagnostics> {
    let mut findings = Diagnostics::new();
    let read = read::read(root, &mut findings);
    let made = read.map(|mut project| {
        let plan = plan::make(&mut project, &mut findings);
        (project, plan)
    });
    let errors = in_plan(findings);
    made.filter(|_| errors.is_empty()).ok_or(errors)
}

/// A plan and its translations, each under the key that its text has today.
#[derive(Debug)]
pub struct Translations {
    /// The plan.
    pub plan: Plan,
    /// The translations of its files, by language.
    pub files: Vec<(Language, Vec<TranslationFile>)>,
    /// The words in which translators are spoken to.
    pub catalogue: Catalogue,
    /// The words that were agreed on.
    pub terms: Terms,
}

/// What the translators of the project under `root` work on. A file that cannot be read stops all
/// work, so that nobody takes what stands in it for lost.
pub fn translations(root: &Path) -> Result<Translations, Diagnostics> {
    let mut findings = Diagnostics::new();
    let made = read::read(root, &mut findings).map(|mut project| {
        let plan = plan::make(&mut project, &mut findings);
        // A language without words for the pages can be translated into.
        let catalogue = Catalogue::load(&project, &mut Diagnostics::new());
        let units = plan.units();
        let aligned = |language: &Language| {
            let mut files = project.translations(language, &mut findings);
            localise::align(&units, language, &mut files);
            (language.clone(), files)
        };
        let files: Vec<_> = plan.languages[1..].iter().map(aligned).collect();
        let of_languages = files.iter().map(|(language, files)| (language, files.as_slice()));
        let terms = Terms::new(&plan, &project.agreed_terms, of_languages);
        Translations { plan, files, catalogue, terms }
    });
    let errors = errors_outside(findings, &["locales/ui/", "locales/terms.yml"]);
    made.filter(|_| errors.is_empty()).ok_or(errors)
}

/// The errors that the plan of `project` would have if its sections read as in `texts`, by their paths.
pub fn errors_with(mut project: Project, texts: &BTreeMap<String, String>) -> Diagnostics {
    let mut findings = Diagnostics::new();
    for section in project.chapters.iter_mut().flat_map(|chapter| &mut chapter.sections) {
        let path = section.fields.value("").source.path().to_owned();
        let Some(text) = texts.get(&path) else { continue };
        let source = Source::new(path, text.trim_start_matches('\u{feff}'));
        if let Some(page) = read_page(&source, &mut findings) {
            section.fields = page.fields;
        }
    }
    plan::make(&mut project, &mut findings);
    in_plan(findings)
}

/// The errors of `findings` that are in the plan itself, in order.
fn in_plan(findings: Diagnostics) -> Diagnostics {
    errors_outside(findings, &["locales/", "themes/"])
}

/// The errors of `findings` that are in none of `folders`, in order.
fn errors_outside(mut findings: Diagnostics, folders: &[&str]) -> Diagnostics {
    findings.retain(|finding| {
        let elsewhere = folders.iter().any(|folder| finding.order().0.starts_with(folder));
        finding.severity() == Severity::Error && !elsewhere
    });
    sort(&mut findings);
    findings
}

/// Compiles the project under `root` to the destination that `open` gives, which is asked once the plan
/// is found to hold together. `base_url`, where given, stands in for plan.yml's; it has been found to be
/// one (`plan::normal_base_url`). `progress` hears how far it is.
pub fn compile<D: Destination>(
    root: &Path,
    base_url: Option<&str>,
    progress: &Progress,
    open: impl FnOnce() -> Result<D, Diagnostic>,
) -> Outcome<D> {
    outcome(root, base_url, Care::Build, progress, open)
}

/// Compiles the project under `root` as [`compile`] does, and asks what its plan leaves unsaid and
/// what its translators should look at again.
pub fn check(root: &Path, progress: &Progress) -> Outcome<Nowhere> {
    outcome(root, None, Care::Check, progress, || Ok(Nowhere))
}

/// Every address of another site that the texts or the foot of the pages of the project under `root` lead
/// to, and where it stands. Drafts are on no page.
pub fn addresses(root: &Path) -> Vec<(String, Span)> {
    let Some(project) = read::read(root, &mut Diagnostics::new()) else { return Vec::new() };
    let sections = project.chapters.iter().flat_map(|chapter| &chapter.sections);
    let sections = sections.filter(|section| !section.fields.data.draft).map(|section| &section.body);
    let bodies = project.chapters.iter().map(|chapter| &chapter.body).chain(sections);
    let bodies = bodies.chain(project.terms.iter().map(|term| &term.body));
    let targets = bodies.flat_map(|body| proses(body)).flat_map(|prose| &prose.targets);
    let in_texts = targets.map(|target| (target.to.clone(), target.span.clone()));
    let settings = project.theme.settings.as_ref();
    let lines = settings.into_iter().flat_map(|settings| {
        let lines = settings.data.footer.iter().enumerate();
        lines.filter_map(|(position, line)| {
            Some((line.href.clone()?, settings.value(&format!("footer/{position}/href"))))
        })
    });
    let own = project.plan.data.base_url.as_deref().and_then(plan::normal_base_url);
    let is_other = |address: &str| {
        let on_web = ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
        on_web && own.as_ref().is_none_or(|own| !address.starts_with(own))
    };
    in_texts.chain(lines).filter(|(address, _)| is_other(address)).collect()
}

/// What a run is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// A site: only what stands in its way is asked about plan and translations.
    Build,
    /// Everything that a person should look at.
    Check,
}

impl Care {
    /// Those of `findings` that it tells.
    fn told(self, mut findings: Diagnostics) -> Diagnostics {
        findings.retain(|finding| self == Care::Check || finding.severity() == Severity::Error);
        findings
    }
}

fn outcome<D: Destination>(
    root: &Path,
    base_url: Option<&str>,
    care: Care,
    progress: &Progress,
    open: impl FnOnce() -> Result<D, Diagnostic>,
) -> Outcome<D> {
    let mut findings = Diagnostics::new();
    let site = site(root, base_url, care, progress, open, &mut findings).filter(|_| !has_error(&findings));
    sort(&mut findings);
    Outcome { site, findings }
}

/// Puts `findings` in the order of files and lines, without those that others bring about.
fn sort(findings: &mut Diagnostics) {
    drop_consequences(findings);
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
}

fn site<D: Destination>(
    root: &Path,
    base_url: Option<&str>,
    care: Care,
    progress: &Progress,
    open: impl FnOnce() -> Result<D, Diagnostic>,
    findings: &mut Diagnostics,
) -> Option<(Site, D)> {
    progress.enter(Stage::Read, 0);
    let mut project = read::read(root, findings)?;
    if let Some(base_url) = base_url {
        project.plan.data.base_url = Some(base_url.to_owned());
    }
    progress.enter(Stage::Plan, 0);
    let plan = plan::make(&mut project, findings);
    // What the plan's files say is in the plan now; of a large plan, no text is held twice.
    project.chapters = Vec::new();
    project.terms = Vec::new();
    progress.enter(Stage::Localise, 0);
    let mut cared_for = translate::check_words(&plan, &project);
    cared_for.append(&mut render::check_links(&plan, &project));
    if care == Care::Check {
        plan::advice(&plan, &mut cared_for);
        cared_for.append(&mut starter::samples_left(&plan));
        cared_for.append(&mut render::theme_advice(&project.theme));
    }
    findings.extend(care.told(cared_for));
    let catalogue = Catalogue::load(&project, findings);
    let source = Edition::in_source_language(&plan, &catalogue);
    let translated = translated(&source, &project, care, findings);
    let look = Look::of(&project.theme, findings);
    // Pages are only rendered from a plan that holds together: what fails would say the same again.
    if has_error(findings) {
        return None;
    }
    let editions: Vec<&Edition<'_>> = std::iter::once(&source).chain(&translated).collect();
    let destination = open().map_err(|finding| findings.push(finding)).ok()?;
    let site = render::render(&editions, &project, &look, &destination, progress, findings)?;
    Some((site, destination))
}

/// The editions of the plan of `source` in its other languages. Of a large plan, the files of one language
/// fill more memory than the plan: they are read, and let go of, one language after the other.
fn translated<'a>(
    source: &'a Edition<'a>,
    project: &Project,
    care: Care,
    findings: &mut Diagnostics,
) -> Vec<Edition<'a>> {
    let plan = source.plan;
    let units = plan.units();
    let edition = |language| {
        let mut files = project.translations(language, findings);
        let terms = Terms::new(plan, &project.agreed_terms, [(language, files.as_slice())]);
        let checked = translate::check(plan, &units, (language, &files), &terms, care == Care::Check);
        findings.extend(care.told(checked));
        localise::align(&units, language, &mut files);
        Edition::translated(source, language, &units, files, findings)
    };
    plan.languages[1..].iter().map(edition).collect()
}
