//! The plan as linked data (JSON-LD, schema.org): what search engines know a data set, its files and
//! a glossary by.
//!
//! The context stands in the file, so that reading it asks nobody; texts stand under their languages.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::text_in;
use crate::localise::{Edition, State};
use crate::plan::{Indicator, Plan, Term, Text, Unit};
use crate::read::markdown::{proses, text_of};
use crate::render::html;
use crate::render::page::Page;
use crate::value::Address;

/// What the names in the file mean.
const VOCABULARY: &str = "https://schema.org/";

/// Properties whose values are texts under their languages.
const TEXTS: [&str; 2] = ["name", "description"];

/// Properties whose values are addresses.
const ADDRESSES: [&str; 3] = ["url", "contentUrl", "inDefinedTermSet"];

const GLOSSARY: &str = "#glossary";

/// The file.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "@context")]
    context: Value,
    #[serde(rename = "@graph")]
    graph: Vec<Node<'a>>,
}

/// What the file tells of.
#[derive(Serialize)]
#[serde(untagged)]
enum Node<'a> {
    DataSet {
        #[serde(flatten)]
        facts: Map<String, Value>,
        #[serde(rename = "variableMeasured")]
        measured: Vec<Measured<'a>>,
        distribution: Vec<Value>,
    },
    Terms(Value),
}

/// An indicator. It becomes data as it is written: all those of a large plan would fill much memory.
struct Measured<'a> {
    editions: &'a [&'a Edition<'a>],
    indicator: &'a Indicator,
}

impl Serialize for Measured<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { editions, indicator } = self;
        let value = json!({
            "@type": "PropertyValue", "@id": format!("#{}", indicator.id), "propertyID": indicator.id,
            "name": unit(editions, &indicator.name),
        });
        value.serialize(serializer)
    }
}

/// `plan.jsonld`, for a plan whose `files` have been written, each with its size.
pub(super) fn write<'a>(
    editions: &'a [&'a Edition<'a>],
    source: &'a Edition<'a>,
    files: &BTreeMap<Address, usize>,
) -> Vec<u8> {
    let plan = source.plan;
    let mut graph = vec![data_set(editions, source, files)];
    if !plan.terms.is_empty() {
        let terms: Vec<Value> = plan.terms.iter().map(|term| self::term(editions, source, term)).collect();
        let name = |edition: &Edition<'_>| Some(edition.word("nav.glossary"));
        graph.push(Node::Terms(json!({
            "@type": "DefinedTermSet", "@id": GLOSSARY, "name": in_languages(editions, name),
            "url": link(source, Page::Glossary), "hasDefinedTerm": terms,
        })));
    }
    if !plan.pillars.is_empty() {
        graph.push(Node::Terms(pillars(editions, plan)));
    }
    super::pretty(&Document { context: context(), graph })
}

fn context() -> Value {
    let mut context = Map::new();
    context.insert("@vocab".into(), VOCABULARY.into());
    context.extend(TEXTS.map(|text| {
        (text.to_owned(), json!({ "@id": format!("{VOCABULARY}{text}"), "@container": "@language" }))
    }));
    context.extend(ADDRESSES.map(|address| {
        (address.to_owned(), json!({ "@id": format!("{VOCABULARY}{address}"), "@type": "@id" }))
    }));
    Value::Object(context)
}

fn data_set<'a>(
    editions: &'a [&'a Edition<'a>],
    source: &'a Edition<'a>,
    files: &BTreeMap<Address, usize>,
) -> Node<'a> {
    let plan = source.plan;
    let tags: Vec<String> = editions.iter().map(|edition| edition.tag()).collect();
    let place = json!({ "@type": "Place", "name": unit(editions, &plan.town) });
    let mut set = Map::new();
    set.insert("@type".into(), "Dataset".into());
    set.insert("@id".into(), "#data".into());
    set.insert("name".into(), in_languages(editions, |edition| Some(super::title(edition))));
    set.insert("description".into(), in_languages(editions, |edition| Some(edition.word("data.lead"))));
    set.insert("url".into(), link(source, Page::Data).into());
    set.insert("inLanguage".into(), json!(tags));
    set.insert("temporalCoverage".into(), period(plan).into());
    set.insert("spatialCoverage".into(), place);
    // Only what the plan says of itself; what it does not say stays away.
    set.extend(plan.publisher.as_ref().map(|publisher| {
        ("publisher".to_owned(), json!({ "@type": "Organization", "name": unit(editions, publisher) }))
    }));
    set.extend(plan.licence.as_ref().map(|licence| ("license".to_owned(), self::licence(editions, licence))));
    set.extend(plan.revision.as_ref().map(|revision| ("version".to_owned(), json!(revision))));
    let measured = plan.indicators().map(|indicator| Measured { editions, indicator }).collect();
    let distribution = super::whole_plan(files)
        .map(|(_, address)| download(source, &address, files.get(&address).copied().unwrap_or_default()))
        .collect();
    Node::DataSet { facts: set, measured, distribution }
}

