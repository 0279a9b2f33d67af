//! `keikaku translate status`

use std::process::ExitCode;

use super::{TranslationArguments, open};
use crate::command::terminal::Terminal;
use crate::localise::Coverage;
use crate::translate::{self, Due, FileStatus};
use crate::value::Language;
use crate::value::text_width::{beginning, columns};

/// What `keikaku translate status` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct StatusArguments {
    #[command(flatten)]
    of: TranslationArguments,
    #[arg(long, value_name = "PERCENT", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(0..=100))]
    require: Option<usize>,
}

/// Longest beginning of a text that a list shows, in columns.
const EXCERPT: usize = 40;

pub(super) fn status(arguments: &StatusArguments, terminal: &Terminal) -> ExitCode {
    terminal.conclude(open(&arguments.of), |all| {
        let mut enough = true;
        for (language, files) in &all.files {
            let files = translate::status(&all.plan, files);
            let all = files.iter().fold(Coverage::default(), |sum, file| sum + file.coverage);
            enough &= arguments.require.is_none_or(|require| all.up_to_date() >= require);
            tell_language(terminal, language, all);
            let widest = files.iter().map(|file| columns(&file.of)).max().unwrap_or_default();
            for file in &files {
                tell_file(terminal, file, widest);
            }
        }
        if enough { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    })
}

fn tell_language(terminal: &Terminal, language: &Language, all: Coverage) {
    let values = [
        ("language", language.as_str()),
        ("percent", &all.up_to_date().to_string()),
        ("translated", &all.translated.to_string()),
        ("total", &all.total().to_string()),
        ("outdated", &all.outdated.to_string()),
        ("missing", &all.missing.to_string()),
    ];
    terminal.show("done.translate.language", &values);
}

fn tell_file(terminal: &Terminal, file: &FileStatus<'_>, widest: usize) {
    let blank = " ".repeat(widest - columns(&file.of));
    let values = [
        ("file", format!("{}{blank}", file.of)),
        ("translated", file.coverage.translated.to_string()),
        ("total", file.coverage.total().to_string()),
        ("outdated", file.coverage.outdated.to_string()),
        ("missing", file.coverage.missing.to_string()),
        (
            "review",
            terminal.word(if file.reviewed { "done.translate.reviewed" } else { "done.translate.draft" }),
        ),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    terminal.show("done.translate.file", &values);
    for due in &file.due {
        tell_due(terminal, due);
    }
}

fn tell_due(terminal: &Terminal, due: &Due<'_>) {
    let place = due.place();
    let position = place.position();
    let place = format!("{}:{}:{}", place.source.path(), position.line, position.column);
    let need = terminal.word(&format!("done.translate.{}", due.need.key()));
    let values = [
        ("need", need.as_str()),
        ("id", &due.unit.id),
        ("place", &place),
        ("text", &beginning(&due.unit.text, EXCERPT)),
    ];
    terminal.show("done.translate.due", &values);
}
