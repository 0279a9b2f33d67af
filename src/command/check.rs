//! `keikaku check`

use std::path::PathBuf;
use std::process::ExitCode;

use super::terminal::Terminal;
use crate::diagnostic::{Severity, has_error};
use crate::pipeline;
use crate::progress::Progress;

/// What `keikaku check` takes.
#[derive(Debug, clap::Args)]
pub(super) struct CheckArguments {
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn check(arguments: &CheckArguments) -> ExitCode {
    let terminal = Terminal::open();
    let findings = pipeline::check(&arguments.root, &Progress::default()).findings;
    terminal.tell(&findings);
    let count = |severity| findings.iter().filter(|finding| finding.severity() == severity).count();
    let errors = terminal.plural("done.errors", count(Severity::Error));
    let advice = terminal.plural("done.advice", count(Severity::Advice));
    terminal.say("done.checked", &[("errors", &errors), ("advice", &advice)]);
    if has_error(&findings) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
