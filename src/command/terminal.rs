//! How findings and results are told: sentences from `locales/ui`, excerpts from the files.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Place, Position, Severity};
use crate::localise::catalogue::{embedded_word, fill};
use crate::serve::{Notice, Told};

/// The language of messages where the system's is none of ours.
const FALLBACK: &str = "en";

/// `text` as what was taken out.
pub(super) fn removed(text: &str) -> String {
    format!("\u{1b}[31m[-{text}-]\u{1b}[0m")
}

/// `text` as what was put in.
pub(super) fn added(text: &str) -> String {
    format!("\u{1b}[32m{{+{text}+}}\u{1b}[0m")
}

/// The way to the person at the keyboard.
pub(super) struct Terminal {
    language: String,
    renderer: Renderer,
}

impl Terminal {
    /// Speaks the language of the system (`LC_ALL`, `LC_MESSAGES`, `LANG`), in colour where
    /// someone is watching.
    pub(super) fn open() -> Self {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
        let language =
            locale.unwrap_or_default().split(['_', '.', '@']).next().unwrap_or_default().to_owned();
        let spoken = embedded_word(&language, "language.tag").is_some();
        let colour = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
        Self {
            language: if spoken { language } else { FALLBACK.to_owned() },
            renderer: renderer.decor_style(DecorStyle::Ascii),
        }
    }

    /// Prints every finding with its place, its excerpt and its remedy.
    pub(super) fn tell(&self, findings: &[Diagnostic]) {
        for finding in findings {
            anstream::eprintln!("{}\n", self.report(finding));
        }
    }

    /// Prints how many errors stand in the way, in the sentence under `key`.
    pub(super) fn summarise(&self, key: &str, findings: &[Diagnostic]) {
        anstream::eprintln!("{}", self.errors(key, findings));
    }

    /// How many errors there are in `findings`, in the sentence under `key`.
    fn errors(&self, key: &str, findings: &[Diagnostic]) -> String {
        let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
        self.plural(key, errors)
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

    /// What a page shows of `findings`: the number of errors in the sentence under `heading`, and under
    /// `close` the word that takes it away.
    pub(super) fn notice(&self, heading: &str, close: &str, findings: &[Diagnostic]) -> Notice {
        Notice {
            language: self.language.clone(),
            heading: self.errors(heading, findings),
            close: self.word(close),
            findings: findings.iter().map(|finding| self.told(finding)).collect(),
        }
    }

    fn told(&self, finding: &Diagnostic) -> Told {
        let (place, line) = match &finding.place {
            Place::Span(span) => {
                let Position { line, column } = span.position();
                (format!("{}:{line}:{column}", span.source.path()), Some(span.in_line().map(str::to_owned)))
            }
            Place::Path(path) => (path.clone(), None),
        };
        let (severity, id) = (self.severity(finding), finding.rule.id());
        let what = format!("{severity}[{id}]: {}", self.message(finding, "what"));
        Told { what, place, line, help: self.help(finding) }
    }

    /// Prints the sentence under `key`.
    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) {
        Self::print(&fill(&self.word(key), values));
    }

    /// Prints `text`, in its colours where someone is watching.
    pub(super) fn print(text: &str) {
        anstream::println!("{text}");
    }

    /// The words under `key` for `number` of a thing.
    pub(super) fn plural(&self, key: &str, number: usize) -> String {
        let form = if number == 1 { "one" } else { "other" };
        let word = self.find(&format!("{key}.{form}")).unwrap_or_else(|| self.word(&format!("{key}.other")));
        fill(&word, &[("n", &number.to_string())])
    }

    fn find(&self, key: &str) -> Option<String> {
        embedded_word(&self.language, key).map(Into::into)
    }

    /// The word under `key`.
    pub(super) fn word(&self, key: &str) -> String {
        self.find(key)
            .or_else(|| embedded_word(FALLBACK, key).map(Into::into))
            .unwrap_or_else(|| key.to_owned())
    }

    /// The `part` of the message for the rule that `finding` breaks.
    pub(super) fn message(&self, finding: &Diagnostic, part: &str) -> String {
        let key = format!("message.{}.{part}", finding.rule.key());
        self.sentence(&key, &finding.values, &finding.phrases)
    }

    /// The words under `key` with `values` and `phrases` filled in.
    fn sentence(
        &self,
        key: &str,
        values: &[(&'static str, String)],
        phrases: &[(&'static str, Phrase)],
    ) -> String {
        let told = phrases.iter().map(|(name, phrase)| {
            let key = format!("detail.{}", phrase.key);
            (*name, self.sentence(&key, &phrase.values, &phrase.phrases))
        });
        let told: Vec<(&str, String)> = told.chain(values.iter().cloned()).collect();
        let told: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(&self.word(key), &told)
    }

    fn severity(&self, finding: &Diagnostic) -> String {
        self.word(match finding.severity() {
            Severity::Error => "message.error",
            Severity::Advice => "message.advice",
        })
    }

    /// How to mend `finding`, after what was probably meant.
    pub(super) fn help(&self, finding: &Diagnostic) -> Vec<String> {
        let meant =
            finding.meant.iter().map(|meant| fill(&self.word("message.did-you-mean"), &[("meant", meant)]));
        meant.chain(self.remedies(finding)).collect()
    }

    /// How to mend `finding`.
    pub(super) fn remedies(&self, finding: &Diagnostic) -> Vec<String> {
        let waiver = finding.rule.can_be_waived().then(|| {
            let id = finding.rule.id();
            fill(&self.word("message.waiver"), &[("id", id)])
        });
        std::iter::once(self.message(finding, "remedy")).chain(waiver).collect()
    }

    fn report(&self, finding: &Diagnostic) -> String {
        let level = match finding.severity() {
            Severity::Error => Level::ERROR,
            Severity::Advice => Level::WARNING,
        };
        let title = level
            .with_name(self.severity(finding))
            .primary_title(self.message(finding, "what"))
            .id(finding.rule.id());
        let mut group: Group<'_> = match &finding.place {
            Place::Span(span) => title.element(
                Snippet::source(span.source.text())
                    .path(span.source.path())
                    .annotation(AnnotationKind::Primary.span(span.range.clone())),
            ),
            Place::Path(path) => title.element(Origin::path(path)),
        };
        for help in self.help(finding) {
            group = group.element(Level::HELP.with_name(self.word("message.help")).message(help));
        }
        self.renderer.render(&[group])
    }
}
