//! `keikaku check`

use std::path::PathBuf;
use std::process::ExitCode;

use super::progress::{table, watched};
use super::terminal::Terminal;
use crate::diagnostic::{Severity, has_error};
use crate::pipeline;
use crate::progress::Progress;

/// What `keikaku check` takes.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn check(arguments: &CheckArguments, terminal: &Terminal) -> ExitCode {
    let progress = Progress::default();
    let findings = watched(terminal, &progress, || pipeline::check(&arguments.root, &progress)).findings;
    terminal.tell(&findings);
    terminal.detail(|| table(terminal, &progress));
    let count = |severity| findings.iter().filter(|finding| finding.severity() == severity).count();
    let errors = terminal.plural("done.errors", count(Severity::Error));
    let advice = terminal.plural("done.advice", count(Severity::Advice));
    let values = [("errors", errors.as_str()), ("advice", &advice)];
    if has_error(&findings) {
        terminal.show("done.checked", &values);
        return ExitCode::FAILURE;
    }
    terminal.say("done.checked", &values);
    ExitCode::SUCCESS
}
