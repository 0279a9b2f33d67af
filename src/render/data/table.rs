//! A table: its fields, and its rows as CSV. Of a large plan the cells are more than all its text, so none is
//! kept.

use super::{Field, csv};

/// A table with one cell for each field in every row.
#[derive(Debug)]
pub(in crate::render) struct Table<'a> {
    /// The key of its words, and its name for programs.
    pub(in crate::render) name: &'static str,
    /// Its columns.
    pub(in crate::render) fields: Vec<Field<'a>>,
    /// The fields that tell one row from every other.
    pub(super) key: &'static [&'static str],
    /// The names of its columns, and its rows; an empty cell is a value that is missing.
    pub(super) csv: Vec<u8>,
}

/// A column of a table whose rows are made from `R`.
pub(super) struct Column<'a, R> {
    field: Field<'a>,
    cell: Box<dyn Fn(&R) -> String + 'a>,
}

impl<'a, R> Column<'a, R> {
    pub(super) fn new(field: Field<'a>, cell: impl Fn(&R) -> String + 'a) -> Self {
        Self { field, cell: Box::new(cell) }
    }
}

impl<'a> Table<'a> {
    pub(super) fn new<R>(
        name: &'static str,
        key: &'static [&'static str],
        columns: Vec<Column<'a, R>>,
        rows: impl IntoIterator<Item = R>,
    ) -> Self {
        let cells = |row: R| columns.iter().map(move |column| (column.cell)(&row));
        let header = columns.iter().map(|column| column.field.name.as_str());
        let csv = csv::write(header, rows.into_iter().map(cells));
        Self { name, fields: columns.into_iter().map(|column| column.field).collect(), key, csv }
    }
}
