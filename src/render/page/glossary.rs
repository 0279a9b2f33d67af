//! The glossary: every note with its definition and the way back to where it is used.

use std::collections::BTreeMap;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use super::view::{GlossaryView, LinkView, NoteView, TermView};
use super::{Desk, Page};
use crate::plan::{Place, Term, Use};
use crate::render::html;

pub(super) fn glossary(desk: &Desk<'_>, terms: &[&Term]) -> GlossaryView {
    GlossaryView { terms: terms.iter().map(|term| entry(desk, term)).collect(), sorted: sorted(desk, terms) }
}

/// The links to `terms` in the order of the language.
pub(super) fn sorted(desk: &Desk<'_>, terms: &[&Term]) -> Vec<LinkView> {
    let mut sorted = terms.to_vec();
    sort(desk, &mut sorted);
    let link =
        |term: &Term| LinkView { href: desk.href_of(term), title: desk.text(&term.term), number: None };
    sorted.into_iter().map(link).collect()
}

/// The entries of the notes whose marks the page shows, for a reader who wants them in place; none
/// where the glossary itself is on the page. A definition may show a mark of its own, so this goes on
/// until none is new.
pub(super) fn notes(desk: &Desk<'_>) -> Vec<NoteView> {
    if matches!(desk.page, Page::Glossary | Page::Plan(_)) {
        return Vec::new();
    }
    let mut notes = BTreeMap::new();
    loop {
        let new = desk.noted.borrow().iter().find(|number| !notes.contains_key(*number)).copied();
        let Some(number) = new else { break };
        notes.insert(number, desk.edition.plan.term(number).map(|term| note(desk, term)));
    }
    notes.into_values().flatten().collect()
}

fn note(desk: &Desk<'_>, term: &Term) -> NoteView {
    NoteView {
        id: format!("note_{}", term.number),
        href: desk.href_of(term),
        label: label(desk, term),
        term: desk.text(&term.term),
        reading: reading(desk, term),
        html: desk.copied_definition(&term.text),
    }
}

fn label(desk: &Desk<'_>, term: &Term) -> String {
    desk.edition.word_with("note.label", &[("number", &term.number.to_string())])
}

fn reading(desk: &Desk<'_>, term: &Term) -> Option<String> {
    desk.edition.is_source().then(|| term.reading.clone())
}

pub(super) fn entry(desk: &Desk<'_>, term: &Term) -> TermView {
    // The file of a chapter may not lead to the others.
    let uses = term.uses.iter().map(|place| back(desk, term, place));
    TermView {
        id: desk.id(&html::note(term.number)),
        label: label(desk, term),
        term: desk.heading(&term.term),
        reading: reading(desk, term),
        html: desk.definition(&term.text),
        uses: uses.filter(|link| !link.href.is_empty()).collect(),
    }
}

/// The link from a glossary entry back to where it is used.
fn back(desk: &Desk<'_>, term: &Term, place: &Use) -> LinkView {
    let chapter = &desk.edition.plan.chapters[place.chapter];
    let page = Page::Section(chapter, &chapter.sections[place.section]);
    let id = match &place.at {
        Place::Text => html::note_reference(term.number),
        Place::Indicator(id) => id.clone(),
        Place::Head => String::new(),
    };
    LinkView { href: desk.href_at(page, &id), ..desk.link(page) }
}

/// By reading where the term is in the plan's own language, since kanji sort by code; by letter elsewhere.
fn sort(desk: &Desk<'_>, terms: &mut [&Term]) {
    let locale = Locale::try_from_str(desk.edition.language.as_str()).unwrap_or(Locale::UNKNOWN);
    let Ok(collator): Result<CollatorBorrowed<'_>, _> =
        Collator::try_new(locale.into(), CollatorOptions::default())
    else {
        return;
    };
    let key = |term: &Term| {
        if desk.edition.is_source() { term.reading.clone() } else { desk.edition.phrase(&term.term).text }
    };
    terms.sort_by(|a, b| collator.compare(&key(a), &key(b)));
}
