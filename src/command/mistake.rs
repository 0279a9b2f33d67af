//! Mistakes in the command line, told like all others.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{Command, Error};

use super::help;
use super::speech::Speech;
use super::terminal::Terminal;
use crate::diagnostic::nearest;
use crate::localise::catalogue::fill;

/// The exit code of a command line that cannot be understood.
const MISTAKE: u8 = 2;

/// Tells what clap has to say of the command line `line`: the help or the version that was asked for, or a mistake. Who names no
/// command sees what there is.
pub(super) fn answer(error: &Error, spoken: &Command, line: &[OsString], terminal: &Terminal) -> ExitCode {
    let mistake = Mistake::new(error, spoken, line);
    let rendered = match error.kind() {
        ErrorKind::MissingSubcommand => mistake.command.clone().render_help(),
        _ => error.render(),
    };
    let shown = help::shown(&rendered.ansi().to_string());
    if !error.use_stderr() {
        terminal.print(&shown);
        return ExitCode::SUCCESS;
    }
    match mistake.key() {
        Some(key) => mistake.tell(key, terminal),
        None => Terminal::warn(shown.trim_end()),
    }
    ExitCode::from(MISTAKE)
}

/// A mistake, and the command that it was made with.
struct Mistake<'a> {
    error: &'a Error,
    command: &'a Command,
    path: String,
}

impl<'a> Mistake<'a> {
    fn new(error: &'a Error, spoken: &'a Command, line: &[OsString]) -> Self {
        let (mut command, mut path) = (spoken, String::new());
        for argument in line {
            if let Some(inner) = command.find_subcommand(argument) {
                command = inner;
                path = help::below(&path, inner.get_name());
            }
        }
        Self { error, command, path }
    }

    /// Under which key its words stand. Mistakes that none of our commands can lead to have none.
    fn key(&self) -> Option<&'static str> {
        let is_repeated = || self.error.get(ContextKind::InvalidArg) == self.error.get(ContextKind::PriorArg);
        Some(match self.error.kind() {
            ErrorKind::InvalidSubcommand => "unknown-command",
            ErrorKind::UnknownArgument if self.is_misplaced() => "misplaced-argument",
            ErrorKind::UnknownArgument => "unknown-argument",
            ErrorKind::MissingRequiredArgument => "missing-argument",
            ErrorKind::ArgumentConflict if is_repeated() => "repeated-argument",
            ErrorKind::ArgumentConflict => "conflict",
            ErrorKind::InvalidValue if self.get(ContextKind::InvalidValue).is_empty() => "missing-value",
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => "bad-value",
            ErrorKind::TooManyValues => "needless-value",
            ErrorKind::InvalidUtf8 => "not-utf8",
            _ => return None,
        })
    }

    fn get(&self, kind: ContextKind) -> String {
        self.error.get(kind).map(ToString::to_string).unwrap_or_default()
    }

    /// Whether an argument of the command stands before its name.
    fn is_misplaced(&self) -> bool {
        let argument = self.get(ContextKind::InvalidArg);
        self.flags().any(|flag| argument.strip_prefix("--") == Some(flag))
    }

    /// What the command takes behind `--`.
    fn flags(&self) -> impl Iterator<Item = &str> {
        self.command.get_arguments().filter_map(clap::Arg::get_long)
    }

    /// Tells what is wrong, in the words under `key`.
    fn tell(&self, key: &str, terminal: &Terminal) {
        let values = [
            ("command", &self.get(ContextKind::InvalidSubcommand)),
            ("argument", &self.get(ContextKind::InvalidArg)),
            ("other", &self.get(ContextKind::PriorArg)),
            ("value", &self.get(ContextKind::InvalidValue)),
            ("name", &self.name().to_owned()),
        ];
        let what = fill(
            &terminal.word(&format!("command-line.mistake.{key}")),
            &values.map(|(n, v)| (n, v.as_str())),
        );
        let usage = self.command.get_overridden_usage().map(ToString::to_string);
        terminal.refuse(&what, &self.help(terminal.speech()), usage.as_deref());
    }

    /// How to mend it.
    fn help(&self, speech: &Speech) -> Vec<String> {
        use ContextKind::{SuggestedArg, SuggestedSubcommand, SuggestedValue};
        let filled = |key: &str, name: &str, value: &str| fill(&speech.word(key), &[(name, value)]);
        let written = |kind| Some(self.get(kind)).filter(|written| !written.is_empty());
        // The likeliest comes last.
        let meant = [SuggestedSubcommand, SuggestedArg, SuggestedValue].into_iter().find_map(written);
        let meant = meant.as_deref().and_then(|meant| meant.rsplit(", ").next());
        let argument = self.get(ContextKind::InvalidArg);
        // Clap finds no short one.
        let unknown = self.error.kind() == ErrorKind::UnknownArgument;
        let flags: Vec<String> = self.flags().map(|flag| format!("--{flag}")).collect();
        let near = nearest(&argument, flags.iter().map(String::as_str)).filter(|_| unknown);
        let meant = meant.or(near);
        let choices = written(ContextKind::ValidValue);
        let argument = self.command.get_arguments().find(|known| known.to_string() == argument);
        let must_be = argument.and_then(|argument| {
            help::argument_word(speech, &self.path, "must-be", argument.get_id().as_str())
        });
        let meant = meant.map(|meant| filled("message.did-you-mean", "meant", meant));
        let choices = choices.map(|choices| filled("command-line.choose", "choices", &choices));
        let more = filled("command-line.more", "command", self.name());
        meant.into_iter().chain(choices).chain(must_be).chain([more]).collect()
    }

    /// The command as it is written.
    fn name(&self) -> &str {
        self.command.get_bin_name().unwrap_or_default()
    }
}
