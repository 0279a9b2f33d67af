//! The search page: where a script finds what can be found, and how it says how much that is.

use super::Desk;
use super::view::{PluralView, SearchView};

pub(super) fn search(desk: &Desk<'_>) -> SearchView {
    let (shelf, edition) = (desk.shelf, desk.edition);
    let counts = edition.plural_forms("search.results", &[]);
    SearchView {
        index: desk.file(shelf.index),
        source_index: (!edition.is_source()).then(|| desk.file(shelf.source_index)),
        counts: counts.into_iter().map(|(category, words)| PluralView { category, words }).collect(),
    }
}
