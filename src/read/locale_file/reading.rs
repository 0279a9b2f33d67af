//! From the text of a translation file to its units, each with its place.

use super::Node;
use super::stretch::{stretches, without_comments};
use super::translation::{Field, ORPHANS, SIMILAR, TranslatedUnit, TranslationFile, Waiver};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Source, Span};
use crate::read::yaml::{self, Yaml};
use crate::value::Language;

/// The waivers of a unit stand under this key of it.
const WAIVE: &str = "_waive";

/// What `_review` can say.
const REVIEWS: [&str; 2] = ["draft", "reviewed"];

/// Keys that are about the file as a whole.
const SETTINGS: [&str; 2] = ["_version", "_review"];

/// Reads the translation into `language` of the content file `of`, whose language is `source_language`.
pub fn read_translation(
    source: &Source,
    of: &str,
    languages: (&Language, &Language),
    findings: &mut Diagnostics,
) -> Option<TranslationFile> {
    let whole = source.span(0..source.text().len());
    let yaml: Yaml<Node> = yaml::parse(&whole, findings)?;
    let entries = match &yaml.data {
        Node::Mapping(entries) if !entries.is_empty() => entries.as_slice(),
        // What else YAML writes for nothing (`~`, `{}`, `&name`) could not stand after the keys of a file.
        Node::Text(text) if text.is_empty() && is_empty(source.text()) => &[],
        _ => {
            let finding = Diagnostic::at(Rule::WrongType, &yaml.value(""));
            findings.push(finding.saying("detail", Phrase::new("expected-keys")));
            return None;
        }
    };
    let (lines, tail) = stretches(&yaml, "", entries, whole.range.clone());
    let mut file = TranslationFile::empty(of, whole.part(tail));
    // Of a large plan these are most of what is held while a language is read: with no room to spare.
    file.units.reserve_exact(entries.len());
    let mut reading = Reading { yaml: &yaml, languages, findings };
    for ((key, node), stretch) in entries.iter().zip(lines) {
        match node {
            Node::Mapping(nested) if key == ORPHANS => {
                let (stretches, _) = stretches(&yaml, ORPHANS, nested, stretch.clone());
                let first = stretches.first().map_or(stretch.end, |first| first.start);
                file.orphans_head = Some(whole.part(stretch.start..first));
                for ((key, node), stretch) in nested.iter().zip(stretches) {
                    let unit = reading.unit(Some(ORPHANS), key, node, whole.part(stretch));
                    file.orphans.extend(unit);
                }
            }
            Node::Text(text) if key == ORPHANS && text.is_empty() => {
                file.orphans_head = Some(whole.part(stretch));
            }
            Node::Text(text) if SETTINGS.contains(&key.as_str()) => {
                file.reviewed |= key == "_review" && reading.is_reviewed(text);
                file.settings.push(whole.part(stretch));
            }
            node => file.units.extend(reading.unit(None, key, node, whole.part(stretch))),
        }
    }
    Some(file)
}

/// Whether `text` has nothing but comments, and perhaps the line that begins a document.
fn is_empty(text: &str) -> bool {
    ["", "---"].contains(&without_comments(text, usize::MAX).trim())
}

struct Reading<'a> {
    yaml: &'a Yaml<Node>,
    languages: (&'a Language, &'a Language),
    findings: &'a mut Diagnostics,
}

impl Reading<'_> {
    fn is_reviewed(&mut self, review: &str) -> bool {
        if !REVIEWS.contains(&review) {
            let finding = Diagnostic::at(Rule::NotAChoice, &self.yaml.value("_review")).with("value", review);
            self.findings.push(finding.with("choices", REVIEWS.join(", ")).suggest(review, REVIEWS));
        }
        review == "reviewed"
    }

    /// The unit under `key`, which stands under `parent` or at the top, and of which `whole` is all.
    fn unit(&mut self, parent: Option<&str>, key: &str, node: &Node, whole: Span) -> Option<TranslatedUnit> {
        let (source_language, language) = self.languages;
        let path = &parent.map_or_else(|| key.to_owned(), |parent| format!("{parent}/{key}"));
        let Node::Mapping(texts) = node else {
            let detail = Phrase::new("expected-languages").with("key", key);
            let detail = detail.with("source", source_language).with("language", language);
            self.findings
                .push(Diagnostic::at(Rule::WrongType, &self.yaml.value(path)).saying("detail", detail));
            return None;
        };
        let text_in = |wanted: &Language| {
            texts.iter().find(|(name, _)| name == wanted.as_str()).and_then(|(_, node)| match node {
                Node::Text(text) => Some(text.trim_end().to_owned()),
                Node::Mapping(_) => None,
            })
        };
        let known = [source_language.as_str(), language.as_str(), SIMILAR, WAIVE];
        for (name, _) in texts.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let at = self.yaml.key(&format!("{path}/{name}"));
            let finding = Diagnostic::at(Rule::UnknownKey, &at).with("key", name);
            self.findings.push(finding.suggest(name, known));
        }
        Some(TranslatedUnit {
            source: text_in(source_language).unwrap_or_default(),
            text: text_in(language).unwrap_or_default(),
            span: self.yaml.value(&format!("{path}/{language}")),
            source_field: self.field(&format!("{path}/{source_language}")),
            text_field: self.field(&format!("{path}/{language}")),
            similar: self.similar(path),
            key_span: self.yaml.key(path),
            set_aside: parent.is_some(),
            waivers: self.waivers(path, texts),
            whole,
            key: key.to_owned(),
        })
    }

    /// The waivers among `texts`, the keys of the unit at `path`.
    fn waivers(&mut self, path: &str, texts: &[(String, Node)]) -> Vec<Waiver> {
        let path = format!("{path}/{WAIVE}");
        let Some((_, written)) = texts.iter().find(|(name, _)| name == WAIVE) else { return Vec::new() };
        let Node::Mapping(rules) = written else {
            let detail = Phrase::new("expected-waiver").with("key", WAIVE);
            self.findings
                .push(Diagnostic::at(Rule::WrongType, &self.yaml.value(&path)).saying("detail", detail));
            return Vec::new();
        };
        let waiver = |(rule, reason): &(String, Node)| Waiver {
            rule: rule.clone(),
            reason: match reason {
                Node::Text(reason) => reason.trim().to_owned(),
                Node::Mapping(_) => String::new(),
            },
            span: self.yaml.key(&format!("{path}/{rule}")),
        };
        rules.iter().map(waiver).collect()
    }

    /// The key at the end of `path`, and what is written after it.
    fn field(&self, path: &str) -> Option<Field> {
        let key = self.yaml.key_at(path)?;
        let colon = key.source.text()[key.range.end..].find(':')?;
        let start = key.range.end + colon + 1;
        let end =
            self.yaml.value_at(path).map_or(start, |value| value.range.start + value.text().trim_end().len());
        Some(Field { value: key.source.span(start..end.max(start)), key })
    }

    /// The lines of the example under the unit at `path`.
    fn similar(&self, path: &str) -> Option<Span> {
        let path = format!("{path}/{SIMILAR}");
        let key = self.yaml.key_at(&path)?;
        let (source_language, language) = self.languages;
        let fields = [source_language, language].map(|language| self.field(&format!("{path}/{language}")));
        let end = fields.iter().flatten().map(|field| field.value.range.end).max().unwrap_or(key.range.end);
        let text = key.source.text();
        let start = text[..key.range.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[end..].find('\n').map_or(text.len(), |newline| end + newline + 1);
        Some(key.source.span(start..end))
    }
}
