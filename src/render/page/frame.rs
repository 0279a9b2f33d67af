//! What frames every page: the site's own links, the way here, the languages, how the translation stands.

use super::view::{FooterView, LanguageView, PageView, SiteView, TranslationView};
use super::{Desk, Leaf, Page, glossary};
use crate::localise::{Coverage, Edition};
use crate::plan::{FooterLine, Unit};
use crate::value::{Address, Language};

impl Desk<'_> {
    pub(super) fn site(&self) -> SiteView {
        let plan = self.edition.plan;
        let optional = |unit: &Option<Unit>| unit.as_ref().map(|unit| self.text(unit));
        SiteView {
            title: self.heading(&plan.title),
            town: self.text(&plan.town),
            home: self.href(Page::Home),
            indicators: self.href(Page::Indicators(None)),
            glossary: self.href(Page::Glossary),
            data: self.href(Page::Data),
            search: self.href(Page::Search),
            about: self.href(Page::About),
            translations: self.translations_href(),
            accessibility: self.href(Page::Accessibility),
            plan: if self.shelf.extent.whole { self.href(Page::Plan(None)) } else { String::new() },
            downloads: self.href(Page::Downloads),
            publisher: optional(&plan.publisher),
            contact: optional(&plan.contact),
            licence: optional(&plan.licence),
            revision: plan.revision.clone(),
            has_actuals: plan.has_actuals,
            colour: self.shelf.look.colour.clone(),
            logo: self.logo(),
            footer: self.footer(),
            style: self.shelf.assets.style.as_ref().map(|style| self.beside(style)),
            script: self.shelf.assets.script.as_ref().map(|script| self.beside(script)),
        }
    }

    fn translations_href(&self) -> String {
        if self.edition.plan.is_translated() { self.href(Page::Translations) } else { String::new() }
    }

    /// The town's emblem: its file, or where this page stands alone an address that holds it.
    fn logo(&self) -> Option<String> {
        let (address, alone) = self.shelf.look.logo.as_ref()?;
        Some(if self.binding.is_loose() { self.file(address) } else { alone.clone() })
    }

    fn footer(&self) -> Vec<FooterView> {
        // As the words around the page, they do not count as its text.
        let text = |line: &FooterLine| self.phrase(&self.edition.phrase(&line.text));
        let line = |line: &FooterLine| FooterView { text: text(line), href: line.href.clone() };
        self.edition.plan.footer.iter().map(line).collect()
    }

    pub(super) fn page_view(&self, position: usize) -> PageView {
        let neighbour = |at: Option<usize>| {
            let page = self.shelf.pages.get(at?)?.page;
            let both =
                [self.page, page].iter().all(|page| matches!(page, Page::Chapter(_) | Page::Section(..)));
            both.then(|| self.link(page))
        };
        let title = match self.page {
            Page::Home => self.heading(&self.edition.plan.title),
            page => self.link(page).title,
        };
        let title = self.numbered(title);
        // Their definitions are texts that the page shows: they come before what is said of these.
        let notes = glossary::notes(self);
        let mut view = PageView {
            number: self.link(self.page).number,
            group: self.group().map(|key| self.edition.word(key)),
            kind: self.page.kind(),
            listed: self.page.is_listed(),
            tag: self.edition.tag(),
            description: self.description(&title),
            json_ld: None,
            canonical: self.canonical(self.edition.language),
            languages: self.shelf.editions.iter().map(|edition| self.in_language(edition)).collect(),
            default_canonical: self.canonical(self.edition.plan.source_language()),
            breadcrumb: self.trail().into_iter().map(|page| self.link(page)).collect(),
            previous: neighbour(position.checked_sub(1)),
            next: neighbour(Some(position + 1)),
            translation: self.translation(),
            script: self.shelf.assets.page_scripts.get(self.page.kind()).map(|script| self.beside(script)),
            notes,
            part: self.part + 1,
            parts: self.parts(),
            title,
        };
        // The whole plan goes by mail and stands at no address that it could tell of.
        view.json_ld = self.binding.is_loose().then(|| self.json_ld(&view));
        view
    }

    /// The way to the file at `address`, which every page needs beside it.
    fn beside(&self, address: &Address) -> String {
        address.relative_to(self.binding.page())
    }

    fn group(&self) -> Option<&'static str> {
        match self.page {
            Page::Pillar(..) => Some("section.pillars"),
            Page::Sdg(_) => Some("section.sdgs"),
            Page::Indicators(Some(_)) => Some("home.indicators"),
            Page::Plan(Some(_)) => Some("large.chapter"),
            _ => None,
        }
    }

    /// The pages on the way from the home page to this one.
    pub(super) fn trail(&self) -> Vec<Page<'_>> {
        match self.page {
            Page::Home | Page::Plan(_) => Vec::new(),
            Page::Section(chapter, _) => vec![Page::Home, Page::Chapter(chapter)],
            Page::Indicators(Some(_)) => vec![Page::Home, Page::Indicators(None)],
            Page::Contents => vec![Page::Home],
            page if self.part > 0 => vec![Page::Home, page],
            _ => vec![Page::Home],
        }
    }

    fn canonical(&self, language: &Language) -> Option<String> {
        self.on_the_web(self.leaf(), language)
    }

    /// The page itself.
    pub(super) fn leaf(&self) -> Leaf<'_> {
        Leaf { page: self.page, part: self.part }
    }

    /// The address of `page` on the web, where the plan has one.
    pub(super) fn on_the_web<'p>(&self, page: impl Into<Leaf<'p>>, language: &Language) -> Option<String> {
        let base = self.edition.plan.base_url.as_ref()?;
        Some(format!("{base}{}", page.into().address(language)))
    }

    pub(super) fn in_language(&self, edition: &Edition<'_>) -> LanguageView {
        LanguageView {
            tag: edition.tag(),
            locale: edition.word("language.locale"),
            name: edition.word("language.name"),
            href: self.leaf().address(edition.language).relative_to(self.binding.page()),
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
