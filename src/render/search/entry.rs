//! What can be found: chapters, sections heading by heading, indicators, glossary entries and the other pages.

use rayon::prelude::*;
use serde::{Serialize, Serializer};

use crate::localise::{Edition, Figure, Phrase};
use crate::plan::{Chapter, Indicator, Section, Term, Text, Unit};
use crate::read::markdown::{Block, Inline, Prose, bare, plain, proses, text_of};
use crate::render::html::note;
use crate::render::page::{Extent, Leaf, Page, pages};
use crate::value::{Address, Language};

/// The kinds of entries, as scripts and words know them.
pub(super) const KINDS: [&str; 5] = ["chapter", "section", "indicator", "term", "page"];

/// Something that can be found.
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    kind: &'static str,
    href: String,
    title: Words,
    /// The title of the section it stands in, where it is not the section itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<Words>,
    /// How the title is read.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
    text: Vec<Words>,
}

/// Text as a reader hears it, without its marks: written alone in the language of the edition, with
/// the tag of its language beside it in another.
struct Words {
    text: String,
    tag: Option<String>,
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.tag {
            None => self.text.serialize(serializer),
            Some(tag) => (&self.text, tag).serialize(serializer),
        }
    }
}

/// Gathers what can be found in one language.
pub(super) struct Finder<'a> {
    edition: &'a Edition<'a>,
    extent: &'a Extent<'a>,
    /// The page that the links start from.
    page: Address,
}

impl<'a> Finder<'a> {
    pub(super) fn new(edition: &'a Edition<'a>, extent: &'a Extent<'a>, page: Address) -> Self {
        Self { edition, extent, page }
    }

