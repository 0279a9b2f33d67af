//! An output on a disk that takes no more: full, read-only, or somebody else's.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use crate::program::files;
use crate::sites::{Files, Sites, Told, difference, told, without_own};

/// Ways to a shell that may mount a disk of its own, which is gone when it ends. The first asks for
/// nothing but Linux; where that is not allowed, as in some containers, only root may.
const WAYS: [&[&str]; 2] = [
    &["unshare", "--map-root-user", "--mount", "sh", "-euc"],
    &["sudo", "--non-interactive", "unshare", "--mount", "sh", "-euc"],
];

/// Puts the old site on a small disk, changes the disk by a last command, builds, and copies what the disk
/// then holds to where it can be seen.
const ON_DISK: &str = r#"
    before=$1 out=$2 after=$3 options=$4 last=$5; shift 5
    mount -t tmpfs -o "$options" keikaku "$out"
    cp -R "$before/." "$out"
    $last
    code=0; "$@" || code=$?
    cp -R "$out/." "$after"
    exit $code
"#;

/// The first way that is open here.
fn way() -> &'static [&'static str] {
    let mut refused = String::new();
    for way in WAYS {
        let mut command = Command::new(way[0]);
        match command.args(&way[1..]).arg("mount -t tmpfs keikaku /tmp").output() {
            Ok(output) if output.status.success() => return way,
            Ok(output) => refused += &String::from_utf8_lossy(&output.stderr),
            Err(error) => refused += &error.to_string(),
        }
    }
    panic!(
        "no small disk can be mounted here for this test; a container needs --cap-add SYS_ADMIN:\n{refused}"
    );
}

/// The site of project 1 built over that of project 0 on a disk with `options`, to which `last` is done
/// before; what was told, and what the disk then held.
fn build_on(options: &str, last: &str, sites: &Sites) -> (Told, Files) {
    let (before, after) = (sites.beside("before"), sites.beside(&format!("after-{options}")));
    for folder in [&after, &sites.out()] {
        fs::create_dir_all(folder).unwrap();
    }
    let way = way();
    let mut command = assert_cmd::Command::new(way[0]);
    command.args(&way[1..]).args([ON_DISK, "sh"]).args([&before, &sites.out(), &after]).args([options, last]);
    command.arg(env!("CARGO_BIN_EXE_keikaku")).args(["build", "--lang", "en"]);
    command.arg("--root").arg(sites.root(1)).arg("--out").arg(sites.out());
    (told(&mut command), files(&after))
}

/// Two sites, the first of them built in the folder `before`.
fn with_site_before() -> Sites {
    let sites = Sites::new();
    sites.build(0);
    fs::rename(sites.out(), sites.beside("before")).unwrap();
    sites
}

/// Builds on disks of more and less room, until the least is found in which there is enough, so that what
/// needs the last bit of it has failed as well. Each build ends with the whole new site, or says why not
/// and leaves the whole old one. `options` mounts a disk of some room, `used` is what the old site takes.
fn expect_old_or_new(sites: &Sites, used: usize, options: fn(usize) -> String) {
    let (mut full, mut enough) = (used, used * 3);
    while full + 1 < enough {
        let room = usize::midpoint(full, enough);
        let (told, left) = build_on(&options(room), "", sites);
        let when = format!("{}: {}", options(room), told.said);
        let stray = left.keys().find(|path| path.starts_with(".keikaku-unfinished"));
        assert_eq!(stray, None, "{when}");
        let differing = difference(&without_own(left), &sites.whole[usize::from(told.done)]);
        assert_eq!(differing, "", "{when}");
        if told.done {
            enough = room;
        } else {
            assert!(told.said.contains("error[K0702]") && told.said.contains("the disk is full"), "{when}");
            full = room;
        }
    }
    assert!(full > used && enough < used * 3, "some disks were full, some were not");
}

#[test]
fn on_a_full_disk_the_old_site_stays_whole_and_the_reason_is_told() {
    let sites = with_site_before();
    let pages = |bytes: &Vec<u8>| bytes.len().div_ceil(4096);
    let used = files(&sites.beside("before")).values().map(pages).sum();
    expect_old_or_new(&sites, used, |pages| format!("size={}k", pages * 4));
}

#[test]
fn on_a_disk_that_takes_no_more_files_the_old_site_stays_whole_and_the_reason_is_told() {
    let sites = with_site_before();
    let used = entries(&sites.beside("before"));
    expect_old_or_new(&sites, used, |files| format!("nr_inodes={files}"));
}

/// How many files and folders `folder` is.
fn entries(folder: &Path) -> usize {
    let inside = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().path());
    1 + inside.map(|path| entries(&path)).sum::<usize>()
}

#[test]
fn on_a_read_only_disk_the_old_site_stays_whole_and_the_reason_is_told() {
    let sites = with_site_before();
    let last = format!("mount -o remount,ro {}", sites.out().display());
    let (told, left) = build_on("size=16m", &last, &sites);
    assert!(!told.done && told.said.contains("error[K0702]"), "{}", told.said);
    assert!(told.said.contains("can only be read") && told.said.contains("site"), "{}", told.said);
    assert!(left == files(&sites.beside("before")), "nothing was written");
}

#[test]
fn in_a_folder_that_may_not_be_changed_the_old_site_stays_whole_and_the_reason_is_told() {
    let sites = Sites::new();
    sites.build(0);
    let mode = |mode| fs::set_permissions(sites.out(), fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let told = sites.build_with_permissions(1, &[]);
    mode(0o755);
    assert!(!told.done && told.said.contains("error[K0702]"), "{}", told.said);
    assert!(told.said.contains("not allowed") && told.said.contains("site"), "{}", told.said);
    sites.expect(0, &told.said);
    sites.build(1);
    sites.expect(1, "permitted again");
}

#[test]
fn where_one_folder_of_the_site_may_not_be_changed_nothing_is_or_nobody_says_so() {
    let sites = Sites::new();
    sites.build(0);
    let folder = sites.out().join("ja");
    let mode = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o555);
    let told = sites.build_with_permissions(1, &[]);
    mode(0o755);
    assert!(!told.done && told.said.contains(folder.to_str().unwrap()), "{}", told.said);
    assert_eq!(sites.faults(), Vec::<String>::new());
    let unchanged = sites.built() == sites.whole[0];
    assert!(unchanged || !told.said.contains("not changed"), "{}", told.said);
    sites.build(1);
    sites.expect(1, "permitted again");
}
