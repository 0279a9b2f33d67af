//! `content/`: which file is which.

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use super::front_matter::{
    self, ChapterFields, IndicatorFields, Page, PlanFields, SectionFields, TermFields,
};
use super::markdown::{self, Block};
use super::name::{bad_name, is_address};
use super::walk::{File, Root};
use super::yaml::{self, Yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source};
use crate::value::unseen::{is_unseen, numbers};

/// A chapter's folder.
#[derive(Debug, Clone)]
pub struct ChapterFile {
    /// The folder's name, which is the chapter's address: `3-administration`.
    pub name: String,
    /// Its front matter.
    pub fields: Yaml<ChapterFields>,
    /// The text before its sections.
    pub body: Vec<Block>,
    /// Its sections in order.
    pub sections: Vec<SectionFile>,
}

/// A section's file.
#[derive(Debug, Clone)]
pub struct SectionFile {
    /// The file's name without extension, which is the section's address: `1-efficient-administration`.
    pub name: String,
    /// Its front matter.
    pub fields: Yaml<SectionFields>,
    /// Its text.
    pub body: Vec<Block>,
}

/// A glossary entry's file.
#[derive(Debug, Clone)]
pub struct TermFile {
    /// The file's name without extension.
    pub name: String,
    /// Its front matter.
    pub fields: Yaml<TermFields>,
    /// The definition.
    pub body: Vec<Block>,
}

/// A file that pages show or link to.
#[derive(Debug, Clone)]
pub struct Asset {
    /// Its path from `content/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What `content/` holds.
#[derive(Debug, Default)]
pub(super) struct Content {
    pub(super) plan: Option<Yaml<PlanFields>>,
    pub(super) chapters: Vec<ChapterFile>,
    pub(super) terms: Vec<TermFile>,
    pub(super) assets: Vec<Asset>,
}

const PLAN_FILE: &str = "plan.yml";
const CHAPTER_FILE: &str = "chapter.md";
const GLOSSARY: &str = "glossary";

/// Files that a page may show or offer.
const ASSET_EXTENSIONS: [&str; 9] = ["png", "jpg", "jpeg", "webp", "gif", "avif", "svg", "pdf", "csv"];

pub(super) fn read(root: &Root, findings: &mut Diagnostics) -> Content {
    let mut content = Content::default();
    let mut sections: HashMap<String, Vec<SectionFile>> = HashMap::new();
    let files = root.files("content", findings);
    let read: Vec<(Option<Part>, Diagnostics)> = files.par_iter().map(part).collect();
    for (part, found) in read {
        match part {
            Some(Part::Plan(plan)) => content.plan = Some(plan),
            Some(Part::Asset(asset)) => content.assets.push(asset),
            Some(Part::Term(term)) => content.terms.push(term),
            Some(Part::Chapter(chapter)) => content.chapters.push(chapter),
            Some(Part::Section(folder, section)) => sections.entry(folder).or_default().push(section),
            None => {}
        }
        // A folder's name is told once, however many files it holds.
        let new = found.into_iter().filter(|one| one.rule != Rule::BadName || !findings.contains(one));
        findings.extend(new.collect::<Vec<_>>());
    }
    if content.plan.is_none() && !findings.iter().any(|finding| finding.order().0 == "content/plan.yml") {
        findings.push(Diagnostic::about(Rule::Missing, "content/plan.yml"));
    }
    give_to_chapters(sections, &mut content.chapters, findings);
    content.chapters.sort_by_key(|chapter| place(&chapter.name));
    content
}

/// A file of `content/` by what it is.
enum Part {
    Plan(Yaml<PlanFields>),
    Chapter(ChapterFile),
    /// With the name of its folder.
    Section(String, SectionFile),
    Term(TermFile),
    Asset(Asset),
}

/// What `file` is and holds; none where it is nothing of a plan's or cannot be read.
fn part(file: &File) -> (Option<Part>, Diagnostics) {
    let mut found = Diagnostics::new();
    let path = &file.path["content/".len()..];
    let parts: Vec<&str> = path.split('/').collect();
    let part = if parts[..] == [PLAN_FILE] {
        text(file, &mut found).and_then(|source| read_plan(&source, &mut found)).map(Part::Plan)
    } else if !is_address(path) {
        found.push(bad_name(&parts));
        None
    } else if has_extension(file, &ASSET_EXTENSIONS) {
        file.bytes(&mut found).map(|bytes| Part::Asset(Asset { path: path.to_owned(), bytes }))
    } else {
        match (&parts[..], file.name().strip_suffix(".md")) {
            ([GLOSSARY, _], Some(name)) => term(file, name, &mut found).map(Part::Term),
            ([folder, CHAPTER_FILE], _) => chapter(file, folder, &mut found).map(Part::Chapter),
            ([folder, _], Some(name)) => {
                section(file, name, &mut found).map(|section| Part::Section((*folder).to_owned(), section))
            }
            _ => {
                found.push(Diagnostic::about(Rule::UnusedFile, &file.path));
                None
            }
        }
    };
    (part, found)
}

/// The text of `file`. What nobody sees in it is told: it may turn around what stands beside it.
fn text(file: &File, findings: &mut Diagnostics) -> Option<Source> {
    let source = file.text(findings)?;
    let text = source.text();
    let mut run: Option<Range<usize>> = None;
    let mut before = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_unseen(character, before) {
            run.get_or_insert(at..at).end = at + character.len_utf8();
        } else if let Some(run) = run.take() {
            let unseen = source.span(run);
            let finding = Diagnostic::at(Rule::UnseenCharacters, &unseen);
            findings.push(finding.with("characters", numbers(unseen.text())));
        }
        before = Some(character);
    }
    Some(source)
}

