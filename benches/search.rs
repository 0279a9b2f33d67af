//! How the search script grows with the plan: it must not grow faster than the text.
//!
//!     cargo bench --bench search

use std::fs;
use std::path::Path;

use keikaku::pipeline;
use keikaku::progress::Progress;
use keikaku::write::Memory;
use tempfile::TempDir;

/// How much the bytes of script for a byte of text may differ between a small plan and a large one.
const TOLERANCE: f64 = 1.05;

fn main() {
    println!("sections       text     script   script / text");
    let ratios = [10, 100, 300].map(|sections| {
        let project = TempDir::new().expect("a folder for the plan");
        let text = write(project.path(), sections);
        let script = script(project.path());
        let ratio = precise(script) / precise(text);
        println!("{sections:8} {:7} KB {:7} KB   {ratio:13.3}", text / 1024, script / 1024);
        ratio
    });
    assert!(ratios[2] <= ratios[0] * TOLERANCE, "the script grows faster than the text");
}

fn precise(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).expect("less than 4 GB"))
}

/// Writes a plan of the sections of this repository's, again and again; the bytes of their text.
fn write(root: &Path, sections: usize) -> usize {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let read = |path: &Path| fs::read_to_string(path).expect("a file of the plan");
    let list = |folder: &str| {
        let entries = fs::read_dir(content.join(folder)).expect("a folder of the plan");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry of it").path()).collect();
        paths.sort();
        paths
    };
    let mut written = 0;
    let mut write = |path: String, text: String| {
        let path = root.join("content").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder for the file");
        written += text.len();
        fs::write(path, text).expect("the file");
    };
    write("plan.yml".into(), read(&content.join("plan.yml")).replace("[ja, pt, en]", "[ja]"));
    write("1-all/chapter.md".into(), read(&content.join("3-administration/chapter.md")));
    for (number, path) in list("glossary").iter().enumerate() {
        write(format!("glossary/{number:02}-term.md"), read(path));
    }
    let mut chapter = list("3-administration");
    chapter.retain(|path| !path.ends_with("chapter.md"));
    for (number, path) in (1..=sections).zip(chapter.iter().cycle()) {
        let text = read(path).replace("  - id: ", &format!("  - id: s{number}-"));
        write(format!("1-all/{number}-section.md"), text);
    }
    written
}

/// The bytes of the search script of the plan under `root`.
fn script(root: &Path) -> usize {
    let outcome = pipeline::compile(root, None, &Progress::default(), || Ok(Memory::default()));
    let (_, files) = outcome.site.unwrap_or_else(|| panic!("{:?}", outcome.findings));
    let is_script = |path: &str| path.starts_with("assets/search-ja-");
    files
        .into_files()
        .iter()
        .find(|(address, _)| is_script(address.as_str()))
        .map_or(0, |(_, bytes)| bytes.len())
}
