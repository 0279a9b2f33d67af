//! `locales/ui/<language>.yml`: the words of the pages.

use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Source, Span};
use crate::read::yaml::{self, Content, Entry};
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
    let words = yaml::tree(&source.span(0..source.text().len()), findings)?;
    let mut file = WordsFile { language, words: Vec::new(), places: Vec::new(), keys: Vec::new() };
    match words.content {
        Content::Keys(entries) => {
            // Keys that begin with `_` are about the file.
            for entry in entries.into_iter().filter(|entry| !entry.key.starts_with('_')) {
                file.take(entry, "", source);
            }
        }
        Content::Text(nothing) if nothing.is_empty() => {}
        Content::Text(_) => {
            let finding = Diagnostic::at(Rule::WrongType, &source.span(words.range));
            findings.push(finding.saying("detail", Phrase::new("expected-keys")));
        }
    }
    Some(file)
}

impl WordsFile {
    /// Takes the words of `entry`, which stands under the keys `above`, in the order of the file.
    fn take(&mut self, entry: Entry, above: &str, source: &Source) {
        let key = format!("{above}{}", entry.key);
        match entry.node.content {
            Content::Keys(entries) => {
                let above = format!("{key}.");
                for entry in entries {
                    self.take(entry, &above, source);
                }
            }
            Content::Text(text) => {
                self.words.push((key, text));
                self.places.push(source.span(entry.node.range));
                self.keys.push(source.span(entry.key_range));
            }
        }
    }
}