    /// Every entry in the order of the plan: the same in every language.
    pub(super) fn entries(&self) -> Vec<Entry<'a>> {
        let plan = self.edition.plan;
        let mut entries: Vec<Entry<'a>> =
            plan.chapters.par_iter().flat_map_iter(|chapter| self.chapter(chapter)).collect();
        entries.extend(plan.terms.iter().map(|term| self.term(term)));
        // Who looks for a chapter finds its page, which leads to what else there is about it.
        let others =
            pages(self.extent).into_iter().filter(|leaf| leaf.part == 0 && !leaf.page.is_of_chapter());
        entries.extend(others.filter_map(|leaf| self.other(leaf.page)));
        entries
    }

    /// A chapter and its sections.
    fn chapter(&self, chapter: &'a Chapter) -> Vec<Entry<'a>> {
        let text = proses_of(&chapter.text.blocks, |prose| self.passage(&chapter.text, prose));
        let href = self.href(Page::Chapter(chapter), None);
        let mut entries = vec![entry("chapter", href, self.words(&chapter.title), text)];
        for section in &chapter.sections {
            self.section(chapter, section, &mut entries);
        }
        entries
    }

    /// A section, each part of it under a heading, and its indicators.
    fn section(&self, chapter: &Chapter, section: &'a Section, entries: &mut Vec<Entry<'a>>) {
        let page = Page::Section(chapter, section);
        entries.push(entry("section", self.href(page, None), self.words(&section.title), Vec::new()));
        for block in &section.text.blocks {
            if let Block::Heading { id, prose, .. } = block
                && let Some(title) = self.passage(&section.text, prose)
            {
                let context = Some(self.words(&section.title));
                let part = entry("section", self.href(page, Some(id)), title, Vec::new());
                entries.push(Entry { context, ..part });
            } else if let Some(entry) = entries.last_mut() {
                let text = std::slice::from_ref(block);
                entry.text.extend(proses_of(text, |prose| self.passage(&section.text, prose)));
            }
        }
        let indicator = |indicator| self.indicator(page, section, indicator);
        entries.extend(section.indicators.iter().map(indicator));
    }

    fn indicator(&self, page: Page<'_>, section: &Section, indicator: &Indicator) -> Entry<'a> {
        let edition = self.edition;
        let mut text = vec![self.phrase(&edition.finding(indicator))];
        // The finding names the latest actual figure only.
        text.extend(indicator.actuals.iter().map(|(year, value)| {
            let mut words = self.phrase(&edition.value(value, Figure::Actual));
            words.text =
                format!("{}{}{}", edition.year(*year), edition.word("punctuation.colon"), words.text);
            words
        }));
        text.extend(indicator.source.iter().chain(&indicator.note).map(|unit| self.words(unit)));
        let href = self.href(page, Some(&indicator.id));
        let context = Some(self.words(&section.title));
        Entry { context, ..entry("indicator", href, self.words(&indicator.name), text) }
    }

    fn term(&self, term: &'a Term) -> Entry<'a> {
        let text = proses_of(&term.text.blocks, |prose| self.passage(&term.text, prose));
        let href = self.href(self.extent.entry(term.number), Some(&note(term.number)));
        let reading = self.edition.is_source().then_some(term.reading.as_str());
        Entry { reading, ..entry("term", href, self.words(&term.term), text) }
    }

    /// A page without a text of the plan: a pillar or a goal by its name, another by what it is for.
    fn other(&self, page: Page<'_>) -> Option<Entry<'a>> {
        let edition = self.edition;
        let own = |text: String| self.in_language(text, edition.language);
        let (title, group, lead) = match page {
            Page::Home | Page::Contents | Page::Chapter(_) | Page::Section(..) | Page::Search => return None,
            Page::Pillar(_, word) => {
                let group = edition.word("section.pillars");
                (self.words(word), Some(group), edition.word("topic.pillar-lead"))
            }
            Page::Sdg(number) => {
                let group = format!("{} {number}", edition.word("section.sdgs"));
                (own(edition.word(&page.word()?)), Some(group), edition.word("topic.sdg-lead"))
            }
            _ => {
                let plan = bare(&edition.phrase(&edition.plan.title).text);
                let lead = edition.word_with(&page.description(self.extent), &[("plan", &plan)]);
                (own(edition.word(&page.word()?)), None, lead)
            }
        };
        let found = entry("page", self.href(page, None), title, vec![own(lead)]);
        Some(Entry { context: group.map(own), ..found })
    }

    fn href<'p>(&self, page: impl Into<Leaf<'p>>, id: Option<&str>) -> String {
        let link = page.into().address(self.edition.language).relative_to(&self.page);
        id.map_or_else(|| link.clone(), |id| format!("{link}#{id}"))
    }

    fn words(&self, unit: &Unit) -> Words {
        self.phrase(&self.edition.phrase(unit))
    }

    fn phrase(&self, phrase: &Phrase) -> Words {
        self.in_language(without_marks(&phrase.text), &phrase.language)
    }

    /// The content of a block; `None` where it has no words.
    fn passage(&self, text: &Text, prose: &Prose) -> Option<Words> {
        let passage = self.edition.passage(text, prose);
        let spoken = without_marks(&text_of(passage.inlines));
        (!spoken.is_empty()).then(|| self.in_language(spoken, passage.language))
    }

    fn in_language(&self, text: String, language: &Language) -> Words {
        let foreign = language != self.edition.language;
        Words { text, tag: foreign.then(|| self.edition.tag_of(language)) }
    }
}

fn entry<'a>(kind: &'static str, href: String, title: Words, text: Vec<Words>) -> Entry<'a> {
    Entry { kind, href, title, context: None, reading: None, text }
}

/// The words of every block, those without any left out.
fn proses_of(blocks: &[Block], words: impl FnMut(&Prose) -> Option<Words>) -> Vec<Words> {
    proses(blocks).into_iter().filter_map(words).collect()
}

/// A note mark inside a word would keep it from being found.
fn without_marks(text: &str) -> String {
    let mut inlines = plain(text);
    inlines.retain(|inline| !matches!(inline, Inline::NoteMark(_)));
    text_of(&inlines).trim().to_owned()
}
