//! What runs know of an output folder: the files they wrote, and what the site there was made from.
//!
//! A line for each file: its size, its address. The first line is the record of the last run that came to
//! its end; where one did not, there is none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use rayon::prelude::*;

use crate::value::Address;

/// What begins the line of the record.
const RECORD: &str = "made-from";

/// The longest path that systems know, in bytes.
const LONGEST: usize = 4096;

/// What a site was made from, and a note of whoever made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The fingerprint of everything that the site depends on.
    pub made_from: String,
    /// One line.
    pub note: String,
}

/// The list of an output folder. It says nothing of time, so that two builds of a plan are the same.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct List {
    pub(super) record: Option<Record>,
    /// The size of each file in bytes; unknown in a list that a run left half-way.
    pub(super) files: BTreeMap<Address, Option<u64>>,
}

impl List {
    /// Reads `text`. What somebody else wrote into it is no address of ours.
    pub(super) fn read(text: &str) -> Self {
        let mut list = Self::default();
        for line in text.lines() {
            // A list of old has addresses only.
            let (first, rest) = line.split_once('\t').unwrap_or(("", line));
            if let Some((made_from, note)) = rest.split_once('\t').filter(|_| first == RECORD) {
                list.record = Some(Record { made_from: made_from.to_owned(), note: note.to_owned() });
            } else if is_inside(rest) {
                list.files.insert(Address::new(rest), first.parse().ok());
            }
        }
        list
    }

    /// The text that [`List::read`] reads.
    pub(super) fn write(&self) -> String {
        let record = self.record.iter();
        let record = record.map(|Record { made_from, note }| format!("{RECORD}\t{made_from}\t{note}\n"));
        let files = self.files.iter().map(|(address, size)| {
            format!("{}\t{address}\n", size.map(|size| size.to_string()).unwrap_or_default())
        });
        record.chain(files).collect()
    }

    /// Whether every file still is in `folder` as it was when the list was `written`, as far as sizes and
    /// times tell.
    pub(super) fn is_intact(&self, folder: &Path, written: SystemTime) -> bool {
        let intact = |(address, size): (&Address, &Option<u64>)| {
            let about = fs::symlink_metadata(folder.join(address.as_str())).ok()?;
            let is_ours = about.is_file() && Some(about.len()) == *size;
            (is_ours && about.modified().ok()? <= written).then_some(())
        };
        self.files.par_iter().all(|file| intact(file).is_some())
    }
}

/// Whether `address` names a file inside the folder.
fn is_inside(address: &str) -> bool {
    address.len() < LONGEST
        && !address.contains(char::is_control)
        && address.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::{List, Record};
    use crate::value::Address;

    #[test]
    fn a_list_is_read_as_it_was_written_and_nothing_leads_out_of_the_folder() {
        let record = Some(Record { made_from: "f00".into(), note: "{\"pages\": 74}".into() });
        let mut list = List { record, ..List::default() };
        list.files.insert(Address::new("ja/index.html"), Some(5));
        list.files.insert(Address::new("ja/half.html"), None);
        let text = list.write();
        assert_eq!(List::read(&text), list);
        let hostile = "1\t../out\n1\t/etc/passwd\n1\ta//b\n1\ta\u{7}\n1\t2\ta\n..\n\t\n";
        assert_eq!(List::read(&format!("{text}{hostile}")), list);
    }
}
