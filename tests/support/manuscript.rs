//! A printed chapter, and what an import makes of a text.

use std::fs;

use keikaku::diagnostic::{Diagnostics, Source};
use keikaku::manuscript::{self, Known, Manuscript};
use keikaku::pipeline;
use keikaku::value::FiscalYear;
use tempfile::TempDir;

/// The chapter as it was copied out of the printed plan.
pub const PRINTED: &str = include_str!("../plan/chapter-3.ja.txt");

const PILLARS: [&str; 5] = ["まち", "ひと", "しごと", "いのち", "もの"];

fn known() -> Known {
    let pillars = PILLARS.map(str::to_owned).to_vec();
    Known { pillars, years: Some((FiscalYear(2024), FiscalYear(2029))) }
}

pub fn read(text: &str) -> (Option<Manuscript>, Diagnostics) {
    let mut findings = Diagnostics::new();
    let manuscript = manuscript::read(&Source::new("chapter.txt", text), &known(), &mut findings);
    (manuscript, findings)
}

pub fn without_comments(text: &str) -> String {
    let (front, body) = text.split_at(text[4..].find("\n---\n").unwrap() + 4);
    let lines = front.lines().filter(|line| !line.starts_with("# "));
    lines.map(|line| line.to_owned() + "\n").collect::<String>() + body.trim_start_matches('\n')
}

/// A project that has no more than a plan.yml, this repository's.
pub fn empty_project() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("content")).unwrap();
    let plan = concat!(env!("CARGO_MANIFEST_DIR"), "/content/plan.yml");
    fs::copy(plan, folder.path().join("content/plan.yml")).unwrap();
    folder
}

/// Puts `manuscript` into a project; what is wrong with the plan then.
pub fn errors_in(manuscript: &Manuscript) -> Diagnostics {
    let folder = empty_project();
    for file in &manuscript.files {
        let path = folder.path().join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.text).unwrap();
    }
    pipeline::plan(folder.path()).err().unwrap_or_default()
}
