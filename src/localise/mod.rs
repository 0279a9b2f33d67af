//! From [`Plan`](crate::plan::Plan) and [`Catalogue`] to [`Edition`]: the plan as one language's readers see it.
//!
//! The plan is not copied for each language; an edition answers, for any text, value or word of
//! it, how that reads in its language, and says so where it has to answer in another.

mod alignment;
mod assessment;
pub mod catalogue;
mod coverage;
mod edition;
mod finding;
mod fold;
mod number;
mod part;
mod size;
mod translation;

pub use alignment::{Candidate, align, likeness, matched};
pub use catalogue::Catalogue;
pub use coverage::Coverage;
pub use edition::{Edition, Passage, State};
pub use number::{Figure, PERCENT, PLURAL_FORMS, plural_forms_of};
pub use part::Part;
pub use translation::{Standing, standing};

use crate::value::Language;

/// Text in a known language, which is not always the page's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// The language it is in.
    pub language: Language,
}
