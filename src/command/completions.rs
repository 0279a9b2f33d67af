//! `keikaku completions`

use std::process::ExitCode;

use clap::Command;
use clap_complete::Shell;

use super::help;
use super::terminal::Terminal;

/// What `keikaku completions` takes.
#[derive(Debug, clap::Args)]
pub(super) struct CompletionsArguments {
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

/// Prints the script by which a shell completes the commands of `spoken`.
pub(super) fn completions(
    arguments: &CompletionsArguments,
    spoken: &Command,
    terminal: &Terminal,
) -> ExitCode {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut spoken.clone(), spoken.get_name(), &mut script);
    terminal.print(&help::shown(&String::from_utf8_lossy(&script)));
    ExitCode::SUCCESS
}
