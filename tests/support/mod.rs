//! A project in a folder of its own, built by the real program.

pub mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use program::{command, files, repository};
use tempfile::TempDir;

/// A copy of a project that a test may change, and the folder its site goes to.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// The plan of this repository: its content and words. The default theme is in the program.
    pub fn real() -> Self {
        Self::of(repository())
    }

    /// A copy of the project under `root`.
    pub fn of(root: &Path) -> Self {
        let project = Self { folder: TempDir::new().unwrap() };
        for folder in ["content", "locales"] {
            copy(&root.join(folder), &project.root().join(folder));
        }
        project
    }

    pub fn root(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    pub fn out(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// A build that must succeed; what it printed.
    pub fn build(&self) -> String {
        self.build_with(&[])
    }

    pub fn build_with(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        command()
            .arg("build")
            .arg("--root")
            .arg(self.root())
            .arg("--out")
            .arg(self.out())
            .args(arguments)
            .output()
            .unwrap()
    }

    /// A page of the site that has been built.
    pub fn page(&self, address: &str) -> String {
        fs::read_to_string(self.out().join(address)).unwrap_or_else(|error| panic!("{address}: {error}"))
    }
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
