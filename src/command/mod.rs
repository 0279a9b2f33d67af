//! What a person can ask for. The only place that prints.

mod build;
mod check;
mod data;
mod import;
mod new;
mod schema;
mod serve;
mod terminal;
mod translate;

use std::process::ExitCode;

use build::BuildArguments;
use check::CheckArguments;
use clap::{Parser, Subcommand};
use data::DataCommand;
use import::ChapterArguments;
use new::NewCommand;
use schema::SchemaArguments;
use serve::ServeArguments;
use translate::TranslateCommand;

/// A static site generator for a town's plan document.
#[derive(Debug, Parser)]
#[command(name = "keikaku", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Begin a plan, or add a chapter, a section or a term to it
    #[command(subcommand)]
    New(NewCommand),
    /// Build the site from content/, locales/ and themes/
    Build(BuildArguments),
    /// Find mistakes, and ask what the plan leaves unsaid; nothing is written
    Check(CheckArguments),
    /// Show the site in the browser of this computer, anew whenever a file is saved
    Serve(ServeArguments),
    /// Make the files of content/ from the text of a printed chapter
    Import(ChapterArguments),
    /// Take the plan's figures to a spreadsheet and back
    #[command(subcommand)]
    Data(DataCommand),
    /// Print what a file of content/ may hold as JSON Schema, for editors
    Schema(SchemaArguments),
    /// Work on the translations in locales/plan/
    #[command(subcommand)]
    Translate(TranslateCommand),
}

/// Does what the command line asks. 0: done; 1: the plan has errors; 2: the command line has.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::New(command) => new::new(&command),
        Command::Build(arguments) => build::build(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Serve(arguments) => serve::serve(&arguments),
        Command::Import(arguments) => import::import(&arguments),
        Command::Data(command) => data::data(&command),
        Command::Schema(arguments) => schema::print_or_write(&arguments),
        Command::Translate(command) => translate::translate(&command),
    }
}
