//! How much stands on one page: a plan may be of any size, and a page that a phone opens may not.
//!
//! Everything here is decided from the plan alone, so that a page has the same parts in every language.
//! A plan of ordinary size is divided nowhere.

use std::collections::BTreeMap;

use super::listing::{Listing, ROOM};
use super::{Leaf, Page, indicators, topic};
use crate::localise::Part;
use crate::plan::{Chapter, Indicator, Kind, Plan, Section, Term};

/// Up to so many sections, the whole plan stands in one file: two megabytes, as much as goes by mail.
/// A larger plan has a file for each chapter.
const WHOLE: usize = 150;

/// Up to so many indicators, all stand on one page, where a reader can filter them. More have a page for
/// each chapter.
const GATHERED: usize = 300;

/// Up to so many sections, and so many indicators, a page that is about something else shows them as
/// cards. More sections are lines, and their indicators stand on their own pages only.
const CARDS: usize = 40;

/// How many elements a part of a list is, as the default theme writes it.
const LINE: usize = 5;
const TERM: usize = 14;
const USE: usize = 3;
const ROW: usize = 9;

/// What is divided, and where.
pub(in crate::render) struct Extent<'a> {
    pub(in crate::render) plan: &'a Plan,
    /// Whether the whole plan stands in one file; otherwise each chapter does.
    pub(super) whole: bool,
    /// Whether all indicators stand on one page; otherwise those of each chapter do.
    pub(super) gathered: bool,
    /// Whether the contents of the plan name the sections as well as the chapters.
    pub(super) outlined: bool,
    /// The goal indicators, where they are few enough for the home page.
    pub(super) goals: Vec<(&'a Chapter, &'a Section, &'a Indicator)>,
    /// The chapters, as the contents of the plan list them.
    pub(super) chapters: Listing<&'a Chapter>,
    /// The chapters with a page of indicators of their own.
    pub(super) catalogue: Listing<&'a Chapter>,
    /// The sections with figures.
    pub(super) figures: Listing<Named<'a>>,
    /// What the page of the translations tells of.
    pub(super) translated: Listing<Part<'a>>,
    /// The glossary.
    pub(super) terms: Listing<&'a Term>,
    /// What names each pillar and goal, by the stem of its page.
    topics: BTreeMap<String, Topic<'a>>,
}

/// A section with its chapter.
pub(super) type Named<'a> = (&'a Chapter, &'a Section);

/// The sections that name a pillar or a goal.
pub(super) struct Topic<'a> {
    pub(super) sections: Listing<Named<'a>>,
    /// How many indicators they have.
    pub(super) indicators: usize,
    /// Whether they and their indicators are few enough for cards.
    pub(super) cards: bool,
}

impl<'a> Extent<'a> {
    pub(in crate::render) fn of(plan: &'a Plan) -> Self {
        let gathered = plan.indicators().count() <= GATHERED;
        let outline = |chapter: &Chapter| LINE + LINE * chapter.sections.len();
        let outlined = plan.chapters.iter().map(outline).sum::<usize>() <= ROOM;
        let chapters = plan.chapters.iter().collect();
        let with_indicators = |chapter: &&Chapter| chapter.sections.iter().any(has_figures);
        let catalogue = plan.chapters.iter().filter(with_indicators).collect();
        let figures = plan.sections().filter(|(_, section)| has_figures(section)).collect();
        let tables = plan.languages.len().saturating_sub(1);
        Self {
            plan,
            whole: plan.sections().count() <= WHOLE,
            gathered,
            outlined,
            goals: goals(plan),
            chapters: if outlined { Listing::whole(chapters) } else { Listing::divided(chapters, |_| LINE) },
            catalogue: if gathered {
                Listing::whole(Vec::new())
            } else {
                Listing::divided(catalogue, |_| LINE)
            },
            figures: Listing::divided(figures, |_| LINE),
            translated: Listing::divided(Part::all(plan), |_| ROW * tables),
            terms: Listing::divided(plan.terms.iter().collect(), |term| TERM + USE * term.uses.len()),
            topics: topics(plan),
        }
    }

