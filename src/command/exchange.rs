//! `keikaku translate export` and `keikaku translate import`

use std::path::Path;
use std::process::ExitCode;

use super::terminal::Terminal;
use super::translate::{open, save};
use super::{HandInArguments, HandOutArguments};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, has_error};
use crate::pipeline::{self, Desk};
use crate::translate::check::of_pair;
use crate::translate::exchange::{self, Format, Taken};
use crate::{read, write};

pub(super) fn export(arguments: &HandOutArguments) -> ExitCode {
    let terminal = Terminal::open();
    let format = if arguments.format.po { Format::Po } else { Format::Csv };
    let done = open(&arguments.desk).and_then(|desk| {
        let (mut written, mut findings) = (Vec::new(), Diagnostics::new());
        for (language, files) in &desk.translations {
            let path = arguments.out.join(format!("keikaku-{language}.{}", format.extension()));
            findings.extend(in_the_way(&path, &desk));
            written.push((path, exchange::export(format, &desk.plan, (language, files), &desk.catalogue)));
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        write::replace(&written)?;
        Ok((written, desk.plan.units().len()))
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
fn in_the_way(path: &Path, desk: &Desk) -> Diagnostics {
    if !path.exists() {
        return Diagnostics::new();
    }
    let mut findings = Diagnostics::new();
    let shown = path.display().to_string();
    let Some(bytes) = read::raw_text(path, &mut findings) else { return findings };
    let delivery = exchange::read(&shown, &bytes, &desk.plan, &mut findings);
    let known = delivery.is_some_and(|delivery| !delivery.has_more && taken(desk, &delivery).is_nothing());
    if known { Diagnostics::new() } else { vec![Diagnostic::about(Rule::ExchangeExists, shown)] }
}

/// What is new to the translations of `desk`.
fn taken(desk: &Desk, delivery: &exchange::Delivery) -> Taken {
    let files = desk.translations.iter().find(|(language, _)| *language == delivery.language);
    let files = files.map_or(&[][..], |(_, files)| files);
    exchange::take(&desk.plan, files, delivery, &|pair| of_pair(pair, &desk.terms))
}

pub(super) fn import(arguments: &HandInArguments) -> ExitCode {
    let terminal = Terminal::open();
    let done = pipeline::desk(&arguments.root).and_then(|desk| {
        let mut findings = Diagnostics::new();
        let shown = arguments.file.display().to_string();
        let delivery = read::raw_text(&arguments.file, &mut findings)
            .and_then(|bytes| exchange::read(&shown, &bytes, &desk.plan, &mut findings));
        let Some(delivery) = delivery else { return Err(findings) };
        let taken = taken(&desk, &delivery);
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
