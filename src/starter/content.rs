//! The files of a new chapter, a new section and a new entry of the glossary.

use super::NewFile;
use crate::localise::catalogue::fill;
use crate::read::Project;
use crate::read::markdown::Block;
use crate::read::yaml::scalar;

const CHAPTER: &str = include_str!("chapter.md");
const SECTION: &str = include_str!("section.md");
const TERM: &str = include_str!("term.md");

/// What stands where a person has to write.
pub(super) const WRITE_HERE: &str = "ここに本文を書きます。";

/// The same for the definition of a term.
pub(super) const DEFINE_HERE: &str = "ここに、用語の説明を書きます。";

/// A goal to write over.
const SAMPLE_GOAL: &str = "17";

/// The headings of the starter's own section: those of a plan that has no section yet.
const STARTER_SECTION: &str = include_str!("plan/content/1-chapter/1-section.md");

/// A chapter to make.
#[derive(Debug, Clone)]
pub struct NewChapter {
    /// Its place among the chapters.
    pub number: u32,
    /// What its folder is called after the number.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its printed numeral.
    pub numeral: Option<String>,
}

/// A section to make.
#[derive(Debug, Clone)]
pub struct NewSection {
    /// The name of its chapter's folder.
    pub chapter: String,
    /// Its place in the chapter.
    pub number: u32,
    /// What its file is called after the number.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The printed words of its pillars; where none are named, those of the plan, as a comment.
    pub pillars: Vec<String>,
    /// The numbers of its Sustainable Development Goals.
    pub sdgs: Vec<u8>,
}

/// An entry of the glossary to make.
#[derive(Debug, Clone)]
pub struct NewTerm {
    /// The number of its note mark.
    pub number: u32,
    /// What its file is called after the number.
    pub name: String,
    /// The term.
    pub term: String,
    /// How it is read, in hiragana.
    pub reading: String,
    /// What it means, in Markdown.
    pub definition: Option<String>,
}

impl NewChapter {
    /// Its file.
    pub fn file(&self) -> NewFile {
        let numeral = self.numeral.as_deref().map_or(String::new(), |numeral| field("numeral", numeral));
        let values = [("numeral", numeral.as_str()), ("title", &scalar(&self.title, false, None))];
        let path = format!("content/{}-{}/chapter.md", self.number, self.name);
        NewFile { path, text: fill(CHAPTER, &values) }
    }
}

impl NewSection {
    /// Its file in `project`.
    pub fn file(&self, project: &Project) -> NewFile {
        let known: Vec<String> = project.plan.data.pillars.0.iter().map(|(_, word)| word.clone()).collect();
        let goals: Vec<String> = self.sdgs.iter().map(u8::to_string).collect();
        let parts = headings(project, &self.chapter).into_iter();
        let body: Vec<String> = parts.map(|heading| format!("\n{heading}\n\n{WRITE_HERE}")).collect();
        let values = [
            ("title", scalar(&self.title, false, None)),
            ("pillars", list("pillars", &self.pillars, &known)),
            ("sdgs", list("sdgs", &goals, &[SAMPLE_GOAL.to_owned()])),
            ("body", body.join("\n")),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let path = format!("content/{}/{}-{}.md", self.chapter, self.number, self.name);
        NewFile { path, text: fill(SECTION, &values) }
    }
}

impl NewTerm {
    /// Its file.
    pub fn file(&self) -> NewFile {
        let values = [
            ("number", self.number.to_string()),
            ("term", scalar(&self.term, false, None)),
            ("reading", scalar(&self.reading, false, None)),
            ("definition", self.definition.clone().unwrap_or_else(|| DEFINE_HERE.to_owned())),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let path = format!("content/glossary/{:02}-{}.md", self.number, self.name);
        NewFile { path, text: fill(TERM, &values) }
    }
}

fn field(key: &str, text: &str) -> String {
    format!("{key}: {}\n", scalar(text, false, None))
}

/// The line that lists `words`, or `others` as a comment where there are none; nothing without either.
fn list(key: &str, words: &[String], others: &[String]) -> String {
    let written = |words: &[String]| {
        let words: Vec<String> = words.iter().map(|word| scalar(word, true, None)).collect();
        format!("{key}: [{}]\n", words.join(", "))
    };
    match (words, others) {
        ([], []) => String::new(),
        ([], others) => format!("# {}", written(others)),
        (words, _) => written(words),
    }
}

/// The headings of a new section of the chapter in the folder `chapter`, as Markdown: those that the first
/// section with any has, in that chapter or in another, since the sections of a plan are built alike.
fn headings(project: &Project, chapter: &str) -> Vec<String> {
    let own = project.chapters.iter().filter(|file| file.name == chapter);
    let sections = own.chain(&project.chapters).flat_map(|chapter| &chapter.sections);
    let mut headings = sections.map(|section| top_level(&section.body)).filter(|found| !found.is_empty());
    headings.next().unwrap_or_else(starter_headings)
}

fn top_level(blocks: &[Block]) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading { level: 2, id, prose } if !prose.text().contains('※') => {
            Some(format!("## {} {{#{id}}}", prose.text()))
        }
        _ => None,
    };
    blocks.iter().filter_map(heading).collect()
}

fn starter_headings() -> Vec<String> {
    STARTER_SECTION.lines().filter(|line| line.starts_with("## ")).map(str::to_owned).collect()
}
