//! `keikaku build`

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::progress::{table, watched};
use super::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::progress::{Progress, Stage};
use crate::render::Site;
use crate::write::{Changes, Failure, Output, Record};
use crate::{pipeline, read, write};

/// What `keikaku build` takes.
#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    #[arg(long, value_name = "FILE")]
    changes: Option<PathBuf>,
    #[arg(long)]
    timings: bool,
}

pub(super) fn build(arguments: &BuildArguments, terminal: &Terminal) -> ExitCode {
    let started = Instant::now();
    let out = arguments.out.clone().unwrap_or_else(|| arguments.root.join("public"));
    if let Err(finding) = beside_sources(&out, &arguments.root).and_then(|()| free(arguments)) {
        let findings = vec![finding];
        terminal.tell(&findings);
        return refused(terminal, &findings);
    }
    let progress = Progress::default();
    progress.enter(Stage::Read, 0);
    let made_from = made_from(arguments);
    let before = made_from.as_ref().and_then(|made_from| write::unchanged(&out, made_from));
    if let Some((changes, note)) = before
        && let Ok(site) = serde_json::from_str(&note)
    {
        return done(arguments, terminal, &progress, (&site, &changes), (&out, started.elapsed()));
    }
    let (findings, written) = watched(terminal, &progress, || {
        let open = || Output::open(&out);
        let outcome = pipeline::compile(&arguments.root, arguments.base_url.as_deref(), &progress, open);
        progress.enter(Stage::Write, 0);
        // What was told is told again by the next run: only a site that nothing was said of is not made again.
        let silent = outcome.findings.is_empty();
        let written = outcome.site.map(|(site, output)| {
            let note = serde_json::to_string(&site).ok().filter(|_| silent);
            (output.finish(made_from.zip(note).map(|(made_from, note)| Record { made_from, note })), site)
        });
        (outcome.findings, written)
    });
    terminal.tell(&findings);
    terminal.detail(|| table(terminal, &progress));
    let Some((written, site)) = written else { return refused(terminal, &findings) };
    let changes = match written {
        Ok(changes) => changes,
        Err(Failure { findings, begun }) => {
            terminal.tell(&findings);
            if begun {
                terminal.complain("done.unfinished", &[]);
                return ExitCode::FAILURE;
            }
            return refused(terminal, &findings);
        }
    };
    done(arguments, terminal, &progress, (&site, &changes), (&out, started.elapsed()))
}

/// Tells of a `site` that stands in `out`, and of its changes as far as they are asked for.
fn done(
    arguments: &BuildArguments,
    terminal: &Terminal,
    progress: &Progress,
    (site, changes): (&Site, &Changes),
    (out, time): (&Path, Duration),
) -> ExitCode {
    let times = arguments.timings.then(|| table(terminal, progress));
    built(terminal, site, changes, out, time);
    if let Some(times) = times {
        terminal.print(&times);
    }
    list(terminal, changes, arguments.changes.as_deref())
}

/// The fingerprint of everything that the site depends on: the project, the address, this program.
fn made_from(arguments: &BuildArguments) -> Option<String> {
    let program = fs::metadata(std::env::current_exe().ok()?).ok()?;
    let written = program.modified().ok()?;
    let beside = format!("{:?} {} {written:?}", arguments.base_url, program.len());
    read::fingerprint(&arguments.root, &beside)
}

/// Tells what was made of a plan without an error.
fn built(terminal: &Terminal, site: &Site, changes: &Changes, out: &Path, time: Duration) {
    let index = std::path::absolute(out.join("index.html")).unwrap_or_else(|_| out.join("index.html"));
    terminal.say(
        "done.built",
        &[
            ("pages", &terminal.plural("count.pages", site.pages)),
            ("charts", &terminal.plural("count.charts", site.charts)),
            ("languages", &site.languages.join(", ")),
            ("seconds", &format!("{:.2}", time.as_secs_f64())),
            ("written", &(changes.created.len() + changes.replaced.len()).to_string()),
            ("kept", &changes.kept.len().to_string()),
            ("removed", &changes.removed.len().to_string()),
            ("index", &index.display().to_string()),
        ],
    );
}

/// Writes the list of `changes` to `file`, where it is wanted.
fn list(terminal: &Terminal, changes: &Changes, file: Option<&Path>) -> ExitCode {
    let Some(file) = file else { return ExitCode::SUCCESS };
    match write::replace(&[(file.to_owned(), changes.list().into_bytes())]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(findings) => {
            terminal.tell(&findings);
            ExitCode::FAILURE
        }
    }
}

/// Finds fault with `out` where it is inside one of the folders that the site of `root` is made from.
fn beside_sources(out: &Path, root: &Path) -> Result<(), Diagnostic> {
    // What is not there yet stands in a folder that is.
    let real = |path: &Path| {
        let path = std::path::absolute(path).ok()?;
        let known = |above: &Path| Some(fs::canonicalize(above).ok()?.join(path.strip_prefix(above).ok()?));
        path.ancestors().find_map(known)
    };
    let (Some(place), Some(root)) = (real(out), real(root)) else { return Ok(()) };
    if ["content", "locales", "themes"].iter().any(|folder| place.starts_with(root.join(folder))) {
        return Err(Diagnostic::about(Rule::OutputInSource, out.display().to_string()));
    }
    Ok(())
}

/// Finds fault where the list of changes would take the place of another file.
fn free(arguments: &BuildArguments) -> Result<(), Diagnostic> {
    let Some(file) = arguments.changes.as_deref().filter(|file| file.is_file()) else { return Ok(()) };
    if fs::read_to_string(file).is_ok_and(|text| Changes::is_list(&text)) {
        return Ok(());
    }
    Err(Diagnostic::about(Rule::NotAList, file.display().to_string()))
}

fn refused(terminal: &Terminal, findings: &Diagnostics) -> ExitCode {
    terminal.summarise("done.refused", findings);
    ExitCode::FAILURE
}

fn base_url(written: &str) -> Result<String, &'static str> {
    crate::plan::normal_base_url(written).ok_or("not the address of a website")
}
