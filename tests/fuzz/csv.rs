//! Tables that come back from a spreadsheet: figures, and translations.

#![no_main]

use keikaku::diagnostic::Diagnostics;
use keikaku::spreadsheet::{Sheet, changes, edited};
use keikaku_fuzz::{PROJECT, exchanged, shown, taken};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    figures(bytes);
    taken("fuzz.csv", bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        exchanged(text, "fuzz.csv");
    }
});

/// What a table changes stands in the files, and nothing is left to change.
fn figures(bytes: &[u8]) {
    let plan = &PROJECT.1;
    let mut findings = Diagnostics::new();
    let Some(sheet) = Sheet::read("fuzz.csv", bytes, &mut findings) else { return shown(&findings) };
    let all = changes(&sheet, plan, &mut findings);
    shown(&findings);
    for change in &all {
        let path = format!("{}/../translated/{}", env!("CARGO_MANIFEST_DIR"), change.file);
        let before = std::fs::read(path).expect("a change is in a file of the plan");
        if let Ok(after) = edited(&change.file, &before, &[change]) {
            assert!(after.contains("id: "), "{after}");
        }
    }
}
