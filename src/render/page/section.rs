//! The pages of the text: home, chapters and sections.

use super::view::{
    ChapterView, ContentsView, DoorView, HeadingView, HomeView, LinkView, SectionSummary, SectionView,
    TableView,
};
use super::{Desk, Page, indicators};
use crate::localise::Phrase;
use crate::plan::{Chapter, Indicator, Kind, Section, Term, Text};
use crate::read::markdown::{Block, text_of};
use crate::render::data;

pub(super) fn home(desk: &Desk<'_>) -> HomeView {
    let plan = desk.edition.plan;
    let extent = desk.shelf.extent;
    let goals = extent.goals.iter().map(|(chapter, section, goal)| desk.indicator(chapter, section, goal));
    let outlined = plan.chapters.iter().filter(|_| extent.outlined);
    HomeView {
        period: desk.period(plan.baseline_year, plan.target_year),
        chapters: outlined.map(|chapter| summary(desk, chapter, &chapter.sections)).collect(),
        doors: if extent.outlined { Vec::new() } else { doors(desk) },
        counts: indicators::counts(desk, &plan.chapters),
        indicator_count: desk.edition.plural("count.indicators", plan.indicators().count()),
        goals: goals.collect(),
        pillars: desk.all_pillars(),
        sdgs: desk.all_sdgs(),
    }
}

/// The chapters that have no room on the home page.
pub(super) fn contents(desk: &Desk<'_>) -> ContentsView {
    ContentsView { doors: doors(desk) }
}

fn doors(desk: &Desk<'_>) -> Vec<DoorView> {
    let chapters = desk.shelf.extent.chapters.on(desk.part);
    chapters.iter().map(|chapter| desk.door(Page::Chapter(chapter), chapter)).collect()
}

pub(super) fn chapter(desk: &Desk<'_>, chapter: &Chapter) -> ChapterView {
    let extent = desk.shelf.extent;
    let has_indicators = chapter.sections.iter().any(|section| !section.indicators.is_empty());
    let indicators = (has_indicators && !extent.gathered).then_some(Page::Indicators(Some(chapter)));
    let plan = (!extent.whole).then_some(Page::Plan(Some(chapter)));
    ChapterView {
        html: desk.blocks(&chapter.text),
        headings: headings(desk, &chapter.text),
        plan: plan.map(|page| desk.href(page)),
        indicators: indicators.map(|page| desk.href(page)),
        ..summary(desk, chapter, &chapter.sections)
    }
}

/// A chapter's title and those of `sections`, which are its own, without its text.
pub(super) fn summary<'s>(
    desk: &Desk<'_>,
    chapter: &Chapter,
    sections: impl IntoIterator<Item = &'s Section>,
) -> ChapterView {
    let section = |section: &Section| SectionSummary {
        link: desk.link(Page::Section(chapter, section)),
        pillars: desk.pillars(section),
        sdgs: desk.sdgs(section),
        indicator_count: desk.edition.plural("count.indicators", section.indicators.len()),
    };
    ChapterView {
        link: desk.link(Page::Chapter(chapter)),
        html: String::new(),
        headings: Vec::new(),
        sections: sections.into_iter().map(section).collect(),
        plan: None,
        indicators: None,
    }
}

pub(super) fn section(desk: &Desk<'_>, chapter: &Chapter, section: &Section) -> SectionView {
    SectionView {
        number: section.number,
        pillars: desk.pillars(section),
        sdgs: desk.sdgs(section),
        html: desk.blocks(&section.text),
        headings: headings(desk, &section.text),
        tables: [Kind::Kgi, Kind::Kpi]
            .into_iter()
            .filter_map(|kind| table(desk, chapter, section, kind))
            .collect(),
        data_file: (!section.indicators.is_empty()).then(|| desk.file(&data::section_file(chapter, section))),
        terms: terms(desk, section),
        contact: section.contact.as_ref().map(|contact| desk.text(contact)),
        source_pages: section.source_pages.clone(),
    }
}

/// The headings of `text` of the two upper levels, those of the lower under those of the upper.
fn headings(desk: &Desk<'_>, text: &Text) -> Vec<HeadingView> {
    let mut headings: Vec<HeadingView> = Vec::new();
    for block in &text.blocks {
        let Block::Heading { id, prose, level: level @ (2 | 3) } = block else { continue };
        let passage = desk.edition.passage(text, prose);
        let phrase = Phrase { text: text_of(passage.inlines), language: passage.language.clone() };
        let link = LinkView { href: format!("#{}", desk.id(id)), title: desk.phrase(&phrase), number: None };
        match headings.last_mut() {
            Some(above) if *level == 3 => above.parts.push(link),
            _ => headings.push(HeadingView { link, parts: Vec::new() }),
        }
    }
    headings
}

fn table(desk: &Desk<'_>, chapter: &Chapter, section: &Section, kind: Kind) -> Option<TableView> {
    let of_kind: Vec<_> = section.of_kind(kind).collect();
    let years = |indicator: &Indicator| (indicator.baseline_year, indicator.target_year);
    let (baseline, target) = years(of_kind.first()?);
    let same = of_kind.iter().all(|indicator| years(indicator) == (baseline, target));
    Some(TableView {
        id: desk.id(kind.key()),
        kind: kind.key(),
        title: desk.edition.word(&format!("indicator.{}-title", kind.key())),
        period: same.then(|| desk.period(baseline, target)),
        indicators: of_kind.iter().map(|indicator| desk.indicator(chapter, section, indicator)).collect(),
    })
}

/// The links to the glossary entries whose marks stand in the section.
fn terms(desk: &Desk<'_>, section: &Section) -> Vec<LinkView> {
    desk.terms_of(section)
        .map(|term| LinkView {
            href: desk.href_of(term),
            title: desk.text(&term.term),
            number: Some(desk.edition.word_with("note.label", &[("number", &term.number.to_string())])),
        })
        .collect()
}

impl<'a> Desk<'a> {
    /// The way to `page`, which is about `chapter`.
    pub(super) fn door(&self, page: Page<'_>, chapter: &Chapter) -> DoorView {
        let indicators = chapter.sections.iter().map(|section| section.indicators.len()).sum();
        DoorView {
            link: self.link(page),
            indicator_count: self.edition.plural("count.indicators", indicators),
        }
    }

    /// The glossary entries whose marks stand in `section`.
    pub(super) fn terms_of(&self, section: &'a Section) -> impl Iterator<Item = &'a Term> {
        let plan = self.edition.plan;
        section.notes.iter().filter_map(|number| plan.term(*number))
    }
}
