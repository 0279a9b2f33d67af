//! What a run changed in the output folder.

use crate::value::Address;

/// The files of a site by what became of them, each list in the order of the addresses.
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
}

impl Changes {
    /// Whether nothing has to be written or removed.
    pub fn is_empty(&self) -> bool {
        self.created.is_empty() && self.replaced.is_empty() && self.removed.is_empty()
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

    /// Whether `text` is such a list.
    pub fn is_list(text: &str) -> bool {
        text.lines().all(|line| {
            line.split_once('\t').is_some_and(|(kind, _)| ["added", "changed", "removed"].contains(&kind))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Changes;
    use crate::value::Address;

    #[test]
    fn the_list_says_what_to_copy_and_what_to_delete() {
        let at = |path: &str| vec![Address::new(path)];
        let changes =
            Changes { created: at("new"), replaced: at("other"), kept: at("same"), removed: at("gone") };
        let list = changes.list();
        assert_eq!(list, "removed\tgone\nadded\tnew\nchanged\tother\n");
        assert!(Changes::is_list(&list) && !Changes::is_list("title: 計画\n"));
    }
}
