//! The two pages that stand in no language: the choice of languages at the top, and the page for
//! addresses that lead nowhere.

use serde::Serialize;

use super::{Page, Shelf};
use crate::value::Address;

/// What the templates `page/languages.html` and `page/not-found.html` see.
#[derive(Debug, Serialize)]
pub(in crate::render) struct FrontView {
    /// The plan and its home page in each language, in the order of the plan.
    languages: Vec<FrontLanguage>,
    /// The style sheet.
    style: Option<String>,
    /// The parts of [`super::view::SiteView`] that stand in no language.
    site: FrontSite,
    /// The site's address on the web, where the plan has one.
    base_url: Option<String>,
}

/// What the two pages share with all others.
#[derive(Debug, Serialize)]
struct FrontSite {
    /// The town's colour on a light screen.
    colour: Option<String>,
    /// The town's emblem.
    logo: Option<String>,
}

/// One language's part of a front page.
#[derive(Debug, Serialize)]
struct FrontLanguage {
    /// As browsers know it: `pt-BR`.
    tag: String,
    /// Its own name.
    name: String,
    /// The plan's title, and the language it is in.
    title: String,
    title_tag: String,
    /// The home page.
    href: String,
    /// What to do here: `Read the plan in English`.
    invitation: String,
    /// That the page was not found, and what to do.
    not_found: String,
    not_found_help: String,
    /// That the text of the plan's own language prevails; none for that language itself.
    prevails: Option<String>,
}

/// The address and template of each front page, with its view.
///
/// A server shows `404.html` at addresses of any depth, so its links begin with the site's own
/// address where the plan has one.
pub(in crate::render) fn front_pages(shelves: &[Shelf<'_>]) -> Vec<(Address, &'static str, FrontView)> {
    let index = Address::new("index.html");
    let base = shelves.first().and_then(|shelf| shelf.edition.plan.base_url.clone());
    let absolute = base.clone().unwrap_or_default();
    vec![
        (index, "page/languages.html", view(shelves, "", base.clone())),
        (Address::new("404.html"), "page/not-found.html", view(shelves, &absolute, base)),
    ]
}

fn view(shelves: &[Shelf<'_>], before: &str, base_url: Option<String>) -> FrontView {
    let look = shelves.first().map(|shelf| shelf.look);
    let logo = look.and_then(|look| look.logo.as_ref());
    let style = shelves.first().and_then(|shelf| shelf.assets.style.as_ref());
    FrontView {
        site: FrontSite {
            colour: look.and_then(|look| look.colour.clone()),
            logo: logo.map(|(address, _)| format!("{before}{address}")),
        },
        languages: shelves.iter().map(|shelf| language(shelf, before)).collect(),
        style: style.map(|style| format!("{before}{style}")),
        base_url,
    }
}

fn language(shelf: &Shelf<'_>, before: &str) -> FrontLanguage {
    let edition = shelf.edition;
    let title = edition.phrase(&edition.plan.title);
    FrontLanguage {
        tag: edition.tag(),
        name: edition.word("language.name"),
        title_tag: edition.tag_of(&title.language),
        title: title.text,
        href: format!("{before}{}", Page::Home.address(edition.language)),
        invitation: edition.word("front.invitation"),
        not_found: edition.word("front.not-found"),
        not_found_help: edition.word("front.not-found-help"),
        prevails: (!edition.is_source()).then(|| edition.word("translation.prevails")),
    }
}
