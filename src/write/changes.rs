//! What a run changes in the output folder. Pure: the folder is asked through a function.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::value::Address;

/// The files of a site by what becomes of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Not there before.
    pub created: Vec<Address>,
    /// There before with other bytes.
    pub replaced: Vec<Address>,
    /// There before with the same bytes.
    pub kept: Vec<Address>,
    /// Written by an earlier run and part of the site no more.
    pub removed: Vec<Address>,
    /// Somebody else's file, at an address that the site needs.
    pub foreign: Vec<Address>,
}

impl Changes {
    /// What has to happen for `files` to stand where an earlier run wrote `written`; `read` gives
    /// the bytes that stand at an address now.
    pub fn between(
        files: &BTreeMap<Address, Vec<u8>>,
        written: &BTreeSet<Address>,
        read: impl Fn(&Address) -> Option<Vec<u8>> + Sync,
    ) -> Self {
        let same = |(address, bytes): (&Address, &Vec<u8>)| read(address).map(|now| now == *bytes);
        let same: Vec<Option<bool>> = files.par_iter().map(same).collect();
        let mut changes = Self::default();
        for (address, same) in files.keys().zip(same) {
            let list = match (same, written.contains(address)) {
                (None, _) => &mut changes.created,
                (Some(true), true) => &mut changes.kept,
                (Some(false), false) => &mut changes.foreign,
                (Some(_), _) => &mut changes.replaced,
            };
            list.push(address.clone());
        }
        changes.removed = written.iter().filter(|address| !files.contains_key(address)).cloned().collect();
        changes
    }

    /// What whoever copies the site to a server by hand has to copy and to delete there: a line for
    /// each file, `added`, `changed` or `removed`, a tab and the address, in the order of the addresses.
    pub fn list(&self) -> String {
        let kinds = [("added", &self.created), ("changed", &self.replaced), ("removed", &self.removed)];
        let mut lines: Vec<(&Address, &str)> = (kinds.into_iter())
            .flat_map(|(kind, addresses)| addresses.iter().map(move |address| (address, kind)))
            .collect();
        lines.sort_unstable();
        lines.into_iter().flat_map(|(address, kind)| [kind, "\t", address.as_str(), "\n"]).collect()
    }

    /// Whether nothing has to be written or removed.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.replaced.is_empty() && self.removed.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::Changes;
    use crate::value::Address;

    #[test]
    fn each_file_is_created_replaced_kept_or_removed() {
        let at = |path: &str| Address::new(path);
        let files: BTreeMap<_, _> = [("new", "1"), ("same", "2"), ("other", "3"), ("foreign", "6")]
            .map(|(path, text)| (at(path), text.into()))
            .into();
        let written: BTreeSet<_> = ["same", "other", "gone"].map(at).into();
        let now: BTreeMap<_, Vec<u8>> = [("same", "2"), ("other", "0"), ("gone", "4"), ("foreign", "5")]
            .map(|(p, t)| (at(p), t.into()))
            .into();
        let changes = Changes::between(&files, &written, |address| now.get(address).cloned());
        assert_eq!(
            changes,
            Changes {
                created: vec![at("new")],
                replaced: vec![at("other")],
                kept: vec![at("same")],
                removed: vec![at("gone")],
                foreign: vec![at("foreign")],
            }
        );
        assert_eq!(changes.list(), "removed\tgone\nadded\tnew\nchanged\tother\n");
    }
}
