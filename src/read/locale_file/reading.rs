//! From the text of a translation file to its units, each with its place.

use std::ops::Range;

use super::stretch::{stretches, without_comments};
use super::translation::{Field, ORPHANS, SIMILAR, TranslatedUnit, TranslationFile, Waiver};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Source, Span};
use crate::read::yaml::{self, Content, Entry, Node};
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
    (source_language, language): (&Language, &Language),
    findings: &mut Diagnostics,
) -> Option<TranslationFile> {
    let text = source.text();
    let root = yaml::tree(&source.span(0..text.len()), findings)?;
    let entries = match root.content {
        Content::Keys(entries) if !entries.is_empty() => entries,
        // What else YAML writes for nothing (`~`, `{}`) could not stand after the keys of a file.
        Content::Text(nothing) if nothing.is_empty() && is_empty(text) => Vec::new(),
        _ => {
            let finding = Diagnostic::at(Rule::WrongType, &source.span(root.range));
            findings.push(finding.saying("detail", Phrase::new("expected-keys")));
            return None;
        }
    };
    let (mut lines, tail) = stretches(text, &entries, 0..text.len());
    if let Some(first) = lines.first_mut() {
        first.start = 0;
    }
    let mut file = TranslationFile::empty(of, source.span(tail));
    // Of a large plan these are most of what is held while a language is read: with no room to spare.
    file.units.reserve_exact(entries.len());
    let mut reading = Reading { source, source_language, language, findings };
    for (entry, stretch) in entries.into_iter().zip(lines) {
        match &entry.node.content {
            Content::Keys(nested) if entry.key == ORPHANS => {
                let (stretches, _) = stretches(text, nested, stretch.clone());
                let first = stretches.first().map_or(stretch.end, |first| first.start);
                file.orphans_head = Some(source.span(stretch.start..first));
                for (entry, stretch) in nested.iter().zip(stretches) {
                    file.orphans.extend(reading.unit(entry, true, stretch));
                }
            }
            Content::Text(nothing) if entry.key == ORPHANS && nothing.is_empty() => {
                file.orphans_head = Some(source.span(stretch));
            }
            Content::Text(setting) if SETTINGS.contains(&entry.key.as_str()) => {
                file.reviewed |= entry.key == "_review" && reading.is_reviewed(setting, &entry.node);
                file.settings.push(source.span(stretch));
            }
            _ => file.units.extend(reading.unit(&entry, false, stretch)),
        }
    }
    Some(file)
}

/// Whether `text` has nothing but comments, and perhaps the line that begins a document.
fn is_empty(text: &str) -> bool {
    ["", "---"].contains(&without_comments(text, usize::MAX).trim())
}

struct Reading<'a> {
    source: &'a Source,
    source_language: &'a Language,
    language: &'a Language,
    findings: &'a mut Diagnostics,
}

impl Reading<'_> {
    fn is_reviewed(&mut self, review: &str, node: &Node) -> bool {
        if !REVIEWS.contains(&review) {
            let finding = Diagnostic::at(Rule::NotAChoice, &self.at(&node.range)).with("value", review);
            self.findings.push(finding.with("choices", REVIEWS.join(", ")).suggest(review, REVIEWS));
        }
        review == "reviewed"
    }

    /// The unit `entry`, of which the bytes `whole` are all.
    fn unit(&mut self, entry: &Entry, set_aside: bool, whole: Range<usize>) -> Option<TranslatedUnit> {
        let Entry { key, key_range, node } = entry;
        let (source_language, language) = (self.source_language.as_str(), self.language.as_str());
        if let Content::Text(_) = node.content {
            let detail = Phrase::new("expected-languages").with("key", key);
            let detail = detail.with("source", source_language).with("language", language);
            let finding = Diagnostic::at(Rule::WrongType, &self.at(&node.range));
            self.findings.push(finding.saying("detail", detail));
            return None;
        }
        let known = [source_language, language, SIMILAR, WAIVE];
        for Entry { key, key_range, .. } in node.keys() {
            if !known.contains(&key.as_str()) {
                let finding = Diagnostic::at(Rule::UnknownKey, &self.at(key_range)).with("key", key);
                self.findings.push(finding.suggest(key, known));
            }
        }
        let (source, text) = (node.entry(source_language), node.entry(language));
        let text_of = |entry: Option<&Entry>| {
            entry.and_then(|entry| entry.node.text()).unwrap_or_default().trim_end().to_owned()
        };
        Some(TranslatedUnit {
            source: text_of(source),
            text: text_of(text),
            span: self.at(&text.map_or(node, |entry| &entry.node).range),
            source_field: source.and_then(|entry| self.field(entry)),
            text_field: text.and_then(|entry| self.field(entry)),
            similar: node.entry(SIMILAR).map(|entry| self.similar(entry)),
            key_span: self.at(key_range),
            set_aside,
            waivers: node.entry(WAIVE).map(|entry| self.waivers(entry)).unwrap_or_default(),
            whole: self.at(&whole),
            key: key.clone(),
        })
    }

    /// The waivers under the key `entry` of a unit.
    fn waivers(&mut self, entry: &Entry) -> Vec<Waiver> {
        if let Content::Text(_) = entry.node.content {
            let detail = Phrase::new("expected-waiver").with("key", WAIVE);
            let finding = Diagnostic::at(Rule::WrongType, &self.at(&entry.node.range));
            self.findings.push(finding.saying("detail", detail));
        }
        let waiver = |Entry { key, key_range, node }: &Entry| Waiver {
            rule: key.clone(),
            reason: node.text().unwrap_or_default().trim().to_owned(),
            span: self.at(key_range),
        };
        entry.node.keys().iter().map(waiver).collect()
    }

    /// A key, and what is written after it.
    fn field(&self, entry: &Entry) -> Option<Field> {
        let (text, key) = (self.source.text(), &entry.key_range);
        let start = key.end + text[key.end..].find(':')? + 1;
        let written = text[entry.node.range.clone()].trim_end();
        let end = if written.is_empty() { start } else { entry.node.range.start + written.len() };
        Some(Field { key: self.at(key), value: self.source.span(start..end.max(start)) })
    }

    /// The lines of the example under the key `entry` of a unit.
    fn similar(&self, entry: &Entry) -> Span {
        let languages = [self.source_language, self.language].map(Language::as_str);
        let fields = languages.map(|language| entry.node.entry(language).and_then(|entry| self.field(entry)));
        let key = &entry.key_range;
        let end = fields.iter().flatten().map(|field| field.value.range.end).max().unwrap_or(key.end);
        let text = self.source.text();
        let start = text[..key.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[end..].find('\n').map_or(text.len(), |newline| end + newline + 1);
        self.source.span(start..end)
    }

    fn at(&self, range: &Range<usize>) -> Span {
        self.source.span(range.clone())
    }
}
