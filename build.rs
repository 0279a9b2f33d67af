//! What the compiler cannot know by itself: which files the macros embed, and from which commit the
//! program is made.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Where cargo, in a package, says from which commit it was made.
const PACKAGED: &str = ".cargo_vcs_info.json";

fn main() {
    println!("cargo:rerun-if-changed=locales/ui");
    println!("cargo:rerun-if-changed=themes/default");
    let version = env!("CARGO_PKG_VERSION");
    let version = commit().map_or(version.to_owned(), |commit| format!("{version} ({commit})"));
    println!("cargo:rustc-env=KEIKAKU_VERSION={version}");
}

/// The commit and its date. No clock is asked: the same commit gives the same program.
fn commit() -> Option<String> {
    if let Ok(packaged) = fs::read_to_string(PACKAGED) {
        let hash = packaged.split("\"sha1\"").nth(1)?.split('"').nth(1)?;
        return Some(hash.get(..7)?.to_owned());
    }
    // Whatever repository this folder may lie in otherwise, it is another's.
    if !Path::new(".git").exists() {
        return None;
    }
    // The first changes when another branch is checked out, the second with every commit; in a worktree
    // both stand elsewhere.
    for name in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", name])?;
        // A file that is not there would be taken for changed, every time.
        if Path::new(&path).exists() {
            println!("cargo:rerun-if-changed={path}");
        }
    }
    git(&["log", "-1", "--abbrev=7", "--format=%h %cs"])
}

/// What `git` answers; nothing where there is none.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok()?;
    let answer = output.status.success().then(|| String::from_utf8(output.stdout).ok())??;
    Some(answer.trim().to_owned())
}
