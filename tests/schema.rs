//! `keikaku schema`: what an editor learns of the files is what the program takes.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jsonschema::Validator;
use keikaku::diagnostic::has_error;
use keikaku::pipeline;
use program::{command, files, repository};
use serde_json::Value;
use tempfile::TempDir;

const KINDS: [&str; 4] = ["plan", "chapter", "section", "term"];

/// The types that the files are read into, by the kind of file and the way to their keys in its schema.
const TYPES: [(&str, &str, &str); 6] = [
    ("PlanFields", "plan", ""),
    ("ChapterFields", "chapter", ""),
    ("SectionFields", "section", ""),
    ("IndicatorFields", "section", "/properties/kpi/anyOf/0/items"),
    ("BenchmarkFields", "section", "/properties/kgi/anyOf/0/items/properties/benchmark/anyOf/0"),
    ("TermFields", "term", ""),
];

fn schema_in(language: &str, kind: &str) -> Value {
    let output = command().env("LANG", language).args(["schema", kind]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn schema(kind: &str) -> Value {
    schema_in("en_US.UTF-8", kind)
}

fn validator(kind: &str) -> Validator {
    jsonschema::draft202012::new(&schema(kind)).unwrap()
}

/// Which schema is about the file at `path` in `content/`.
fn kind_of(path: &str) -> Option<&'static str> {
    match path.rsplit_once('/') {
        None => (path == "plan.yml").then_some("plan"),
        Some(("glossary", _)) => Some("term"),
        Some((_, "chapter.md")) => Some("chapter"),
        Some(_) => path.strip_suffix(".md").map(|_| "section"),
    }
}

/// The YAML of a file, as an editor hands it to a schema.
fn data(text: &str) -> Value {
    let front = text.strip_prefix("---\n").map(|rest| rest.split("\n---\n").next().unwrap());
    let yaml: serde_yaml::Value = serde_yaml::from_str(front.unwrap_or(text)).unwrap();
    serde_json::to_value(yaml).unwrap()
}

/// The names of the fields of the struct `name`, as they stand in the source.
fn fields(name: &str) -> BTreeSet<String> {
    let source = fs::read_to_string(repository().join("src/read/front_matter.rs")).unwrap();
    let body =
        source.split(&format!("pub struct {name} {{\n")).nth(1).unwrap().split("\n}\n").next().unwrap();
    let field = |line: &str| Some(line.trim().strip_prefix("pub ")?.split_once(':')?.0.to_owned());
    body.lines().filter_map(field).collect()
}

#[test]
fn a_schema_has_every_key_that_the_program_takes_and_no_other() {
    let mut count = 0;
    for (name, kind, way) in TYPES {
        let schema = schema(kind);
        let keys = schema.pointer(way).unwrap()["properties"].as_object().unwrap();
        assert_eq!(keys.keys().cloned().collect::<BTreeSet<_>>(), fields(name), "{name}");
        count += keys.len();
    }
    assert!(count > 40, "only {count} keys were found: this test has lost its eyes");
}

#[test]
fn every_key_is_explained_in_every_language() {
    fn explanations<'a>(schema: &'a Value, found: &mut Vec<&'a str>) {
        match schema {
            Value::Object(entries) => entries.iter().for_each(|(key, inner)| match inner {
                Value::String(text) if key == "description" || key == "title" => found.push(text),
                _ => explanations(inner, found),
            }),
            Value::Array(items) => items.iter().for_each(|item| explanations(item, found)),
            _ => {}
        }
    }
    for kind in KINDS {
        let all = ["ja_JP.UTF-8", "pt_BR.UTF-8", "en_US.UTF-8"].map(|language| schema_in(language, kind));
        let texts = all.each_ref().map(|schema| {
            let mut found = Vec::new();
            explanations(schema, &mut found);
            found
        });
        assert!(texts[0].len() > 2, "{kind}");
        for at in 0..texts[0].len() {
            let own: BTreeSet<&str> = texts.iter().map(|language| language[at]).collect();
            assert!(own.len() == 3 && own.iter().all(|text| !text.starts_with("schema.")), "{own:?}");
        }
    }
}

#[test]
fn every_plan_that_the_program_takes_fits_the_schemas() {
    let validators = KINDS.map(|kind| (kind, validator(kind)));
    let mut count = 0;
    for plan in ["content", "tests/example/content", "tests/site/content", "src/starter/plan/content"] {
        for (path, text) in files(&repository().join(plan)) {
            let Some(kind) = kind_of(&path) else { continue };
            let (_, validator) = validators.iter().find(|(own, _)| *own == kind).unwrap();
            let data = data(std::str::from_utf8(&text).unwrap());
            let wrong: Vec<String> = validator.iter_errors(&data).map(|error| error.to_string()).collect();
            assert!(wrong.is_empty(), "{plan}/{path}: {wrong:?}");
            count += 1;
        }
    }
    assert!(count > 25, "only {count} files were found");
}

