//! The tables of the data: the digits of the plan and no others, in a form that spreadsheets and
//! statistics programs read.

mod support;

use std::collections::BTreeMap;
use std::fs;

use support::Project;
use support::program::{files, repository};

/// A row by the names of its columns.
type Row = BTreeMap<String, String>;

const SECTION: &str = "3-administration/1-efficient-administration";

/// The rows of a table of the site.
fn rows(project: &Project, path: &str) -> Vec<Row> {
    let text = project.page(&format!("data/{path}"));
    let mut reader = csv::Reader::from_reader(text.strip_prefix('\u{feff}').unwrap().as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The paths of all tables.
fn tables(project: &Project) -> Vec<String> {
    let is_table = |path: &String| path.rsplit('.').next() == Some("csv");
    files(&project.out().join("data")).into_keys().filter(is_table).collect()
}

fn edit(project: &Project, from: &str, to: &str) {
    let path = project.root().join(format!("content/{SECTION}.md"));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from} is not there");
    fs::write(path, text.replacen(from, to, 1)).unwrap();
}

/// What the files say of each indicator, line by line: its id and the two written values.
fn written(project: &Project) -> Vec<(String, String)> {
    let mut written = Vec::new();
    let mut id = String::new();
    for (_, bytes) in files(&project.root().join("content/3-administration")) {
        for line in String::from_utf8(bytes).unwrap().lines() {
            match line.trim_start_matches([' ', '-']).split_once(": ") {
                Some(("id", value)) => value.clone_into(&mut id),
                Some(("baseline" | "target", value)) => written.push((id.clone(), value.to_owned())),
                _ => {}
            }
        }
    }
    written
}

fn is_bare(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    let mut parts = digits.split('.');
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.next().is_some_and(is_digits) && parts.next().is_none_or(is_digits) && parts.next().is_none()
}

#[test]
fn every_figure_stands_digit_for_digit_as_in_the_files_of_the_plan() {
    let project = Project::real();
    project.build();
    let rows = rows(&project, "observations.csv");
    let told: Vec<_> = rows.iter().map(|row| (row["indicator"].clone(), row["text"].clone())).collect();
    assert_eq!(told, written(&project));
    assert_eq!(rows.len(), 48, "24 indicators, each with a baseline and a target");
    for row in &rows {
        let digits: String = row["text"].chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        assert_eq!(row["value"], digits, "{row:?}");
        let rest = row["text"].trim_start_matches(|c: char| c.is_ascii_digit() || ",.".contains(c));
        assert_eq!(row["unit"], if digits.is_empty() { "" } else { rest }, "{row:?}");
        let year = if row["kind"] == "baseline" { "2024" } else { "2029" };
        assert_eq!(row["fiscal_year"], year);
    }
    let with = |status: &str| rows.iter().filter(|row| row["status"] == status).count();
    assert_eq!([with("number"), with("none"), with("words")], [44, 3, 1]);
}

#[test]
fn each_way_to_write_a_value_has_its_own_row_of_cells() {
    let project = Project::real();
    let cases = [
        ("18.8万人", "188000", "人", "", "number"),
        ("2億円", "200000000", "円", "", "number"),
        ("８８．４０％", "88.40", "%", "", "number"),
        ("△3.2%", "-3.2", "%", "", "number"),
        ("2,000人以上", "2000", "人", "at-least", "number"),
        ("5件未満", "5", "件", "less-than", "number"),
        ("610人（期間平均）", "610", "人", "", "number"),
        ("20〜30人", "", "人", "", "range"),
        ("3/9", "", "", "", "fraction"),
        ("策定", "", "", "", "words"),
        ("なし", "", "", "", "none"),
    ];
    let years: Vec<String> = (2025..)
        .zip(cases)
        .map(|(year, (text, ..))| {
            format!(
                "      {year}: {text}
"
            )
        })
        .collect();
    edit(
        &project,
        "    baseline: 14.3%\n    target: 35.0%\n",
        &format!(
            "    baseline: 14.3%\n    target: 35.0%\n    goal: at-least\n    actuals:\n{}",
            years.concat()
        ),
    );
    project.build();
    let rows = rows(&project, "indicator/online-application-rate.csv");
    assert_eq!(rows.len(), cases.len() + 2);
    for (row, (text, value, unit, bound, status)) in
        rows.iter().filter(|row| row["kind"] == "actual").zip(cases)
    {
        let cells = [&row["text"], &row["value"], &row["unit"], &row["bound"], &row["status"]];
        assert_eq!(cells, [text, value, unit, bound, status]);
    }
}

#[test]
fn cells_for_numbers_hold_bare_numbers_or_nothing() {
    let project = Project::real();
    project.build();
    let mut numbers = 0;
    let tables = tables(&project).into_iter();
    for (path, row) in
        tables.flat_map(|path| rows(&project, &path).into_iter().map(move |row| (path.clone(), row)))
    {
        let columns =
            ["value", "baseline", "target", "fiscal_year", "baseline_year", "target_year", "survey_size"];
        for number in columns.iter().filter_map(|column| row.get(*column)).filter(|cell| !cell.is_empty()) {
            assert!(is_bare(number), "{path}: {number}");
            numbers += 1;
        }
        let pairs = [("value", "status"), ("baseline", "baseline_status"), ("target", "target_status")];
        for (number, status) in pairs.iter().filter(|(number, _)| row.contains_key(*number)) {
            assert_eq!(row[*number].is_empty(), row[*status] != "number", "{path}: {row:?}");
        }
    }
    assert!(numbers > 200, "only {numbers} numbers were looked at");
}

#[test]
fn every_table_begins_with_a_mark_for_utf_8_and_ends_its_lines_as_windows_does() {
    let project = Project::real();
    project.build();
    let tables = tables(&project);
    assert_eq!(tables.len(), 2 + 6 + 24, "the plan, its sections, its indicators");
    for path in tables {
        let text = project.page(&format!("data/{path}"));
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{path}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "{path}");
    }
}

