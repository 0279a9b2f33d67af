//! Odd input that a machine found: each case once took the program on a way that no other had.
//!
//! What a target asks of any input holds for these as well; `cargo fuzz` goes on from them (README.md).

#[path = "fuzz/lib.rs"]
mod fuzz;

use std::fs;
use std::path::Path;

/// How many cases of the target `name` there are, each of which `take` took.
fn taken(name: &str, take: impl Fn(&[u8])) -> usize {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/cases").join(name);
    let mut cases: Vec<_> = fs::read_dir(folder).unwrap().map(|case| case.unwrap().path()).collect();
    cases.sort();
    for case in &cases {
        // A panic tells what it was about, and this says of which file.
        println!("{}", case.display());
        take(&fs::read(case).unwrap());
    }
    cases.len()
}

/// Takes the cases of a target that wants text.
fn taken_as_text(name: &str, take: fn(&str)) -> usize {
    taken(name, |bytes| take(std::str::from_utf8(bytes).unwrap()))
}

#[test]
fn front_matter_is_read_or_refused() {
    assert!(taken_as_text("front_matter", fuzz::front_matter::run) > 20);
}

#[test]
fn figures_and_names_are_read_or_refused() {
    assert!(taken_as_text("values", fuzz::values::run) > 20);
}

#[test]
fn texts_are_read_or_refused() {
    assert!(taken_as_text("markdown", fuzz::markdown::run) > 20);
}

#[test]
fn translators_files_are_read_or_refused_and_come_to_rest() {
    assert!(taken_as_text("locale_file", fuzz::locale_file::run) > 20);
}

#[test]
fn tables_are_taken_in_or_refused() {
    assert!(taken("csv", fuzz::csv::run) > 20);
}

#[test]
fn catalogues_are_taken_in_or_refused() {
    assert!(taken("po", fuzz::po::run) > 20);
}

#[test]
fn printed_chapters_are_read_or_refused() {
    assert!(taken("manuscript", fuzz::manuscript::run) > 20);
}

#[test]
fn a_page_of_anything_holds_no_markup_of_its_own() {
    assert!(taken_as_text("site", fuzz::site::run) > 10);
}
