//! The description of the tables as a Data Package (version 2 of the standard), which statistics
//! programs load with one line.
//!
//! The standard has one title for each field and no languages, so the words are those of the plan's
//! own language; `csvw` holds them in all.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Content, Field, INDICATORS, OBSERVATIONS, Table, address, file_name};
use crate::localise::Edition;
use crate::value::Address;

/// The version of the standard that a reader may hold the package to.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// `datapackage.json` for `tables`, whose `files` have been written, each with its size.
pub(super) fn describe(
    tables: &[Table<'_>],
    source: &Edition<'_>,
    files: &BTreeMap<Address, usize>,
) -> Vec<u8> {
    let plan = source.plan;
    let title = super::title(source);
    let mut package = Map::new();
    package.insert("$schema".into(), PROFILE.into());
    package.insert("name".into(), "plan-indicators".into());
    package.insert("title".into(), title.into());
    package.insert("description".into(), source.word("data.lead").into());
    // Only what the plan says of itself; what it does not say stays away.
    package.extend(plan.base_url.as_ref().map(|base| ("homepage".to_owned(), json!(base))));
    package.extend(plan.revision.as_ref().map(|revision| ("version".to_owned(), json!(revision))));
    package.extend(plan.publisher.as_ref().map(|publisher| {
        ("contributors".to_owned(), json!([{ "title": publisher.text, "roles": ["publisher"] }]))
    }));
    package.extend(
        plan.licence
            .as_ref()
            .and_then(|licence| Some(("licenses".to_owned(), json!([self::licence(&licence.text)?])))),
    );
    let resources = tables.iter().map(|table| resource(table, source, files)).collect();
    package.insert("resources".into(), Value::Array(resources));
    super::pretty(&Value::Object(package))
}

/// A licence as the standard writes one: by its address or by its short name. `None` where the plan
/// describes it in words of its own.
fn licence(text: &str) -> Option<Value> {
    let text = text.trim();
    if super::is_web_address(text) {
        return Some(json!({ "path": text }));
    }
    let is_name = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    (is_name && !text.is_empty()).then(|| json!({ "name": text }))
}

fn resource(table: &Table<'_>, source: &Edition<'_>, files: &BTreeMap<Address, usize>) -> Value {
    let fields: Vec<Value> = table.fields.iter().map(|field| self::field(field, source)).collect();
    let mut schema = json!({ "fields": fields, "primaryKey": table.key, "missingValues": [""] });
    if table.name == OBSERVATIONS {
        schema["foreignKeys"] =
            json!([{ "fields": ["indicator"], "reference": { "resource": INDICATORS, "fields": ["id"] } }]);
    }
    json!({
        "name": table.name,
        "type": "table",
        "description": source.word(&format!("data.file.{}", table.name)),
        "path": file_name(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": files.get(&address(table.name)).copied().unwrap_or_default(),
        "schema": schema,
    })
}

fn field(field: &Field<'_>, source: &Edition<'_>) -> Value {
    let mut told = json!({
        "name": field.name,
        "type": match field.content {
            // Lists are younger than most readers of the standard; their text names the separator.
            Content::Text | Content::Code(_) | Content::List => "string",
            Content::Whole => "integer",
            Content::Number => "number",
        },
        "title": field.title(source),
        "description": field.description(source),
    });
    if let Content::Code(codes) = field.content {
        told["constraints"] = json!({ "enum": codes.codes });
    }
    told
}
