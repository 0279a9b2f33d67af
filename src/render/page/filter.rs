//! What the page of all indicators can be filtered by: only what the plan has.

use super::indicators::of;
use super::view::{FilterView, FiltersView, OptionGroupView, OptionView, PluralView};
use super::{Desk, Page, topic};
use crate::localise::Phrase;
use crate::plan::{Chapter, Kind, SDGS, Section, Status, Unit};

/// The filters of the indicators of `chapters`; those without a choice are left out.
pub(super) fn filters(desk: &Desk<'_>, chapters: &[Chapter]) -> FiltersView {
    let all = [
        kinds(desk, chapters),
        sections(desk, chapters),
        pillars(desk, chapters),
        sdgs(desk, chapters),
        statuses(desk, chapters),
    ];
    let edition = desk.edition;
    let total = edition.count(of(chapters).count());
    let shown = edition.plural_forms("filter.shown", &[("total", &total)]);
    FiltersView {
        filters: all.into_iter().filter(|filter| !filter.groups.is_empty()).collect(),
        shown: shown.into_iter().map(|(category, words)| PluralView { category, words }).collect(),
    }
}

/// What tells the indicators of a section from those of another, in addresses.
pub(super) fn section_key(chapter: &Chapter, section: &Section) -> String {
    format!("{}/{}", chapter.name, section.name)
}

fn kinds(desk: &Desk<'_>, chapters: &[Chapter]) -> FilterView {
    let option = |kind: Kind| {
        let number = of(chapters).filter(|indicator| indicator.kind == kind).count();
        let words = own(desk, &format!("indicator.{}", kind.key()));
        option(desk, kind.key().to_owned(), &words, number)
    };
    filter(desk, "kind", "filter.kind", [Kind::Kgi, Kind::Kpi].into_iter().filter_map(option).collect())
}

/// The sections under their chapters.
fn sections(desk: &Desk<'_>, chapters: &[Chapter]) -> FilterView {
    let option = |chapter: &Chapter, section: &Section| {
        let number = section.number.map(|number| number.to_string());
        let words = numbered(number, desk.edition.phrase(&section.title));
        option(desk, section_key(chapter, section), &words, section.indicators.len())
    };
    let group = |chapter: &Chapter| {
        let numeral = chapter.numeral.as_ref().map(|numeral| desk.edition.phrase(numeral).text);
        let words = numbered(numeral, desk.edition.phrase(&chapter.title));
        OptionGroupView {
            tag: desk.edition.tag_of(&words.language),
            label: Some(words.text),
            options: chapter.sections.iter().filter_map(|section| option(chapter, section)).collect(),
        }
    };
    let groups = chapters.iter().map(group);
    FilterView {
        key: "section",
        label: desk.edition.word("filter.section"),
        groups: groups.filter(|group| !group.options.is_empty()).collect(),
    }
}

fn pillars(desk: &Desk<'_>, chapters: &[Chapter]) -> FilterView {
    let edition = desk.edition;
    let option = |(id, word): &(String, Unit)| {
        let number = indicators_of(chapters, Page::Pillar(id, word));
        option(desk, id.clone(), &edition.phrase(word), number)
    };
    filter(desk, "pillars", "section.pillars", edition.plan.pillars.iter().filter_map(option).collect())
}

fn sdgs(desk: &Desk<'_>, chapters: &[Chapter]) -> FilterView {
    let option = |number: u8| {
        let words = numbered(Some(number.to_string()), own(desk, &format!("sdg.{number}")));
        option(desk, number.to_string(), &words, indicators_of(chapters, Page::Sdg(number)))
    };
    filter(desk, "sdgs", "section.sdgs", SDGS.filter_map(option).collect())
}

/// None where the plan has no actual figures at all.
fn statuses(desk: &Desk<'_>, chapters: &[Chapter]) -> FilterView {
    let plan = desk.edition.plan;
    let found: Vec<Status> = of(chapters).map(|indicator| indicator.assessment().status).collect();
    let option = |status: Status| {
        let number = found.iter().filter(|found| **found == status).count();
        let key = status.key();
        option(desk, key.to_owned(), &own(desk, &format!("status.{key}")), number)
    };
    let options =
        if plan.has_actuals { Status::ALL.into_iter().filter_map(option).collect() } else { Vec::new() };
    filter(desk, "status", "filter.status", options)
}

/// How many indicators the sections of `chapters` have that name the topic of `page`.
fn indicators_of(chapters: &[Chapter], page: Page<'_>) -> usize {
    let sections = chapters.iter().flat_map(|chapter| &chapter.sections);
    let named = sections.filter(|section| topic::names(section, page));
    named.map(|section| section.indicators.len()).sum()
}

fn filter(desk: &Desk<'_>, key: &'static str, label: &str, options: Vec<OptionView>) -> FilterView {
    let group = OptionGroupView { label: None, tag: desk.edition.tag(), options };
    FilterView {
        key,
        label: desk.edition.word(label),
        groups: Some(group).filter(|group| !group.options.is_empty()).into_iter().collect(),
    }
}

/// A choice with the number of its indicators; none where that is zero.
fn option(desk: &Desk<'_>, value: String, words: &Phrase, number: usize) -> Option<OptionView> {
    let edition = desk.edition;
    let count = edition.count(number);
    (number > 0).then(|| OptionView {
        value,
        label: edition.word_with("filter.option", &[("label", &words.text), ("n", &count)]),
        tag: edition.tag_of(&words.language),
    })
}

/// A word of the theme.
fn own(desk: &Desk<'_>, key: &str) -> Phrase {
    Phrase { text: desk.edition.word(key), language: desk.edition.language.clone() }
}

fn numbered(number: Option<String>, phrase: Phrase) -> Phrase {
    match number {
        Some(number) => Phrase { text: format!("{number} {}", phrase.text), ..phrase },
        None => phrase,
    }
}
