//! How long builds take, and how that grows with the plan: `cargo bench --bench build`, or
//! `cargo bench --bench build -- 10 100 1000 2000` for plans of so many chapters.
//!
//! Each plan is built by the real program into an empty folder, again with nothing changed, and again
//! after one section was edited. What a machine is capable of shows in the time that copying the finished
//! site takes: the ratios to it can be compared between machines, seconds cannot. Build and copy take turns,
//! so that both meet the same machine; `TMPDIR` says on which disk.
//!
//! `cargo bench --bench build -- --plan FOLDER 100` only writes a plan, for a look at it with other tools.

mod measure;
mod town;

use std::fs;
use std::io;
use std::time::{Duration, Instant};

use measure::{Run, clear, copy, keikaku, median, megabytes, run, weigh};
use tempfile::TempDir;

/// The plans that are built where nobody names others.
const CHAPTERS: [usize; 2] = [10, 100];

/// How often each plan is built; the fastest run counts, which other work on the machine disturbed least.
const ROUNDS: usize = 3;

/// The plan whose rate of pages a larger one is held against, and how much of it may be lost.
const YARDSTICK: usize = 100;
const LOSS: f64 = 0.15;

fn main() -> io::Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let wanted = arguments.iter().position(|argument| argument == "--plan");
    // The folder goes with it: its name may be a number.
    let folder = wanted.and_then(|at| arguments.drain(at..(at + 2).min(arguments.len())).nth(1));
    let named: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
    let chapters = if named.is_empty() { CHAPTERS.to_vec() } else { named };
    if let Some(folder) = folder {
        return town::write(folder.as_ref(), *chapters.last().unwrap_or(&YARDSTICK));
    }
    let mut rates = Vec::new();
    for chapters in chapters {
        rates.push((chapters, measure(chapters)?));
    }
    compare(&rates);
    Ok(())
}

/// Builds an invented plan of so many `chapters`, prints what it took, and returns the pages a second.
fn measure(chapters: usize) -> io::Result<f64> {
    let folder = TempDir::new()?;
    let [plan, site, copied] = ["plan", "site", "copy"].map(|name| folder.path().join(name));
    town::write(&plan, chapters)?;
    let (text, _) = weigh(&plan)?;
    let section = plan.join("content/1-chapter/1-section.md");
    let before = fs::read_to_string(&section)?;
    let [mut cold, mut again, mut edited] = [const { Vec::new() }; 3];
    let mut copying = Vec::new();
    for _ in 0..ROUNDS {
        clear(&site)?;
        clear(&copied)?;
        cold.push(run(&mut keikaku(&plan, &site))?);
        let started = Instant::now();
        copy(&site, &copied)?;
        copying.push(started.elapsed());
        again.push(run(&mut keikaku(&plan, &site))?);
        fs::write(&section, format!("{before}\n町は、これからも変わっていきます。\n"))?;
        edited.push(run(&mut keikaku(&plan, &site))?);
        // A paragraph without a translation is told of at each build, which no build leaves out for that.
        fs::write(&section, &before)?;
    }
    let (made, pages) = weigh(&site)?;
    println!("{chapters} chapters, {pages} pages, in {}", folder.path().display());
    println!("  text {text:.1} MB, site {made:.1} MB, {:.1} × the text", made / text);
    println!("              time  processor  × copying  median  pages/s  text MB/s    memory");
    for (name, runs) in [("build", &cold), ("again", &again), ("one edit", &edited)] {
        row(name, runs, &copying, f64::from(pages), text);
    }
    let floor = seconds(copying.iter().min());
    println!("  {:8}{floor:6.2} s", "copying");
    let fastest = cold.iter().min_by_key(|run| run.wall);
    // Above the table the program says what it has built.
    fastest.iter().flat_map(|run| run.printed.lines().skip(2)).for_each(|line| println!("    {line}"));
    Ok(f64::from(pages) / seconds(fastest.map(|run| &run.wall)))
}

/// Prints what `runs` took: the fastest, and beside it the middle one of the ratios to the copy of its round.
fn row(name: &str, runs: &[Run], copying: &[Duration], pages: f64, text: f64) {
    let time = seconds(runs.iter().map(|run| &run.wall).min());
    let processor = seconds(runs.iter().map(|run| &run.processor).min());
    let median =
        median(runs.iter().zip(copying).map(|(run, copy)| run.wall.as_secs_f64() / copy.as_secs_f64()));
    let ratio = time / seconds(copying.iter().min());
    let peak = megabytes(runs.iter().map(|run| run.peak).max().unwrap_or_default());
    println!(
        "  {name:8}{time:6.2} s {processor:8.2} s {ratio:10.2} {median:7.2} {:8.0} {:10.2} {peak:6.0} MB",
        pages / time,
        text / time
    );
}

/// Says whether the largest plan loses pages a second to that of a hundred chapters.
fn compare(rates: &[(usize, f64)]) {
    let yardstick = rates.iter().find(|(chapters, _)| *chapters == YARDSTICK);
    let largest = rates.iter().max_by_key(|(chapters, _)| *chapters);
    if let (Some((_, usual)), Some((chapters, rate))) = (yardstick, largest)
        && *chapters > YARDSTICK
    {
        let lost = 1.0 - rate / usual;
        let answer = if lost <= LOSS { "yes" } else { "no" };
        println!(
            "{chapters} chapters at the page rate of {YARDSTICK}, less {:.0}% at most: {answer}, {:+.1}%",
            100.0 * LOSS,
            -100.0 * lost
        );
    }
}

fn seconds(time: Option<&Duration>) -> f64 {
    time.map_or(f64::NAN, Duration::as_secs_f64)
}
