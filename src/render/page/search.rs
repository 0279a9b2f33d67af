//! The search page: where a script finds what can be found, and how it says how much that is.

use super::Desk;
use super::view::{PluralView, SearchView};
use crate::value::Address;

pub(super) fn search(desk: &Desk<'_>) -> SearchView {
    let (shelf, edition) = (desk.shelf, desk.edition);
    let links = |scripts: &[Address]| {
        scripts.iter().map(|script| desk.file(script)).collect::<Vec<String>>().join(" ")
    };
    let counts = edition.plural_forms("search.results", &[]);
    SearchView {
        index: links(shelf.index),
        source_index: (!edition.is_source()).then(|| links(shelf.source_index)),
        counts: counts.into_iter().map(|(category, words)| PluralView { category, words }).collect(),
    }
}
