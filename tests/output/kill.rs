//! A build that is killed at any moment.

use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::Path;
use std::process::Child;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::sites::Sites;

/// How often a build is killed.
const POINTS: u32 = 200;

/// Where files wait until all of them are there.
const UNFINISHED: &str = ".keikaku-unfinished";

/// The list of files, which is another one as soon as the first of them takes its place.
const LIST: &str = ".keikaku";

/// What a build is at when it is killed.
#[derive(Clone, Copy)]
enum At {
    /// Whatever comes.
    Any,
    /// It makes files, which wait.
    Making,
    /// The files take their places, which takes a small part of the whole time.
    Placing,
}

/// Waits until `build` of `out` has come there, or has ended; `list` stood there when it began.
fn wait_until(at: At, build: &mut Child, out: &Path, list: Option<u64>) {
    let is_there = || match at {
        At::Any => true,
        At::Making => out.join(UNFINISHED).exists(),
        At::Placing => list_of(out) != list,
    };
    while !is_there() && build.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(50));
    }
}

/// Which file the list in `out` is.
fn list_of(out: &Path) -> Option<u64> {
    Some(fs::metadata(out.join(LIST)).ok()?.ino())
}

/// How long a build takes from there to its end.
fn time_from(at: At, sites: &Sites, site: usize) -> Duration {
    let list = list_of(&sites.out());
    let mut build = sites.start(site).spawn().unwrap();
    wait_until(at, &mut build, &sites.out(), list);
    let began = Instant::now();
    assert!(build.wait().unwrap().success());
    began.elapsed()
}

#[test]
fn killed_at_any_of_200_moments_a_build_leaves_whole_files_and_the_next_one_finishes_the_job() {
    let sites = Sites::new();
    let mut chance = Chance::new();
    let seed = chance.seed;
    sites.build(0);
    let times =
        [(At::Any, 1), (At::Making, 0), (At::Placing, 1)].map(|(at, site)| (at, time_from(at, &sites, site)));
    let (mut unfinished, mut between) = (0, 0);
    for point in 0..POINTS {
        let site = usize::from(point % 2 == 0);
        if point % 20 == 0 {
            fs::remove_dir_all(sites.out()).unwrap();
        }
        let list = list_of(&sites.out());
        let mut build = sites.start(site).spawn().unwrap();
        let (at, time) = times[(point / 2) as usize % times.len()];
        wait_until(at, &mut build, &sites.out(), list);
        let delay = chance.up_to(time);
        sleep(delay);
        build.kill().unwrap();
        build.wait().unwrap();
        let when = format!("SEED={seed}, point {point}, killed after {delay:?}");
        assert_eq!(sites.faults(), Vec::<String>::new(), "{when}");
        unfinished += u32::from(sites.out().join(UNFINISHED).exists());
        between += u32::from(sites.out().exists() && !sites.whole.contains(&sites.built()));
        if point % 5 == 4 {
            let next = usize::from(point % 2 == 0);
            sites.build(next);
            sites.expect(next, &when);
        }
    }
    assert!(unfinished > 0 && between > 0, "SEED={seed}: no build was killed while it wrote");
    println!("killed while files waited: {unfinished}, between the two sites: {between}");
}
