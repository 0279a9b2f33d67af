//! From a [`Draft`] to the texts of the files, with a proposal for each name that the paper cannot tell.

use super::body::body;
use super::draft::{Block, Chapter, Content, Draft, Kept, Note, Page, Section};
use super::table::Row;
use super::{ContentFile, Known};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::plan::Kind;
use crate::read::yaml::{is_unprinted, scalar};

/// The files of `draft`, and findings on what a person has to do with them.
pub(super) fn files(draft: Draft, plan: &Known, findings: &mut Diagnostics) -> Vec<ContentFile> {
    let mut files = Vec::new();
    for chapter in draft.chapters {
        let folder = format!("content/{}-chapter", chapter.number);
        let number = chapter.number;
        let sections = chapter_file(chapter, &folder, &mut files, findings);
        for section in sections {
            files.push(section_file(section, number, &folder, plan, findings));
        }
    }
    let notes = draft.notes.into_iter().map(|note| term_file(&note, findings));
    files.extend(notes.collect::<Vec<_>>());
    files
}

/// Adds the chapter's own file to `files`; its sections come back.
fn chapter_file(
    chapter: Chapter,
    folder: &str,
    files: &mut Vec<ContentFile>,
    findings: &mut Diagnostics,
) -> Vec<Section> {
    let path = format!("{folder}/chapter.md");
    let facts = [("numeral", &chapter.numeral), ("title", &chapter.page.title)];
    let front = facts.map(|(key, text)| field("", key, text)).concat();
    let title = chapter.page.title.clone();
    let text = page(&front, chapter.page, &path, findings);
    files.push(ContentFile { path, text, title, indicators: Vec::new() });
    chapter.sections
}

fn section_file(
    section: Section,
    chapter: u32,
    folder: &str,
    plan: &Known,
    findings: &mut Diagnostics,
) -> ContentFile {
    let path = format!("{folder}/{}-section.md", section.number);
    let mut front = vec![field("", "title", &section.page.title)];
    let pillars: Vec<String> = section.pillars.iter().map(|word| scalar(word, true, None)).collect();
    let goals: Vec<String> = section.goals.iter().map(u32::to_string).collect();
    for (key, values) in [("pillars", pillars), ("sdgs", goals)] {
        if !values.is_empty() {
            front.push(format!("{key}: [{}]\n", values.join(", ")));
        }
    }
    let mut indicators = Vec::new();
    for kind in [Kind::Kgi, Kind::Kpi] {
        let rows = section.rows.iter().filter(|(of, _)| *of == kind).map(|(_, row)| row);
        for (row, number) in rows.zip(1..) {
            let id = format!("{}-{chapter}-{}-{number}", kind.key(), section.number);
            if number == 1 {
                front.push(format!("{}:\n", kind.key()));
            }
            front.push(indicator(&id, row, plan));
            indicators.push((id, row.name.clone()));
        }
    }
    let title = section.page.title.clone();
    let text = page(&front.concat(), section.page, &path, findings);
    ContentFile { path, text, title, indicators }
}

fn indicator(id: &str, row: &Row, plan: &Known) -> String {
    let years = plan.years.map(|(baseline, target)| (u32::from(baseline.0), u32::from(target.0)));
    let other =
        |year: Option<u32>, own: Option<u32>| year.filter(|_| year != own).map(|year| year.to_string());
    let facts = [
        ("name", Some(row.name.clone())),
        ("baseline", row.baseline.clone()),
        ("target", row.target.clone()),
        ("baseline_year", other(row.baseline_year, years.map(|years| years.0))),
        ("target_year", other(row.target_year, years.map(|years| years.1))),
        ("unit", row.unit.clone()),
        ("source", row.source.clone()),
        ("note", row.note.clone()),
    ];
    let facts = facts.iter().filter_map(|(key, text)| text.as_ref().map(|text| field("    ", key, text)));
    format!("  - id: {id}\n{}", facts.collect::<String>())
}

