//! The project's own files: gone while a build reads them, or changed by a command that is killed.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::chance::Chance;
use crate::program::files;
use crate::sites::{Files, Sites};

/// How often an import is killed.
const POINTS: usize = 30;

/// How the name of a file begins that is not in its place yet.
const UNFINISHED: &str = ".keikaku-unfinished";

/// How many sections a plan has whose figures are changed.
const SECTIONS: usize = 60;

#[test]
fn a_source_that_vanishes_while_it_is_read_is_named_and_the_old_site_stays_whole() {
    let sites = Sites::new();
    sites.build(0);
    let (content, away) = (sites.root(1).join("content"), sites.beside("away"));
    let started = Instant::now();
    sites.build(1);
    let reading = started.elapsed() / 3;
    let mut missed = 0;
    for point in 0..20 {
        sites.build(0);
        let build = sites.start(1).stderr(Stdio::piped()).spawn().unwrap();
        sleep(reading * point / 20);
        fs::rename(&content, &away).unwrap();
        let output = build.wait_with_output().unwrap();
        fs::rename(&away, &content).unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        let when = format!("gone after {:?}: {said}", reading * point / 20);
        sites.expect(usize::from(output.status.success()), &when);
        assert!(output.status.success() || said.contains("content"), "{when}");
        missed += u32::from(!output.status.success());
    }
    assert!(missed > 0, "no build missed the folder");
}

/// The text of each section in `folder`, by the file's name.
fn sections(folder: &Path) -> Files {
    let mut sections = files(folder);
    sections.retain(|name, _| name.ends_with("section.md"));
    sections
}

/// Whether a file in `folder` is not in its place yet.
fn waits_in(folder: &Path) -> bool {
    let mut names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.any(|name| name.as_encoded_bytes().starts_with(UNFINISHED.as_bytes()))
}

/// Removes what the killed left, so that the next one is seen to begin.
fn remove_waiting(folder: &Path) {
    for name in files(folder).into_keys().filter(|name| name.starts_with(UNFINISHED)) {
        fs::remove_file(folder.join(name)).unwrap();
    }
}

/// `keikaku data` with `arguments` for the plan under `root`.
fn data(arguments: &[&str], root: &Path) -> Command {
    let mut data = Command::new(env!("CARGO_BIN_EXE_keikaku"));
    data.arg("data").args(arguments).arg("--root").arg(root).stdout(Stdio::null());
    data
}

/// A plan of many sections under `root`; two tables of figures for it, each of which changes every section.
fn plan_with_tables(sites: &Sites, root: &Path) -> [String; 2] {
    let chapter = root.join("content/1-chapter");
    let section = fs::read_to_string(chapter.join("1-section.md")).unwrap();
    for number in 2..=SECTIONS {
        let text = section.replace("sample-indicator", &format!("indicator-{number}"));
        fs::write(chapter.join(format!("{number}-section.md")), text).unwrap();
    }
    let tables =
        ["old.csv", "new.csv"].map(|name| sites.beside(name).into_os_string().into_string().unwrap());
    assert!(data(&["export", "--out", &tables[0]], root).status().unwrap().success());
    let rows = fs::read_to_string(&tables[0]).unwrap();
    fs::write(&tables[1], rows.replace(",1件", ",22件")).unwrap();
    tables
}

#[test]
fn killed_at_any_moment_an_import_of_figures_leaves_each_file_old_or_new_and_comes_to_its_end_again() {
    let sites = Sites::new();
    let root = sites.root(0);
    let chapter = root.join("content/1-chapter");
    let tables = plan_with_tables(&sites, &root);
    let mut chance = Chance::new();
    let mut texts = [sections(&chapter), Files::new()];
    let writes = |import: &mut Child| {
        while !waits_in(&chapter) && import.try_wait().unwrap().is_none() {
            sleep(Duration::from_micros(50));
        }
        Instant::now()
    };
    let mut import = data(&["import", &tables[1]], &root).spawn().unwrap();
    let began = writes(&mut import);
    assert!(import.wait().unwrap().success());
    let writing = began.elapsed();
    texts[1] = sections(&chapter);
    assert!(texts[0].iter().all(|(name, text)| texts[1][name] != *text), "each file has other figures");
    let mut caught = 0;
    for point in 0..POINTS {
        let to = point % 2;
        let mut import = data(&["import", &tables[to]], &root).spawn().unwrap();
        writes(&mut import);
        sleep(chance.up_to(writing));
        import.kill().unwrap();
        import.wait().unwrap();
        caught += u32::from(waits_in(&chapter));
        let left = sections(&chapter);
        let whole = left.iter().all(|(name, text)| texts.iter().any(|known| known[name] == *text));
        assert!(whole && left.len() == SECTIONS, "SEED={}, point {point}", chance.seed);
        remove_waiting(&chapter);
        assert!(data(&["import", &tables[to]], &root).status().unwrap().success());
        assert!(sections(&chapter) == texts[to], "SEED={}, point {point}", chance.seed);
    }
    assert!(caught > 0, "SEED={}: no import was killed while it wrote", chance.seed);
}

#[test]
fn of_two_imports_at_once_none_puts_a_file_in_the_place_of_another() {
    let sites = Sites::new();
    let root = sites.root(0);
    let chapter = root.join("content/1-chapter");
    let tables = plan_with_tables(&sites, &root);
    let mut texts = [sections(&chapter), Files::new()];
    assert!(data(&["import", &tables[1]], &root).status().unwrap().success());
    texts[1] = sections(&chapter);
    // The same figures without the first section's: what the second import writes first is another file.
    let fewer = tables.each_ref().map(|table| format!("{table}.fewer.csv"));
    for (table, fewer) in tables.iter().zip(&fewer) {
        let rows = fs::read_to_string(table).unwrap();
        let rows = rows.split_inclusive('\n').filter(|row| !row.starts_with("sample-indicator,"));
        fs::write(fewer, rows.collect::<String>()).unwrap();
    }
    for round in 0..10 {
        let both =
            [&tables, &fewer].map(|tables| data(&["import", &tables[round % 2]], &root).spawn().unwrap());
        for mut import in both {
            import.wait().unwrap();
        }
        for (name, text) in sections(&chapter) {
            let own = texts.iter().any(|known| known[&name] == text);
            assert!(own, "round {round}: {name}: {}", String::from_utf8_lossy(&text));
        }
    }
}
