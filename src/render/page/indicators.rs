//! The page of all indicators, and what they come to in numbers.

use super::filter::{filters, section_key};
use super::view::{CountView, IndicatorGroup, IndicatorSection, IndicatorsView, RuleView};
use super::{Desk, Page};
use crate::plan::assessment::{Method, Status};
use crate::plan::{Chapter, Indicator, Pattern, Section};

/// The page of all indicators, or of those of `chapter`. Where they are too many for one, it leads to those
/// of the chapters.
pub(super) fn indicators(desk: &Desk<'_>, chapter: Option<&Chapter>) -> IndicatorsView {
    let plan = desk.edition.plan;
    let extent = desk.shelf.extent;
    let about = chapter.map_or(&plan.chapters[..], std::slice::from_ref);
    let shown = if chapter.is_some() || extent.gathered { about } else { &[] };
    let group = |chapter: &Chapter| IndicatorGroup {
        id: group_id(chapter),
        link: desk.link(Page::Chapter(chapter)),
        sections: sections(desk, chapter),
    };
    let groups = shown.iter().map(group).filter(|group| !group.sections.is_empty());
    let doors = extent.catalogue.on(desk.part).iter().filter(|_| chapter.is_none());
    IndicatorsView {
        indicator_count: desk.edition.plural("count.indicators", of(about).count()),
        counts: counts(desk, about),
        statuses: if plan.has_actuals { statuses(desk, about) } else { Vec::new() },
        rules: if chapter.is_none() { rules(desk) } else { Vec::new() },
        pillars: desk.all_pillars(),
        sdgs: desk.all_sdgs(),
        filters: filters(desk, shown),
        chapters: groups.collect(),
        doors: doors.map(|chapter| desk.door(Page::Indicators(Some(chapter)), chapter)).collect(),
    }
}

/// The indicators of `chapters`.
pub(super) fn of(chapters: &[Chapter]) -> impl Iterator<Item = &Indicator> {
    chapters.iter().flat_map(|chapter| &chapter.sections).flat_map(|section| &section.indicators)
}

/// The anchor of a chapter on the page of its indicators.
pub(super) fn group_id(chapter: &Chapter) -> String {
    format!("chapter_{}", chapter.name)
}

/// The anchor of a section there.
pub(super) fn section_id(chapter: &Chapter, section: &Section) -> String {
    format!("section_{}_{}", chapter.name, section.name)
}

fn sections(desk: &Desk<'_>, chapter: &Chapter) -> Vec<IndicatorSection> {
    let with_indicators = chapter.sections.iter().filter(|section| !section.indicators.is_empty());
    let section = with_indicators.map(|section| IndicatorSection {
        id: section_id(chapter, section),
        link: desk.link(Page::Section(chapter, section)),
        key: section_key(chapter, section),
        pillars: desk.pillars(section),
        sdgs: desk.sdgs(section),
        indicators: section
            .indicators
            .iter()
            .map(|indicator| desk.indicator(chapter, section, indicator))
            .collect(),
    });
    section.collect()
}

/// How many indicators `chapters` have of each kind of promise; kinds without any are left out.
pub(super) fn counts(desk: &Desk<'_>, chapters: &[Chapter]) -> Vec<CountView> {
    let found: Vec<Pattern> = of(chapters).map(Indicator::pattern).collect();
    tally(desk, "pattern", Pattern::ALL.map(|pattern| (pattern.key(), number(&found, &pattern))))
}

/// How many indicators of `chapters` stand how; a status that none has is left out.
fn statuses(desk: &Desk<'_>, chapters: &[Chapter]) -> Vec<CountView> {
    let found: Vec<Status> = of(chapters).map(|indicator| indicator.assessment().status).collect();
    tally(desk, "status", Status::ALL.map(|status| (status.key(), number(&found, &status))))
}

/// The rules by which a status is found, where there are any: one refers to another, so all of them.
pub(super) fn rules(desk: &Desk<'_>) -> Vec<RuleView> {
    let judged = desk.edition.plan.has_actuals;
    Method::ALL.into_iter().filter(|_| judged).map(|method| desk.rule(method)).collect()
}

fn number<T: PartialEq>(found: &[T], wanted: &T) -> usize {
    found.iter().filter(|found| *found == wanted).count()
}

/// The counts of each of `keys`, whose words stand under `words`.
fn tally(
    desk: &Desk<'_>,
    words: &str,
    keys: impl IntoIterator<Item = (&'static str, usize)>,
) -> Vec<CountView> {
    let some = keys.into_iter().filter(|(_, number)| *number > 0);
    some.map(|(key, number)| CountView {
        key,
        label: desk.edition.word(&format!("{words}.{key}")),
        number,
        count: desk.edition.count(number),
    })
    .collect()
}
