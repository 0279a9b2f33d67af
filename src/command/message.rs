//! What a finding says: sentences from `locales/ui`, filled in.

use super::speech::Speech;
use crate::diagnostic::{Diagnostic, Phrase, Place, Position, Rule, Severity};
use crate::serve::{Notice, Told};

impl Speech {
    /// How many errors there are in `findings`, in the sentence under `key`.
    pub(super) fn errors(&self, key: &str, findings: &[Diagnostic]) -> String {
        let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error);
        self.plural(key, errors.map(Diagnostic::count).sum())
    }

    /// What a page shows of `findings`: the number of errors in the sentence under `heading`, and under
    /// `close` the word that takes it away.
    pub(super) fn notice(&self, heading: &str, close: &str, findings: &[Diagnostic]) -> Notice {
        Notice {
            language: self.language().to_owned(),
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
        let told = self.filled(&finding.values, &finding.phrases);
        Told { what: self.title(finding.rule, &borrowed(&told)), place, line, help: self.help(finding) }
    }

    /// The `part` of the message for the rule that `finding` breaks.
    pub(super) fn message(&self, finding: &Diagnostic, part: &str) -> String {
        let told = self.filled(&finding.values, &finding.phrases);
        self.about(finding.rule, part, &borrowed(&told))
    }

    /// What words fill in, by name: `values` as they are, and `phrases` in the person's language.
    fn filled(
        &self,
        values: &[(&'static str, String)],
        phrases: &[(&'static str, Phrase)],
    ) -> Vec<(&'static str, String)> {
        let phrases = phrases.iter().map(|(name, phrase)| {
            let told = self.filled(&phrase.values, &phrase.phrases);
            (*name, self.sentence(&format!("detail.{}", phrase.key), &borrowed(&told)))
        });
        values.iter().cloned().chain(phrases).collect()
    }

    /// What a finding of `rule` is headed: `error[K0203]: the key …`.
    pub(super) fn title(&self, rule: Rule, values: &[(&str, &str)]) -> String {
        format!("{}[{}]: {}", self.severity(rule), rule.id(), self.about(rule, "what", values))
    }

    /// The `part` of the words about `rule`: `what`, `cause` or `remedy`.
    pub(super) fn about(&self, rule: Rule, part: &str, values: &[(&str, &str)]) -> String {
        self.sentence(&format!("message.{}.{part}", rule.key()), values)
    }

    /// How to waive `rule` for a translation, if that can be.
    pub(super) fn waiver(&self, rule: Rule) -> Option<String> {
        rule.can_be_waived().then(|| self.sentence("message.waiver", &[("id", rule.id())]))
    }

    pub(super) fn severity(&self, rule: Rule) -> String {
        self.word(match rule.severity() {
            Severity::Error => "message.error",
            Severity::Advice => "message.advice",
        })
    }

    /// How to mend `finding`, after what was probably meant.
    pub(super) fn help(&self, finding: &Diagnostic) -> Vec<String> {
        let meant =
            finding.meant.iter().map(|meant| self.sentence("message.did-you-mean", &[("meant", meant)]));
        meant.chain(self.remedies(finding)).collect()
    }

    /// How to mend `finding`, and how many more there are of it.
    pub(super) fn remedies(&self, finding: &Diagnostic) -> Vec<String> {
        let remedy = [self.message(finding, "remedy")].into_iter();
        let more = Some(finding.more).filter(|more| *more > 0);
        let more = more.map(|more| self.sentence("message.more", &[("n", &more.to_string())]));
        remedy.chain(self.waiver(finding.rule)).chain(more).collect()
    }
}

fn borrowed<'a>(values: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    values.iter().map(|(name, value)| (*name, value.as_str())).collect()
}
