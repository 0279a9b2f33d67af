//! A file that takes its place only when all of it is on disk: a reader meets the old file or the new
//! one, never a part.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What a file is called until it takes its place. A dot file: nothing of ours reads it.
pub(super) const UNFINISHED: &str = ".keikaku-unfinished";

/// A file that is complete under another name. Left alone, it is removed again.
pub(super) struct Complete {
    unfinished: PathBuf,
    path: PathBuf,
}

impl Complete {
    /// Writes `bytes`, meant for `path`, to `unfinished` in the same folder.
    pub(super) fn write(unfinished: PathBuf, path: &Path, bytes: &[u8]) -> io::Result<Self> {
        // What an interrupted run, or somebody's link, left under this name is not written through.
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = File::create_new(&unfinished)?;
        // From here on the file goes away again with this value, whatever fails.
        let complete = Self { unfinished, path: path.to_owned() };
        file.write_all(bytes)?;
        // What somebody wrote by hand is not to be lost to a power cut either.
        file.sync_all()?;
        Ok(complete)
    }

    /// Gives the file the permissions of the one whose place it takes.
    pub(super) fn like_the_one_before(self) -> io::Result<Self> {
        match fs::metadata(&self.path) {
            Ok(before) => fs::set_permissions(&self.unfinished, before.permissions())?,
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            Err(_) => {}
        }
        Ok(self)
    }

    /// Puts the file in its place.
    pub(super) fn put(self) -> io::Result<()> {
        fs::rename(&self.unfinished, &self.path)
    }
}

impl Drop for Complete {
    fn drop(&mut self) {
        // In its place it has this name no more; a file that cannot be removed harms nobody.
        let _ = fs::remove_file(&self.unfinished);
    }
}
