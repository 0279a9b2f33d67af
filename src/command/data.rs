//! `keikaku data export` and `keikaku data import`

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::spreadsheet::{self, Change, Sheet};
use crate::{pipeline, read, write};

#[derive(Debug, Subcommand)]
pub(super) enum DataCommand {
    Export(ExportArguments),
    Import(ImportArguments),
}

/// What `keikaku data export` takes.
#[derive(Debug, clap::Args)]
pub(super) struct ExportArguments {
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[arg(long, value_name = "FILE", default_value = "figures.csv")]
    out: PathBuf,
}

/// What `keikaku data import` takes.
#[derive(Debug, clap::Args)]
pub(super) struct ImportArguments {
    file: PathBuf,
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn data(command: &DataCommand, terminal: &Terminal) -> ExitCode {
    match command {
        DataCommand::Export(arguments) => export(arguments, terminal),
        DataCommand::Import(arguments) => import(arguments, terminal),
    }
}

fn export(arguments: &ExportArguments, terminal: &Terminal) -> ExitCode {
    let out = &arguments.out;
    let done = pipeline::plan(&arguments.root).and_then(|(_, plan)| {
        if out.exists() {
            let mut findings = Diagnostics::new();
            let before = read::raw_text(out, &mut findings).ok_or(findings)?;
            if !spreadsheet::holds_nothing_new(&before, &plan) {
                return Err(vec![Diagnostic::about(Rule::SheetExists, out.display().to_string())]);
            }
        }
        write::replace(&[(out.clone(), spreadsheet::table(&plan))])?;
        Ok(plan.indicators().count())
    });
    terminal.conclude(done, |indicators| {
        let file = std::path::absolute(out).unwrap_or_else(|_| out.clone());
        let indicators = terminal.plural("count.indicators", indicators);
        let file = file.display().to_string();
        terminal.say("done.exported", &[("indicators", &indicators), ("file", &file)]);
        ExitCode::SUCCESS
    })
}

fn import(arguments: &ImportArguments, terminal: &Terminal) -> ExitCode {
    terminal.conclude(changed(arguments), |changes| {
        for change in &changes {
            let from = if change.from.is_empty() { "—" } else { &change.from };
            let values = [
                ("file", change.file.strip_prefix("content/").unwrap_or(&change.file)),
                ("id", &change.id),
                ("fact", &change.fact.to_string()),
                ("from", from),
                ("to", &change.to),
            ];
            terminal.say("done.change", &values);
        }
        if changes.is_empty() {
            terminal.say("done.unchanged", &[]);
        } else {
            let files = by_file(&changes).len();
            let figures = terminal.plural("count.figures", changes.len());
            let files = terminal.plural("count.files", files);
            terminal.say("done.imported", &[("figures", &figures), ("files", &files)]);
        }
        ExitCode::SUCCESS
    })
}

/// What the file changed in the plan's files; nothing where something in it cannot be meant.
fn changed(arguments: &ImportArguments) -> Result<Vec<Change>, Diagnostics> {
    let (project, plan) = pipeline::plan(&arguments.root)?;
    let mut findings = Diagnostics::new();
    let shown = arguments.file.display().to_string();
    let sheet = read::raw_text(&arguments.file, &mut findings)
        .and_then(|bytes| Sheet::read(&shown, &bytes, &mut findings));
    let changes = sheet.map(|sheet| spreadsheet::changes(&sheet, &plan, &mut findings)).unwrap_or_default();
    let mut texts = BTreeMap::new();
    for (file, changes) in by_file(&changes) {
        let Some(before) = read::raw_text(&arguments.root.join(file), &mut findings) else { continue };
        match spreadsheet::edited(file, &before, &changes) {
            Ok(text) => texts.extend([(file.to_owned(), text)]),
            Err(refused) => findings.extend(refused),
        }
    }
    // Figures that each make sense may still contradict what the file says beside them.
    if findings.is_empty() {
        findings = pipeline::errors_with(project, &texts);
    }
    if findings.is_empty() {
        let files = texts.into_iter().map(|(file, text)| (arguments.root.join(file), text.into_bytes()));
        write::replace(&files.collect::<Vec<_>>())?;
        return Ok(changes);
    }
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    Err(findings)
}

fn by_file(changes: &[Change]) -> BTreeMap<&str, Vec<&Change>> {
    let mut files: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        files.entry(&change.file).or_default().push(change);
    }
    files
}
