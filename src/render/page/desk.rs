//! Where a page is put together: the parts that every page shares.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use super::view::{AccessibilityView, Content, LinkView, PeriodView, TextView, View};
use super::{
    Leaf, Page, Shelf, about, data, downloads, glossary, indicators, plan, search, section, topic,
    translations,
};
use crate::localise::{Edition, Phrase, State};
use crate::plan::{Chapter, Term, Text, Unit};
use crate::read::markdown::bare;
use crate::render::binding::Binding;
use crate::render::html::{Marks, Writer, note};
use crate::value::{Address, FiscalYear, Language};

/// Where the file of the chart of the indicator `id` stands.
pub(in crate::render) fn chart_file(language: &Language, id: &str) -> Address {
    Address::new(format!("{language}/charts/{id}.svg"))
}

/// One page in the making.
pub(in crate::render) struct Desk<'a> {
    pub(super) shelf: &'a Shelf<'a>,
    pub(super) edition: &'a Edition<'a>,
    pub(super) page: Page<'a>,
    /// Which part of it: the first is 0.
    pub(super) part: usize,
    pub(super) binding: Binding<'a>,
    /// The texts of the plan that the page shows: how each stands, and whether it has been read.
    pub(super) shown: RefCell<HashMap<String, (State, bool)>>,
    /// The numbers of the notes whose marks the page shows.
    pub(super) noted: RefCell<BTreeSet<u32>>,
}

impl<'a> Desk<'a> {
    /// The view of the page at `position` of the shelf's pages, and where it stands.
    pub(in crate::render) fn view(shelf: &'a Shelf<'a>, position: usize) -> (Address, View) {
        let leaf @ Leaf { page, part } = shelf.pages[position];
        let address = leaf.address(shelf.edition.language);
        let binding = match page {
            Page::Plan(_) => Binding::within(&shelf.volumes[&page.stem()], address.clone()),
            _ => Binding::loose(address.clone()),
        };
        let desk = Self {
            shelf,
            edition: shelf.edition,
            page,
            part,
            binding,
            shown: RefCell::default(),
            noted: RefCell::default(),
        };
        let content = match page {
            Page::Home => Content::Home(section::home(&desk)),
            Page::Contents => Content::Contents(section::contents(&desk)),
            Page::Chapter(chapter) => Content::Chapter(section::chapter(&desk, chapter)),
            Page::Section(chapter, section) => {
                Content::Section(Box::new(section::section(&desk, chapter, section)))
            }
            Page::Indicators(chapter) => Content::Indicators(indicators::indicators(&desk, chapter)),
            Page::Pillar(..) => Content::Pillar(topic::topic(&desk)),
            Page::Sdg(_) => Content::Sdg(topic::topic(&desk)),
            Page::Glossary => Content::Glossary(glossary::glossary(&desk, shelf.extent.terms.on(part))),
            Page::Data => Content::Data(data::data(&desk)),
            Page::Search => Content::Search(search::search(&desk)),
            Page::About => Content::About(about::about(&desk)),
            Page::Translations => Content::Translations(translations::translations(&desk)),
            Page::Accessibility => Content::Accessibility(AccessibilityView { own_theme: shelf.own_theme }),
            Page::Plan(chapter) => Content::Plan(plan::plan(&desk, chapter)),
            Page::Downloads => Content::Downloads(downloads::downloads(&desk)),
        };
        let view = View { site: desk.site(), page: desk.page_view(position), content };
        (address, view)
    }

    /// What `view` makes of `leaf` as a part of this page, `depth` headings below its title.
    pub(super) fn bind<T>(&self, leaf: Leaf<'a>, depth: u8, view: impl FnOnce(&Self) -> T) -> T {
        let part = Self {
            shelf: self.shelf,
            edition: self.edition,
            page: leaf.page,
            part: leaf.part,
            binding: self.binding.part(leaf.address(self.edition.language), depth),
            shown: RefCell::default(),
            noted: RefCell::default(),
        };
        let viewed = view(&part);
        self.shown.borrow_mut().extend(part.shown.into_inner());
        viewed
    }

