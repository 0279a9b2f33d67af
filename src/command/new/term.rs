//! `keikaku new term`

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::ask::{Asker, Question};
use super::{Obstacle, answer, make, name, number, open};
use crate::manuscript;
use crate::read;
use crate::starter::{NewTerm, numbered};

/// What `keikaku new term` takes.
#[derive(Debug, clap::Args)]
pub(in crate::command) struct TermArguments {
    #[arg(long)]
    term: Option<String>,
    #[arg(long)]
    reading: Option<String>,
    #[arg(long)]
    name: Option<String>,
    #[arg(long, value_name = "TEXT")]
    definition: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    number: Option<u32>,
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn term(arguments: &TermArguments, asker: &mut Asker<'_>) -> Result<(), Obstacle> {
    let project = open(&arguments.root)?;
    let mut taken: BTreeMap<u32, String> =
        numbered(&read::content_paths(&arguments.root), "content/glossary");
    // The number in the file is the one that marks name; the file's own is only its place in the folder.
    let entries = project.terms.iter();
    taken.extend(entries.map(|term| (term.fields.data.number, format!("content/glossary/{}.md", term.name))));
    let number = number(arguments.number, &taken)?;
    let asking = |flag, given, proposal| Question { of: "term", flag, given, proposal, taken_unasked: false };
    let term = asker.ask(&asking("term", arguments.term.as_deref(), None), answer::text)?;
    let kana = manuscript::reading(&term);
    let reading = Question { taken_unasked: true, ..asking("reading", arguments.reading.as_deref(), kana) };
    let reading = asker.ask(&reading, answer::reading)?;
    let name = name("term", arguments.name.as_deref(), &term, asker)?;
    let definition = asker.given("definition", arguments.definition.as_deref(), answer::paragraph)?;
    let file = NewTerm { number, name, term: term.clone(), reading, definition }.file();
    let values = [("number", number.to_string()), ("term", term)];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    make((&arguments.root, &project), &file, asker, ("done.new.term", &values))
}
