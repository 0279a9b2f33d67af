//! Why the operating system refused, in words of the program: its own are in a language of its choice.

use std::io::{self, ErrorKind};

use super::{Diagnostic, Phrase};

impl Diagnostic {
    /// Fills `%{reason}` in the rule's sentence with why the system refused.
    #[must_use]
    pub fn because(self, error: &io::Error) -> Self {
        self.saying("reason", reason(error))
    }
}

/// The words for `error`; the system's own stand among them where it is a rare one.
fn reason(error: &io::Error) -> Phrase {
    let key = match error.kind() {
        ErrorKind::NotFound => "not-found",
        ErrorKind::PermissionDenied => "no-permission",
        ErrorKind::AlreadyExists => "already-there",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "disk-full",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::NotADirectory => "file-in-place",
        ErrorKind::IsADirectory => "folder-in-place",
        ErrorKind::InvalidFilename => "no-file-name",
        ErrorKind::AddrInUse => "port-in-use",
        _ => return Phrase::new("system").with("original", error),
    };
    Phrase::new(key)
}

#[cfg(test)]
mod tests {
    use super::{ErrorKind, io, reason};

    #[test]
    fn what_the_system_seldom_refuses_is_told_in_its_own_words() {
        assert_eq!(reason(&ErrorKind::StorageFull.into()).key, "disk-full");
        let rare = reason(&io::Error::other("the tape is torn"));
        assert_eq!((rare.key, rare.values), ("system", vec![("original", "the tape is torn".to_owned())]));
    }
}
