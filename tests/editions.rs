//! The editions to keep: the whole plan in one file, the whole site as one archive.

mod support;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read as _;

use support::Project;
use support::program::{files, repository};
use zip::{CompressionMethod, DateTime, ZipArchive};

const LANGUAGES: [&str; 3] = ["ja", "pt", "en"];
const SECTION: &str = "3-administration/1-efficient-administration";

/// The real plan, and the example whose indicators have a status.
fn projects() -> [Project; 2] {
    let projects = [Project::real(), Project::of(&repository().join("tests/example"))];
    for project in &projects {
        project.build();
    }
    projects
}

fn write(project: &Project, path: &str, bytes: &[u8]) {
    let path = project.root().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn edit(project: &Project, path: &str, from: &str, to: &str) {
    let text = fs::read_to_string(project.root().join(path)).unwrap();
    assert!(text.contains(from), "{path} does not contain {from}");
    write(project, path, text.replacen(from, to, 1).as_bytes());
}

/// The values of an attribute, in order.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let opening = format!(" {attribute}=\"");
    let values = page.split(opening.as_str()).skip(1);
    values.map(|rest| rest.split('"').next().unwrap()).collect()
}

/// The words of the paragraphs, entries of lists and cells of tables in a page's content.
fn words(page: &str) -> Vec<String> {
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let blocks = main.split('<').filter_map(|piece| piece.split_once('>'));
    let mut words = vec![String::new()];
    for (tag, text) in blocks {
        let name = tag.trim_start_matches('/').split_whitespace().next().unwrap_or_default();
        if ["p", "li", "td", "th", "dt", "dd", "ul", "text", "desc"].contains(&name) {
            words.push(String::new());
        }
        words.last_mut().unwrap().push_str(text.trim_matches('\n'));
    }
    words.retain(|words| !words.trim().is_empty());
    words
}

#[test]
fn every_word_and_chart_of_the_text_stands_in_the_file_of_its_language() {
    for project in projects() {
        let built = files(&project.out());
        for language in LANGUAGES {
            let whole = project.page(&format!("{language}/plan.html"));
            let known = words(&whole);
            let of_language = built.iter().filter(|(path, _)| path.starts_with(&format!("{language}/")));
            let pages = of_language.map(|(path, bytes)| (path, String::from_utf8_lossy(bytes)));
            let mut compared = 0;
            for (path, page) in pages.filter(|(_, page)| page.contains("<body class=\"page-section\">")) {
                let own = page.split("<div class=\"section-body\">").nth(1).unwrap();
                // What only leads from page to page.
                let own = own.split("<section class=\"terms\"").next().unwrap();
                let own = own.split("<nav").next().unwrap();
                let own = without(&without(own, "indicator-downloads"), "section-download");
                for block in words(&format!("<main>{own}")) {
                    assert!(known.contains(&block), "{path}: “{block}”");
                    compared += 1;
                }
            }
            assert!(compared > 200, "{language}: only {compared} blocks were compared");
            let charts = project.page(&format!("{language}/indicators.html"));
            assert_eq!(whole.matches("<svg class").count(), charts.matches("<svg class").count());
        }
    }
}

/// `html` without its paragraphs of `class`.
fn without(html: &str, class: &str) -> String {
    let opening = format!("<p class=\"{class}\">");
    let mut parts = html.split(&opening);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once("</p>").unwrap().1)
}

#[test]
fn every_link_of_the_file_leads_to_one_place_in_it_and_nothing_outside_is_needed() {
    for project in projects() {
        for language in LANGUAGES {
            let page = project.page(&format!("{language}/plan.html"));
            let mut ids = values(&page, "id");
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{language}: an id stands twice");
            let mut inside = 0;
            for href in values(&page, "href") {
                let place = href.strip_prefix('#').map(|id| ids.contains(&id));
                let other_language = LANGUAGES.iter().any(|other| href == format!("../{other}/plan.html"));
                assert!(
                    place.unwrap_or(other_language || href.starts_with("data:")),
                    "{language}: {href} leads nowhere"
                );
                inside += usize::from(place.is_some());
            }
            assert!(inside > 40, "{language}: only {inside} links");
            for needing in ["rel=\"stylesheet\"", " src=", "url("] {
                assert!(!page.contains(needing), "{language}: {needing}");
            }
            assert!(page.contains("<style>") && page.contains("@layer token"));
        }
    }
}

#[test]
fn the_file_is_small_enough_for_mail() {
    let project = Project::real();
    project.build();
    for language in LANGUAGES {
        let size = project.page(&format!("{language}/plan.html")).len();
        assert!(size < 600_000, "{language}: {size} bytes");
    }
}

