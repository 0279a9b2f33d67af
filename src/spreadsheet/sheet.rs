//! A table of figures: the columns of facts, in any order.

use super::HEADER;
use super::cells::{Cell, fault, records};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};
use crate::read::decode;

/// The columns that are read.
const READ: [&str; 4] = [HEADER[0], HEADER[2], HEADER[3], HEADER[4]];

/// A table that has the columns of facts.
#[derive(Debug)]
pub struct Sheet {
    pub(super) rows: Vec<Row>,
    columns: Vec<String>,
}

/// A row of the table, in the columns that are read.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) id: Cell,
    pub(super) fact: Cell,
    pub(super) year: Cell,
    pub(super) value: Cell,
}

impl Sheet {
    /// Reads the `bytes` of the file that a person knows by the name `path`.
    pub fn read(path: &str, bytes: &[u8], findings: &mut Diagnostics) -> Option<Self> {
        let Some(text) = decode(bytes) else {
            findings.push(Diagnostic::about(Rule::NoSheet, path));
            return None;
        };
        let source = Source::new(path, text);
        let header = source.span(0..source.text().lines().next().unwrap_or_default().len());
        let mut records = match records(&source) {
            Ok(records) => records.into_iter().map(trimmed),
            Err(header) => {
                findings.push(Diagnostic::at(Rule::NoSheet, &header));
                return None;
            }
        };
        let head = records.next()?;
        let columns = columns(&head, &header, findings)?;
        let before = findings.len();
        let rows = records.filter_map(|cells| row(&cells, &head, columns, findings)).collect();
        let columns = head.into_iter().map(|cell| cell.text).collect();
        (findings.len() == before).then_some(Self { rows, columns })
    }

    /// Whether it has no column that somebody added.
    pub(super) fn has_only_own_columns(&self) -> bool {
        self.columns == HEADER
    }
}

/// Which column of `head` holds each of [`READ`].
fn columns(head: &[Cell], header: &Span, findings: &mut Diagnostics) -> Option<[usize; 4]> {
    let before = findings.len();
    let columns = READ.map(|word| {
        let mut found = head.iter().enumerate().filter(|(_, cell)| cell.text.eq_ignore_ascii_case(word));
        let first = found.next();
        if first.is_none() {
            findings.push(Diagnostic::at(Rule::MissingColumn, header).with("column", word));
        }
        if let Some((_, second)) = found.next() {
            findings.push(Diagnostic::at(Rule::DuplicateKey, &second.span).with("key", word));
        }
        first.map_or(0, |(position, _)| position)
    });
    (findings.len() == before).then_some(columns)
}

/// The cells of a record in the columns that are read; `None` where they are empty.
fn row(cells: &[Cell], head: &[Cell], columns: [usize; 4], findings: &mut Diagnostics) -> Option<Row> {
    if let Some(fault) = fault(cells, head) {
        findings.push(fault);
        return None;
    }
    let end = cells.last()?.span.clone();
    let absent = || Cell { text: String::new(), span: end.source.span(end.range.end..end.range.end) };
    let [id, fact, year, value] = columns.map(|at| cells.get(at).cloned().unwrap_or_else(absent));
    let empty = [&id, &fact, &year, &value].iter().all(|cell| cell.text.is_empty());
    (!empty).then_some(Row { id, fact, year, value })
}

/// `cells` without the space around what they say.
fn trimmed(mut cells: Vec<Cell>) -> Vec<Cell> {
    for cell in &mut cells {
        cell.text = cell.text.trim().to_owned();
    }
    cells
}

#[cfg(test)]
mod tests;
