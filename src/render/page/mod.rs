//! Which pages there are, and what each template sees of the plan.

mod about;
mod data;
mod description;
mod desk;
mod downloads;
mod extent;
mod filter;
mod frame;
mod front;
mod glossary;
mod indicator;
mod indicators;
mod json_ld;
mod listing;
mod parts;
mod plan;
mod search;
mod section;
mod shelf;
mod topic;
mod translations;
pub(super) mod view;

pub(super) use desk::{Desk, chart_file};
pub(super) use extent::Extent;
pub(super) use front::front_pages;
pub(super) use plan::volumes;
pub(super) use shelf::Shelf;

use crate::plan::{Chapter, Section, Unit};
use crate::value::{Address, Language};

/// A page that stands in every language at the same place.
#[derive(Debug, Clone, Copy)]
pub(super) enum Page<'a> {
    Home,
    /// The chapters for which the home page has no room. The home page is its first part.
    Contents,
    Chapter(&'a Chapter),
    Section(&'a Chapter, &'a Section),
    /// All indicators, or those of a chapter of a large plan.
    Indicators(Option<&'a Chapter>),
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
    /// The whole plan in one file, or a chapter of a large plan.
    Plan(Option<&'a Chapter>),
    Downloads,
}

/// A page as it is printed: where its list is too long for one file, a part of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Leaf<'a> {
    pub(super) page: Page<'a>,
    /// The first is 0.
    pub(super) part: usize,
}

/// Every page of the plan in the order of reading, then those that show the same otherwise.
pub(super) fn pages<'a>(extent: &Extent<'a>) -> Vec<Leaf<'a>> {
    let plan = extent.plan;
    let mut pages = vec![Page::Home];
    for chapter in &plan.chapters {
        pages.push(Page::Chapter(chapter));
        pages.extend(chapter.sections.iter().map(|section| Page::Section(chapter, section)));
    }
    pages.push(Page::Indicators(None));
    pages.extend(extent.catalogued().map(|chapter| Page::Indicators(Some(chapter))));
    pages.extend(topic::pillars(plan).map(|(id, word)| Page::Pillar(id, word)));
    pages.extend(topic::sdgs(plan).map(Page::Sdg));
    pages.extend([Page::Glossary, Page::Data, Page::Search, Page::About]);
    pages.extend(plan.is_translated().then_some(Page::Translations));
    pages.push(Page::Accessibility);
    pages.extend(extent.bound().map(Page::Plan));
    pages.push(Page::Downloads);
    let leaves = pages.into_iter().flat_map(|page| {
        (0..extent.pages(page)).map(move |part| match (page, part) {
            (Page::Home, 1..) => Leaf { page: Page::Contents, part },
            _ => Leaf { page, part },
        })
    });
    leaves.collect()
}

impl<'a> From<Page<'a>> for Leaf<'a> {
    fn from(page: Page<'a>) -> Self {
        Self { page, part: 0 }
    }
}

impl Leaf<'_> {
    /// Where it stands in `language`. No name in `content/` that becomes an address of such a page has a `_`
    /// in it, and numbers of parts count from 1.
    pub(super) fn address(self, language: &Language) -> Address {
        let stem = self.page.stem();
        match (self.page, self.part) {
            (Page::Contents, 0) => Page::Home.address(language),
            (_, 0) => Address::new(format!("{language}/{stem}.html")),
            (_, part) => Address::new(format!("{language}/{stem}_{}.html", part + 1)),
        }
    }
}

impl<'a> Page<'a> {
    /// Where the page, or the first part of it, stands in `language`.
    pub(super) fn address(self, language: &Language) -> Address {
        Leaf::from(self).address(language)
    }

    /// Its address in the folder of a language, without what its parts add.
    fn stem(self) -> String {
        match self {
            Page::Home => "index".to_owned(),
            Page::Contents => "contents".to_owned(),
            Page::Chapter(chapter) => format!("{}/index", chapter.name),
            Page::Section(chapter, section) => format!("{}/{}", chapter.name, section.name),
            Page::Indicators(None) => "indicators".to_owned(),
            Page::Indicators(Some(chapter)) => format!("indicators/{}", chapter.name),
            Page::Pillar(id, _) => format!("pillar/{id}"),
            Page::Sdg(number) => format!("sdg/{number}"),
            Page::Glossary => "glossary".to_owned(),
            Page::Data => "data".to_owned(),
            Page::Search => "search".to_owned(),
            Page::About => "about".to_owned(),
            Page::Translations => "translations".to_owned(),
            Page::Accessibility => "accessibility".to_owned(),
            Page::Plan(None) => "plan".to_owned(),
            Page::Plan(Some(chapter)) => format!("plan/{}", chapter.name),
            Page::Downloads => "downloads".to_owned(),
        }
    }

    /// The kind, which names the page's template and its part of the view.
    pub(super) fn kind(self) -> &'static str {
        match self {
            Page::Home => "home",
            Page::Contents => "contents",
            Page::Chapter(_) => "chapter",
            Page::Section(..) => "section",
            Page::Indicators(_) => "indicators",
            Page::Pillar(..) => "pillar",
            Page::Sdg(_) => "sdg",
            Page::Glossary => "glossary",
            Page::Data => "data",
            Page::Search => "search",
            Page::About => "about",
            Page::Translations => "translations",
            Page::Accessibility => "accessibility",
            Page::Plan(_) => "plan",
            Page::Downloads => "downloads",
        }
    }

    /// The key of the word that is its title; none where the plan gives it one.
    pub(super) fn word(self) -> Option<String> {
        let key = match self {
            Page::Chapter(_)
            | Page::Section(..)
            | Page::Indicators(Some(_))
            | Page::Pillar(..)
            | Page::Plan(Some(_)) => return None,
            Page::Home => "nav.home",
            Page::Contents => "home.chapters",
            Page::Indicators(None) => "nav.indicators",
            Page::Sdg(number) => return Some(format!("sdg.{number}")),
            Page::Glossary => "nav.glossary",
            Page::Data => "nav.data",
            Page::Search => "nav.search",
            Page::About => "nav.about",
            Page::Translations => "translations.title",
            Page::Accessibility => "nav.accessibility",
            Page::Plan(None) => "whole.title",
            Page::Downloads => "downloads.title",
        };
        Some(key.to_owned())
    }

    /// The chapter it is about, or in.
    pub(super) fn chapter(self) -> Option<&'a Chapter> {
        match self {
            Page::Chapter(chapter) | Page::Section(chapter, _) => Some(chapter),
            Page::Indicators(chapter) | Page::Plan(chapter) => chapter,
            _ => None,
        }
    }

    /// Whether it shows of one chapter what of a smaller plan stands on one page.
    pub(super) fn is_of_chapter(self) -> bool {
        matches!(self, Page::Indicators(Some(_)) | Page::Plan(Some(_)))
    }

    /// Whether search engines should offer it: not a page that only leads to others.
    pub(super) fn is_listed(self) -> bool {
        !matches!(self, Page::Search)
    }

    /// Whether the page tells the sizes of other files, and can only be made after them.
    pub(super) fn tells_sizes(self) -> bool {
        matches!(self, Page::Downloads)
    }
}
