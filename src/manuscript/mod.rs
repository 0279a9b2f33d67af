//! From the text of a printed chapter, as it was copied out of its pages, to the files of `content/`.
//! Pure: a text comes in, texts and findings go out.
//!
//! What the paper prints is kept word for word. What cannot be known from it — names in addresses, how
//! a term is read — is proposed. What has no place in a file stays in the nearest one as a comment, and
//! is told with its line: nothing is lost.

mod body;
mod draft;
mod furniture;
mod head;
mod line;
mod mark;
mod note;
mod prose;
mod reader;
mod rows;
mod table;
mod text;
mod write;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};
use crate::value::FiscalYear;
use draft::Draft;
pub use write::reading;

/// What the plan that the chapter belongs to has said already.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The printed words of its pillars; none where nobody has named them yet.
    pub pillars: Vec<String>,
    /// The fiscal years of its baselines and its targets.
    pub years: Option<(FiscalYear, FiscalYear)>,
}

/// What a manuscript came to.
#[derive(Debug)]
pub struct Manuscript {
    /// The files, in the order of the plan.
    pub files: Vec<ContentFile>,
    /// What stands in no file, by its words: it is the paper's, or the pages print it themselves.
    pub dropped: BTreeMap<String, Vec<Span>>,
    /// What the plan has to name.
    pub needs: Known,
}

/// A file of `content/`.
#[derive(Debug)]
pub struct ContentFile {
    /// Its path from the project's root.
    pub path: String,
    /// All of it.
    pub text: String,
    /// The title or term that it is about.
    pub title: String,
    /// The proposed ids of its indicators, and their names.
    pub indicators: Vec<(String, String)>,
}

/// Reads the chapter in `source` for a plan that says what is `known`. `None` where there is no chapter.
pub fn read(source: &Source, known: &Known, findings: &mut Diagnostics) -> Option<Manuscript> {
    let lines = line::lines(source);
    let furniture = furniture::furniture(&lines);
    let (draft, mut guesses) = reader::read(lines, &furniture, &known.pillars);
    if draft.chapters.is_empty() {
        let first_line = source.text().trim_start().lines().next().unwrap_or_default();
        let at = source.text().find(first_line).unwrap_or_default();
        findings.push(Diagnostic::at(Rule::NoChapter, &source.span(at..at + first_line.len())));
        return None;
    }
    findings.append(&mut guesses);
    let needs = needs(&draft, known);
    let dropped = dropped(&draft);
    let files = write::files(draft, &needs, findings);
    Some(Manuscript { files, dropped, needs })
}

/// What the plan has to name for `draft`, beyond what is known: the years are those of the first table.
fn needs(draft: &Draft, known: &Known) -> Known {
    let mut needs = known.clone();
    for section in draft.chapters.iter().flat_map(|chapter| &chapter.sections) {
        for pillar in &section.pillars {
            if !needs.pillars.contains(pillar) {
                needs.pillars.push(pillar.clone());
            }
        }
        needs.years = needs.years.or_else(|| {
            let year = |year: Option<u32>| u16::try_from(year?).ok().map(FiscalYear);
            section.rows.iter().find_map(|(_, row)| year(row.baseline_year).zip(year(row.target_year)))
        });
    }
    needs
}

fn dropped(draft: &Draft) -> BTreeMap<String, Vec<Span>> {
    let mut dropped: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for span in &draft.dropped {
        let words: Vec<&str> = span.text().split_whitespace().collect();
        dropped.entry(words.join(" ")).or_default().push(span.clone());
    }
    dropped
}
