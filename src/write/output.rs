//! A site on disk: only what differs is touched, and never half.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::folder::{self, Folder, Standing};
use super::list::{List, Record};
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
    /// Those that differ from what stands at their addresses, and wait.
    waiting: Vec<(Address, Standing)>,
    kept: Vec<Address>,
    foreign: Vec<Address>,
    /// The sizes of all, in bytes.
    sizes: BTreeMap<Address, Option<u64>>,
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
    /// run wrote and did not come is removed. `record` is what [`unchanged`] is asked for by a later run.
    pub fn finish(mut self, record: Option<Record>) -> Result<Changes, Failure> {
        let mut files = std::mem::take(self.files.get_mut().unwrap_or_else(PoisonError::into_inner));
        if !files.foreign.is_empty() {
            files.foreign.sort();
            let shown = |address| self.folder.at(address).display().to_string();
            let told =
                files.foreign.iter().map(|address| Diagnostic::about(Rule::ForeignOutput, shown(address)));
            return Err(Failure { findings: told.collect(), begun: false });
        }
        files.waiting.sort_by(|a, b| a.0.cmp(&b.0));
        files.kept.sort();
        let changes = self.changes(&files);
        let list = List { record, files: files.sizes };
        if !changes.is_empty() {
            self.apply(&files.waiting, &changes, &list)?;
        } else if list != *self.folder.list() {
            self.folder.place_list(&self.stage(&list, ".list")?)?;
        }
        self.folder.keep();
        Ok(changes)
    }

    fn changes(&self, files: &Files) -> Changes {
        let waiting = |absent: bool| {
            let of_kind =
                files.waiting.iter().filter(move |(_, before)| (*before == Standing::Absent) == absent);
            of_kind.map(|(address, _)| address.clone()).collect()
        };
        let (created, replaced): (Vec<Address>, Vec<Address>) = (waiting(true), waiting(false));
        let now: BTreeSet<&Address> = created.iter().chain(&replaced).chain(&files.kept).collect();
        let written = self.folder.list().files.keys();
        let removed = written.filter(|address| !now.contains(address)).cloned().collect();
        Changes { created, replaced, kept: files.kept.clone(), removed }
    }

    /// Writes `list` to the file `name` that waits; where that is.
    fn stage(&self, list: &List, name: &str) -> Result<PathBuf, Diagnostic> {
        let staged = self.staging.write(&Address::new(name), list.write().as_bytes());
        staged.map_err(unwritable(self.folder.path()))?;
        Ok(self.staging.at(name))
    }

    fn apply(&self, waiting: &[(Address, Standing)], changes: &Changes, list: &List) -> Result<(), Failure> {
        let files = waiting.iter().map(|(address, _)| address);
        // Before anything is touched: what can be known to fail fails now, and what needs room takes it.
        let absent = self.folder.check(files.clone(), changes)?;
        // A run that ends half-way leaves a list that names every file that may be its own.
        let all = list.files.keys().chain(self.folder.list().files.keys());
        let both = List { record: None, files: all.map(|address| (address.clone(), None)).collect() };
        let of_now = self.stage(list, ".list")?;
        self.folder.place_list(&self.stage(&both, ".both")?)?;
        self.folder.place_folders(&self.staging, &absent)?;
        let put = || -> Result<(), Diagnostic> {
            let mut others = files.filter(|address| !address.folders().any(|folder| absent.contains(folder)));
            others.try_for_each(|address| self.folder.place(&self.staging.at(address.as_str()), address))?;
            changes.removed.iter().try_for_each(|address| self.folder.remove(address))?;
            self.folder.place_list(&of_now)
        };
        put().map_err(|finding| Failure { findings: vec![finding], begun: true })
    }

    /// A thread that panicked has noted whole files.
    fn files(&self) -> MutexGuard<'_, Files> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes how the file at `address` stands, which has `size` bytes; whether it is to wait.
    fn note(&self, address: Address, size: u64, standing: Standing) -> bool {
        let own = self.folder.wrote(&address);
        let mut files = self.files();
        files.sizes.insert(address.clone(), Some(size));
        match standing {
            Standing::Other if !own => files.foreign.push(address),
            Standing::Same if own => files.kept.push(address),
            _ => {
                files.waiting.push((address, standing));
                return true;
            }
        }
        false
    }
}

/// What stands in the folder at `path`, and the note of the run that wrote it, if all of it is still there
/// as it was written, and was made from what has the fingerprint `made_from`.
pub fn unchanged(path: &Path, made_from: &str) -> Option<(Changes, String)> {
    let (list, written) = folder::list(path).ok()?;
    let record = list.record.as_ref().filter(|record| record.made_from == made_from)?;
    let whole = !Staging::is_left(path) && list.is_intact(path, written?);
    let note = record.note.clone();
    whole.then(|| (Changes { kept: list.files.into_keys().collect(), ..Changes::default() }, note))
}

impl Destination for Output {
    fn put(&self, address: Address, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        let size = bytes.len() as u64;
        let standing = self.folder.standing(&address, size, &mut &bytes[..]);
        if self.note(address.clone(), size, standing) {
            self.staging.write(&address, &bytes).map_err(unwritable(self.folder.path()))?;
        }
        Ok(())
    }

    fn scratch(&self, address: &Address) -> Result<Scratch, Diagnostic> {
        self.staging.scratch(address).map_err(unwritable(self.folder.path()))
    }

    fn put_scratch(&self, address: Address, mut scratch: Scratch) -> Result<usize, Diagnostic> {
        let opened = scratch.flush().and_then(|()| File::open(self.staging.at(address.as_str())));
        let read = opened.and_then(|file| Ok((file.metadata()?.len(), file)));
        let (size, mut file) = read.map_err(unwritable(self.folder.path()))?;
        let standing = self.folder.standing(&address, size, &mut file);
        self.note(address, size, standing);
        Ok(usize::try_from(size).unwrap_or(usize::MAX))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Changes, Destination, Output, Record, unchanged};
    use crate::value::Address;

    /// Writes `files` to `out`.
    fn write(out: &std::path::Path, files: &[(&str, &str)]) -> Changes {
        let output = Output::open(out).unwrap();
        for (address, text) in files {
            output.put(Address::new(*address), (*text).into()).unwrap();
        }
        output.finish(None).unwrap()
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
    fn a_site_is_unchanged_as_long_as_its_files_and_what_it_is_made_from_are() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path();
        let write = |made_from: &str| {
            let output = Output::open(out).unwrap();
            output.put(Address::new("ja/page"), "text".into()).unwrap();
            output.finish(Some(Record { made_from: made_from.into(), note: "one page".into() })).unwrap();
        };
        let is_unchanged = |made_from| unchanged(out, made_from).is_some_and(|(_, note)| note == "one page");
        assert!(!is_unchanged("a"), "nothing is there");
        write("a");
        assert!(is_unchanged("a") && !is_unchanged("b"));
        write("b");
        assert!(is_unchanged("b"), "the same site is made from something else now");
        fs::write(out.join("ja/page"), "other").unwrap();
        assert!(!is_unchanged("b"), "somebody wrote into it");
        write("b");
        fs::create_dir(out.join(".keikaku-unfinished")).unwrap();
        assert!(!is_unchanged("b"), "a run has left something");
        write("b");
        fs::remove_file(out.join("ja/page")).unwrap();
        assert!(!is_unchanged("b"), "a file is gone");
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
