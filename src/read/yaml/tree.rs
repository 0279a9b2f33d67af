//! YAML of texts under keys, as deep as the writer likes: what translators edit.
//!
//! All that stands there is text, digit for digit, and it is read with its places in one walk: these are
//! the longest files of a project.

use std::ops::Range;

use granit_parser::{Event, ScalarStyle};

use super::walk::{collection, of_key, rest_of_line, stray, walk};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Span};

/// What stands under a key.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
    /// What it is.
    pub content: Content,
}

/// Text, or keys with more of the same.
#[derive(Debug, Clone)]
pub enum Content {
    /// The text; empty where nothing is written, or YAML's words for nothing.
    Text(String),
    /// The keys in the order of the file.
    Keys(Vec<Entry>),
}

/// A key and what stands under it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// Where the key stands, in bytes of the text.
    pub key_range: Range<usize>,
    /// What stands under it.
    pub node: Node,
}

impl Node {
    fn empty(range: Range<usize>) -> Self {
        Self { range, content: Content::Text(String::new()) }
    }

    /// The keys, if that is what stands there.
    pub fn keys(&self) -> &[Entry] {
        match &self.content {
            Content::Keys(entries) => entries,
            Content::Text(_) => &[],
        }
    }

    /// What stands under `key`.
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.keys().iter().find(|entry| entry.key == key)
    }

    /// The text, if that is what stands there.
    pub fn text(&self) -> Option<&str> {
        match &self.content {
            Content::Text(text) => Some(text),
            Content::Keys(_) => None,
        }
    }
}

/// Reads `text`. `None` where it is no YAML, or holds something else than texts under keys: all that is
/// wrong with it is in `findings`.
pub fn tree(text: &Span, findings: &mut Diagnostics) -> Option<Node> {
    let before = findings.len();
    let mut reading = Reading { text, root: None, levels: Vec::new(), in_list: 0 };
    walk(text, findings, |event, range, findings| reading.take(event, range, findings));
    // Every finding of the walk is about what cannot be read as it was meant.
    (findings.len() == before).then(|| reading.root.unwrap_or_else(|| Node::empty(0..0)))
}

struct Reading<'a> {
    text: &'a Span,
    root: Option<Node>,
    /// The mappings that the walk is inside of.
    levels: Vec<Level>,
    /// How many lists and mappings have begun, and not ended, since a list began.
    in_list: usize,
}

#[derive(Default)]
struct Level {
    start: usize,
    entries: Vec<Entry>,
    /// The key whose value comes next.
    key: Option<(String, Range<usize>)>,
}

