//! `keikaku translate diff` and `keikaku translate confirm`: translations whose source has changed since.

use std::collections::BTreeMap;
use std::process::ExitCode;

use super::{TranslationArguments, open, save};
use crate::command::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::pipeline::Translations;
use crate::translate::{self, Change, Due, FileStatus, Need};
use crate::value::Language;

/// What `keikaku translate diff` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct DiffArguments {
    #[arg(value_name = "KEY")]
    ids: Vec<String>,
    #[command(flatten)]
    of: TranslationArguments,
}

/// What `keikaku translate confirm` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct ConfirmArguments {
    #[arg(value_name = "KEY", required = true)]
    ids: Vec<String>,
    #[command(flatten)]
    of: TranslationArguments,
}

pub(super) fn diff(arguments: &DiffArguments, terminal: &Terminal) -> ExitCode {
    let done = open(&arguments.of).and_then(|all| {
        for id in &arguments.ids {
            known(id, &all)?;
        }
        Ok(all)
    });
    terminal.conclude(done, |all| {
        let mut told = false;
        for (language, files) in &all.files {
            let files = translate::status(&all.plan, files);
            for due in wanted(&files, &arguments.ids, Need::Update) {
                told = true;
                tell_diff(terminal, language, due);
            }
        }
        if !told {
            terminal.say("done.translate.no-difference", &[]);
        }
        ExitCode::SUCCESS
    })
}

fn tell_diff(terminal: &Terminal, language: &Language, due: &Due<'_>) {
    let Some(translated) = due.translated else { return };
    let position = due.place().position();
    let place = format!("{}:{}:{}", due.place().source.path(), position.line, position.column);
    terminal.show(
        "done.translate.difference",
        &[("language", language.as_str()), ("id", &due.unit.id), ("place", &place)],
    );
    let changes = translate::diff(&translated.source, &due.unit.text);
    let shown = changes.iter().map(|change| match change {
        Change::Kept(text) => text.clone(),
        Change::Removed(text) => removed(text),
        Change::Added(text) => added(text),
    });
    terminal.print(&format!("{}\n\n{}\n\n", shown.collect::<String>(), translated.text));
}

/// `text` as what was taken out.
fn removed(text: &str) -> String {
    format!("\u{1b}[31m[-{text}-]\u{1b}[0m")
}

/// `text` as what was put in.
fn added(text: &str) -> String {
    format!("\u{1b}[32m{{+{text}+}}\u{1b}[0m")
}

pub(super) fn confirm(arguments: &ConfirmArguments, terminal: &Terminal) -> ExitCode {
    let done = open(&arguments.of).and_then(|all| {
        for id in &arguments.ids {
            known(id, &all)?;
        }
        let mut texts = BTreeMap::new();
        let mut confirmed = Vec::new();
        for (language, files) in &all.files {
            let files = translate::status(&all.plan, files);
            let due: Vec<&Due<'_>> = wanted(&files, &arguments.ids, Need::Confirmation).collect();
            let languages = (all.plan.source_language(), language);
            texts.extend(translate::confirm(&due, languages).map_err(|finding| vec![finding])?);
            confirmed.extend(due.iter().map(|due| (language.to_string(), due.unit.id.clone())));
        }
        save(&arguments.of.root, &texts)?;
        Ok(confirmed)
    });
    terminal.conclude(done, |confirmed| {
        for (language, id) in &confirmed {
            terminal.say("done.translate.confirmed", &[("language", language), ("id", id)]);
        }
        if confirmed.is_empty() {
            terminal.say("done.translate.nothing-to-confirm", &[]);
        }
        ExitCode::SUCCESS
    })
}

/// The texts among `ids`, or all where there are none, whose translation fell behind at least as far as `need` says.
fn wanted<'a>(
    files: &'a [FileStatus<'a>],
    ids: &'a [String],
    need: Need,
) -> impl Iterator<Item = &'a Due<'a>> {
    let named =
        |due: &Due<'_>| ids.is_empty() || ids.iter().any(|id| *id == due.unit.id || *id == due.unit.file());
    let all = files.iter().flat_map(|file| &file.due);
    all.filter(move |due| {
        due.translated.is_some() && (due.need == Need::Update || due.need == need) && named(due)
    })
}

/// Whether the plan has a text or a file that is called `id`.
fn known(id: &str, all: &Translations) -> Result<(), Diagnostics> {
    let units = all.plan.units();
    if units.iter().any(|unit| unit.id == id || unit.file() == id) {
        return Ok(());
    }
    let names = units.iter().flat_map(|unit| [unit.id.as_str(), unit.file()]);
    Err(vec![Diagnostic::about(Rule::UnknownText, id).suggest(id, names)])
}
