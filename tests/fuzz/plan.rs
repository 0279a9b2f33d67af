//! What the targets start from: the small plan of `tests/translated`, read once.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use keikaku::diagnostic::{Diagnostics, Place, Source, has_error};
use keikaku::pipeline::{self, Translations};
use keikaku::plan::{self, Plan};
use keikaku::read::locale_file::read_translation;
use keikaku::read::{self, Project};
use keikaku::translate::check::of_pair;
use keikaku::translate::exchange::{self, Format};

/// The section that a target puts its input in the place of.
pub const SECTION: &str = "1-living/1-water";

/// The folder of the plan.
pub fn root() -> PathBuf {
    // The crate is the program's, or the one beside this file.
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    let roots = crates.map(|folder| folder.join("tests/translated"));
    roots.into_iter().find(|root| root.is_dir()).expect("the tests have a plan")
}

/// The files of the plan with their texts, and the plan.
pub static PROJECT: LazyLock<(Project, Plan)> = LazyLock::new(|| {
    let mut findings = Diagnostics::new();
    let project = read::read(&root(), &mut findings).expect("tests/translated is read");
    let plan = plan::make(&mut project.clone(), &mut findings);
    assert!(!has_error(&findings), "{findings:?}");
    (project, plan)
});

/// The plan and its translations.
pub static TRANSLATIONS: LazyLock<Translations> =
    LazyLock::new(|| pipeline::translations(&root()).expect("tests/translated is translated"));

/// Every place that is told of can be shown: it lies in its text, between characters.
pub fn shown(findings: &Diagnostics) {
    for finding in findings {
        if let Place::Span(span) = &finding.place {
            let [before, inside, after] = span.in_line();
            assert!(span.source.text().contains(&[before, inside, after].concat()));
            assert!(span.position().line > 0);
        }
    }
}

/// Takes a translator's file in. What is written then is read back without a mistake.
pub fn taken(path: &str, bytes: &[u8]) {
    let all = &*TRANSLATIONS;
    let mut findings = Diagnostics::new();
    let Some(delivery) = exchange::read(path, bytes, &all.plan, &mut findings) else {
        return shown(&findings);
    };
    let Some((language, files)) = all.files.iter().find(|(language, _)| *language == delivery.language)
    else {
        return;
    };
    let taken = exchange::take(&all.plan, files, &delivery, &|pair| of_pair(pair, &all.terms, true));
    shown(&taken.findings);
    for file in &taken.files {
        let mut findings = Diagnostics::new();
        let source = Source::new(file.path.as_str(), file.text.as_str());
        let languages = (all.plan.source_language(), language);
        assert!(read_translation(&source, "", languages, &mut findings).is_some(), "{}", file.text);
        assert!(!has_error(&findings), "{}", file.text);
    }
}

/// Gives a translator `text` as the translation of a title, and takes it back: nothing has changed.
pub fn exchanged(text: &str, path: &str) {
    let all = &*TRANSLATIONS;
    let (language, files) = &all.files[0];
    let mut with = files.clone();
    let Some(file) = with.iter_mut().find(|file| file.of == SECTION) else { return };
    let text = text.trim_end();
    if text.trim().is_empty() {
        return;
    }
    text.clone_into(&mut file.units[0].text);
    let bytes = exchange::export(Format::of(path), &all.plan, (language, &with), &all.catalogue);
    let mut findings = Diagnostics::new();
    let delivery = exchange::read(path, &bytes, &all.plan, &mut findings);
    // No text holds NUL: a file with it is not read, and no translation comes from one.
    let Some(delivery) = delivery else {
        return assert!(text.contains('\0'), "{findings:?}\n{}", String::from_utf8_lossy(&bytes));
    };
    let again = exchange::take(&all.plan, &with, &delivery, &|_| Vec::new());
    assert!(again.files.is_empty() && again.findings.is_empty(), "{:?}", again.findings);
}
