//! `keikaku check`

mod external;
mod github;
mod json;

use std::path::PathBuf;
use std::process::ExitCode;

use super::progress::{table, watched};
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Severity};
use crate::pipeline;
use crate::progress::Progress;

/// What `keikaku check` takes.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = Format::Text)]
    format: Format,
    #[arg(long)]
    strict: bool,
    #[arg(long)]
    external: bool,
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

pub(super) fn check(arguments: &CheckArguments, terminal: &Terminal) -> ExitCode {
    let progress = Progress::default();
    let outcome = watched(terminal, &progress, || pipeline::check(&arguments.root, &progress));
    let mut findings = outcome.findings;
    if arguments.external {
        findings.extend(external::check(&pipeline::addresses(&arguments.root)));
        findings.sort_by(|one, other| one.order().cmp(&other.order()));
    }
    match arguments.format {
        Format::Text => {
            terminal.tell(&findings);
            terminal.detail(|| table(terminal, &progress));
        }
        Format::Json => terminal.print(&format!("{}\n", json::document(&findings, terminal))),
        Format::Github => {
            for finding in &findings {
                terminal.print(&format!("{}\n", github::command(finding, &arguments.root, terminal)));
            }
        }
    }
    let wrong = |finding: &Diagnostic| arguments.strict || finding.severity() == Severity::Error;
    let fails = findings.iter().any(wrong);
    if arguments.format == Format::Text {
        summarise(&findings, fails, terminal);
    }
    if fails { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Tells people how many `findings` there are; of each file, where errors stand in several. What makes the
/// check fail is told to those, too, who want to be told the least.
fn summarise(findings: &[Diagnostic], fails: bool, terminal: &Terminal) {
    let say = |key: &str, values: &[(&str, &str)]| {
        if fails { terminal.show(key, values) } else { terminal.say(key, values) }
    };
    let mut files: Vec<(&str, usize, usize)> = Vec::new();
    for finding in findings {
        let path = finding.order().0;
        if files.last().is_none_or(|(last, ..)| *last != path) {
            files.push((path, 0, 0));
        }
        let Some((_, errors, advice)) = files.last_mut() else { continue };
        *(if finding.severity() == Severity::Error { errors } else { advice }) += finding.count();
    }
    if files.iter().filter(|(_, errors, _)| *errors > 0).count() > 1 {
        for (path, errors, advice) in &files {
            let found = found(*errors, *advice, terminal);
            say("done.in-file", &[("file", path), ("found", &found)]);
        }
    }
    let sum = |of: fn(&(&str, usize, usize)) -> usize| files.iter().map(of).sum();
    let errors = terminal.plural("done.errors", sum(|file| file.1));
    let advice = terminal.plural("done.advice", sum(|file| file.2));
    say("done.checked", &[("errors", &errors), ("advice", &advice)]);
    if files.iter().any(|(_, errors, _)| *errors > 0) {
        say("done.check-again", &[]);
    }
}

/// The errors and the pieces of advice, without those of which there are none.
fn found(errors: usize, advice: usize, terminal: &Terminal) -> String {
    let counted = [("done.errors", errors), ("done.advice", advice)].into_iter();
    let words: Vec<String> =
        counted.filter(|(_, n)| *n > 0).map(|(key, n)| terminal.plural(key, n)).collect();
    words.join(&terminal.word("done.and"))
}
