//! What a person can ask for. The only place that prints.
//!
//! What help shows of a command and its arguments stands in `locales/ui` under `help`; a `///` here is for
//! who reads the code.

mod build;
mod check;
mod completions;
mod data;
mod explain;
mod help;
mod import;
mod man;
mod message;
mod mistake;
mod new;
mod progress;
mod schema;
mod serve;
mod speech;
mod terminal;
mod translate;

use std::ffi::OsString;
use std::process::ExitCode;

use build::BuildArguments;
use check::CheckArguments;
use clap::builder::PossibleValuesParser;
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use completions::CompletionsArguments;
use data::DataCommand;
use explain::ExplainArguments;
use help::HelpArguments;
use import::ChapterArguments;
use man::ManArguments;
use new::NewCommand;
use schema::SchemaArguments;
use serve::ServeArguments;
use speech::Speech;
use terminal::{Detail, Terminal};
use translate::TranslateCommand;

use crate::localise::catalogue::embedded_languages;

#[derive(Debug, Parser)]
#[command(name = "keikaku", version = env!("KEIKAKU_VERSION"))]
struct Arguments {
    #[command(flatten)]
    common: CommonArguments,
    #[command(subcommand)]
    command: Command,
}

/// Help shows a command's own options first.
const BEHIND: usize = 100;

/// What every command takes, before its name or after it.
#[derive(Debug, clap::Args)]
struct CommonArguments {
    // Clap only checks it: `Speech` has found it before, so that what clap says is in that language, too.
    #[arg(long, value_name = "LANGUAGE", value_parser = PossibleValuesParser::new(embedded_languages()), global = true, display_order = BEHIND)]
    lang: Option<String>,
    #[arg(short, long, global = true, display_order = BEHIND)]
    quiet: bool,
    #[arg(short, long, global = true, display_order = BEHIND, conflicts_with = "quiet")]
    verbose: bool,
}

impl CommonArguments {
    fn detail(&self) -> Detail {
        match (self.quiet, self.verbose) {
            (true, _) => Detail::Least,
            (_, true) => Detail::Most,
            _ => Detail::Usual,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    #[command(subcommand)]
    New(NewCommand),
    Build(BuildArguments),
    Check(CheckArguments),
    Serve(ServeArguments),
    Import(ChapterArguments),
    #[command(subcommand)]
    Data(DataCommand),
    Schema(SchemaArguments),
    #[command(subcommand)]
    Translate(TranslateCommand),
    Explain(ExplainArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
    Help(HelpArguments),
}

/// Does what the command line asks. 0: done; 1: the plan has errors; 2: the command line has.
pub fn run() -> ExitCode {
    let line: Vec<OsString> = std::env::args_os().collect();
    let speech = Speech::of(&line);
    let mut spoken = help::told_in(&speech, Arguments::command());
    let asked = spoken.try_get_matches_from_mut(&line);
    match asked.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(asked) => perform(&asked.command, &spoken, &Terminal::open(speech, asked.common.detail())),
        Err(error) => mistake::answer(&error, &spoken, &line, &Terminal::open(speech, Detail::Usual)),
    }
}

/// Does `command`; `spoken` is all that can be asked for, in the person's language.
fn perform(command: &Command, spoken: &clap::Command, terminal: &Terminal) -> ExitCode {
    match command {
        Command::New(command) => new::new(command, terminal),
        Command::Build(arguments) => build::build(arguments, terminal),
        Command::Check(arguments) => check::check(arguments, terminal),
        Command::Serve(arguments) => serve::serve(arguments, terminal),
        Command::Import(arguments) => import::import(arguments, terminal),
        Command::Data(command) => data::data(command, terminal),
        Command::Schema(arguments) => schema::print_or_write(arguments, terminal),
        Command::Translate(command) => translate::translate(command, terminal),
        Command::Explain(arguments) => explain::explain(arguments, terminal),
        Command::Completions(arguments) => completions::completions(arguments, spoken, terminal),
        Command::Man(arguments) => man::man(arguments, spoken, terminal),
        Command::Help(arguments) => help::help(arguments, spoken, terminal),
    }
}
