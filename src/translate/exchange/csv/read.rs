//! CSV back to translations, each with its place.

use super::super::returned::{Delivery, Returned};
use super::super::{fingerprint, language};
use super::protect::unprotected;
use super::{BASE, EXAMPLE, KEY, NOTE, PLACE, PREVIOUS, STATE};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};
use crate::plan::Plan;
use crate::spreadsheet::cells::{Cell, fault, records};
use crate::translate::lines::note;
use crate::translate::status::Need;
use crate::value::Language;

/// The columns that need no language.
const KNOWN: [&str; 7] = [KEY, STATE, PLACE, PREVIOUS, NOTE, EXAMPLE, BASE];

/// Reads the translations in `source`, which are of `plan`.
pub(in super::super) fn read(source: &Source, plan: &Plan, findings: &mut Diagnostics) -> Option<Delivery> {
    let none = |at: &Span| Diagnostic::at(Rule::NoExchange, at).with("language", plan.source_language());
    let mut records = records(source).map_err(|line| findings.push(none(&line))).ok()?.into_iter();
    let head = records.next()?;
    let line = source.span(0..source.text().lines().next().unwrap_or_default().len());
    let columns = Columns::of(&head, &line, plan).map_err(|finding| findings.push(finding)).ok()?;
    let before = findings.len();
    let all = records.filter_map(|cells| match fault(&cells, &head) {
        Some(fault) => {
            findings.push(fault);
            None
        }
        None => columns.row(&cells),
    });
    let all = all.collect();
    (findings.len() == before).then_some(Delivery {
        language: columns.language,
        all,
        has_more: columns.has_more,
    })
}

/// Which column holds what.
struct Columns<'a> {
    names: Vec<&'a str>,
    source: &'a str,
    language: Language,
    has_more: bool,
}

impl<'a> Columns<'a> {
    /// The columns of the row `head`, which `line` begins.
    fn of(head: &'a [Cell], line: &Span, plan: &'a Plan) -> Result<Self, Diagnostic> {
        let source = plan.source_language().as_str();
        let names: Vec<&str> = head.iter().map(|cell| cell.text.trim()).collect();
        let twice = head.iter().enumerate().find(|(at, cell)| names[..*at].contains(&cell.text.trim()));
        if let Some((_, cell)) = twice.filter(|(_, cell)| !cell.text.trim().is_empty()) {
            return Err(Diagnostic::at(Rule::DuplicateKey, &cell.span).with("key", cell.text.trim()));
        }
        let missing = || Diagnostic::at(Rule::NoExchange, line).with("language", source);
        if !names.contains(&KEY) || !names.contains(&source) {
            return Err(missing());
        }
        let others = head.iter().filter(|cell| {
            let name = cell.text.trim();
            name != source && !name.is_empty() && !KNOWN.contains(&name)
        });
        let is_language = |cell: &&Cell| Language::parse(cell.text.trim()).is_some();
        let (tags, more): (Vec<&Cell>, Vec<&Cell>) = others.partition(is_language);
        let found = tags.iter().find(|cell| language(&cell.text, &cell.span, plan).is_ok()).or(tags.first());
        let found = found.ok_or_else(missing)?;
        let has_more = tags.len() > 1 || !more.is_empty();
        Ok(Self { names, source, language: language(&found.text, &found.span, plan)?, has_more })
    }

    fn cell<'b>(&self, cells: &'b [Cell], name: &str) -> Option<&'b Cell> {
        self.names.iter().position(|known| *known == name).and_then(|at| cells.get(at))
    }

    fn row(&self, cells: &[Cell]) -> Option<Returned> {
        let text = |name| self.cell(cells, name).map_or("", |cell| unprotected(&cell.text)).to_owned();
        let span = |name| self.cell(cells, name).or(cells.last()).map(|cell| cell.span.clone());
        let (source, previous, translation) =
            (text(self.source), text(PREVIOUS), text(self.language.as_str()));
        let (id, base, state) = (text(KEY).trim().to_owned(), text(BASE).trim().to_owned(), text(STATE));
        if [&id, &source, &translation].iter().all(|text| text.trim().is_empty()) {
            return None;
        }
        // Who changed a translation held it against the text beside it; the word for its state stays.
        let touched = !base.is_empty() && fingerprint(&previous, &translation) != base;
        let behind = [Need::Update, Need::Confirmation].map(Need::key).contains(&state.trim());
        let notes = text(NOTE);
        Some(Returned {
            id_span: span(KEY)?,
            text_span: span(self.language.as_str())?,
            behind: behind && !touched,
            obsolete: false,
            notes: notes.lines().map(note).filter(|note| !note.is_empty()).collect(),
            text: translation,
            id,
            source,
            previous,
            base,
        })
    }
}
