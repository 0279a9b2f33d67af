//! `keikaku new chapter`

use std::path::PathBuf;

use super::ask::{Asker, Question};
use super::{Obstacle, answer, make, name, number, open};
use crate::read;
use crate::starter::{NewChapter, numbered, numeral};

/// What `keikaku new chapter` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct ChapterArguments {
    #[arg(long)]
    title: Option<String>,
    #[arg(long)]
    name: Option<String>,
    #[arg(long)]
    numeral: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    number: Option<u32>,
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn chapter(arguments: &ChapterArguments, asker: &mut Asker<'_>) -> Result<(), Obstacle> {
    let project = open(&arguments.root)?;
    let number = number(arguments.number, &numbered(&read::content_paths(&arguments.root), "content"))?;
    let given = arguments.title.as_deref();
    let title = Question { of: "chapter", flag: "title", given, proposal: None, taken_unasked: false };
    let title = asker.ask(&title, answer::text)?;
    let name = name("chapter", arguments.name.as_deref(), &title, asker)?;
    let known: Vec<(u32, &str)> = (project.chapters.iter())
        .filter_map(|chapter| {
            let digits = chapter.name.split_once('-')?.0;
            Some((digits.parse().ok()?, chapter.fields.data.numeral.as_deref()?))
        })
        .collect();
    let next = Some(numeral(&known, number).unwrap_or_default());
    let given = arguments.numeral.as_deref();
    let numeral = Question { of: "chapter", flag: "numeral", given, proposal: next, taken_unasked: true };
    let numeral = asker.ask(&numeral, answer::text_or_nothing)?;
    let folder = format!("{number}-{name}");
    let file = NewChapter { number, name, title, numeral }.file();
    make((&arguments.root, &project), &file, asker, ("done.new.chapter", &[("chapter", &folder)]))
}
