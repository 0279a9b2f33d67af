//! What `keikaku` leaves on disk whatever happens to it: killed, kept from writing, or met by something
//! that it did not put there.

mod chance;
#[cfg(target_os = "linux")]
mod disk;
#[expect(dead_code, reason = "the plan of this repository is too large to be built 200 times")]
#[path = "../support/program.rs"]
mod program;
mod sites;

#[cfg(unix)]
mod folder;
mod kill;
#[cfg(unix)]
mod obstacle;
#[cfg(unix)]
mod place;
mod project;
mod together;
