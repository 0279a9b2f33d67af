//! From finished files to where they go: on disk only what differs is touched, and never half.

mod changes;
mod complete;
mod destination;
mod folder;
mod list;
mod output;
mod scratch;
mod staging;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule};
pub use changes::Changes;
use complete::{Complete, UNFINISHED};
pub use destination::{Destination, Memory, Nowhere};
pub use list::Record;
pub use output::{Failure, Output, unchanged};
pub use scratch::Scratch;

/// The finding that the system refused to write at `path`, for its reason.
fn unwritable(path: &Path) -> impl Fn(io::Error) -> Diagnostic {
    let shown = path.display().to_string();
    move |reason| Diagnostic::about(Rule::Unwritable, &shown).because(&reason)
}

/// Whether a file stands at `path`, or nothing. Finds fault with a link, a folder, a pipe or a device:
/// none of them is to be read, or to become a file.
fn is_file(path: &Path) -> Result<bool, Diagnostic> {
    let obstacle = match fs::symlink_metadata(path) {
        Ok(about) if about.is_file() => return Ok(true),
        Ok(about) if about.is_symlink() => "link-in-place",
        Ok(about) if about.is_dir() => "folder-in-place",
        Ok(_) => "device-in-place",
        Err(error) if is_absent(&error) => return Ok(false),
        Err(error) => return Err(unwritable(path)(error)),
    };
    Err(in_the_way(path, obstacle))
}

/// The finding that what the words `obstacle` name stands at `path`.
fn in_the_way(path: &Path, obstacle: &'static str) -> Diagnostic {
    let finding = Diagnostic::about(Rule::Unwritable, path.display().to_string());
    finding.saying("reason", Phrase::new(obstacle))
}

/// Whether `error` says that nothing stands at a path.
fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidFilename)
}

/// Replaces each of `files` by the bytes given for it, in folders that are made where there are none.
/// Every one is complete beside its place before the first is put there; should the system then refuse
/// one, the same command does the rest.
pub fn replace(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Diagnostics> {
    let mut complete = Vec::new();
    for (number, (path, bytes)) in files.iter().enumerate() {
        complete.push(beside(path, number, bytes).map_err(|finding| vec![finding])?);
    }
    for (file, (path, _)) in complete.into_iter().zip(files) {
        file.put().map_err(|error| vec![unwritable(path)(error)])?;
    }
    Ok(())
}

/// The file for `path`, complete beside it; `number` tells it from the others of the same run, and the
/// process from those of another.
fn beside(path: &Path, number: usize, bytes: &[u8]) -> Result<Complete, Diagnostic> {
    // A link stays; what it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    is_file(&path)?;
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let unfinished = path.with_file_name(format!("{UNFINISHED}-{}-{number}", process::id()));
        Complete::write(unfinished, &path, bytes)?.like_the_one_before()
    };
    write().map_err(unwritable(&path))
}
