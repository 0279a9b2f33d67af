//! keikaku (計画, "plan") turns a Japanese town's plan document, written in Markdown with YAML front
//! matter, into a site in several languages.
//!
//! The way a file takes, stage by stage; each imports only stages above it in this list, and
//! `tests/layering.rs` holds that:
//!
//! 1. [`value`]: ground — languages, addresses, years
//! 2. [`diagnostic`]: what is wrong, where, and how to mend it
//! 3. [`read`]: disk → `Project`
//! 4. [`write`]: finished files → disk
//! 5. [`plan`]: `Project` → `Plan`, pure
//! 6. [`schema`]: what the files of `content/` may hold, for editors
//! 7. [`spreadsheet`]: `Plan` ↔ a table of its figures, and the texts that a filled-in table changes
//! 8. [`localise`]: `Plan` + words → `Edition`, the plan in one language
//! 9. [`manuscript`]: the text of a printed chapter → the files of `content/`
//! 10. [`starter`]: what a new plan, chapter, section or entry of the glossary begins from
//! 11. [`translate`]: what translators ask for and what guards their work
//! 12. [`render`]: `Edition`s → `Site`
//! 13. [`pipeline`]: all of it in order
//! 14. [`serve`]: the site at an address of this computer, made again on every change
//! 15. [`command`]: what a person can ask for; the only place that prints

pub mod command;
pub mod diagnostic;
pub mod localise;
pub mod manuscript;
pub mod pipeline;
pub mod plan;
pub mod read;
pub mod render;
pub mod schema;
pub mod serve;
pub mod spreadsheet;
pub mod starter;
pub mod translate;
pub mod value;
pub mod write;
