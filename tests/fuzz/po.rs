//! Translations that come back from a translator's own program.

#![no_main]

use keikaku_fuzz::{exchanged, taken};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    taken("fuzz.po", bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        exchanged(text, "fuzz.po");
    }
});
