//! What translators edit: the words of the pages and the translations of the plan.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::yaml::{self, Yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};
use crate::value::Language;

/// `locales/ui/<language>.yml`.
#[derive(Debug, Clone)]
pub struct WordsFile {
    /// The language of the words.
    pub language: Language,
    /// Every word under its keys joined with dots: `nav.home`.
    pub words: Vec<(String, String)>,
    /// Where each word stands, by position in `words`.
    pub places: Vec<Span>,
}

/// A file under `locales/plan/<language>/`.
#[derive(Debug, Clone)]
pub struct TranslationFile {
    /// The content file it translates, without extension and from `content/`:
    /// `3-administration/1-efficient-administration`.
    pub of: String,
    /// Whether someone at the town has read it (`_review: reviewed`).
    pub reviewed: bool,
    /// Its units in the order of the file.
    pub units: Vec<TranslatedUnit>,
}

/// The translation of one unit.
#[derive(Debug, Clone)]
pub struct TranslatedUnit {
    /// The unit's key: `situation.1`.
    pub key: String,
    /// The source as it stood when it was translated.
    pub source: String,
    /// The translation.
    pub text: String,
    /// Where the translation stands.
    pub span: Span,
    /// The rules that need not hold for it.
    pub waivers: Vec<Waiver>,
}

/// A rule that need not hold for a translation: `K0520: the name is Japanese in every language`.
#[derive(Debug, Clone)]
pub struct Waiver {
    /// The rule's number as written.
    pub rule: String,
    /// Why it need not.
    pub reason: String,
    /// Where the number stands.
    pub span: Span,
}

/// Keys beside the units: the format's version, and what `translate sync` set aside.
const SETTINGS: [&str; 3] = ["_version", "_review", "orphans"];

/// The waivers of a unit stand under this key of it.
const WAIVE: &str = "_waive";

/// Reads the words of `language`.
pub fn read_words(source: &Source, language: Language, findings: &mut Diagnostics) -> Option<WordsFile> {
    let yaml: Yaml<Node> = yaml::parse(&source.span(0..source.text().len()), findings)?;
    let mut file = WordsFile { language, words: Vec::new(), places: Vec::new() };
    let mut level = vec![(String::new(), String::new(), &yaml.data)];
    // Depth first, in the order of the file.
    while let Some((key, path, node)) = level.pop() {
        match node {
            Node::Text(_) if path.starts_with('_') => {}
            Node::Text(text) => {
                file.places.push(yaml.value(&path));
                file.words.push((key, text.clone()));
            }
            Node::Mapping(entries) => level.extend(entries.iter().rev().map(|(name, node)| {
                let joined = |before: &str, by: &str| {
                    if before.is_empty() { name.clone() } else { format!("{before}{by}{name}") }
                };
                (joined(&key, "."), joined(&path, "/"), node)
            })),
        }
    }
    Some(file)
}

/// Reads the translation into `language` of the content file `of`, whose language is `source_language`.
pub fn read_translation(
    source: &Source,
    of: &str,
    (source_language, language): (&Language, &Language),
    findings: &mut Diagnostics,
) -> Option<TranslationFile> {
    let yaml: Yaml<Node> = yaml::parse(&source.span(0..source.text().len()), findings)?;
    let entries = match &yaml.data {
        Node::Mapping(entries) => entries.as_slice(),
        Node::Text(text) if text.is_empty() => &[],
        Node::Text(_) => {
            let finding = Diagnostic::at(Rule::WrongType, &yaml.value(""));
            findings.push(finding.with("detail", "expected keys, each with `:` after it"));
            return None;
        }
    };
    let mut file = TranslationFile { of: of.to_owned(), reviewed: false, units: Vec::new() };
    for (key, node) in entries {
        match node {
            Node::Text(review) if key == "_review" => {
                file.reviewed = review == "reviewed";
                if !["draft", "reviewed"].contains(&review.as_str()) {
                    let finding = Diagnostic::at(Rule::NotAChoice, &yaml.value(key)).with("value", review);
                    findings.push(finding.with("choices", "draft, reviewed"));
                }
            }
            _ if SETTINGS.contains(&key.as_str()) => {}
            Node::Text(_) => {
                let detail = format!("expected `{source_language}:` and `{language}:` under `{key}`");
                findings.push(Diagnostic::at(Rule::WrongType, &yaml.value(key)).with("detail", detail));
            }
            Node::Mapping(texts) => {
                let text_in = |wanted: &Language| {
                    texts.iter().find(|(name, _)| name == wanted.as_str()).and_then(|(_, node)| match node {
                        Node::Text(text) => Some(text.trim_end().to_owned()),
                        Node::Mapping(_) => None,
                    })
                };
                let known = [source_language.as_str(), language.as_str(), WAIVE];
                for (name, _) in texts.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
                    let finding = Diagnostic::at(Rule::UnknownKey, &yaml.key(&format!("{key}/{name}")))
                        .with("key", name);
                    findings.push(finding.suggest(name, known));
                }
                let span = yaml.value(&format!("{key}/{language}"));
                file.units.push(TranslatedUnit {
                    key: key.clone(),
                    source: text_in(source_language).unwrap_or_default(),
                    text: text_in(language).unwrap_or_default(),
                    span,
                    waivers: waivers(&yaml, key, texts, findings),
                });
            }
        }
    }
    Some(file)
}

/// The waivers among `texts`, the keys of the unit `key`.
fn waivers(
    yaml: &Yaml<Node>,
    key: &str,
    texts: &[(String, Node)],
    findings: &mut Diagnostics,
) -> Vec<Waiver> {
    let path = format!("{key}/{WAIVE}");
    let Some((_, written)) = texts.iter().find(|(name, _)| name == WAIVE) else { return Vec::new() };
    let Node::Mapping(rules) = written else {
        let detail = format!("expected the number of a rule and the reason under `{WAIVE}`");
        findings.push(Diagnostic::at(Rule::WrongType, &yaml.value(&path)).with("detail", detail));
        return Vec::new();
    };
    let waiver = |(rule, reason): &(String, Node)| Waiver {
        rule: rule.clone(),
        reason: match reason {
            Node::Text(reason) => reason.trim().to_owned(),
            Node::Mapping(_) => String::new(),
        },
        span: yaml.key(&format!("{path}/{rule}")),
    };
    rules.iter().map(waiver).collect()
}

/// Text, or a mapping of keys to more of the same.
#[derive(Debug, Clone)]
enum Node {
    Text(String),
    Mapping(Vec<(String, Node)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Node;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("text (in quotes if it looks like a number) or a mapping")
            }

            fn visit_str<E>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
                Ok(Node::Text(number.to_string()))
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Text(String::new()))
            }

            /// An empty file.
            fn visit_none<E>(self) -> Result<Node, E> {
                Ok(Node::Text(String::new()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Node::Mapping(entries))
            }
        }
        deserializer.deserialize_any(InOrder)
    }
}
