//! The output folder on disk.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::staging::{self, Staging};
use crate::diagnostic::{Diagnostic, Rule};
use crate::value::Address;

/// The list of the files that runs wrote, by which they know their own. A dot file: web servers
/// and file managers do not show it.
const LIST: &str = ".keikaku";

/// What a run holds as long as it writes. It stays: whoever removed it could not know who waits for it.
const LOCK: &str = ".keikaku-lock";

/// The output folder, and what earlier runs wrote there.
pub(super) struct Folder {
    path: PathBuf,
    written: BTreeSet<Address>,
    /// Until this goes, no other run writes here.
    _lock: Option<File>,
}

impl Folder {
    /// Opens the folder at `path`, for this run alone. It must be empty, absent or written by an
    /// earlier run.
    pub(super) fn open(path: &Path) -> Result<Self, Diagnostic> {
        let shown = path.display().to_string();
        let unwritable = |error: io::Error| Diagnostic::about(Rule::Unwritable, &shown).with("reason", error);
        if !is_own(path).map_err(unwritable)? {
            return Err(Diagnostic::about(Rule::ForeignOutput, &shown));
        }
        fs::create_dir_all(path).map_err(unwritable)?;
        let lock = match lock(path) {
            Ok(lock) => lock,
            Err(TryLockError::WouldBlock) => return Err(Diagnostic::about(Rule::OutputBusy, &shown)),
            Err(TryLockError::Error(error)) => return Err(unwritable(error)),
        };
        let written = match fs::read_to_string(path.join(LIST)) {
            Ok(list) => list.lines().filter(|line| is_inside(line)).map(Address::new).collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => BTreeSet::new(),
            Err(error) => return Err(unwritable(error)),
        };
        Ok(Self { path: path.to_owned(), written, _lock: lock })
    }

    /// What earlier runs wrote.
    pub(super) fn written(&self) -> &BTreeSet<Address> {
        &self.written
    }

    /// The bytes that stand at `address` now.
    pub(super) fn read(&self, address: &Address) -> Option<Vec<u8>> {
        fs::read(self.path.join(address.as_str())).ok()
    }

    /// Finds fault where a link leads out of the folder on the way to one of `files`, or something
    /// else stands in its way.
    pub(super) fn check<'a>(&self, files: impl Iterator<Item = &'a Address>) -> io::Result<()> {
        let mut folders = BTreeSet::new();
        for address in files {
            let path = self.path.join(address.as_str());
            if path.is_dir() && !path.is_symlink() {
                return Err(io::Error::other(format!("{} is in the way", path.display())));
            }
            refuse_link(&path)?;
            let above = path.ancestors().skip(1).take_while(|folder| *folder != self.path);
            folders.extend(above.map(Path::to_owned));
        }
        for folder in folders {
            refuse_link(&folder)?;
            if folder.is_file() {
                return Err(io::Error::other(format!("{} is in the way", folder.display())));
            }
        }
        Ok(())
    }

    /// Removes what an interrupted run left.
    pub(super) fn clear(&self) -> io::Result<()> {
        staging::clear(&self.path)
    }

    /// A place for files that are not complete yet.
    pub(super) fn staging(&self) -> io::Result<Staging> {
        Staging::open(&self.path)
    }

    /// Puts the waiting `file` at `address`: a reader meets the old file or the new one, never a part.
    pub(super) fn place(&self, file: &Path, address: &Address) -> io::Result<()> {
        let path = self.path.join(address.as_str());
        match fs::rename(file, &path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(path.parent().unwrap_or(&self.path))?;
                fs::rename(file, &path)
            }
            placed => placed,
        }
    }

    /// Removes the file at `address`, and the folders that this empties.
    pub(super) fn remove(&self, address: &Address) -> io::Result<()> {
        let path = self.path.join(address.as_str());
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        // A folder that still holds something stays; remove_dir refuses it.
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != self.path);
        for folder in folders {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }

    /// Notes `files` as written, under a `number` that no file waiting in `staging` has.
    pub(super) fn list<'a>(
        &self,
        staging: &Staging,
        number: usize,
        files: impl Iterator<Item = &'a Address>,
    ) -> io::Result<()> {
        let addresses: BTreeSet<&str> = files.map(Address::as_str).collect();
        let lines: String = addresses.into_iter().flat_map(|address| [address, "\n"]).collect();
        self.place(&staging.write(number, lines.as_bytes())?, &Address::new(LIST))
    }
}

/// Whether the folder at `path` is absent, empty but for our own dot files, or was written by a run.
fn is_own(path: &Path) -> io::Result<bool> {
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(true),
        entries => entries?,
    };
    let mut empty = true;
    for entry in entries {
        let name = entry?.file_name();
        if name == LIST {
            return Ok(true);
        }
        empty &= name.as_encoded_bytes().starts_with(LIST.as_bytes());
    }
    Ok(empty)
}

/// Keeps other runs out of the folder at `path`. On a disk that cannot do that, as some network
/// folders, nobody is kept out.
fn lock(path: &Path) -> Result<Option<File>, TryLockError> {
    let file =
        File::options().create(true).append(true).open(path.join(LOCK)).map_err(TryLockError::Error)?;
    match file.try_lock() {
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(None),
        locked => locked.map(|()| Some(file)),
    }
}

fn refuse_link(path: &Path) -> io::Result<()> {
    if path.is_symlink() {
        return Err(io::Error::other(format!("{} is a link", path.display())));
    }
    Ok(())
}

/// Whether a line of the list names a file inside the folder.
fn is_inside(line: &str) -> bool {
    !line.is_empty() && line.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
