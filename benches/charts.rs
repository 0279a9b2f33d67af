//! How fast charts are drawn: `cargo bench`.
//!
//! Draws every chart of the plan in `content/`, and of the invented plan in `tests/example`, which has
//! every form, over and over for a few seconds, in one thread and in as many as the machine has. Each is drawn
//! twice, for the page and for the file of its own, and counts once.

use std::path::Path;
use std::time::{Duration, Instant};

use keikaku::diagnostic::Diagnostics;
use keikaku::localise::{Catalogue, Edition};
use keikaku::plan::Indicator;
use keikaku::progress::Progress;
use keikaku::read::Project;
use keikaku::write::Memory;
use keikaku::{pipeline, plan, read, render};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// How long each measurement takes.
const LONG: Duration = Duration::from_secs(2);

fn main() {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (name, root) in
        [("content/", repository.to_owned()), ("tests/example", repository.join("tests/example"))]
    {
        let mut findings = Diagnostics::new();
        let Some(mut project) = read::read(&root, &mut findings) else { panic!("{name} cannot be read") };
        println!("{name}");
        measure(&root, &mut project);
    }
}

fn measure(root: &Path, project: &mut Project) {
    let mut findings = Diagnostics::new();
    let plan = plan::make(project, &mut findings);
    let catalogue = Catalogue::load(project, &mut findings);
    let source = Edition::in_source_language(&plan, &catalogue);
    let mut translated = Vec::new();
    for language in &plan.languages[1..] {
        let files = project.translations(language, &mut findings);
        translated.push(Edition::translated(&source, language, &plan.units(), files, &mut findings));
    }
    let look = render::Look::of(&project.theme, &mut findings);
    let style = render::chart_style(&look);
    let editions: Vec<&Edition<'_>> = std::iter::once(&source).chain(&translated).collect();
    let indicators: Vec<_> =
        editions.iter().flat_map(|edition| plan.indicators().map(move |one| (*edition, one))).collect();
    let draw = || -> Vec<[usize; 2]> {
        let one = |(edition, indicator): &(&Edition<'_>, &Indicator)| {
            [render::chart(edition, indicator), render::chart_file(edition, indicator, &style)]
                .map(|chart| chart.len())
        };
        indicators.par_iter().map(one).collect()
    };
    let charts = draw();
    let largest = |at: usize| charts.iter().map(|sizes| sizes[at]).max().unwrap_or_default();
    println!("  charts: {}", charts.len());
    println!("  largest: {} bytes on a page, {} bytes as a file", largest(0), largest(1));
    let [one, every] = [pool(1), pool(0)];
    for pool in [&one, &every] {
        let seconds = seconds_of(pool, draw);
        let threads = pool.current_num_threads();
        println!("  {:.0} charts a second in {threads} thread(s)", ratio(charts.len(), seconds));
    }
    let build =
        seconds_of(&one, || pipeline::compile(root, None, &Progress::default(), || Ok(Memory::default())));
    let share = 100.0 * seconds_of(&one, draw) / build;
    println!("  {share:.1}% of a build in one thread ({:.1} ms) is spent on drawing", 1000.0 * build);
}

/// A pool of so many threads; of as many as the machine has, if none.
fn pool(threads: usize) -> ThreadPool {
    ThreadPoolBuilder::new().num_threads(threads).build().expect("threads can be started")
}

/// How long `work` takes in `pool`, on average.
fn seconds_of<T: Send>(pool: &ThreadPool, work: impl Fn() -> T + Sync) -> f64 {
    pool.install(|| {
        let (started, mut times) = (Instant::now(), 0_u32);
        while started.elapsed() < LONG {
            std::hint::black_box(work());
            times += 1;
        }
        started.elapsed().as_secs_f64() / f64::from(times)
    })
}

fn ratio(count: usize, seconds: f64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / seconds
}
