//! The one door to zip: the whole site as one file, to copy and to read without a network.
//!
//! The same site gives the same bytes on every machine: files in the order in which they are made, the
//! same date for all (the first that the format knows), the same permissions, no trace of the system.

use std::io::{Cursor, Write as _};

use zip::result::{ZipError, ZipResult};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::diagnostic::{Diagnostic, Rule};
use crate::value::Address;
use crate::write::Scratch;

/// Where the bundle stands. The town's name is Japanese and has no one spelling in ASCII; the page
/// that offers the bundle proposes the plan's title as its name.
pub(super) fn address() -> Address {
    Address::new("download/plan.zip")
}

/// How hard Deflate tries, from 1 to 9: at the usual 6 the archive of a plan is a tenth smaller and takes
/// twice the time.
const LEVEL: i64 = 2;

/// The bundle, in the making.
pub(super) struct Bundle(Option<ZipWriter<Scratch>>);

/// A file as the bundle holds it.
pub(super) struct Packed(Vec<u8>);

impl Bundle {
    /// A bundle that is written to `scratch`.
    pub(super) fn open(scratch: Scratch) -> Self {
        Self(Some(ZipWriter::new(scratch)))
    }

    /// Adds `packed` behind the others.
    pub(super) fn add(&mut self, packed: Packed) -> Result<(), Diagnostic> {
        let add = || {
            let mut archive = ZipArchive::new(Cursor::new(packed.0))?;
            self.0.as_mut().ok_or(ZipError::FileNotFound)?.raw_copy_file(archive.by_index_raw(0)?)
        };
        told(add())
    }

    /// Nothing more comes; what was written.
    pub(super) fn close(&mut self) -> Result<Scratch, Diagnostic> {
        told(self.0.take().ok_or(ZipError::FileNotFound).and_then(ZipWriter::finish))
    }
}

/// The file at `address` as the bundle holds it, compressed by itself on whichever core is free.
pub(super) fn pack(address: &Address, bytes: &[u8]) -> Result<Packed, Diagnostic> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let pack = || {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file(address.as_str(), options)?;
        archive.write_all(bytes)?;
        Ok(Packed(archive.finish()?.into_inner()))
    };
    told(pack())
}

/// The finding that the bundle cannot be written, for its reason.
fn told<T>(written: ZipResult<T>) -> Result<T, Diagnostic> {
    written.map_err(|reason| {
        Diagnostic::about(Rule::Unwritable, self::address().as_str()).with("reason", reason)
    })
}
