//! What a new plan, chapter, section or entry of the glossary begins from. Pure: answers come in, the texts
//! of files come out.
//!
//! `plan/` is a whole project, the smallest that shows everything a plan can hold. It builds as it stands
//! there, and a new plan is a copy of it with the answers put in. What the other commands make begins from
//! `chapter.md`, `section.md` and `term.md`. All of it is the content of a Japanese plan for Japanese
//! clerks to write over, so its texts and comments are Japanese whatever language the program speaks.

mod content;
mod number;
mod plan;
mod sample;

pub use content::{NewChapter, NewSection, NewTerm};
pub use number::{next, numbered, numeral};
pub use plan::{NewPlan, Placeholders};
pub use sample::samples_left;

/// A file to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewFile {
    /// Its path from the project's root.
    pub path: String,
    /// All of it.
    pub text: String,
}
