//! `keikaku translate export` and `keikaku translate import`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{TranslationArguments, open, save};
use crate::command::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, has_error};
use crate::pipeline::{self, Translations};
use crate::translate::check::of_pair;
use crate::translate::exchange::{self, Format, Taken};
use crate::{read, write};

/// What `keikaku translate export` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct HandOutArguments {
    #[command(flatten)]
    format: FormatArguments,
    #[command(flatten)]
    of: TranslationArguments,
    #[arg(long, value_name = "DIR", default_value = ".")]
    out: PathBuf,
}

/// Which program a file is for.
#[derive(Debug, clap::Args)]
#[group(required = true, multiple = false)]
pub(in crate::command) struct FormatArguments {
    #[arg(long)]
    po: bool,
    #[arg(long)]
    csv: bool,
}

/// What `keikaku translate import` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct HandInArguments {
    file: PathBuf,
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn export(arguments: &HandOutArguments, terminal: &Terminal) -> ExitCode {
    let format = if arguments.format.po { Format::Po } else { Format::Csv };
    let done = open(&arguments.of).and_then(|all| {
        let (mut written, mut findings) = (Vec::new(), Diagnostics::new());
        for (language, files) in &all.files {
            let path = arguments.out.join(format!("keikaku-{language}.{}", format.extension()));
            findings.extend(in_the_way(&path, &all));
            written.push((path, exchange::export(format, &all.plan, (language, files), &all.catalogue)));
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        write::replace(&written)?;
        Ok((written, all.plan.units().len()))
    });
    terminal.conclude(done, |(written, texts)| {
        let texts = terminal.plural("done.translate.texts", texts);
        for (path, _) in written {
            let file = std::path::absolute(&path).unwrap_or(path).display().to_string();
            terminal.say("done.translate.exported", &[("texts", &texts), ("file", &file)]);
        }
        terminal.say("done.translate.exported-next", &[]);
        ExitCode::SUCCESS
    })
}

/// Finds fault with what stands at `path`, unless nothing in it is lost with it.
fn in_the_way(path: &Path, all: &Translations) -> Diagnostics {
    if !path.exists() {
        return Diagnostics::new();
    }
    let mut findings = Diagnostics::new();
    let shown = path.display().to_string();
    let Some(bytes) = read::raw_text(path, &mut findings) else { return findings };
    let delivery = exchange::read(&shown, &bytes, &all.plan, &mut findings);
    let known = delivery.is_some_and(|delivery| !delivery.has_more && taken(all, &delivery).is_nothing());
    if known { Diagnostics::new() } else { vec![Diagnostic::about(Rule::ExchangeExists, shown)] }
}

/// What is new to the project.
fn taken(all: &Translations, delivery: &exchange::Delivery) -> Taken {
    let files = all.files.iter().find(|(language, _)| *language == delivery.language);
    let files = files.map_or(&[][..], |(_, files)| files);
    exchange::take(&all.plan, files, delivery, &|pair| of_pair(pair, &all.terms, true))
}

pub(super) fn import(arguments: &HandInArguments, terminal: &Terminal) -> ExitCode {
    let done = pipeline::translations(&arguments.root).and_then(|all| {
        let mut findings = Diagnostics::new();
        let shown = arguments.file.display().to_string();
        let delivery = read::raw_text(&arguments.file, &mut findings)
            .and_then(|bytes| exchange::read(&shown, &bytes, &all.plan, &mut findings));
        let Some(delivery) = delivery else { return Err(findings) };
        let taken = taken(&all, &delivery);
        let texts = taken.files.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
        save(&arguments.root, &texts)?;
        Ok(taken)
    });
    terminal.conclude(done, |taken| {
        terminal.tell(&taken.findings);
        for (file, count) in &taken.taken {
            terminal.say("done.translate.taken-in", &[("file", file), ("taken", &count.to_string())]);
        }
        let sum = [taken.taken.values().sum(), taken.unchanged, taken.refused];
        let [new, unchanged, refused] = sum.map(|count: usize| count.to_string());
        let values = [("taken", new.as_str()), ("unchanged", &unchanged), ("refused", &refused)];
        terminal.say("done.translate.taken", &values);
        if has_error(&taken.findings) { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    })
}
