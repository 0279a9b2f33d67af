//! A build beside others: those who read the site meanwhile, another build, another clock.

use std::collections::BTreeSet;
use std::fs::{self, File, FileTimes};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::program::files;
use crate::sites::Sites;

/// Reads every file of the output again and again until `done`; what was not whole, and how often it read.
fn read_until(done: &AtomicBool, sites: &Sites) -> (BTreeSet<String>, usize) {
    let paths: BTreeSet<&String> = sites.whole.iter().flat_map(|site| site.keys()).collect();
    let (mut faults, mut rounds) = (BTreeSet::new(), 0);
    while !done.load(Ordering::Relaxed) {
        for path in &paths {
            let known = sites.whole.iter().map(|site| site.get(*path));
            let whole = match fs::read(sites.out().join(path)) {
                Ok(bytes) => known.flatten().any(|known| *known == bytes),
                // Only what one of the sites does not have may be away.
                Err(error) if error.kind() == ErrorKind::NotFound => {
                    known.into_iter().any(|known| known.is_none())
                }
                Err(_) => false,
            };
            if !whole {
                faults.insert((*path).clone());
            }
        }
        rounds += 1;
    }
    (faults, rounds)
}

#[test]
fn who_reads_the_site_while_it_is_built_meets_the_old_file_or_the_new_one() {
    let sites = Sites::new();
    sites.build(0);
    let done = AtomicBool::new(false);
    let (faults, rounds) = thread::scope(|scope| {
        let reader = scope.spawn(|| read_until(&done, &sites));
        for round in 1..=10 {
            sites.build(round % 2);
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap()
    });
    assert_eq!(faults, BTreeSet::new());
    assert!(rounds > 10, "the reader read {rounds} times only");
}

#[test]
fn of_builds_that_begin_at_once_each_writes_its_whole_site_or_nothing() {
    let sites = Sites::new();
    for round in 0..6 {
        let start = |build: usize| sites.start((build + round) % 2).stderr(Stdio::piped()).spawn().unwrap();
        let begun: Vec<_> = (0..6).map(start).collect();
        let ended = begun.into_iter().map(|build| build.wait_with_output().unwrap());
        let ended: Vec<_> =
            ended.map(|output| (output.status.code(), String::from_utf8(output.stderr).unwrap())).collect();
        assert!(ended.iter().any(|(code, _)| *code == Some(0)), "{ended:?}");
        for (code, said) in &ended {
            assert!(*code == Some(0) || *code == Some(1) && said.contains("error[K0703]"), "{code:?} {said}");
        }
        let site = usize::from(sites.built() == sites.whole[1]);
        sites.expect(site, &format!("round {round}: {ended:?}"));
    }
}

#[test]
fn what_is_written_does_not_depend_on_the_clock_or_on_the_times_of_files() {
    let sites = Sites::new();
    sites.build(0);
    let dated = |folder: PathBuf, year: u64| {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs((year - 1970) * 366 * 86_400);
        for path in files(&folder).into_keys() {
            let file = File::options().append(true).open(folder.join(path)).unwrap();
            file.set_times(FileTimes::new().set_modified(time)).unwrap();
        }
    };
    for (of_content, of_site) in [(1971, 2060), (2060, 1971)] {
        dated(sites.root(0), of_content);
        dated(sites.out(), of_site);
        let told = sites.try_build(0, &[]);
        assert!(told.done && told.said.contains("Files written: 0,"), "{}", told.said);
        sites.expect(0, "the same site");
    }
    let plan = sites.root(0).join("content/plan.yml");
    fs::write(&plan, fs::read_to_string(&plan).unwrap().replace("古い計画", "別の計画")).unwrap();
    dated(sites.root(0), 1971);
    let told = sites.try_build(0, &[]);
    assert!(
        told.done && !told.said.contains("Files written: 0,"),
        "an edit from before the site is one: {}",
        told.said
    );
}
