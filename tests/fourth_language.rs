//! A language that nobody thought of: `tests/spanish` holds the words of the pages in Spanish, as a
//! translator would add them, and no line of the program or of the theme knows of them. The plan's text
//! stays untranslated, which the pages say.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::Value;
use support::Project;
use support::program::{files, repository};

const SECTION: &str = "es/3-administration/1-efficient-administration.html";

const PLURALS: [&str; 3] = [".one", ".many", ".other"];

/// This repository's plan with Spanish as its fourth language.
fn with_spanish() -> Project {
    let project = Project::real();
    let words = fs::read(repository().join("tests/spanish/locales/ui/es.yml")).unwrap();
    fs::write(project.root().join("locales/ui/es.yml"), words).unwrap();
    let plan = project.root().join("content/plan.yml");
    let text = fs::read_to_string(&plan).unwrap();
    assert!(text.contains("languages: [ja, pt, en]"));
    fs::write(plan, text.replace("[ja, pt, en]", "[ja, pt, en, es]")).unwrap();
    project
}

/// The words that pages need, by their keys.
fn words(path: &str) -> BTreeMap<String, String> {
    fn flatten(node: &Value, key: &str, words: &mut BTreeMap<String, String>) {
        let joined = |name: &str| if key.is_empty() { name.to_owned() } else { format!("{key}.{name}") };
        match node {
            Value::Object(entries) => {
                entries.iter().for_each(|(name, node)| flatten(node, &joined(name), words));
            }
            Value::String(word) => drop(words.insert(key.to_owned(), word.clone())),
            _ => {}
        }
    }
    let text = fs::read_to_string(repository().join(path)).unwrap();
    let mut words = BTreeMap::new();
    flatten(&serde_yaml::from_str(&text).unwrap(), "", &mut words);
    words.retain(|key, _| {
        !["message.", "detail.", "done.", "ask.", "schema.", "command-line.", "help."]
            .iter()
            .any(|messages| key.starts_with(messages))
    });
    words
}

fn spanish() -> BTreeMap<String, String> {
    words("tests/spanish/locales/ui/es.yml")
}

fn singular(key: &str) -> &str {
    PLURALS.iter().find_map(|form| key.strip_suffix(form)).unwrap_or(key)
}

/// Every Spanish page with its address.
fn pages(project: &Project) -> Vec<(String, String)> {
    let html = |path: &String| path.rsplit('.').next() == Some("html");
    let pages = files(&project.out().join("es")).into_iter().filter(|(path, _)| html(path));
    pages.map(|(path, bytes)| (format!("es/{path}"), String::from_utf8(bytes).unwrap())).collect()
}

/// The texts of `html`, each with the language that its elements say it is in, without titles, which no mark
/// fits in, and names from files.
fn texts(html: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let mut open: Vec<(String, String)> = Vec::new();
    for piece in html.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let name = tag.split([' ', '\n', '/']).next().unwrap();
        if tag.starts_with('/') {
            open.pop();
        } else if !tag.ends_with('/')
            && !["!DOCTYPE", "meta", "link", "br", "wbr", "img", "input", "hr"].contains(&name)
        {
            let above = open.last().map(|(_, language)| language.clone()).unwrap_or_default();
            let own = tag.split(" lang=\"").nth(1).map(|rest| rest.split('"').next().unwrap().to_owned());
            open.push((name.to_owned(), own.unwrap_or(above)));
        }
        let Some((within, language)) = open.last() else { continue };
        if !["script", "style", "title", "code"].contains(&within.as_str()) && !text.trim().is_empty() {
            texts.push((text.trim().to_owned(), language.clone()));
        }
    }
    assert!(open.is_empty(), "{open:?} is not closed");
    texts
}

