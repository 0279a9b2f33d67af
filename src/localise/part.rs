//! The plan as those see it who translate it: in parts, each in the files of one place.

use super::{Coverage, Edition};
use crate::plan::{Chapter, Plan, Section};

/// A part of the plan. Every text that has a translation stands in exactly one.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// What the plan says of itself: its title, the town, its pillars.
    Facts,
    /// The lines that the theme sets at the foot of every page.
    Footer,
    /// A chapter's title, and its text before the sections.
    Chapter(&'a Chapter),
    /// A section with its indicators.
    Section(&'a Chapter, &'a Section),
    /// The entries of the glossary.
    Glossary,
}

impl<'a> Part<'a> {
    /// Every part of `plan` that holds any text, in order.
    pub fn all(plan: &'a Plan) -> Vec<Self> {
        let mut parts = vec![Part::Facts, Part::Footer];
        for chapter in &plan.chapters {
            parts.push(Part::Chapter(chapter));
            parts.extend(chapter.sections.iter().map(|section| Part::Section(chapter, section)));
        }
        parts.push(Part::Glossary);
        parts.retain(|part| !part.files(plan).is_empty());
        parts
    }

    /// The content files that it stands in.
    fn files(self, plan: &'a Plan) -> Vec<&'a str> {
        match self {
            Part::Facts => vec![plan.title.file()],
            Part::Footer => plan.footer.first().map(|line| line.text.file()).into_iter().collect(),
            Part::Chapter(chapter) => vec![chapter.title.file()],
            Part::Section(_, section) => vec![section.title.file()],
            Part::Glossary => plan.terms.iter().map(|term| term.term.file()).collect(),
        }
    }
}

impl Edition<'_> {
    /// How `part` of the plan stands, and whether somebody at the town has read all of it.
    pub fn standing_of(&self, part: Part<'_>) -> (Coverage, bool) {
        let mut coverage = Coverage::default();
        let mut reviewed = true;
        for file in part.files(self.plan) {
            coverage += self.files.get(file).map(|state| state.coverage).unwrap_or_default();
            reviewed &= self.is_reviewed(file);
        }
        (coverage, reviewed)
    }
}
