//! The YAML that staff write: what each content file may hold, and nothing else.
//!
//! Fields of text keep what was written, digit for digit; `plan` reads their meaning.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::yaml::{self, Yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};

/// `plan.yml`: the plan's own facts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PlanFields {
    /// The plan's title.
    pub title: String,
    /// The town's name.
    pub town: String,
    /// Language tags; the first is the language of `content/`.
    pub languages: Vec<String>,
    /// The fiscal year of the baselines.
    pub baseline_year: String,
    /// The fiscal year of the targets.
    pub target_year: String,
    /// The pillars of the strategy, each an ASCII id and the printed word.
    pub pillars: Pairs,
    /// The folder under `themes/`.
    pub theme: Option<String>,
    /// The site's address on the web, where it has one.
    pub base_url: Option<String>,
    /// Who publishes the plan.
    pub publisher: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// The licence of the text and the data.
    pub licence: Option<String>,
    /// The date of the text.
    pub revision: Option<String>,
    /// What a page shows where a translation fell behind: `notice`, `source` or `error`.
    pub outdated: Option<String>,
}

/// `chapter.md`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ChapterFields {
    /// The printed numeral: `Ⅲ`.
    pub numeral: Option<String>,
    /// The chapter's title.
    pub title: String,
}

/// A section's file.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct SectionFields {
    /// The section's title.
    pub title: String,
    /// The printed words of its pillars.
    pub pillars: Vec<String>,
    /// The numbers of its Sustainable Development Goals.
    pub sdgs: Vec<String>,
    /// Key goal indicators.
    pub kgi: Vec<IndicatorFields>,
    /// Key performance indicators.
    pub kpi: Vec<IndicatorFields>,
    /// Who answers questions about it.
    pub contact: Option<String>,
    /// The pages of the printed plan: `12-15`.
    pub source_pages: Option<String>,
    /// Leaves the section out of the site.
    pub draft: bool,
}

/// An indicator.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct IndicatorFields {
    /// Stable, ASCII, unique in the plan.
    pub id: String,
    /// Its printed name.
    pub name: String,
    /// The printed baseline.
    pub baseline: Option<String>,
    /// The printed target.
    pub target: Option<String>,
    /// `level`, `running-total` or `period-total`.
    pub measure: Option<String>,
    /// `at-least`, `at-most` or `within`.
    pub goal: Option<String>,
    /// What was measured: fiscal year and value.
    pub actuals: Pairs,
    /// The baseline's fiscal year, where it is not the plan's.
    pub baseline_year: Option<String>,
    /// The target's fiscal year, where it is not the plan's.
    pub target_year: Option<String>,
    /// The unit of values that are bare numbers.
    pub unit: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// A remark for the reader.
    pub note: Option<String>,
    /// How many people a survey asked, or `unknown`.
    pub survey_size: Option<String>,
    /// Another's figure that the target refers to.
    pub benchmark: Option<BenchmarkFields>,
}

/// Another's figure, such as the average of similar municipalities.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct BenchmarkFields {
    /// What it is.
    pub name: String,
    /// Its figures: fiscal year and value.
    pub actuals: Pairs,
}

/// A glossary entry.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TermFields {
    /// The number of its note mark: 8 for 【※8】.
    pub number: u32,
    /// The term.
    pub term: String,
    /// How it is read, in hiragana: kanji cannot be sorted otherwise.
    pub reading: String,
}

impl PlanFields {
    /// The keys that must say something.
    pub const REQUIRED: [&str; 5] = ["title", "town", "languages", "baseline_year", "target_year"];
}

impl ChapterFields {
    /// The keys that must say something.
    pub const REQUIRED: [&str; 1] = ["title"];
}

impl SectionFields {
    /// The keys that must say something.
    pub const REQUIRED: [&str; 1] = ["title"];
}

impl IndicatorFields {
    /// The keys that must say something.
    pub const REQUIRED: [&str; 2] = ["id", "name"];
}

impl TermFields {
    /// The keys that must say something.
    pub const REQUIRED: [&str; 3] = ["number", "term", "reading"];
}

/// A mapping of text to text in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pairs(pub Vec<(String, String)>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a mapping of keys to text")
            }

            fn visit_unit<E>(self) -> Result<Pairs, E> {
                Ok(Pairs::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
                let mut pairs = Pairs::default();
                while let Some(pair) = map.next_entry()? {
                    pairs.0.push(pair);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

/// A content file that has been read: its fields, and the Markdown below them.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The front matter.
    pub fields: Yaml<T>,
    /// What follows it.
    pub body: Span,
}

/// Splits `source` into front matter and body, and reads the front matter as `T`.
pub fn read_page<T>(source: &Source, findings: &mut Diagnostics) -> Option<Page<T>>
where
    T: for<'de> Deserialize<'de>,
{
    let text = source.text();
    let Some((front, body)) = split(text) else {
        let first_line = text.find('\n').unwrap_or(text.len());
        findings.push(Diagnostic::at(Rule::NoFrontMatter, &source.span(0..first_line)));
        return None;
    };
    let fields = yaml::parse(&source.span(front), findings)?;
    Some(Page { fields, body: source.span(body..text.len()) })
}

/// Where the front matter stands in `text`, and where the body begins. Spaces after a line of dashes
/// are invisible, and no reason to refuse it.
fn split(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let opening = text.find('\n').filter(|&end| text[..end].trim_end() == "---")? + 1;
    let rest = &text[opening..];
    let end = if rest.starts_with("---") { 0 } else { rest.find("\n---")? + 1 };
    let after = &rest[end + 3..];
    let body = after.find('\n').map_or(rest.len(), |newline| end + 3 + newline + 1);
    let closed = after.lines().next().unwrap_or_default().trim().is_empty();
    closed.then_some((opening..opening + end, opening + body))
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn front_matter_stands_between_two_lines_of_dashes() {
        let parts = |text: &'static str| split(text).map(|(front, body)| (&text[front], &text[body..]));
        assert_eq!(parts("---\na: b\n---\nc"), Some(("a: b\n", "c")));
        assert_eq!(parts("--- \na: b\n---\t\nc"), Some(("a: b\n", "c")));
        assert_eq!(parts("---\n---"), Some(("", "")));
        for text in ["", "---", "---\n", "a: b", "---\na: b\n", "----\na: b\n----\n"] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
