//! The output folder on disk.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::list::List;
use super::staging::Staging;
use super::{Changes, in_the_way, is_absent, is_file, unwritable};
use crate::diagnostic::{Diagnostic, Rule};
use crate::value::Address;

/// The list of what runs wrote, by which they know their own. A dot file: web servers and file managers
/// do not show it.
const LIST: &str = ".keikaku";

/// What a run holds as long as it writes. It stays: whoever removed it could not know who waits for it.
const LOCK: &str = ".keikaku-lock";

/// The output folder, and what earlier runs wrote there.
pub(super) struct Folder {
    path: PathBuf,
    list: List,
    /// Whether this run made the folder, and has nothing in it yet.
    is_new: bool,
    /// Until this goes, no other run writes here.
    lock: Option<File>,
}

/// How a file stands against what is found at its address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nothing stands there.
    Absent,
    /// A file with the same bytes.
    Same,
    /// A file with other bytes, or what is no file.
    Other,
}

impl Folder {
    /// Opens the folder at `path`, for this run alone. It must be empty, absent or written by an
    /// earlier run.
    pub(super) fn open(path: &Path) -> Result<Self, Diagnostic> {
        let shown = path.display().to_string();
        if !is_own(path).map_err(unwritable(path))? {
            return Err(Diagnostic::about(Rule::ForeignOutput, &shown));
        }
        let is_new = !path.exists();
        fs::create_dir_all(path).map_err(unwritable(path))?;
        let lock = lock(path)?;
        Ok(Self { path: path.to_owned(), list: list(path)?.0, is_new, lock })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// What earlier runs wrote.
    pub(super) fn list(&self) -> &List {
        &self.list
    }

    /// Whether an earlier run wrote the file at `address`.
    pub(super) fn wrote(&self, address: &Address) -> bool {
        self.list.files.contains_key(address)
    }

    /// The path of `address`.
    pub(super) fn at(&self, address: &Address) -> PathBuf {
        self.path.join(address.as_str())
    }

    /// From now on the folder holds a site, and stays.
    pub(super) fn keep(&mut self) {
        self.is_new = false;
    }

    /// How the `length` bytes that `reader` gives stand against what is found at `address`. Only a
    /// plain file is opened: a pipe or a device would never end.
    pub(super) fn standing(&self, address: &Address, length: u64, reader: &mut impl Read) -> Standing {
        let path = self.at(address);
        match fs::symlink_metadata(&path) {
            Ok(about) if about.is_file() && about.len() == length => {
                let same = File::open(&path).and_then(|mut file| same(&mut file, reader));
                if same.unwrap_or(false) { Standing::Same } else { Standing::Other }
            }
            Err(error) if is_absent(&error) => Standing::Absent,
            _ => Standing::Other,
        }
    }

    /// The folders of the `waiting` files that are not there, without those in others of them. Finds fault
    /// where a link leads out of the folder on the way to one of the files of `changes`, or something else
    /// stands in its way.
    pub(super) fn check<'a>(
        &self,
        waiting: impl Iterator<Item = &'a Address> + Clone,
        changes: &'a Changes,
    ) -> Result<BTreeSet<&'a str>, Diagnostic> {
        // In this order a folder comes before those inside it.
        let wanted: BTreeSet<&str> = waiting.clone().flat_map(Address::folders).collect();
        let others = changes.removed.iter().chain(&changes.kept).flat_map(Address::folders);
        let mut absent = BTreeSet::new();
        for name in wanted.iter().copied().chain(others).collect::<BTreeSet<&str>>() {
            if Address::new(name).folders().any(|around| absent.contains(around)) {
                continue;
            }
            let folder = self.path.join(name);
            match fs::symlink_metadata(&folder) {
                Ok(about) if about.is_symlink() => return Err(in_the_way(&folder, "link-in-place")),
                Ok(about) if !about.is_dir() => return Err(in_the_way(&folder, "file-in-place")),
                Err(error) if is_absent(&error) && wanted.contains(name) => drop(absent.insert(name)),
                _ => {}
            }
        }
        let touched = waiting.chain(&changes.removed);
        let mut files = touched.filter(|address| !address.folders().any(|folder| absent.contains(folder)));
        files.try_for_each(|address| is_file(&self.at(address)).map(|_| ()))?;
        Ok(absent)
    }

    /// Puts the folders that wait under the `names` in their places, with all that is in them; where one
    /// cannot be put there, none is.
    pub(super) fn place_folders(&self, staging: &Staging, names: &BTreeSet<&str>) -> Result<(), Diagnostic> {
        for name in names {
            let path = self.path.join(name);
            if let Err(error) = fs::rename(staging.at(name), &path) {
                let placed = names.iter().take_while(|placed| *placed != name);
                placed.for_each(|name| drop(fs::rename(self.path.join(name), staging.at(name))));
                return Err(unwritable(&path)(error));
            }
        }
        Ok(())
    }

    /// Puts the waiting `file` at `address`: a reader meets the old file or the new one, never a part.
    pub(super) fn place(&self, file: &Path, address: &Address) -> Result<(), Diagnostic> {
        let path = self.at(address);
        fs::rename(file, &path).map_err(unwritable(&path))
    }

    /// Puts the waiting `file` where the list of the files stands.
    pub(super) fn place_list(&self, file: &Path) -> Result<(), Diagnostic> {
        self.place(file, &Address::new(LIST))
    }

    /// Removes the file at `address`, and the folders that this empties.
    pub(super) fn remove(&self, address: &Address) -> Result<(), Diagnostic> {
        let path = self.at(address);
        match fs::remove_file(&path) {
            Err(error) if !is_absent(&error) => return Err(unwritable(&path)(error)),
            _ => {}
        }
        // A folder that still holds something stays; remove_dir refuses it.
        for folder in address.folders().rev() {
            match fs::remove_dir(self.path.join(folder)) {
                Err(error) if !is_absent(&error) => break,
                _ => {}
            }
        }
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.is_new {
            // Nobody else can be in a folder that this run made and still holds.
            let _ = fs::remove_file(self.path.join(LOCK));
            self.lock = None;
            let _ = fs::remove_dir(&self.path);
        }
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

/// What runs know of the folder at `path`, and since when.
pub(super) fn list(path: &Path) -> Result<(List, Option<SystemTime>), Diagnostic> {
    let list = path.join(LIST);
    let text = if is_file(&list)? { fs::read(&list).map_err(unwritable(&list))? } else { Vec::new() };
    let written = fs::metadata(&list).and_then(|about| about.modified()).ok();
    Ok((List::read(&String::from_utf8_lossy(&text)), written))
}

/// Keeps other runs out of the folder at `path`. On a disk that cannot do that, as some network
/// folders, nobody is kept out.
fn lock(path: &Path) -> Result<Option<File>, Diagnostic> {
    let lock = path.join(LOCK);
    is_file(&lock)?;
    let file = File::options().create(true).append(true).open(&lock).map_err(unwritable(&lock))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(Diagnostic::about(Rule::OutputBusy, path.display().to_string())),
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => Ok(None),
        Err(TryLockError::Error(error)) => Err(unwritable(&lock)(error)),
    }
}

/// Whether both give the same bytes.
fn same(one: &mut impl Read, other: &mut impl Read) -> io::Result<bool> {
    const CHUNK: u64 = 1 << 18;
    let (mut left, mut right) = (Vec::new(), Vec::new());
    loop {
        left.clear();
        right.clear();
        one.take(CHUNK).read_to_end(&mut left)?;
        other.take(CHUNK).read_to_end(&mut right)?;
        if left != right {
            return Ok(false);
        }
        if left.is_empty() {
            return Ok(true);
        }
    }
}
