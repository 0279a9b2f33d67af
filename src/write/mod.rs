//! From finished files to disk: only what differs is touched, and never half.

mod changes;
mod complete;
mod folder;
mod staging;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::value::Address;
pub use changes::Changes;
use complete::{Complete, UNFINISHED};
use folder::Folder;

/// Makes the folder `out` hold exactly `files`, beside what others put there.
///
/// A file whose bytes are the same is not written; one that an earlier run wrote and this one did
/// not is removed; one that no run wrote is left alone. Nothing is touched if `out` holds files and
/// no run ever wrote there.
pub fn write(files: &BTreeMap<Address, Vec<u8>>, out: &Path) -> Result<Changes, Diagnostics> {
    let folder = Folder::open(out).map_err(|finding| vec![finding])?;
    let changes = Changes::between(files, folder.written(), |address| folder.read(address));
    if !changes.foreign.is_empty() {
        let path = |address: &Address| out.join(address.as_str()).display().to_string();
        let told =
            changes.foreign.iter().map(|address| Diagnostic::about(Rule::ForeignOutput, path(address)));
        return Err(told.collect());
    }
    match apply(&folder, files, &changes) {
        Ok(()) => Ok(changes),
        Err(error) => {
            let finding = Diagnostic::about(Rule::Unwritable, out.display().to_string());
            Err(vec![finding.with("reason", error)])
        }
    }
}

fn apply(folder: &Folder, files: &BTreeMap<Address, Vec<u8>>, changes: &Changes) -> io::Result<()> {
    folder.clear()?;
    if changes.is_empty() {
        return Ok(());
    }
    let differing: Vec<&Address> = changes.created.iter().chain(&changes.replaced).collect();
    // Before anything is touched: what can be known to fail fails now.
    folder.check(differing.iter().copied().chain(&changes.removed))?;
    let staging = folder.staging()?;
    let write = |(number, address): (usize, &&Address)| staging.write(number, &files[*address]);
    let staged: Vec<PathBuf> = differing.par_iter().enumerate().map(write).collect::<io::Result<_>>()?;
    // A run that ends half-way leaves a list that names every file that may be its own.
    folder.list(&staging, staged.len(), folder.written().iter().chain(files.keys()))?;
    for (file, address) in staged.iter().zip(&differing) {
        folder.place(file, address)?;
    }
    for address in &changes.removed {
        folder.remove(address)?;
    }
    folder.list(&staging, staged.len(), files.keys())
}

/// Replaces each of `files` by the bytes given for it, in folders that are made where there are none.
/// Every one is complete beside its place before the first is put there; should the system then refuse
/// one, the same command does the rest.
pub fn replace(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Diagnostics> {
    let unwritable = |path: &Path| {
        let shown = path.display().to_string();
        move |error: io::Error| vec![Diagnostic::about(Rule::Unwritable, shown).with("reason", error)]
    };
    let mut complete = Vec::new();
    for (number, (path, bytes)) in files.iter().enumerate() {
        complete.push(beside(path, number, bytes).map_err(unwritable(path))?);
    }
    for (file, (path, _)) in complete.into_iter().zip(files) {
        file.put().map_err(unwritable(path))?;
    }
    Ok(())
}

/// The file for `path`, complete beside it; `number` tells it from the others of the same folder.
fn beside(path: &Path, number: usize, bytes: &[u8]) -> io::Result<Complete> {
    // A link stays; what it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let unfinished = path.with_file_name(format!("{UNFINISHED}-{number}"));
    Complete::write(unfinished, &path, bytes)?.like_the_one_before()
}
