//! What sections of different chapters have in common: the pillars of the plan's strategy and the
//! Sustainable Development Goals. On the other pages they are links to their own.

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
    let plan = desk.edition.plan;
    let named = |section: &Section| names(section, desk.page);
    let indicators: Vec<_> = plan
        .sections()
        .filter(|(_, section)| named(section))
        .flat_map(|(chapter, section)| section.indicators.iter().map(move |one| (chapter, section, one)))
        .map(|(chapter, section, indicator)| desk.indicator(chapter, section, indicator))
        .collect();
    let chapters = plan.chapters.iter().filter(|chapter| chapter.sections.iter().any(named));
    TopicView {
        chapters: chapters.map(|chapter| section::summary(desk, chapter, named)).collect(),
        indicator_count: desk.edition.plural("count.indicators", indicators.len()),
        indicators,
    }
}

impl Desk<'_> {
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
