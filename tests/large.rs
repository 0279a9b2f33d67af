//! A plan of any size has pages that open quickly: what is too long for one page is divided, and nothing
//! gets lost by it.

#[path = "support/program.rs"]
mod program;
#[path = "../benches/town/mod.rs"]
mod town;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::sync::LazyLock;

use program::{command, files, repository};
use tempfile::TempDir;
use zip::ZipArchive;

/// Chapters of ordinary length; and short ones, without which a test would take minutes to come to where
/// even a list of chapters is too long.
const CHAPTERS: usize = 30;
const SHORT: usize = 135;

const BASE: &str = "https://plan.example.jp/";

/// What any page may weigh with all that it loads (`tests/browser/tests/weight.js`).
const BYTES: u64 = 60 * 1024;
const ELEMENTS: usize = 1400;

/// A finished site: its pages as text, and how much each file weighs packed.
struct Large {
    pages: BTreeMap<String, Page>,
    packed: BTreeMap<String, u64>,
    /// What can be found.
    scripts: BTreeMap<String, String>,
    printed: String,
}

/// What the tests ask of a page.
struct Page {
    html: String,
    ids: BTreeSet<String>,
    /// Each link with the file of the site, and the place there, to which it leads.
    links: Vec<(String, String, String)>,
}

static LARGE: LazyLock<Large> = LazyLock::new(build);

fn build() -> Large {
    let folder = TempDir::new().unwrap();
    let [root, out] = ["plan", "site"].map(|name| folder.path().join(name));
    town::write(&root, CHAPTERS).unwrap();
    name_topics(&root);
    (CHAPTERS + 1..=CHAPTERS + SHORT).for_each(|chapter| write_short(&root, chapter));
    let output = command()
        .args(["build", "--base-url", BASE, "--root"])
        .arg(&root)
        .arg("--out")
        .arg(&out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let files = files(&out);
    let mut archive = ZipArchive::new(Cursor::new(&files["download/plan.zip"])).unwrap();
    let packed = (0..archive.len()).map(|at| {
        let file = archive.by_index_raw(at).unwrap();
        (file.name().unwrap().into_owned(), file.compressed_size())
    });
    let packed = packed.collect();
    let scripts = files.iter().filter(|(path, _)| path.starts_with("assets/search-"));
    let scripts =
        scripts.map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap())).collect();
    let html = files.iter().filter(|(path, _)| is_page(path));
    let pages = html.map(|(path, bytes)| (path.clone(), page(path, std::str::from_utf8(bytes).unwrap())));
    Large { pages: pages.collect(), packed, scripts, printed: String::from_utf8(output.stdout).unwrap() }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| extension == "html")
}

/// Every section of the plan under `root` names a pillar and a goal.
fn name_topics(root: &Path) {
    let plan = root.join("content/plan.yml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(&plan, text + "pillars:\n  machi: まち\n").unwrap();
    for (path, bytes) in files(&root.join("content")) {
        if path.ends_with("-section.md") {
            let text = String::from_utf8(bytes).unwrap();
            let named = text.replacen("kpi:", "pillars: [まち]\nsdgs: [11]\nkpi:", 1);
            fs::write(root.join("content").join(path), named).unwrap();
        }
    }
}

/// A chapter with one section and one indicator.
fn write_short(root: &Path, chapter: usize) {
    let folder = root.join(format!("content/{chapter}-chapter"));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("chapter.md"), format!("---\ntitle: 第{chapter}章\n---\n")).unwrap();
    let indicator = format!("{{id: short-{chapter}, name: 指標, baseline: 1件, target: 2件}}");
    let head = format!("title: 節{chapter}\npillars: [まち]\nsdgs: [11]\nkgi:\n  - {indicator}\n");
    fs::write(folder.join("1-section.md"), format!("---\n{head}---\n\n## 現状 {{#situation}}\n\n本文\n"))
        .unwrap();
}

fn page(path: &str, html: &str) -> Page {
    let links = [" href=\"", " src=\""].into_iter().flat_map(|name| attributes(html, name));
    let links = links.filter_map(|link| {
        let (to, id) = link.split_once('#').unwrap_or((link, ""));
        let file = match to.strip_prefix(BASE) {
            Some(file) => file.to_owned(),
            None if to.contains(':') => return None,
            None => beside(path, to),
        };
        Some((link.to_owned(), file, id.to_owned()))
    });
    let ids = attributes(html, " id=\"").map(str::to_owned).collect();
    Page { html: html.to_owned(), ids, links: links.collect() }
}

fn attributes<'a>(html: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(name).skip(1).filter_map(|rest| rest.split('"').next())
}

