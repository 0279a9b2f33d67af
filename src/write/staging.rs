//! Files that are complete and wait for their places, in a folder of their own inside the output.
//!
//! Nothing takes its place before everything is there: a full disk or an ended program leaves the site
//! as it was. The places are on the same disk, so that taking one is a single step of the system.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::scratch::Scratch;

/// The folder's name in the output. A dot file: web servers and file managers do not show it.
const STAGING: &str = ".keikaku-unfinished";

/// The folder of waiting files. It goes away with this value, and what is still in it.
pub(super) struct Staging {
    folder: PathBuf,
    files: AtomicUsize,
}

impl Staging {
    /// An empty folder in the output folder `out`.
    pub(super) fn open(out: &Path) -> io::Result<Self> {
        let folder = out.join(STAGING);
        clear(&folder)?;
        fs::create_dir(&folder)?;
        Ok(Self { folder, files: AtomicUsize::new(0) })
    }

    /// Whether an interrupted run left its folder in the output folder `out`.
    pub(super) fn is_left(out: &Path) -> bool {
        fs::symlink_metadata(out.join(STAGING)).is_ok()
    }

    /// Writes `bytes` to a file that waits.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<PathBuf> {
        let path = self.next();
        fs::write(&path, bytes)?;
        Ok(path)
    }

    /// A file that is written in parts.
    pub(super) fn scratch(&self) -> io::Result<Scratch> {
        let path = self.next();
        Ok(Scratch::Disk { file: BufWriter::new(File::create_new(&path)?), path })
    }

    fn next(&self) -> PathBuf {
        self.folder.join(self.files.fetch_add(1, Ordering::Relaxed).to_string())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Removes what an interrupted run, or somebody's link, left at `folder`.
fn clear(folder: &Path) -> io::Result<()> {
    let removed = match fs::symlink_metadata(folder) {
        Ok(about) if about.is_dir() => fs::remove_dir_all(folder),
        Ok(_) => fs::remove_file(folder),
        Err(error) => Err(error),
    };
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
