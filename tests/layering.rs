//! The order of the stages. Cargo does not forbid circles inside a crate; this does.

use std::fs;
use std::path::{Path, PathBuf};

/// The stages from the ground up, as `src/lib.rs` lists them: each may use those before it.
const STAGES: [&str; 16] = [
    "value",
    "progress",
    "diagnostic",
    "read",
    "write",
    "plan",
    "schema",
    "spreadsheet",
    "localise",
    "manuscript",
    "starter",
    "translate",
    "render",
    "pipeline",
    "serve",
    "command",
];

/// Each library that the design names, and the one file or folder through which it is used.
const DOORS: [(&str, &str); 14] = [
    ("walkdir::", "read/walk"),
    ("serde_yaml::", "read/yaml"),
    ("pulldown_cmark::", "read/markdown"),
    ("rust_i18n::", "localise/catalogue"),
    ("tera::", "render/template"),
    ("plotters", "render/chart"),
    ("cssparser::", "render/style"),
    ("csscolorparser", "render/colour"),
    ("quick_xml::", "render/data/stratml"),
    ("rawzip::", "render/bundle"),
    ("tokio", "serve/server"),
    ("hyper::", "serve/"),
    ("indicatif::", "command/progress"),
    ("ureq::", "command/check/external"),
];

fn sources() -> Vec<(String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![src.clone()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
                let code: Vec<String> = fs::read_to_string(&path).unwrap().lines().map(code_of).collect();
                sources.push((name, code.join("\n")));
            }
        }
    }
    sources
}

/// A line without its comment.
fn code_of(line: &str) -> String {
    line.split("//").next().unwrap_or_default().to_owned()
}

fn stage_of(file: &str) -> Option<usize> {
    let name = file.split('/').next().unwrap().trim_end_matches(".rs");
    STAGES.iter().position(|stage| *stage == name)
}

#[test]
fn every_file_belongs_to_a_stage() {
    for (file, _) in sources() {
        assert!(
            stage_of(&file).is_some() || file == "lib.rs" || file == "main.rs",
            "{file} belongs to no stage"
        );
    }
}

#[test]
fn a_stage_uses_only_the_stages_below_it() {
    let mut found = 0;
    for (file, code) in sources() {
        let Some(own) = stage_of(&file) else { continue };
        for (at, _) in code.match_indices("crate::") {
            let rest = &code[at + "crate::".len()..];
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(group) => group.split('}').next().unwrap().split(',').collect(),
                None => vec![rest],
            };
            for name in names {
                let name: String =
                    name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(used) = STAGES.iter().position(|stage| *stage == name) else { continue };
                found += 1;
                assert!(used <= own, "{file} uses {name}, which stands above it");
            }
        }
    }
    assert!(found > 50, "only {found} uses were found: this test has lost its eyes");
}

#[test]
fn each_named_library_has_one_door() {
    for (library, door) in DOORS {
        let users: Vec<String> =
            sources().into_iter().filter(|(_, code)| code.contains(library)).map(|(file, _)| file).collect();
        assert!(!users.is_empty(), "{library} is used nowhere");
        for file in users {
            assert!(file.starts_with(door), "{file} uses {library}, whose door is {door}");
        }
    }
}

#[test]
fn only_read_write_and_command_touch_the_disk() {
    for (file, code) in sources() {
        let allowed = ["read/", "write/", "command/"].iter().any(|stage| file.starts_with(stage));
        assert!(allowed || !code.contains("std::fs"), "{file} touches the disk");
    }
}

#[test]
fn only_command_prints() {
    for (file, code) in sources() {
        let prints = ["println!", "eprintln!", "print!("].iter().any(|print| code.contains(print));
        assert!(file.starts_with("command/") || !prints, "{file} prints");
    }
}
