//! `keikaku new plan`

use std::path::{Path, PathBuf};
use std::{fs, io};

use jiff::Timestamp;
use jiff::tz::{TimeZone, offset};

use super::ask::{Asker, Question};
use super::{Obstacle, answer};
use crate::diagnostic::{Diagnostic, Rule};
use crate::starter::{NewPlan, Placeholders};
use crate::value::FiscalYear;
use crate::write;

/// Where the plan's own facts stand.
pub(super) const PLAN: &str = "content/plan.yml";

/// How far a plan looks ahead, where nobody says: the usual term of a town's basic plan.
const TERM_OF_PLAN: u16 = 5;

/// What `keikaku new plan` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct PlanArguments {
    dir: PathBuf,
    #[arg(long)]
    town: Option<String>,
    #[arg(long)]
    title: Option<String>,
    #[arg(long)]
    languages: Option<String>,
    #[arg(long, value_name = "YEAR")]
    baseline_year: Option<String>,
    #[arg(long, value_name = "YEAR")]
    target_year: Option<String>,
}

pub(super) fn plan(arguments: &PlanArguments, asker: &mut Asker<'_>) -> Result<(), Obstacle> {
    let dir = &arguments.dir;
    // Nobody answers questions for a folder that will not do.
    refuse_full(dir)?;
    let plan = asked(arguments, asker)?;
    // A .gitignore that is there stays: what it leaves out is its owner's business.
    let files: Vec<_> = plan.files().into_iter().filter(|file| !dir.join(&file.path).exists()).collect();
    let written = files.iter().map(|file| (dir.join(&file.path), file.text.clone().into_bytes()));
    write::replace(&written.collect::<Vec<_>>())?;
    let terminal = asker.terminal;
    for file in &files {
        terminal.say("done.new.file", &[("file", &file.path)]);
    }
    // Who was asked has seen where the years come from.
    if !asker.has_person() && (arguments.baseline_year.is_none() || arguments.target_year.is_none()) {
        let (baseline, target) = (plan.baseline_year.to_string(), plan.target_year.to_string());
        terminal.say("done.new.years", &[("baseline", &baseline), ("target", &target)]);
    }
    let shown = dir.display().to_string();
    let shown = if shown.contains(char::is_whitespace) { format!("\"{shown}\"") } else { shown };
    terminal.say("done.new.plan", &[("dir", &shown)]);
    Ok(())
}

/// What the plan says of itself.
fn asked(arguments: &PlanArguments, asker: &mut Asker<'_>) -> Result<NewPlan, Obstacle> {
    let placeholders = Placeholders::read();
    let town =
        asker.ask(&asking("town", arguments.town.as_deref(), placeholders.town.clone()), answer::text)?;
    // The placeholder's title is the placeholder's name and a word.
    let title = placeholders.title.replace(&placeholders.town, &town);
    let title = asker.ask(&asking("title", arguments.title.as_deref(), title), answer::text)?;
    let tags = placeholders.languages.join(",");
    let languages = asker.ask(
        &asking("languages", arguments.languages.as_deref(), tags),
        answer::languages(&placeholders.languages),
    )?;
    let ended = last_ended_year().to_string();
    let baseline = asking("baseline-year", arguments.baseline_year.as_deref(), ended);
    let baseline_year = asker.ask(&baseline, answer::year)?;
    let last = FiscalYear(baseline_year.0.saturating_add(TERM_OF_PLAN)).to_string();
    let target = asking("target-year", arguments.target_year.as_deref(), last);
    let target_year = asker.ask(&target, answer::year_after(baseline_year))?;
    Ok(NewPlan { title, town, languages, baseline_year, target_year })
}

fn asking<'a>(flag: &'static str, given: Option<&'a str>, proposal: String) -> Question<'a> {
    Question { of: "plan", flag, given, proposal: Some(proposal), taken_unasked: true }
}

/// The last fiscal year that has ended in Japan, whose figures a town can know.
fn last_ended_year() -> FiscalYear {
    let today = Timestamp::now().to_zoned(TimeZone::fixed(offset(9)));
    let begun = if today.month() < 4 { today.year() - 1 } else { today.year() };
    FiscalYear(u16::try_from(begun - 1).unwrap_or_default())
}

/// Finds fault with a `dir` that holds anything but hidden files, such as those of Git.
fn refuse_full(dir: &Path) -> Result<(), Obstacle> {
    let empty = match fs::read_dir(dir) {
        Err(error) => error.kind() == io::ErrorKind::NotFound,
        Ok(mut entries) => entries
            .all(|entry| entry.is_ok_and(|entry| entry.file_name().as_encoded_bytes().starts_with(b"."))),
    };
    let finding = || Diagnostic::about(Rule::NotEmpty, dir.display().to_string());
    if empty { Ok(()) } else { Err(Obstacle::Findings(vec![finding()])) }
}
