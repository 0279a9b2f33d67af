//! The whole plan as one page that needs no other file: for mail, a USB stick and paper.

use super::view::{PlanChapter, PlanSection, PlanView};
use super::{Desk, Page, about, glossary, indicators, section};
use crate::plan::{Chapter, Section};

/// How far a page's headings go down: a chapter's title is an h2 here, a section's an h3.
const CHAPTER: u8 = 1;
const SECTION: u8 = 2;
const GLOSSARY: u8 = 1;

pub(super) fn plan(desk: &Desk<'_>) -> PlanView {
    let plan = desk.edition.plan;
    PlanView {
        style: desk.shelf.volume.style.to_owned(),
        period: desk.period(plan.baseline_year, plan.target_year),
        chapters: plan.chapters.iter().map(|chapter| self::chapter(desk, chapter)).collect(),
        glossary_id: desk.part(Page::Glossary, GLOSSARY, |part| part.id("")),
        glossary: desk.part(Page::Glossary, GLOSSARY, glossary::glossary),
        rules: indicators::rules(desk),
        has_sdgs: about::has_sdgs(desk),
    }
}

fn chapter(desk: &Desk<'_>, chapter: &Chapter) -> PlanChapter {
    desk.part(Page::Chapter(chapter), CHAPTER, |part| PlanChapter {
        id: part.id(""),
        chapter: section::chapter(part, chapter),
        sections: chapter.sections.iter().map(|section| self::section(desk, chapter, section)).collect(),
    })
}

fn section(desk: &Desk<'_>, chapter: &Chapter, section: &Section) -> PlanSection {
    desk.part(Page::Section(chapter, section), SECTION, |part| PlanSection {
        id: part.id(""),
        link: part.link(part.page),
        section: section::section(part, chapter, section),
    })
}
