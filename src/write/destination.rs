//! Where the files of a site go, one after another as they are made: no site has to fit into memory.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::scratch::Scratch;
use crate::diagnostic::Diagnostic;
use crate::value::Address;

/// What takes the files of a site, in any order and from any thread. Nobody meets them there before
/// all have come.
pub trait Destination: Sync {
    /// Takes the file at `address`.
    fn put(&self, address: Address, bytes: Vec<u8>) -> Result<(), Diagnostic>;

    /// What takes the parts of the file at `address`.
    fn scratch(&self, address: &Address) -> Result<Scratch, Diagnostic>;

    /// Takes what was written to the `scratch` of `address` as the file; how many bytes it has.
    fn put_scratch(&self, address: Address, scratch: Scratch) -> Result<usize, Diagnostic>;
}

/// A site in memory, for whoever shows it right away.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<Address, Vec<u8>>>);

impl Memory {
    /// Every file by its address.
    pub fn into_files(self) -> BTreeMap<Address, Vec<u8>> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    /// A thread that panicked has put whole files.
    fn files(&self) -> MutexGuard<'_, BTreeMap<Address, Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Destination for Memory {
    fn put(&self, address: Address, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        self.files().insert(address, bytes);
        Ok(())
    }

    fn scratch(&self, _: &Address) -> Result<Scratch, Diagnostic> {
        Ok(Scratch::Memory(Vec::new()))
    }

    fn put_scratch(&self, address: Address, scratch: Scratch) -> Result<usize, Diagnostic> {
        let bytes = if let Scratch::Memory(bytes) = scratch { bytes } else { Vec::new() };
        let length = bytes.len();
        self.files().insert(address, bytes);
        Ok(length)
    }
}

/// Takes a site that nobody wants to see, only to hear what is wrong with it.
#[derive(Debug)]
pub struct Nowhere;

impl Destination for Nowhere {
    fn put(&self, _: Address, _: Vec<u8>) -> Result<(), Diagnostic> {
        Ok(())
    }

    fn scratch(&self, _: &Address) -> Result<Scratch, Diagnostic> {
        Ok(Scratch::Nowhere(0))
    }

    fn put_scratch(&self, _: Address, scratch: Scratch) -> Result<usize, Diagnostic> {
        Ok(if let Scratch::Nowhere(length) = scratch { length } else { 0 })
    }
}
