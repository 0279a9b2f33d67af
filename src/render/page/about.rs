//! About this site: what it shows, in which languages, and how far each of them is.

use super::Desk;
use super::view::{AboutView, LanguageState};
use crate::localise::Edition;

pub(super) fn about(desk: &Desk<'_>) -> AboutView {
    AboutView {
        languages: desk.shelf.editions.iter().map(|edition| state(desk, edition)).collect(),
        has_sdgs: has_sdgs(desk),
    }
}

/// Whether the plan names Sustainable Development Goals.
pub(super) fn has_sdgs(desk: &Desk<'_>) -> bool {
    desk.edition.plan.sections().any(|(_, section)| !section.sdgs.is_empty())
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
