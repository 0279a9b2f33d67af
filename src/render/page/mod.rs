//! Which pages there are, and what each template sees of the plan.

mod about;
mod desk;
mod frame;
mod front;
mod glossary;
mod indicators;
mod search;
mod section;
pub(super) mod view;

pub(super) use desk::{Desk, Shelf};
pub(super) use front::front_pages;

use crate::plan::{Chapter, Plan, Section};
use crate::value::{Address, Language};

/// A page that stands in every language at the same place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Page<'a> {
    Home,
    Chapter(&'a Chapter),
    Section(&'a Chapter, &'a Section),
    Indicators,
    Glossary,
    Search,
    About,
}

/// Every page of the plan in the order of reading.
pub(super) fn pages(plan: &Plan) -> Vec<Page<'_>> {
    let mut pages = vec![Page::Home];
    for chapter in &plan.chapters {
        pages.push(Page::Chapter(chapter));
        pages.extend(chapter.sections.iter().map(|section| Page::Section(chapter, section)));
    }
    pages.extend([Page::Indicators, Page::Glossary, Page::Search, Page::About]);
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
            Page::Glossary => "glossary.html".to_owned(),
            Page::Search => "search.html".to_owned(),
            Page::About => "about.html".to_owned(),
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
            Page::Glossary => "glossary",
            Page::Search => "search",
            Page::About => "about",
        }
    }

    /// Whether search engines should offer it: not a page that only leads to others.
    pub(super) fn is_listed(self) -> bool {
        !matches!(self, Page::Search)
    }
}
