//! `keikaku new …`: files to begin from. A person at the keyboard is asked for what the command line
//! leaves out.

mod answer;
mod ask;
mod chapter;
mod plan;
mod section;
mod term;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::process::ExitCode;

use ask::{Asker, Question};
use chapter::ChapterArguments;
use clap::Subcommand;
use plan::PlanArguments;
use section::SectionArguments;
use term::TermArguments;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::{self, Project};
use crate::starter::{self, NewFile};
use crate::write;

#[derive(Debug, Subcommand)]
pub(super) enum NewCommand {
    Plan(PlanArguments),
    Chapter(ChapterArguments),
    Section(SectionArguments),
    Term(TermArguments),
}

/// Why nothing was made.
enum Obstacle {
    /// The command line, or an answer that nobody gave; of it has been told.
    CommandLine,
    /// What stands in the files.
    Findings(Diagnostics),
}

impl From<Diagnostics> for Obstacle {
    fn from(findings: Diagnostics) -> Self {
        Obstacle::Findings(findings)
    }
}

pub(super) fn new(command: &NewCommand, terminal: &Terminal) -> ExitCode {
    let mut asker = Asker::at(terminal);
    let done = match command {
        NewCommand::Plan(arguments) => plan::plan(arguments, &mut asker),
        NewCommand::Chapter(arguments) => chapter::chapter(arguments, &mut asker),
        NewCommand::Section(arguments) => section::section(arguments, &mut asker),
        NewCommand::Term(arguments) => term::term(arguments, &mut asker),
    };
    match done {
        Err(Obstacle::CommandLine) => ExitCode::from(2),
        Err(Obstacle::Findings(findings)) => terminal.conclude(Err(findings), |()| ExitCode::SUCCESS),
        Ok(()) => ExitCode::SUCCESS,
    }
}

/// The project that something is added to. What is wrong in the files of other chapters is no obstacle.
fn open(root: &Path) -> Result<Project, Obstacle> {
    let mut findings = Diagnostics::new();
    let project = read::read(root, &mut findings);
    project.ok_or_else(|| {
        findings.retain(|finding| {
            let path = finding.order().0;
            path == plan::PLAN || !path.starts_with("content/")
        });
        Obstacle::Findings(findings)
    })
}

/// The number asked for, if nothing in `taken` has it; the next one where none is asked for.
fn number(asked: Option<u32>, taken: &BTreeMap<u32, String>) -> Result<u32, Obstacle> {
    let free = starter::next(taken);
    let number = asked.unwrap_or(free);
    match taken.get(&number) {
        None => Ok(number),
        Some(path) => {
            let finding =
                Diagnostic::about(Rule::NumberTaken, path).with("number", number).with("free", free);
            Err(Obstacle::Findings(vec![finding]))
        }
    }
}

/// The name of a file or folder; proposed where `title` has words that an address allows.
fn name(
    of: &'static str,
    given: Option<&str>,
    title: &str,
    asker: &mut Asker<'_>,
) -> Result<String, Obstacle> {
    let proposal = Some(answer::proposed(title)).filter(|name| !name.is_empty());
    let question = Question { of, flag: "name", given, proposal, taken_unasked: false };
    asker.ask(&question, answer::name)
}

/// Writes `file` into `project`, unless something stands in its place, and says by the sentence under `next`
/// what comes then.
fn make(
    (root, project): (&Path, &Project),
    file: &NewFile,
    asker: &Asker<'_>,
    (next, values): (&str, &[(&str, &str)]),
) -> Result<(), Obstacle> {
    let path = root.join(&file.path);
    // Its number is free; what a link hides from the plan may be there all the same.
    if path.exists() {
        let reason = io::Error::from(io::ErrorKind::AlreadyExists);
        return Err(vec![Diagnostic::about(Rule::Unwritable, &file.path).because(&reason)].into());
    }
    write::replace(&[(path, file.text.clone().into_bytes())])?;
    asker.terminal.say("done.new.file", &[("file", &file.path)]);
    asker.terminal.say(next, values);
    if project.languages.len() > 1 {
        asker.terminal.say("done.new.translate", &[]);
    }
    Ok(())
}
