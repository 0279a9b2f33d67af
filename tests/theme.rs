//! What a town sets in its theme's `theme.yml`: its colour, its emblem and the foot of every page.

mod support;

use std::fs;
use support::Project;
use support::program::repository;

const EMBLEM: &str =
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4"/></svg>"#;

/// The small plan with the theme `town`, whose `theme.yml` is `settings`.
fn town(settings: &str) -> Project {
    let project = Project::of(&repository().join("tests/site"));
    let theme = project.root().join("themes/town");
    fs::create_dir_all(theme.join("static")).unwrap();
    fs::write(theme.join("static/emblem.svg"), EMBLEM).unwrap();
    fs::write(theme.join("theme.yml"), settings).unwrap();
    let plan = project.root().join("content/plan.yml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(plan, format!("{text}\ntheme: town\n")).unwrap();
    project
}

fn file_of(project: &Project, start: &str) -> String {
    let assets = fs::read_dir(project.out().join("assets")).unwrap();
    let name = assets.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let name = name.into_iter().find(|name| name.starts_with(start)).unwrap();
    project.page(&format!("assets/{name}"))
}

#[test]
fn the_towns_colour_takes_the_place_of_the_themes_on_light_and_dark_screens() {
    let project = town("colour: \"#197a4b\"\ndark_colour: \"#8fd6ad\"\n");
    project.build();
    let sheet = file_of(&project, "style-");
    let (theme, town) = sheet.split_at(sheet.find("--key:#197a4b").unwrap());
    assert!(theme.contains("--key: #0017c1"), "the theme's own colour stands before it");
    assert!(town.contains("@media screen and (prefers-color-scheme: dark){:root{--key:#8fd6ad"), "{town}");
    assert!(project.page("ja/index.html").contains("fill='%23197a4b'"), "the icon has the town's colour");
    assert!(project.page("404.html").contains("fill='%23197a4b'"));
}

#[test]
fn a_dark_colour_is_made_from_the_towns_where_it_sets_none() {
    let project = town("colour: \"#197a4b\"\n");
    project.build();
    let sheet = file_of(&project, "style-");
    let dark = sheet.split("(prefers-color-scheme: dark){:root{--key:").nth(1).unwrap();
    let made = &dark[..7];
    assert!(made.starts_with('#') && made != "#197a4b", "{made}");
    // The same colour as the dark one of the town passes where it is asked for.
    town(&format!("dark_colour: \"{made}\"\n")).build();
}

#[test]
fn without_settings_no_colour_is_laid_over_the_themes() {
    let project = Project::real();
    project.build();
    assert!(!file_of(&project, "style-").contains("--key:#"));
}

#[test]
fn the_emblem_stands_beside_the_title_and_is_the_icon() {
    let project = town("logo: emblem.svg\n");
    project.build();
    for (page, before) in
        [("index.html", ""), ("ja/index.html", "../"), ("ja/1-living/1-water.html", "../../")]
    {
        let icon = format!("<link rel=\"icon\" href=\"{before}assets/emblem.svg\">");
        assert!(project.page(page).contains(&icon), "{page}");
    }
    let picture =
        "<img class=\"site-logo\" src=\"../assets/emblem.svg\" alt=\"\" width=\"40\" height=\"40\">";
    assert!(project.page("pt/index.html").contains(picture));
    assert_eq!(project.page("assets/emblem.svg"), EMBLEM);
}

#[test]
fn the_plan_in_one_file_holds_the_emblem_itself() {
    let project = town("logo: emblem.svg\n");
    project.build();
    let page = project.page("ja/plan.html");
    assert!(page.contains("src=\"data:image/svg+xml;base64,"), "the picture is in the page");
    assert!(!page.contains("assets/emblem.svg"), "and needs no file");
}

#[test]
fn the_foot_of_every_page_has_the_towns_lines_in_its_language() {
    let project =
        town("footer:\n  - text: 町の公式サイト\n    href: https://www.example.jp/\n  - text: \"© 町\"\n");
    let locale =
        "_version: 2\n_review: reviewed\nfooter.1:\n  ja: 町の公式サイト\n  pt: Site oficial da cidade\n";
    fs::write(project.root().join("locales/plan/pt/theme.yml"), locale).unwrap();
    project.build();
    let japanese = project.page("ja/1-living/1-water.html");
    assert!(japanese.contains("<a href=\"https://www.example.jp/\">町の公式サイト</a>"));
    assert!(japanese.contains("<li>© 町</li>"));
    let portuguese = project.page("pt/1-living/1-water.html");
    assert!(portuguese.contains("<a href=\"https://www.example.jp/\">Site oficial da cidade</a>"));
    assert!(
        portuguese.contains("<li><span lang=\"ja\">© 町</span></li>"),
        "what is not translated says its language"
    );
}
