//! Ground: small nouns that every stage shares and that know nothing of files, plans or pages.

mod address;
mod fiscal_year;
mod language;
pub mod text_width;
pub mod unseen;

pub use address::Address;
pub use fiscal_year::FiscalYear;
pub use language::Language;
