//! The one door to YAML: typed data, and the place of every key and value.
//!
//! `serde_yaml` turns the text into the types of a file's contract; fields of text keep the
//! digits as written (`35.0` stays `35.0`). It does not tell where a value stood once it has
//! parsed, nor that a key stood twice, so the text is walked a second time for its places.

use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser};
use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};

/// Data read from YAML.
#[derive(Debug, Clone)]
pub struct Yaml<T> {
    /// The data.
    pub data: T,
    places: Places,
}

/// Where each key and value of a YAML text stands. A path joins keys and positions with `/`:
/// `kpi/2/baseline`.
#[derive(Debug, Clone)]
pub struct Places {
    text: Span,
    keys: HashMap<String, Range<usize>>,
    values: HashMap<String, Range<usize>>,
}

impl<T> Yaml<T> {
    /// Where the value under `path` stands; what encloses it where nothing stands there.
    pub fn value(&self, path: &str) -> Span {
        self.places.nearest(&self.places.values, path)
    }

    /// Where the key at the end of `path` stands.
    pub fn key(&self, path: &str) -> Span {
        self.places.nearest(&self.places.keys, path)
    }

    /// Finds fault where one of `keys` is missing from the mapping at `path` (`""` is the top).
    pub fn require(&self, path: &str, keys: &[&str], findings: &mut Diagnostics) {
        for key in keys {
            let wanted = join(path, key);
            let value = self.places.values.get(&wanted).map(|range| self.places.text.part(range.clone()));
            if value.is_none_or(|span| matches!(span.text().trim(), "" | "~" | "null")) {
                let at = if self.places.keys.contains_key(&wanted) { self.key(&wanted) } else { self.start(path) };
                findings.push(Diagnostic::at(Rule::MissingKey, &at).with("key", key));
            }
        }
    }

    /// The beginning of what stands under `path`: one line at most.
    fn start(&self, path: &str) -> Span {
        let whole = if path.is_empty() { self.places.text.clone() } else { self.value(path) };
        let first_line = whole.text().find('\n').unwrap_or(whole.text().len());
        whole.part(0..first_line)
    }
}

