//! Takes it that a translation is still right for what its source says now.

use std::collections::BTreeMap;

use super::file::{Languages, set};
use super::lines::edited;
use super::status::Due;
use crate::diagnostic::{Diagnostic, Source};

/// The texts of the files in which `due` stand, by their paths, with each source as it is today and
/// every other byte as it was.
pub fn confirm(due: &[&Due<'_>], languages: Languages<'_>) -> Result<BTreeMap<String, String>, Diagnostic> {
    let mut changes: BTreeMap<String, (Source, Vec<_>)> = BTreeMap::new();
    for due in due {
        let Some(unit) = due.translated else { continue };
        let block = due.unit.markdown;
        let change = set(unit, unit.source_field.as_ref(), (languages.0, &due.unit.text), block)?;
        let source = unit.whole.source.clone();
        changes.entry(source.path().to_owned()).or_insert_with(|| (source, Vec::new())).1.push(change);
    }
    let texts = changes
        .into_iter()
        .map(|(path, (source, changes))| (path, edited(&source.span(0..source.text().len()), &changes)));
    Ok(texts.collect())
}
