//! What help says, in the language of the person at the keyboard.
//!
//! The words stand in `locales/ui` under `help`, in the order of the commands: `about` says what a command
//! does, `argument` what each of its arguments is, `must-be` which values it takes, and `examples` shows it
//! in use. Words of an argument that several commands share stand once, at what they have in common.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::{Arg, Command};

use super::mistake;
use super::speech::Speech;
use super::terminal::Terminal;
use crate::localise::catalogue::fill;
use crate::value::text_width::is_wide;

/// Longest line of help, in columns.
const WIDEST: usize = 100;

/// The words of all commands stand under this key.
const HELP: &str = "help";

/// What stands below the options, under its own heading.
pub(super) const AFTER: [&str; 2] = ["examples", "exit-codes"];

/// Where a line may be broken without a space. Clap breaks lines at spaces only; this one is taken out
/// again with the sign before it, which no text has.
pub(super) const BREAK: &str = "\u{2060} ";

/// What `keikaku help` takes.
#[derive(Debug, clap::Args)]
pub(super) struct HelpArguments {
    #[arg(value_name = "COMMAND")]
    names: Vec<String>,
}

/// `command` with all commands below it, complete, telling of themselves in `speech`.
pub(super) fn told_in(speech: &Speech, command: Command) -> Command {
    let mut command = without_added_help(command).max_term_width(WIDEST);
    command.build();
    told(speech, command, "")
}

/// `keikaku help data export` is `keikaku data export --help`.
pub(super) fn help(arguments: &HelpArguments, spoken: &Command, terminal: &Terminal) -> ExitCode {
    let names = arguments.names.iter().map(String::as_str);
    let line: Vec<OsString> =
        [spoken.get_name()].into_iter().chain(names).chain(["--help"]).map(OsString::from).collect();
    let answer = spoken.clone().try_get_matches_from(&line).err();
    answer.map_or(ExitCode::SUCCESS, |answer| mistake::answer(&answer, spoken, &line, terminal))
}

/// What clap wrote from the words of `told_in`, as it is printed.
pub(super) fn shown(written: &str) -> String {
    written.replace(BREAK, "").replace(BREAK.trim_end(), "").trim_end().to_owned() + "\n"
}

/// The word `part` of the command at `path` (`translate.status`).
fn word(speech: &Speech, path: &str, part: &str) -> Option<String> {
    speech.find(&below(&below(HELP, path), part))
}

/// The word `part` for the argument `id` of the command at `path`, or of the nearest above it.
pub(super) fn argument_word(speech: &Speech, path: &str, part: &str, id: &str) -> Option<String> {
    let part = below(part, id);
    let above = std::iter::successors(Some(path), |path| {
        (!path.is_empty()).then(|| path.rsplit_once('.').map_or("", |(above, _)| above))
    });
    above.into_iter().find_map(|path| word(speech, path, &part))
}

/// The path of `name` below `path`.
pub(super) fn below(path: &str, name: &str) -> String {
    if path.is_empty() || name.is_empty() { format!("{path}{name}") } else { format!("{path}.{name}") }
}

/// `command` without the `help` that clap adds to all that have commands: it would take options for names.
fn without_added_help(command: Command) -> Command {
    command.disable_help_subcommand(true).mut_subcommands(without_added_help)
}

/// `command` and those below it with their words at `path`.
fn told(speech: &Speech, command: Command, path: &str) -> Command {
    let command = command.mut_args(|argument| explained(speech, path, argument));
    let command = command.mut_subcommands(|inner| {
        let path = below(path, inner.get_name());
        told(speech, inner, &path)
    });
    let command = introduced(speech, command, path);
    let mut command = command.subcommand_value_name(speech.word("command-line.value.COMMAND"));
    let template = template(speech, &command);
    let usage = command.render_usage().to_string();
    let usage = usage.strip_prefix("Usage: ").unwrap_or(&usage);
    let options = format!("[{}]", speech.word("command-line.value.OPTIONS"));
    command.override_usage(usage.replace("[OPTIONS]", &options)).help_template(template)
}

fn introduced(speech: &Speech, mut command: Command, path: &str) -> Command {
    if let Some(about) = word(speech, path, "about") {
        command = command.about(broken(&about));
    }
    let after = AFTER.iter().filter_map(|part| {
        let text = word(speech, path, part)?.replace('\n', "\n  ");
        Some(format!("{}\n  {text}", heading(speech, &command, part)))
    });
    let after: Vec<String> = after.collect();
    if after.is_empty() { command } else { command.after_help(after.join("\n\n")) }
}

fn explained(speech: &Speech, path: &str, argument: Arg) -> Arg {
    let mut argument = argument.hide_default_value(true).hide_possible_values(true);
    let Some(mut help) = argument_word(speech, path, "argument", argument.get_id().as_str()) else {
        return argument;
    };
    if argument.get_action().takes_values() {
        let names = argument.get_value_names().unwrap_or_default();
        let names: Vec<String> =
            names.iter().map(|name| speech.word(&format!("command-line.value.{name}"))).collect();
        let defaults = argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned());
        let values = argument.get_possible_values();
        let values = values.iter().map(|value| value.get_name().to_owned());
        for (key, list) in [("choices", values.collect::<Vec<_>>()), ("default", defaults.collect())] {
            if !list.is_empty() {
                let pattern = speech.word(&format!("command-line.{key}"));
                help.push_str(&fill(&pattern, &[("values", &list.join(", "))]));
            }
        }
        argument = argument.value_names(names);
    }
    argument.help(broken(&help))
}

/// What help consists of, with the headings of those parts that `command` has.
fn template(speech: &Speech, command: &Command) -> String {
    let usage = heading(speech, command, "usage");
    let parts = [
        ("commands", "{subcommands}", command.has_subcommands()),
        ("arguments", "{positionals}", command.get_positionals().next().is_some()),
        ("options", "{options}", true),
    ];
    let parts = parts.into_iter().filter(|(_, _, has)| *has);
    let parts = parts.map(|(title, tag, _)| format!("{}\n{tag}", heading(speech, command, title)));
    let parts: Vec<String> = parts.collect();
    format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{}{{after-help}}", parts.join("\n\n"))
}

fn heading(speech: &Speech, command: &Command, title: &str) -> String {
    let style = command.get_styles().get_header();
    format!("{style}{}:{style:#}", speech.word(&format!("command-line.{title}")))
}

/// `text` with the places where Japanese can be broken: between phrases, before brackets and after commas.
fn broken(text: &str) -> StyledStr {
    if !text.contains(is_wide) {
        return text.to_owned().into();
    }
    let phrases = budoux::parse(budoux::models::default_japanese_model(), text);
    let parts = phrases.iter().flat_map(|phrase| phrase.split_inclusive('、'));
    let parts: Vec<String> = parts.map(|part| part.replace('［', &format!("{BREAK}［"))).collect();
    // Where there is a space already, it is the place.
    parts.join(BREAK).replace(&format!("{BREAK} "), " ").replace(&format!(" {BREAK}"), " ").into()
}

#[cfg(test)]
mod tests;
