//! How the search script grows with the plan: it must not grow faster than the text.
//!
//!     cargo bench --bench search

mod town;

use std::path::Path;

use keikaku::pipeline;
use keikaku::progress::{Progress, Stage};
use keikaku::write::Memory;
use tempfile::TempDir;
use walkdir::WalkDir;

/// How many chapters the plans have, from the smallest to the largest.
const CHAPTERS: [usize; 3] = [2, 20, 60];

/// How much the bytes of script for a byte of text may differ between a small plan and a large one.
const TOLERANCE: f64 = 1.05;

fn main() {
    println!("chapters      text    script  script / text  data and search");
    let ratios = CHAPTERS.map(measure);
    assert!(ratios[2] <= ratios[0] * TOLERANCE, "the script grows faster than the text");
}

/// Makes the site of a plan of so many `chapters`; the bytes of Japanese script for a byte of Japanese text.
fn measure(chapters: usize) -> f64 {
    let project = TempDir::new().expect("a folder for the plan");
    town::write(project.path(), chapters).expect("the plan is written");
    let progress = Progress::default();
    let outcome = pipeline::compile(project.path(), None, &progress, || Ok(Memory::default()));
    let (_, files) = outcome.site.unwrap_or_else(|| panic!("{:?}", outcome.findings));
    let (text, script) = (text(project.path()), script(files));
    let time = progress.times().iter().find(|(stage, _)| *stage == Stage::Data).map(|(_, time)| *time);
    let milliseconds = 1e3 * time.unwrap_or_default().as_secs_f64();
    let ratio = precise(script) / precise(text);
    println!("{chapters:8} {:6} KB {:6} KB {ratio:14.3} {milliseconds:13.1} ms", text / 1000, script / 1000);
    ratio
}

fn text(root: &Path) -> u64 {
    let entries = WalkDir::new(root.join("content")).into_iter().flatten();
    entries
        .filter(|entry| entry.file_type().is_file())
        .flat_map(|file| file.metadata())
        .map(|it| it.len())
        .sum()
}

fn script(files: Memory) -> u64 {
    let scripts =
        files.into_files().into_iter().filter(|(path, _)| path.as_str().starts_with("assets/search-ja"));
    scripts.map(|(_, bytes)| bytes.len() as u64).sum()
}

fn precise(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes).expect("less than 4 GB"))
}
