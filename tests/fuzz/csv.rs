//! Tables that come back from a spreadsheet: figures, and translations.

use super::plan::{PROJECT, exchanged, root, shown, taken};
use keikaku::diagnostic::Diagnostics;
use keikaku::spreadsheet::{Sheet, changes, edited};

/// Takes `bytes`, whatever they are.
pub fn run(bytes: &[u8]) {
    figures(bytes);
    taken("fuzz.csv", bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        exchanged(text, "fuzz.csv");
    }
}

/// What a table changes stands in the files, and nothing is left to change.
fn figures(bytes: &[u8]) {
    let plan = &PROJECT.1;
    let mut findings = Diagnostics::new();
    let Some(sheet) = Sheet::read("fuzz.csv", bytes, &mut findings) else { return shown(&findings) };
    let all = changes(&sheet, plan, &mut findings);
    shown(&findings);
    for change in &all {
        let before = std::fs::read(root().join(&change.file)).expect("a change is in a file of the plan");
        if let Ok(after) = edited(&change.file, &before, &[change]) {
            assert!(after.contains("id: "), "{after}");
        }
    }
}
