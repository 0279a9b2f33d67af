//! How far each translation is: the page that tells readers, and the file that tells programs. Each text
//! of the plan counts once in both.

mod support;

use std::fs;

use serde_json::{Value, json};
use support::Project;
use support::program::repository;

/// The invented plan whose Portuguese is in every state, and whose English is complete.
fn translated() -> Project {
    Project::of(&repository().join("tests/translated"))
}

fn edit(project: &Project, path: &str, from: &str, to: &str) {
    let path = project.root().join(path);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from} is not in {}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// The cells of the rows of the table of `tag` on a page, the first without its number.
fn rows(page: &str, tag: &str) -> Vec<Vec<String>> {
    let heading = format!("\" lang=\"{tag}\">");
    let section = page.split("<section class=\"data-part\"").find(|part| part.contains(&heading)).unwrap();
    let body = section.split_once("<tbody>").unwrap().1.split_once("</tbody>").unwrap().0;
    let cells = |row: &str| row.split("</th>").flat_map(|half| half.split("</td>")).map(words).collect();
    let rows = body.split("</tr>").map(cells);
    rows.map(|row: Vec<String>| row.into_iter().filter(|cell| !cell.is_empty()).collect())
        .filter(|row: &Vec<String>| !row.is_empty())
        .collect()
}

/// `html` without its elements.
fn words(html: &str) -> String {
    let pieces = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, words)| words));
    pieces.collect::<String>().trim().to_owned()
}

fn status(project: &Project) -> Value {
    serde_json::from_str(&project.page("data/status.json")).unwrap()
}

/// Translated, outdated, missing, percent, and whether it has been read.
fn counts(counts: &Value) -> (u64, u64, u64, u64, bool) {
    let number = |key: &str| counts[key].as_u64().unwrap();
    let reviewed = counts["reviewed"].as_bool().unwrap();
    (number("translated"), number("outdated"), number("missing"), number("percent"), reviewed)
}

#[test]
fn the_page_counts_the_texts_of_each_part_by_how_they_stand() {
    let project = translated();
    project.build();
    let portuguese = rows(&project.page("en/translations.html"), "pt-BR");
    assert_eq!(
        portuguese,
        [
            ["Facts of the plan (title, town, pillars and so on)", "100%", "3", "0", "0", "Checked"],
            ["I Living", "100%", "2", "0", "0", "Draft"],
            ["1 Water", "100%", "4", "0", "0", "Checked"],
            ["2 Forest", "75%", "1", "2", "1", "Draft"],
            ["3 Roads", "0%", "0", "0", "3", "No translation"],
            ["Glossary", "100%", "1", "1", "0", "Checked"],
            ["Total", "77%", "11", "3", "4", "Draft"],
        ]
    );
}

#[test]
fn a_language_of_which_every_text_is_translated_and_read_has_a_hundred_percent_in_every_row() {
    let project = translated();
    // The leftover of a section that the plan no longer has, which nobody needs to read.
    let leftover = "_version: 2\n_review: draft\ntitle:\n  ja: 橋\n  en: Bridges\n";
    fs::write(project.root().join("locales/plan/en/1-living/4-bridges.yml"), leftover).unwrap();
    project.build();
    let english = rows(&project.page("ja/translations.html"), "en");
    assert_eq!(english.len(), 7);
    for row in &english {
        assert_eq!((&row[1][..], &row[3][..], &row[4][..], &row[5][..]), ("100%", "0", "0", "確認済み"));
    }
    assert_eq!(counts(&status(&project)["languages"]["en"]["total"]), (18, 0, 0, 100, true));
}

#[test]
fn the_file_for_programs_says_the_same() {
    let project = translated();
    project.build();
    let status = status(&project);
    assert_eq!(status["source"], "ja");
    let languages: Vec<&String> = status["languages"].as_object().unwrap().keys().collect();
    assert_eq!(languages, ["pt", "en"]);
    let portuguese = &status["languages"]["pt"];
    assert_eq!(portuguese["tag"], "pt-BR");
    let living = &portuguese["chapters"]["1-living"];
    let sections: Vec<&String> = living["sections"].as_object().unwrap().keys().collect();
    assert_eq!(sections, ["1-water", "2-forest", "3-roads"]);
    for (part, expected) in [
        (&portuguese["facts"], (3, 0, 0, 100, true)),
        (&living["text"], (2, 0, 0, 100, false)),
        (&living["sections"]["1-water"], (4, 0, 0, 100, true)),
        (&living["sections"]["2-forest"], (1, 2, 1, 75, false)),
        (&living["sections"]["3-roads"], (0, 0, 3, 0, false)),
        (&portuguese["glossary"], (1, 1, 0, 100, true)),
        (&portuguese["total"], (11, 3, 4, 77, false)),
    ] {
        assert_eq!(counts(part), expected);
    }
    let before = project.page("data/status.json");
    project.build();
    assert_eq!(project.page("data/status.json"), before);
}