#[test]
fn the_files_of_sections_and_of_indicators_are_the_rows_of_the_whole() {
    let project = Project::real();
    project.build();
    let whole = rows(&project, "observations.csv");
    for folder in ["section/3-administration", "indicator"] {
        let parts = files(&project.out().join("data").join(folder)).into_keys();
        let mut found: Vec<Row> =
            parts.flat_map(|part| rows(&project, &format!("{folder}/{part}"))).collect();
        let mut expected = whole.clone();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{folder}");
    }
    assert_eq!(rows(&project, "section/3-administration/1-efficient-administration.csv"), whole[..8]);
}

#[test]
fn the_list_of_indicators_has_their_names_in_every_language() {
    let project = Project::real();
    project.build();
    let rows = rows(&project, "indicators.csv");
    assert_eq!(rows.len(), 24);
    for column in ["name", "chapter_title", "section_title"] {
        for language in ["ja", "pt", "en"] {
            let column = format!("{column}_{language}");
            assert!(rows.iter().all(|row| !row[&column].is_empty()), "{column}");
        }
    }
    let first = &rows[0];
    assert_eq!(first["target_text"], "類似団体平均以下");
    assert_eq!(first["target_text_en"], "At or below the average of similar municipalities");
    assert_eq!(first["page"], format!("ja/{SECTION}.html#{}", first["id"]));
    let printed = |id: &str| rows.iter().find(|row| row["id"] == id).unwrap()["sdgs"].clone();
    assert_eq!((printed("population").as_str(), first["sdgs"].as_str()), ("10;17", ""));
}

#[test]
fn a_translation_that_is_missing_or_fell_behind_leaves_its_cell_empty() {
    let project = Project::real();
    fs::remove_file(project.root().join(format!("locales/plan/pt/{SECTION}.yml"))).unwrap();
    edit(&project, "name: 行政手続きの電子申請率", "name: 行政手続の電子申請率");
    project.build();
    let rows = rows(&project, "indicators.csv");
    let row = rows.iter().find(|row| row["id"] == "online-application-rate").unwrap();
    assert_eq!([&row["name_ja"], &row["name_pt"], &row["name_en"]], ["行政手続の電子申請率", "", ""]);
    assert_eq!(rows[0]["name_pt"], "");
    assert_eq!(rows[0]["name_en"], "Ordinary balance ratio");
}

#[test]
fn no_text_of_the_plan_runs_as_a_formula_in_a_spreadsheet() {
    let project = Project::real();
    edit(&project, "name: 行政手続きの電子申請率", "name: '=HYPERLINK(\"https://example.jp\")'");
    edit(&project, "baseline: 14.3%", "baseline: -14.3%");
    project.build();
    let rows = rows(&project, "indicators.csv");
    let row = rows.iter().find(|row| row["id"] == "online-application-rate").unwrap();
    assert_eq!(row["name_ja"], "'=HYPERLINK(\"https://example.jp\")");
    assert_eq!([&row["baseline"], &row["baseline_text"]], ["-14.3", "-14.3%"]);
    for path in ["data/plan.jsonld", "data/plan.stratml.xml"] {
        let text = project.page(path);
        assert!(text.contains("=HYPERLINK(") && !text.contains("'=HYPERLINK("), "{path}");
    }
}

#[test]
fn the_list_of_indicators_says_how_each_stands_and_with_which_quantities() {
    let project = Project::of(&repository().join("tests/example"));
    project.build();
    let rows = rows(&project, "indicators.csv");
    let of = |id: &str, columns: &[&str]| -> Vec<String> {
        let row = rows.iter().find(|row| row["id"] == id).unwrap();
        columns.iter().map(|column| row[*column].clone()).collect()
    };
    let columns = ["assessment", "assessment_year", "assessment_rule", "progress", "elapsed", "pace"];
    // 5699/10000, 3/5 and 5699/6000, which is rounded down.
    assert_eq!(of("moderate", &columns), ["moderate", "2027", "level", "0.5699", "0.6", "0.949833"]);
    assert_eq!(of("floor", &["assessment", "kept_years", "measured_years", "pace"]), ["kept", "2", "3", ""]);
    assert_eq!(of("not-measured", &columns), ["not-measured", "", "", "", "", ""]);
    let numbers = ["progress", "elapsed", "pace", "sum", "needed", "gap", "margin", "ratio"];
    let cells = rows.iter().flat_map(|row| numbers.iter().map(|column| &row[*column]));
    let filled: Vec<&String> = cells.filter(|cell| !cell.is_empty()).collect();
    assert!(filled.len() > 60 && filled.iter().all(|cell| is_bare(cell)), "{filled:?}");
}
