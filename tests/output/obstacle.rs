//! What somebody put in the site's way that is no plain file.

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, symlink};
use std::path::Path;
use std::process::Command;

use crate::program::files;
use crate::sites::Sites;

/// Makes a pipe at `path`: whoever opens it waits for somebody at its other end.
fn make_pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn a_pipe_is_named_and_no_build_waits_at_it() {
    let sites = Sites::new();
    sites.build(0);
    for name in ["ja/index.html", "ja/picture-1.svg", "robots.txt", ".keikaku", ".keikaku-lock"] {
        let (place, kept) = (sites.out().join(name), sites.beside("kept"));
        fs::rename(&place, &kept).unwrap();
        make_pipe(&place);
        let told = sites.try_build(1, &[]);
        assert!(!told.done && told.said.contains(place.to_str().unwrap()), "{}", told.said);
        assert!(place.symlink_metadata().unwrap().file_type().is_fifo(), "{name}");
        fs::rename(kept, place).unwrap();
        sites.expect(0, name);
    }
    make_pipe(&sites.out().join(".keikaku-unfinished"));
    sites.build(1);
    sites.expect(1, "nobody's pipe under a name of ours");
}

#[test]
fn a_link_under_a_name_of_the_program_s_own_is_named_and_not_followed() {
    let sites = Sites::new();
    sites.build(0);
    let elsewhere = sites.beside("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::copy(sites.out().join(".keikaku"), elsewhere.join("list")).unwrap();
    let before = files(&elsewhere);
    for (name, target) in [(".keikaku-lock", "list"), (".keikaku-lock", "nothing-yet"), (".keikaku", "list")]
    {
        let (place, kept) = (sites.out().join(name), sites.beside("kept"));
        fs::rename(&place, &kept).unwrap();
        symlink(elsewhere.join(target), &place).unwrap();
        let told = sites.try_build(1, &[]);
        assert!(!told.done && told.said.contains(place.to_str().unwrap()), "{}", told.said);
        assert!(files(&elsewhere) == before && place.is_symlink(), "{name} → {target}");
        fs::rename(kept, place).unwrap();
        sites.expect(0, name);
    }
}
