//! A table as a spreadsheet program saves it, cell by cell with its place.
//!
//! `csv` reads records but does not tell where a cell stands; `csv_core`, which it is made of, takes
//! one cell at a time, so that what it has consumed is the place.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

use crate::diagnostic::{Diagnostic, Rule, Source, Span};

/// What may stand between cells: Excel writes the list separator of the system.
const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// What a cell says, and where.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its text.
    pub text: String,
    /// Where it stands, with its quotation marks.
    pub span: Span,
}

/// Every record of `source`, cell by cell, the first row first; its first line where nothing in that
/// stands between cells.
pub fn records(source: &Source) -> Result<Vec<Vec<Cell>>, Span> {
    let first_line = source.text().lines().next().unwrap_or_default();
    let count = |sign: char| first_line.matches(sign).count();
    let delimiter = DELIMITERS.into_iter().rev().max_by_key(|sign| count(*sign));
    let delimiter = delimiter.filter(|sign| count(*sign) > 0).and_then(|sign| u8::try_from(sign).ok());
    let delimiter = delimiter.ok_or_else(|| source.span(0..first_line.len()))?;
    Ok(cells(source, delimiter))
}

/// What is wrong with the form of a row under the row `head`: a quotation mark that is not closed, or
/// a cell where no column is.
pub fn fault(cells: &[Cell], head: &[Cell]) -> Option<Diagnostic> {
    let unclosed = cells.iter().find(|cell| {
        let written = cell.span.text();
        written.starts_with('"') && (written.len() < 2 || !written.ends_with('"'))
    });
    if let Some(cell) = unclosed {
        return Some(Diagnostic::at(Rule::UnclosedCell, &first_line(&cell.span)));
    }
    // An unquoted 80,000 is two cells; the second stands where no column is.
    let headed = |position: usize| head.get(position).is_some_and(|cell| !cell.text.trim().is_empty());
    let mut beyond =
        cells.iter().enumerate().filter(|(at, cell)| !cell.text.trim().is_empty() && !headed(*at));
    beyond.next().map(|(_, cell)| Diagnostic::at(Rule::CellWithoutColumn, &cell.span))
}

fn first_line(span: &Span) -> Span {
    span.part(0..span.text().lines().next().unwrap_or_default().len())
}

/// Every record of `source`, cell by cell.
fn cells(source: &Source, delimiter: u8) -> Vec<Vec<Cell>> {
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
        cells.push(Cell { text, span: source.span(range) });
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
mod tests {
    use super::records;
    use crate::diagnostic::{Position, Source};

    #[test]
    fn every_cell_has_its_text_and_its_place() {
        let source = Source::new("a.csv", "a,\"b\"\"c\"\r\n\r\nd,\"e\nf\"\n,");
        let read = records(&source).unwrap();
        let cells: Vec<Vec<_>> = (read.iter())
            .map(|cells| cells.iter().map(|cell| (cell.text.as_str(), cell.span.text())).collect())
            .collect();
        assert_eq!(
            cells,
            [
                vec![("a", "a"), ("b\"c", "\"b\"\"c\"")],
                vec![("d", "d"), ("e\nf", "\"e\nf\"")],
                vec![("", ""); 2]
            ]
        );
        assert_eq!(read[1][0].span.position(), Position { line: 3, column: 1 });
        assert_eq!(read[1][1].span.position(), Position { line: 3, column: 3 });
    }
}
