//! keikaku (計画, "plan") turns a Japanese town's plan document, written in Markdown with YAML front
//! matter, into a site in several languages.
//!
//! The way a file takes, stage by stage; each imports only stages above it in this list, and
//! `tests/layering.rs` holds that:
//!
//! 1. [`value`]: ground — languages, addresses, years
//! 2. [`progress`]: how far a run has come
//! 3. [`diagnostic`]: what is wrong, where, and how to mend it
//! 4. [`read`]: disk → `Project`
//! 5. [`write`]: finished files → where they go, mostly the disk
//! 6. [`plan`]: `Project` → `Plan`, pure
//! 7. [`schema`]: what the files of `content/` may hold, for editors
//! 8. [`spreadsheet`]: `Plan` ↔ a table of its figures, and the texts that a filled-in table changes
//! 9. [`localise`]: `Plan` + words → `Edition`, the plan in one language
//! 10. [`manuscript`]: the text of a printed chapter → the files of `content/`
//! 11. [`starter`]: what a new plan, chapter, section or entry of the glossary begins from
//! 12. [`translate`]: what translators ask for and what guards their work
//! 13. [`render`]: `Edition`s → the files of a site, each sent to a destination of `write`
//! 14. [`pipeline`]: all of it in order
//! 15. [`serve`]: the site at an address of this computer, made again on every change
//! 16. [`command`]: what a person can ask for; the only place that prints

pub mod command;
pub mod diagnostic;
pub mod localise;
pub mod manuscript;
pub mod pipeline;
pub mod plan;
pub mod progress;
pub mod read;
pub mod render;
pub mod schema;
pub mod serve;
pub mod spreadsheet;
pub mod starter;
pub mod translate;
pub mod value;
pub mod write;
