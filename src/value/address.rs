//! Where a file of the site stands, and how one file links to another.
//!
//! Links are relative and name their file, so the same folder works by double click from disk
//! and under any sub-path of a web server.

use std::fmt;

/// The path of a file under the site's root, with `/` between its parts: `ja/glossary.html`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(String);

impl Address {
    /// `path` is relative to the site's root, without a leading slash.
    pub fn new(path: impl Into<String>) -> Self {
        Self(path.into())
    }

    /// The path from the site's root.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folders around the file, the outermost first: `ja`, `ja/3-administration`.
    pub fn folders(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.match_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// The link that leads from `page` to `self`: `../3-administration/chapter.html`.
    pub fn relative_to(&self, page: &Address) -> String {
        let from: Vec<&str> = page.0.split('/').collect();
        let to: Vec<&str> = self.0.split('/').collect();
        let folders = from.len() - 1;
        let shared = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
        let mut link = "../".repeat(folders - shared);
        link.push_str(&to[shared..].join("/"));
        link
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn link(from: &str, to: &str) -> String {
        Address::new(to).relative_to(&Address::new(from))
    }

    #[test]
    fn a_link_climbs_out_of_the_folders_that_the_two_pages_do_not_share() {
        assert_eq!(link("ja/3-a/1-x.html", "ja/3-a/2-y.html"), "2-y.html");
        assert_eq!(link("ja/3-a/1-x.html", "pt/3-a/1-x.html"), "../../pt/3-a/1-x.html");
        assert_eq!(link("ja/3-a/1-x.html", "ja/glossary.html"), "../glossary.html");
        assert_eq!(link("index.html", "ja/index.html"), "ja/index.html");
        assert_eq!(link("ja/index.html", "ja/index.html"), "index.html");
    }
}
