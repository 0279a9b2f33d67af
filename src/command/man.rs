//! `keikaku man`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Command;
use clap_mangen::Man;

use super::help;
use super::terminal::Terminal;
use crate::write;

/// What stands at the head of each page.
const NAME: &str = "keikaku";

/// What stands at the foot of each page.
const SOURCE: &str = concat!("keikaku ", env!("CARGO_PKG_VERSION"));

/// What `keikaku man` takes.
#[derive(Debug, clap::Args)]
pub(super) struct ManArguments {
    #[arg(long, value_name = "DIR", default_value = "man")]
    out: PathBuf,
}

/// Writes a page for each command of `spoken`.
pub(super) fn man(arguments: &ManArguments, spoken: &Command, terminal: &Terminal) -> ExitCode {
    let pages = commands(spoken).into_iter().map(|command| {
        let man = Man::new(command.clone()).source(SOURCE).manual(NAME);
        (arguments.out.join(man.get_filename()), page(&man, terminal).into_bytes())
    });
    let pages: Vec<_> = pages.collect();
    terminal.conclude(write::replace(&pages), |()| {
        let folder = std::path::absolute(&arguments.out).unwrap_or_else(|_| arguments.out.clone());
        let files = terminal.plural("count.files", pages.len());
        terminal.say("done.man", &[("files", &files), ("folder", &folder.display().to_string())]);
        ExitCode::SUCCESS
    })
}

/// `command` and all below it.
fn commands(command: &Command) -> Vec<&Command> {
    [command].into_iter().chain(command.get_subcommands().flat_map(commands)).collect()
}

/// The page of `man`, with the headings that clap writes in English in the person's language.
fn page(man: &Man, terminal: &Terminal) -> String {
    let mut page = Vec::new();
    // Memory takes all that is written to it.
    let _ = man.render(&mut page);
    // Where Japanese can be broken, roff has to be told.
    let page = String::from_utf8_lossy(&page).replace(help::BREAK, "\\:");
    let word = |key: &str| terminal.word(&format!("command-line.{key}"));
    // What help shows below the options has headings of its own, and lines that stay as they are.
    let own = help::AFTER.map(|part| format!("{}:", word(part)));
    let lines = page.lines().filter(|line| *line != ".SH EXTRA").map(|line| {
        if own.iter().any(|own| own == line) {
            return format!(".SH \"{}\"\n.nf\n", line.trim_end_matches(':').to_uppercase());
        }
        match (line.strip_prefix(".SH "), line.starts_with(".TH ")) {
            (Some(title), _) => format!(".fi\n.SH \"{}\"\n", word(&format!("man.{title}"))),
            // Japanese has few spaces to stretch.
            (None, true) => format!("{line}\n.ad l\n"),
            (None, false) => format!("{line}\n"),
        }
    });
    lines.collect()
}
