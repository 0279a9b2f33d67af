//! A file in the making that is too large to be made in one piece.

use std::fs::File;
use std::io::{self, BufWriter, Write};

/// Takes the parts of a file.
#[derive(Debug)]
pub enum Scratch {
    /// On disk.
    Disk(BufWriter<File>),
    /// In memory.
    Memory(Vec<u8>),
    /// Nowhere: only how many bytes came is known.
    Nowhere(usize),
}

impl Write for Scratch {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Scratch::Disk(file) => file.write(bytes),
            Scratch::Memory(file) => file.write(bytes),
            Scratch::Nowhere(length) => {
                *length += bytes.len();
                Ok(bytes.len())
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Scratch::Disk(file) => file.flush(),
            Scratch::Memory(_) | Scratch::Nowhere(_) => Ok(()),
        }
    }
}
