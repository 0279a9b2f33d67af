//! How far each translation is: for readers, who learn what to expect, and for those who translate.

use super::view::{LinkView, PartView, TranslationTable, TranslationsView};
use super::{Desk, Page};
use crate::localise::{Coverage, Edition, Part};
use crate::render::data::status_file;

pub(super) fn translations(desk: &Desk<'_>) -> TranslationsView {
    let translated = desk.shelf.editions.iter().filter(|edition| !edition.is_source());
    TranslationsView {
        languages: translated.map(|edition| table(desk, edition)).collect(),
        file: desk.file(&status_file()),
    }
}

fn table(desk: &Desk<'_>, edition: &Edition<'_>) -> TranslationTable {
    let row = |part: Part<'_>| PartView {
        is_section: matches!(part, Part::Section(..)),
        ..counts(desk, link(desk, edition, part), edition.standing_of(part))
    };
    let is_first = desk.part == 0;
    let parts = desk.shelf.extent.translated.on(desk.part);
    let chapter = match parts.first() {
        Some(Part::Section(chapter, _)) => Some(link(desk, edition, Part::Chapter(chapter))),
        _ => None,
    };
    TranslationTable {
        id: edition.language.to_string(),
        tag: edition.tag(),
        name: edition.word("language.name"),
        chapter,
        parts: parts.iter().map(|part| row(*part)).collect(),
        total: is_first.then(|| counts(desk, named(desk, "translations.total"), edition.standing())),
    }
}

/// The part under its name in the reader's language. It leads to the language that the table tells of:
/// who asks how a translation stands wants to see it.
fn link(desk: &Desk<'_>, edition: &Edition<'_>, part: Part<'_>) -> LinkView {
    let (page, link) = match part {
        Part::Facts => (Page::Home, named(desk, "translations.facts")),
        Part::Footer => return named(desk, "translations.footer"),
        Part::Chapter(chapter) => (Page::Chapter(chapter), desk.link(Page::Chapter(chapter))),
        Part::Section(chapter, section) => {
            (Page::Section(chapter, section), desk.link(Page::Section(chapter, section)))
        }
        Part::Glossary => (Page::Glossary, desk.link(Page::Glossary)),
    };
    LinkView { href: desk.file(&page.address(edition.language)), ..link }
}

fn named(desk: &Desk<'_>, key: &str) -> LinkView {
    LinkView { href: String::new(), title: desk.word(key), number: None }
}

fn counts(desk: &Desk<'_>, link: LinkView, (coverage, reviewed): (Coverage, bool)) -> PartView {
    let count = |number| desk.edition.count(number);
    let percent = count(coverage.percent());
    PartView {
        link,
        is_section: false,
        translated: count(coverage.translated),
        outdated: count(coverage.outdated),
        missing: count(coverage.missing),
        percent: desk.edition.word_with("translation.percent", &[("percent", &percent)]),
        state: match coverage {
            Coverage { translated: 0, outdated: 0, missing: 1.. } => "none",
            _ if reviewed => "reviewed",
            _ => "draft",
        },
    }
}