#[test]
fn the_parts_add_up_to_the_total_whatever_the_plan_holds() {
    let invented = ["tests/example", "tests/site"].map(|root| Project::of(&repository().join(root)));
    for project in invented.into_iter().chain([Project::real()]) {
        let plan = project.root().join("content/plan.yml");
        let text = fs::read_to_string(&plan).unwrap().replace("theme: default", "");
        fs::write(plan, text + "\ntheme: town\n").unwrap();
        let theme = project.root().join("themes/town");
        fs::create_dir_all(&theme).unwrap();
        fs::write(theme.join("theme.yml"), "footer:\n  - text: 町の公式サイト\n  - text: 役場\n").unwrap();
        project.build();
        let status = status(&project);
        for (language, of) in status["languages"].as_object().unwrap() {
            assert_eq!(counts(&of["footer"]), (0, 0, 2, 0, false), "{language}");
            let mut parts = vec![&of["facts"], &of["footer"], &of["glossary"]];
            for chapter in of["chapters"].as_object().unwrap().values() {
                parts.push(&chapter["text"]);
                parts.extend(chapter["sections"].as_object().unwrap().values());
            }
            for state in ["translated", "outdated", "missing"] {
                let sum: u64 = parts.iter().map(|part| part[state].as_u64().unwrap()).sum();
                assert_eq!(of["total"][state], json!(sum), "{language}: {state}");
            }
            assert!(of["total"]["translated"].as_u64() > Some(10), "{language}");
            let tag = of["tag"].as_str().unwrap();
            assert_eq!(rows(&project.page("ja/translations.html"), tag).len(), parts.len() + 1);
        }
    }
}

#[test]
fn a_translation_that_the_plan_does_not_show_once_outdated_counts_as_missing() {
    let project = translated();
    edit(&project, "content/plan.yml", "languages:", "outdated: source\nlanguages:");
    project.build();
    assert_eq!(counts(&status(&project)["languages"]["pt"]["total"]), (11, 0, 7, 61, false));
}

#[test]
fn a_part_leads_to_the_page_in_the_language_that_the_table_tells_of() {
    let project = translated();
    project.build();
    let page = project.page("ja/translations.html");
    let link = "<a href=\"../pt/1-living/2-forest.html\" hreflang=\"pt-BR\"><span class=\"number\">2</span> ";
    assert!(page.contains(link), "{page}");
    // Its name is in the reader's language, or marked where that has none.
    let page = project.page("pt/translations.html");
    assert!(page.contains("\"1-living/3-roads.html\" hreflang=\"pt-BR\">"));
    assert!(page.contains("<span lang=\"ja\">道路</span></a>"), "{page}");
}

#[test]
fn readers_meet_the_page_where_something_is_missing_and_on_the_page_about_the_site() {
    let project = translated();
    project.build_with(&["--base-url", "https://www.example.jp/"]);
    let main = |page: &str| project.page(page).split_once("<footer").unwrap().0.to_owned();
    for page in ["pt/1-living/2-forest.html", "pt/1-living/3-roads.html"] {
        assert!(main(page).contains("href=\"../translations.html\">Ver a situação"), "{page}");
    }
    for page in ["pt/accessibility.html", "en/1-living/2-forest.html", "ja/1-living/2-forest.html"] {
        assert!(!main(page).contains("translations.html"), "{page}");
    }
    for language in ["ja", "pt", "en"] {
        let about = main(&format!("{language}/about.html"));
        assert!(about.contains("<a href=\"translations.html\">"), "{language}");
        let data = main(&format!("{language}/data.html"));
        assert!(data.contains("<a href=\"../data/status.json\" download>status.json</a>"), "{language}");
        let listed = format!("<loc>https://www.example.jp/{language}/translations.html</loc>");
        assert!(project.page("sitemap.xml").contains(&listed), "{language}");
    }
    let set = project.page("data/plan.jsonld");
    assert!(!set.contains("status.json"), "it is no form of the plan's figures");
}

#[test]
fn a_plan_in_one_language_has_neither_the_page_nor_the_file() {
    let project = translated();
    edit(&project, "content/plan.yml", "languages: [ja, pt, en]", "languages: [ja]");
    project.build();
    assert!(project.out().join("ja/about.html").exists());
    assert!(!project.out().join("ja/translations.html").exists());
    assert!(!project.out().join("data/status.json").exists());
    for page in ["about", "data", "search"] {
        let page = project.page(&format!("ja/{page}.html"));
        assert!(!page.contains("translations.html") && !page.contains("status.json"));
    }
}