    /// Every section with the pillar or goal of `page`.
    pub(super) fn topic(&self, page: Page<'_>) -> Option<&Topic<'a>> {
        self.topics.get(&page.stem())
    }

    /// On how many pages `page` stands.
    pub(super) fn pages(&self, page: Page<'_>) -> usize {
        match page {
            Page::Home | Page::Contents => self.chapters.pages(),
            Page::Indicators(None) => self.catalogue.pages(),
            Page::Pillar(..) | Page::Sdg(_) => self.topic(page).map_or(1, |topic| topic.sections.pages()),
            Page::Glossary => self.terms.pages(),
            Page::Data => self.figures.pages(),
            Page::Translations => self.translated.pages(),
            _ => 1,
        }
    }

    /// The entries on the page `part` of the glossary.
    pub(in crate::render) fn terms_on(&self, part: usize) -> &[&'a Term] {
        self.terms.on(part)
    }

    /// Where the place `id` stands, if not on the first part of the page at `path`, which a link names.
    pub(in crate::render) fn home_of(&self, path: &str, id: &str) -> Option<Leaf<'a>> {
        let is = |page: Page<'_>| path.strip_suffix(".html") == Some(&page.stem());
        if is(Page::Glossary) {
            let number = id.strip_prefix("note-")?.trim_end_matches("-term");
            return number.parse().ok().map(|number| self.entry(number));
        }
        let mut chapters = self.catalogued().filter(|_| is(Page::Indicators(None)));
        let holds =
            |chapter: &&Chapter| chapter.sections.iter().any(|section| has_place(chapter, section, id));
        chapters.find(holds).map(|chapter| Page::Indicators(Some(chapter)).into())
    }

    /// The page of the glossary on which the entry of 【※`number`】 stands.
    pub(in crate::render) fn entry(&self, number: u32) -> Leaf<'static> {
        let at = self.terms.all().binary_search_by_key(&number, |term| term.number);
        Leaf { page: Page::Glossary, part: at.map_or(0, |at| self.terms.page_of(at)) }
    }

    /// The chapters that have a page of indicators of their own.
    pub(super) fn catalogued(&self) -> impl Iterator<Item = &'a Chapter> {
        self.catalogue.all().iter().copied()
    }

    /// What is bound in one file each: the whole plan, or its chapters.
    pub(super) fn bound(&self) -> impl Iterator<Item = Option<&'a Chapter>> {
        let chapters = if self.whole { &[][..] } else { &self.plan.chapters };
        self.whole.then_some(None).into_iter().chain(chapters.iter().map(Some))
    }
}

/// The goal indicators; none where they are too many for cards.
fn goals(plan: &Plan) -> Vec<(&Chapter, &Section, &Indicator)> {
    let goals = plan.sections().flat_map(|(chapter, section)| {
        section.of_kind(Kind::Kgi).map(move |indicator| (chapter, section, indicator))
    });
    let goals: Vec<_> = goals.collect();
    if goals.len() <= CARDS { goals } else { Vec::new() }
}

/// Whether the place `id` of a page of indicators is about `section`.
fn has_place(chapter: &Chapter, section: &Section, id: &str) -> bool {
    let indicators = section.indicators.iter();
    indicators.map(|indicator| indicator.id.as_str()).any(|known| id.trim_end_matches("-name") == known)
        || [indicators::group_id(chapter), indicators::section_id(chapter, section)].contains(&id.to_owned())
}

fn has_figures(section: &Section) -> bool {
    !section.indicators.is_empty()
}

/// What names each pillar and each goal.
fn topics(plan: &Plan) -> BTreeMap<String, Topic<'_>> {
    let pages = topic::pillars(plan).map(|(id, word)| Page::Pillar(id, word));
    let pages = pages.chain(topic::sdgs(plan).map(Page::Sdg));
    pages.map(|page| (page.stem(), topic(plan, page))).collect()
}

fn topic<'a>(plan: &'a Plan, page: Page<'_>) -> Topic<'a> {
    let sections: Vec<_> = plan.sections().filter(|(_, section)| topic::names(section, page)).collect();
    let indicators: usize = sections.iter().map(|(_, section)| section.indicators.len()).sum();
    let cards = sections.len() <= CARDS && indicators <= CARDS;
    // A section may be the only one of its chapter, and then it brings the chapter's line.
    let sections = if cards { Listing::whole(sections) } else { Listing::divided(sections, |_| 2 * LINE) };
    Topic { sections, indicators, cards }
}
