//! `keikaku translate …`: what a translator asks for.

mod behind;
mod exchange;
mod status;
mod sync;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use behind::{ConfirmArguments, DiffArguments};
use clap::Subcommand;
use exchange::{HandInArguments, HandOutArguments};
use status::StatusArguments;

use crate::command::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::pipeline::{self, Translations};
use crate::value::Language;
use crate::{read, write};

#[derive(Debug, Subcommand)]
pub(super) enum TranslateCommand {
    Status(StatusArguments),
    Sync(TranslationArguments),
    Diff(DiffArguments),
    Confirm(ConfirmArguments),
    Export(HandOutArguments),
    Import(HandInArguments),
}

/// What every `keikaku translate` command takes.
#[derive(Debug, clap::Args)]
pub(super) struct TranslationArguments {
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
}

pub(super) fn translate(command: &TranslateCommand, terminal: &Terminal) -> ExitCode {
    match command {
        TranslateCommand::Status(arguments) => status::status(arguments, terminal),
        TranslateCommand::Sync(arguments) => sync::sync(arguments, terminal),
        TranslateCommand::Diff(arguments) => behind::diff(arguments, terminal),
        TranslateCommand::Confirm(arguments) => behind::confirm(arguments, terminal),
        TranslateCommand::Export(arguments) => exchange::export(arguments, terminal),
        TranslateCommand::Import(arguments) => exchange::import(arguments, terminal),
    }
}

/// The plan and its translations, into the one language where one is asked for.
fn open(arguments: &TranslationArguments) -> Result<Translations, Diagnostics> {
    let mut all = pipeline::translations(&arguments.root)?;
    if let Some(wanted) = &arguments.language {
        all.files.retain(|(language, _)| language.as_str() == wanted);
        if all.files.is_empty() {
            let choices: Vec<&str> = all.plan.languages[1..].iter().map(Language::as_str).collect();
            let finding =
                Diagnostic::about(Rule::UnknownLanguage, "content/plan.yml").with("language", wanted);
            return Err(vec![finding.with("choices", choices.join(", ")).suggest(wanted, choices)]);
        }
    }
    Ok(all)
}

/// Writes `texts`, by their paths from the project's root, with the line ends and the byte order mark
/// of the files that stand there.
fn save(root: &Path, texts: &BTreeMap<String, String>) -> Result<(), Diagnostics> {
    let mut files = Vec::new();
    for (path, text) in texts {
        let path = root.join(path);
        let before = if path.exists() { read::raw_text(&path, &mut Vec::new()) } else { None };
        let before = before.unwrap_or_default();
        let mark = if before.starts_with("\u{FEFF}".as_bytes()) { "\u{FEFF}" } else { "" };
        let windows = before.windows(2).any(|pair| pair == b"\r\n");
        let text = if windows { text.replace('\n', "\r\n") } else { text.clone() };
        files.push((path, format!("{mark}{text}").into_bytes()));
    }
    write::replace(&files)
}