#[test]
fn headings_with_the_same_id_in_every_section_are_told_apart() {
    let project = Project::real();
    project.build();
    let page = project.page("ja/plan.html");
    assert!(page.contains(&format!("<h3 id=\"{SECTION}\">")));
    assert!(page.contains(&format!("<h4 id=\"{SECTION}:situation\">現状と")));
    assert!(page.contains(&format!("<h4 id=\"{SECTION}:kpi\">")));
    assert_eq!(page.matches(":situation\"").count(), 6);
}

#[test]
fn notes_lead_to_the_end_of_the_file_and_back() {
    let project = Project::real();
    project.build();
    for language in LANGUAGES {
        let page = project.page(&format!("{language}/plan.html"));
        for note in 8..=11 {
            let mark = format!("{SECTION}:note-ref-{note}");
            let entry = format!("glossary:note-{note}");
            assert!(page.contains(&format!("id=\"{mark}\" href=\"#{entry}\"")), "{language} {note}");
            assert!(page.contains(&format!("id=\"{entry}\"")), "{language} {note}");
            assert!(page.contains(&format!("href=\"#{mark}\"")), "{language} {note}");
        }
    }
}

#[test]
fn a_link_between_sections_becomes_a_link_in_the_file_and_what_is_outside_is_words() {
    let project = Project::real();
    write(&project, "content/3-administration/map.png", b"PNG");
    write(&project, "content/3-administration/form.pdf", b"PDF");
    let links = "- 職員の資質向上 [節](2-collaborative-community.md#situation) [この節](#policy) ![地図](map.png) [様式](form.pdf) [町](https://www.example.jp/)";
    edit(&project, &format!("content/{SECTION}.md"), "- 職員の資質向上", links);
    project.build();
    let page = project.page("ja/plan.html");
    for expected in [
        "<a href=\"#3-administration/2-collaborative-community:situation\">節</a>",
        &format!("<a href=\"#{SECTION}:policy\">この節</a>"),
        // The base64 of `PNG`.
        "<img src=\"data:image/png;base64,UE5H\" alt=\"地図\"",
        " 様式 <a href=\"https://www.example.jp/\">町</a>",
    ] {
        assert!(page.contains(expected), "{expected}");
    }
    project.build_with(&["--base-url", "https://www.example.jp/plan/"]);
    let page = project.page("ja/plan.html");
    let form = "https://www.example.jp/plan/ja/3-administration/form.pdf";
    assert!(page.contains(&format!("<a href=\"{form}\">様式</a>")), "on the web it has an address");
    assert!(page.contains("<a href=\"https://www.example.jp/plan/ja/index.html\">"), "and so has the site");
}

#[test]
fn a_link_in_a_text_leads_every_reader_to_the_page_in_their_own_language() {
    let project = Project::of(&repository().join("tests/site"));
    let links = "の水源を守ります。\n- [水道](../1-living/1-water.md#situation) [暮らし](chapter.md) [整備](../glossary/02-upkeep.md) [漏水率](1-water.html#leak-rate) [一覧](../indicators.html)";
    edit(&project, "content/1-living/2-forest.md", "の水源を守ります。", links);
    project.build();
    for language in ["ja", "pt"] {
        let page = project.page(&format!("{language}/1-living/2-forest.html"));
        for href in [
            "1-water.html#situation",
            "index.html",
            "../glossary.html#note-2",
            "1-water.html#leak-rate",
            "../indicators.html",
        ] {
            assert!(page.contains(&format!("<a href=\"{href}\">")), "{language}: {href}");
        }
    }
}

#[test]
fn what_the_theme_s_style_shows_stands_in_the_file() {
    let project = Project::real();
    edit(&project, "content/plan.yml", "theme: default", "theme: town");
    write(&project, "themes/town/static/crest.svg", b"<svg/>");
    let style = b".hero { background: url(\"crest.svg\"); } .hero::before { content: \"</style>\"; }";
    write(&project, "themes/town/static/css/town.css", style);
    project.build();
    let page = project.page("ja/plan.html");
    // The base64 of `<svg/>`.
    assert!(page.contains("background: url(data:image/svg+xml;base64,PHN2Zy8+);"));
    assert_eq!(page.matches("</style>").count(), 1, "the style ends once");
}

#[test]
fn the_cover_says_how_the_translation_stands() {
    let project = Project::real();
    fs::remove_file(project.root().join(format!("locales/plan/pt/{SECTION}.yml"))).unwrap();
    project.build();
    let page = project.page("pt/plan.html");
    let cover = page.split("class=\"hero cover\"").nth(1).unwrap().split("<section").next().unwrap();
    for notice in ["rascunho", "Parte traduzida desta página: ", "O texto em japonês é o oficial"] {
        assert!(cover.contains(notice), "{notice}");
    }
    assert!(!project.page("ja/plan.html").contains("class=\"notice\""));
}