    fn writer(&self, marks: Marks) -> Writer<'_> {
        Writer::new(self.edition, self.shelf.extent, &self.binding, self.shelf.breaks, marks, &self.noted)
    }

    /// The blocks of `text` as markup. The glossary leads back to the first mark of each note in it.
    pub(super) fn blocks(&self, text: &Text) -> String {
        self.text_with(Marks::Anchored, text)
    }

    /// The blocks of a definition: many stand on one page, so no mark in them is led back to.
    pub(super) fn definition(&self, text: &Text) -> String {
        self.text_with(Marks::Linked, text)
    }

    /// The blocks of a definition on a page that is not the glossary.
    pub(super) fn copied_definition(&self, text: &Text) -> String {
        self.text_with(Marks::Copied, text)
    }

    fn text_with(&self, marks: Marks, text: &Text) -> String {
        if !self.edition.is_source() {
            text.units().for_each(|unit| self.show(&unit));
        }
        self.writer(marks).text(text)
    }

    pub(super) fn phrase(&self, phrase: &Phrase) -> TextView {
        self.text_view(phrase, |writer| writer.phrase(phrase))
    }

    /// `phrase` as text, and as what `write` makes of it with and without links in it.
    fn text_view(&self, phrase: &Phrase, write: impl Fn(&mut Writer<'_>) -> String) -> TextView {
        let text = bare(&phrase.text);
        let html = write(&mut self.writer(Marks::Plain));
        // Only marks, which the bare text lacks, are linked; most texts have none.
        let marked = text.len() < phrase.text.len();
        let linked = if marked { write(&mut self.writer(Marks::Linked)) } else { html.clone() };
        TextView { text, tag: self.edition.tag_of(&phrase.language), html, linked }
    }

    /// Notes that the page shows `unit`. In the plan's own language nobody asks how that stands.
    pub(super) fn show(&self, unit: &Unit) {
        if !self.edition.is_source() && unit.is_translatable() {
            let standing = (self.edition.state(unit), self.edition.is_reviewed(unit.file()));
            self.shown.borrow_mut().insert(unit.id.clone(), standing);
        }
    }

    pub(super) fn text(&self, unit: &Unit) -> TextView {
        self.show(unit);
        self.phrase(&self.edition.phrase(unit))
    }

    pub(super) fn heading(&self, unit: &Unit) -> TextView {
        self.show(unit);
        self.heading_of(&self.edition.phrase(unit))
    }

    /// A word of the theme as text of the page.
    pub(super) fn word(&self, key: &str) -> TextView {
        self.heading_of(&Phrase { text: self.edition.word(key), language: self.edition.language.clone() })
    }

    fn heading_of(&self, phrase: &Phrase) -> TextView {
        self.text_view(phrase, |writer| writer.heading(phrase))
    }

    /// The link to `page`; empty where this page stands alone and cannot lead there.
    pub(super) fn href(&self, page: Page<'_>) -> String {
        self.href_at(page, "")
    }

    /// The link to the file at `address`; empty where this page stands alone and cannot lead there.
    pub(super) fn file(&self, address: &Address) -> String {
        self.binding.link(address, "").unwrap_or_default()
    }

    /// The link to the place `id` of `page`.
    pub(super) fn href_at<'p>(&self, page: impl Into<Leaf<'p>>, id: &str) -> String {
        self.binding.link(&page.into().address(self.edition.language), id).unwrap_or_default()
    }

    /// The link to an entry of the glossary.
    pub(super) fn href_of(&self, term: &Term) -> String {
        self.href_at(self.shelf.extent.entry(term.number), &note(term.number))
    }

    /// What the id `id` of this page's text is here.
    pub(super) fn id(&self, id: &str) -> String {
        self.binding.id(id)
    }

    /// A link to `page` under its title.
    pub(super) fn link(&self, page: Page<'_>) -> LinkView {
        let number = match page {
            Page::Chapter(chapter) | Page::Indicators(Some(chapter)) | Page::Plan(Some(chapter)) => {
                self.numeral(chapter)
            }
            Page::Section(_, section) => section.number.map(|number| number.to_string()),
            Page::Sdg(number) => Some(number.to_string()),
            _ => None,
        };
        let title = match page {
            Page::Chapter(chapter) | Page::Indicators(Some(chapter)) | Page::Plan(Some(chapter)) => {
                self.heading(&chapter.title)
            }
            Page::Section(_, section) => self.heading(&section.title),
            Page::Pillar(_, word) => self.heading(word),
            _ => self.word(&page.word().unwrap_or_default()),
        };
        LinkView { href: self.href(page), title, number }
    }

    fn numeral(&self, chapter: &Chapter) -> Option<String> {
        chapter.numeral.as_ref().map(|numeral| self.edition.phrase(numeral).text)
    }

    pub(super) fn period(&self, baseline: FiscalYear, target: FiscalYear) -> PeriodView {
        PeriodView { baseline: self.edition.year(baseline), target: self.edition.year(target) }
    }
}
