//! What the measurements have in common: running a program, and looking at what it made.

use std::fs;
use std::io::{self, Read, Seek};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;
use walkdir::WalkDir;

/// What a run of a program took, and what it printed.
pub struct Run {
    pub wall: Duration,
    /// The time of the processor, which other work on the machine disturbs less than the clock's.
    pub processor: Duration,
    /// The most memory it had at a time, in bytes; 0 where the system does not tell.
    pub peak: u64,
    pub printed: String,
}

/// Runs `command` to its end; an error says what it complained of.
pub fn run(command: &mut Command) -> io::Result<Run> {
    let mut complaints = tempfile::tempfile()?;
    let mut printed = String::new();
    let started = Instant::now();
    let mut child = command.stdout(Stdio::piped()).stderr(complaints.try_clone()?).spawn()?;
    if let Some(mut output) = child.stdout.take() {
        output.read_to_string(&mut printed)?;
    }
    let used = child.wait4()?;
    let wall = started.elapsed();
    if !used.status.success() {
        complaints.rewind()?;
        complaints.read_to_string(&mut printed)?;
        return Err(io::Error::other(printed));
    }
    let processor = used.rusage.utime + used.rusage.stime;
    Ok(Run { wall, processor, peak: used.rusage.maxrss, printed })
}

/// The plan of so many chapters as this program builds it, into `site`.
pub fn keikaku(plan: &Path, site: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keikaku"));
    command.args(["build", "--lang", "en", "--timings", "--root"]).arg(plan).arg("--out").arg(site);
    command
}

/// Takes `folder` away, if it is there.
pub fn clear(folder: &Path) -> io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}

/// Copies all that is in the folder `from`, as `cp -r` does.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from).map_err(io::Error::other)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The bytes of the files under `folder`, in millions, and how many of the files are pages.
pub fn weigh(folder: &Path) -> io::Result<(f64, u32)> {
    let (mut bytes, mut pages) = (0, 0);
    for entry in WalkDir::new(folder) {
        let entry = entry?;
        if entry.file_type().is_file() {
            bytes += entry.metadata()?.len();
            pages += u32::from(entry.path().extension().is_some_and(|extension| extension == "html"));
        }
    }
    Ok((megabytes(bytes), pages))
}

/// Millions of bytes, to a thousandth.
pub fn megabytes(bytes: u64) -> f64 {
    f64::from(u32::try_from(bytes / 1000).unwrap_or(u32::MAX)) / 1000.0
}

/// The middle one of `numbers`; of an even count the higher.
pub fn median(numbers: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = numbers.collect();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}
