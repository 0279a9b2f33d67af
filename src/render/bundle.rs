//! The one door to rawzip and libdeflate: the whole site as one file, to copy and to read without a network.
//!
//! The same site gives the same bytes on every machine whose processor is little-endian, as those of offices
//! and servers are: files in the order in which they are made, the same date for all (the first that the
//! format knows), the same permissions, no trace of the system.

use std::cell::RefCell;
use std::io::{self, Write as _};

use libdeflater::{CompressionError, CompressionLvl, Compressor, crc32};
use rawzip::time::UtcDateTime;
use rawzip::{CompressionMethod, DataDescriptorOutput, ErrorKind, ZipArchiveWriter};

use crate::diagnostic::{Diagnostic, Rule};
use crate::value::Address;
use crate::write::Scratch;

/// Where the bundle stands. The town's name is Japanese and has no one spelling in ASCII; the page
/// that offers the bundle proposes the plan's title as its name.
pub(super) fn address() -> Address {
    Address::new("download/plan.zip")
}

/// The first moment that the format knows, in seconds since 1970.
const MODIFIED: i64 = 315_532_800;

thread_local! {
    /// What a thread compresses with, as fast as it can: at the usual level 6 the archive of a plan is a tenth
    /// smaller and takes twice the time.
    static COMPRESSOR: RefCell<Compressor> =
        RefCell::new(Compressor::new(CompressionLvl::new(1).unwrap_or_default()));
}

/// The bundle, in the making.
pub(super) struct Bundle(ZipArchiveWriter<Scratch>);

/// A file as the bundle holds it.
pub(super) struct Packed {
    compressed: Vec<u8>,
    descriptor: DataDescriptorOutput,
}

impl Bundle {
    /// A bundle that is written to `scratch`.
    pub(super) fn open(scratch: Scratch) -> Self {
        Self(ZipArchiveWriter::new(scratch))
    }

    /// Adds the file at `address` behind the others.
    pub(super) fn add(&mut self, address: &Address, packed: Packed) -> Result<(), Diagnostic> {
        let add = || {
            let file = self.0.new_file(address.as_str()).compression_method(CompressionMethod::DEFLATE);
            let (mut entry, _) =
                file.last_modified(UtcDateTime::from_unix(MODIFIED)).unix_permissions(0o644).start()?;
            entry.write_all(&packed.compressed)?;
            entry.finish(packed.descriptor)
        };
        add().map(|_| ()).map_err(unwritable)
    }

    /// Nothing more comes; what was written.
    pub(super) fn close(self) -> Result<Scratch, Diagnostic> {
        self.0.finish().map_err(unwritable)
    }
}

/// `bytes` as the bundle holds them, compressed on whichever core is free.
pub(super) fn pack(bytes: &[u8]) -> Result<Packed, Diagnostic> {
    let deflate = |compressor: &mut Compressor| -> Result<Vec<u8>, CompressionError> {
        let mut compressed = vec![0; compressor.deflate_compress_bound(bytes.len())];
        let length = compressor.deflate_compress(bytes, &mut compressed)?;
        compressed.truncate(length);
        compressed.shrink_to_fit();
        Ok(compressed)
    };
    let compressed = COMPRESSOR
        .with_borrow_mut(deflate)
        .map_err(|error| unwritable(io::Error::other(error.to_string()).into()))?;
    let descriptor = DataDescriptorOutput::new(crc32(bytes), bytes.len() as u64);
    Ok(Packed { compressed, descriptor })
}

/// The finding that the bundle cannot be written, for its reason.
fn unwritable(reason: rawzip::Error) -> Diagnostic {
    let reason = match reason.into_kind() {
        ErrorKind::IO(error) => error,
        other => io::Error::other(other.to_string()),
    };
    Diagnostic::about(Rule::Unwritable, self::address().as_str()).because(&reason)
}
