//! `keikaku serve`

use std::path::PathBuf;
use std::process::ExitCode;

use super::progress::table;
use super::terminal::Terminal;
use crate::pipeline::Outcome;
use crate::progress::Progress;
use crate::serve::{self, Notice, Server};
use crate::write::Memory;

/// What `keikaku serve` takes.
#[derive(Debug, clap::Args)]
pub(super) struct ServeArguments {
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    #[arg(long, value_name = "N")]
    port: Option<u16>,
    #[arg(long)]
    open: bool,
}

pub(super) fn serve(arguments: &ServeArguments, terminal: &Terminal) -> ExitCode {
    let mut server = match Server::open(arguments.port) {
        Ok(server) => server,
        Err(finding) => {
            terminal.tell(&[finding]);
            return ExitCode::FAILURE;
        }
    };
    let address = format!("http://{}/", server.address);
    terminal.show("done.serve.at", &[("address", &address)]);
    // Whose browser does not open still has the address.
    let _ = arguments.open.then(|| open::that_detached(&address));
    serve::run(&arguments.root, &mut server, |outcome, progress| tell(terminal, outcome, progress));
    ExitCode::SUCCESS
}

/// Tells what a run came to; what stands in the way is told in the pages as well.
fn tell(terminal: &Terminal, outcome: &Outcome<Memory>, progress: &Progress) -> Option<Notice> {
    terminal.tell(&outcome.findings);
    terminal.detail(|| table(terminal, progress));
    if let Some((site, _)) = &outcome.site {
        let pages = terminal.plural("count.pages", site.pages);
        let seconds = format!("{:.2}", progress.time().as_secs_f64());
        terminal.say("done.serve.made", &[("pages", &pages), ("seconds", &seconds)]);
        return None;
    }
    terminal.summarise("done.serve.refused", &outcome.findings);
    Some(terminal.speech().notice("done.serve.refused", "done.serve.close", &outcome.findings))
}
