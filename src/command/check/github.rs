//! Findings as workflow commands, which GitHub shows beside the lines of a change.

use std::path::Path;

use super::json::ends;
use crate::command::terminal::Terminal;
use crate::diagnostic::{Diagnostic, Severity};

/// The command that shows `finding` at its line. GitHub knows files by their paths from where the workflow
/// runs, so `root`, the project's folder, stands before them.
pub(super) fn command(finding: &Diagnostic, root: &Path, terminal: &Terminal) -> String {
    let level = match finding.severity() {
        Severity::Error => "error",
        Severity::Advice => "warning",
    };
    let path = root.join(finding.order().0);
    let parts: Vec<_> =
        path.components().map(|part| part.as_os_str().to_string_lossy()).filter(|part| part != ".").collect();
    let mut properties = vec![("file", parts.join("/").replacen("//", "/", 1))];
    if let Some([start, end]) = ends(finding) {
        properties.push(("line", start.line.to_string()));
        properties.push(("endLine", end.line.to_string()));
        // Columns are of one line: with the end in another, GitHub takes none.
        if start.line == end.line {
            properties.push(("col", start.column.to_string()));
            properties.push(("endColumn", end.column.to_string()));
        }
    }
    properties.push(("title", finding.rule.id().to_owned()));
    let properties: Vec<String> =
        properties.into_iter().map(|(name, value)| format!("{name}={}", property(&value))).collect();
    let lines: Vec<String> = std::iter::once(terminal.speech().message(finding, "what"))
        .chain(terminal.speech().help(finding))
        .collect();
    format!("::{level} {}::{}", properties.join(","), data(&lines.join("\n")))
}

/// `text` as the message of a command: it may hold no line break, and no sign of one.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// `text` as a property of a command, which a comma or a colon would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_in_a_text_ends_the_command_it_stands_in() {
        assert_eq!(data("50%: a,b\r\n"), "50%25: a,b%0D%0A");
        assert_eq!(property("a,b:c%"), "a%2Cb%3Ac%25");
    }
}
