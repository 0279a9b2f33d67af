//! What a link in a content file means, and whether anything stands where it leads.
//!
//! Staff name a file of `content/` beside the one they write in (`2-forest.md#policy`,
//! `../1-living/chapter.md`, `map.png`), or a page of the site in the same way
//! (`../indicators.html`). A reader comes to it in the language of the page that the link stands on.

use std::collections::{HashMap, HashSet};

use super::html::{note, note_reference};
use super::page::{Extent, Leaf, Page, chart_file, pages};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::plan::{Kind, Plan, Text};
use crate::read::Project;
use crate::read::markdown::{Target, headings, proses};
use crate::value::{Address, Language};

/// How a content file with text ends.
const TEXT: &str = ".md";

/// Where every page begins, whether it says so or not (HTML Standard, "select the indicated part").
const TOP: &str = "top";

/// Where the link `to` of the content file `file` leads in `language`, and to which place there; to all
/// of it where that is empty. `None` where it leads to no neighbour of the file.
pub(super) fn aim(
    extent: &Extent<'_>,
    language: &Language,
    file: &str,
    to: &str,
) -> Option<(Address, String)> {
    let (path, id) = to.split_once('#').unwrap_or((to, ""));
    if is_elsewhere(path) {
        return None;
    }
    let path = if path.is_empty() { format!("{file}{TEXT}") } else { beside(file, path) };
    let term = path.strip_prefix("glossary/").and_then(|name| name.strip_suffix(TEXT));
    let known = term.and_then(|name| extent.plan.terms.iter().find(|term| term.name == name));
    if let Some(term) = known {
        let id = if id.is_empty() { note(term.number) } else { id.to_owned() };
        return Some((extent.entry(term.number).address(language), id));
    }
    let named = Address::new(format!("{language}/{}", page(&path)));
    let home = extent.home_of(inside(&named, language), id);
    Some((home.map_or(named, |leaf| leaf.address(language)), id.to_owned()))
}

/// Whether `path` is no path of a content file's neighbour: it begins at a server's root, or names a server.
fn is_elsewhere(path: &str) -> bool {
    path.starts_with('/') || path.contains(':')
}

/// `path`, written in the content file `file`, from `content/`.
fn beside(file: &str, path: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A content file stands at its page, an entry of the glossary among all; a picture or document at its copy.
fn page(path: &str) -> String {
    match path.strip_suffix(TEXT) {
        Some(name) => match name.strip_suffix("/chapter") {
            Some(chapter) => format!("{chapter}/index.html"),
            None => format!("{name}.html"),
        },
        None => path.to_owned(),
    }
}

/// Finds links and pictures of `plan`'s texts that lead nowhere, and what to ask about the others; and
/// files of `project` at an address where the program puts one of its own.
pub fn check(plan: &Plan, project: &Project) -> Diagnostics {
    let extent = Extent::of(plan);
    let site = Neighbours::of(&extent, project);
    let told = plan.texts().flat_map(|text| {
        let targets = proses(&text.blocks).into_iter().flat_map(|prose| &prose.targets);
        targets.flat_map(|target| site.check(text, target))
    });
    let taken = project.assets.iter().filter(|asset| site.made.contains(&asset.path));
    let taken = taken.map(|asset| Diagnostic::about(Rule::AddressTaken, format!("content/{}", asset.path)));
    told.chain(taken).collect()
}

/// What a link can lead to, by its path in the folder of a language.
struct Neighbours<'a> {
    extent: &'a Extent<'a>,
    plan: &'a Plan,
    /// The pages. Of those whose text is the plan's the ids are known, too.
    pages: HashMap<String, Option<HashSet<String>>>,
    /// The ids that the theme gives every page.
    of_theme: HashSet<String>,
    /// The files that staff put beside their texts.
    files: HashSet<&'a str>,
    /// The files that the program makes beside the pages.
    made: HashSet<String>,
    /// What staff would write from `content/` for each of them.
    names: Vec<String>,
}

impl<'a> Neighbours<'a> {
    fn of(extent: &'a Extent<'a>, project: &'a Project) -> Self {
        let plan = extent.plan;
        let language = plan.source_language();
        let of_theme: HashSet<String> = (project.theme.templates.values())
            .flat_map(|template| template.text().split("id=\"").skip(1))
            .filter_map(|rest| rest.split('"').next().filter(|id| !id.contains('{')))
            .chain([TOP])
            .map(str::to_owned)
            .collect();
        let path = |address: &Address| inside(address, language).to_owned();
        let pages = pages(extent).into_iter();
        let pages: HashMap<_, _> =
            pages.map(|leaf| (path(&leaf.address(language)), ids(extent, leaf))).collect();
        let files: HashSet<&str> = project.assets.iter().map(|asset| asset.path.as_str()).collect();
        let names = plan.texts().map(|text| format!("{}{TEXT}", text.file)).chain(pages.keys().cloned());
        let names = names.chain(files.iter().map(|path| (*path).to_owned())).collect();
        let charts = plan.indicators().map(|indicator| path(&chart_file(language, &indicator.id)));
        Self { extent, plan, pages, of_theme, files, made: charts.collect(), names }
    }

