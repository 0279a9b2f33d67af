//! What `keikaku check` asks the town, and what the pages say of how indicators stand.

#[path = "support/elsewhere.rs"]
mod elsewhere;
mod support;

use support::Project;
use support::program::{command, repository};

/// The invented plan whose indicators go through every case.
fn example() -> Project {
    Project::of(&repository().join("tests/example"))
}

/// What `keikaku check` says of `project`: its findings and its sum.
fn check(project: &Project) -> (String, String) {
    let output = command().arg("check").arg("--root").arg(project.root()).output().unwrap();
    assert!(output.status.success());
    (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn the_real_plan_is_asked_how_its_four_cumulative_figures_are_counted() {
    let (told, sum) = check(&Project::real());
    for id in
        ["furusato-donation-amount", "furusato-donation-count", "social-media-followers", "press-releases"]
    {
        assert!(told.contains(&format!("the name of `{id}` calls it a cumulative total")), "{id}: {told}");
    }
    assert_eq!(told.matches("advice[K0319]").count(), 4);
    // Which way is good is asked once for each of the six sections, and nothing else is.
    assert_eq!(told.matches("advice[K0320]").count(), 6);
    assert_eq!(sum, "Check finished: 0 errors, 10 pieces of advice.\n");
}

#[test]
fn a_build_does_not_ask() {
    let output = Project::real().run(&[]);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_plan_with_a_mistake_fails_the_check() {
    let project = Project::real();
    std::fs::remove_file(project.root().join("content/3-administration/chapter.md")).unwrap();
    let output = command().arg("check").arg("--root").arg(project.root()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn without_actual_figures_the_pages_say_so_and_show_no_status() {
    let project = Project::real();
    project.build();
    for (language, sentence) in [
        ("ja", "このサイトには、まだ実績値がありません。"),
        ("pt", "Este site ainda não tem resultados."),
        ("en", "This site does not have any actual figures yet"),
    ] {
        for page in ["indicators", "3-administration/1-efficient-administration"] {
            let html = project.page(&format!("{language}/{page}.html"));
            assert!(html.contains(sentence), "{language}/{page}");
            assert!(!html.contains("class=\"status"), "{language}/{page}");
        }
    }
}

#[test]
fn a_status_stands_on_the_page_with_its_rule_and_what_the_rule_worked_with() {
    let project = example();
    project.build();
    let of = |language: &str, id: &str| {
        let page = project.page(&format!("{language}/indicators.html"));
        let start = page.find(&format!("<article class=\"indicator\" id=\"{id}\"")).unwrap();
        let end = page[start..].find("</article>").unwrap();
        page[start..start + end].to_owned()
    };
    let floor = of("en", "floor");
    assert!(
        floor.contains("status-kept\">Within the target <span class=\"status-year\">FY2027</span>"),
        "{floor}"
    );
    assert!(
        floor.contains("<a href=\"indicators.html#rule_limit\">Comparison with the limits of the target</a>"),
        "{floor}"
    );
    assert!(floor.contains("<dd>2 of 3 with an actual figure</dd>"), "{floor}");
    // 5699/6000 is 0.9498…: printed as the threshold it misses, it would contradict the status.
    let moderate = of("pt", "moderate");
    assert!(moderate.contains("status-moderate\">Um pouco atrasado"), "{moderate}");
    assert!(moderate.contains("<dd>0,94</dd>"), "{moderate}");
    let reason = of("ja", "measure-unsaid");
    assert!(reason.contains("累計の数え方が示されていない") && !reason.contains("<details>"), "{reason}");
    let page = project.page("ja/indicators.html");
    assert!(page.contains("id=\"rule_limit\""));
}

#[test]
fn the_remark_of_a_figure_is_translated_and_its_number_written_by_rule() {
    let project = example();
    project.build();
    for (language, figure) in [
        ("ja", "610人（期間平均）"),
        ("pt", "610 pessoas (média do período)"),
        ("en", "610 people (period average)"),
    ] {
        assert!(project.page(&format!("{language}/2-work/3-town-hall.html")).contains(figure), "{language}");
    }
}

/// The plan of the tests with `text` at the end of a section.
fn with(text: &str) -> Project {
    let project = Project::of(&repository().join("tests/site"));
    let path = project.root().join("content/1-living/2-forest.md");
    let section = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, section + text).unwrap();
    project
}

/// What `keikaku check` answers with `options`: its exit code and what it printed.
fn answer(project: &Project, options: &[&str]) -> (Option<i32>, String) {
    let output = command().arg("check").args(options).arg("--root").arg(project.root()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn advice_fails_the_check_only_where_it_is_strict() {
    let project = with("");
    assert_eq!(answer(&project, &[]).0, Some(0));
    assert_eq!(answer(&project, &["--strict"]).0, Some(1));
    let silent = Project::of(&repository().join("tests/site"));
    for section in ["1-water", "2-forest"] {
        let path = silent.root().join(format!("content/1-living/{section}.md"));
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.replace("name: 漏水率\n", "name: 漏水率\n    goal: at-most\n");
        let said =
            text.replace("name: 森林散策会の参加者\n", "name: 森林散策会の参加者\n    goal: at-least\n");
        std::fs::write(path, said).unwrap();
    }
    assert_eq!(
        answer(&silent, &["--strict"]),
        (Some(0), "Check finished: 0 errors, 0 pieces of advice.\n".into())
    );
    assert_eq!(answer(&project, &["--format", "xml"]).0, Some(2));
}

#[test]
fn where_errors_stand_in_several_files_each_file_is_counted() {
    let project = with("\n[章](none.md)\n\n![](none.png)\n");
    let path = project.root().join("content/glossary/01-ageing.md");
    std::fs::write(&path, std::fs::read_to_string(&path).unwrap().replace("number: 1", "nunber: 1")).unwrap();
    let (code, sum) = answer(&project, &[]);
    let files = "content/1-living/2-forest.md: 2 errors, 2 pieces of advice\n";
    assert!(sum.contains(files) && sum.contains("content/glossary/01-ageing.md: 1 error\n"), "{sum}");
    assert!(sum.contains("\nCheck finished: 3 errors, 3 pieces of advice.\nCheck again"), "{sum}");
    assert_eq!(code, Some(1));
}

#[test]
fn programs_get_one_document() {
    let (code, document) = answer(&with("\n[章](chaptr.md)\n"), &["--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    assert_eq!((code, &document["version"]), (Some(1), &1.into()));
    assert_eq!(document["counts"], serde_json::json!({"error": 1, "advice": 2}));
    let findings = document["findings"].as_array().unwrap();
    let link = findings.iter().find(|finding| finding["id"] == "K0410").unwrap();
    let place = ["line", "column", "end_line", "end_column"].map(|key| link[key].as_u64().unwrap());
    assert_eq!(place, [16, 5, 16, 14]);
    assert_eq!(link["file"], "content/1-living/2-forest.md");
    assert_eq!((&link["severity"], &link["meant"]), (&"error".into(), &"chapter.md".into()));
    assert_eq!(link["message"], "the link `chaptr.md` leads to something that is not on this site");
    assert_eq!(link["help"].as_array().unwrap().len(), 1);
    let (_, document) = answer(&with("\n[章](chapter.md)\n"), &["--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    let findings = document["findings"].as_array().unwrap();
    let file = findings.iter().find(|finding| finding["id"] == "K0505").unwrap();
    assert!(file["line"].is_null() && file["end_column"].is_null() && file["meant"].is_null(), "{file}");
}

#[test]
fn github_gets_a_command_a_line_that_no_text_breaks() {
    let project = with("\n| a | b |\n|---|---|\n| 100%, x | y | z |\n\n[章](none%,.md)\n");
    let (code, commands) = answer(&project, &["--format", "github"]);
    let place = format!("file={}/content/1-living/2-forest.md,line=", project.root().display());
    assert!(
        commands.lines().all(|line| line.starts_with("::error file=") || line.starts_with("::warning file="))
    );
    let row = format!("::error {place}18,endLine=18,col=1,endColumn=20,title=K0405::the number of cells");
    assert!(commands.contains(&row), "{commands}");
    assert!(commands.contains("leads to something that is not on this site%0Awrite the path"), "{commands}");
    assert!(commands.contains("`none%25,.md`"), "{commands}");
    assert_eq!(code, Some(1));
}

#[test]
fn the_network_is_only_asked_for_and_each_address_once() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let site = format!("http://{}", listener.local_addr().unwrap());
    let asked = elsewhere::open(listener);
    let links = ["/gone", "/moved", "/moved#part", "/plain", "/today", "/計画"];
    let links: Vec<String> = links.iter().map(|path| format!("[県]({site}{path})")).collect();
    let project = with(&format!("\n{}\n", links.join("、")));
    assert_eq!(answer(&project, &["--strict", "--format", "json"]).0, Some(1));
    assert!(asked.lock().unwrap().is_empty(), "asked without being told to");
    let (code, document) = answer(&project, &["--external", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&document).unwrap();
    let told: Vec<(&str, u64)> = (document["findings"].as_array().unwrap().iter())
        .filter(|finding| ["K0416", "K0417"].contains(&finding["id"].as_str().unwrap()))
        .map(|finding| (finding["id"].as_str().unwrap(), finding["line"].as_u64().unwrap()))
        .collect();
    assert_eq!(told, [("K0416", 16), ("K0417", 16), ("K0417", 16)], "{document}");
    assert_eq!(code, Some(0), "an address that is gone is advice");
    let mut asked = asked.lock().unwrap().clone();
    asked.sort();
    // What is moved, and what is elsewhere today, lead to one place, which is asked about for each.
    let expected = [
        "GET /gone",
        "GET /plain",
        "HEAD /%E8%A8%88%E7%94%BB",
        "HEAD /gone",
        "HEAD /moved",
        "HEAD /new",
        "HEAD /new",
        "HEAD /plain",
        "HEAD /today",
    ];
    assert_eq!(asked, expected);
}
