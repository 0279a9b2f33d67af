//! The translator's desk: what translators can ask for, and what guards their work. Pure: texts come in,
//! and texts and findings go out.

pub mod check;
mod confirm;
mod diff;
pub mod exchange;
mod file;
mod lines;
mod status;
mod sync;

pub use check::{check, check_words};
pub use confirm::confirm;
pub use diff::{Change, diff};
pub use status::{Due, FileStatus, Need, status};
pub use sync::{Synced, sync};