    fn check(&self, text: &Text, target: &Target) -> Vec<Diagnostic> {
        let at = |rule| Diagnostic::at(rule, &target.span).with("address", &target.to);
        let mut findings = Vec::new();
        if target.shows.as_ref().is_some_and(|words| words.trim().is_empty()) {
            findings.push(at(Rule::PictureWithoutWords));
        }
        let language = self.plan.source_language();
        let Some((address, id)) = aim(self.extent, language, &text.file, &target.to) else {
            let own = self.plan.base_url.as_deref().is_some_and(|base| target.to.starts_with(base));
            findings.extend(own.then(|| at(Rule::OwnAddress)));
            // A page shows its own pictures only: whoever keeps another would hear of each reader.
            findings.extend(target.shows.as_ref().map(|_| at(Rule::UnknownPicture)));
            return findings;
        };
        let path = inside(&address, language).split('?').next().unwrap_or_default();
        let is_file = self.files.contains(path) || self.made.contains(path);
        let finding = if target.shows.is_some() {
            (!is_file).then(|| self.suggest(at(Rule::UnknownPicture), text, target))
        } else if let Some(ids) = self.pages.get(path) {
            let all = |ids| ordered(ids, &self.of_theme);
            let known = !id.is_empty() && !self.of_theme.contains(&id);
            let ids = ids.as_ref().filter(|ids| known && !ids.contains(&id));
            ids.map(|ids| at(Rule::UnknownAnchor).with("id", &id).suggest(&id, all(ids)))
        } else if is_file {
            None
        } else if let Some(rest) = self.in_language(path) {
            let meant = self.names.iter().find(|name| page(name) == rest);
            let meant = meant.map(|name| Address::new(name.as_str()).relative_to(&Address::new(&*text.file)));
            Some(Diagnostic { meant, ..at(Rule::LanguageLink) })
        } else {
            Some(self.suggest(at(Rule::UnknownLink), text, target))
        };
        // A file that cannot be read is not among the pages.
        let written = target.to.split(['#', '?']).next().filter(|path| !path.is_empty());
        let file = written.map_or_else(|| format!("{}{TEXT}", text.file), |path| beside(&text.file, path));
        findings.extend(finding.map(|finding| finding.with("file", format!("content/{file}"))));
        findings
    }

    /// What of `path` follows the folder of a language, where one leads it.
    fn in_language<'b>(&self, path: &'b str) -> Option<&'b str> {
        let (folder, rest) = path.split_once('/').unwrap_or((path, ""));
        self.plan.languages.iter().any(|tag| tag.as_str() == folder).then_some(rest)
    }

    /// Names what `target` most likely stands for: a file of the same name elsewhere, or one of a similar
    /// name.
    fn suggest(&self, finding: Diagnostic, text: &Text, target: &Target) -> Diagnostic {
        let (path, id) = target.to.split_once('#').unwrap_or((&target.to, ""));
        let here = Address::new(&*text.file);
        let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
        let namesakes = self.names.iter().filter(|known| name(known) == name(path));
        let from_here = |known: &String| Address::new(known.as_str()).relative_to(&here);
        let namesake = namesakes.map(from_here).min_by_key(String::len);
        let known: Vec<String> = self.names.iter().map(from_here).collect();
        let nearest = crate::diagnostic::nearest(path, known.iter().map(String::as_str)).map(str::to_owned);
        let place = if id.is_empty() { String::new() } else { format!("#{id}") };
        Diagnostic { meant: namesake.or(nearest).map(|path| path + &place), ..finding }
    }
}

fn ordered<'b>(ids: &'b HashSet<String>, others: &'b HashSet<String>) -> Vec<&'b str> {
    let mut ids: Vec<&str> = ids.union(others).map(String::as_str).collect();
    ids.sort_unstable();
    ids
}

/// `address` from the folder of `language`.
fn inside<'b>(address: &'b Address, language: &Language) -> &'b str {
    let path = address.as_str();
    path.strip_prefix(language.as_str()).and_then(|path| path.strip_prefix('/')).unwrap_or(path)
}

/// The ids that stand on `leaf`; `None` where its template alone decides on them.
fn ids(extent: &Extent<'_>, leaf: Leaf<'_>) -> Option<HashSet<String>> {
    let of = |text: &Text| -> Vec<String> {
        headings(&text.blocks).into_iter().map(|(_, id, _)| id.to_owned()).collect()
    };
    let mut ids = HashSet::new();
    match leaf.page {
        Page::Chapter(chapter) => ids.extend(of(&chapter.text)),
        Page::Section(_, section) => {
            ids.extend(of(&section.text));
            for indicator in &section.indicators {
                ids.extend([indicator.id.clone(), format!("{}-name", indicator.id)]);
            }
            let kinds = [Kind::Kgi, Kind::Kpi].into_iter();
            let tables = kinds.filter(|kind| section.of_kind(*kind).next().is_some());
            ids.extend(tables.map(|kind| kind.key().to_owned()));
            ids.extend(section.notes.iter().map(|number| note_reference(*number)));
        }
        Page::Glossary => {
            for term in extent.terms_on(leaf.part) {
                ids.extend(of(&term.text));
                ids.extend([note(term.number), format!("{}-term", note(term.number))]);
            }
        }
        _ => return None,
    }
    Some(ids)
}
