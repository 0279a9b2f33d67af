//! The descriptions of the data: Data Package, CSV on the Web, JSON-LD and `StratML`. Validators of
//! others hold the files to these standards too (`tests/validators`); here stands what they do not ask.

mod support;

use std::collections::BTreeSet;
use std::fs;

use quick_xml::events::Event;
use quick_xml::reader::Reader;
use serde_json::Value;
use support::Project;
use support::program::files;

const LANGUAGES: [&str; 3] = ["ja", "pt-BR", "en"];

fn json(project: &Project, path: &str) -> Value {
    serde_json::from_str(&project.page(&format!("data/{path}"))).unwrap()
}

fn header(project: &Project, table: &str) -> Vec<String> {
    let text = project.page(&format!("data/{table}.csv"));
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap();
    first.split(',').map(str::to_owned).collect()
}

fn names(fields: &Value) -> Vec<&str> {
    fields.as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect()
}

/// Adds `line` to plan.yml.
fn state(project: &Project, line: &str) {
    let path = project.root().join("content/plan.yml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("{text}\n{line}\n")).unwrap();
}

/// Whether `text` says something, rather than the key of words that nobody wrote.
fn says(text: &Value) -> bool {
    text.as_str().is_some_and(|text| !text.is_empty() && !text.contains("data.") && !text.contains("%{"))
}

#[test]
fn both_descriptions_name_every_column_in_words_of_every_language() {
    let project = Project::real();
    project.build();
    let package = json(&project, "datapackage.json");
    for (position, table) in ["indicators", "observations"].iter().enumerate() {
        let header = header(&project, table);
        let fields = &package["resources"][position]["schema"]["fields"];
        assert_eq!(names(fields), header);
        assert!(fields.as_array().unwrap().iter().all(|field| says(&field["description"])), "{fields:#}");

        let metadata = json(&project, &format!("{table}.csv-metadata.json"));
        let columns = &metadata["tableSchema"]["columns"];
        assert_eq!(names(columns), header);
        for column in columns.as_array().unwrap() {
            assert!(LANGUAGES.iter().all(|language| says(&column["titles"][language])), "{column:#}");
            assert_ne!(column["titles"]["ja"], column["titles"]["en"]);
        }
    }
    assert_eq!(package["resources"][0]["schema"]["missingValues"], serde_json::json!([""]));
}

#[test]
fn what_the_plan_does_not_say_of_itself_is_in_no_description() {
    let project = Project::real();
    project.build();
    let package = json(&project, "datapackage.json");
    let set = &json(&project, "plan.jsonld")["@graph"][0];
    for key in ["licenses", "contributors", "homepage", "version"] {
        assert!(package.get(key).is_none(), "{key}");
    }
    assert!(set.get("license").is_none() && set.get("publisher").is_none());
    assert!(project.page("en/data.html").contains("The plan states no terms of use."));
}

#[test]
fn a_licence_is_told_in_the_form_that_each_standard_has_for_it() {
    for (written, package, linked) in [
        ("CC-BY-4.0", Some(("name", "CC-BY-4.0")), None),
        (
            "https://example.jp/terms",
            Some(("path", "https://example.jp/terms")),
            Some("https://example.jp/terms"),
        ),
        ("出典を示せば自由に使えます。", None, None),
    ] {
        let project = Project::real();
        state(&project, &format!("licence: {written}\npublisher: 大泉町役場"));
        project.build();
        let licences = json(&project, "datapackage.json").get("licenses").cloned();
        let expected = package.map(|(key, value)| serde_json::json!([{ key: value }]));
        assert_eq!(licences, expected, "{written}");
        let licence = json(&project, "plan.jsonld")["@graph"][0]["license"].clone();
        match linked {
            Some(address) => assert_eq!(licence["@id"], address),
            None => assert_eq!(licence["name"]["ja"], written),
        }
        assert!(project.page("ja/data.html").contains(written));
        assert!(!project.page("en/data.html").contains("The plan states no terms of use."));
    }
}

#[test]
fn the_linked_data_asks_nobody_and_holds_the_glossary_in_every_language() {
    let project = Project::real();
    project.build();
    let document = json(&project, "plan.jsonld");
    assert!(document["@context"].is_object(), "a context that is an address would be fetched");
    let graph = document["@graph"].as_array().unwrap();
    let glossary = graph.iter().find(|node| node["@id"] == "#glossary").unwrap();
    let terms = glossary["hasDefinedTerm"].as_array().unwrap();
    let codes: Vec<&str> = terms.iter().map(|term| term["termCode"].as_str().unwrap()).collect();
    assert_eq!(codes, ["※8", "※9", "※10", "※11"]);
    for term in terms {
        assert!(
            LANGUAGES.iter().all(|tag| says(&term["name"][tag]) && says(&term["description"][tag])),
            "{term:#}"
        );
    }
    let measured = graph[0]["variableMeasured"].as_array().unwrap();
    assert_eq!(measured.len(), 24);
    assert!(measured.iter().all(|one| LANGUAGES.iter().all(|tag| says(&one["name"][tag]))));
    assert_eq!(graph[0]["temporalCoverage"], "2024-04-01/2030-03-31");
}

#[test]
fn with_an_address_on_the_web_the_data_names_its_files_there() {
    let project = Project::real();
    project.build_with(&["--base-url", "https://www.example.jp/plan/"]);
    let set = &json(&project, "plan.jsonld")["@graph"][0];
    assert_eq!(set["distribution"][0]["contentUrl"], "https://www.example.jp/plan/data/indicators.csv");
    assert_eq!(json(&project, "datapackage.json")["homepage"], "https://www.example.jp/plan/");
    let source = "<Source>https://www.example.jp/plan/</Source>";
    assert!(project.page("data/plan.stratml.xml").contains(source));
    let page = "https://www.example.jp/plan/ja/3-administration/6-regional-revitalization.html#population";
    assert!(project.page("data/indicators.csv").contains(page));
}

/// An element: the path of names to it, and the text in it.
type Element = (String, String);

fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut path: Vec<(String, usize)> = Vec::new();
    let mut elements: Vec<Element> = Vec::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                path.push((start.name().as_ref().to_owned(), elements.len()));
                let names: Vec<&str> = path.iter().map(|(name, _)| name.as_str()).collect();
                elements.push((names.join("/"), String::new()));
            }
            Event::Text(text) => {
                if let Some((_, element)) = path.last() {
                    elements[*element].1.push_str(&text);
                }
            }
            Event::End(_) => drop(path.pop()),
            Event::Eof => return elements,
            _ => {}
        }
    }
}

