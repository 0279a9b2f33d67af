//! `locales/ui/<language>.yml`: the words of the pages.

use super::Node;
use crate::diagnostic::{Diagnostics, Source, Span};
use crate::read::yaml::{self, Yaml};
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
    /// Where the last of its keys stands, likewise.
    pub keys: Vec<Span>,
}

/// Reads the words of `language`.
pub fn read_words(source: &Source, language: Language, findings: &mut Diagnostics) -> Option<WordsFile> {
    let yaml: Yaml<Node> = yaml::parse(&source.span(0..source.text().len()), findings)?;
    let mut file = WordsFile { language, words: Vec::new(), places: Vec::new(), keys: Vec::new() };
    let mut level = vec![(String::new(), String::new(), &yaml.data)];
    // Depth first, in the order of the file.
    while let Some((key, path, node)) = level.pop() {
        match node {
            Node::Text(_) if path.starts_with('_') => {}
            Node::Text(text) => {
                file.places.push(yaml.value(&path));
                file.keys.push(yaml.key(&path));
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
