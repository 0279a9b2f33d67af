//! What programs read of the pages: search engines, previews of links, crawlers. It says what the page
//! says, in each language, with and without an address on the web.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::Project;
use support::program::{files, repository};

const BASE: &str = "https://www.example.jp/town/plan/";

/// Every page in a language, with its address. The file of the whole plan says what the pages do.
fn pages(project: &Project) -> Vec<(String, String)> {
    let pages: Vec<_> = (files(&project.out()).into_iter())
        .filter(|(path, _)| path.contains('/') && !path.ends_with("/plan.html"))
        .filter(|(path, _)| path.rsplit_once('.').is_some_and(|(_, kind)| kind == "html"))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    assert!(pages.len() > 10);
    pages
}

/// Every text of `page` that stands between `before` and `after`.
fn between<'a>(page: &'a str, before: &str, after: &str) -> Vec<&'a str> {
    page.split(before).skip(1).map(|rest| rest.split_once(after).expect(after).0).collect()
}

fn unescaped(text: &str) -> String {
    let marks =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")];
    marks.iter().fold(text.to_owned(), |text, (escape, mark)| text.replace(escape, mark))
}

/// The values of a page's `meta` elements of one name or property.
fn meta(page: &str, named: &str) -> Vec<String> {
    between(page, &format!("{named}\" content=\""), "\"").into_iter().map(unescaped).collect()
}

fn json_ld(page: &str) -> Value {
    let found = between(page, "<script type=\"application/ld+json\">", "</script>");
    assert_eq!(found.len(), 1);
    serde_json::from_str(found[0]).unwrap()
}

/// Every address in `value`, by whatever name.
fn addresses(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            let named = fields.iter().filter(|(key, _)| ["@id", "url", "item"].contains(&key.as_str()));
            found.extend(named.map(|(_, address)| address.as_str().unwrap().to_owned()));
            fields.values().for_each(|value| addresses(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| addresses(value, found)),
        _ => {}
    }
}

#[test]
fn every_page_tells_programs_the_title_description_and_language_that_it_shows() {
    let project = Project::real();
    project.build();
    let locales = [("ja", "ja_JP"), ("pt-BR", "pt_BR"), ("en", "en_US")];
    for (path, page) in pages(&project) {
        let data = json_ld(&page);
        assert_eq!((&data["@context"], &data["@type"]), (&json!("https://schema.org"), &json!("WebPage")));
        let title = unescaped(between(&page, "<title>", "</title>")[0]);
        let [preview] = &meta(&page, "og:title")[..] else { panic!("{path}") };
        assert!(title == *preview || title.starts_with(&format!("{preview} | ")), "{path}: {preview}");
        assert!(preview.ends_with(data["name"].as_str().unwrap()), "{path}: {preview}");
        let description = &meta(&page, "\"description")[0];
        assert!(!description.is_empty() && meta(&page, "og:description")[0] == *description, "{path}");
        assert_eq!(data["description"], **description, "{path}");
        assert!(page.contains(&format!("<html lang=\"{}\">", data["inLanguage"].as_str().unwrap())));
        let site = &meta(&page, "og:site_name")[0];
        assert!(title.ends_with(site.as_str()), "{path}: {site}");
        let of = |own: bool| -> Vec<&str> {
            let these = locales.iter().filter(|(tag, _)| (data["inLanguage"] == *tag) == own);
            these.map(|(_, locale)| *locale).collect()
        };
        assert_eq!(meta(&page, "og:locale"), of(true), "{path}");
        assert_eq!(meta(&page, "og:locale:alternate"), of(false), "{path}");
    }
    assert_eq!(meta(&project.page("index.html"), "og:title").len(), 1);
}

#[test]
fn a_section_is_described_by_the_beginning_of_its_own_text() {
    let project = Project::real();
    project.build();
    for (language, limit) in [("ja", 120), ("pt", 160), ("en", 160)] {
        let page = project.page(&format!("{language}/3-administration/6-regional-revitalization.html"));
        let description = &meta(&page, "\"description")[0];
        let first = between(&page, "</h2>\n<p>", "</p>")[0];
        assert!(description.chars().count() <= limit, "{description}");
        assert!(description.chars().count() > limit / 3, "{description}");
        assert!(unescaped(first).starts_with(description.trim_end_matches('…')), "{description}");
    }
    let chapter = project.page("en/3-administration/index.html");
    assert!(meta(&chapter, "\"description")[0].contains(": Efficient and effective administrative"));
}

#[test]
fn a_section_without_a_current_translation_is_described_in_the_words_of_the_language() {
    let project = Project::of(&repository().join("tests/site"));
    let path = project.root().join("locales/plan/pt/1-living/1-water.yml");
    let text = fs::read_to_string(&path).unwrap();
    let current = "ja: 水道管の老朽化【※1】が進んでいます。";
    let translation = "pt: As tubulações estão em deterioração【※1】.";
    for (before, after) in [(current, "ja: 前の文。"), (translation, "pt: ''")] {
        assert!(text.contains(before));
        fs::write(&path, text.replace(before, after)).unwrap();
        project.build();
        let page = project.page("pt/1-living/1-water.html");
        assert!(!meta(&page, "\"description")[0].contains("deterioração"), "{after}");
        assert!(meta(&page, "\"description")[0].starts_with("“Água” no "), "{after}");
    }
    let page = project.page("ja/1-living/1-water.html");
    assert_eq!(meta(&page, "\"description"), ["水道管の老朽化が進んでいます。"]);
}

