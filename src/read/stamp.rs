//! Whether a project's files are as they were, told without opening any.

use std::path::Path;
use std::time::SystemTime;

use super::walk::Root;
use crate::diagnostic::Diagnostics;

/// The folders that [`super::read`] reads.
pub(super) const FOLDERS: [&str; 3] = ["content", "locales", "themes"];

/// What two states of a project differ in: the files that are read, their sizes, when each was last
/// written, and what stands in the way of finding them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    files: Vec<(Option<(u64, SystemTime)>, String)>,
    findings: Diagnostics,
}

impl Stamp {
    /// The stamp of the project under `root` now.
    pub fn of(root: &Path) -> Self {
        let mut findings = Diagnostics::new();
        let mut files = Vec::new();
        if let Some(root) = Root::open(root, &mut findings) {
            for folder in FOLDERS {
                let found = root.files(folder, &mut findings);
                files.extend(found.into_iter().map(|file| (file.written(), file.path)));
            }
        }
        Self { files, findings }
    }
}
