//! A site on disk: only what differs is touched, and never half.

use std::collections::BTreeSet;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::folder::{Folder, Standing};
use super::scratch::Scratch;
use super::staging::Staging;
use super::{Changes, Destination, unwritable};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::value::Address;

/// An output folder while a site is written to it, by this run alone.
///
/// A file whose bytes are the same is not written; one that differs waits until all have come. Left
/// alone before [`Output::finish`], the folder is what it was.
pub struct Output {
    /// Before the folder, which goes away with it where the run made both.
    staging: Staging,
    folder: Folder,
    files: Mutex<Files>,
}

/// What has come so far.
#[derive(Default)]
struct Files {
    /// Those that differ from what stands at their addresses, where they wait.
    waiting: Vec<(Address, PathBuf, Standing)>,
    kept: Vec<Address>,
    foreign: Vec<Address>,
}

/// Why a site is not in its place.
#[derive(Debug)]
pub struct Failure {
    /// What happened.
    pub findings: Diagnostics,
    /// Whether some files are new already. The next run does the rest.
    pub begun: bool,
}

impl From<Diagnostic> for Failure {
    fn from(finding: Diagnostic) -> Self {
        Self { findings: vec![finding], begun: false }
    }
}

impl Output {
    /// Opens the folder at `path`. It must be empty, absent or written by an earlier run.
    pub fn open(path: &Path) -> Result<Self, Diagnostic> {
        let folder = Folder::open(path)?;
        let staging = Staging::open(path).map_err(unwritable(path))?;
        Ok(Self { staging, folder, files: Mutex::default() })
    }

    /// Makes the folder hold exactly the files that came, beside what others put there: what an earlier
    /// run wrote and did not come is removed.
    pub fn finish(mut self) -> Result<Changes, Failure> {
        let mut files = std::mem::take(self.files.get_mut().unwrap_or_else(PoisonError::into_inner));
        if !files.foreign.is_empty() {
            files.foreign.sort();
            let told = |address| Diagnostic::about(Rule::ForeignOutput, self.folder.shown(address));
            return Err(Failure { findings: files.foreign.iter().map(told).collect(), begun: false });
        }
        files.waiting.sort_by(|a, b| a.0.cmp(&b.0));
        files.kept.sort();
        let changes = self.changes(&files);
        let written = self.folder.written();
        if !files.waiting.is_empty() || !changes.removed.is_empty() || written.len() != files.kept.len() {
            self.apply(&files, &changes)?;
        }
        self.folder.keep();
        Ok(changes)
    }

    fn changes(&self, files: &Files) -> Changes {
        let waiting = |absent: bool| {
            let of_kind =
                files.waiting.iter().filter(move |(.., before)| (*before == Standing::Absent) == absent);
            of_kind.map(|(address, ..)| address.clone()).collect()
        };
        let (created, replaced): (Vec<Address>, Vec<Address>) = (waiting(true), waiting(false));
        let now: BTreeSet<&Address> = created.iter().chain(&replaced).chain(&files.kept).collect();
        let removed =
            self.folder.written().iter().filter(|address| !now.contains(address)).cloned().collect();
        Changes { created, replaced, kept: files.kept.clone(), removed }
    }

    fn apply(&self, files: &Files, changes: &Changes) -> Result<(), Failure> {
        let waiting = files.waiting.iter().map(|(address, ..)| address);
        // Before anything is touched: what can be known to fail fails now, and what needs room takes it.
        self.folder.check(waiting.clone().chain(&changes.removed), &changes.kept)?;
        let list = |files: &BTreeSet<&Address>| {
            let lines: String = files.iter().flat_map(|address| [address.as_str(), "\n"]).collect();
            self.staging.write(lines.as_bytes()).map_err(unwritable(self.folder.path()))
        };
        let now: BTreeSet<&Address> = waiting.clone().chain(&changes.kept).collect();
        let of_now = list(&now)?;
        // A run that ends half-way leaves a list that names every file that may be its own.
        let of_both = list(&now.iter().copied().chain(self.folder.written()).collect())?;
        self.folder.place_list(&of_both)?;
        let folders = self.folder.make_folders(waiting)?;
        let put = || -> Result<(), Diagnostic> {
            files.waiting.iter().try_for_each(|(address, file, _)| self.folder.place(file, address))?;
            changes.removed.iter().try_for_each(|address| self.folder.remove(address))?;
            self.folder.place_list(&of_now)
        };
        put().map_err(|finding| {
            folders.unmake();
            Failure { findings: vec![finding], begun: true }
        })
    }

