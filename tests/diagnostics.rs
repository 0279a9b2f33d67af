//! What a person is told of each mistake, word for word.
//!
//! `tests/site` is a plan without a mistake. Each folder under `tests/invalid` holds the files that
//! differ from it and `expected.txt`, all that the program then says; what cannot stand in a folder
//! of plain files, [`make_by_hand`] does. A case is built, or what else its name begins with
//! ([`arguments`]). `UPDATE_EXPECTED=1 cargo test --test diagnostics` writes what
//! the program says now; read every line of it before you commit it.

#[path = "support/elsewhere.rs"]
mod elsewhere;
#[path = "support/example.rs"]
mod example;
#[path = "support/program.rs"]
mod program;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::time::Duration;

use keikaku::diagnostic::Rule;
use program::{command, repository};
use rayon::prelude::*;
use tempfile::TempDir;

/// Builds the project `site` into `public`.
const BUILD: &[&str] = &["build", "--root", "site", "--out", "public"];

/// A port that systems give nobody by themselves.
const PORT: &str = "17613";

/// Where another site stands, to which the texts of a case link.
const ELSEWHERE: &str = "127.0.0.1:17713";

/// The files of a folder by their paths in it.
type Files = BTreeMap<String, Vec<u8>>;

/// What a run said, and whether it built the site.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    said: String,
    built: bool,
}

#[test]
fn every_mistake_is_told_in_exactly_these_words() {
    let site = BuiltSite::new();
    let differing: Vec<String> = cases().iter().filter_map(|case| difference(&site, case)).collect();
    assert!(differing.is_empty(), "{}", differing.join("\n\n"));
}

#[test]
fn every_rule_is_broken_by_a_case() {
    let told: String = cases().iter().map(|case| expected(case)).collect();
    let without: Vec<&str> =
        Rule::ALL.iter().map(|rule| rule.id()).filter(|id| !told.contains(*id)).collect();
    assert!(without.is_empty(), "no case under tests/invalid tells of {without:?}");
}

#[test]
fn every_example_is_a_mistake_that_a_case_makes_and_that_is_mended_as_it_says() {
    let (site, examples) = (BuiltSite::new(), example::examples());
    let fault = |rule: &Rule| match examples.get(rule.key()) {
        Some(example) => example::fault(&site, *rule, example),
        None => Some(format!("{} has no example", rule.key())),
    };
    let faults: Vec<String> = Rule::ALL.par_iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn nothing_is_found_wrong_with_the_site_that_the_cases_start_from() {
    let site = BuiltSite::new();
    assert_eq!(run(site.folder.path()), Outcome { said: String::new(), built: true });
}

#[test]
fn files_as_windows_writes_them_are_read_like_any_other() {
    let mut site = BuiltSite::new();
    for (path, bytes) in files(&site.folder.path().join("site")) {
        let text = format!("\u{feff}{}", String::from_utf8(bytes).unwrap().replace('\n', "\r\n"));
        fs::write(site.folder.path().join("site").join(path), text).unwrap();
    }
    assert_eq!(run(site.folder.path()), Outcome { said: String::new(), built: true });
    let mut output = files(&site.folder.path().join("public"));
    let list = [&mut output, &mut site.output].map(|files| files.remove(".keikaku"));
    assert!(output == site.output, "the pages differ");
    assert!(list.iter().all(Option::is_some), "they are listed, as made from other files");
}

/// How the program's words on `case` differ from the expected; `None` where they do not.
fn difference(site: &BuiltSite, case: &str) -> Option<String> {
    let folder = site.copy();
    lay_over(&cases_folder().join(case), &folder.path().join("site"));
    make_by_hand(case, folder.path());
    let before = written(case, folder.path());
    let outcome = told_by(arguments(case), folder.path());
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(cases_folder().join(case).join("expected.txt"), &outcome.said).unwrap();
    }
    let expected = Outcome { said: expected(case), built: !expected(case).contains("error[") };
    if outcome != expected {
        return Some(format!("{case}: expected\n{}\nbut was told\n{}", expected.said, outcome.said));
    }
    let changed = !outcome.built && written(case, folder.path()) != before;
    changed.then(|| format!("{case}: the files were changed"))
}

/// What the program is asked to do with a case, as the beginning of its name says.
fn arguments(case: &str) -> &'static [&'static str] {
    match case.split('-').next() {
        Some("external") => &["check", "--external", "--root", "site"],
        Some("check") => &["check", "--root", "site"],
        Some("export") => &["data", "export", "--root", "site", "--out", "site/table.csv"],
        Some("sync") => &["translate", "sync", "--root", "site"],
        Some("diff") => &["translate", "diff", "--language", "fr", "--root", "site"],
        Some("confirm") => &["translate", "confirm", "1-living/2-forst#situation.1", "--root", "site"],
        Some("take") => &["translate", "import", "site/table.po", "--root", "site"],
        Some("hand") => &["translate", "export", "--po", "--root", "site", "--out", "site"],
        Some("explain") => &["explain", "K0230"],
        Some("serve") => &["serve", "--root", "site", "--port", PORT],
        Some("import") => &["data", "import", "site/table.csv", "--root", "site"],
        Some("new") => &["new", "plan", "site"],
        Some("among") => &["build", "--root", "site", "--out", "site/content/site"],
        Some("changes") => {
            &["build", "--root", "site", "--out", "public", "--changes", "site/content/plan.yml"]
        }
        Some("add") => &["new", "chapter", "--number", "1", "--root", "site"],
        Some("manuscript") => &["import", "site/chapter.txt", "--root", "site"],
        _ => BUILD,
    }
}

