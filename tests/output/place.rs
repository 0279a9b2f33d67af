//! Where a person tells `keikaku` to write.

use std::fs;
use std::os::unix::fs::FileTypeExt as _;
use std::process::Command;

use crate::program::files;
use crate::sites::Sites;

#[test]
fn a_list_of_changes_does_not_take_the_place_of_a_pipe_or_device() {
    let sites = Sites::new();
    let pipe = sites.beside("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let told = sites.try_build(0, &["--changes", pipe.to_str().unwrap()]);
    assert!(!told.done && told.said.contains(pipe.to_str().unwrap()), "{}", told.said);
    assert!(pipe.symlink_metadata().unwrap().file_type().is_fifo());
}

#[test]
fn a_list_of_changes_does_not_take_the_place_of_a_file_that_is_none() {
    let sites = Sites::new();
    let list = sites.beside("changes.txt");
    for site in [0, 1, 1, 0] {
        let told = sites.try_build(site, &["--changes", list.to_str().unwrap()]);
        assert!(told.done, "an older list, and an empty one, may go: {}", told.said);
    }
    let before = files(&sites.root(1));
    for name in ["content/plan.yml", "content/2-chapter/1-section.md"] {
        let file = sites.root(1).join(name);
        let told = sites.try_build(1, &["--changes", file.to_str().unwrap()]);
        assert!(!told.done && told.said.contains(name), "{}", told.said);
        assert!(files(&sites.root(1)) == before, "{name}");
    }
}

#[test]
fn no_site_is_written_among_its_sources() {
    let sites = Sites::new();
    let root = sites.root(0);
    fs::create_dir_all(root.join("themes/town")).unwrap();
    fs::create_dir(root.join("locales")).unwrap();
    let before = files(&root);
    std::os::unix::fs::symlink(root.join("content"), sites.beside("link")).unwrap();
    let inside = ["content/site", "content/1-chapter/site", "locales", "locales/site", "themes/town/site"];
    let through = sites.beside("link/site");
    for out in inside.map(|out| root.join(out)).into_iter().chain([through]) {
        let told = sites.try_build_into(&out, 0);
        assert!(!told.done && told.said.contains(out.to_str().unwrap()), "{}", told.said);
        assert!(files(&root) == before, "{out:?}");
    }
}
