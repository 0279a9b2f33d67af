//! The plan's figures as a table that staff fill in, and the way back into the files. Pure: texts
//! come in and go out, and nothing here touches the disk.
//!
//! A table has one row for each fact: an indicator's baseline, its target, and what was measured in
//! a year. Figures stand in it as the plan writes them. On the way back only what a person changed
//! is written, in the form that the file has; all else stays as it is, to the byte.

pub mod cells;
mod change;
mod edit;
mod fact;
mod place;
mod sheet;
mod table;

pub use change::{Change, changes};
pub use edit::edited;
pub use fact::Fact;
pub use sheet::Sheet;
pub use table::{BYTE_ORDER_MARK, table};

use crate::plan::Plan;

/// The words of a table's first row. They never change: tables of earlier years are read by them.
const HEADER: [&str; 5] = ["id", "name", "fact", "year", "value"];

/// Whether the file with these bytes is a table that holds nothing but what `plan` has: then nobody's
/// work is lost with it.
pub fn holds_nothing_new(bytes: &[u8], plan: &Plan) -> bool {
    let mut findings = Vec::new();
    let sheet = Sheet::read("", bytes, &mut findings);
    sheet.is_some_and(|sheet| {
        sheet.has_only_own_columns() && changes(&sheet, plan, &mut findings).is_empty() && findings.is_empty()
    })
}
