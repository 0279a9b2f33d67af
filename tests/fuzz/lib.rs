//! What looks for input that harms: a target for each thing that the program reads. libFuzzer invents the
//! input (`targets/`); what it found worth keeping is in `cases/`, which `tests/odd.rs` reads again.

pub mod csv;
pub mod front_matter;
pub mod locale_file;
pub mod manuscript;
pub mod markdown;
pub mod plan;
pub mod po;
pub mod site;
pub mod values;
