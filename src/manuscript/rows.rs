//! The rows of the tables of indicators, over as many lines and pages as they take.

use super::line::Kind;
use super::reader::Reader;
use super::table::{self, Column, Row};
use super::text::{ends_sentence, joined};
use crate::diagnostic::{Diagnostic, Rule, Span};
use crate::plan;

/// A table whose title has been read.
pub(super) struct Table {
    pub(super) kind: plan::Kind,
    /// Its columns, and the line that names them.
    pub(super) head: Option<(Vec<Column>, Span)>,
}

impl Table {
    fn row(&self, cells: &[&str], before: &str) -> Option<(Row, bool)> {
        let (columns, _) = self.head.as_ref()?;
        table::row(columns, cells, before)
    }
}

impl Reader<'_> {
    pub(super) fn columns(&mut self, columns: Vec<Column>) {
        match &mut self.table {
            Some(table) => {
                table.head = Some((columns, self.lines[self.at].span.clone()));
                self.drop_line();
            }
            None => self.keep_line(),
        }
    }

    /// A row; `before` is the beginning of its name, which stands on the lines above it.
    pub(super) fn row(&mut self, cells: &[&str], before: &str) {
        let read = self.table.as_ref().and_then(|table| Some((table.kind, table.row(cells, before)?)));
        let Some((kind, (row, other))) = read else {
            self.keep_line();
            return;
        };
        if let Some(section) = self.draft.section() {
            section.rows.push((kind, row));
        }
        if other {
            self.keep_with_head();
        }
        self.at += 1;
    }

    /// Keeps a row that says more than a file holds, and once the head that tells what it says.
    fn keep_with_head(&mut self) {
        let head = self.table.as_ref().and_then(|table| table.head.as_ref()).map(|(_, head)| head.clone());
        if let Some(head) = head.filter(|head| self.draft.dropped.contains(head)) {
            self.draft.dropped.retain(|dropped| *dropped != head);
            self.draft.keep(&head, Rule::CellNotPlaced);
        }
        self.draft.keep(&self.lines[self.at].span, Rule::CellNotPlaced);
    }

    /// The row at the line `end`, if the lines before it are the beginning of its name.
    pub(super) fn wrapped_row(&mut self, end: usize) -> bool {
        let Kind::Cells(cells) = self.kind(end).clone() else { return false };
        let lines = self.lines[self.at..end].iter().map(|line| line.text);
        let before = joined(lines);
        let fits = self.table.as_ref().is_some_and(|table| table.row(&cells, &before).is_some());
        if !fits || ends_sentence(&before) {
            return false;
        }
        self.findings.push(Diagnostic::at(Rule::RowJoined, &self.span(self.at, end)));
        self.at = end;
        self.row(&cells, &before);
        true
    }
}
