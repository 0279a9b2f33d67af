//! What sections of different chapters have in common: the pillars of the plan's strategy and the
//! Sustainable Development Goals. On the other pages they are links to their own.

use super::extent::Named;
use super::view::{LinkView, PillarView, SdgView, TopicView};
use super::{Desk, Page, section};
use crate::plan::{Plan, SDGS, Section, Unit};

/// The ids and words of the pillars that a section names, in the order of the plan. One that none
/// names has no page: it would be empty, and nothing would lead to it.
pub(super) fn pillars(plan: &Plan) -> impl Iterator<Item = (&str, &Unit)> {
    let pillars = plan.pillars.iter().map(|(id, word)| (id.as_str(), word));
    pillars.filter(|(id, word)| plan.sections().any(|(_, section)| names(section, Page::Pillar(id, word))))
}

/// The goals that a section names, likewise.
pub(super) fn sdgs(plan: &Plan) -> impl Iterator<Item = u8> {
    SDGS.filter(|goal| plan.sections().any(|(_, section)| names(section, Page::Sdg(*goal))))
}

/// Whether the plan prints for `section` the pillar or goal of `page`.
pub(super) fn names(section: &Section, page: Page<'_>) -> bool {
    match page {
        Page::Pillar(id, _) => section.pillars.iter().any(|pillar| pillar == id),
        Page::Sdg(goal) => section.sdgs.contains(&goal),
        _ => false,
    }
}

/// The sections that name the page's own pillar or goal.
pub(super) fn topic(desk: &Desk<'_>) -> TopicView {
    let topic = desk.shelf.extent.topic(desk.page);
    let sections = topic.map(|topic| topic.sections.on(desk.part)).unwrap_or_default();
    let cards = topic.is_some_and(|topic| topic.cards);
    let indicators = (sections.iter().filter(|_| cards))
        .flat_map(|(chapter, section)| section.indicators.iter().map(move |one| (chapter, section, one)))
        .map(|(chapter, section, indicator)| desk.indicator(chapter, section, indicator));
    let chapters = sections.chunk_by(|(one, _), (other, _)| one.name == other.name);
    let summary = |sections: &[Named<'_>]| {
        section::summary(desk, sections[0].0, sections.iter().map(|(_, section)| *section))
    };
    TopicView {
        chapters: chapters.map(summary).collect(),
        brief: !cards,
        indicator_count: desk.edition.plural("count.indicators", topic.map_or(0, |topic| topic.indicators)),
        indicators: indicators.collect(),
    }
}

impl Desk<'_> {
    /// The pillars that have a page.
    pub(super) fn all_pillars(&self) -> Vec<PillarView> {
        let all = self.edition.plan.pillars.iter().map(|(id, word)| (id.as_str(), word));
        let named = all.filter(|(id, word)| self.shelf.extent.topic(Page::Pillar(id, word)).is_some());
        named.map(|(id, word)| self.pillar(id, word)).collect()
    }

    /// The goals that have a page.
    pub(super) fn all_sdgs(&self) -> Vec<SdgView> {
        let named = SDGS.filter(|goal| self.shelf.extent.topic(Page::Sdg(*goal)).is_some());
        named.map(|goal| self.sdg(goal)).collect()
    }

    /// The pillars that the plan prints for `section`, as it prints them.
    pub(super) fn pillars(&self, section: &Section) -> Vec<PillarView> {
        let plan = self.edition.plan;
        let named = |id: &String| plan.pillars.iter().find(|(known, _)| known == id);
        section.pillars.iter().filter_map(named).map(|(id, word)| self.pillar(id, word)).collect()
    }

    pub(super) fn pillar(&self, id: &str, word: &Unit) -> PillarView {
        PillarView { id: id.to_owned(), href: self.href(Page::Pillar(id, word)), word: self.text(word) }
    }

    /// The goals that the plan prints for `section`, as it prints them.
    pub(super) fn sdgs(&self, section: &Section) -> Vec<SdgView> {
        section.sdgs.iter().map(|number| self.sdg(*number)).collect()
    }

    pub(super) fn sdg(&self, number: u8) -> SdgView {
        let LinkView { href, title, .. } = self.link(Page::Sdg(number));
        SdgView { number, title: title.text, href }
    }
}
