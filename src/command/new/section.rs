//! `keikaku new section`

use std::path::PathBuf;

use super::ask::{Asker, Question};
use super::{Obstacle, answer, make, name, number, open};
use crate::diagnostic::{Diagnostic, Rule};
use crate::read::{self, Project};
use crate::starter::{NewSection, numbered};

/// What `keikaku new section` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct SectionArguments {
    #[arg(long)]
    chapter: Option<String>,
    #[arg(long)]
    title: Option<String>,
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    pillars: Option<String>,
    #[arg(long)]
    sdgs: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    number: Option<u32>,
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn section(arguments: &SectionArguments, asker: &mut Asker<'_>) -> Result<(), Obstacle> {
    let project = open(&arguments.root)?;
    let chapter = chapter(arguments, &project, asker)?;
    let taken = numbered(&read::content_paths(&arguments.root), &format!("content/{chapter}"));
    let number = number(arguments.number, &taken)?;
    let given = arguments.title.as_deref();
    let title = Question { of: "section", flag: "title", given, proposal: None, taken_unasked: false };
    let title = asker.ask(&title, answer::text)?;
    let name = name("section", arguments.name.as_deref(), &title, asker)?;
    // Neither is asked for: the file says how to write them, and many sections have none.
    let pillars = asker.given("pillars", arguments.pillars.as_deref(), answer::pillars(&project))?;
    let sdgs = asker.given("sdgs", arguments.sdgs.as_deref(), answer::goals)?;
    let (pillars, sdgs) = (pillars.unwrap_or_default(), sdgs.unwrap_or_default());
    let file = NewSection { chapter, number, name, title, pillars, sdgs }.file(&project);
    make((&arguments.root, &project), &file, asker, ("done.new.section", &[]))
}

/// The chapter that the section is for: the only one without a question.
fn chapter(
    arguments: &SectionArguments,
    project: &Project,
    asker: &mut Asker<'_>,
) -> Result<String, Obstacle> {
    let last = match (&arguments.chapter, project.chapters.as_slice()) {
        (None, [only]) => return Ok(only.name.clone()),
        (_, []) => {
            let finding = Diagnostic::about(Rule::Missing, "content/1-…/chapter.md");
            return Err(Obstacle::Findings(vec![finding]));
        }
        (_, [.., last]) => last,
    };
    let given = arguments.chapter.as_deref();
    if given.is_none() {
        for chapter in &project.chapters {
            let values = [("file", chapter.name.as_str()), ("title", &chapter.fields.data.title)];
            asker.explain("done.chapter.file", &values);
        }
    }
    let proposal = Some(last.name.clone());
    let question = Question { of: "section", flag: "chapter", given, proposal, taken_unasked: false };
    asker.ask(&question, answer::chapter(project))
}
