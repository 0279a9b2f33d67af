//! What `keikaku check` asks the town, and what the pages say of how indicators stand.

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
