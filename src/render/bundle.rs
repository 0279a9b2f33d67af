//! The one door to zip: the whole site as one file, to copy and to read without a network.
//!
//! The same site gives the same bytes on every machine: files in the order of their addresses, the
//! same date for all (the first that the format knows), the same permissions, no trace of the system.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use rayon::prelude::*;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::value::Address;

/// Where the bundle stands. The town's name is Japanese and has no one spelling in ASCII; the page
/// that offers the bundle proposes the plan's title as its name.
pub(super) fn address() -> Address {
    Address::new("download/plan.zip")
}

/// How hard Deflate tries, from 1 to 9: at the usual 6 the archive of a plan is a tenth smaller and takes
/// twice the time.
const LEVEL: i64 = 2;

/// One archive of all `files`. Each is compressed by itself, on whichever core is free.
pub(super) fn bundle(files: &BTreeMap<&Address, &Vec<u8>>) -> ZipResult<Vec<u8>> {
    let packed: Vec<Vec<u8>> =
        files.par_iter().map(|(address, bytes)| pack(address, bytes)).collect::<ZipResult<_>>()?;
    let mut bundle = ZipWriter::new(Cursor::new(Vec::new()));
    for archive in packed {
        let mut archive = ZipArchive::new(Cursor::new(archive))?;
        bundle.raw_copy_file(archive.by_index_raw(0)?)?;
    }
    Ok(bundle.finish()?.into_inner())
}

/// An archive of one file.
fn pack(address: &Address, bytes: &[u8]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(address.as_str(), options)?;
    archive.write_all(bytes)?;
    Ok(archive.finish()?.into_inner())
}
