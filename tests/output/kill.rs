//! A build that is killed at any moment.

use std::fs;
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

/// Waits until `build` has begun to write into `out`, or has ended.
fn until_it_writes(build: &mut Child, out: &Path) {
    let waiting = out.join(UNFINISHED);
    while !waiting.exists() && build.try_wait().unwrap().is_none() {
        sleep(Duration::from_micros(50));
    }
}

/// How long a build takes, and how much of that it writes.
fn times(sites: &Sites) -> (Duration, Duration) {
    let started = Instant::now();
    let mut build = sites.start(1).spawn().unwrap();
    until_it_writes(&mut build, &sites.out());
    let began = started.elapsed();
    assert!(build.wait().unwrap().success());
    (started.elapsed(), started.elapsed().checked_sub(began).unwrap())
}

#[test]
fn killed_at_any_of_200_moments_a_build_leaves_whole_files_and_the_next_one_finishes_the_job() {
    let sites = Sites::new();
    let mut chance = Chance::new();
    let seed = chance.seed;
    sites.build(0);
    let (whole, writing) = times(&sites);
    let (mut unfinished, mut between) = (0, 0);
    for point in 0..POINTS {
        let site = usize::from(point % 2 == 0);
        if point % 20 == 0 {
            fs::remove_dir_all(sites.out()).unwrap();
        }
        let mut build = sites.start(site).spawn().unwrap();
        // Every other one is killed while it writes: that is a small part of the whole time.
        let delay = if point % 4 < 2 {
            chance.up_to(whole)
        } else {
            until_it_writes(&mut build, &sites.out());
            chance.up_to(writing)
        };
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
