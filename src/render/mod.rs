//! render
pub mod chart;