#[test]
fn a_status_leads_to_its_rule_in_the_same_file() {
    let [_, example] = projects();
    for language in LANGUAGES {
        let page = example.page(&format!("{language}/plan.html"));
        let site = example.page(&format!("{language}/indicators.html"));
        assert!(page.contains("href=\"#rule_level\"") && page.contains("id=\"rule_level\""));
        let statuses = |page: &str| page.matches("class=\"status-word").count();
        assert!(statuses(&page) > 40, "{language}");
        assert_eq!(statuses(&page), statuses(&site), "{language}");
    }
}

/// The archive's files by their names, each with the bytes that come out of it.
fn unpacked(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(File::open(project.out().join("download/plan.zip")).unwrap()).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let mut unpacked = BTreeMap::new();
    for name in names {
        let mut file = archive.by_name(&name).unwrap();
        assert_eq!(file.compression(), CompressionMethod::Deflated, "{name}");
        assert_eq!(file.last_modified(), Some(DateTime::default()), "{name}");
        assert_eq!(file.unix_mode().map(|mode| mode & 0o777), Some(0o644), "{name}");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        unpacked.insert(name, bytes);
    }
    unpacked
}

#[test]
fn the_archive_holds_every_file_of_the_site_but_itself() {
    let project = Project::real();
    edit(&project, "content/plan.yml", "theme: default", "theme: town");
    write(&project, "themes/town/static/町章.svg", b"<svg/>");
    project.build();
    let mut site = files(&project.out());
    // By the list of its files a later run knows its own; no part of the site.
    for own in [".keikaku", ".keikaku-lock", "download/plan.zip"] {
        assert!(site.remove(own).is_some(), "{own}");
    }
    let unpacked = unpacked(&project);
    assert!(unpacked.keys().eq(site.keys()), "{:?}", unpacked.keys());
    for (path, bytes) in &site {
        // These offer the archive, which is not in itself.
        if path.ends_with("/downloads.html") {
            let inside = String::from_utf8(unpacked[path].clone()).unwrap();
            assert!(!inside.contains("plan.zip") && inside.contains("plan.html"), "{path}");
        } else {
            assert!(unpacked[path] == *bytes, "{path}");
        }
    }
}

#[test]
fn the_downloads_are_offered_with_the_sizes_they_have() {
    let project = Project::real();
    project.build();
    let kilobytes = |path: &str| fs::metadata(project.out().join(path)).unwrap().len().div_ceil(1024);
    for (language, archive) in [
        ("ja", "サイト全体 <span class=\"file-facts\">（ZIP、{}KB）"),
        ("pt", "Site inteiro <span class=\"file-facts\">(ZIP, {} KB)"),
        ("en", "The whole site <span class=\"file-facts\">(ZIP, {} KB)"),
    ] {
        let page = project.page(&format!("{language}/downloads.html"));
        let archive = archive.replace("{}", &kilobytes("download/plan.zip").to_string());
        assert!(page.contains(&archive), "{language}: {archive}");
        for plan in LANGUAGES {
            let size = format!("{}", kilobytes(&format!("{plan}/plan.html")));
            let hreflang = format!("plan.html\" hreflang=\"{}\"><span", tag(plan));
            let link = page.split("<li>").find(|entry| entry.contains(&hreflang)).unwrap();
            assert!(link.contains(&size), "{language}: {plan} {size}");
        }
        for table in ["indicators", "observations"] {
            let link = format!("href=\"../data/{table}.csv\" download>{table}.csv ");
            let size = format!("{}", kilobytes(&format!("data/{table}.csv")));
            let entry = page.split("<li>").find(|entry| entry.contains(&link)).expect(table);
            assert!(entry.contains("CSV") && entry.contains(&size), "{language}: {table} {size}");
        }
        for from in ["index", "about"] {
            let links = project.page(&format!("{language}/{from}.html"));
            assert!(links.contains("href=\"downloads.html\""), "{language}: {from}");
        }
    }
}

fn tag(language: &str) -> &str {
    if language == "pt" { "pt-BR" } else { language }
}

#[test]
fn a_size_is_written_as_its_language_writes_numbers() {
    let project = Project::real();
    write(&project, "content/3-administration/map.png", &vec![0; 2_000_000]);
    edit(&project, &format!("content/{SECTION}.md"), "- 職員の資質向上", "- 職員の資質向上 ![地図](map.png)");
    project.build();
    let tenths = (project.page("ja/plan.html").len() * 10).div_ceil(1024 * 1024);
    for (language, point, unit) in [("ja", ".", "MB"), ("pt", ",", " MB"), ("en", ".", " MB")] {
        let size = format!("{}{point}{}{unit}", tenths / 10, tenths % 10);
        let page = project.page(&format!("{language}/downloads.html"));
        assert!(page.contains(&size), "{language}: {size}");
    }
}