/// All that a run may write: the output, or the project where its own files are written.
fn written(case: &str, folder: &Path) -> Files {
    let own = ["data", "translate", "import", "new"].contains(&arguments(case)[0]);
    files(&folder.join(if own { "site" } else { "public" }))
}

/// Makes in `folder` (`site` is the project, `public` the output) what cannot be a plain file.
fn make_by_hand(case: &str, folder: &Path) {
    let site = folder.join("site");
    let public = folder.join("public");
    match case {
        "missing-root" => fs::remove_dir_all(&site).unwrap(),
        "missing-plan" => fs::remove_file(site.join("content/plan.yml")).unwrap(),
        "missing-chapter" => fs::remove_file(site.join("content/1-living/chapter.md")).unwrap(),
        "link-outside" => symlink("/etc/hostname", site.join("content/1-living/3-bridges.md")).unwrap(),
        "unreadable" => symlink("nowhere", site.join("content/1-living/3-bridges.md")).unwrap(),
        "link-loop" => symlink(".", site.join("content/1-living/4-loop")).unwrap(),
        "too-large" => fs::File::create(site.join("content/map.pdf")).unwrap().set_len(65 << 20).unwrap(),
        "nul-character" => {
            fs::write(site.join("content/1-living/chapter.md"), "---\ntitle: 暮\0らし\n---\n").unwrap();
        }
        "missing-word" => words_without_home(&site),
        // Open until the tests end, so that it is opened once.
        "external-addresses" => drop(TcpListener::bind(ELSEWHERE).map(elsewhere::open)),
        // Held until the tests end; if somebody else holds it, it is as busy.
        "serve-at-busy-port" => std::mem::forget(TcpListener::bind(format!("127.0.0.1:{PORT}"))),
        // Held until the tests end.
        "output-busy" => {
            let lock = fs::File::open(public.join(".keikaku-lock")).unwrap();
            lock.lock().unwrap();
            std::mem::forget(lock);
        }
        "foreign-output" => fs::remove_file(public.join(".keikaku")).unwrap(),
        "unwritable-page" => {
            fs::remove_file(public.join("ja/glossary.html")).unwrap();
            fs::create_dir(public.join("ja/glossary.html")).unwrap();
            fs::write(public.join("404.html"), "older").unwrap();
        }
        "unwritable-output" => {
            fs::remove_dir_all(&public).unwrap();
            fs::write(&public, "a file").unwrap();
        }
        _ => {}
    }
}

/// Gives the site a language that the program has no words for, and all of them but `nav.home`.
fn words_without_home(site: &Path) {
    let words = fs::read_to_string(repository().join("locales/ui/pt.yml")).unwrap();
    let home = words.lines().find(|line| line.starts_with("  home: ")).unwrap();
    fs::create_dir_all(site.join("locales/ui")).unwrap();
    fs::write(site.join("locales/ui/es.yml"), words.replacen(home, "", 1)).unwrap();
    for (path, bytes) in files(&site.join("locales/plan/pt")) {
        let translation = String::from_utf8(bytes).unwrap().replace("  pt: ", "  es: ");
        fs::write(site.join("locales/plan/pt").join(path), translation).unwrap();
    }
    fs::rename(site.join("locales/plan/pt"), site.join("locales/plan/es")).unwrap();
    let plan = fs::read_to_string(site.join("content/plan.yml")).unwrap();
    fs::write(site.join("content/plan.yml"), plan.replace("[ja, pt]", "[ja, es]")).unwrap();
}

/// A project without a mistake, and its output.
struct BuiltSite {
    folder: TempDir,
    output: Files,
}

impl BuiltSite {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        lay_over(&repository().join("tests/site"), &folder.path().join("site"));
        let outcome = run(folder.path());
        assert!(outcome.built, "{}", outcome.said);
        let output = files(&folder.path().join("public"));
        Self { folder, output }
    }

    fn copy(&self) -> TempDir {
        let copy = TempDir::new().unwrap();
        lay_over(self.folder.path(), copy.path());
        copy
    }
}

/// Builds `folder`'s `site` into its `public`.
fn run(folder: &Path) -> Outcome {
    told_by(BUILD, folder)
}

/// What the program says in `folder`, in English whatever the language of the system.
fn told_by(arguments: &[&str], folder: &Path) -> Outcome {
    let mut program = command();
    program.current_dir(folder).args(arguments);
    // Far more than any case takes; a run that never ends is a failure and no hang of the tests.
    let output = program.timeout(Duration::from_mins(1)).output().unwrap();
    let code = output.status.code();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(matches!(code, Some(0 | 1)), "exit code {code:?}: {said}");
    Outcome { said, built: code == Some(0) }
}

/// Copies every file of `from` into `to`, over what stands there.
fn lay_over(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Every file under `folder`, if it is one.
fn files(folder: &Path) -> Files {
    if folder.is_dir() { program::files(folder) } else { Files::new() }
}

fn cases() -> BTreeSet<String> {
    let entries = fs::read_dir(cases_folder()).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn expected(case: &str) -> String {
    fs::read_to_string(cases_folder().join(case).join("expected.txt")).unwrap_or_default()
}

fn cases_folder() -> PathBuf {
    repository().join("tests/invalid")
}
