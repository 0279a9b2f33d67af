//! PO, the format of gettext and of programs for translators.
//!
//! It is read here and by no library: those that Rust has forget the previous source (`#|`), or where an
//! entry stands, and a finding needs both.

mod entry;
mod line;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::file;

/// What the comment begins with by which a translation is told when it comes back.
const BASE: &str = "keikaku:";

#[cfg(test)]
mod tests;
