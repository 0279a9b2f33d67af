//! What programs read of a page (JSON-LD, schema.org): what it is, what it is a part of, what it is about.
//!
//! It repeats what the page shows and adds nothing. Search engines take no relative address here, so an
//! address is told where the site has one on the web, and otherwise left out; a trail of pages that
//! cannot be followed is no trail, and is left out whole. The plan's figures stand in `data/plan.jsonld`.

use serde_json::{Map, Value, json};

use super::view::{LinkView, PageView, TextView};
use super::{Desk, Leaf, Page};
use crate::plan::{Term, Unit};
use crate::render::data::{is_web_address, jsonld};
use crate::render::{html, json};

/// Search engines know the vocabulary by this very name.
const VOCABULARY: &str = "https://schema.org";

impl Desk<'_> {
    /// The page of `view` in JSON-LD, safe in a script element.
    pub(super) fn json_ld(&self, view: &PageView) -> String {
        let mut page = self.web_page(self.leaf(), &view.title);
        page["description"] = view.description.as_str().into();
        page["inLanguage"] = view.tag.as_str().into();
        page["isPartOf"] = self.whole();
        let parts = [
            ("breadcrumb", self.breadcrumb_list(view)),
            ("about", list(self.topics())),
            ("mentions", list(self.mentions())),
            ("mainEntity", self.main_entity()),
        ];
        for (key, part) in parts {
            if let Some(part) = part {
                page[key] = part;
            }
        }
        let mut data = Map::from_iter([("@context".to_owned(), VOCABULARY.into())]);
        data.extend(page.as_object().cloned().unwrap_or_default());
        json::in_script(&data)
    }

    fn web_page<'p>(&self, page: impl Into<Leaf<'p>>, title: &TextView) -> Value {
        self.placed(json!({ "@type": "WebPage" }), page, "", self.words(title))
    }

    /// `thing` with its name, and the address of the place `id` of `page`.
    fn placed<'p>(&self, mut thing: Value, page: impl Into<Leaf<'p>>, id: &str, name: Value) -> Value {
        if let Some(address) = self.on_the_web(page, self.edition.language) {
            let address = if id.is_empty() { address } else { format!("{address}#{id}") };
            thing["@id"] = address.as_str().into();
            thing["url"] = address.into();
        }
        thing["name"] = name;
        thing
    }

    /// A text; with its language where that is not the page's.
    fn words(&self, text: &TextView) -> Value {
        if text.tag == self.edition.tag() {
            return text.text.as_str().into();
        }
        json!({ "@value": text.text, "@language": text.tag })
    }

    /// What the page is a part of: a section of its chapter, all else of the site.
    fn whole(&self) -> Value {
        let title = self.heading(&self.edition.plan.title);
        let mut site = json!({ "@type": "WebSite", "name": self.words(&title) });
        if let Some(home) = self.on_the_web(Page::Home, self.edition.language) {
            site["url"] = home.into();
        }
        let Page::Section(chapter, _) = self.page else { return site };
        let mut part = self.web_page(Page::Chapter(chapter), &self.heading(&chapter.title));
        part["isPartOf"] = site;
        part
    }

    /// The way here as the page shows it, the page itself at its end.
    fn breadcrumb_list(&self, view: &PageView) -> Option<Value> {
        let trail: Option<Vec<String>> = (self.trail().into_iter().map(Leaf::from).chain([self.leaf()]))
            .map(|leaf| self.on_the_web(leaf, self.edition.language))
            .collect();
        let own = LinkView { href: String::new(), title: view.title.clone(), number: view.number.clone() };
        let links = view.breadcrumb.iter().chain([&own]);
        let items = links.zip(trail?).enumerate().map(|(place, (link, address))| {
            let mut name = link.title.clone();
            if let Some(number) = &link.number {
                name.text = format!("{number} {}", name.text);
            }
            json!({ "@type": "ListItem", "position": place + 1, "name": self.words(&name), "item": address })
        });
        let items: Vec<Value> = items.collect();
        (!view.breadcrumb.is_empty()).then(|| json!({ "@type": "BreadcrumbList", "itemListElement": items }))
    }

    /// The pillars and goals that the plan prints for the page's section, or the page's own.
    fn topics(&self) -> Vec<Value> {
        match self.page {
            Page::Pillar(id, word) => vec![self.pillar_term(id, word)],
            Page::Sdg(goal) => vec![self.goal_term(goal)],
            Page::Section(_, section) => {
                let known = |id: &String| self.edition.plan.pillars.iter().find(|(known, _)| known == id);
                let pillars = section.pillars.iter().filter_map(known);
                let pillars = pillars.map(|(id, word)| self.pillar_term(id, word));
                pillars.chain(section.sdgs.iter().map(|goal| self.goal_term(*goal))).collect()
            }
            _ => Vec::new(),
        }
    }

    fn pillar_term(&self, id: &str, word: &Unit) -> Value {
        let term = self.one_of("section.pillars");
        self.placed(term, Page::Pillar(id, word), "", self.words(&self.heading(word)))
    }

    fn goal_term(&self, goal: u8) -> Value {
        let mut term = self.one_of("section.sdgs");
        term["termCode"] = goal.to_string().into();
        self.placed(term, Page::Sdg(goal), "", self.words(&self.word(&format!("sdg.{goal}"))))
    }

    /// A term of the set that the word under `key` names.
    fn one_of(&self, key: &str) -> Value {
        let set = json!({ "@type": "DefinedTermSet", "name": self.edition.word(key) });
        json!({ "@type": "DefinedTerm", "inDefinedTermSet": set })
    }

    /// The glossary entries whose marks stand in the page's section.
    fn mentions(&self) -> Vec<Value> {
        let Page::Section(_, section) = self.page else { return Vec::new() };
        self.terms_of(section).map(|term| self.term(term)).collect()
    }

    fn term(&self, term: &Term) -> Value {
        let entry = json!({ "@type": "DefinedTerm", "termCode": jsonld::code(term) });
        let leaf = self.shelf.extent.entry(term.number);
        self.placed(entry, leaf, &html::note(term.number), self.words(&self.text(&term.term)))
    }

    fn main_entity(&self) -> Option<Value> {
        match self.page {
            Page::Home => Some(self.plan_itself()),
            Page::Glossary => Some(self.glossary_set()),
            _ => None,
        }
    }

    fn glossary_set(&self) -> Value {
        let entry = |term: &Term| {
            let mut entry = self.term(term);
            entry["description"] = self.definition_of(term);
            entry
        };
        let entries: Vec<Value> =
            self.shelf.extent.terms.on(self.part).iter().map(|term| entry(term)).collect();
        json!({
            "@type": "DefinedTermSet", "name": self.edition.word("nav.glossary"),
            "inLanguage": self.edition.tag(), "hasDefinedTerm": entries,
        })
    }

    /// A definition without its markup: in the page's language, or else in the plan's own.
    fn definition_of(&self, term: &Term) -> Value {
        let source = self.shelf.editions[0];
        match jsonld::text(self.edition, &term.text) {
            Some(text) => text.into(),
            None => json!({ "@value": jsonld::text(source, &term.text), "@language": source.tag() }),
        }
    }

    /// The plan that the site shows. Only what it says of itself; what it does not say stays away.
    fn plan_itself(&self) -> Value {
        let plan = self.edition.plan;
        let text = |unit: &Unit| self.words(&self.text(unit));
        let mut work = json!({
            "@type": "CreativeWork", "name": text(&plan.title), "temporalCoverage": jsonld::period(plan),
            "spatialCoverage": { "@type": "Place", "name": text(&plan.town) },
        });
        if let Some(publisher) = &plan.publisher {
            work["publisher"] = json!({ "@type": "Organization", "name": text(publisher) });
        }
        if let Some(licence) = &plan.licence {
            let address = licence.text.trim();
            let named = || json!({ "@type": "CreativeWork", "name": text(licence) });
            work["license"] = if is_web_address(address) { address.into() } else { named() };
        }
        if let Some(date) = plan.revision.as_ref().filter(|date| is_date(date)) {
            work["dateModified"] = date.as_str().into();
        }
        work
    }
}

fn list(things: Vec<Value>) -> Option<Value> {
    (!things.is_empty()).then_some(Value::Array(things))
}

/// Whether `text` is a year, a month or a day as programs write them: `2025-03-31`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    parts.iter().all(digits) && [&[4][..], &[4, 2], &[4, 2, 2]].contains(&lengths.as_slice())
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn only_a_date_that_programs_know_is_one() {
        for date in ["2025", "2025-03", "2025-03-31"] {
            assert!(is_date(date), "{date}");
        }
        for text in ["", "令和7年3月", "31/03/2025", "2025-3", "2025-03-31-1", "2025-03-31T00:00"] {
            assert!(!is_date(text), "{text}");
        }
    }
}