fn is_japanese(character: char) -> bool {
    matches!(character, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn the_spanish_words_are_complete_and_keep_the_places_of_their_values() {
    let (spanish, japanese) = (spanish(), words("locales/ui/ja.yml"));
    let keys = |words: &BTreeMap<String, String>| -> BTreeSet<String> {
        words.keys().map(|key| singular(key).to_owned()).collect()
    };
    let portuguese = keys(&words("locales/ui/pt.yml"));
    assert_eq!(portuguese.symmetric_difference(&keys(&spanish)).collect::<Vec<_>>(), Vec::<&String>::new());
    let places = |word: &str| -> BTreeSet<String> {
        word.split("%{").skip(1).map(|rest| rest.split('}').next().unwrap().to_owned()).collect()
    };
    let mut compared = 0;
    for (key, word) in &spanish {
        let same = [key.clone(), format!("{}.other", singular(key))];
        let Some(other) = same.iter().find_map(|key| japanese.get(key)) else { continue };
        assert_eq!(places(word), places(other), "{key}");
        compared += 1;
    }
    assert!(compared > 400, "only {compared} words were compared");
    for word in spanish.keys().filter_map(|key| key.strip_suffix(".one")) {
        assert!(PLURALS.iter().all(|form| spanish.contains_key(&format!("{word}{form}"))), "{word}");
    }
}

#[test]
fn a_build_finds_nothing_but_that_the_plan_is_not_translated() {
    let project = with_spanish();
    let output = project.run(&[]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{told}");
    let rules: BTreeSet<&str> =
        told.lines().filter_map(|line| line.split_once("]: ")).map(|(id, _)| id).collect();
    assert_eq!(rules, BTreeSet::from(["advice[K0505"]), "{told}");
    assert!(told.contains("--> locales/plan/es\n"), "{told}");
    let built = String::from_utf8(output.stdout).unwrap();
    assert!(
        built.starts_with("Site built: 98 pages, 96 charts, 日本語, Português, English, Español"),
        "{built}"
    );
}

#[test]
fn every_page_leads_to_its_four_languages_and_tells_programs_of_them() {
    let project = with_spanish();
    project.build_with(&["--base-url", "https://www.example.jp/"]);
    let front = project.page("index.html");
    assert!(front.contains("Español") && front.contains("Leer en español"));
    let pages = pages(&project);
    assert_eq!(pages.len(), 24);
    for (path, page) in &pages {
        assert!(page.contains("<html lang=\"es\">"), "{path}");
        let switcher = page.split("<nav class=\"languages\"").nth(1).unwrap().split("</nav>").next().unwrap();
        let names = ["日本語", "Português", "English", "Español"];
        assert!(names.iter().all(|name| switcher.contains(name)), "{path}");
        assert!(switcher.contains("<span lang=\"es\" aria-current=\"page\">Español"), "{path}");
        for (tag, language) in [("ja", "ja"), ("pt-BR", "pt"), ("en", "en"), ("es", "es")] {
            let address = format!("https://www.example.jp/{language}/{}", path.strip_prefix("es/").unwrap());
            let link = format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\">");
            assert!(page.contains(&link), "{path}: {link}");
        }
    }
}

#[test]
fn the_pages_say_in_spanish_that_the_plan_is_in_japanese_and_mark_it() {
    let project = with_spanish();
    project.build();
    let page = project.page(SECTION);
    for said in
        ["Parte traducida de esta página: 0\u{a0}%.", "El texto en japonés es el oficial", "Sin traducción"]
    {
        assert!(page.contains(said), "{said}");
    }
    let texts = texts(&page);
    let japanese: Vec<_> = texts.iter().filter(|(text, _)| text.contains("限られた経営資源")).collect();
    assert!(!japanese.is_empty() && japanese.iter().all(|(_, language)| language == "ja"), "{japanese:?}");
    let status: Value = serde_json::from_str(&project.page("data/status.json")).unwrap();
    let total = &status["languages"]["es"]["total"];
    assert_eq!(
        (&total["translated"], &total["percent"], &total["reviewed"]),
        (&0.into(), &0.into(), &false.into())
    );
    assert!(project.page("ja/translations.html").contains("<h2 id=\"es\" lang=\"es\">Español</h2>"));
}

#[test]
fn figures_and_charts_are_written_in_spanish() {
    let project = with_spanish();
    project.build();
    let page = project.page(SECTION);
    for figure in ["14,3\u{a0}%", "35,0\u{a0}%", "70.709 mil yenes", "411.519 mil yenes"] {
        assert!(page.contains(&format!(">{figure}<")), "{figure}");
    }
    let finding = "El valor de referencia del año fiscal 2024 es de 14,3\u{a0}%; la meta para el año fiscal 2029 es de \
                   35,0\u{a0}% (diferencia de +20,7 puntos).";
    assert!(page.contains(finding), "{finding}");
    let chart = project.page("es/charts/online-application-rate.svg");
    for word in
        ["xml:lang=\"es\"", "año fiscal 2024", "14,3\u{a0}%", ">100\u{a0}%<", "Diferencia +20,7 puntos"]
    {
        assert!(chart.contains(word), "{word}");
    }
    assert!(project.page("es/indicators.html").contains("41.616 personas"));
}

#[test]
fn a_language_named_with_its_region_writes_numbers_as_there() {
    let project = with_spanish();
    for (file, before, after) in [
        ("content/plan.yml", "en, es]", "en, es-419]"),
        ("locales/ui/es.yml", "  tag: es\n", "  tag: es-419\n"),
    ] {
        let path = project.root().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(before), "{file}");
        fs::write(path, text.replace(before, after)).unwrap();
    }
    let words = project.root().join("locales/ui");
    fs::rename(words.join("es.yml"), words.join("es-419.yml")).unwrap();
    project.build();
    let page = project.page(&SECTION.replace("es/", "es-419/"));
    for part in ["<html lang=\"es-419\">", ">14.3\u{a0}%<", ">70,709 mil yenes<"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(project.page("data/indicators.csv").contains("name_es_419"));
}

#[test]
fn no_page_shows_words_of_another_language_or_the_name_of_a_word() {
    let project = with_spanish();
    project.build();
    let spanish = spanish();
    let own: BTreeSet<&String> = spanish.values().collect();
    let others = ["ja", "pt", "en"].map(|language| words(&format!("locales/ui/{language}.yml")));
    let foreign: BTreeSet<&str> = others
        .iter()
        .flat_map(BTreeMap::values)
        .filter(|word| !own.contains(word))
        .map(String::as_str)
        .collect();
    assert!(foreign.len() > 1000);
    for (path, page) in pages(&project) {
        let of_page = texts(&page).into_iter().filter(|(_, language)| language == "es").map(|(text, _)| text);
        let labels =
            page.split(" aria-label=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        let mut count = 0;
        for text in of_page.chain(labels) {
            assert!(!foreign.contains(text.as_str()), "{path}: “{text}”");
            assert!(!text.contains(is_japanese), "{path}: “{text}”");
            let mut parts = text.split([' ', '(', ')', ',', ':']);
            let key = parts.find(|part| part.contains('.') && spanish.contains_key(*part));
            assert_eq!(key, None, "{path}");
            count += 1;
        }
        assert!(count > 20, "{path}: only {count} texts were looked at");
    }
}

#[test]
fn the_search_and_the_data_have_spanish_beside_the_other_languages() {
    let project = with_spanish();
    project.build();
    let search = project.page("es/search.html");
    let address = search.split("data-index=\"../").nth(1).unwrap().split('"').next().unwrap();
    let script = project.page(address);
    let index = script.split_once('(').unwrap().1.trim_end().trim_end_matches(");");
    let index: Value = serde_json::from_str(index).unwrap();
    assert_eq!((&index["tag"], &index["kinds"]["section"]), (&"es".into(), &"Texto".into()));
    let entries = index["entries"].as_array().unwrap();
    let accessibility = entries.iter().find(|entry| entry["href"] == "accessibility.html").unwrap();
    assert_eq!(accessibility["title"], "Accesibilidad");
    assert!(search.contains("data-count-many=\"%{n} de resultados\""));

    let header = project.page("data/indicators.csv").lines().next().unwrap().to_owned();
    for column in ["name", "chapter_title", "section_title", "target_text"] {
        assert!(header.contains(&format!("{column}_en,{column}_es,")), "{column}: {header}");
    }
    let described: Value = serde_json::from_str(&project.page("data/indicators.csv-metadata.json")).unwrap();
    let columns = described["tableSchema"]["columns"].as_array().unwrap();
    assert!(columns.iter().all(|column| column["titles"]["es"].is_string()));
    let linked: Value = serde_json::from_str(&project.page("data/plan.jsonld")).unwrap();
    assert_eq!(linked["@graph"][0]["inLanguage"][3], "es");
    assert!(project.page("es/data.html").contains("Nombre del indicador"));
}
