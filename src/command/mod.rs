//! What a person can ask for. The only place that prints.

mod build;
mod check;
mod data;
mod import;
mod terminal;
mod translate;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A static site generator for a town's plan document.
#[derive(Debug, Parser)]
#[command(name = "keikaku", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Build the site from content/, locales/ and themes/
    Build(BuildArguments),
    /// Find mistakes, and ask what the plan leaves unsaid; nothing is written
    Check(CheckArguments),
    /// Make the files of content/ from the text of a printed chapter
    Import(ChapterArguments),
    /// Take the plan's figures to a spreadsheet and back
    #[command(subcommand)]
    Data(DataCommand),
    /// Work on the translations in locales/plan/
    #[command(subcommand)]
    Translate(TranslateCommand),
}

#[derive(Debug, Subcommand)]
enum TranslateCommand {
    /// Show how far each language is, file by file, and which texts need a translator
    Status(StatusArguments),
    /// Give every text of the plan its place in locales/plan/; no translation is lost
    Sync(DeskArguments),
    /// Show what changed in the plan's texts since they were translated
    Diff(DiffArguments),
    /// Take it that translations are right for what the plan says now
    Confirm(ConfirmArguments),
}

/// What every `keikaku translate` command takes.
#[derive(Debug, clap::Args)]
struct DeskArguments {
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Only this language
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
}

/// What `keikaku translate status` takes.
#[derive(Debug, clap::Args)]
struct StatusArguments {
    #[command(flatten)]
    desk: DeskArguments,
    /// Exit with 1 if less than this share of a language is translated and up to date
    #[arg(long, value_name = "PERCENT", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(0..=100))]
    require: Option<usize>,
}

/// What `keikaku translate diff` takes.
#[derive(Debug, clap::Args)]
struct DiffArguments {
    /// Texts as `status` names them, or files: 1-living/2-forest#situation.1, 1-living/2-forest [default: all]
    #[arg(value_name = "KEY")]
    ids: Vec<String>,
    #[command(flatten)]
    desk: DeskArguments,
}

/// What `keikaku translate confirm` takes.
#[derive(Debug, clap::Args)]
struct ConfirmArguments {
    /// Texts as `status` names them, or files: 1-living/2-forest#situation.1, 1-living/2-forest
    #[arg(value_name = "KEY", required = true)]
    ids: Vec<String>,
    #[command(flatten)]
    desk: DeskArguments,
}

#[derive(Debug, Subcommand)]
enum DataCommand {
    /// Write every baseline, target and actual to a CSV file that Excel opens
    Export(ExportArguments),
    /// Write what changed in such a file back into content/
    Import(ImportArguments),
}

/// What `keikaku data export` takes.
#[derive(Debug, clap::Args)]
struct ExportArguments {
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The file to write
    #[arg(long, value_name = "FILE", default_value = "figures.csv")]
    out: PathBuf,
}

/// What `keikaku data import` takes.
#[derive(Debug, clap::Args)]
struct ImportArguments {
    /// The CSV file, as `data export` made it and a spreadsheet program saved it
    file: PathBuf,
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

/// What `keikaku import` takes.
#[derive(Debug, clap::Args)]
struct ChapterArguments {
    /// The text of the chapter, as it was copied out of its pages
    file: PathBuf,
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

/// What `keikaku build` takes.
#[derive(Debug, clap::Args)]
struct BuildArguments {
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Where the site goes [default: public in the project's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The site's address on the web, for canonical links and the sitemap [default: `base_url` in plan.yml]
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
}

/// What `keikaku check` takes.
#[derive(Debug, clap::Args)]
struct CheckArguments {
    /// The project's folder
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

/// Does what the command line asks. 0: done; 1: the plan has errors; 2: the command line has.
pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Build(arguments) => build::build(&arguments),
        Command::Check(arguments) => check::check(&arguments),
        Command::Import(arguments) => import::import(&arguments),
        Command::Data(DataCommand::Export(arguments)) => data::export(&arguments),
        Command::Data(DataCommand::Import(arguments)) => data::import(&arguments),
        Command::Translate(TranslateCommand::Status(arguments)) => translate::status(&arguments),
        Command::Translate(TranslateCommand::Sync(arguments)) => translate::sync(&arguments),
        Command::Translate(TranslateCommand::Diff(arguments)) => translate::diff(&arguments),
        Command::Translate(TranslateCommand::Confirm(arguments)) => translate::confirm(&arguments),
    }
}

fn base_url(written: &str) -> Result<String, &'static str> {
    crate::plan::normal_base_url(written)
        .ok_or("write it with https:// and without ? or #, such as https://www.example.jp/plan/")
}
