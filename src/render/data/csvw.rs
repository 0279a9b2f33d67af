//! The description of a table as CSV on the Web (W3C), with its words in every language of the plan.

use serde_json::{Map, Value, json};

use super::field::SEPARATOR;
use super::{Content, Field, Table, file_name};
use crate::localise::Edition;

/// The name of the standard, which programs know without looking it up.
const CONTEXT: &str = "http://www.w3.org/ns/csvw";

/// The language of a text that is in none: the names in a header.
const NO_LANGUAGE: &str = "und";

/// `<table>.csv-metadata.json`, where programs look for it by themselves.
pub(super) fn describe(table: &Table<'_>, editions: &[&Edition<'_>], source: &Edition<'_>) -> Vec<u8> {
    let columns: Vec<Value> = table.fields.iter().map(|field| column(field, editions)).collect();
    let mut metadata = Map::new();
    metadata.insert("@context".into(), json!([CONTEXT, { "@language": source.tag() }]));
    metadata.insert("url".into(), file_name(table.name).into());
    metadata.insert("dc:title".into(), in_languages(editions, super::title));
    let about = |edition: &Edition<'_>| edition.word(&format!("data.file.{}", table.name));
    metadata.insert("dc:description".into(), in_languages(editions, about));
    let plan = source.plan;
    metadata
        .extend(plan.publisher.as_ref().map(|publisher| ("dc:publisher".to_owned(), json!(publisher.text))));
    metadata.extend(plan.licence.as_ref().map(|licence| ("dc:rights".to_owned(), json!(licence.text))));
    metadata.insert("tableSchema".into(), json!({ "columns": columns, "primaryKey": table.key }));
    super::pretty(&Value::Object(metadata))
}

fn column(field: &Field<'_>, editions: &[&Edition<'_>]) -> Value {
    let mut titles = Map::new();
    titles.insert(NO_LANGUAGE.into(), field.name.as_str().into());
    titles.extend(editions.iter().map(|edition| (edition.tag(), field.title(edition).into())));
    let mut column = json!({
        "name": field.name,
        "titles": titles,
        "dc:description": in_languages(editions, |edition| field.description(edition)),
        "datatype": datatype(field.content),
    });
    if matches!(field.content, Content::List) {
        column["separator"] = SEPARATOR.into();
    }
    column
}

fn datatype(content: Content) -> Value {
    match content {
        Content::Text | Content::List => "string".into(),
        Content::Whole => "integer".into(),
        Content::Number => "decimal".into(),
        Content::Code(codes) => {
            json!({ "base": "string", "format": format!("^({})$", codes.codes.join("|")) })
        }
    }
}

fn in_languages(editions: &[&Edition<'_>], text: impl Fn(&Edition<'_>) -> String) -> Value {
    let texts = editions.iter().map(|edition| json!({ "@value": text(edition), "@language": edition.tag() }));
    Value::Array(texts.collect())
}
