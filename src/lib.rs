//! keikaku (計画, "plan") turns a Japanese town's plan document, written in Markdown with YAML front
//! matter, into a site in several languages.
//!
//! The modules stand in the order of the way a file takes; each imports only those above its own
//! stage in this list's reverse (`tests/layering.rs` holds that).

pub mod diagnostic;
pub mod read;
pub mod render;
pub mod value;
