//! How long builds take, and how that grows with the plan: `cargo bench --bench build`, or
//! `cargo bench --bench build -- 10 100 1000 2000` for plans of so many chapters.
//!
//! Each plan is built by the real program into an empty folder, again with nothing changed, and again
//! after one section was edited. What a machine is capable of shows in the time that copying the finished
//! site takes: the ratios to it can be compared between machines, seconds cannot.

mod town;

use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The plans that are built where nobody names others.
const CHAPTERS: [usize; 2] = [10, 100];

/// How often each plan is built; the fastest run counts, which other work on the machine disturbed least.
const RUNS: usize = 3;

fn main() {
    let named: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let chapters = if named.is_empty() { CHAPTERS.to_vec() } else { named };
    for chapters in chapters {
        measure(chapters).expect("the plan is built and copied");
    }
}

/// Builds an invented plan of so many `chapters`, and prints what it took.
fn measure(chapters: usize) -> io::Result<()> {
    let folder = TempDir::new()?;
    let [plan, site, copy] = ["plan", "site", "copy"].map(|name| folder.path().join(name));
    town::write(&plan, chapters)?;
    let (mut cold, mut copying) = (Duration::MAX, Duration::MAX);
    for _ in 0..RUNS {
        for old in [&site, &copy] {
            if old.exists() {
                fs::remove_dir_all(old)?;
            }
        }
        cold = cold.min(time(|| build(&plan, &site).map(|_| ()))?);
        copying = copying.min(time(|| copy_all(&site, &copy))?);
    }
    let table = build(&plan, &site)?;
    let again = time(|| build(&plan, &site).map(|_| ()))?;
    edit(&plan.join("content/1-chapter/1-section.md"))?;
    let edited = time(|| build(&plan, &site).map(|_| ()))?;
    let pages = count(&site, "html")?;
    println!(
        "{chapters} chapters, {pages} pages; text {} KB, site {} KB",
        size(&plan)? >> 10,
        size(&site)? >> 10
    );
    let ratio = |time: Duration| time.as_secs_f64() / copying.as_secs_f64();
    let rate = precise(pages) / cold.as_secs_f64();
    println!(
        "  build    {:7.2} s  {:5.2} × copying, {rate:.0} pages a second",
        cold.as_secs_f64(),
        ratio(cold)
    );
    println!("  again    {:7.2} s  {:5.2} × copying", again.as_secs_f64(), ratio(again));
    println!("  one edit {:7.2} s  {:5.2} × copying", edited.as_secs_f64(), ratio(edited));
    println!("  copying  {:7.2} s", copying.as_secs_f64());
    // Above the table the program says what it has built.
    table.lines().skip(2).for_each(|line| println!("    {line}"));
    Ok(())
}

/// Builds `plan` into `site`; what the program says of it.
fn build(plan: &Path, site: &Path) -> io::Result<String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keikaku"));
    command.args(["build", "--lang", "en", "--timings", "--root"]).arg(plan).arg("--out").arg(site);
    let output = command.output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Adds a paragraph to the text of `section`.
fn edit(section: &Path) -> io::Result<()> {
    let text = fs::read_to_string(section)?;
    fs::write(section, format!("{text}\n町は、これからも変わっていきます。\n"))
}

fn time(work: impl FnOnce() -> io::Result<()>) -> io::Result<Duration> {
    let started = Instant::now();
    work()?;
    Ok(started.elapsed())
}

fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_all(&entry.path(), &to)?;
        } else {
            fs::copy(entry.path(), to)?;
        }
    }
    Ok(())
}

/// Every file under `folder`: whether it counts, and as how much, says `worth`.
fn sum(folder: &Path, worth: &dyn Fn(&fs::DirEntry) -> io::Result<usize>) -> io::Result<usize> {
    let mut all = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        all += if entry.file_type()?.is_dir() { sum(&entry.path(), worth)? } else { worth(&entry)? };
    }
    Ok(all)
}

fn size(folder: &Path) -> io::Result<usize> {
    sum(folder, &|file| Ok(usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX)))
}

fn count(folder: &Path, extension: &str) -> io::Result<usize> {
    sum(folder, &|file| Ok(usize::from(file.path().extension().is_some_and(|found| found == extension))))
}

fn precise(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
