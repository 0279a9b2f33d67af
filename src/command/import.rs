//! `keikaku import`

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source};
use crate::manuscript::{self, ContentFile, Known, Manuscript};
use crate::plan::year_of;
use crate::read::{self, Project};
use crate::write;

/// Where the plan's own facts stand.
const PLAN: &str = "content/plan.yml";

/// What `keikaku import` takes.
#[derive(Debug, clap::Args)]
pub(super) struct ChapterArguments {
    file: PathBuf,
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn import(arguments: &ChapterArguments, terminal: &Terminal) -> ExitCode {
    terminal.conclude(imported(arguments), |(manuscript, findings)| {
        terminal.tell(&findings);
        tell(terminal, &manuscript);
        if !arguments.root.join(PLAN).exists() {
            ask_for_plan(terminal, &manuscript.needs);
        }
        ExitCode::SUCCESS
    })
}

/// Writes the files of the chapter; none of them where one is in the way.
fn imported(arguments: &ChapterArguments) -> Result<(Manuscript, Diagnostics), Diagnostics> {
    let root = &arguments.root;
    if !root.is_dir() {
        return Err(vec![Diagnostic::about(Rule::Missing, root.display().to_string())]);
    }
    let mut findings = Diagnostics::new();
    let shown = arguments.file.display().to_string();
    let Some(bytes) = read::raw_text(&arguments.file, &mut findings) else { return Err(findings) };
    let Some(text) = read::decode(&bytes) else {
        return Err(vec![Diagnostic::about(Rule::NoText, shown)]);
    };
    let source = Source::new(shown, text.replace("\r\n", "\n").replace('\r', "\n"));
    // What is wrong with the plan as it stands is nothing that an import can mend.
    let project = read::read(root, &mut Diagnostics::new());
    let known = project.as_ref().map(known).unwrap_or_default();
    let Some(manuscript) = manuscript::read(&source, &known, &mut findings) else { return Err(findings) };
    let in_the_way = in_the_way(root, &manuscript.files, project.as_ref());
    if !in_the_way.is_empty() {
        let told = in_the_way.into_iter().map(|path| Diagnostic::about(Rule::ImportExists, path));
        return Err(told.collect());
    }
    let files = manuscript.files.iter().map(|file| (root.join(&file.path), file.text.clone().into_bytes()));
    write::replace(&files.collect::<Vec<_>>())?;
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    Ok((manuscript, findings))
}

/// What the plan of `project` says that a chapter refers to.
fn known(project: &Project) -> Known {
    let plan = &project.plan.data;
    Known {
        pillars: plan.pillars.0.iter().map(|(_, word)| word.clone()).collect(),
        years: year_of(&plan.baseline_year).zip(year_of(&plan.target_year)),
    }
}

/// Files that stand where one of `files` would, and others that hold the same chapter or note.
fn in_the_way(root: &Path, files: &[ContentFile], project: Option<&Project>) -> BTreeSet<String> {
    let differs = |file: &&ContentFile| {
        let path: PathBuf = root.join(&file.path);
        let now = path.exists().then(|| read::raw_text(&path, &mut Diagnostics::new()));
        now.is_some_and(|now| now.as_deref() != Some(file.text.as_bytes()))
    };
    let mut in_the_way: BTreeSet<String> =
        files.iter().filter(differs).map(|file| file.path.clone()).collect();
    let chapters = project.iter().flat_map(|project| &project.chapters);
    let terms = project.iter().flat_map(|project| &project.terms);
    let there = chapters
        .map(|chapter| format!("content/{}/chapter.md", chapter.name))
        .chain(terms.map(|term| format!("content/glossary/{}.md", term.name)));
    in_the_way.extend(there.filter(|path| {
        let is_same =
            |file: &ContentFile| numbered(&file.path).is_some_and(|own| numbered(path) == Some(own));
        files.iter().any(is_same) && !files.iter().any(|file| file.path == *path)
    }));
    in_the_way
}

/// Whether `path` is a note's or a chapter's own file, and the number that its name begins with.
fn numbered(path: &str) -> Option<(bool, u32)> {
    let path = path.strip_prefix("content/")?;
    let glossary = path.strip_prefix("glossary/");
    let name = glossary.or_else(|| path.strip_suffix("/chapter.md"))?;
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    Some((glossary.is_some(), digits.parse().ok()?))
}

/// Tells what was written under which names, and what was left out.
fn tell(terminal: &Terminal, manuscript: &Manuscript) {
    for file in &manuscript.files {
        terminal.say("done.chapter.file", &[("file", &file.path), ("title", &file.title)]);
        for (id, name) in &file.indicators {
            terminal.say("done.chapter.indicator", &[("id", id), ("name", name)]);
        }
    }
    if !manuscript.dropped.is_empty() {
        terminal.say("done.chapter.dropped", &[]);
    }
    for (text, spans) in &manuscript.dropped {
        let lines: Vec<String> = spans.iter().map(|span| span.position().line.to_string()).collect();
        terminal.say("done.chapter.dropped-line", &[("text", text), ("lines", &lines.join(", "))]);
    }
    let files = terminal.plural("count.files", manuscript.files.len());
    terminal.say("done.chapter.written", &[("files", &files)]);
}

/// Tells what plan.yml has to hold, with what the chapter says of it.
fn ask_for_plan(terminal: &Terminal, needs: &Known) {
    let years = needs.years.map(|(baseline, target)| (baseline.to_string(), target.to_string()));
    let (baseline, target) = years.unwrap_or_else(|| ("…".to_owned(), "…".to_owned()));
    let pillars = needs.pillars.iter().zip(1..).map(|(word, number)| format!("\n  pillar-{number}: {word}"));
    let pillars: String = pillars.collect();
    let pillars = if pillars.is_empty() { pillars } else { format!("\npillars:{pillars}") };
    let values =
        [("file", PLAN), ("baseline", baseline.as_str()), ("target", &target), ("pillars", &pillars)];
    terminal.say("done.chapter.plan", &values);
}
