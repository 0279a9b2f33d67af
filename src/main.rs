//! Arguments → command → exit code.

use std::process::ExitCode;

/// Pages are put together from many small texts on all cores at once, for which it is faster than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    keikaku::command::run()
}