/// The years of the plan, day by day.
pub(in crate::render) fn period(plan: &Plan) -> String {
    format!("{}/{}", plan.baseline_year.first_day(), plan.target_year.last_day())
}

/// A licence by its address, or in the plan's words.
fn licence(editions: &[&Edition<'_>], licence: &Unit) -> Value {
    let text = licence.text.trim();
    if super::is_web_address(text) {
        return json!({ "@id": text });
    }
    json!({ "@type": "CreativeWork", "name": unit(editions, licence) })
}

fn download(source: &Edition<'_>, file: &Address, bytes: usize) -> Value {
    let format = match file.as_str().rsplit_once('.') {
        Some((_, "csv")) => "text/csv",
        Some((_, "xml")) => "application/xml",
        _ => "application/json",
    };
    json!({
        "@type": "DataDownload", "contentUrl": to(source, file), "encodingFormat": format,
        "contentSize": format!("{bytes} B"),
    })
}

fn term(editions: &[&Edition<'_>], source: &Edition<'_>, term: &Term) -> Value {
    let anchor = html::note(term.number);
    json!({
        "@type": "DefinedTerm", "@id": format!("#{anchor}"), "termCode": code(term),
        "name": unit(editions, &term.term),
        "description": in_languages(editions, |edition| text(edition, &term.text)),
        "inDefinedTermSet": GLOSSARY,
        "url": format!("{}#{anchor}", link(source, Page::Glossary)),
    })
}

/// The number of a glossary entry, as the plan prints it.
pub(in crate::render) fn code(term: &Term) -> String {
    format!("※{}", term.number)
}

fn pillars(editions: &[&Edition<'_>], plan: &Plan) -> Value {
    let name = |edition: &Edition<'_>| Some(edition.word("section.pillars"));
    let terms: Vec<Value> = (plan.pillars.iter())
        .map(|(id, word)| json!({ "@type": "DefinedTerm", "termCode": id, "name": unit(editions, word) }))
        .collect();
    json!({
        "@type": "DefinedTermSet", "@id": "#pillars", "name": in_languages(editions, name),
        "hasDefinedTerm": terms,
    })
}

/// All blocks of `text` in the language of `edition`; nothing unless each of them is.
pub(in crate::render) fn text(edition: &Edition<'_>, text: &Text) -> Option<String> {
    let blocks: Option<Vec<String>> = proses(&text.blocks)
        .into_iter()
        .map(|prose| {
            let passage = edition.passage(text, prose);
            let current = matches!(passage.state, State::Source | State::Translated);
            current.then(|| text_of(passage.inlines))
        })
        .collect();
    blocks.map(|blocks| blocks.join("\n"))
}

fn unit(editions: &[&Edition<'_>], unit: &Unit) -> Value {
    in_languages(editions, |edition| text_in(edition, unit))
}

/// A text under the tag of each language that has it.
fn in_languages(editions: &[&Edition<'_>], text: impl Fn(&Edition<'_>) -> Option<String>) -> Value {
    let texts = editions.iter().filter_map(|edition| Some((edition.tag(), text(edition)?.into())));
    Value::Object(texts.collect())
}

/// The way to a page in the plan's own language.
fn link(source: &Edition<'_>, page: Page<'_>) -> String {
    to(source, &page.address(source.language))
}

/// The way to a file of the site: from its root on the web, where that is known, or from this file.
fn to(source: &Edition<'_>, file: &Address) -> String {
    match &source.plan.base_url {
        Some(base) => format!("{base}{file}"),
        None => file.relative_to(&super::linked_data_file()),
    }
}
