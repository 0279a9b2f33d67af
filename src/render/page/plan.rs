//! The whole plan as one page that needs no other file: for mail, a USB stick and paper. Of a large plan,
//! each chapter.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::view::{GlossaryView, PlanChapter, PlanSection, PlanView};
use super::{Desk, Extent, Leaf, Page, about, glossary, indicators, section};
use crate::plan::{Chapter, Plan, Section, Term, Text};
use crate::read::Asset;
use crate::read::markdown::note_marks;
use crate::render::binding::Volume;
use crate::render::html::note;
use crate::value::Address;

/// How far a page's headings go down: a chapter's title is an h2 here, a section's an h3.
const CHAPTER: u8 = 1;
const SECTION: u8 = 2;
const GLOSSARY: u8 = 1;

pub(super) fn plan(desk: &Desk<'_>, only: Option<&Chapter>) -> PlanView {
    let plan = desk.edition.plan;
    let chapters = only.map_or(&plan.chapters[..], std::slice::from_ref);
    PlanView {
        style: desk.shelf.assets.style_alone.clone(),
        period: desk.period(plan.baseline_year, plan.target_year),
        chapters: chapters.iter().map(|chapter| self::chapter(desk, chapter)).collect(),
        glossary_id: desk.bind(Page::Glossary.into(), GLOSSARY, |part| part.id("")),
        glossary: self::glossary(desk, &terms(plan, only)),
        rules: indicators::rules(desk),
        has_sdgs: about::has_sdgs(chapters),
    }
}

fn chapter(desk: &Desk<'_>, chapter: &Chapter) -> PlanChapter {
    desk.bind(Page::Chapter(chapter).into(), CHAPTER, |part| PlanChapter {
        id: part.id(""),
        chapter: section::chapter(part, chapter),
        sections: chapter.sections.iter().map(|section| self::section(desk, chapter, section)).collect(),
    })
}

fn section(desk: &Desk<'_>, chapter: &Chapter, section: &Section) -> PlanSection {
    desk.bind(Page::Section(chapter, section).into(), SECTION, |part| PlanSection {
        id: part.id(""),
        link: part.link(part.page),
        section: section::section(part, chapter, section),
    })
}

fn glossary(desk: &Desk<'_>, terms: &[&Term]) -> GlossaryView {
    let entry = |term: &&Term| {
        desk.bind(desk.shelf.extent.entry(term.number), GLOSSARY, |part| glossary::entry(part, term))
    };
    GlossaryView { terms: terms.iter().map(entry).collect(), sorted: glossary::sorted(desk, terms) }
}

/// The glossary, or those of its entries to which a mark in `chapter` leads: in its text, or in the
/// definition of another.
fn terms<'a>(plan: &'a Plan, chapter: Option<&Chapter>) -> Vec<&'a Term> {
    let Some(chapter) = chapter else { return plan.terms.iter().collect() };
    let mut numbers: BTreeSet<u32> = marks(&chapter.text);
    numbers.extend(note_marks(&chapter.title.span).into_iter().map(|(number, _)| number));
    numbers.extend(chapter.sections.iter().flat_map(|section| &section.notes));
    let mut new: Vec<u32> = numbers.iter().copied().collect();
    while let Some(number) = new.pop() {
        let shown = plan.term(number).map(|term| marks(&term.text)).unwrap_or_default();
        new.extend(shown.into_iter().filter(|number| numbers.insert(*number)));
    }
    numbers.into_iter().filter_map(|number| plan.term(number)).collect()
}

/// The numbers of the notes whose marks stand in `text`.
fn marks(text: &Text) -> BTreeSet<u32> {
    text.units().flat_map(|unit| note_marks(&unit.span)).map(|(number, _)| number).collect()
}

/// What stands in each file in which many pages are bound, by the stem of its address.
pub(in crate::render) fn volumes<'a>(
    extent: &Extent<'_>,
    assets: &'a [Asset],
    base_url: Option<&'a str>,
) -> BTreeMap<String, Volume<'a>> {
    let volume =
        |only| Volume { pages: pages(extent, only), places: entries(extent, only), assets, base_url };
    extent.bound().map(|only| (Page::Plan(only).stem(), volume(only))).collect()
}

/// The pages of the plan's text, or of a chapter's, in every language.
fn pages(extent: &Extent<'_>, only: Option<&Chapter>) -> HashSet<Address> {
    let plan = extent.plan;
    let chapters = only.map_or(&plan.chapters[..], std::slice::from_ref).iter();
    let texts = chapters.flat_map(|chapter| {
        let sections = chapter.sections.iter().map(move |section| Page::Section(chapter, section));
        sections.chain([Page::Chapter(chapter)]).map(Leaf::from)
    });
    let glossary = (0..extent.pages(Page::Glossary)).filter(|_| only.is_none());
    let leaves = texts.chain(glossary.map(|part| Leaf { page: Page::Glossary, part }));
    leaves.flat_map(|leaf| plan.languages.iter().map(move |language| leaf.address(language))).collect()
}

/// The entries of the glossary that the file of a chapter holds, in every language.
fn entries(extent: &Extent<'_>, only: Option<&Chapter>) -> HashSet<(Address, String)> {
    let held = only.map(|_| terms(extent.plan, only)).unwrap_or_default();
    let places = held.into_iter().flat_map(|term| {
        let leaf = extent.entry(term.number);
        let languages = extent.plan.languages.iter();
        languages.map(move |language| (leaf.address(language), note(term.number)))
    });
    places.collect()
}
