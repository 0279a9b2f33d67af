//! How far a run has come, for whoever waits for it, and how long each part of it took.
//!
//! A run tells, and never asks whether anybody listens; who wants to know looks from another thread.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A part of a run, in the order in which they follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Files become the project.
    Read,
    /// The project becomes the plan.
    Plan,
    /// Translations are read, held against the plan, and become editions.
    Localise,
    /// Templates, style sheets and scripts of the theme.
    Theme,
    /// The plan as data, and what the search looks through.
    Data,
    /// The pages, and a chart for each indicator and language.
    Pages,
    /// What differs goes to disk.
    Write,
}

impl Stage {
    /// The key of its name among the program's words.
    pub fn key(self) -> &'static str {
        match self {
            Stage::Read => "done.stage.read",
            Stage::Plan => "done.stage.plan",
            Stage::Localise => "done.stage.localise",
            Stage::Theme => "done.stage.theme",
            Stage::Data => "done.stage.data",
            Stage::Pages => "done.stage.pages",
            Stage::Write => "done.stage.write",
        }
    }
}

/// What has been done so far.
#[derive(Debug, Default)]
pub struct Progress {
    entered: Mutex<Vec<(Stage, Instant)>>,
    pieces: AtomicUsize,
    done: AtomicUsize,
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// What it is at.
    pub stage: Stage,
    /// How many pieces this stage has; 0 where they are not counted.
    pub pieces: usize,
    /// How many of them are done.
    pub done: usize,
}

impl Progress {
    /// `stage` begins, and the one before is over, or goes on if it is the same. `pieces` is how many
    /// equal parts it has, 0 where it has none worth counting.
    pub fn enter(&self, stage: Stage, pieces: usize) {
        self.done.store(0, Ordering::Relaxed);
        self.pieces.store(pieces, Ordering::Relaxed);
        let mut entered = self.entered();
        if entered.last().is_none_or(|(last, _)| *last != stage) {
            entered.push((stage, Instant::now()));
        }
    }

    /// One more piece of the stage is done.
    pub fn advance(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Where the run is; `None` before its first stage.
    pub fn standing(&self) -> Option<Standing> {
        let (stage, _) = *self.entered().last()?;
        let [pieces, done] = [&self.pieces, &self.done].map(|number| number.load(Ordering::Relaxed));
        Some(Standing { stage, pieces, done })
    }

    /// How long each stage took, the last until now.
    pub fn times(&self) -> Vec<(Stage, Duration)> {
        let entered = self.entered().clone();
        let ends = entered.iter().skip(1).map(|(_, began)| *began).chain([Instant::now()]);
        entered.iter().zip(ends).map(|((stage, began), end)| (*stage, end - *began)).collect()
    }

    /// How long the run took so far.
    pub fn time(&self) -> Duration {
        self.times().into_iter().map(|(_, time)| time).sum()
    }

    /// A thread that panicked while telling has told something true.
    fn entered(&self) -> std::sync::MutexGuard<'_, Vec<(Stage, Instant)>> {
        self.entered.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::{Progress, Stage, Standing};

    #[test]
    fn the_times_of_the_stages_are_the_time_of_the_run() {
        let began = Instant::now();
        let progress = Progress::default();
        assert_eq!((progress.standing(), progress.times()), (None, Vec::new()));
        progress.enter(Stage::Read, 0);
        std::thread::sleep(std::time::Duration::from_millis(2));
        progress.enter(Stage::Pages, 3);
        progress.advance();
        assert_eq!(progress.standing(), Some(Standing { stage: Stage::Pages, pieces: 3, done: 1 }));
        let times = progress.times();
        assert_eq!(times.iter().map(|(stage, _)| *stage).collect::<Vec<_>>(), [Stage::Read, Stage::Pages]);
        assert!(times[0].1.as_millis() >= 2 && progress.time() <= began.elapsed());
    }
}
