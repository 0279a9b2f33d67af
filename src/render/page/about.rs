//! About this site: what it shows, in which languages, and how far each of them is.

use super::Desk;
use super::view::{AboutView, LanguageState};
use crate::localise::Edition;
use crate::plan::Chapter;

pub(super) fn about(desk: &Desk<'_>) -> AboutView {
    AboutView {
        languages: desk.shelf.editions.iter().map(|edition| state(desk, edition)).collect(),
        has_sdgs: has_sdgs(&desk.edition.plan.chapters),
    }
}

/// Whether `chapters` name Sustainable Development Goals.
pub(super) fn has_sdgs(chapters: &[Chapter]) -> bool {
    chapters.iter().flat_map(|chapter| &chapter.sections).any(|section| !section.sdgs.is_empty())
}

fn state(desk: &Desk<'_>, edition: &Edition<'_>) -> LanguageState {
    let (coverage, reviewed) = edition.standing();
    LanguageState {
        tag: edition.tag(),
        name: edition.word("language.name"),
        percent: desk
            .edition
            .word_with("translation.percent", &[("percent", &desk.edition.count(coverage.percent()))]),
        source: edition.is_source(),
        reviewed,
    }
}
