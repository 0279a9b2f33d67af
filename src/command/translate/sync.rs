//! `keikaku translate sync`

use std::process::ExitCode;

use super::{TranslationArguments, open, save};
use crate::command::terminal::Terminal;
use crate::diagnostic::Diagnostics;
use crate::translate;

pub(super) fn sync(arguments: &TranslationArguments, terminal: &Terminal) -> ExitCode {
    let done = open(arguments).and_then(|all| {
        let (mut synced, mut findings) = (Vec::new(), Diagnostics::new());
        for (language, files) in &all.files {
            match translate::sync(&all.plan, language, files) {
                Ok(files) => synced.extend(files),
                Err(refused) => findings.extend(refused),
            }
        }
        if !findings.is_empty() {
            return Err(findings);
        }
        let texts = synced.iter().map(|file| (file.path.clone(), file.text.clone())).collect();
        save(&arguments.root, &texts)?;
        Ok(synced)
    });
    terminal.conclude(done, |synced| {
        for file in &synced {
            let values = [
                ("file", file.path.as_str()),
                ("added", &file.added.to_string()),
                ("moved", &file.moved.to_string()),
                ("orphans", &file.set_aside.to_string()),
            ];
            terminal.say("done.translate.synced", &values);
        }
        if synced.is_empty() {
            terminal.say("done.translate.in-step", &[]);
        } else {
            terminal.say("done.translate.synced-next", &[]);
        }
        ExitCode::SUCCESS
    })
}
