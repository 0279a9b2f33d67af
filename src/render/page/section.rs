//! The pages of the text: home, chapters and sections.

use super::view::{ChapterView, HeadingView, HomeView, LinkView, SectionSummary, SectionView, TableView};
use super::{Desk, Page, indicators, topic};
use crate::localise::Phrase;
use crate::plan::{Chapter, Indicator, Kind, Section, Term, Text};
use crate::read::markdown::{Block, text_of};
use crate::render::{data, html};

pub(super) fn home(desk: &Desk<'_>) -> HomeView {
    let plan = desk.edition.plan;
    let goals = plan.sections().flat_map(|(chapter, section)| {
        section.of_kind(Kind::Kgi).map(move |indicator| desk.indicator(chapter, section, indicator))
    });
    HomeView {
        period: desk.period(plan.baseline_year, plan.target_year),
        chapters: plan.chapters.iter().map(|chapter| summary(desk, chapter, |_| true)).collect(),
        counts: indicators::counts(desk),
        indicator_count: desk.edition.plural("count.indicators", plan.indicators().count()),
        goals: goals.collect(),
        pillars: topic::pillars(plan).map(|(id, word)| desk.pillar(id, word)).collect(),
        sdgs: topic::sdgs(plan).map(|number| desk.sdg(number)).collect(),
    }
}

pub(super) fn chapter(desk: &Desk<'_>, chapter: &Chapter) -> ChapterView {
    ChapterView {
        html: desk.blocks(&chapter.text),
        headings: headings(desk, &chapter.text),
        ..summary(desk, chapter, |_| true)
    }
}

/// A chapter's title and those of its sections that are `shown`, without its text.
pub(super) fn summary(desk: &Desk<'_>, chapter: &Chapter, shown: impl Fn(&Section) -> bool) -> ChapterView {
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
        sections: chapter.sections.iter().filter(|section| shown(section)).map(section).collect(),
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
            href: desk.href_at(Page::Glossary, &html::note(term.number)),
            title: desk.text(&term.term),
            number: Some(desk.edition.word_with("note.label", &[("number", &term.number.to_string())])),
        })
        .collect()
}

impl<'a> Desk<'a> {
    /// The glossary entries whose marks stand in `section`.
    pub(super) fn terms_of(&self, section: &'a Section) -> impl Iterator<Item = &'a Term> {
        let plan = self.edition.plan;
        section.notes.iter().filter_map(|number| plan.term(*number))
    }
}
