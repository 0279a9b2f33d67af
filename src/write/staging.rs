//! Files that are complete and wait for their places, in a folder of their own inside the output.
//!
//! Nothing takes its place before everything is there: a full disk or an ended program leaves the site
//! as it was. The places are on the same disk, so that taking one is a single step of the system, for a
//! file and for a folder with all its files.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use super::scratch::Scratch;
use crate::value::Address;

/// The folder's name in the output. A dot file: web servers and file managers do not show it.
const STAGING: &str = ".keikaku-unfinished";

/// The folder of waiting files, each at its address in it. It goes away with this value, and what is
/// still in it.
pub(super) struct Staging {
    folder: PathBuf,
}

impl Staging {
    /// An empty folder in the output folder `out`.
    pub(super) fn open(out: &Path) -> io::Result<Self> {
        let folder = out.join(STAGING);
        clear(&folder)?;
        fs::create_dir(&folder)?;
        Ok(Self { folder })
    }

    /// Whether an interrupted run left its folder in the output folder `out`.
    pub(super) fn is_left(out: &Path) -> bool {
        fs::symlink_metadata(out.join(STAGING)).is_ok()
    }

    /// Where the file or folder waits that belongs at `path` in the output.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Writes `bytes` to the file that waits for `address`.
    pub(super) fn write(&self, address: &Address, bytes: &[u8]) -> io::Result<()> {
        self.create(address)?.write_all(bytes)
    }

    /// The file that waits for `address`, to be written in parts.
    pub(super) fn scratch(&self, address: &Address) -> io::Result<Scratch> {
        Ok(Scratch::Disk(BufWriter::new(self.create(address)?)))
    }

    /// An empty file, in folders that are made where there are none.
    fn create(&self, address: &Address) -> io::Result<File> {
        let path = self.at(address.as_str());
        let created = File::create(&path);
        match (created, path.parent()) {
            (Err(error), Some(parent)) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(parent)?;
                File::create(&path)
            }
            (created, _) => created,
        }
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
