//! The page of all indicators, and what they come to in numbers.

use super::filter::{filters, section_key};
use super::view::{CountView, IndicatorGroup, IndicatorSection, IndicatorsView, RuleView};
use super::{Desk, Page, topic};
use crate::plan::assessment::{Method, Status};
use crate::plan::{Chapter, Indicator, Pattern};

pub(super) fn indicators(desk: &Desk<'_>) -> IndicatorsView {
    let plan = desk.edition.plan;
    let group = |chapter: &Chapter| IndicatorGroup {
        id: format!("chapter_{}", chapter.name),
        link: desk.link(Page::Chapter(chapter)),
        sections: sections(desk, chapter),
    };
    let groups = plan.chapters.iter().map(group).filter(|group| !group.sections.is_empty());
    let judged = plan.has_actuals;
    IndicatorsView {
        indicator_count: desk.edition.plural("count.indicators", plan.indicators().count()),
        counts: counts(desk),
        statuses: if judged { statuses(desk) } else { Vec::new() },
        rules: rules(desk),
        pillars: topic::pillars(plan).map(|(id, word)| desk.pillar(id, word)).collect(),
        sdgs: topic::sdgs(plan).map(|number| desk.sdg(number)).collect(),
        filters: filters(desk),
        chapters: groups.collect(),
    }
}

fn sections(desk: &Desk<'_>, chapter: &Chapter) -> Vec<IndicatorSection> {
    let with_indicators = chapter.sections.iter().filter(|section| !section.indicators.is_empty());
    let section = with_indicators.map(|section| IndicatorSection {
        id: format!("section_{}_{}", chapter.name, section.name),
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

/// How many indicators there are of each kind of promise; kinds without any are left out.
pub(super) fn counts(desk: &Desk<'_>) -> Vec<CountView> {
    let found: Vec<Pattern> = desk.edition.plan.indicators().map(Indicator::pattern).collect();
    tally(desk, "pattern", Pattern::ALL.map(|pattern| (pattern.key(), of(&found, &pattern))))
}

/// How many indicators stand how; a status that none has is left out.
fn statuses(desk: &Desk<'_>) -> Vec<CountView> {
    let found: Vec<Status> =
        desk.edition.plan.indicators().map(|indicator| indicator.assessment().status).collect();
    tally(desk, "status", Status::ALL.map(|status| (status.key(), of(&found, &status))))
}

/// The rules by which a status is found, where there are any: one refers to another, so all of them.
pub(super) fn rules(desk: &Desk<'_>) -> Vec<RuleView> {
    let judged = desk.edition.plan.has_actuals;
    Method::ALL.into_iter().filter(|_| judged).map(|method| desk.rule(method)).collect()
}

fn of<T: PartialEq>(found: &[T], wanted: &T) -> usize {
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
