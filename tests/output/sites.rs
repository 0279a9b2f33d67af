//! Two sites that take turns in one output folder.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

use crate::program::{command, files};

/// How many pictures each site has beside its pages; a third of them is in the other one, too.
const PICTURES: usize = 48;

/// How long a build may take. One that waits for somebody to write into a pipe would wait for ever.
const PATIENCE: Duration = Duration::from_secs(30);

pub type Files = BTreeMap<String, Vec<u8>>;

/// What became of a command.
pub struct Told {
    pub done: bool,
    pub said: String,
}

/// Two projects, and one folder for the sites of both.
pub struct Sites {
    folder: TempDir,
    /// The files of each site as an undisturbed build writes them, without the program's own.
    pub whole: [Files; 2],
}

impl Sites {
    /// Projects whose pages all differ: those that have the same address in their text, the others in
    /// their address.
    pub fn new() -> Self {
        let mut sites = Self { folder: TempDir::new().unwrap(), whole: <[Files; 2]>::default() };
        for (number, title) in ["古い計画", "新しい計画"].into_iter().enumerate() {
            let root = sites.root(number);
            let years = ["--baseline-year", "2024", "--target-year", "2029", "--languages", "ja"];
            command().args(["new", "plan"]).arg(&root).args(["--title", title]).args(years).unwrap();
            let chapter = root.join(format!("content/{}-chapter", number + 1));
            fs::rename(root.join("content/1-chapter"), &chapter).ok();
            for picture in number * PICTURES * 2 / 3..number * PICTURES * 2 / 3 + PICTURES {
                let text =
                    format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><!-- {title} {picture} --></svg>");
                fs::write(chapter.with_file_name(format!("picture-{picture}.svg")), text).unwrap();
            }
            sites.build(number);
            sites.whole[number] = sites.built();
            fs::remove_dir_all(sites.out()).unwrap();
        }
        let [old, new] = &sites.whole;
        assert!(old.iter().any(|(path, bytes)| new.get(path).is_some_and(|other| other != bytes)));
        assert!(
            old.keys().any(|path| !new.contains_key(path)) && new.keys().any(|path| !old.contains_key(path))
        );
        sites
    }

    /// A folder beside the projects and the output.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn root(&self, number: usize) -> PathBuf {
        self.beside(&format!("project-{number}"))
    }

    pub fn out(&self) -> PathBuf {
        self.beside("site")
    }

    /// The build of a site, to be started and watched; it says nothing.
    pub fn start(&self, number: usize) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_keikaku"));
        command.arg("build").arg("--root").arg(self.root(number)).arg("--out").arg(self.out());
        command.env("LANG", "C.UTF-8").stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// A build, whatever comes of it.
    pub fn try_build(&self, number: usize, arguments: &[&str]) -> Told {
        let mut command = command();
        command.arg("build").arg("--root").arg(self.root(number)).arg("--out").arg(self.out());
        told(command.args(arguments))
    }

    /// A build into another folder, whatever comes of it.
    pub fn try_build_into(&self, out: &Path, number: usize) -> Told {
        told(command().arg("build").arg("--root").arg(self.root(number)).arg("--out").arg(out))
    }

    /// A build by somebody to whom permissions apply. Root passes them by; without its capabilities it
    /// does not.
    #[cfg(target_os = "linux")]
    pub fn build_with_permissions(&self, number: usize, arguments: &[&str]) -> Told {
        use std::os::unix::fs::MetadataExt as _;
        let bare = ["setpriv", "--bounding-set=-all", "--inh-caps=-all", env!("CARGO_BIN_EXE_keikaku")];
        let is_root = fs::metadata("/proc/self").unwrap().uid() == 0;
        let words = if is_root { &bare[..] } else { &bare[3..] };
        let mut command = assert_cmd::Command::new(words[0]);
        command.args(&words[1..]).args(["build", "--lang", "en"]);
        command.arg("--root").arg(self.root(number)).arg("--out").arg(self.out());
        told(command.args(arguments))
    }

    /// A build that must succeed.
    pub fn build(&self, number: usize) {
        let told = self.try_build(number, &[]);
        assert!(told.done, "{}", told.said);
    }

    /// Every file under the output but the program's own.
    pub fn built(&self) -> Files {
        without_own(files(&self.out()))
    }

    /// What is neither of the two sites' in the output; nothing where every file is whole.
    pub fn faults(&self) -> Vec<String> {
        if !self.out().exists() {
            return Vec::new();
        }
        let faulty = |(path, bytes): (String, Vec<u8>)| {
            let whole = self.whole.iter().any(|site| site.get(&path) == Some(&bytes));
            (!whole).then_some(path)
        };
        self.built().into_iter().filter_map(faulty).collect()
    }

    /// Finds fault unless the output holds one site to the byte, and nothing else: neither a file nor a
    /// folder that no file is in.
    pub fn expect(&self, number: usize, when: &str) {
        let built = self.built();
        assert!(built == self.whole[number], "{when}: {}", difference(&built, &self.whole[number]));
        let mut own: Vec<String> = files(&self.out()).into_keys().filter(|path| is_own(path)).collect();
        own.sort();
        assert_eq!(own, [".keikaku", ".keikaku-lock"], "{when}");
        assert_eq!(empty_folders(&self.out()), Vec::<PathBuf>::new(), "{when}");
    }
}

/// Runs `command` until it ends.
pub fn told(command: &mut assert_cmd::Command) -> Told {
    let output = command.timeout(PATIENCE).output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.code().is_some(), "it did not end by itself: {said}");
    Told { done: output.status.success(), said }
}

/// Whether only the program reads the file at `path`.
fn is_own(path: &str) -> bool {
    path.starts_with(".keikaku")
}

pub fn without_own(mut files: Files) -> Files {
    files.retain(|path, _| !is_own(path));
    files
}

/// The addresses at which two sites are not the same.
pub fn difference(one: &Files, other: &Files) -> String {
    let paths = one.keys().chain(other.keys()).filter(|path| one.get(*path) != other.get(*path));
    paths.map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn empty_folders(folder: &Path) -> Vec<PathBuf> {
    let entries: io::Result<Vec<_>> = fs::read_dir(folder).unwrap().collect();
    let entries = entries.unwrap();
    if entries.is_empty() {
        return vec![folder.to_owned()];
    }
    let folders = entries.into_iter().map(|entry| entry.path()).filter(|path| path.is_dir());
    folders.flat_map(|path| empty_folders(&path)).collect()
}