/// The file that the link `to` of the page at `path` names.
fn beside(path: &str, to: &str) -> String {
    if to.is_empty() {
        return path.to_owned();
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        if part == ".." {
            parts.pop().expect("no link leaves the site");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

/// A file that holds the text of many pages is as long as that text.
fn is_volume(path: &str) -> bool {
    path.contains("/plan/")
}

#[test]
fn every_page_with_all_that_it_loads_is_light() {
    let mut heavy = Vec::new();
    for (path, page) in LARGE.pages.iter().filter(|(path, _)| !is_volume(path)) {
        let html = &page.html;
        let tags = html
            .split('<')
            .skip(1)
            .filter(|rest| rest.starts_with(|first: char| first.is_ascii_alphabetic()));
        let elements = tags.filter(|rest| !rest.starts_with("wbr")).count();
        let loads = |(link, _, _): &&(String, String, String)| link.contains("assets/");
        let bytes: u64 = page.links.iter().filter(loads).map(|(_, file, _)| LARGE.packed[file]).sum();
        let bytes = bytes + LARGE.packed.get(path).copied().unwrap_or_default();
        if bytes > BYTES || elements > ELEMENTS {
            heavy.push(format!("{path}: {bytes} bytes, {elements} elements"));
        }
    }
    assert!(heavy.is_empty(), "{}", heavy.join("\n"));
}

#[test]
fn every_link_leads_to_a_file_and_a_place_that_are_there() {
    let mut dead = BTreeSet::new();
    for (path, page) in &LARGE.pages {
        for (link, file, id) in &page.links {
            let there = match LARGE.pages.get(file) {
                Some(target) => id.is_empty() || target.ids.contains(id),
                // The bundle does not hold itself.
                None => file == "download/plan.zip" || LARGE.packed.contains_key(file) || link == BASE,
            };
            if !there {
                dead.insert(format!("{path}: {link}"));
            }
        }
    }
    assert!(
        dead.is_empty(),
        "{} dead links, such as {:?}",
        dead.len(),
        dead.iter().take(20).collect::<Vec<_>>()
    );
}

#[test]
fn every_page_is_reached_from_home_in_a_few_steps() {
    let mut reached = BTreeSet::from(["ja/index.html"]);
    let mut newest = vec!["ja/index.html"];
    for _ in 0..5 {
        let links = newest.iter().flat_map(|page| &LARGE.pages[*page].links);
        let new: BTreeSet<&str> = links
            .map(|(_, file, _)| file.as_str())
            .filter(|file| LARGE.pages.contains_key(*file) && !reached.contains(file))
            .collect();
        reached.extend(&new);
        newest = new.into_iter().collect();
    }
    let unreached: Vec<&String> = LARGE
        .pages
        .keys()
        .filter(|page| !reached.contains(page.as_str()) && *page != "404.html" && *page != "index.html")
        .collect();
    assert!(unreached.is_empty(), "{unreached:?}");
}

#[test]
fn every_list_is_divided_and_each_entry_stands_on_one_of_its_pages() {
    let all = CHAPTERS * town::SECTIONS + SHORT;
    for (first, stem, class, number) in [
        ("index", "contents", "class=\"door-title\"", CHAPTERS + SHORT),
        ("indicators", "indicators", "class=\"door-title\"", CHAPTERS + SHORT),
        ("glossary", "glossary", "class=\"term\"", CHAPTERS),
        ("data", "data", ".csv\" download><span class=\"number\">", all),
        ("translations", "translations", "class=\"is-section\"", 2 * all),
        ("pillar/machi", "pillar/machi", "class=\"outline-name\"", all),
        ("sdg/11", "sdg/11", "class=\"outline-name\"", all),
    ] {
        for language in ["ja", "pt", "en"] {
            let further = (2..).map(|part| format!("{language}/{stem}_{part}.html"));
            let addresses = std::iter::once(format!("{language}/{first}.html")).chain(further);
            let pages: Vec<&Page> = addresses.map_while(|address| LARGE.pages.get(&address)).collect();
            let found: usize = pages.iter().map(|page| page.html.matches(class).count()).sum();
            assert_eq!(found, number, "{language}/{stem}: {} pages", pages.len());
            assert!(pages.len() > 1, "{language}/{stem}");
            let title = |page: &&Page| {
                page.html.split("<title>").nth(1).unwrap().split('<').next().unwrap().to_owned()
            };
            let titles: BTreeSet<String> = pages.iter().map(title).collect();
            assert_eq!(titles.len(), pages.len(), "{titles:?}");
        }
    }
}

#[test]
fn a_table_of_translations_that_goes_on_within_a_chapter_names_it_first() {
    let mut goes_on = 0;
    for part in 2.. {
        let Some(page) = LARGE.pages.get(&format!("ja/translations_{part}.html")) else { break };
        for body in page.html.split("<tbody>").skip(1) {
            let rows: Vec<&str> = body.split("</tr>").take(2).collect();
            assert!(!rows[0].contains("is-section"), "{part}: {}", rows[0]);
            if rows[0].contains("colspan=\"6\"") {
                let chapter = |row: &str| {
                    row.split_once("-chapter/")
                        .map(|(before, _)| before.rsplit('/').next().map(str::to_owned))
                };
                assert!(rows[1].contains("is-section"), "{part}: {}", rows[1]);
                assert_eq!(chapter(rows[0]), chapter(rows[1]), "{part}");
                goes_on += 1;
            }
        }
    }
    assert!(goes_on > 0);
}

#[test]
fn a_note_mark_leads_to_its_entry_in_the_text_and_in_the_file_of_the_chapter() {
    let mut glossaries = BTreeSet::new();
    for chapter in 1..=CHAPTERS {
        let text = &LARGE.pages[&format!("pt/{chapter}-chapter/2-section.html")];
        let mark = text.links.iter().find(|(_, _, id)| *id == format!("note-{chapter}")).unwrap();
        glossaries.insert(mark.1.as_str());
        let volume = &LARGE.pages[&format!("pt/plan/{chapter}-chapter.html")];
        let inside: Vec<&String> = volume.ids.iter().filter(|id| id.starts_with("glossary")).collect();
        assert!(inside.iter().any(|id| id.ends_with(&format!(":note-{chapter}"))), "{inside:?}");
        assert!(
            inside.iter().all(|id| id.contains(&format!(":note-{chapter}")) || *id == "glossary"),
            "{inside:?}"
        );
    }
    assert_eq!(glossaries, BTreeSet::from(["pt/glossary.html", "pt/glossary_2.html"]));
}

#[test]
fn the_pages_of_a_chapter_hold_all_of_it_and_nothing_of_another() {
    let own = town::SECTIONS * 4;
    for language in ["ja", "pt", "en"] {
        for folder in ["plan", "indicators"] {
            let page = &LARGE.pages[&format!("{language}/{folder}/7-chapter.html")];
            assert_eq!(page.html.matches("<article class=\"indicator\"").count(), own, "{language}/{folder}");
            assert!((1..=own).all(|at| page.html.contains(&format!(
                "i-7-{}-{}",
                at.div_ceil(4),
                (at - 1) % 4 + 1
            ))));
        }
        assert!(!LARGE.pages.contains_key(&format!("{language}/plan.html")));
    }
}

#[test]
fn the_site_says_how_many_pages_it_has() {
    let pages = LARGE.pages.len();
    assert!(LARGE.printed.contains(&format!("Site built: {pages} pages")), "{pages}: {}", LARGE.printed);
}

#[test]
fn a_plan_of_ordinary_size_is_divided_nowhere() {
    let out = TempDir::new().unwrap();
    let example = repository().join("tests/example");
    command().args(["build", "--root"]).arg(example).arg("--out").arg(out.path()).assert().success();
    let pages: Vec<String> = files(out.path()).into_keys().filter(|path| is_page(path)).collect();
    for language in ["ja", "pt", "en"] {
        for page in ["plan", "indicators", "glossary"] {
            assert!(pages.contains(&format!("{language}/{page}.html")), "{pages:?}");
        }
    }
    let divided =
        |path: &&String| path.contains('_') || path.contains("/plan/") || path.contains("/indicators/");
    assert_eq!(pages.iter().find(divided), None);
}

#[test]
fn the_search_gets_its_entries_in_parts_that_are_the_same_in_every_language() {
    let parts = |language: &str| -> Vec<usize> {
        let page = &LARGE.pages[&format!("{language}/search.html")].html;
        let scripts = attributes(page, " data-index=\"").next().unwrap().split(' ');
        let entries = |script| LARGE.scripts[&beside("ja/search.html", script)].matches("{\"kind\":").count();
        scripts.map(entries).collect()
    };
    // A chapter with its term; a section, its three headings and four indicators; the short ones.
    let all = CHAPTERS * (2 + town::SECTIONS * 8) + SHORT * 4;
    assert!(parts("ja").len() > 1);
    assert!((all..all + 20).contains(&parts("ja").iter().sum()), "{:?}", parts("ja"));
    assert_eq!(parts("ja"), parts("pt"));
    assert_eq!(parts("ja"), parts("en"));
}

#[test]
fn the_search_says_of_the_downloads_what_their_page_says() {
    for language in ["ja", "pt", "en"] {
        let page = &LARGE.pages[&format!("{language}/downloads.html")].html;
        let says =
            attributes(page, "<meta name=\"description\" content=\"").next().unwrap().replace("&#39;", "'");
        assert!(LARGE.scripts.values().any(|script| script.contains(&says)), "{language}: {says}");
    }
}
