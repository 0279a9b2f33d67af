//! The charts of whole sites: the plan's own have the forms that its figures allow, each is small, and
//! each opens alone from its file in the looks of the theme.

mod support;

use support::Project;
use support::program::{files, repository};

/// The forms of the plan's 24 charts, and how many there are of each.
const FORMS: [(&str, usize); 5] =
    [("bars", 4), ("dumbbell", 12), ("target-only", 3), ("threshold", 4), ("words", 1)];

/// Every chart on a page that shows all of them.
fn all_charts(project: &Project, language: &str) -> Vec<String> {
    let page = project.page(&format!("{language}/indicators.html"));
    let charts = page
        .split("<svg class=\"chart\" ")
        .skip(1)
        .map(|chart| chart.split_once("</svg>").unwrap().0.to_owned());
    charts.collect()
}

fn attribute<'a>(markup: &'a str, name: &str) -> &'a str {
    let (_, value) = markup.split_once(&format!("{name}=\"")).unwrap();
    value.split_once('"').unwrap().0
}

#[test]
fn the_plan_s_own_charts_have_the_forms_that_its_figures_allow() {
    let project = Project::real();
    project.build();
    for language in ["ja", "pt", "en"] {
        let charts = all_charts(&project, language);
        assert_eq!(charts.len(), 24, "{language}");
        for (form, count) in FORMS {
            let drawn = charts.iter().filter(|chart| attribute(chart, "data-form") == form).count();
            assert_eq!(drawn, count, "{language}: {form}");
        }
        for chart in &charts {
            let lacks = |marks: &[&str]| marks.iter().all(|mark| !chart.contains(mark));
            let told = match attribute(chart, "data-form") {
                "bars" => lacks(&["chart-path", "chart-arrow", "chart-line", "chart-actual"]),
                "target-only" => {
                    chart.contains("chart-slot") && lacks(&["chart-baseline", "chart-arrow", "chart-path"])
                }
                "threshold" => lacks(&["chart-arrow", "chart-path"]),
                "words" => chart.contains("chart-chip") && lacks(&["chart-arrow", "chart-path"]),
                _ => lacks(&["chart-path", "chart-slot"]),
            };
            assert!(told, "{language}: {chart}");
        }
    }
}

#[test]
fn a_target_in_words_stands_in_its_chip_in_each_language() {
    let project = Project::real();
    project.build();
    for (language, words) in [
        ("ja", vec!["類似団体平均以下"]),
        ("pt", vec!["Igual ou inferior à média", "dos municípios similares"]),
        ("en", vec!["At or below the average", "of similar municipalities"]),
    ] {
        let charts = all_charts(&project, language);
        let chart = charts.iter().find(|chart| chart.contains("chart-ordinary-balance-ratio-title")).unwrap();
        let (_, chip) = chart.split_once("<rect class=\"chart-chip\"").unwrap();
        for line in words {
            assert!(chip.contains(&format!("{line}</tspan>")), "{language}: {chart}");
        }
    }
}

#[test]
fn every_chart_is_at_most_8_kb_and_opens_alone_from_its_file() {
    let example = Project::of(&repository().join("tests/example"));
    for (project, charts) in [(Project::real(), 72), (example, 174)] {
        project.build();
        let built = files(&project.out());
        let pages = built.iter().filter(|(path, _)| !path.contains("/charts/"));
        for (path, page) in pages {
            let page = String::from_utf8_lossy(page);
            for chart in page.split("<svg class=\"chart\"").skip(1) {
                let length = chart.find("</svg>").unwrap() + "<svg class=\"chart\"</svg>".len();
                assert!(length <= 8192, "{path}: {length} bytes");
            }
            for (at, _) in page.match_indices(" type=\"image/svg+xml\"") {
                let href = page[..at].rsplit_once("href=\"").unwrap().1.trim_end_matches('"');
                let language = path.split('/').next().unwrap();
                let name = href.rsplit_once("charts/").unwrap().1;
                assert!(built.contains_key(&format!("{language}/charts/{name}")), "{path}: {href}");
            }
        }
        let alone: Vec<_> = built.iter().filter(|(path, _)| path.contains("/charts/")).collect();
        assert_eq!(alone.len(), charts);
        for (path, file) in alone {
            let text = std::str::from_utf8(file).unwrap();
            assert!(file.len() <= 8192, "{path}: {} bytes", file.len());
            assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""), "{path}");
            for colour in ["#c74700", "@media (prefers-color-scheme:dark)", "#ff8d44"] {
                assert!(text.contains(colour), "{path}: {colour}");
            }
            for foreign in ["var(", "href", "url(", "@import", "@layer", " lang="] {
                assert!(!text.contains(foreign), "{path}: {foreign}");
            }
        }
    }
}

#[test]
fn a_theme_that_changes_a_colour_changes_it_in_the_files_too() {
    let project = Project::of(&repository().join("tests/site"));
    let plan = project.root().join("content/plan.yml");
    let text = std::fs::read_to_string(&plan).unwrap();
    std::fs::write(&plan, format!("{text}theme: town\n")).unwrap();
    let css = project.root().join("themes/town/static/css");
    std::fs::create_dir_all(&css).unwrap();
    std::fs::write(css.join("a-town.css"), ":root { --chart-target: #197a4b; }").unwrap();
    project.build();
    let file = project.page("ja/charts/forest-walks.svg");
    assert!(file.contains(".chart-target{fill:#197a4b}") && !file.contains("#c74700"), "{file}");
}