impl Reading<'_> {
    fn take(&mut self, event: Event<'_>, range: Range<usize>, findings: &mut Diagnostics) {
        match event {
            Event::SequenceStart(..) => {
                if self.in_list == 0 {
                    findings.push(self.unfit("text-or-keys", "list", range.start));
                    self.place(Node::empty(range), findings);
                }
                self.in_list += 1;
            }
            Event::MappingStart(..) if self.in_list > 0 => self.in_list += 1,
            Event::SequenceEnd | Event::MappingEnd if self.in_list > 0 => self.in_list -= 1,
            _ if self.in_list > 0 => {}
            Event::Scalar(value, style, ..) => {
                let nothing = ["", "~", "null", "Null", "NULL"].contains(&&*value);
                match self.levels.last_mut() {
                    Some(Level { key: key @ None, .. }) => *key = Some((value.into_owned(), range)),
                    _ if nothing && style == ScalarStyle::Plain => self.place(Node::empty(range), findings),
                    _ => self.place(Node { range, content: Content::Text(value.into_owned()) }, findings),
                }
            }
            Event::MappingStart(..) => {
                self.levels.push(Level { start: range.start, ..Level::default() });
            }
            Event::MappingEnd => {
                let Some(Level { start, entries, .. }) = self.levels.pop() else { return };
                self.tell_of_keys(&entries, findings);
                let range = collection(self.text, start, range.end);
                self.place(Node { range, content: Content::Keys(entries) }, findings);
            }
            // A translation is what it says itself.
            Event::Alias(_) => {
                findings.push(stray('*', range.start, self.text));
                self.place(Node::empty(range), findings);
            }
            _ => {}
        }
    }

    /// Sets `node` under the key that waits for it.
    fn place(&mut self, node: Node, findings: &mut Diagnostics) {
        let Some(level) = self.levels.last_mut() else {
            self.root = Some(node);
            return;
        };
        if let Some((key, key_range)) = level.key.take() {
            level.entries.push(Entry { key, key_range, node });
        } else {
            // What stands in the place of a key is told, and what follows is its value.
            level.key = Some((String::new(), node.range.clone()));
            if let Content::Keys(_) = node.content {
                findings.push(self.unfit("text", "keys", node.range.start));
            }
        }
    }

    /// Tells of the keys of a mapping that stand twice, or are half of a figure.
    fn tell_of_keys(&self, entries: &[Entry], findings: &mut Diagnostics) {
        let mut in_order: Vec<&Entry> = entries.iter().collect();
        in_order.sort_by_key(|entry| &entry.key);
        for (position, entry) in in_order.iter().enumerate() {
            let known = position > 0 && in_order[position - 1].key == entry.key;
            findings.extend(of_key(&entry.key, entry.key_range.clone(), known, self.text));
        }
    }

    /// The finding that something else than `wanted` was `found` at the byte `at`.
    fn unfit(&self, wanted: &'static str, found: &'static str, at: usize) -> Diagnostic {
        let expected = Phrase::new("expected").saying("wanted", Phrase::new(wanted));
        let finding = Diagnostic::at(Rule::WrongType, &rest_of_line(at, self.text));
        finding.saying("detail", expected.saying("found", Phrase::new(found)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, tree};
    use crate::diagnostic::{Diagnostics, Rule, Source};

    fn read(text: &str) -> (Option<Node>, Vec<(Rule, String)>) {
        let source = Source::new("a.yml", text);
        let mut findings = Diagnostics::new();
        let node = tree(&source.span(0..text.len()), &mut findings);
        let told = findings.iter().map(|finding| (finding.rule, text[finding.order().1..].to_owned()));
        (node, told.collect())
    }

    #[test]
    fn every_value_is_text_as_written_and_has_its_place() {
        let text = "town:\n  area: 1_000.50\n  open: yes\n  empty:\n  none: ~\n  tilde: '~'\n";
        let (node, told) = read(text);
        assert_eq!(told, []);
        let node = node.unwrap();
        let town = node.entry("town").unwrap();
        let texts: Vec<_> = town.node.keys().iter().map(|entry| entry.node.text().unwrap()).collect();
        assert_eq!(texts, ["1_000.50", "yes", "", "", "~"]);
        let tilde = town.node.entry("tilde").unwrap();
        assert_eq!([&text[tilde.key_range.clone()], &text[tilde.node.range.clone()]], ["tilde", "'~'"]);
        assert_eq!(&text[node.range], text.trim_end());
    }

    #[test]
    fn what_yaml_would_take_out_of_a_text_is_told_with_its_place() {
        for (text, at) in [
            ("a: &Co. ltd", "&Co. ltd"),
            ("a: !Olá mundo", "!Olá mundo"),
            ("a: !!str", "!!str"),
            ("a: &b\nc: d", "&b\nc: d"),
            ("&a b: c", "&a b: c"),
            ("a: &b\n  c: d", "&b\n  c: d"),
        ] {
            let (node, told) = read(text);
            assert!(node.is_none(), "{text}");
            assert_eq!(told, [(Rule::YamlSyntax, at.to_owned())], "{text}");
        }
        assert_eq!(read("a: &b c\nd: *b").1, [(Rule::YamlSyntax, "*b".to_owned())]);
        assert_eq!(read("a: '&Co.'\nb: R&D").1, []);
    }

    #[test]
    fn all_that_is_no_text_under_a_key_is_told_at_once() {
        for (text, told) in [
            ("a: [b, [c], {d: e}]\nf: [g]", vec![(Rule::WrongType, 3), (Rule::WrongType, 23)]),
            ("- a\n- b", vec![(Rule::WrongType, 0)]),
            ("{a: b}: c\nd: e", vec![(Rule::WrongType, 0)]),
            ("[a]: c\nd: e", vec![(Rule::WrongType, 0)]),
            ("a: b\nc: d\na: e\na: f", vec![(Rule::DuplicateKey, 10), (Rule::DuplicateKey, 15)]),
            ("a: b\n---\nc: d\n---\ne: f", vec![(Rule::YamlSyntax, 5)]),
            ("a: b: c", vec![(Rule::YamlSyntax, 4)]),
        ] {
            let found = read(text);
            assert!(found.0.is_none(), "{text}");
            let places: Vec<_> =
                found.1.iter().map(|(rule, rest)| (*rule, text.len() - rest.len())).collect();
            assert_eq!(places, told, "{text}");
        }
    }

    #[test]
    fn nothing_is_an_empty_text() {
        for text in ["", "# a", "---\n", "~"] {
            let (node, told) = read(text);
            assert_eq!((node.unwrap().text(), told), (Some(""), vec![]), "{text}");
        }
    }
}
