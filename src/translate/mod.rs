//! The translator's desk: what translators can ask for, and what guards their work. Pure: texts come in,
//! and texts and findings go out.

pub mod check;

pub use check::check;
