//! The site on this computer only, made again whenever a file of the project is saved.
//!
//! The site stays in memory: no folder is written, and a request can reach nothing but the finished
//! files. What an error leaves is the last good site and a notice in its pages.
//!
//! Whether something was saved is found by looking, some times a second ([`Stamp`]). Watchers of the
//! system would tell a little sooner, but lose folders that vanish and come back, run out on large
//! disks, and hear nothing of network folders, where town halls keep their files.

mod answer;
mod kind;
mod live;
mod notice;
mod port;
mod server;
mod visitor;

use std::path::Path;
use std::time::{Duration, Instant};

pub use notice::{Notice, Told};
pub use server::Server;

use crate::pipeline::{self, Outcome};
use crate::progress::Progress;
use crate::read::Stamp;
use crate::write::Memory;

/// How long nobody looks whether something was saved.
const IDLE: Duration = Duration::from_millis(60);

/// How long a file must stay as it is before it counts as saved: some editors empty it first.
const SETTLED: Duration = Duration::from_millis(15);

/// How much of its time the program may spend looking, as one part in so many.
const SHARE: u32 = 20;

/// Shows the project under `root` on `server` until somebody ends it. `tell` hears what each run
/// came to and what took how long, and says what pages are to show beside the site: nothing, where
/// there is one.
pub fn run(
    root: &Path,
    server: &mut Server,
    mut tell: impl FnMut(&Outcome<Memory>, &Progress) -> Option<Notice>,
) {
    let mut before = Stamp::of(root);
    let mut made_from = None;
    loop {
        let looked = Instant::now();
        let now = Stamp::of(root);
        let looking = looked.elapsed();
        // What is saved while the site is made differs from this stamp, and is met by the next look.
        if now == before && made_from.as_ref() != Some(&now) {
            let progress = Progress::default();
            let outcome = pipeline::compile(root, None, &progress, || Ok(Memory::default()));
            let notice = tell(&outcome, &progress);
            server.show(outcome.site.map(|(_, files)| files.into_files()), notice);
            made_from = Some(now.clone());
        }
        let idle = made_from.as_ref() == Some(&now);
        before = now;
        let pause = if idle { IDLE.max(looking * SHARE) } else { SETTLED };
        if server.ends_within(pause) {
            return;
        }
    }
}
