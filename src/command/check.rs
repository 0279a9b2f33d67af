//! `keikaku check`

mod external;
mod github;
mod json;

use std::path::PathBuf;
use std::process::ExitCode;

use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline;

/// What `keikaku check` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "Exit codes: 0 nothing is wrong; 1 there are errors (with --strict also advice); \
                        2 the command line is wrong")]
pub(super) struct CheckArguments {
    /// How the findings are written: for people, as one JSON document, or as GitHub shows them beside the lines
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
    /// Let advice fail the check as errors do
    #[arg(long)]
    strict: bool,
    /// Ask every web address in the texts whether it is still there; nothing else uses the network
    #[arg(long)]
    external: bool,
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
    Github,
}

pub(super) fn check(arguments: &CheckArguments) -> ExitCode {
    let terminal = Terminal::open();
    let mut findings = pipeline::check(&arguments.root).findings;
    if arguments.external {
        findings.extend(external::check(&pipeline::addresses(&arguments.root)));
        findings.sort_by(|one, other| one.order().cmp(&other.order()));
    }
    match arguments.format {
        Format::Text => tell(&findings, &terminal),
        Format::Json => Terminal::print(&json::document(&findings, &terminal)),
        Format::Github => {
            for finding in &findings {
                Terminal::print(&github::command(finding, &arguments.root, &terminal));
            }
        }
    }
    let wrong = |finding: &Diagnostic| arguments.strict || finding.severity() == Severity::Error;
    if findings.iter().any(wrong) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Tells people of `findings`, and how many there are; of each file, where errors stand in several.
fn tell(findings: &[Diagnostic], terminal: &Terminal) {
    terminal.tell(findings);
    let mut files: Vec<(&str, usize, usize)> = Vec::new();
    for finding in findings {
        let path = finding.order().0;
        if files.last().is_none_or(|(last, ..)| *last != path) {
            files.push((path, 0, 0));
        }
        let Some((_, errors, advice)) = files.last_mut() else { continue };
        *(if finding.severity() == Severity::Error { errors } else { advice }) += 1;
    }
    if files.iter().filter(|(_, errors, _)| *errors > 0).count() > 1 {
        for (path, errors, advice) in &files {
            let found = found(*errors, *advice, terminal);
            terminal.say("done.in-file", &[("file", path), ("found", &found)]);
        }
    }
    let sum = |of: fn(&(&str, usize, usize)) -> usize| files.iter().map(of).sum();
    let errors = terminal.plural("done.errors", sum(|file| file.1));
    let advice = terminal.plural("done.advice", sum(|file| file.2));
    terminal.say("done.checked", &[("errors", &errors), ("advice", &advice)]);
}

/// The errors and the pieces of advice, without those of which there are none.
fn found(errors: usize, advice: usize, terminal: &Terminal) -> String {
    let counted = [("done.errors", errors), ("done.advice", advice)].into_iter();
    let words: Vec<String> =
        counted.filter(|(_, n)| *n > 0).map(|(key, n)| terminal.plural(key, n)).collect();
    words.join(&terminal.word("done.and"))
}
