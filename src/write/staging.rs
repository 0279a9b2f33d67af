//! Files that are complete and wait for their places, in a folder of their own inside the output.
//!
//! Nothing takes its place before everything is there: a full disk or an ended program leaves the site
//! as it was. The places are on the same disk, so that taking one is a single step of the system.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder's name in the output. A dot file: web servers and file managers do not show it.
const STAGING: &str = ".keikaku-unfinished";

/// The folder of waiting files. It goes away with this value, and what is still in it.
pub(super) struct Staging(PathBuf);

impl Staging {
    /// An empty folder in the output folder `out`.
    pub(super) fn open(out: &Path) -> io::Result<Self> {
        clear(out)?;
        let folder = out.join(STAGING);
        fs::create_dir(&folder)?;
        Ok(Self(folder))
    }

    /// Writes `bytes` under a number that no other waiting file has.
    pub(super) fn write(&self, number: usize, bytes: &[u8]) -> io::Result<PathBuf> {
        let path = self.0.join(number.to_string());
        fs::write(&path, bytes)?;
        Ok(path)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next run.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes what an interrupted run, or somebody's link, left under the folder's name in `out`.
pub(super) fn clear(out: &Path) -> io::Result<()> {
    let folder = out.join(STAGING);
    let removed = match fs::symlink_metadata(&folder) {
        Ok(about) if about.is_dir() => fs::remove_dir_all(&folder),
        Ok(_) => fs::remove_file(&folder),
        Err(error) => Err(error),
    };
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}