impl Places {
    fn nearest(&self, places: &HashMap<String, Range<usize>>, path: &str) -> Span {
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

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}

/// Reads `text` as `T`.
///
/// `fields` are the keys that `T` and what it holds take; an unknown key is told with the
/// nearest of them. `None` where the text is no YAML or holds a value of the wrong kind.
pub fn parse<T: DeserializeOwned>(text: &Span, fields: &[&str], findings: &mut Diagnostics) -> Option<Yaml<T>> {
    let before = findings.len();
    let places = locate(text, findings);
    let told_already = findings[before..].iter().any(|finding| finding.rule == Rule::YamlSyntax);
    let mut ignored = Vec::new();
    let read = serde_ignored::deserialize(serde_yaml::Deserializer::from_str(text.text()), |path| {
        ignored.push(written_path(&path));
    });
    for path in ignored {
        let at = places.nearest(&places.keys, &path);
        let key = path.rsplit('/').next().unwrap_or(&path).to_owned();
        let finding = Diagnostic::at(Rule::UnknownKey, &at).with("key", &key);
        findings.push(finding.suggest(&key, fields.iter().copied()));
    }
    match read {
        Ok(data) => Some(Yaml { data, places }),
        Err(error) => {
            // The walk has told of keys that stand twice, and of text that is no YAML.
            if !told_already && !error.to_string().contains("duplicate field") {
                findings.push(refusal(&error, text));
            }
            None
        }
    }
}

/// A value of another kind than the data takes, at its place.
fn refusal(error: &serde_yaml::Error, text: &Span) -> Diagnostic {
    let at = error.location().map_or(0, |location| location.index());
    let message = error.to_string();
    let detail = message.split(" at line ").next().unwrap_or(&message);
    Diagnostic::at(Rule::WrongType, &rest_of_line(at, text)).with("detail", detail)
}

fn no_yaml(detail: &str, at: usize, text: &Span) -> Diagnostic {
    Diagnostic::at(Rule::YamlSyntax, &rest_of_line(at, text)).with("detail", detail)
}

/// From the byte `at` of `text` to the end of its line.
fn rest_of_line(at: usize, text: &Span) -> Span {
    let start = text.text().floor_char_boundary(at.min(text.text().len()));
    let end = text.text()[start..].find('\n').map_or(text.text().len(), |length| start + length);
    text.part(start..end)
}

fn written_path(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path;
    match path {
        Path::Root => String::new(),
        Path::Seq { parent, index } => join(&written_path(parent), &index.to_string()),
        Path::Map { parent, key } => join(&written_path(parent), key),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => {
            written_path(parent)
        }
    }
}

/// What the walk is inside of.
enum Level {
    Mapping { path: String, key: Option<String>, start: usize },
    Sequence { path: String, next: usize, start: usize },
}

/// Walks the text once and notes where its keys and values stand, and which keys stand twice.
fn locate(text: &Span, findings: &mut Diagnostics) -> Places {
    let mut places = Places { text: text.clone(), keys: HashMap::new(), values: HashMap::new() };
    let mut levels: Vec<Level> = Vec::new();
    for step in Parser::new_from_str(text.text()) {
        let (event, span) = match step {
            Ok(step) => step,
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0);
                findings.push(no_yaml(&error.info(), at, text));
                break;
            }
        };
        let Some(range) = span.byte_range() else { continue };
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
                if let Some(Level::Mapping { path, start, .. } | Level::Sequence { path, start, .. }) = levels.pop() {
                    places.values.insert(path, start..range.start.max(start));
                }
            }
            Event::Scalar(value, ..) => {
                if let Some(Level::Mapping { path, key: key @ None, .. }) = levels.last_mut() {
                    let path = join(path, &value);
                    if places.keys.insert(path, range.clone()).is_some() {
                        findings.push(Diagnostic::at(Rule::DuplicateKey, &text.part(range)).with("key", &value));
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

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::parse;
    use crate::diagnostic::{Diagnostics, Position, Rule, Source};

    #[derive(Deserialize, Debug)]
    #[serde(default)]
    #[derive(Default)]
    struct Indicator {
        target: String,
        baseline: Option<String>,
    }

    #[derive(Deserialize, Debug, Default)]
    #[serde(default)]
    struct Section {
        title: String,
        kpi: Vec<Indicator>,
    }

    const FIELDS: &[&str] = &["title", "kpi", "target", "baseline"];

    fn read(text: &str) -> (Option<super::Yaml<Section>>, Diagnostics) {
        let source = Source::new("a.yml", text);
        let mut findings = Vec::new();
        let yaml = parse(&source.span(0..text.len()), FIELDS, &mut findings);
        (yaml, findings)
    }

    #[test]
    fn digits_stay_as_written_whatever_yaml_would_make_of_them() {
        let (yaml, findings) = read("kpi:\n- target: 35.0\n- target: 1_000\n- target: 0x10\n  baseline: 007\n");
        let kpi = yaml.unwrap().data.kpi;
        assert!(findings.is_empty(), "{findings:?}");
        let targets: Vec<_> = kpi.iter().map(|indicator| indicator.target.as_str()).collect();
        assert_eq!(targets, ["35.0", "1_000", "0x10"]);
        assert_eq!(kpi[2].baseline.as_deref(), Some("007"));
    }

    #[test]
    fn an_empty_value_is_no_value() {
        let (yaml, _) = read("kpi:\n- baseline:\n  target: 1\n- baseline: —\n  target: 2\n");
        let kpi = yaml.unwrap().data.kpi;
        assert_eq!(kpi[0].baseline, None);
        assert_eq!(kpi[1].baseline.as_deref(), Some("—"));
    }

    #[test]
    fn every_value_has_its_place() {
        let (yaml, _) = read("title: 計画\nkpi:\n  - target: 35.0\n  - {target: '４０％'}\n");
        let yaml = yaml.unwrap();
        assert_eq!(yaml.value("kpi/0/target").position(), Position { line: 3, column: 13 });
        assert_eq!(yaml.value("kpi/1/target").text(), "'４０％'");
        assert_eq!(yaml.key("title").text(), "title");
        assert_eq!(yaml.value("kpi/1/baseline").position().line, 4);
    }

    #[test]
    fn all_unknown_and_all_double_keys_are_found_at_once() {
        let (_, findings) = read("titel: a\nkpi:\n- targt: 1\n  target: 2\n  target: 3\n");
        let told: Vec<_> = findings.iter().map(|f| (f.rule, f.order().1)).collect();
        assert!(told.contains(&(Rule::UnknownKey, 0)), "{findings:?}");
        assert!(told.contains(&(Rule::UnknownKey, 16)), "{findings:?}");
        assert!(told.contains(&(Rule::DuplicateKey, 39)), "{findings:?}");
        assert_eq!(told.len(), 3, "{findings:?}");
    }

    #[test]
    fn text_that_is_no_yaml_and_values_of_the_wrong_kind_are_told_apart() {
        assert_eq!(read("title: [").1[0].rule, Rule::YamlSyntax);
        assert_eq!(read("title: [a, b]").1[0].rule, Rule::WrongType);
    }
}
