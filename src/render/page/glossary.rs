//! The glossary: every note with its definition and the way back to where it is used.

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale;

use super::view::{GlossaryView, LinkView, TermView};
use super::{Desk, Page, section};
use crate::plan::Term;
use crate::render::html;

pub(super) fn glossary(desk: &Desk<'_>) -> GlossaryView {
    let plan = desk.edition.plan;
    let mut sorted: Vec<&Term> = plan.terms.iter().collect();
    sort(desk, &mut sorted);
    let link = |term: &Term| LinkView {
        href: format!("#{}", html::note(term.number)),
        title: desk.text(&term.term),
        number: None,
    };
    GlossaryView {
        terms: plan.terms.iter().map(|term| entry(desk, term)).collect(),
        sorted: sorted.into_iter().map(link).collect(),
    }
}

fn entry(desk: &Desk<'_>, term: &Term) -> TermView {
    let plan = desk.edition.plan;
    let used_in = |(chapter, section): &(String, String)| {
        let (chapter, section) =
            plan.sections().find(|(found, inner)| found.name == *chapter && inner.name == *section)?;
        let mut link = section::titled(desk, chapter, section);
        link.href = format!("{}#{}", desk.href(Page::Section(chapter, section)), html::note_reference(term.number));
        Some(link)
    };
    TermView {
        id: html::note(term.number),
        label: desk.edition.word_with("note.label", &[("number", &term.number.to_string())]),
        term: desk.heading(&term.term),
        reading: desk.edition.is_source().then(|| term.reading.clone()),
        html: desk.writer().text(&term.text),
        uses: term.uses.iter().filter_map(used_in).collect(),
    }
}

/// By reading where the term is in the plan's own language, since kanji sort by code; by letter elsewhere.
fn sort(desk: &Desk<'_>, terms: &mut [&Term]) {
    let locale = Locale::try_from_str(desk.edition.language.as_str()).unwrap_or(Locale::UNKNOWN);
    let Ok(collator): Result<CollatorBorrowed<'_>, _> = Collator::try_new(locale.into(), CollatorOptions::default())
    else {
        return;
    };
    let key = |term: &Term| {
        if desk.edition.is_source() { term.reading.clone() } else { desk.edition.phrase(&term.term).text }
    };
    terms.sort_by(|a, b| collator.compare(&key(a), &key(b)));
}