/// Puts each section under its chapter, in order.
fn give_to_chapters(
    mut sections: HashMap<String, Vec<SectionFile>>,
    chapters: &mut [ChapterFile],
    findings: &mut Diagnostics,
) {
    for chapter in chapters {
        chapter.sections = sections.remove(&chapter.name).unwrap_or_default();
        chapter.sections.sort_by_key(|section| place(&section.name));
    }
    let mut without: Vec<String> =
        sections.into_keys().map(|folder| format!("content/{folder}/{CHAPTER_FILE}")).collect();
    without.sort();
    // A chapter file that did not parse has been told of already.
    without.retain(|path| !findings.iter().any(|finding| finding.order().0 == path));
    findings.extend(without.into_iter().map(|path| Diagnostic::about(Rule::Missing, path)));
}

/// The leading number orders files; names order those without one.
fn place(name: &str) -> (u32, String) {
    let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
    (digits.parse().unwrap_or(u32::MAX), name.to_owned())
}

fn read_plan(source: &Source, findings: &mut Diagnostics) -> Option<Yaml<PlanFields>> {
    let plan: Yaml<PlanFields> = yaml::parse(&source.span(0..source.text().len()), findings)?;
    plan.require("", &PlanFields::REQUIRED, findings);
    Some(plan)
}

fn chapter(file: &File, folder: &str, findings: &mut Diagnostics) -> Option<ChapterFile> {
    let page: Page<ChapterFields> = front_matter::read_page(&text(file, findings)?, findings)?;
    page.fields.require("", &ChapterFields::REQUIRED, findings);
    let body = markdown::read_body(&page.body, findings);
    Some(ChapterFile { name: folder.to_owned(), fields: page.fields, body, sections: Vec::new() })
}

fn section(file: &File, name: &str, findings: &mut Diagnostics) -> Option<SectionFile> {
    let page: Page<SectionFields> = front_matter::read_page(&text(file, findings)?, findings)?;
    page.fields.require("", &SectionFields::REQUIRED, findings);
    for (kind, count) in [("kgi", page.fields.data.kgi.len()), ("kpi", page.fields.data.kpi.len())] {
        for position in 0..count {
            page.fields.require(&format!("{kind}/{position}"), &IndicatorFields::REQUIRED, findings);
        }
    }
    let body = markdown::read_body(&page.body, findings);
    Some(SectionFile { name: name.to_owned(), fields: page.fields, body })
}

fn term(file: &File, name: &str, findings: &mut Diagnostics) -> Option<TermFile> {
    let page: Page<TermFields> = front_matter::read_page(&text(file, findings)?, findings)?;
    page.fields.require("", &TermFields::REQUIRED, findings);
    if page.fields.data.number == 0 && page.fields.value_at("number").is_some() {
        let finding = Diagnostic::at(Rule::NotAChoice, &page.fields.value("number"));
        findings.push(finding.with("value", 0).with("choices", "1, 2, 3, …"));
    }
    let body = markdown::read_body(&page.body, findings);
    Some(TermFile { name: name.to_owned(), fields: page.fields, body })
}

fn has_extension(file: &File, extensions: &[&str]) -> bool {
    file.name()
        .rsplit_once('.')
        .is_some_and(|(_, extension)| extensions.contains(&extension.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn files_stand_in_the_order_of_their_numbers() {
        let mut names = ["10-b", "2-c", "1-z", "annex"];
        names.sort_by_key(|name| place(name));
        assert_eq!(names, ["1-z", "2-c", "10-b", "annex"]);
    }
}
