//! A translation leads where its source leads, and marks as many words.

use super::Words;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::read::markdown::{Inline, is_unmarked, read_translation};

/// What of the marks of `words` differs from the source's. Ruby is free, and emphasis, which Japanese
/// sets in other ways.
pub(super) fn check(words: &Words<'_>) -> Diagnostics {
    let pair = words.pair;
    if !pair.unit.markdown || [pair.source, pair.text].into_iter().all(is_unmarked) {
        return Diagnostics::new();
    }
    // A text that cannot be read has been told of where it stands.
    let (Some(source), Some(written)) =
        (Marks::of(pair.source, &pair.unit.span), Marks::of(pair.text, pair.span))
    else {
        return Diagnostics::new();
    };
    let mut findings = Diagnostics::new();
    if source.targets != written.targets {
        let at = foreign(&source.targets, &written.targets)
            .and_then(|target| pair.text.find(target).map(|start| pair.place(start..start + target.len())));
        let finding = Diagnostic::at(Rule::LinkDiffers, &at.unwrap_or_else(|| pair.whole()));
        let shown = if source.targets.is_empty() { "—".to_owned() } else { source.targets.join(", ") };
        findings.push(finding.with("source", shown));
    }
    if source.counts() != written.counts() {
        let (strong, code, breaks) = source.counts();
        let shown = format!("`**` {strong}, `code` {code}, `<br>` {breaks}");
        findings.push(Diagnostic::at(Rule::MarkupDiffers, &pair.whole()).with("source", shown));
    }
    findings
}

/// The first target of `written` that is not among `source` as often. Both are sorted.
fn foreign<'a>(source: &[String], written: &'a [String]) -> Option<&'a str> {
    let count = |targets: &[String], target: &String| targets.iter().filter(|other| *other == target).count();
    written.iter().find(|target| count(written, target) > count(source, target)).map(String::as_str)
}

/// The marks of one text.
#[derive(Default)]
struct Marks {
    targets: Vec<String>,
    strong: usize,
    code: usize,
    breaks: usize,
}

impl Marks {
    fn of(text: &str, span: &Span) -> Option<Self> {
        let mut faults = Diagnostics::new();
        let inlines = read_translation(text, span, &mut faults);
        let mut marks = Self::default();
        marks.count(&inlines);
        marks.targets.sort_unstable();
        faults.is_empty().then_some(marks)
    }

    fn count(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Strong(inner) => {
                    self.strong += 1;
                    self.count(inner);
                }
                Inline::Emphasis(inner) => self.count(inner),
                Inline::Link { to, content } => {
                    self.targets.push(to.clone());
                    self.count(content);
                }
                Inline::Image { from, .. } => self.targets.push(from.clone()),
                Inline::Code(_) => self.code += 1,
                Inline::Break => self.breaks += 1,
                Inline::Text(_) | Inline::NoteMark(_) | Inline::Ruby { .. } => {}
            }
        }
    }

    fn counts(&self) -> (usize, usize, usize) {
        (self.strong, self.code, self.breaks)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use crate::diagnostic::Rule::{LinkDiffers, MarkupDiffers};

    #[test]
    fn a_translation_leads_where_its_source_leads() {
        for (source, text, found) in [
            ("[水道](1-water.md)", "a [água](1-water.md)", vec![]),
            ("[水道](1-water.md)", "a [água](1-agua.md)", vec![(LinkDiffers, "1-agua.md")]),
            ("[水道](1-water.md)", "a água", vec![(LinkDiffers, "a água")]),
            ("![図](a.png)と[b](b.md)", "[b](b.md) e ![mapa](a.png)", vec![]),
            ("水道", "[água](a.md)", vec![(LinkDiffers, "a.md")]),
            ("[一](a.md)", "[um](a.md) [dois](a.md)", vec![(LinkDiffers, "a.md")]),
        ] {
            let expected: Vec<_> = found.into_iter().map(|(rule, at)| (rule, at.to_owned())).collect();
            assert_eq!(told(super::check, "pt", source, text), expected, "{text}");
        }
    }

    #[test]
    fn as_many_words_are_marked_and_lines_broken_as_in_the_source() {
        for (source, text, differs) in [
            ("**町**の`計画`", "o `plano` da **cidade**", false),
            ("**町**の計画", "o plano da cidade", true),
            ("町の計画", "o *plano* da {大泉|Oizumi}", false),
            ("町の`計画`", "o plano", true),
            ("一<br>二", "um<br>dois", false),
            ("一<br>二", "um, dois", true),
        ] {
            let expected = if differs { vec![(MarkupDiffers, text.to_owned())] } else { vec![] };
            assert_eq!(told(super::check, "pt", source, text), expected, "{text}");
        }
    }
}
