//! The page of the plan as data.

use serde::Serialize;

use super::LinkView;

/// `data`
#[derive(Debug, Serialize)]
pub struct DataView {
    /// The description of the data for search engines (JSON-LD).
    pub linked_data: String,
    /// The files about the whole plan.
    pub files: Vec<FileView>,
    /// The figures of each section that has any.
    pub sections: Vec<SectionFile>,
    /// The tables and their columns.
    pub tables: Vec<FieldsView>,
}

/// A file to download.
#[derive(Debug, Serialize)]
pub struct FileView {
    /// Where it stands.
    pub href: String,
    /// Its name: `indicators.csv`.
    pub name: String,
    /// How large it is: `12 KB`.
    pub size: String,
    /// What it holds.
    pub text: String,
}

/// The figures of a section.
#[derive(Debug, Serialize)]
pub struct SectionFile {
    /// The file, under the section's title and number.
    pub link: LinkView,
    /// How large it is.
    pub size: String,
}

/// The columns of a table.
#[derive(Debug, Serialize)]
pub struct FieldsView {
    /// Its name: `indicators`.
    pub name: &'static str,
    /// What its columns are announced with: `Columns of indicators.csv`.
    pub title: String,
    /// Its columns.
    pub fields: Vec<FieldView>,
}

/// What stands in a column, or in the columns of a text that has one for each language.
#[derive(Debug, Serialize)]
pub struct FieldView {
    /// The names in the header.
    pub names: Vec<String>,
    /// What it holds.
    pub title: String,
    /// The words that may stand in it, each with what it means; none where anything may, or where a
    /// column before it has the same.
    pub codes: Vec<CodeView>,
}

/// A word of a column.
#[derive(Debug, Serialize)]
pub struct CodeView {
    /// The word.
    pub code: &'static str,
    /// What it means.
    pub text: String,
}