#[test]
fn without_an_address_on_the_web_no_address_is_told() {
    let project = Project::real();
    project.build();
    for (path, page) in pages(&project) {
        let mut found = Vec::new();
        addresses(&json_ld(&page), &mut found);
        assert!(found.is_empty(), "{path}: {found:?}");
        assert!(json_ld(&page).get("breadcrumb").is_none() && meta(&page, "og:url").is_empty(), "{path}");
    }
    assert_eq!(project.page("robots.txt"), "User-agent: *\nAllow: /\n");
}

#[test]
fn with_an_address_on_the_web_every_address_leads_to_a_page_and_a_place_on_it() {
    let project = Project::real();
    project.build_with(&["--base-url", BASE]);
    for (path, page) in pages(&project) {
        let data = json_ld(&page);
        assert_eq!(data["url"], format!("{BASE}{path}"), "{path}");
        assert_eq!(meta(&page, "og:url"), [format!("{BASE}{path}")], "{path}");
        let mut found = Vec::new();
        addresses(&data, &mut found);
        for address in found {
            let (file, place) = address.split_once('#').unwrap_or((&address, ""));
            let target = project.page(file.strip_prefix(BASE).unwrap());
            assert!(place.is_empty() || target.contains(&format!(" id=\"{place}\"")), "{path}: {address}");
        }
    }
    assert!(project.page("robots.txt").ends_with(&format!("\nSitemap: {BASE}sitemap.xml\n")));
    assert!(project.page("index.html").contains(&format!("<meta property=\"og:url\" content=\"{BASE}\">")));
}

#[test]
fn the_trail_to_a_page_is_the_one_that_it_shows() {
    let project = Project::real();
    project.build_with(&["--base-url", BASE]);
    let mut trails = 0;
    for (path, page) in pages(&project) {
        let shown = between(&page, "<nav class=\"breadcrumb\"", "</nav>");
        let shown = shown.first().map_or(Vec::new(), |trail| between(trail, "<li", "</li>"));
        let shown: Vec<String> = shown.iter().map(|item| words(item)).collect();
        let told = &json_ld(&page)["breadcrumb"]["itemListElement"];
        let told: Vec<&Value> = told.as_array().map_or(Vec::new(), |items| items.iter().collect());
        assert_eq!(
            told.iter().map(|item| item["name"].as_str().unwrap()).collect::<Vec<_>>(),
            shown,
            "{path}"
        );
        for (place, item) in told.iter().enumerate() {
            assert_eq!(item["position"], place + 1, "{path}");
        }
        assert!(told.last().is_none_or(|item| item["item"] == format!("{BASE}{path}")), "{path}");
        trails += usize::from(!told.is_empty());
    }
    assert!(trails > 50, "{trails}");
}

/// The words of the rest of an element: what stands outside its tags.
fn words(rest: &str) -> String {
    let text: String =
        rest.split('>').skip(1).map(|part| part.split('<').next().unwrap_or_default()).collect();
    unescaped(&text).trim().to_owned()
}

#[test]
fn a_section_is_part_of_its_chapter_and_about_what_the_plan_prints_for_it() {
    let project = Project::real();
    project.build();
    let section = |name: &str| json_ld(&project.page(&format!("ja/3-administration/{name}.html")));
    let names = |list: &Value| -> Vec<String> {
        let list = list.as_array().map_or(&[][..], Vec::as_slice);
        list.iter().map(|thing| thing["name"].as_str().unwrap().to_owned()).collect()
    };
    let revitalization = section("6-regional-revitalization");
    assert_eq!(revitalization["isPartOf"]["name"], "行財政と協働");
    assert_eq!(
        revitalization["isPartOf"]["isPartOf"],
        json!({ "@type": "WebSite", "name": "大泉町総合計画" })
    );
    let goals = ["人や国の不平等をなくそう", "パートナーシップで目標を達成しよう"];
    assert_eq!(names(&revitalization["about"]), [&["まち", "ひと", "しごと"], &goals[..]].concat());
    let efficiency = section("1-efficient-administration");
    assert!(efficiency.get("about").is_none(), "the plan prints no pillar and no goal for it");
    let codes: Vec<&Value> =
        efficiency["mentions"].as_array().unwrap().iter().map(|term| &term["termCode"]).collect();
    assert_eq!(codes, ["※8", "※9", "※10", "※11"]);
    assert_eq!(names(&json_ld(&project.page("ja/sdg/10.html"))["about"]), [goals[0]]);
}

