//! What frames every page: the site's own links, the way here, the languages, how the translation stands.

use super::view::{LanguageView, LinkView, PageView, SiteView, TextView, TranslationView};
use super::{Desk, Page, glossary};
use crate::localise::{Coverage, Edition};
use crate::plan::Unit;
use crate::value::{Address, Language};

impl Desk<'_> {
    pub(super) fn site(&self) -> SiteView {
        let plan = self.edition.plan;
        let optional = |unit: &Option<Unit>| unit.as_ref().map(|unit| self.text(unit));
        SiteView {
            title: self.heading(&plan.title),
            town: self.text(&plan.town),
            home: self.href(Page::Home),
            indicators: self.href(Page::Indicators),
            glossary: self.href(Page::Glossary),
            data: self.href(Page::Data),
            search: self.href(Page::Search),
            about: self.href(Page::About),
            plan: self.href(Page::Plan),
            downloads: self.href(Page::Downloads),
            publisher: optional(&plan.publisher),
            contact: optional(&plan.contact),
            licence: optional(&plan.licence),
            revision: plan.revision.clone(),
            has_actuals: plan.has_actuals(),
            style: self.shelf.style.map(|style| self.beside(style)),
            script: self.shelf.script.map(|script| self.beside(script)),
        }
    }

    pub(super) fn page_view(&self, position: usize) -> PageView {
        let neighbour = |at: Option<usize>| {
            let page = *self.shelf.pages.get(at?)?;
            let both =
                [self.page, page].iter().all(|page| matches!(page, Page::Chapter(_) | Page::Section(..)));
            both.then(|| self.link(page))
        };
        let title = match self.page {
            Page::Home => self.heading(&self.edition.plan.title),
            page => self.link(page).title,
        };
        // Their definitions are texts that the page shows: they come before what is said of these.
        let notes = glossary::notes(self);
        PageView {
            number: self.link(self.page).number,
            group: self.group().map(|key| self.edition.word(key)),
            kind: self.page.kind(),
            listed: self.page.is_listed(),
            tag: self.edition.tag(),
            description: self.description(&title),
            canonical: self.canonical(self.edition.language),
            languages: self.shelf.editions.iter().map(|edition| self.in_language(edition)).collect(),
            default_canonical: self.canonical(self.edition.plan.source_language()),
            breadcrumb: self.breadcrumb(),
            previous: neighbour(position.checked_sub(1)),
            next: neighbour(Some(position + 1)),
            translation: self.translation(),
            script: self.shelf.page_scripts.get(self.page.kind()).map(|script| self.beside(script)),
            notes,
            title,
        }
    }

    /// The way to the file at `address`, which every page needs beside it.
    fn beside(&self, address: &Address) -> String {
        address.relative_to(self.binding.page())
    }

    fn group(&self) -> Option<&'static str> {
        match self.page {
            Page::Pillar(..) => Some("section.pillars"),
            Page::Sdg(_) => Some("section.sdgs"),
            _ => None,
        }
    }

    fn description(&self, title: &TextView) -> String {
        let plan = self.edition.phrase(&self.edition.plan.title).text;
        let values = [("title", title.text.as_str()), ("plan", plan.as_str())];
        self.edition.word_with(&format!("description.{}", self.page.kind()), &values)
    }

    fn breadcrumb(&self) -> Vec<LinkView> {
        match self.page {
            Page::Home | Page::Plan => Vec::new(),
            Page::Section(chapter, _) => vec![self.link(Page::Home), self.link(Page::Chapter(chapter))],
            _ => vec![self.link(Page::Home)],
        }
    }

    fn canonical(&self, language: &Language) -> Option<String> {
        let base = self.edition.plan.base_url.as_ref()?;
        Some(format!("{base}{}", self.page.address(language)))
    }

    pub(super) fn in_language(&self, edition: &Edition<'_>) -> LanguageView {
        LanguageView {
            tag: edition.tag(),
            name: edition.word("language.name"),
            href: self.page.address(edition.language).relative_to(self.binding.page()),
            canonical: self.canonical(edition.language),
            current: edition.language == self.edition.language,
        }
    }

    fn translation(&self) -> Option<TranslationView> {
        if self.edition.is_source() {
            return None;
        }
        let shown = self.shown.borrow();
        let mut coverage = Coverage::default();
        shown.values().for_each(|(state, _)| coverage.count(*state));
        let reviewed = shown.values().all(|(_, reviewed)| *reviewed);
        let percent = self.edition.count(coverage.percent());
        let missing = || self.edition.word_with("translation.missing", &[("percent", &percent)]);
        Some(TranslationView {
            reviewed,
            missing: (coverage.missing > 0).then(missing),
            outdated: coverage.outdated > 0,
            source: self.in_language(self.shelf.editions[0]),
        })
    }
}
