//! What leads a reader through a page: its contents, its indicators at a glance, its notes, and the
//! scripts that help.

mod support;

use std::fs;

use support::Project;
use support::program::repository;

const SECTIONS: [&str; 4] = [
    "3-administration/1-efficient-administration",
    "3-administration/2-collaborative-community",
    "3-administration/5-information-sharing",
    "3-administration/6-regional-revitalization",
];

fn edit(project: &Project, path: &str, change: impl FnOnce(String) -> String) {
    let path = project.root().join(path);
    let before = fs::read_to_string(&path).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "{}", path.display());
    fs::write(path, after).unwrap();
}

/// The page of a section.
fn section(project: &Project, language: &str, number: usize) -> String {
    project.page(&format!("{language}/{}.html", SECTIONS[number]))
}

#[test]
fn a_page_loads_the_script_of_every_page_and_that_of_its_kind() {
    let project = Project::real();
    let theme = project.root().join("themes/town/static/js");
    fs::create_dir_all(theme.join("page")).unwrap();
    fs::write(theme.join("town.js"), "// every page\n").unwrap();
    fs::write(theme.join("page/about.js"), "// about alone\n").unwrap();
    edit(&project, "content/plan.yml", |text| text.replace("theme: default", "theme: town"));
    project.build();
    let scripts = |page: &str| -> Vec<String> {
        let page = project.page(page);
        let sources = page.split("<script src=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
        sources
            .map(|source| project.page(&format!("assets/{}", source.rsplit('/').next().unwrap())))
            .collect()
    };
    for (page, own) in [
        ("index", None),
        ("glossary", None),
        ("about", Some("// about alone")),
        ("search", Some("keikakuSearchIndex")),
        ("indicators", Some("form.filter")),
    ] {
        let loaded = scripts(&format!("pt/{page}.html"));
        assert!(loaded[0].contains("// every page") && loaded[0].contains("a[rel=\"search\"]"), "{page}");
        for script in ["// about alone", "keikakuSearchIndex", "form.filter"] {
            assert!(!loaded[0].contains(script), "{page}: {script}");
        }
        assert_eq!(loaded.len(), 1 + usize::from(own.is_some()), "{page}");
        assert!(own.is_none_or(|own| loaded[1].contains(own)), "{page}");
    }
}

#[test]
fn a_page_brings_the_entries_of_the_marks_it_shows_and_no_other() {
    let project = Project::real();
    project.build();
    for language in ["ja", "pt", "en"] {
        let with = section(&project, language, 0);
        let glossary = project.page(&format!("{language}/glossary.html"));
        for note in 8..=11 {
            assert!(with.contains(&format!("id=\"note_{note}\"")), "{language} {note}");
            let entry = glossary.split(&format!("id=\"note-{note}\"")).nth(1).unwrap();
            let prose = entry.split("<div class=\"prose\">").nth(1).unwrap();
            let definition = prose.split("</div>").next().unwrap().trim();
            assert!(with.contains(definition), "{language} {note}: {definition}");
        }
        assert_eq!(with.matches(" popover ").count(), 4, "{language}");
        let whole = project.page(&format!("{language}/plan.html"));
        for page in [section(&project, language, 1), glossary, whole] {
            assert!(!page.contains(" popover "), "{language}");
        }
    }
}

#[test]
fn a_note_in_a_definition_brings_its_own_entry_and_no_heading_of_it_takes_an_id_twice() {
    let project = Project::real();
    let noted = |text: String| text.replacen("住民と行政による", "住民と行政による【※8】", 1);
    edit(&project, &format!("content/{}.md", SECTIONS[1]), noted);
    let definition = "## 詳細 {#situation}\n\n生成AI【※9】も使う、住民異動手続";
    let defined = |text: String| text.replacen("住民異動手続", definition, 1);
    edit(&project, "content/glossary/08-kakanai-madoguchi.md", defined);
    project.build();
    let page = section(&project, "ja", 1);
    for (id, times) in [("note_8", 1), ("note_9", 1), ("note_10", 0), ("situation", 1)] {
        assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), times, "{id}");
    }
    assert!(page.contains("<h2>詳細</h2>"));
}

#[test]
fn a_section_shows_its_indicators_at_a_glance_with_their_figures_as_printed() {
    let project = Project::of(&repository().join("tests/example"));
    project.build();
    let page = project.page("ja/1-living/1-getting-around.html");
    let glance = glance_of(&page).unwrap();
    let line = |id: &str| glance.split("<li>").find(|line| line.contains(&format!("\"#{id}\""))).unwrap();
    for (id, expected) in [
        ("on-track", ["KGI", ">4.8万人<", ">6.0万人<", "2027年度：", ">5.58万人<", ">順調<"]),
        (
            "moderate",
            ["KGI", ">１，０００件<", ">１１，０００件<", "2027年度：", ">６，６９９件<", ">やや遅れ<"],
        ),
        ("moving-away", ["KPI", ">820人<", ">1,000人<", "2027年度：", ">793人<", ">後退<"]),
    ] {
        for piece in expected {
            assert!(line(id).contains(piece), "{id}: {piece} in {}", line(id));
        }
    }
    assert_eq!(glance.matches("<li>").count(), page.matches("<article class=\"indicator\"").count());
    // A year without a figure says nothing of how an indicator stands now.
    let page = project.page("en/1-living/2-health.html");
    assert!(page.contains("No figure") && !glance_of(&page).unwrap().contains("No figure"));
}

#[test]
fn a_section_without_indicators_has_nothing_at_a_glance_and_a_plan_without_actuals_no_status() {
    let project = Project::real();
    let without = |text: String| {
        let (before, rest) = text.split_once("kgi:").unwrap();
        format!("{before}---\n{}", rest.split_once("\n---\n").unwrap().1)
    };
    edit(&project, &format!("content/{}.md", SECTIONS[3]), without);
    project.build();
    assert_eq!(glance_of(&section(&project, "ja", 3)), None);
    let glance = section(&project, "ja", 2);
    let glance = glance_of(&glance).unwrap();
    assert!(glance.matches("<li>").count() == 4 && !glance.contains("glance-now"), "{glance}");
}

fn glance_of(page: &str) -> Option<&str> {
    page.split("<section class=\"glance\"").nth(1)?.split("</section>").next()
}

#[test]
fn the_contents_of_a_section_hold_headings_of_two_levels() {
    let project = Project::real();
    let parts = "## 施策の基本方針 {#policy}\n\n### 窓口 {#desk}\n\n本文\n\n### 財源 {#funds}\n\n本文\n";
    let parted = |text: String| text.replace("## 施策の基本方針 {#policy}\n", parts);
    edit(&project, &format!("content/{}.md", SECTIONS[0]), parted);
    project.build();
    let page = section(&project, "ja", 0);
    let contents = page.split("<nav class=\"contents\"").nth(1).unwrap().split("</nav>").next().unwrap();
    let contents: String = contents.lines().collect();
    let expected = "<li><a href=\"#policy\">施策の基本方針</a><ul><li><a href=\"#desk\">窓口</a></li>\
                    <li><a href=\"#funds\">財源</a></li></ul></li><li><a href=\"#initiatives\">";
    assert!(contents.contains(expected), "{contents}");
}
