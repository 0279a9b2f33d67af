//! read
pub mod yaml;
pub mod markdown;
