//! The output folder on disk.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::complete::{Complete, UNFINISHED};
use crate::diagnostic::{Diagnostic, Rule};
use crate::value::Address;

/// The list of the files that runs wrote, by which they know their own. A dot file: web servers
/// and file managers do not show it.
const LIST: &str = ".keikaku";

/// The output folder, and what earlier runs wrote there.
pub(super) struct Folder {
    path: PathBuf,
    written: BTreeSet<Address>,
}

impl Folder {
    /// Opens the folder at `path`. It must be empty, absent or written by an earlier run.
    pub(super) fn open(path: &Path) -> Result<Self, Diagnostic> {
        let shown = path.display().to_string();
        let unwritable = |error: io::Error| Diagnostic::about(Rule::Unwritable, &shown).with("reason", error);
        match fs::read_to_string(path.join(LIST)) {
            Ok(list) => {
                let written = list.lines().filter(|line| is_inside(line)).map(Address::new).collect();
                return Ok(Self { path: path.to_owned(), written });
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unwritable(error)),
        }
        match fs::read_dir(path).map(|mut entries| entries.next().is_none()) {
            Ok(true) => {}
            Ok(false) => return Err(Diagnostic::about(Rule::ForeignOutput, &shown)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(unwritable(error)),
        }
        Ok(Self { path: path.to_owned(), written: BTreeSet::new() })
    }

    /// What earlier runs wrote.
    pub(super) fn written(&self) -> &BTreeSet<Address> {
        &self.written
    }

    /// The bytes that stand at `address` now.
    pub(super) fn read(&self, address: &Address) -> Option<Vec<u8>> {
        fs::read(self.path.join(address.as_str())).ok()
    }

    /// Finds fault where something else stands in the way of a file at `address`.
    pub(super) fn check(&self, address: &Address) -> io::Result<()> {
        let path = self.inside(address)?;
        let above = path.ancestors().skip(1).take_while(|folder| *folder != self.path);
        let in_the_way =
            above.filter(|folder| folder.is_file()).chain(path.is_dir().then_some(path.as_path()));
        match in_the_way.last() {
            Some(other) => Err(io::Error::other(format!("{} is in the way", other.display()))),
            None => Ok(()),
        }
    }

    /// Puts `bytes` at `address`: a reader meets the old file or the new one, never a part.
    pub(super) fn replace(&self, address: &Address, bytes: &[u8]) -> io::Result<()> {
        self.put(&self.inside(address)?, bytes)
    }

    /// Removes the file at `address`, and the folders that this empties.
    pub(super) fn remove(&self, address: &Address) -> io::Result<()> {
        let path = self.inside(address)?;
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

    /// Notes `files` as written.
    pub(super) fn list<'a>(&self, files: impl Iterator<Item = &'a Address>) -> io::Result<()> {
        let lines: BTreeSet<String> = files.map(|address| format!("{address}\n")).collect();
        self.put(&self.path.join(LIST), lines.into_iter().collect::<String>().as_bytes())
    }

    fn put(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let folder = path.parent().unwrap_or(&self.path);
        fs::create_dir_all(folder)?;
        Complete::write(folder.join(UNFINISHED), path, bytes)?.put()
    }

    /// The path of `address`, unless a link on the way leads out of the folder.
    fn inside(&self, address: &Address) -> io::Result<PathBuf> {
        let mut path = self.path.clone();
        for part in address.as_str().split('/') {
            path.push(part);
            if path.is_symlink() {
                return Err(io::Error::other(format!("{} is a link", path.display())));
            }
        }
        Ok(path)
    }
}

/// Whether a line of the list names a file inside the folder.
fn is_inside(line: &str) -> bool {
    !line.is_empty() && line.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
