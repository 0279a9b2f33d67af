//! What translators edit: the words of the pages and the translations of the plan.

mod reading;
mod stretch;
mod translation;
mod words;

pub use reading::read_translation;
pub use translation::{Field, ORPHANS, SIMILAR, TranslatedUnit, TranslationFile, Waiver};
pub use words::{WordsFile, read_words};
