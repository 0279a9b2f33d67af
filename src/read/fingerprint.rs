//! What a project says, in one short text: two that are the same make the same site.

use std::path::Path;

use rayon::prelude::*;

use super::stamp::FOLDERS;
use super::walk::Root;
use crate::diagnostic::Diagnostics;

/// The fingerprint (BLAKE3) of every file that is read under `root`, by its path and its bytes, and of
/// what the site depends on `beside` them. `None` where one cannot be read.
pub fn fingerprint(root: &Path, beside: &str) -> Option<String> {
    let mut findings = Diagnostics::new();
    let root = Root::open(root, &mut findings)?;
    let mut files = Vec::new();
    for folder in FOLDERS {
        files.extend(root.files(folder, &mut findings));
    }
    let hash = |bytes: &[u8]| blake3::hash(bytes).to_hex();
    let lines: Vec<String> = (files.par_iter())
        .map(|file| Some(format!("{}\n{}\n", file.path, hash(&file.bytes(&mut Diagnostics::new())?))))
        .collect::<Option<_>>()?;
    // What stands in the way of finding a file is told by whoever reads the project.
    findings.is_empty().then(|| hash(format!("{beside}\n{}", lines.concat()).as_bytes()).to_string())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::fingerprint;

    #[test]
    fn every_byte_every_name_and_what_stands_beside_them_counts() {
        let folder = tempfile::tempdir().unwrap();
        let content = folder.path().join("content");
        fs::create_dir(&content).unwrap();
        fs::write(content.join("a.md"), "計画").unwrap();
        let now = |beside| fingerprint(folder.path(), beside).unwrap();
        let first = now("");
        assert_eq!(now(""), first);
        assert_ne!(now("https://example.jp/"), first);
        fs::write(content.join("a.md"), "計量").unwrap();
        assert_ne!(now(""), first);
        fs::write(content.join("a.md"), "計画").unwrap();
        assert_eq!(now(""), first);
        fs::rename(content.join("a.md"), content.join("b.md")).unwrap();
        assert_ne!(now(""), first);
    }

    #[test]
    fn what_cannot_be_read_has_none() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(fingerprint(&folder.path().join("nowhere"), ""), None);
        fs::create_dir(folder.path().join("content")).unwrap();
        std::os::unix::fs::symlink("nowhere", folder.path().join("content/a.md")).unwrap();
        assert_eq!(fingerprint(folder.path(), ""), None);
    }
}
