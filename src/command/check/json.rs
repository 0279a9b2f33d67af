//! Findings for programs: one JSON document.
//!
//! ```json
//! {
//!   "version": 1,
//!   "counts": {"error": 1, "advice": 0},
//!   "findings": [
//!     {
//!       "id": "K0203",
//!       "severity": "error",
//!       "file": "content/1-living/2-forest.md",
//!       "line": 8,
//!       "column": 5,
//!       "end_line": 8,
//!       "end_column": 10,
//!       "message": "the key `targt` is not known here",
//!       "help": ["remove it, or check its spelling"],
//!       "meant": "target"
//!     }
//!   ]
//! }
//! ```
//!
//! `version` is that of this form: it changes when a key changes its meaning or goes, not when one is added.
//! `severity` is `error` or `advice`. `file` is a path from the project's folder. Lines and columns are
//! counted from 1, columns in characters; `end_column` is the one after the last. All four are `null`
//! where the finding is about a file as a whole. A file with very many findings of one kind has the first of
//! them here, and the last says in `help` how many more there are; `counts` counts them all. `message` and
//! `help` are in the language of the system, `meant` (or `null`) is what was probably meant, to be written
//! as it is. The findings are in the order of files and lines.

use serde::Serialize;

use crate::command::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Place, Position, Severity};

/// The version of the form.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    version: u32,
    counts: Counts,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    advice: usize,
}

#[derive(Serialize)]
struct Finding<'a> {
    id: &'static str,
    severity: &'static str,
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    message: String,
    help: Vec<String>,
    meant: Option<&'a str>,
}

/// `findings` as one document, in the words of `terminal`.
pub(super) fn document(findings: &[Diagnostic], terminal: &Terminal) -> String {
    let of = |severity| findings.iter().filter(move |finding| finding.severity() == severity);
    let count = |severity| of(severity).map(Diagnostic::count).sum();
    let counts = Counts { error: count(Severity::Error), advice: count(Severity::Advice) };
    let findings = findings.iter().map(|finding| described(finding, terminal)).collect();
    // Text and numbers can always be written.
    serde_json::to_string_pretty(&Document { version: VERSION, counts, findings }).unwrap_or_default()
}

fn described<'a>(finding: &'a Diagnostic, terminal: &Terminal) -> Finding<'a> {
    let ends = ends(finding);
    let of = |part: fn(Position) -> usize| ends.map(|ends| ends.map(part));
    let [line, end_line] = of(|position| position.line).map_or([None; 2], |ends| ends.map(Some));
    let [column, end_column] = of(|position| position.column).map_or([None; 2], |ends| ends.map(Some));
    Finding {
        id: finding.rule.id(),
        severity: match finding.severity() {
            Severity::Error => "error",
            Severity::Advice => "advice",
        },
        file: finding.order().0,
        line,
        column,
        end_line,
        end_column,
        message: terminal.speech().message(finding, "what"),
        help: terminal.speech().remedies(finding),
        meant: finding.meant.as_deref(),
    }
}

/// Where `finding` begins and ends; `None` where it is about a file as a whole.
pub(super) fn ends(finding: &Diagnostic) -> Option<[Position; 2]> {
    match &finding.place {
        Place::Span(span) => {
            let end = span.source.span(span.range.end..span.range.end);
            Some([span.position(), end.position()])
        }
        Place::Path(_) => None,
    }
}