    /// A thread that panicked has noted whole files.
    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes how the file at `address` stands; `wait` has it wait for its place where it differs.
    fn note(
        &self,
        address: Address,
        standing: Standing,
        wait: impl FnOnce() -> io::Result<PathBuf>,
    ) -> Result<(), Diagnostic> {
        let own = self.folder.written().contains(&address);
        match standing {
            Standing::Other if !own => self.files().foreign.push(address),
            Standing::Same if own => self.files().kept.push(address),
            _ => {
                let file = wait().map_err(unwritable(self.folder.path()))?;
                self.files().waiting.push((address, file, standing));
            }
        }
        Ok(())
    }
}

impl Destination for Output {
    fn put(&self, address: Address, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        let standing = self.folder.standing(&address, bytes.len() as u64, &mut &bytes[..]);
        self.note(address, standing, || self.staging.write(&bytes))
    }

    fn scratch(&self) -> Result<Scratch, Diagnostic> {
        self.staging.scratch().map_err(unwritable(self.folder.path()))
    }

    fn put_scratch(&self, address: Address, scratch: Scratch) -> Result<usize, Diagnostic> {
        let Scratch::Disk(mut file, path) = scratch else { return Ok(0) };
        let measured = file.flush().and_then(|()| std::fs::metadata(&path));
        let length = measured.map_err(unwritable(self.folder.path()))?.len();
        let mut waiting = std::fs::File::open(&path).map_err(unwritable(self.folder.path()))?;
        let standing = self.folder.standing(&address, length, &mut waiting);
        self.note(address, standing, || Ok(path))?;
        Ok(usize::try_from(length).unwrap_or(usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Changes, Destination, Output};
    use crate::value::Address;

    /// Writes `files` to `out`.
    fn write(out: &std::path::Path, files: &[(&str, &str)]) -> Changes {
        let output = Output::open(out).unwrap();
        for (address, text) in files {
            output.put(Address::new(*address), (*text).into()).unwrap();
        }
        output.finish().unwrap()
    }

    #[test]
    fn each_file_is_created_replaced_kept_or_removed() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &[("a/same", "2"), ("a/other", "0"), ("b/gone", "4")]);
        fs::write(folder.path().join("theirs"), "5").unwrap();
        let changes = write(folder.path(), &[("new", "1"), ("a/same", "2"), ("a/other", "3")]);
        let at = |path: &str| vec![Address::new(path)];
        let wanted = Changes {
            created: at("new"),
            replaced: at("a/other"),
            kept: at("a/same"),
            removed: at("b/gone"),
        };
        assert_eq!(changes, wanted);
        let text = |path: &str| fs::read_to_string(folder.path().join(path)).ok();
        assert_eq!(
            ["new", "a/same", "a/other", "theirs", "b/gone"].map(text).map(Option::unwrap_or_default),
            ["1", "2", "3", "5", ""]
        );
        assert!(!folder.path().join("b").exists(), "a folder that nothing is in any more stays");
    }

    #[test]
    fn a_site_that_is_given_up_leaves_the_folder_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("public");
        Output::open(&out).unwrap().put(Address::new("page"), vec![1]).unwrap();
        assert!(!out.exists());
        write(&out, &[("page", "old")]);
        let output = Output::open(&out).unwrap();
        output.put(Address::new("page"), "new".into()).unwrap();
        drop(output);
        assert_eq!(fs::read_to_string(out.join("page")).unwrap(), "old");
        assert!(!out.join(".keikaku-unfinished").exists());
    }
}