#[test]
fn the_glossary_tells_each_term_and_its_definition_in_the_language_that_it_is_in() {
    let project = Project::of(&repository().join("tests/site"));
    let path = project.root().join("locales/plan/pt/glossary/02-upkeep.yml");
    fs::write(&path, "_version: 2\n_review: draft\n").unwrap();
    project.build();
    let entries = |language: &str| {
        let page = project.page(&format!("{language}/glossary.html"));
        let set = json_ld(&page)["mainEntity"].clone();
        (set["inLanguage"].clone(), set["hasDefinedTerm"].as_array().unwrap().clone(), page)
    };
    let (language, terms, page) = entries("ja");
    assert_eq!((language, terms.len()), ("ja".into(), page.matches("class=\"term\"").count()));
    for term in &terms {
        assert!(page.contains(term["name"].as_str().unwrap()), "{term}");
        assert!(page.contains(term["description"].as_str().unwrap()), "{term}");
    }
    let (language, in_portuguese, page) = entries("pt");
    assert_eq!(language, "pt-BR");
    assert!(page.contains(in_portuguese[0]["description"].as_str().unwrap()));
    for key in ["name", "description"] {
        assert_eq!(in_portuguese[1][key], json!({ "@value": terms[1][key], "@language": "ja" }), "{key}");
    }
}

#[test]
fn the_plan_tells_who_made_it_and_when_only_where_it_says_so() {
    let project = Project::of(&repository().join("tests/site"));
    project.build();
    let plan = || json_ld(&project.page("ja/index.html"))["mainEntity"].clone();
    let keys = ["@type", "name", "temporalCoverage", "spatialCoverage"];
    assert_eq!(plan().as_object().unwrap().keys().collect::<Vec<_>>(), keys);
    assert_eq!(plan()["temporalCoverage"], "2024-04-01/2030-03-31");
    let path = project.root().join("content/plan.yml");
    let text = fs::read_to_string(&path).unwrap();
    let facts = "publisher: 空見町役場\nlicence: https://creativecommons.org/licenses/by/4.0/\nrevision: ";
    for (revision, told) in [("\"2025-03-31\"", json!("2025-03-31")), ("令和7年3月", Value::Null)] {
        fs::write(&path, format!("{text}{facts}{revision}\n")).unwrap();
        project.build();
        assert_eq!(plan()["dateModified"], told);
    }
    assert_eq!(plan()["publisher"]["name"], "空見町役場");
    assert_eq!(plan()["license"], "https://creativecommons.org/licenses/by/4.0/");
}

#[test]
fn no_text_of_the_plan_ends_the_data_or_an_attribute() {
    let project = Project::of(&repository().join("tests/site"));
    project.build();
    let scripts = project.page("ja/1-living/1-water.html").matches("<script").count();
    let title = "</script><script>alert(\"1\")</script><!-- & 'q'\u{2028}x";
    for (file, before) in
        [("1-living/1-water.md", "title: 水道"), ("plan.yml", "title: 空見町まちづくり計画")]
    {
        let path = project.root().join("content").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(before), "{file}");
        fs::write(path, text.replace(before, &format!("title: {}", json!(title)))).unwrap();
    }
    project.build();
    let page = project.page("ja/1-living/1-water.html");
    assert_eq!(page.matches("<script").count(), scripts);
    let data = json_ld(&page);
    assert_eq!((&data["name"], &data["isPartOf"]["isPartOf"]["name"]), (&json!(title), &json!(title)));
    assert_eq!(meta(&page, "og:title"), [title]);
    assert_eq!(meta(&page, "og:site_name"), [title]);
    assert_eq!(unescaped(between(&page, "<title>", "</title>")[0]), format!("{title} | {title}"));
}

#[test]
fn the_pages_ask_nobody_else_for_anything_and_remember_nothing_about_the_reader() {
    let project = Project::real();
    project.build_with(&["--base-url", BASE]);
    for (path, bytes) in files(&project.out()) {
        let text = String::from_utf8_lossy(&bytes);
        let kind = path.rsplit_once('.').unwrap().1;
        if kind == "html" && path != "404.html" {
            // A link may lead elsewhere; what a page is made of may not come from there.
            for element in ["script", "img", "iframe", "source", "embed", "object", "video", "audio"] {
                for rest in between(&text, &format!("<{element} "), ">") {
                    assert!(!rest.contains("//"), "{path}: {element} {rest}");
                }
            }
            for link in between(&text, "<link ", ">") {
                let loaded =
                    ["stylesheet", "preload", "preconnect", "dns-prefetch", "modulepreload", "manifest"];
                let is_loaded = loaded.iter().any(|rel| link.contains(&format!("rel=\"{rel}\"")));
                assert!(!(is_loaded && link.contains("//")), "{path}: {link}");
            }
            assert!(!text.contains("http-equiv=\"refresh\""), "{path}");
        }
        let forbidden: &[&str] = match kind {
            "js" if path.contains("/script-") => &[
                "document.cookie",
                "serviceWorker",
                "fetch(",
                "XMLHttpRequest",
                "sendBeacon",
                "://",
                "import(",
            ],
            "css" => &["@import", "//", "image-set("],
            _ => &[],
        };
        for word in forbidden {
            assert!(!text.contains(word), "{path}: {word}");
        }
    }
}
