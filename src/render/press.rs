//! Every file of the site on its way out: to its address, and into the bundle.
//!
//! Files leave as they are made. Only a batch of them is ever in memory, however large the plan.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::bundle::{self, Bundle, Packed};
use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::value::Address;
use crate::write::Destination;

/// A file and where it stands.
pub(super) type File = (Address, Vec<u8>);

/// How many sheets are made before the bundle takes their files: enough for many cores, and little memory.
const BATCH: usize = 256;

/// Takes the files of a site.
pub(super) struct Press<'a> {
    pub(super) destination: &'a dyn Destination,
    bundle: Bundle,
    /// The sizes of the files that left, in bytes.
    pub(super) sizes: BTreeMap<Address, usize>,
}

/// What is left of a file that went to its address.
struct Printed {
    address: Address,
    size: usize,
    packed: Packed,
}

impl<'a> Press<'a> {
    /// Prints to `destination`.
    pub(super) fn open(destination: &'a dyn Destination) -> Result<Self, Diagnostic> {
        let bundle = Bundle::open(destination.scratch(&bundle::address())?);
        Ok(Self { destination, bundle, sizes: BTreeMap::new() })
    }

    /// Prints `files`.
    pub(super) fn print(&mut self, files: Vec<File>, findings: &mut Diagnostics) -> Option<()> {
        let destination = self.destination;
        let sent: Vec<Result<Printed, Diagnostic>> =
            files.into_par_iter().map(|file| send(destination, file)).collect();
        for printed in sent {
            self.take(printed.map_err(|finding| findings.push(finding)).ok()?, findings)?;
        }
        Some(())
    }

    /// Prints what `make` makes of each of `sheets`, on all cores. Where it makes nothing, the reasons
    /// of all are in `findings`, each once.
    pub(super) fn print_each<T: Sync>(
        &mut self,
        sheets: &[T],
        make: impl Fn(&T) -> Result<Vec<File>, Diagnostics> + Sync,
        findings: &mut Diagnostics,
    ) -> Option<()> {
        let destination = self.destination;
        let send_all = |files: Vec<File>| -> Result<Vec<Printed>, Diagnostic> {
            files.into_iter().map(|file| send(destination, file)).collect()
        };
        let mut whole = Some(());
        for batch in sheets.chunks(BATCH) {
            let sent: Vec<Result<Vec<Printed>, Diagnostics>> = (batch.par_iter())
                .map(|sheet| send_all(make(sheet)?).map_err(|finding| vec![finding]))
                .collect();
            for printed in sent {
                let taken = match printed {
                    Ok(printed) => printed.into_iter().try_for_each(|file| self.take(file, findings)),
                    Err(found) => tell(found, findings),
                };
                whole = whole.and(taken);
            }
        }
        whole
    }

    /// Puts `files` into the bundle alone.
    pub(super) fn enclose(&mut self, files: Vec<File>, findings: &mut Diagnostics) -> Option<()> {
        files.into_iter().try_for_each(|(address, bytes)| {
            let enclosed = bundle::pack(&bytes).and_then(|packed| self.bundle.add(&address, packed));
            enclosed.map_err(|finding| findings.push(finding)).ok()
        })
    }

    /// Ends the bundle and prints it; the sizes of all files.
    pub(super) fn close(mut self, findings: &mut Diagnostics) -> Option<BTreeMap<Address, usize>> {
        let closed = self.bundle.close();
        let size = closed.and_then(|scratch| self.destination.put_scratch(bundle::address(), scratch));
        self.sizes.insert(bundle::address(), size.map_err(|finding| findings.push(finding)).ok()?);
        Some(self.sizes)
    }

    fn take(&mut self, printed: Printed, findings: &mut Diagnostics) -> Option<()> {
        let added = self.bundle.add(&printed.address, printed.packed);
        added.map_err(|finding| findings.push(finding)).ok()?;
        self.sizes.insert(printed.address, printed.size);
        Some(())
    }
}

/// Sends `file` to its address, and packs it for the bundle.
fn send(destination: &dyn Destination, (address, bytes): File) -> Result<Printed, Diagnostic> {
    let packed = bundle::pack(&bytes)?;
    let size = bytes.len();
    destination.put(address.clone(), bytes)?;
    Ok(Printed { address, size, packed })
}

/// Adds what is new of `found` to `findings`. A template's mistake shows on every page it makes, in
/// words that differ with the page's view; it is told once.
fn tell(found: Diagnostics, findings: &mut Diagnostics) -> Option<()> {
    for finding in found {
        let told = match &finding.place {
            Place::Span(_) => {
                findings.iter().any(|known| known.rule == finding.rule && known.place == finding.place)
            }
            Place::Path(_) => findings.contains(&finding),
        };
        if !told {
            findings.push(finding);
        }
    }
    None
}