/// A copy of `tests/site` in which, in `file`, `from` is `to`: what its schema and the program say.
fn judged(file: &str, from: &str, to: &str) -> (bool, bool) {
    let folder = TempDir::new().unwrap();
    for (path, bytes) in files(&repository().join("tests/site/content")) {
        let path = folder.path().join("content").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let path = folder.path().join("content").join(file);
    let before = fs::read_to_string(&path).unwrap();
    assert!(before.contains(from), "{file} holds no {from}");
    let text = before.replacen(from, to, 1);
    fs::write(&path, &text).unwrap();
    let fits = validator(kind_of(file).unwrap()).is_valid(&data(&text));
    (fits, is_taken(folder.path()))
}

fn is_taken(root: &Path) -> bool {
    pipeline::plan(root).map_or_else(|findings| !has_error(&findings), |_| true)
}

const PLAN: &str = "plan.yml";
const WATER: &str = "1-living/1-water.md";
const CHAPTER: &str = "1-living/chapter.md";
const TERM: &str = "glossary/01-ageing.md";

#[test]
fn a_single_mistake_is_refused_by_the_schema_as_by_the_program() {
    for (file, from, to) in [
        (PLAN, "title:", "titel:"),
        (PLAN, "languages: [ja, pt]", "languages: ja"),
        (PLAN, "languages: [ja, pt]", "languages: [ja, Portuguese]"),
        (PLAN, "languages: [ja, pt]", "languages: [ja, ja]"),
        (PLAN, "title:", "outdated: never\ntitle:"),
        (PLAN, "title:", "base_url: www.example.jp\ntitle:"),
        (PLAN, "title:", "base_url: https://www.example.jp/?a\ntitle:"),
        (PLAN, "baseline_year: 2024", "baseline_year: 令和6年度"),
        (PLAN, "baseline_year: 2024", "baseline_year: 24"),
        (PLAN, "baseline_year: 2024", ""),
        (PLAN, "title:", "contact: [a, b]\ntitle:"),
        (CHAPTER, "numeral: Ⅰ", "numeral: [3]"),
        (CHAPTER, "title:", "sdgs: [1]\ntitle:"),
        (WATER, "title:", "draft: いいえ\ntitle:"),
        (WATER, "sdgs: [6]", "sdgs: [18]"),
        (WATER, "sdgs: [6]", "sdgs: 6"),
        (WATER, "    target:", "    targt:"),
        (WATER, "    target:", "    goal: up\n    target:"),
        (WATER, "    target:", "    measure: sum\n    target:"),
        (WATER, "    target:", "    survey_size: many\n    target:"),
        (WATER, "    target:", "    goal: at-least\n    actuals: {R7: 12件}\n    target:"),
        (WATER, "    target:", "    benchmark: 平均\n    target:"),
        (WATER, "  - id: ", "  - id: A-"),
        (WATER, "    name: ", "    note: "),
        (WATER, "pillars: [まち]", "pillars: {machi: まち}"),
        (TERM, "number: 1", "number: 0"),
        (TERM, "number: 1", "number: 一"),
        (TERM, "reading:", "# reading:"),
    ] {
        assert_eq!(judged(file, from, to), (false, false), "{file}: {to}");
    }
}

#[test]
fn what_a_clerk_may_write_otherwise_is_no_mistake() {
    for (file, from, to) in [
        (PLAN, "baseline_year: 2024", "baseline_year: ２０２４"),
        (PLAN, "baseline_year: 2024", "baseline_year: '2024'"),
        (PLAN, "title:", "base_url: http://www.example.jp/plan\nlicence:\ntitle:"),
        (PLAN, "title:", "revision: 2025\ntitle:"),
        (CHAPTER, "numeral: Ⅰ", "numeral: 3"),
        (WATER, "sdgs: [6]", "sdgs:"),
        (WATER, "sdgs: [6]", "sdgs: ['６', 17]\ncontact:"),
        (PLAN, "title:", "publisher: 2025\ntitle:"),
        (WATER, "    target:", "    survey_size: 1,024\n    target:"),
        (WATER, "    target:", "    survey_size: unknown\n    actuals:\n    benchmark:\n    target:"),
        (WATER, "title:", "draft: true\nsource_pages: 12\ntitle:"),
    ] {
        assert_eq!(judged(file, from, to), (true, true), "{file}: {to}");
    }
}

#[test]
fn schemas_go_into_a_folder_or_to_the_screen() {
    let folder = TempDir::new().unwrap();
    let run = |arguments: &[&str]| command().current_dir(folder.path()).args(arguments).output().unwrap();
    assert!(run(&["schema", "--out", "schemas"]).status.success());
    let written = files(&folder.path().join("schemas"));
    let names: Vec<&String> = written.keys().collect();
    assert_eq!(names, ["chapter.schema.json", "plan.schema.json", "section.schema.json", "term.schema.json"]);
    assert_eq!(run(&["schema", "term"]).stdout, written["term.schema.json"]);
    assert!(run(&["schema", "term", "--out", "one"]).status.success());
    assert_eq!(files(&folder.path().join("one")).len(), 1);
    for arguments in [&["schema"][..], &["schema", "glossary"]] {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
}
