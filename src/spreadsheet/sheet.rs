//! A table as a spreadsheet program saves it, cell by cell with its place.
//!
//! `csv` reads records but does not tell where a cell stands; `csv_core`, which it is made of, takes
//! one cell at a time, so that what it has consumed is the place.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use super::HEADER;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};
use crate::read::decode;

/// What may stand between cells: Excel writes the list separator of the system.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

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

/// What a cell says, without the space around it, and where.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) span: Span,
}

impl Sheet {
    /// Reads the `bytes` of the file that a person knows by the name `path`.
    pub fn read(path: &str, bytes: &[u8], findings: &mut Diagnostics) -> Option<Self> {
        let Some(text) = decode(bytes) else {
            findings.push(Diagnostic::about(Rule::NoSheet, path));
            return None;
        };
        let source = Source::new(path, text);
        let first_line = source.text().lines().next().unwrap_or_default();
        let header = source.span(0..first_line.len());
        let count = |sign: char| first_line.matches(sign).count();
        let delimiter = DELIMITERS.into_iter().rev().max_by_key(|sign| count(*sign));
        let delimiter = delimiter.filter(|sign| count(*sign) > 0).and_then(|sign| u8::try_from(sign).ok());
        let Some(delimiter) = delimiter else {
            findings.push(Diagnostic::at(Rule::NoSheet, &header));
            return None;
        };
        let mut records = records(&source, delimiter).into_iter();
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
    let unclosed = cells.iter().find(|cell| {
        let written = cell.span.text();
        written.starts_with('"') && (written.len() < 2 || !written.ends_with('"'))
    });
    if let Some(cell) = unclosed {
        findings.push(Diagnostic::at(Rule::UnclosedCell, &first_line(&cell.span)));
        return None;
    }
    // An unquoted 80,000 is two cells; the second stands where no column is.
    let headed = |position: usize| head.get(position).is_some_and(|cell| !cell.text.is_empty());
    let mut beyond = cells.iter().enumerate().filter(|(at, cell)| !cell.text.is_empty() && !headed(*at));
    if let Some((_, cell)) = beyond.next() {
        findings.push(Diagnostic::at(Rule::CellWithoutColumn, &cell.span));
        return None;
    }
    let end = cells.last()?.span.clone();
    let absent = || Cell { text: String::new(), span: end.source.span(end.range.end..end.range.end) };
    let [id, fact, year, value] = columns.map(|at| cells.get(at).cloned().unwrap_or_else(absent));
    let empty = [&id, &fact, &year, &value].iter().all(|cell| cell.text.is_empty());
    (!empty).then_some(Row { id, fact, year, value })
}

fn first_line(span: &Span) -> Span {
    span.part(0..span.text().lines().next().unwrap_or_default().len())
}

/// Every record of `source`, cell by cell.
fn records(source: &Source, delimiter: u8) -> Vec<Vec<Cell>> {
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut records = Vec::new();
    let mut cells = Vec::new();
    let mut at = 0;
    // A cell says no more than is written.
    let mut said = vec![0; source.text().len() + 1];
    while let Some((text, end, is_last)) = next_cell(&mut reader, &source.text()[at..], &mut said) {
        let written = &source.text()[at..at + end];
        // Blank lines, and the second half of a line end, come before the cell that follows them.
        let blank =
            if cells.is_empty() { written.len() - written.trim_start_matches(['\r', '\n']).len() } else { 0 };
        let closing = usize::from(written.ends_with(['\r', '\n', char::from(delimiter)]));
        let range = at + blank..(at + end - closing).max(at + blank);
        cells.push(Cell { text: text.trim().to_owned(), span: source.span(range) });
        at += end;
        if is_last {
            records.push(std::mem::take(&mut cells));
        }
    }
    records
}

/// The text of the cell that `rest` begins with, how many bytes it takes with what closes it, and
/// whether it is the last of its record. `said` is room for the text.
fn next_cell(reader: &mut Reader, rest: &str, said: &mut [u8]) -> Option<(String, usize, bool)> {
    let (mut read, mut length) = (0, 0);
    loop {
        let (result, taken, put) = reader.read_field(&rest.as_bytes()[read..], &mut said[length..]);
        (read, length) = (read + taken, length + put);
        match result {
            ReadFieldResult::Field { record_end } => {
                let text = str::from_utf8(&said[..length]).ok()?;
                return Some((text.to_owned(), read, record_end));
            }
            ReadFieldResult::InputEmpty => {}
            ReadFieldResult::OutputFull | ReadFieldResult::End => return None,
        }
    }
}

#[cfg(test)]
mod tests;
