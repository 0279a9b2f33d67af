//! A file in the making that is too large to be made in one piece.

use std::fs::File;
use std::io::{self, BufWriter, Cursor, Seek, SeekFrom, Write};
use std::path::PathBuf;

/// Takes the parts of a file.
#[derive(Debug)]
pub enum Scratch {
    /// On disk, at this path.
    Disk(BufWriter<File>, PathBuf),
    /// In memory.
    Memory(Cursor<Vec<u8>>),
    /// Nowhere: only how many bytes came is known.
    Nowhere(usize),
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Scratch::Disk(file, _) => file.write(bytes),
            Scratch::Memory(file) => file.write(bytes),
            Scratch::Nowhere(length) => {
                *length += bytes.len();
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Scratch::Disk(file, _) => file.flush(),
            Scratch::Memory(_) | Scratch::Nowhere(_) => Ok(()),
        }
    }
}

impl Seek for Scratch {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Scratch::Disk(file, _) => file.seek(to),
            Scratch::Memory(file) => file.seek(to),
            // Nothing is kept that one could go back to.
            Scratch::Nowhere(length) => Ok(*length as u64),
        }
    }
}
