//! What can be found: the data that the build hands to the browser.

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::Project;
use support::program::{files, repository};

/// The address of a language's search script, and what it holds.
fn index(project: &Project, language: &str) -> (String, Value) {
    let built = files(&project.out());
    let is_script = |path: &&String| path.starts_with(&format!("assets/search-{language}-"));
    let path = built.keys().find(is_script).expect("a search script");
    let script = String::from_utf8(built[path].clone()).unwrap();
    let json = script.strip_prefix("keikakuSearchIndex(").and_then(|rest| rest.strip_suffix(");\n"));
    (path.clone(), serde_json::from_str(json.unwrap()).unwrap())
}

fn entries(project: &Project, language: &str) -> Vec<Value> {
    index(project, language).1["entries"].as_array().unwrap().clone()
}

fn at<'a>(entries: &'a [Value], href: &str) -> &'a Value {
    entries.iter().find(|entry| entry["href"] == href).unwrap_or_else(|| panic!("no entry {href}"))
}

#[test]
fn chapters_sections_headings_indicators_and_terms_can_be_found() {
    let project = Project::real();
    project.build();
    let entries = entries(&project, "ja");
    let count = |kind: &str| entries.iter().filter(|entry| entry["kind"] == kind).count();
    assert_eq!((count("chapter"), count("section"), count("indicator"), count("term")), (1, 24, 24, 4));

    let section = "3-administration/1-efficient-administration.html";
    let initiatives = at(&entries, &format!("{section}#initiatives"));
    assert_eq!(initiatives["title"], "主な取り組み内容");
    assert_eq!(initiatives["context"], "効率的・効果的な行財政運営");
    assert!(initiatives["text"].as_array().unwrap().contains(&"PPP（公民連携）手法の活用".into()));

    let indicator = at(&entries, &format!("{section}#online-application-rate"));
    assert_eq!(indicator["title"], "行政手続きの電子申請率");
    let finding = indicator["text"][0].as_str().unwrap();
    assert!(finding.contains("14.3%") && finding.contains("35.0%"), "{finding}");

    let term = at(&entries, "glossary.html#note-9");
    assert_eq!((&term["title"], &term["reading"]), (&"生成AI".into(), &"せいせいえーあい".into()));
}

#[test]
fn pillars_goals_and_the_other_pages_can_be_found() {
    let project = Project::real();
    project.build();
    let entries = entries(&project, "ja");
    let pages: Vec<&str> = (entries.iter().filter(|entry| entry["kind"] == "page"))
        .map(|entry| entry["href"].as_str().unwrap())
        .collect();
    let pillars = ["machi", "hito", "shigoto", "inochi", "mono"].map(|id| format!("pillar/{id}.html"));
    let others =
        ["data", "about", "translations", "accessibility", "plan", "downloads", "indicators", "glossary"];
    let others = others.map(|page| format!("{page}.html"));
    let goals = ["sdg/10.html", "sdg/17.html"].map(str::to_owned);
    for page in [&pillars[..], &goals, &others].concat() {
        assert!(pages.contains(&page.as_str()), "{page}");
    }
    assert_eq!(pages.len(), 15);
    let goal = at(&entries, "sdg/10.html");
    assert_eq!((&goal["title"], &goal["context"]), (&"人や国の不平等をなくそう".into(), &"SDGs 10".into()));
    let pillar = at(&entries, "pillar/machi.html");
    assert_eq!((&pillar["title"], &pillar["context"]), (&"まち".into(), &"総合戦略".into()));
}

#[test]
fn a_note_mark_does_not_part_a_word_from_what_follows() {
    let project = Project::real();
    project.build();
    for language in ["ja", "pt", "en"] {
        let (path, index) = index(&project, language);
        assert!(!index.to_string().contains('※'), "{path}");
    }
    let entries = entries(&project, "ja");
    let policy = at(&entries, "3-administration/1-efficient-administration.html#policy");
    assert!(policy["text"].to_string().contains("生成AIなど"));
}

#[test]
fn the_entries_of_all_languages_are_the_same_in_the_same_order() {
    for root in [repository().to_owned(), repository().join("tests/site")] {
        let project = Project::of(Path::new(&root));
        project.build();
        let places = |language: &str| {
            let places = entries(&project, language).into_iter();
            places.map(|entry| (entry["kind"].clone(), entry["href"].clone())).collect::<Vec<_>>()
        };
        assert!(!places("ja").is_empty());
        assert_eq!(places("pt"), places("ja"));
    }
}

#[test]
fn what_is_not_translated_is_found_in_japanese_and_says_so() {
    let project = Project::of(&repository().join("tests/site"));
    let translation = project.root().join("locales/plan/pt/1-living/2-forest.yml");
    let text = fs::read_to_string(&translation).unwrap();
    let (before, rest) = text.split_once("policy.1:").unwrap();
    let (_, after) = rest.split_once("policy.2:").unwrap();
    fs::write(&translation, format!("{before}policy.2:{after}")).unwrap();
    project.build();
    let policy = at(&entries(&project, "pt"), "1-living/2-forest.html#policy").clone();
    let translated = "As fontes da água serão protegidas.";
    assert_eq!(policy["text"], serde_json::json!([["散策路を整備します。", "ja"], translated]));
    let policy = at(&entries(&project, "ja"), "1-living/2-forest.html#policy").clone();
    assert_eq!(policy["text"], serde_json::json!(["散策路を整備します。", "水道の水源を守ります。"]));
}

#[test]
fn actual_figures_can_be_found() {
    let project = Project::of(&repository().join("tests/site"));
    project.build();
    let renewed = at(&entries(&project, "ja"), "1-living/1-water.html#pipes-renewed").clone();
    assert!(renewed["text"].as_array().unwrap().contains(&"2025年度：14件".into()), "{renewed}");
}

#[test]
fn the_search_page_names_the_script_of_its_language_and_that_of_the_plan_s_own() {
    let project = Project::real();
    project.build();
    for language in ["ja", "pt", "en"] {
        let page = project.page(&format!("{language}/search.html"));
        let named = |attribute: &str, path: &str| page.contains(&format!("{attribute}=\"../{path}\""));
        assert!(named("data-index", &index(&project, language).0), "{language}");
        assert_eq!(named("data-source-index", &index(&project, "ja").0), language != "ja", "{language}");
    }
}
