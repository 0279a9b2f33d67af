//! What a person sees of a run that takes its time, and what it spent it on.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::terminal::Terminal;
use crate::progress::{Progress, Standing};
use crate::value::text_width::columns;

/// How long a run may take before anybody wonders.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the bar is drawn.
const BEAT: Duration = Duration::from_millis(100);

/// Does `work` and, where it takes longer than a second and somebody is watching, shows how far it is.
pub(super) fn watched<T>(terminal: &Terminal, progress: &Progress, work: impl FnOnce() -> T) -> T {
    let (working, over) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || show(terminal, progress, &over));
        let done = work();
        drop(working);
        done
    })
}

/// Draws the bar until `over`.
fn show(terminal: &Terminal, progress: &Progress, over: &Receiver<()>) {
    if over.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
        return;
    }
    // Draws nothing where the error output is no terminal.
    let bar = ProgressBar::new(0);
    while over.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
        let Some(Standing { stage, pieces, done }) = progress.standing() else { continue };
        let counted = if pieces == 0 { "{spinner} {msg}" } else { "{spinner} {msg} {bar:30} {pos}/{len}" };
        // In this order, or a bar is drawn with the numbers of the stage before.
        bar.set_length(pieces as u64);
        bar.set_position(done as u64);
        bar.set_message(terminal.word(stage.key()));
        bar.set_style(ProgressStyle::with_template(counted).unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.tick();
    }
    bar.finish_and_clear();
}

/// A line for each stage of a run with its time in milliseconds and its share, and one for the whole.
pub(super) fn table(terminal: &Terminal, progress: &Progress) -> String {
    let times = progress.times();
    let whole = progress.time();
    let mut rows: Vec<(String, Duration)> =
        times.into_iter().map(|(stage, time)| (terminal.word(stage.key()), time)).collect();
    rows.push((terminal.word("done.stage.whole"), whole));
    let widest = rows.iter().map(|(name, _)| columns(name)).max().unwrap_or_default();
    let line = |(name, time): (String, Duration)| {
        let gap = " ".repeat(widest - columns(&name));
        let share = 100.0 * time.as_secs_f64() / whole.as_secs_f64().max(f64::MIN_POSITIVE);
        format!("{name}{gap} {:9.1} ms {share:5.1}%\n", 1000.0 * time.as_secs_f64())
    };
    rows.into_iter().map(line).collect()
}
