//! The one door to YAML: typed data, and the place of every key and value.
//!
//! `serde_yaml` turns the text into the types of a file's contract; fields of text keep the
//! digits as written (`35.0` stays `35.0`). It does not tell where a value stood once it has
//! parsed, nor that a key stood twice, so the text is walked a second time for its places. What has no
//! types, the texts that translators edit, is taken from that walk alone (`tree`).

mod kind;
mod places;
mod refusal;
mod scalar;
mod shape;
mod slip;
mod tree;
mod walk;

use serde::de::DeserializeOwned;

use crate::diagnostic::{Diagnostic, Diagnostics, MOST, Phrase, Place, Rule, Span};

pub use scalar::{is_unprinted, scalar, text_value};
pub use shape::Shape;
pub use tree::{Content, Entry, Node, tree};

use places::{Places, join, locate};
use walk::{no_yaml, rest_of_line};

/// Lists and mappings nested deeper than this are no file of a plan: the deepest is the year of a benchmark,
/// five inside one another. The parsers take ever longer for what is nested deeper still.
const DEEPEST: usize = 32;

/// Data read from YAML.
#[derive(Debug, Clone)]
pub struct Yaml<T> {
    /// The data.
    pub data: T,
    places: Places,
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

    /// Where the key at the end of `path` stands, if it does.
    pub fn key_at(&self, path: &str) -> Option<Span> {
        self.places.keys.get(path).map(|range| self.places.text.part(range.clone()))
    }

    /// Where the value under `path` stands, if anything is written there.
    pub fn value_at(&self, path: &str) -> Option<Span> {
        let value = self.places.values.get(path).map(|range| self.places.text.part(range.clone()));
        value.filter(|value| !value.text().trim().is_empty())
    }

    /// Finds fault where one of `keys` is missing from the mapping at `path` (`""` is the top).
    pub fn require(&self, path: &str, keys: &[&str], findings: &mut Diagnostics) {
        for key in keys {
            let wanted = join(path, key);
            let value = self.places.values.get(&wanted).map(|range| self.places.text.part(range.clone()));
            if value.is_none_or(|span| is_empty(span.text())) && !self.is_misspelt(path, key, findings) {
                let at =
                    if self.places.keys.contains_key(&wanted) { self.key(&wanted) } else { self.start(path) };
                findings.push(Diagnostic::at(Rule::MissingKey, &at).with("key", key));
            }
        }
    }

    /// Whether the mapping at `path` holds an unknown key that is told to mean `key`.
    fn is_misspelt(&self, path: &str, key: &str, findings: &Diagnostics) -> bool {
        findings.iter().any(|finding| {
            let inside = match &finding.place {
                Place::Span(span) => {
                    let mapping = if path.is_empty() { self.places.text.clone() } else { self.value(path) };
                    span.source.path() == mapping.source.path() && mapping.range.contains(&span.range.start)
                }
                Place::Path(_) => false,
            };
            inside && finding.rule == Rule::UnknownKey && finding.meant.as_deref() == Some(key)
        })
    }

    /// The beginning of what stands under `path`: one line at most.
    fn start(&self, path: &str) -> Span {
        let whole = if path.is_empty() { self.places.text.clone() } else { self.value(path) };
        let first_line = whole.text().find('\n').unwrap_or(whole.text().len());
        whole.part(0..first_line)
    }
}

/// Reads `text` as `T`.
///
/// Every key that `T` does not take is told, with the nearest that it takes. `None` where the text is no YAML or holds a value of the wrong kind.
pub fn parse<T: DeserializeOwned>(text: &Span, findings: &mut Diagnostics) -> Option<Yaml<T>> {
    let before = findings.len();
    let places = locate(text, findings);
    if places.too_deep {
        return None;
    }
    let told_already = findings[before..].iter().any(|finding| finding.rule == Rule::YamlSyntax);
    let mut ignored = Vec::new();
    let read = serde_ignored::deserialize(serde_yaml::Deserializer::from_str(text.text()), |path| {
        ignored.push(written_path(&path));
    });
    let known = if ignored.is_empty() { Vec::new() } else { Shape::of::<T>().keys() };
    for (position, path) in ignored.into_iter().enumerate() {
        let at = places.nearest(&places.keys, &path);
        let key = path.rsplit('/').next().unwrap_or(&path).to_owned();
        // A line that begins with a full-width space, and half of a figure, have been told of as no YAML.
        if told_already && (path.contains('\u{3000}') || key.starts_with(|sign: char| sign.is_ascii_digit()))
        {
            continue;
        }
        let finding = Diagnostic::at(Rule::UnknownKey, &at).with("key", &key);
        // What was meant by those that are not told is not asked.
        let meant = known.iter().copied().take_while(|_| position < MOST);
        findings.push(finding.suggest(&key, meant));
    }
    match read {
        // What is no YAML says something else than was meant; more would be found wrong with it.
        Ok(_) if told_already => None,
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
    let line = rest_of_line(at, text);
    let detail = message.split(" at line ").next().unwrap_or(&message);
    // A key and its value without what parts them are a text.
    match slip::of_key(line.text()) {
        Some((sign, slip)) => no_yaml(Phrase::new(slip), line.range.start - text.range.start + sign, text),
        None => Diagnostic::at(Rule::WrongType, &line).saying("detail", kind::in_words(detail)),
    }
}

/// Whether a value as written says nothing: blank, `~`, `""`, `[]`.
fn is_empty(written: &str) -> bool {
    let signs: String = written.chars().filter(|sign| !sign.is_whitespace()).collect();
    matches!(signs.as_str(), "" | "~" | "null" | "\"\"" | "''" | "[]" | "{}")
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

    fn read(text: &str) -> (Option<super::Yaml<Section>>, Diagnostics) {
        let source = Source::new("a.yml", text);
        let mut findings = Vec::new();
        let yaml = parse(&source.span(0..text.len()), &mut findings);
        (yaml, findings)
    }

    #[test]
    fn digits_stay_as_written_whatever_yaml_would_make_of_them() {
        let (yaml, findings) =
            read("kpi:\n- target: 35.0\n- target: 1_000\n- target: 0x10\n  baseline: 007\n");
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
    fn a_word_that_yaml_would_take_away_is_told_and_one_that_is_referred_to_is_not() {
        for (text, at) in [
            ("title: &Co. Ltd\n", Some(7)),
            ("title: !Co. Ltd\n", Some(7)),
            ("kpi:\n- &a\n  target: 1\n", Some(7)),
            ("kpi:\n- target: &a 1\n  baseline: *a\n", None),
            ("title: 'a & b'\nkpi: [{target: '&b'}]\n", None),
        ] {
            let (yaml, findings) = read(text);
            let told: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.order().1)).collect();
            assert_eq!(told, at.map(|at| (Rule::YamlSyntax, at)).into_iter().collect::<Vec<_>>(), "{text}");
            assert_eq!(yaml.is_some(), at.is_none(), "{text}");
        }
    }

    #[test]
    fn text_that_is_no_yaml_and_values_of_the_wrong_kind_are_told_apart() {
        assert_eq!(read("title: [").1[0].rule, Rule::YamlSyntax);
        assert_eq!(read("title: [a, b]").1[0].rule, Rule::WrongType);
    }
}
