//! What somebody put in the site's way that is no plain file.

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
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

#[test]
fn what_cannot_be_read_is_somebody_s_and_not_written_over() {
    let sites = Sites::new();
    sites.build(0);
    let place = sites.out().join("sitemap.xml");
    let with_map = ["--base-url", "https://www.example.jp/"];
    let socket = UnixListener::bind(&place).unwrap();
    let told = sites.try_build(1, &with_map);
    assert!(!told.done && told.said.contains(place.to_str().unwrap()), "{}", told.said);
    assert!(place.symlink_metadata().unwrap().file_type().is_socket());
    drop(socket);
    fs::remove_file(&place).unwrap();

    fs::write(&place, "mine").unwrap();
    fs::set_permissions(&place, fs::Permissions::from_mode(0o000)).unwrap();
    let told = sites.build_with_permissions(1, &with_map);
    assert!(!told.done && told.said.contains(place.to_str().unwrap()), "{}", told.said);
    fs::set_permissions(&place, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(fs::read(&place).unwrap(), b"mine");
    fs::remove_file(&place).unwrap();
    sites.expect(0, "nothing was written");
}

#[test]
fn a_damaged_list_stops_no_build() {
    let sites = Sites::new();
    let long = "x/".repeat(100_000) + "x\n";
    for damage in [&b"\xff\xfe\n"[..], b"a\0b\n", long.as_bytes()] {
        sites.build(0);
        let path = sites.out().join(".keikaku");
        let list = fs::read(&path).unwrap();
        fs::write(&path, [&list, damage].concat()).unwrap();
        sites.build(1);
        sites.expect(1, &format!("damaged by {:?}", &damage[..3]));
    }
}

#[test]
fn a_folder_that_a_killed_build_had_just_made_is_no_stray() {
    let sites = Sites::new();
    sites.build(0);
    // As after a kill between the two steps that make `maps` and `maps/north`.
    let path = sites.out().join(".keikaku");
    let list = fs::read_to_string(&path).unwrap();
    fs::write(&path, list + "maps/north/1.svg\n").unwrap();
    fs::create_dir(sites.out().join("maps")).unwrap();
    sites.build(1);
    sites.expect(1, "half of a folder's path had been made");
}
