//! The one door to the project's folders: which files there are, and their text.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Source};

/// A file of the project.
#[derive(Debug, Clone)]
pub struct File {
    /// From the project's root, with `/` between its parts.
    pub path: String,
    disk: PathBuf,
}

/// The largest text file a plan may hold, in bytes: a thousand printed pages.
const LARGEST_TEXT: u64 = 4 << 20;

/// The largest picture or document, in bytes: the printed plan as a scan.
const LARGEST_FILE: u64 = 64 << 20;

/// The project's folder.
#[derive(Debug, Clone)]
pub struct Root {
    folder: PathBuf,
    /// The folder with links resolved: nothing outside it is read.
    real: PathBuf,
}

impl Root {
    /// Opens the folder at `folder`.
    pub fn open(folder: &Path, findings: &mut Diagnostics) -> Option<Self> {
        match fs::canonicalize(folder) {
            Ok(real) if real.is_dir() => Some(Self { folder: folder.to_owned(), real }),
            _ => {
                findings.push(Diagnostic::about(Rule::Missing, folder.display().to_string()));
                None
            }
        }
    }

    /// Every file under `folder`, in the order of the paths; hidden files and editors' backups
    /// are left out. A folder that does not exist has no files.
    pub fn files(&self, folder: &str, findings: &mut Diagnostics) -> Vec<File> {
        let top = self.folder.join(folder);
        // A link to nothing is there, and is told.
        if fs::symlink_metadata(&top).is_err() {
            return Vec::new();
        }
        let mut files = Vec::new();
        let mut walk = WalkDir::new(&top).follow_links(true).sort_by_file_name().into_iter();
        while let Some(entry) = walk.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().map_or_else(|| folder.to_owned(), |path| self.shown(path));
                    // A link that leads back to a folder around it has no error of the system.
                    findings.push(error.io_error().map_or_else(
                        || {
                            let reason = Phrase::new("link-loop");
                            Diagnostic::about(Rule::Unreadable, &path).saying("reason", reason)
                        },
                        |error| unreadable(&path, error),
                    ));
                    continue;
                }
            };
            let path = self.shown(entry.path());
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".") && entry.depth() > 0;
            let outside = entry.path_is_symlink() && !self.holds(entry.path());
            if outside && !hidden {
                findings.push(Diagnostic::about(Rule::LinkOutside, &path));
            }
            if (hidden || outside) && entry.file_type().is_dir() {
                walk.skip_current_dir();
            } else if !hidden && !outside && !entry.file_type().is_dir() && !path.ends_with('~') {
                files.push(File { path, disk: entry.into_path() });
            }
        }
        files
    }

    fn holds(&self, path: &Path) -> bool {
        fs::canonicalize(path).is_ok_and(|real| real.starts_with(&self.real))
    }

    /// `path` as a person would name it: from the root, with `/` between its parts.
    fn shown(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.folder).unwrap_or(path);
        let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        parts.join("/")
    }
}

impl File {
    /// The file at `path` of the system, wherever a person keeps it.
    pub fn at(path: &Path) -> Self {
        Self { path: path.display().to_string(), disk: path.to_owned() }
    }

    /// The file's name without its folder.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// How large the file is and when it was last written, where the system tells.
    pub fn written(&self) -> Option<(u64, SystemTime)> {
        let about = fs::metadata(&self.disk).ok()?;
        Some((about.len(), about.modified().ok()?))
    }

    /// The file's text: UTF-8, without a byte order mark, with `\n` at the ends of lines.
    pub fn text(&self, findings: &mut Diagnostics) -> Option<Source> {
        let bytes = self.at_most(LARGEST_TEXT, findings)?;
        match String::from_utf8(bytes) {
            Ok(text) => {
                let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
                Some(Source::new(&self.path, text.replace("\r\n", "\n")))
            }
            Err(error) => {
                let wrong = error.utf8_error().valid_up_to();
                let shown = Source::new(&self.path, String::from_utf8_lossy(error.as_bytes()));
                findings.push(Diagnostic::at(Rule::NotUtf8, &shown.span(wrong..wrong + 1)));
                None
            }
        }
    }

    /// The file's bytes.
    pub fn bytes(&self, findings: &mut Diagnostics) -> Option<Vec<u8>> {
        self.at_most(LARGEST_FILE, findings)
    }

    /// The bytes of a text, whatever they say.
    pub fn raw_text(&self, findings: &mut Diagnostics) -> Option<Vec<u8>> {
        self.at_most(LARGEST_TEXT, findings)
    }

    /// The bytes of an ordinary file that is no larger than `limit`.
    fn at_most(&self, limit: u64, findings: &mut Diagnostics) -> Option<Vec<u8>> {
        let read = fs::metadata(&self.disk).and_then(|about| {
            if !about.is_file() || about.len() > limit {
                return Ok(None);
            }
            // Files of the system say that they are empty, and one can grow while it is read.
            let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
            fs::File::open(&self.disk)?.take(limit + 1).read_to_end(&mut bytes)?;
            Ok(Some(bytes).filter(|bytes| bytes.len() as u64 <= limit))
        });
        match read {
            Ok(Some(bytes)) => Some(bytes),
            Ok(None) => {
                findings.push(Diagnostic::about(Rule::TooLarge, &self.path).with("megabytes", limit >> 20));
                None
            }
            Err(error) => {
                findings.push(unreadable(&self.path, &error));
                None
            }
        }
    }
}

fn unreadable(path: impl Into<String>, error: &io::Error) -> Diagnostic {
    Diagnostic::about(Rule::Unreadable, path).because(error)
}
