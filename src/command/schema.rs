//! `keikaku schema`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::terminal::Terminal;
use crate::schema::{Kind, schema};
use crate::write;

/// What `keikaku schema` takes.
#[derive(Debug, clap::Args)]
pub(super) struct SchemaArguments {
    // Of an enum clap would take the variants' docs for help, which is not in the person's language.
    #[arg(value_parser = PossibleValuesParser::new(Kind::ALL.map(Kind::key)).try_map(named), required_unless_present = "out")]
    kind: Option<Kind>,
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

fn named(name: String) -> Result<Kind, String> {
    Kind::ALL.into_iter().find(|kind| kind.key() == name).ok_or(name)
}

pub(super) fn print_or_write(arguments: &SchemaArguments, terminal: &Terminal) -> ExitCode {
    let kinds = arguments.kind.map_or(Kind::ALL.to_vec(), |kind| vec![kind]);
    let text = |kind: Kind| schema(kind, &|key| terminal.word(key));
    let Some(out) = &arguments.out else {
        for kind in kinds {
            terminal.print(&format!("{}\n", text(kind).trim_end()));
        }
        return ExitCode::SUCCESS;
    };
    let files: Vec<_> =
        kinds.into_iter().map(|kind| (out.join(kind.file()), text(kind).into_bytes())).collect();
    terminal.conclude(write::replace(&files), |()| {
        for (path, _) in &files {
            terminal.say("done.new.file", &[("file", &path.display().to_string())]);
        }
        terminal.say("done.schema", &[]);
        ExitCode::SUCCESS
    })
}
