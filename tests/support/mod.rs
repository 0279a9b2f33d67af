//! A project in a folder of its own, built by the real program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::{env, fs};

use assert_cmd::Command;
use tempfile::TempDir;

/// A copy of a project that a test may change, and the folder its site goes to.
pub struct Project {
    folder: TempDir,
}

impl Project {
    /// The plan of this repository: its content and words. The default theme is in the program.
    pub fn real() -> Self {
        let project = Self { folder: TempDir::new().unwrap() };
        for folder in ["content", "locales"] {
            copy(&repository().join(folder), &project.root().join(folder));
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

/// The program, speaking English whatever the machine speaks.
pub fn command() -> Command {
    let mut command = Command::cargo_bin("keikaku").unwrap();
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C.UTF-8").env("NO_COLOR", "1");
    command
}

pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` by its path there.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read(path).unwrap());
            }
        }
    }
    files
}

fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let path = to.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
