//! What people change: words, translations, the text and the theme. No change needs a compiler.

mod support;

use std::fs;

use support::Project;

const SECTION: &str = "3-administration/1-efficient-administration";

/// Writes a file of the project.
fn write(project: &Project, path: &str, text: &str) {
    let path = project.root().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Replaces `from`, which must be there, in a file of the project.
fn edit(project: &Project, path: &str, from: &str, to: &str) {
    let path = project.root().join(path);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{} does not contain {from}", path.display());
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

#[test]
fn an_edited_word_shows_on_the_next_build() {
    let project = Project::real();
    edit(&project, "locales/ui/pt.yml", "glossary: Glossário", "glossary: Vocabulário");
    project.build();
    assert!(project.page("pt/index.html").contains(">Vocabulário</a>"));
    assert!(!project.page("pt/index.html").contains(">Glossário</a>"));
}

#[test]
fn without_words_of_its_own_a_project_uses_those_in_the_program() {
    let project = Project::real();
    fs::remove_dir_all(project.root().join("locales/ui")).unwrap();
    project.build();
    assert!(project.page("pt/index.html").contains(">Glossário</a>"));
}

#[test]
fn an_edited_translation_shows_on_the_next_build() {
    let project = Project::real();
    edit(
        &project,
        &format!("locales/plan/en/{SECTION}.yml"),
        "Online application rate",
        "Rate of online applications",
    );
    project.build();
    assert!(project.page(&format!("en/{SECTION}.html")).contains("Rate of online applications"));
    assert!(project.page("en/indicators.html").contains("Rate of online applications"));
}

#[test]
fn a_changed_source_marks_its_translations_and_no_others() {
    let project = Project::real();
    edit(&project, &format!("content/{SECTION}.md"), "公有財産の売却・利活用", "公有財産の利活用");
    project.build();
    for language in ["pt", "en"] {
        let page = project.page(&format!("{language}/{SECTION}.html"));
        assert_eq!(page.matches("class=\"is-outdated\"").count(), 1, "{language}");
        assert_eq!(page.matches("class=\"block-state\"").count(), 1, "{language}");
    }
    let notice = "Parts of the Japanese text on this page have changed since they were translated.";
    assert!(project.page(&format!("en/{SECTION}.html")).contains(notice));
    assert!(!project.page("en/3-administration/2-collaborative-community.html").contains(notice));
    assert!(!project.page(&format!("ja/{SECTION}.html")).contains("is-outdated"));
}

#[test]
fn a_plan_may_show_the_source_instead_of_an_outdated_translation() {
    let project = Project::real();
    edit(&project, "content/plan.yml", "outdated: notice", "outdated: source");
    edit(&project, &format!("content/{SECTION}.md"), "公有財産の売却・利活用", "公有財産の利活用");
    project.build();
    let page = project.page(&format!("en/{SECTION}.html"));
    let said = "<span class=\"block-state\" lang=\"en\">Not translated</span>";
    assert!(
        page.contains(&format!("<li lang=\"ja\" class=\"is-untranslated\">{said} 公有財産の利活用</li>"))
    );
}

#[test]
fn what_is_not_translated_stands_in_japanese_and_says_so() {
    let project = Project::real();
    fs::remove_file(project.root().join(format!("locales/plan/pt/{SECTION}.yml"))).unwrap();
    project.build();
    let page = project.page(&format!("pt/{SECTION}.html"));
    assert!(page.contains("Parte traduzida desta página: "), "the notice names the share");
    // The other sections have the same headings, and their translations.
    assert!(page.contains("<h2 id=\"situation\">") && page.contains("Situação atual e desafios"));
    assert!(page.contains("<span lang=\"ja\">"), "the title is marked as Japanese");
    let text = page.split("<h2 id=\"situation\"").nth(1).unwrap().split("<h2").next().unwrap();
    assert_eq!(text.matches("is-untranslated").count(), text.matches("<p lang=").count());
    assert!(text.matches("<p lang=").count() > 3);
    assert_eq!(
        text.matches("Sem tradução").count(),
        1,
        "once under a heading, before the first of its blocks"
    );
    assert!(page.contains("<td>14,3%</td>"), "figures need no translator");
    assert!(project.page("pt/3-administration/2-collaborative-community.html").contains("Situação atual"));
}

#[test]
fn a_site_overrides_one_template_and_keeps_the_rest_of_the_default_theme() {
    let project = Project::real();
    edit(&project, "content/plan.yml", "theme: default", "theme: town");
    let own = "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title.html | safe }}</h1><p id=\"own\">{{ t(key=\"glossary.lead\") }}</p>{% endblock main %}";
    write(&project, "themes/town/templates/page/glossary.html", own);
    write(&project, "themes/town/static/css/town.css", ":root { --key: #197a4b; }");
    project.build();
    let glossary = project.page("en/glossary.html");
    assert!(glossary.contains("<p id=\"own\">") && glossary.contains("class=\"site-header\""));
    assert!(project.page(&format!("en/{SECTION}.html")).contains("class=\"indicator\""));
    let sheet = support::program::files(&project.out())
        .into_iter()
        .find(|(path, _)| path.starts_with("assets/style-"))
        .unwrap();
    let sheet = String::from_utf8(sheet.1).unwrap();
    assert!(sheet.contains("--key: #197a4b") && sheet.contains("@layer token"));
}

#[test]
fn a_project_overrides_a_template_of_the_default_theme_in_place() {
    let project = Project::real();
    write(
        &project,
        "themes/default/templates/component/footer.html",
        "<footer id=\"own\">{{ site.town.html | safe }}</footer>",
    );
    project.build();
    assert!(project.page("pt/about.html").contains("<footer id=\"own\">Oizumi</footer>"));
}

#[test]
fn a_picture_beside_the_text_is_copied_for_each_language() {
    let project = Project::real();
    write(&project, "content/3-administration/map.png", "PNG");
    edit(&project, &format!("content/{SECTION}.md"), "- 職員の資質向上", "- 職員の資質向上 ![地図](map.png)");
    project.build();
    assert!(project.page(&format!("ja/{SECTION}.html")).contains("<img src=\"map.png\" alt=\"地図\""));
    assert!(project.out().join("pt/3-administration/map.png").exists());
}

#[test]
fn a_file_saved_on_windows_reads_the_same() {
    let project = Project::real();
    project.build();
    let before = project.page(&format!("ja/{SECTION}.html"));
    let path = project.root().join(format!("content/{SECTION}.md"));
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    project.build();
    assert_eq!(before, project.page(&format!("ja/{SECTION}.html")));
}
