//! The plan as data: the pages' facts for spreadsheets, statistics programs and search engines.
//!
//! One source gives everything: the columns of a [`Table`] are the header and the cells of its CSV,
//! its description in `datapackage` and `csvw`, and what the page of the data tells of it. A new
//! column is a new line in `indicators` or `observations`, and its words under `data.field`.
//!
//! The files stand beside the languages' folders: figures have no language, and their words are in all.

/// The keys of every value of an enum that has `ALL` and `key`.
macro_rules! keys {
    ($kind:ty) => {{
        const KEYS: [&str; <$kind>::ALL.len()] = {
            let mut keys = [""; <$kind>::ALL.len()];
            let mut at = 0;
            while at < keys.len() {
                keys[at] = <$kind>::ALL[at].key();
                at += 1;
            }
            keys
        };
        &KEYS
    }};
}

mod assessment;
mod csv;
mod csvw;
mod datapackage;
mod field;
mod figure;
mod indicators;
pub(in crate::render) mod jsonld;
mod observations;
mod status;
mod stratml;
mod table;

use std::collections::BTreeMap;

use rayon::prelude::*;

pub(in crate::render) use field::{Codes, Content, Field};
pub(in crate::render) use table::Table;

use super::json::pretty;
use super::press::{File, Press};
use crate::diagnostic::Diagnostics;
use crate::localise::{Edition, State};
use crate::plan::{Chapter, Indicator, Plan, Section, Unit};
use crate::value::Address;

/// Where the files about the whole plan stand, each under the key of its words.
const FILES: [(&str, &str); 8] = [
    (INDICATORS, "indicators.csv"),
    (OBSERVATIONS, "observations.csv"),
    ("datapackage", "datapackage.json"),
    ("indicators-metadata", "indicators.csv-metadata.json"),
    ("observations-metadata", "observations.csv-metadata.json"),
    (JSONLD, "plan.jsonld"),
    (STRATML, "plan.stratml.xml"),
    (STATUS, "status.json"),
];
const INDICATORS: &str = "indicators";
const OBSERVATIONS: &str = "observations";
const JSONLD: &str = "jsonld";
const STRATML: &str = "stratml";
const STATUS: &str = "status";

/// The data of a plan.
#[derive(Debug)]
pub(in crate::render) struct Data<'a> {
    /// The size of every file in bytes, by its address.
    pub(in crate::render) sizes: BTreeMap<Address, usize>,
    /// The tables of the whole plan: its indicators, then what is told of them by year. Their CSV stands in
    /// the files alone.
    pub(in crate::render) tables: [Table<'a>; 2],
}

/// Prints the data of the plan of `editions`, of which the first is the plan's own language. Each file leaves as
/// soon as it is made: together they are larger than the plan.
pub(in crate::render) fn print<'a>(
    editions: &'a [&'a Edition<'a>],
    press: &mut Press<'_>,
    findings: &mut Diagnostics,
) -> Option<Data<'a>> {
    let source = *editions.first()?;
    let plan = source.plan;
    let (printed, goals) = rayon::join(|| press.print(parts(plan), findings), || stratml::write(source));
    printed?;
    press.print(goals.map(|xml| (address(STRATML), xml)).into_iter().collect(), findings)?;
    let (indicators, observations) =
        rayon::join(|| indicators::table(editions), || observations::table(plan.indicators()));
    let mut tables = [indicators, observations];
    let figures = tables.iter_mut().map(|table| (address(table.name), std::mem::take(&mut table.csv)));
    press.print(figures.collect(), findings)?;
    let described = tables
        .iter()
        .map(|table| (address(&format!("{}-metadata", table.name)), csvw::describe(table, editions, source)));
    press.print(described.collect(), findings)?;
    let package = datapackage::describe(&tables, source, &press.sizes);
    press.print(vec![(address("datapackage"), package)], findings)?;
    let linked = jsonld::write(editions, source, &press.sizes);
    press.print(vec![(address(JSONLD), linked)], findings)?;
    // After the list of the data set's files, of which it is none: it tells of translations, not of figures.
    let status = status::write(editions, source).map(|json| (address(STATUS), json));
    press.print(status.into_iter().collect(), findings)?;
    Some(Data { sizes: press.sizes.clone(), tables })
}

/// The figures of each section, and of each indicator, in the form of the whole plan's.
fn parts(plan: &Plan) -> Vec<File> {
    let with_figures = plan.sections().filter(|(_, section)| !section.indicators.is_empty());
    let sections = with_figures
        .map(|(chapter, section)| (section_file(chapter, section), section.indicators.as_slice()));
    let indicators = plan.indicators().map(|one| (indicator_file(one), std::slice::from_ref(one)));
    let parts: Vec<_> = sections.chain(indicators).collect();
    parts.into_par_iter().map(|(file, of)| (file, observations::table(of).csv)).collect()
}

/// The files about the whole plan that are among `files`: the key of its words, and the address, of each.
pub(in crate::render) fn whole_plan<T>(
    files: &BTreeMap<Address, T>,
) -> impl Iterator<Item = (&'static str, Address)> {
    FILES.iter().map(|(key, _)| (*key, address(key))).filter(|(_, address)| files.contains_key(address))
}

/// Where the figures of a section stand.
pub(in crate::render) fn section_file(chapter: &Chapter, section: &Section) -> Address {
    // A folder of their own: a chapter may be called as the indicators' folder is.
    Address::new(format!("data/section/{}/{}.csv", chapter.name, section.name))
}

/// Where the figures of an indicator stand.
pub(in crate::render) fn indicator_file(indicator: &Indicator) -> Address {
    Address::new(format!("data/indicator/{}.csv", indicator.id))
}

/// Where the description for search engines stands.
pub(in crate::render) fn linked_data_file() -> Address {
    address(JSONLD)
}

/// Where it stands how far each translation is.
pub(in crate::render) fn status_file() -> Address {
    address(STATUS)
}

/// The address of the file under `key`.
fn address(key: &str) -> Address {
    Address::new(format!("data/{}", file_name(key)))
}

fn file_name(key: &str) -> &str {
    FILES.iter().find(|(known, _)| *known == key).map_or(key, |(_, name)| name)
}

/// `unit` in the language of `edition`; nothing where it has no translation, or one that fell behind:
/// no notice could stand beside it here.
fn text_in(edition: &Edition<'_>, unit: &Unit) -> Option<String> {
    let current = matches!(edition.state(unit), State::Source | State::Translated);
    (current && !unit.text.is_empty()).then(|| edition.phrase(unit).text)
}

/// What the data is called in the language of `edition`.
fn title(edition: &Edition<'_>) -> String {
    let plan = edition.phrase(&edition.plan.title).text;
    edition.word_with("data.title", &[("plan", &plan)])
}

/// Whether `text` is an address on the web.
pub(in crate::render) fn is_web_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
