//! What a script can choose the indicators by.

use serde::Serialize;

/// What the indicators can be filtered by.
#[derive(Debug, Serialize)]
pub struct FiltersView {
    /// The filters that the plan gives a choice for.
    pub filters: Vec<FilterView>,
    /// How many indicators are shown, in each plural form of the language; a script fills in `%{n}`.
    pub shown: Vec<PluralView>,
}

/// One choice among what an indicator can be: an indicator matches where its `data-` attribute of
/// the filter's key holds the option's value.
#[derive(Debug, Serialize)]
pub struct FilterView {
    /// `kind`, `section`, `pillars`, `sdgs` or `status`.
    pub key: &'static str,
    /// What it chooses, in words.
    pub label: String,
    /// The options.
    pub groups: Vec<OptionGroupView>,
}

/// Options of a filter.
#[derive(Debug, Serialize)]
pub struct OptionGroupView {
    /// Their heading; none where they need none.
    pub label: Option<String>,
    /// The tag of the heading's language.
    pub tag: String,
    /// The options.
    pub options: Vec<OptionView>,
}

/// An option of a filter. It can hold no markup, so its language stands beside it.
#[derive(Debug, Serialize)]
pub struct OptionView {
    /// The value to look for.
    pub value: String,
    /// Its words, with the number of indicators that match.
    pub label: String,
    /// The tag of the language it is in.
    pub tag: String,
}

/// Words in one plural form.
#[derive(Debug, Serialize)]
pub struct PluralView {
    /// The category of the numbers that ask for it: `one`, `other`.
    pub category: &'static str,
    /// The words, with `%{n}` for the number.
    pub words: String,
}
