//! Which pages there are, and what each template sees of the plan.

mod about;
mod data;
mod description;
mod desk;
mod downloads;
mod filter;
mod frame;
mod front;
mod glossary;
mod indicator;
mod indicators;
mod json_ld;
mod plan;
mod search;
mod section;
mod topic;
mod translations;
pub(super) mod view;

pub(super) use desk::{Desk, Shelf, chart_file};
pub(super) use front::front_pages;

use crate::plan::{Chapter, Plan, Section, Unit};
use crate::value::{Address, Language};

/// A page that stands in every language at the same place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Page<'a> {
    Home,
    Chapter(&'a Chapter),
    Section(&'a Chapter, &'a Section),
    Indicators,
    /// A pillar: its id and the printed word.
    Pillar(&'a str, &'a Unit),
    /// A Sustainable Development Goal: its number.
    Sdg(u8),
    Glossary,
    Data,
    Search,
    About,
    /// How far each translation is; only where the plan has any.
    Translations,
    Accessibility,
    Plan,
    Downloads,
}

/// Every page of the plan in the order of reading, then those that show the same otherwise.
pub(super) fn pages(plan: &Plan) -> Vec<Page<'_>> {
    let mut pages = vec![Page::Home];
    for chapter in &plan.chapters {
        pages.push(Page::Chapter(chapter));
        pages.extend(chapter.sections.iter().map(|section| Page::Section(chapter, section)));
    }
    pages.push(Page::Indicators);
    pages.extend(topic::pillars(plan).map(|(id, word)| Page::Pillar(id, word)));
    pages.extend(topic::sdgs(plan).map(Page::Sdg));
    pages.extend([Page::Glossary, Page::Data, Page::Search, Page::About]);
    pages.extend(plan.is_translated().then_some(Page::Translations));
    pages.extend([Page::Accessibility, Page::Plan, Page::Downloads]);
    pages
}

impl Page<'_> {
    /// Where the page stands in `language`.
    pub(super) fn address(self, language: &Language) -> Address {
        let path = match self {
            Page::Home => "index.html".to_owned(),
            Page::Chapter(chapter) => format!("{}/index.html", chapter.name),
            Page::Section(chapter, section) => format!("{}/{}.html", chapter.name, section.name),
            Page::Indicators => "indicators.html".to_owned(),
            Page::Pillar(id, _) => format!("pillar/{id}.html"),
            Page::Sdg(number) => format!("sdg/{number}.html"),
            Page::Glossary => "glossary.html".to_owned(),
            Page::Data => "data.html".to_owned(),
            Page::Search => "search.html".to_owned(),
            Page::About => "about.html".to_owned(),
            Page::Translations => "translations.html".to_owned(),
            Page::Accessibility => "accessibility.html".to_owned(),
            Page::Plan => "plan.html".to_owned(),
            Page::Downloads => "downloads.html".to_owned(),
        };
        Address::new(format!("{language}/{path}"))
    }

    /// The kind, which names the page's template and its part of the view.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Page::Home => "home",
            Page::Chapter(_) => "chapter",
            Page::Section(..) => "section",
            Page::Indicators => "indicators",
            Page::Pillar(..) => "pillar",
            Page::Sdg(_) => "sdg",
            Page::Glossary => "glossary",
            Page::Data => "data",
            Page::Search => "search",
            Page::About => "about",
            Page::Translations => "translations",
            Page::Accessibility => "accessibility",
            Page::Plan => "plan",
            Page::Downloads => "downloads",
        }
    }

    /// The key of the word that is its title; none where the plan gives it one.
    pub(super) fn word(self) -> Option<String> {
        let key = match self {
            Page::Chapter(_) | Page::Section(..) | Page::Pillar(..) => return None,
            Page::Home => "nav.home",
            Page::Indicators => "nav.indicators",
            Page::Sdg(number) => return Some(format!("sdg.{number}")),
            Page::Glossary => "nav.glossary",
            Page::Data => "nav.data",
            Page::Search => "nav.search",
            Page::About => "nav.about",
            Page::Translations => "translations.title",
            Page::Accessibility => "nav.accessibility",
            Page::Plan => "whole.title",
            Page::Downloads => "downloads.title",
        };
        Some(key.to_owned())
    }

    /// Whether search engines should offer it: not a page that only leads to others.
    pub(super) fn is_listed(self) -> bool {
        !matches!(self, Page::Search)
    }

    /// Whether the page is a part of the plan's text, which [`Page::Plan`] holds.
    pub(super) fn is_text(self) -> bool {
        matches!(self, Page::Chapter(_) | Page::Section(..) | Page::Glossary)
    }

    /// Whether the page tells the sizes of other files, and can only be made after them.
    pub(super) fn tells_sizes(self) -> bool {
        matches!(self, Page::Downloads)
    }
}
