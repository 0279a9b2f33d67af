//! The way to the person at the keyboard: what is printed, how much of it, and where.

use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::speech::Speech;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Severity};

/// How much a person wants to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// Errors, and what was asked for.
    Least,
    /// What was done, and what should be looked at.
    Usual,
    /// How long each stage of it took, as well.
    Most,
}

/// The way to the person at the keyboard.
pub(super) struct Terminal {
    speech: Speech,
    detail: Detail,
    renderer: Renderer,
    /// Whether a person reads what is told, and no file or program.
    watched: bool,
}

impl Terminal {
    /// Speaks `speech` in so much `detail`. Where nobody is watching, or `NO_COLOR` is set, anstream takes
    /// the colours out again.
    pub(super) fn open(speech: Speech, detail: Detail) -> Self {
        let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
        Self { speech, detail, renderer, watched: std::io::stderr().is_terminal() }
    }

    /// The language of the person, and its words.
    pub(super) fn speech(&self) -> &Speech {
        &self.speech
    }

    /// Prints every finding with its place, its excerpt and its remedy, and once where to read more.
    pub(super) fn tell(&self, findings: &[Diagnostic]) {
        let told =
            |finding: &&Diagnostic| self.detail != Detail::Least || finding.severity() == Severity::Error;
        for finding in findings.iter().filter(told) {
            Self::warn(&format!("{}\n", self.report(finding)));
        }
        if let Some(more) = self.more(findings) {
            anstream::eprintln!("{more}\n");
        }
    }

    /// How the person who is watching can read more about the first error of `findings`, or else the first.
    fn more(&self, findings: &[Diagnostic]) -> Option<String> {
        let error = findings.iter().find(|finding| finding.severity() == Severity::Error);
        let first = error.or(findings.first()).filter(|_| self.watched && self.detail != Detail::Least)?;
        Some(self.sentence("done.explain.more", &[("id", first.rule.id())]))
    }

    /// Prints how many errors stand in the way, in the sentence under `key`.
    pub(super) fn summarise(&self, key: &str, findings: &[Diagnostic]) {
        Self::warn(&self.speech.errors(key, findings));
    }

    /// Tells what was done by `say`, or what stood in the way.
    pub(super) fn conclude<T>(
        &self,
        done: Result<T, Diagnostics>,
        say: impl FnOnce(T) -> ExitCode,
    ) -> ExitCode {
        match done {
            Ok(done) => say(done),
            Err(findings) => {
                self.tell(&findings);
                self.summarise("done.nothing-written", &findings);
                ExitCode::FAILURE
            }
        }
    }

    /// Prints what is wrong with the command line, how to mend it, and how the command is used.
    pub(super) fn refuse(&self, what: &str, help: &[String], usage: Option<&str>) {
        let mut group =
            Group::with_title(Level::ERROR.with_name(self.word("message.error")).primary_title(what));
        for help in help {
            group = group.element(Level::HELP.with_name(self.word("message.help")).message(help));
        }
        if let Some(usage) = usage {
            group = group.element(Level::NOTE.with_name(self.word("command-line.usage")).message(usage));
        }
        Self::warn(&self.renderer.render(&[group]));
    }

    /// Prints the sentence under `key`, which tells of what was done.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) {
        if self.detail != Detail::Least {
            self.show(key, values);
        }
    }

    /// Prints that the command line says something wrong: the sentence under `key`.
    pub(super) fn complain(&self, key: &str, values: &[(&str, &str)]) {
        self.refuse(&self.sentence(key, values), &[], None);
    }

    /// Prints `text` beside the results, for who wants to be told the most.
    pub(super) fn detail(&self, text: impl FnOnce() -> String) {
        if self.detail == Detail::Most {
            Self::warn(text().trim_end());
        }
    }

    /// Prints the sentence under `key`, which was asked for.
    pub(super) fn show(&self, key: &str, values: &[(&str, &str)]) {
        self.print(&format!("{}\n", self.sentence(key, values)));
    }

    /// Prints `text`, which was asked for, in its colours where someone is watching.
    ///
    /// Whoever closes the pipe has read enough. Anything else that keeps the text from its place ends
    /// the program: a file that lacks its end must not pass for the whole.
    pub(super) fn print(&self, text: &str) {
        match anstream::stdout().write_all(text.as_bytes()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                self.tell(&[Diagnostic::about(Rule::Unwritable, "stdout").because(&error)]);
                std::process::exit(1);
            }
            _ => {}
        }
    }

    /// Prints `text` beside the results. Where that cannot be done, nobody is left to be told.
    pub(super) fn warn(text: &str) {
        let _ = writeln!(anstream::stderr(), "{text}");
    }

    /// The words under `key` for `number` of a thing.
    pub(super) fn plural(&self, key: &str, number: usize) -> String {
        self.speech.plural(key, number)
    }

    /// The sentence under `key`.
    pub(super) fn sentence(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.speech.sentence(key, values)
    }

    /// The word under `key`.
    pub(super) fn word(&self, key: &str) -> String {
        self.speech.word(key)
    }

    fn report(&self, finding: &Diagnostic) -> String {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR,
            Severity::Advice => Level::WARNING,
        };
        let title = level
            .with_name(self.speech.severity(finding.rule))
            .primary_title(self.speech.message(finding, "what"))
            .id(finding.rule.id());
        let mut group: Group<'_> = match &finding.place {
            Place::Span(span) => {
                // The lines it stands in: with the whole of a long text, each finding would cost as much.
                let text = span.source.text();
                let before = &text[..span.range.start];
                // The end of the text is shown behind its last line.
                let at_end = before.len() == text.len();
                let before = if at_end { before.strip_suffix('\n').unwrap_or(before) } else { before };
                let start = before.rfind('\n').map_or(0, |newline| newline + 1);
                let end = text[span.range.end..].find('\n').map_or(text.len(), |at| span.range.end + at + 1);
                let range = span.range.start - start..span.range.end - start;
                title.element(
                    Snippet::source(&text[start..end])
                        .line_start(before.matches('\n').count() + 1)
                        .path(span.source.path())
                        .annotation(AnnotationKind::Primary.span(range)),
                )
            }
            Place::Path(path) => title.element(Origin::path(path)),
        };
        for help in self.speech.help(finding) {
            group = group.element(Level::HELP.with_name(self.word("message.help")).message(help));
        }
        self.renderer.render(&[group])
    }
}

#[cfg(test)]
mod tests {
    use super::{Detail, Speech, Terminal};
    use crate::diagnostic::{Diagnostic, Rule};

    #[test]
    fn who_is_watching_is_told_once_where_to_read_more_of_the_first_error() {
        let rules = [Rule::UnusedFile, Rule::UnknownKey, Rule::Missing];
        let findings = rules.map(|rule| Diagnostic::about(rule, "content"));
        let watched =
            |watched| Terminal { watched, ..Terminal::open(Speech::new(Some("en")), Detail::Usual) };
        let more = |findings: &[Diagnostic]| watched(true).more(findings);
        assert_eq!(more(&findings).unwrap(), "To read more about K0203, run `keikaku explain K0203`.");
        assert_eq!(more(&findings[..1]).unwrap(), "To read more about K0106, run `keikaku explain K0106`.");
        assert_eq!(more(&[]), None);
        assert_eq!(watched(false).more(&findings), None);
    }
}