fn field(indentation: &str, key: &str, text: &str) -> String {
    format!("{indentation}{key}: {}\n", scalar(text, false, None))
}

/// A file with `front` and what `page` says; what it only keeps stands as a comment above the text.
fn page(front: &str, mut page: Page, path: &str, findings: &mut Diagnostics) -> String {
    let body = body(&page.blocks, &mut page.kept);
    page.kept.sort_by_key(|kept| kept.span.range.start);
    tell(&page.kept, path, findings);
    format!("---\n{front}{}---\n{body}", comments(&page.kept))
}

fn term_file(note: &Note, findings: &mut Diagnostics) -> ContentFile {
    let path = format!("content/glossary/{:02}-term.md", note.number);
    let reading = reading(&note.term);
    if reading.is_none() {
        let line = note.span.text().lines().next().unwrap_or_default();
        // The spaces of the paper may stand within the term.
        let term = line.find(&note.term).map_or(0..line.len(), |at| at..at + note.term.len());
        let finding = Diagnostic::at(Rule::ReadingUnknown, &note.span.part(term));
        findings.push(finding.with("term", &note.term).with("file", &path));
    }
    let front = format!(
        "number: {}\n{}{}",
        note.number,
        field("", "term", &note.term),
        field("", "reading", reading.as_deref().unwrap_or(&note.term)),
    );
    let block = Block { content: Content::Paragraph(note.text.clone()), span: note.span.clone() };
    let text = Page { blocks: vec![block], ..Page::default() };
    let text = page(&front, text, &path, findings);
    ContentFile { path, text, title: note.term.clone(), indicators: Vec::new() }
}

/// How `term` is read, in hiragana, if it is written in kana: nothing else tells its reading.
pub fn reading(term: &str) -> Option<String> {
    let signs = term.chars().filter(|sign| *sign != '・').map(|sign| match sign {
        'ぁ'..='ゖ' | 'ー' => Some(sign),
        // Katakana stand in the same order, further on.
        'ァ'..='ヶ' => char::from_u32(u32::from(sign) - u32::from('ァ') + u32::from('ぁ')),
        _ => None,
    });
    signs.collect()
}

/// Tells of what the file at `path` keeps: lines that follow one another together.
fn tell(kept: &[Kept], path: &str, findings: &mut Diagnostics) {
    let follows = |one: &Kept, next: &Kept| {
        let text = one.span.source.text();
        one.rule == next.rule
            && one.span.range.end <= next.span.range.start
            && text[one.span.range.end..next.span.range.start].trim().is_empty()
    };
    for together in kept.chunk_by(follows) {
        let (first, last) = (&together[0], &together[together.len() - 1]);
        let span = first.span.source.span(first.span.range.start..last.span.range.end);
        findings.push(Diagnostic::at(first.rule, &span).with("file", path));
    }
}

/// The lines of `kept`, which are in order, as comments, each after the place that it comes from.
fn comments(kept: &[Kept]) -> String {
    let (mut at, mut number) = (0, 1);
    let mut comments = Vec::new();
    for Kept { span, .. } in kept {
        let (text, name) = (span.source.text(), span.source.path().rsplit(['/', '\\']).next());
        number += text[at.min(span.range.start)..span.range.start].matches('\n').count();
        at = span.range.start;
        let lines = span.text().split('\n').zip(number..).filter(|(line, _)| !line.trim().is_empty());
        let name = name.unwrap_or_default();
        comments
            .extend(lines.map(|(line, at)| format!("# {name}:{at}: {}", printable(line.trim_end())) + "\n"));
    }
    comments.concat()
}

/// `text` with those signs spelt out that no YAML may hold.
fn printable(text: &str) -> String {
    let spelt = |sign: char| match sign {
        sign if sign != '\t' && is_unprinted(sign) => sign.escape_unicode().to_string(),
        sign => sign.to_string(),
    };
    text.chars().map(spelt).collect()
}