#[test]
fn the_performance_plan_holds_the_chapter_its_sections_and_every_indicator() {
    let project = Project::real();
    project.build();
    let xml = project.page("data/plan.stratml.xml");
    let elements = elements(&xml);
    let named = |name: &str| {
        elements.iter().filter(|(path, _)| path.ends_with(&format!("/{name}"))).collect::<Vec<_>>()
    };
    let counts = ["Goal", "Objective", "PerformanceIndicator", "TargetResult", "ActualResult"]
        .map(|name| named(name).len());
    assert_eq!(counts, [1, 6, 24, 24, 21], "three baselines are not printed");
    assert_eq!(xml.matches("ValueChainStage=\"Outcome\"").count(), 6);
    assert_eq!(xml.matches("ValueChainStage=\"Output\"").count(), 18);

    let identifiers: BTreeSet<&str> = named("Identifier").iter().map(|(_, id)| id.as_str()).collect();
    assert_eq!(identifiers.len(), 1 + 6 + 24, "no identifier stands twice");
    assert!(identifiers.iter().all(|id| id.starts_with('_') && !id.contains([' ', ':', '/'])));

    let numbers = named("NumberOfUnits");
    let bare = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    assert!(numbers.iter().all(|(_, number)| bare(number)), "{numbers:?}");
    assert_eq!(numbers.iter().filter(|(_, number)| number.is_empty()).count(), 1, "the target in words");
    assert!(xml.contains("<DescriptorValue>類似団体平均以下</DescriptorValue>"));
    assert!(
        xml.contains("<StartDate>2024-04-01</StartDate>") && xml.contains("<EndDate>2025-03-31</EndDate>")
    );
}

#[test]
fn the_page_of_the_data_links_every_file_and_explains_every_column() {
    let project = Project::real();
    project.build();
    let data = files(&project.out().join("data"));
    for language in ["ja", "pt", "en"] {
        let page = project.page(&format!("{language}/data.html"));
        for path in data.keys().filter(|path| !path.starts_with("indicator/")) {
            assert!(page.contains(&format!("href=\"../data/{path}\"")), "{language}: {path}");
        }
        for column in ["indicators", "observations"].iter().flat_map(|table| header(&project, table)) {
            assert!(page.contains(&format!("<code>{column}</code>")), "{language}: {column}");
        }
        assert!(!page.contains("data.field") && !page.contains("%{"), "{language}: a word is missing");
        let description =
            "<link rel=\"describedby\" type=\"application/ld+json\" href=\"../data/plan.jsonld\">";
        assert!(page.contains(description), "{language}");
        let indicators = project.page(&format!("{language}/indicators.html"));
        for path in data.keys().filter(|path| path.starts_with("indicator/")) {
            assert!(indicators.contains(&format!("href=\"../data/{path}\" download>")), "{language}: {path}");
        }
    }
}
