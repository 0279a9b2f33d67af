//! Where the keys and values of a YAML text stand.

use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser};

use super::{DEEPEST, refusal, slip};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Span};

/// Where each key and value of a YAML text stands. A path joins keys and positions with `/`:
/// `kpi/2/baseline`.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) text: Span,
    pub(super) keys: HashMap<String, Range<usize>>,
    pub(super) values: HashMap<String, Range<usize>>,
    /// Whether it is nested deeper than [`DEEPEST`]: then only its beginning has places.
    pub(super) too_deep: bool,
}

impl Places {
    /// Tells that the text is nested too deeply from the byte `at` on.
    fn too_deep(&mut self, at: usize, findings: &mut Diagnostics) {
        self.too_deep = true;
        findings.push(no_yaml(Phrase::new("too-deep"), at, &self.text));
    }

    /// Where `path` stands among `places`; what encloses it where nothing stands there.
    pub(super) fn nearest(&self, places: &HashMap<String, Range<usize>>, path: &str) -> Span {
        let mut path = path;
        loop {
            if let Some(range) = places.get(path) {
                return self.text.part(range.clone());
            }
            match path.rfind('/') {
                Some(parent) => path = &path[..parent],
                None => return self.text.part(0..0),
            }
        }
    }
}

pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}

/// A finding about text that is no YAML from the byte `at` on.
pub(super) fn no_yaml(detail: Phrase, at: usize, text: &Span) -> Diagnostic {
    Diagnostic::at(Rule::YamlSyntax, &rest_of_line(at, text)).saying("detail", detail)
}

/// From the byte `at` of `text` to the end of its line.
pub(super) fn rest_of_line(at: usize, text: &Span) -> Span {
    let start = text.text().floor_char_boundary(at.min(text.text().len()));
    let end = text.text()[start..].find('\n').map_or(text.text().len(), |length| start + length);
    text.part(start..end)
}

/// What the walk is inside of.
enum Level {
    Mapping { path: String, key: Option<String>, start: usize },
    Sequence { path: String, next: usize, start: usize },
}

/// Walks the text once and notes where its keys and values stand, and which keys stand twice.
pub(super) fn locate(text: &Span, findings: &mut Diagnostics) -> Places {
    let mut places =
        Places { text: text.clone(), keys: HashMap::new(), values: HashMap::new(), too_deep: false };
    let mut levels: Vec<Level> = Vec::new();
    for step in Parser::new_from_str(text.text()) {
        let (event, span) = match step {
            Ok(step) => step,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0);
                if *error.kind() == ErrorKind::RecursionLimitExceeded {
                    places.too_deep(at, findings);
                    break;
                }
                findings.push(match slip::near(text.text(), at) {
                    Some((sign, detail)) => no_yaml(Phrase::new(detail), sign, text),
                    None => no_yaml(refusal::of_parser(&error, text.text(), at), at, text),
                });
                break;
            }
        };
        let Some(range) = span.byte_range() else { continue };
        if levels.len() > DEEPEST {
            places.too_deep(range.start, findings);
            break;
        }
        match event {
            Event::MappingStart(..) => {
                let path = enter(&mut levels);
                levels.push(Level::Mapping { path, key: None, start: range.start });
            }
            Event::SequenceStart(..) => {
                let path = enter(&mut levels);
                levels.push(Level::Sequence { path, next: 0, start: range.start });
            }
            Event::MappingEnd | Event::SequenceEnd => {
                if let Some(Level::Mapping { path, start, .. } | Level::Sequence { path, start, .. }) =
                    levels.pop()
                {
                    // What is closed by a bracket ends there; what ends with its indentation, before
                    // the blank that follows.
                    let written = &text.text()[start..range.end.max(start)];
                    places.values.insert(path, start..start + written.trim_end().len());
                }
            }
            Event::Scalar(value, ..) => {
                if let Some(Level::Mapping { path, key: key @ None, .. }) = levels.last_mut() {
                    let path = join(path, &value);
                    let known = places.keys.insert(path, range.clone()).is_some();
                    if let Some((figure, detail)) = slip::split_figure(text.text(), range.start) {
                        findings.push(no_yaml(Phrase::new(detail), figure, text));
                    } else if known {
                        findings
                            .push(Diagnostic::at(Rule::DuplicateKey, &text.part(range)).with("key", &value));
                    }
                    *key = Some(value.into_owned());
                } else {
                    places.values.insert(enter(&mut levels), range);
                }
            }
            Event::Alias(_) => {
                places.values.insert(enter(&mut levels), range);
            }
            _ => {}
        }
    }
    places
}

/// The path of the value that begins now; the level around it is ready for the one after.
fn enter(levels: &mut [Level]) -> String {
    match levels.last_mut() {
        None => String::new(),
        Some(Level::Mapping { path, key, .. }) => join(path, &key.take().unwrap_or_default()),
        Some(Level::Sequence { path, next, .. }) => {
            *next += 1;
            join(path, &(*next - 1).to_string())
        }
    }
}
