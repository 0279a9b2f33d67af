//! What the files of `content/` may hold, as JSON Schema (draft 2020-12): an editor that reads it completes
//! keys, explains them and marks what the program would refuse.
//!
//! Keys and their kinds are those of the types that the files are read into ([`Shape`]); what holds of
//! single values is asked of the plan's own rules. Only the explanations are written for the schema: they
//! are words like any other (`schema.` in `locales/ui`), so that a clerk reads them in the language of the
//! office.

mod limit;

use serde_json::{Map, Value, json};

use crate::read::front_matter::{ChapterFields, IndicatorFields, PlanFields, SectionFields, TermFields};
use crate::read::yaml::Shape;
use limit::limited;

/// The language that schemas are written in.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// content/plan.yml
    Plan,
    /// The head of a chapter.md
    Chapter,
    /// The head of a section's file
    Section,
    /// The head of a file in content/glossary/
    Term,
}

impl Kind {
    /// Every one.
    pub const ALL: [Kind; 4] = [Kind::Plan, Kind::Chapter, Kind::Section, Kind::Term];

    /// The word for it.
    pub fn key(self) -> &'static str {
        self.shape().0
    }

    /// The name of its schema's file.
    pub fn file(self) -> String {
        format!("{}.schema.json", self.key())
    }

    fn shape(self) -> (&'static str, Shape) {
        match self {
            Kind::Plan => ("plan", Shape::of::<PlanFields>()),
            Kind::Chapter => ("chapter", Shape::of::<ChapterFields>()),
            Kind::Section => ("section", Shape::of::<SectionFields>()),
            Kind::Term => ("term", Shape::of::<TermFields>()),
        }
    }
}

/// The schema of `kind`, explained by what `word` gives for a key.
pub fn schema(kind: Kind, word: &dyn Fn(&str) -> String) -> String {
    let (name, shape) = kind.shape();
    let mut schema = json!({ "$schema": DIALECT, "title": word(&format!("schema.{name}.file")) });
    merge(&mut schema, of_shape(&shape, word));
    format!("{schema:#}\n")
}

/// What `shape` takes.
fn of_shape(shape: &Shape, word: &dyn Fn(&str) -> String) -> Value {
    match shape {
        Shape::Text => text(),
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Truth => json!({ "type": "boolean" }),
        Shape::Optional(inner) => of_shape(inner, word),
        Shape::List(inner) => json!({ "type": "array", "items": of_shape(inner, word) }),
        Shape::Pairs => json!({ "type": "object", "additionalProperties": text() }),
        Shape::Keys { name, fields } => of_keys(&group(name), fields, word),
    }
}

/// The keys of the type that is called `group`.
fn of_keys(group: &str, fields: &[(&str, Shape)], word: &dyn Fn(&str) -> String) -> Value {
    let required = required(group);
    let property = |(key, shape): &(&str, Shape)| {
        let mut property = json!({ "description": word(&format!("schema.{group}.{key}")) });
        merge(&mut property, of_shape(shape, word));
        merge(&mut property, limited(group, key));
        let is_free = !required.contains(key) && *shape != Shape::Truth;
        ((*key).to_owned(), if is_free { or_nothing(property) } else { property })
    };
    let properties: Map<String, Value> = fields.iter().map(property).collect();
    let mut keys = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        merge(&mut keys, json!({ "required": required }));
    }
    keys
}

/// The keys without which a file, or an entry in one, is refused.
fn required(group: &str) -> &'static [&'static str] {
    match group {
        "plan" => &PlanFields::REQUIRED,
        "chapter" => &ChapterFields::REQUIRED,
        "section" => &SectionFields::REQUIRED,
        "indicator" => &IndicatorFields::REQUIRED,
        "term" => &TermFields::REQUIRED,
        _ => &[],
    }
}

/// A text, which may look like a number: its digits are taken as they are written.
fn text() -> Value {
    json!({ "type": ["string", "number"] })
}

/// `property`, or a key with nothing after it.
fn or_nothing(mut property: Value) -> Value {
    let description = property.as_object_mut().and_then(|property| property.remove("description"));
    json!({ "description": description, "anyOf": [property, { "type": "null" }] })
}

/// The name by which the words call the type `name`: `indicator` for `IndicatorFields`.
fn group(name: &str) -> String {
    name.trim_end_matches("Fields").to_ascii_lowercase()
}

/// Adds the keywords of `more` to `schema`.
fn merge(schema: &mut Value, more: Value) {
    if let (Some(schema), Value::Object(more)) = (schema.as_object_mut(), more) {
        schema.extend(more);
    }
}
