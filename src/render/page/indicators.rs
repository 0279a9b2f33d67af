//! The page of all indicators, and what they come to in numbers.

use super::view::{CountView, IndicatorGroup, IndicatorSection, IndicatorsView};
use super::{Desk, Page};
use crate::plan::{Chapter, Pattern};

pub(super) fn indicators(desk: &Desk<'_>) -> IndicatorsView {
    let plan = desk.edition.plan;
    let group = |chapter| IndicatorGroup {
        link: desk.link(Page::Chapter(chapter)),
        sections: sections(desk, chapter),
    };
    let groups = plan.chapters.iter().map(group).filter(|group| !group.sections.is_empty());
    IndicatorsView {
        indicator_count: desk.edition.plural("count.indicators", plan.indicators().count()),
        counts: counts(desk),
        chapters: groups.collect(),
    }
}

fn sections(desk: &Desk<'_>, chapter: &Chapter) -> Vec<IndicatorSection> {
    let with_indicators = chapter.sections.iter().filter(|section| !section.indicators.is_empty());
    let section = with_indicators.map(|section| IndicatorSection {
        link: desk.link(Page::Section(chapter, section)),
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
    let patterns: Vec<Pattern> =
        desk.edition.plan.indicators().map(crate::plan::Indicator::pattern).collect();
    let count = |pattern: Pattern| {
        let number = patterns.iter().filter(|found| **found == pattern).count();
        CountView {
            key: pattern.key(),
            label: desk.edition.word(&format!("pattern.{}", pattern.key())),
            number,
            count: desk.edition.count(number),
        }
    };
    Pattern::ALL.into_iter().map(count).filter(|count| count.number > 0).collect()
}
