//! The page about accessibility claims what was checked, of the theme it was checked on, and nothing else.

mod support;

use std::fs;

use support::Project;
use support::program::{files, repository};

fn small() -> Project {
    Project::of(&repository().join("tests/site"))
}

fn page(project: &Project) -> String {
    project.build();
    project.page("ja/accessibility.html")
}

fn change_plan(project: &Project, lines: &str) {
    let path = project.root().join("content/plan.yml");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(path, format!("{text}{lines}")).unwrap();
}

/// What the page of a default theme begins the list of its checks with.
const CHECKED: &str = "見本のサイトについて";
const OWN_THEME: &str = "このサイトは、独自のデザインを使っています";

#[test]
fn every_page_leads_to_it_and_it_says_as_much_in_every_language() {
    let project = Project::real();
    project.build();
    let shape = |language: &str| {
        let page = project.page(&format!("{language}/accessibility.html"));
        let page = page.split_once("<div class=\"prose\">").unwrap().1.split_once("</main>").unwrap().0;
        ["<h2>", "<p>", "<li>"].map(|element| page.matches(element).count())
    };
    assert_eq!(shape("pt"), shape("ja"));
    assert_eq!(shape("en"), shape("ja"));
    for path in files(&project.out()).keys() {
        let in_language = path.contains('/') && !path.ends_with("/plan.html");
        if in_language && path.rsplit_once('.').is_some_and(|(_, kind)| kind == "html") {
            let footer = project.page(path).split_once("<footer").expect(path).1.to_owned();
            assert!(footer.contains("accessibility.html\""), "{path}");
        }
    }
    let about = project.page("pt/about.html");
    assert!(about.split_once("<footer").unwrap().0.contains("<a href=\"accessibility.html\">"));
}

#[test]
fn it_claims_consideration_and_no_conformance() {
    let page = page(&small());
    assert!(page.contains("JIS X 8341-3:2016 への対応度は「配慮」です。"));
    for claim in ["に準拠し", "準拠です", "一部準拠し", "適合しています", "満たしています"]
    {
        assert!(!page.contains(claim), "{claim}");
    }
}

#[test]
fn the_checks_are_told_of_the_default_theme_alone() {
    let project = small();
    let with = page(&project);
    assert!(with.contains(CHECKED) && !with.contains(OWN_THEME));

    let copy = project.root().join("themes/default/static/css/print.css");
    fs::create_dir_all(copy.parent().unwrap()).unwrap();
    fs::copy(repository().join("themes/default/static/css/print.css"), &copy).unwrap();
    assert!(page(&project).contains(CHECKED), "a copy of the default theme is the default theme");
    fs::write(&copy, "main { color: silver }").unwrap();
    let without = page(&project);
    assert!(without.contains(OWN_THEME) && !without.contains(CHECKED) && !without.contains("axe"));
}

#[test]
fn a_theme_of_the_town_is_not_said_to_be_checked_unless_all_it_adds_is_a_picture() {
    let own = [("static/css/town.css", true), ("templates/component/footer.html", true)];
    for (file, is_own) in [&own[..], &[("static/emblem.svg", false)]].concat() {
        let project = small();
        let path = project.root().join("themes/town").join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "").unwrap();
        change_plan(&project, "theme: town\n");
        let page = page(&project);
        assert_eq!((page.contains(OWN_THEME), page.contains(CHECKED)), (is_own, !is_own), "{file}");
    }
}

#[test]
fn who_to_tell_and_the_date_are_the_plan_s_or_none() {
    let project = small();
    let without = page(&project);
    assert!(without.contains("問い合わせ先の記載がありません") && !without.contains("本文の日付"));
    change_plan(&project, "contact: 空見町企画課\nrevision: 令和7年3月31日\n");
    let with = page(&project);
    assert!(with.contains("次のところにお知らせください") && with.contains("問い合わせ先：空見町企画課"));
    assert!(with.contains("本文の日付：令和7年3月31日") && !with.contains("記載がありません"));
}
