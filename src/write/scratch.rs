//! A file in the making that is too large to be made in one piece.

use std::fs::File;
use std::io::{self, BufWriter, Cursor, Seek, SeekFrom, Write};
use std::path::PathBuf;

/// Takes the parts of a file.
#[derive(Debug)]
pub enum Scratch {
    /// On disk.
    Disk {
        /// The file.
        file: BufWriter<File>,
        /// Where it is.
        path: PathBuf,
        /// Where the next byte goes.
        at: u64,
    },
    /// In memory.
    Memory(Cursor<Vec<u8>>),
    /// Nowhere: only how many bytes came is known.
    Nowhere(usize),
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Scratch::Disk { file, at, .. } => {
                let written = file.write(bytes)?;
                *at += written as u64;
                Ok(written)
            }
            Scratch::Memory(file) => file.write(bytes),
            Scratch::Nowhere(length) => {
                *length += bytes.len();
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Scratch::Disk { file, .. } => file.flush(),
            Scratch::Memory(_) | Scratch::Nowhere(_) => Ok(()),
        }
    }
}

impl Seek for Scratch {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            // To ask where it is, which archives do at each file, is no reason to empty the buffer.
            Scratch::Disk { at, .. } if matches!(to, SeekFrom::Current(0)) => Ok(*at),
            Scratch::Disk { file, at, .. } => {
                *at = file.seek(to)?;
                Ok(*at)
            }
            Scratch::Memory(file) => file.seek(to),
            // Nothing is kept that one could go back to.
            Scratch::Nowhere(length) => Ok(*length as u64),
        }
    }
}
