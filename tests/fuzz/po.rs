//! Translations that come back from a translator's own program.

use super::plan::{exchanged, taken};

/// Takes `bytes`, whatever they are.
pub fn run(bytes: &[u8]) {
    taken("fuzz.po", bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        exchanged(text, "fuzz.po");
    }
}
