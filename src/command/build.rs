//! `keikaku build`

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use super::terminal::Terminal;
use crate::diagnostic::Diagnostics;
use crate::render::Site;
use crate::{pipeline, write};

/// What `keikaku build` takes.
#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
}

pub(super) fn build(arguments: &BuildArguments, terminal: &Terminal) -> ExitCode {
    let started = Instant::now();
    let out = arguments.out.clone().unwrap_or_else(|| arguments.root.join("public"));
    let outcome = pipeline::compile(&arguments.root, arguments.base_url.as_deref());
    terminal.tell(&outcome.findings);
    let Some(site) = outcome.site else { return refused(terminal, &outcome.findings) };
    match write::write(&site.files, &out) {
        Ok(changes) => {
            let index =
                std::path::absolute(out.join("index.html")).unwrap_or_else(|_| out.join("index.html"));
            terminal.say(
                "done.built",
                &[
                    ("pages", &count(terminal, "count.pages", site.pages)),
                    ("charts", &count(terminal, "count.charts", site.charts)),
                    ("languages", &languages(&site)),
                    ("seconds", &format!("{:.2}", started.elapsed().as_secs_f64())),
                    ("written", &(changes.created.len() + changes.replaced.len()).to_string()),
                    ("kept", &changes.kept.len().to_string()),
                    ("removed", &changes.removed.len().to_string()),
                    ("index", &index.display().to_string()),
                ],
            );
            ExitCode::SUCCESS
        }
        Err(findings) => {
            terminal.tell(&findings);
            refused(terminal, &findings)
        }
    }
}

fn refused(terminal: &Terminal, findings: &Diagnostics) -> ExitCode {
    terminal.summarise("done.refused", findings);
    ExitCode::FAILURE
}

fn count(terminal: &Terminal, key: &str, number: usize) -> String {
    terminal.plural(key, number)
}

fn languages(site: &Site) -> String {
    site.languages.join(", ")
}

fn base_url(written: &str) -> Result<String, &'static str> {
    crate::plan::normal_base_url(written).ok_or("not the address of a website")
}
