//! CSV that spreadsheet programs open, change and save.

mod protect;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::file;

/// The words of the first row beside those for the two languages. They never change: files that went
/// out are read by them when they come back.
const KEY: &str = "key";
const STATE: &str = "state";
const PLACE: &str = "place";
const PREVIOUS: &str = "previous";
const EXAMPLE: &str = "example";
const NOTE: &str = "note";
const BASE: &str = "base";

/// The word for a translation that is of what its text says today.
const TRANSLATED: &str = "translated";

#[cfg(test)]
mod tests;
