//! A table: its fields, and the cells of its rows.

use super::Field;

/// A table with one cell for each field in every row.
#[derive(Debug, Default)]
pub(in crate::render) struct Table<'a> {
    /// The key of its words, and its name for programs.
    pub(in crate::render) name: &'static str,
    /// Its columns.
    pub(in crate::render) fields: Vec<Field<'a>>,
    /// The fields that tell one row from every other.
    pub(super) key: &'static [&'static str],
    /// The cells of each row; an empty one is a value that is missing.
    pub(super) rows: Vec<Vec<String>>,
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
        let cells = |row: R| columns.iter().map(|column| (column.cell)(&row)).collect();
        let rows = rows.into_iter().map(cells).collect();
        Self { name, fields: columns.into_iter().map(|column| column.field).collect(), key, rows }
    }
}
