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

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::pipeline::{self, Translations};
use crate::value::Language;
use crate::{read, write};

#[derive(Debug, Subcommand)]
pub(super) enum TranslateCommand {
    /// Show how far each language is, file by file, and which texts need a translator
    Status(StatusArguments),
    /// Give every text of the plan its place in locales/plan/; no translation is lost
    Sync(TranslationArguments),
    /// Show what changed in the plan's texts since they were translated
    Diff(DiffArguments),
    /// Take it that translations are right for what the plan says now
    Confirm(ConfirmArguments),
    /// Write a file for each language that translators open in their own program
    Export(HandOutArguments),
    /// Take what is new in such a file into locales/plan/
    Import(HandInArguments),
}

/// What every `keikaku translate` command takes.
#[derive(Debug, clap::Args)]
pub(super) struct TranslationArguments {
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Only this language
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
}

pub(super) fn translate(command: &TranslateCommand) -> ExitCode {
    match command {
        TranslateCommand::Status(arguments) => status::status(arguments),
        TranslateCommand::Sync(arguments) => sync::sync(arguments),
        TranslateCommand::Diff(arguments) => behind::diff(arguments),
        TranslateCommand::Confirm(arguments) => behind::confirm(arguments),
        TranslateCommand::Export(arguments) => exchange::export(arguments),
        TranslateCommand::Import(arguments) => exchange::import(arguments),
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
