//! `keikaku translate …`: what a translator asks for.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use super::terminal::{Terminal, added, removed};
use super::{ConfirmArguments, DeskArguments, DiffArguments, StatusArguments};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::localise::Coverage;
use crate::pipeline::{self, Desk};
use crate::translate::{self, Change, Due, FileStatus, Need};
use crate::value::Language;
use crate::value::text_width::{beginning, columns};
use crate::{read, write};

/// Longest beginning of a text that a list shows, in columns.
const EXCERPT: usize = 40;

pub(super) fn status(arguments: &StatusArguments) -> ExitCode {
    let terminal = Terminal::open();
    terminal.conclude(open(&arguments.desk), |desk| {
        let mut enough = true;
        for (language, files) in &desk.translations {
            let files = translate::status(&desk.plan, files);
            let all = files.iter().fold(Coverage::default(), |sum, file| sum + file.coverage);
            enough &= arguments.require.is_none_or(|require| all.up_to_date() >= require);
            tell_language(&terminal, language, all);
            let widest = files.iter().map(|file| columns(&file.of)).max().unwrap_or_default();
            for file in &files {
                tell_file(&terminal, file, widest);
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
    terminal.say("done.translate.language", &values);
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
    terminal.say("done.translate.file", &values);
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
    terminal.say("done.translate.due", &values);
}

pub(super) fn sync(arguments: &DeskArguments) -> ExitCode {
    let terminal = Terminal::open();
    let done = open(arguments).and_then(|desk| {
        let (mut synced, mut findings) = (Vec::new(), Diagnostics::new());
        for (language, files) in &desk.translations {
            match translate::sync(&desk.plan, language, files) {
                Ok(files) => synced.extend(files),
                Err(refused) => findings.extend(refused),
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let texts = synced.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
        save(&arguments.root, &texts)?;
        Ok(synced)
    });
    terminal.conclude(done, |synced| {
        for file in &synced {
            let values = [
                ("file", file.path.as_str()),
                ("added", &file.added.to_string()),
                ("moved", &file.moved.to_string()),
                ("orphans", &file.set_aside.to_string()),
            ];
            terminal.say("done.translate.synced", &values);
        }
        if synced.is_empty() {
            terminal.say("done.translate.in-step", &[]);
        }
        ExitCode::SUCCESS
    })
}

pub(super) fn diff(arguments: &DiffArguments) -> ExitCode {
    let terminal = Terminal::open();
    let done = open(&arguments.desk).and_then(|desk| {
        for id in &arguments.ids {
            known(id, &desk)?;
        }
        Ok(desk)
    });
    terminal.conclude(done, |desk| {
        let mut told = false;
        for (language, files) in &desk.translations {
            let files = translate::status(&desk.plan, files);
            for due in wanted(&files, &arguments.ids, Need::Update) {
                told = true;
                tell_diff(&terminal, language, due);
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
    terminal.say(
        "done.translate.difference",
        &[("language", language.as_str()), ("id", &due.unit.id), ("place", &place)],
    );
    let changes = translate::diff(&translated.source, &due.unit.text);
    let shown = changes.iter().map(|change| match change {
        Change::Kept(text) => text.clone(),
        Change::Removed(text) => removed(text),
        Change::Added(text) => added(text),
    });
    Terminal::print(&format!("{}\n\n{}\n", shown.collect::<String>(), translated.text));
}

pub(super) fn confirm(arguments: &ConfirmArguments) -> ExitCode {
    let terminal = Terminal::open();
    let done = open(&arguments.desk).and_then(|desk| {
        for id in &arguments.ids {
            known(id, &desk)?;
        }
        let mut texts = BTreeMap::new();
        let mut confirmed = Vec::new();
        for (language, files) in &desk.translations {
            let files = translate::status(&desk.plan, files);
            let due: Vec<&Due<'_>> = wanted(&files, &arguments.ids, Need::Confirmation).collect();
            let languages = (desk.plan.source_language(), language);
            texts.extend(translate::confirm(&due, languages).map_err(|finding| vec![finding])?);
            confirmed.extend(due.iter().map(|due| (language.to_string(), due.unit.id.clone())));
        }
        save(&arguments.desk.root, &texts)?;
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
fn known(id: &str, desk: &Desk) -> Result<(), Diagnostics> {
    let units = desk.plan.units();
    if units.iter().any(|unit| unit.id == id || unit.file() == id) {
        return Ok(());
    }
    let names = units.iter().flat_map(|unit| [unit.id.as_str(), unit.file()]);
    Err(vec![Diagnostic::about(Rule::UnknownText, id).suggest(id, names)])
}

/// The plan and its translations, into the one language where one is asked for.
pub(super) fn open(arguments: &DeskArguments) -> Result<Desk, Diagnostics> {
    let mut desk = pipeline::desk(&arguments.root)?;
    if let Some(wanted) = &arguments.language {
        desk.translations.retain(|(language, _)| language.as_str() == wanted);
        if desk.translations.is_empty() {
            let choices: Vec<&str> = desk.plan.languages[1..].iter().map(Language::as_str).collect();
            let finding =
                Diagnostic::about(Rule::UnknownLanguage, "content/plan.yml").with("language", wanted);
            return Err(vec![finding.with("choices", choices.join(", "))]);
        }
    }
    Ok(desk)
}

/// Writes `texts`, by their paths from the project's root, with the line ends and the byte order mark
/// of the files that stand there.
pub(super) fn save(root: &Path, texts: &BTreeMap<String, String>) -> Result<(), Diagnostics> {
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
