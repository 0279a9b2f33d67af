//! `content/`: which file is which.

use super::front_matter::{
    self, ChapterFields, IndicatorFields, Page, PlanFields, SectionFields, TermFields,
};
use super::markdown::{self, Block};
use super::name::{bad_name, is_address};
use super::walk::{File, Root};
use super::yaml::{self, Yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source};

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
    let mut sections: Vec<(String, SectionFile)> = Vec::new();
    for file in root.files("content", findings) {
        let path = file.path["content/".len()..].to_owned();
        let parts: Vec<&str> = path.split('/').collect();
        if parts[..] == [PLAN_FILE] {
            content.plan = file.text(findings).and_then(|source| read_plan(&source, findings));
        } else if !is_address(&path) {
            let finding = bad_name(&parts);
            // A folder's name is told once, however many files it holds.
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        } else if has_extension(&file, &ASSET_EXTENSIONS) {
            content.assets.extend(file.bytes(findings).map(|bytes| Asset { path, bytes }));
        } else {
            match (&parts[..], file.name().strip_suffix(".md")) {
                ([GLOSSARY, _], Some(name)) => content.terms.extend(term(&file, name, findings)),
                ([folder, CHAPTER_FILE], _) => content.chapters.extend(chapter(&file, folder, findings)),
                ([folder, _], Some(name)) => {
                    sections.extend(
                        section(&file, name, findings).map(|section| ((*folder).to_owned(), section)),
                    );
                }
                _ => findings.push(Diagnostic::about(Rule::UnusedFile, &file.path)),
            }
        }
    }
    if content.plan.is_none() && !findings.iter().any(|finding| finding.order().0 == "content/plan.yml") {
        findings.push(Diagnostic::about(Rule::Missing, "content/plan.yml"));
    }
    give_to_chapters(sections, &mut content.chapters, findings);
    content.chapters.sort_by_key(|chapter| place(&chapter.name));
    content
}

/// Puts each section under its chapter, in order.
fn give_to_chapters(
    sections: Vec<(String, SectionFile)>,
    chapters: &mut [ChapterFile],
    findings: &mut Diagnostics,
) {
    let mut without = Vec::new();
    for (folder, section) in sections {
        match chapters.iter_mut().find(|chapter| chapter.name == folder) {
            Some(chapter) => chapter.sections.push(section),
            None => without.push(format!("content/{folder}/{CHAPTER_FILE}")),
        }
    }
    for chapter in chapters {
        chapter.sections.sort_by_key(|section| place(&section.name));
    }
    without.dedup();
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
    let page: Page<ChapterFields> = front_matter::read_page(&file.text(findings)?, findings)?;
    page.fields.require("", &ChapterFields::REQUIRED, findings);
    let body = markdown::read_body(&page.body, findings);
    Some(ChapterFile { name: folder.to_owned(), fields: page.fields, body, sections: Vec::new() })
}

fn section(file: &File, name: &str, findings: &mut Diagnostics) -> Option<SectionFile> {
    let page: Page<SectionFields> = front_matter::read_page(&file.text(findings)?, findings)?;
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
    let page: Page<TermFields> = front_matter::read_page(&file.text(findings)?, findings)?;
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
