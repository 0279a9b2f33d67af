//! The headings of a text and the numbers of files: what gives a reader the order of the plan.

use std::collections::HashMap;

use super::{Chapter, Plan, rules};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::read::markdown::{Prose, headings};

/// The level of a page's title, which its front matter gives.
const TITLE: u8 = 1;

/// Finds headings that a page cannot have, and files that share a number.
pub(super) fn check(plan: &Plan, findings: &mut Diagnostics) {
    for text in plan.texts() {
        // A heading without an id goes by the one before it.
        let mut last = "";
        for (level, id, prose) in headings(&text.blocks) {
            if level == TITLE {
                findings.push(Diagnostic::at(Rule::HeadingAsTitle, &prose.span));
            }
            if id != last && !rules::is_id(id) {
                findings.push(Diagnostic::at(Rule::BadId, &id_of(prose, id)).with("id", id));
            }
            last = id;
        }
    }
    let chapters = plan.chapters.iter().map(|chapter| chapter.name.clone()).collect::<Vec<_>>();
    same_numbers(&chapters, findings);
    for chapter in &plan.chapters {
        let files = chapter.sections.iter().map(|section| format!("{}/{}.md", chapter.name, section.name));
        same_numbers(&files.collect::<Vec<_>>(), findings);
    }
}

/// Asks about headings that leave out a level.
pub(super) fn advice(plan: &Plan, findings: &mut Diagnostics) {
    for text in plan.chapters.iter().flat_map(Chapter::texts) {
        let mut above = TITLE;
        for (level, _, prose) in headings(&text.blocks) {
            if level > above + 1 {
                let finding = Diagnostic::at(Rule::LevelSkipped, &prose.span);
                let marks = |level: u8| "#".repeat(level.into());
                findings.push(finding.with("written", marks(level)).with("expected", marks(above + 1)));
            }
            above = level;
        }
    }
}

/// Where the id of the heading `prose` stands, after its words.
fn id_of(prose: &Prose, id: &str) -> Span {
    let text = prose.span.source.text();
    let end = prose.span.range.end;
    let line = text[end..].lines().next().unwrap_or_default();
    let at = line.find(&format!("#{id}")).map(|at| end + at + 1);
    at.map_or_else(|| prose.span.clone(), |at| prose.span.source.span(at..at + id.len()))
}

/// Finds those of `files`, paths from `content/` in their order, whose names begin with a number that
/// another has.
fn same_numbers(files: &[String], findings: &mut Diagnostics) {
    let mut first: HashMap<u32, &String> = HashMap::new();
    for file in files {
        let name = file.rsplit('/').next().unwrap_or(file);
        let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
        let Ok(number) = digits.parse() else { continue };
        if let Some(first) = first.get(&number) {
            let finding = Diagnostic::about(Rule::DuplicateNumber, format!("content/{file}"));
            findings.push(finding.with("number", number).with("first", format!("content/{first}")));
        } else {
            first.insert(number, file);
        }
    }
}
