//! `keikaku import`: the text of a printed chapter becomes the files of `content/`, and nothing of it is lost.

#[path = "support/manuscript.rs"]
mod manuscript;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use keikaku::diagnostic::{Diagnostic, Rule};
use keikaku::pipeline;
use keikaku::plan::Plan;
use manuscript::{PRINTED, empty_project, errors_in, read, without_comments};
use program::{command, files, repository};
use tempfile::TempDir;

/// The lines of the text that findings of `rule` are about.
fn lines_told(rule: Rule, findings: &[Diagnostic], text: &str) -> Vec<usize> {
    let told = findings.iter().filter(|finding| finding.rule == rule);
    told.map(|finding| text[..finding.order().1].matches('\n').count() + 1).collect()
}

fn import(file: &Path, root: &Path) -> std::process::Output {
    command().arg("import").arg(file).arg("--root").arg(root).output().unwrap()
}

fn text_of(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// A file of this repository's `content/` as an import would propose it: with its ids and without readings.
fn as_proposed(path: &str, text: &str) -> String {
    let number = path.rsplit('/').next().unwrap().split('-').next().unwrap();
    let (mut kind, mut count) = ("", 0);
    let mut lines = Vec::new();
    for line in without_comments(text).lines() {
        (kind, count) = match line {
            "kgi:" => ("kgi", 0),
            "kpi:" => ("kpi", 0),
            _ => (kind, count + usize::from(line.starts_with("  - id: "))),
        };
        lines.push(match line {
            id if id.starts_with("  - id: ") => format!("  - id: {kind}-3-{number}-{count}\n"),
            reading if reading.starts_with("reading: ") => String::new(),
            line => format!("{line}\n"),
        });
    }
    lines.concat()
}

/// The name that an import proposes for a file of this repository's `content/`.
fn proposed_name(path: &str) -> String {
    let (folder, name) = path.split_once('/').unwrap();
    let number = name.split('-').next().unwrap();
    match (folder, name) {
        ("glossary", _) => format!("glossary/{number}-term.md"),
        (_, "chapter.md") => "3-chapter/chapter.md".to_owned(),
        _ => format!("3-chapter/{number}-section.md"),
    }
}

fn facts(plan: &Plan) -> Vec<[String; 4]> {
    let of = |indicator: &keikaku::plan::Indicator| {
        let values = [&indicator.name, &indicator.baseline.written, &indicator.target.written];
        let [name, baseline, target] = values.map(|unit| unit.text.clone());
        [format!("{:?}", indicator.kind), name, baseline, target]
    };
    plan.indicators().map(of).collect()
}

#[test]
fn the_printed_chapter_becomes_the_content_of_this_repository() {
    let project = empty_project();
    let output = import(&repository().join("tests/plan/chapter-3.ja.txt"), project.path());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut imported = files(&project.path().join("content"));
    for (path, text) in files(&repository().join("content")) {
        if path == "plan.yml" {
            continue;
        }
        let expected = as_proposed(&path, std::str::from_utf8(&text).unwrap());
        let written = imported.remove(&proposed_name(&path)).unwrap_or_else(|| panic!("no file for {path}"));
        let written = String::from_utf8(written).unwrap();
        let written = without_comments(&written);
        let lines: Vec<&str> = written.lines().filter(|line| !line.starts_with("reading: ")).collect();
        assert_eq!(lines, expected.lines().collect::<Vec<_>>(), "{path}");
    }
    assert_eq!(imported.into_keys().collect::<Vec<_>>(), ["plan.yml"]);
    let (_, original) = pipeline::plan(repository()).unwrap();
    let (_, plan) = pipeline::plan(project.path()).unwrap();
    assert_eq!(facts(&plan), facts(&original));
    assert_eq!(facts(&plan).len(), 24);
}

#[test]
fn what_the_print_does_not_tell_is_asked_and_kept() {
    let (manuscript, findings) = read(PRINTED);
    let lines = |rule| lines_told(rule, &findings, PRINTED);
    assert_eq!(lines(Rule::GoalsLost), [75, 128, 225]);
    assert_eq!(lines(Rule::NotPlaced), [284]);
    assert_eq!(lines(Rule::ReadingUnknown), [60, 61, 62, 63]);
    assert_eq!(findings.len(), 8, "{findings:?}");
    let files = manuscript.unwrap().files;
    let kept: Vec<&str> =
        files.iter().flat_map(|file| file.text.lines()).filter(|line| line.starts_with("# ")).collect();
    assert_eq!(
        kept,
        [
            "# chapter.txt:75: SDGs",
            "# chapter.txt:128: SDGs",
            "# chapter.txt:225: SDGs",
            "# chapter.txt:284: 公平な社会を",
            "# chapter.txt:285: 実現しよう",
        ]
    );
}

#[test]
fn an_imported_chapter_builds() {
    let project = empty_project();
    let root = project.path();
    assert!(import(&repository().join("tests/plan/chapter-3.ja.txt"), root).status.success());
    let out = root.join("public");
    let output = command().arg("build").arg("--root").arg(root).arg("--out").arg(&out).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(text_of(&out.join("ja/3-chapter/1-section.html")).contains("限られた経営資源でより効果的な"));
}

#[test]
fn importing_twice_changes_nothing_and_overwrites_nothing() {
    let project = empty_project();
    let printed = repository().join("tests/plan/chapter-3.ja.txt");
    assert!(import(&printed, project.path()).status.success());
    let first = files(project.path());
    assert!(import(&printed, project.path()).status.success());
    assert_eq!(files(project.path()), first);
    let edited = project.path().join("content/3-chapter/2-section.md");
    fs::write(&edited, text_of(&edited).replace("協働", "共同")).unwrap();
    let renamed = project.path().join("content/glossary/09-generative-ai.md");
    fs::rename(project.path().join("content/glossary/09-term.md"), renamed).unwrap();
    let before = files(project.path());
    let output = import(&printed, project.path());
    assert!(!output.status.success());
    assert_eq!(files(project.path()), before);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("content/3-chapter/2-section.md"), "{told}");
    assert!(told.contains("content/glossary/09-generative-ai.md"), "{told}");
    assert_eq!(told.matches("K0903").count(), 2, "{told}");
}

#[test]
fn without_a_plan_the_import_says_what_it_has_to_hold() {
    let folder = TempDir::new().unwrap();
    let output = import(&repository().join("tests/plan/chapter-3.ja.txt"), folder.path());
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).unwrap();
    for line in ["content/plan.yml", "baseline_year: 2024", "target_year: 2029", "  pillar-1: ひと"] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!folder.path().join("content/plan.yml").exists());
}

#[test]
fn text_is_read_as_a_japanese_windows_saves_it() {
    let folder = empty_project();
    let file = folder.path().join("chapter.txt");
    // It has one dash.
    let printed = PRINTED.replace('—', "―");
    let (shift_jis, _, malformed) = encoding_rs::SHIFT_JIS.encode(&printed);
    assert!(!malformed);
    let windows = shift_jis.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]);
    fs::write(&file, windows).unwrap();
    assert!(import(&file, folder.path()).status.success());
    let (manuscript, _) = read(PRINTED);
    for file in manuscript.unwrap().files {
        assert_eq!(text_of(&folder.path().join(&file.path)), file.text);
    }
}

/// A chapter with one section whose only table has `head` and `rows`, and the section's file.
fn section_with(head: &str, rows: &str) -> (String, Vec<Rule>) {
    let text = format!("Ⅰ 暮らし\n\n1 水道\n\n現状と課題\n\n水道です。\n\nKPI\n\n{head}\n{rows}\n");
    let (manuscript, findings) = read(&text);
    let manuscript = manuscript.unwrap();
    assert!(errors_in(&manuscript).is_empty(), "{:?}", errors_in(&manuscript));
    let file = manuscript.files.iter().find(|file| file.path.ends_with("1-section.md")).unwrap();
    let front = file.text.split("---\n").nth(1).unwrap();
    let after_title = front.strip_prefix("title: 水道\n").unwrap().to_owned();
    (after_title, findings.iter().map(|finding| finding.rule).collect())
}

#[test]
fn figures_stand_as_printed_whatever_the_table_has_besides() {
    let usual = "kpi:\n  - id: kpi-1-1-1\n    name: 漏水率\n    baseline: 9.5%\n    target: 8.0%\n";
    let head = "\t2024年度 基準値\t2029年度 目標値";
    for (what, (head, rows), (written, rules)) in [
        ("as usual", (head, "漏水率\t9.5%\t8.0%"), (usual.to_owned(), vec![])),
        ("spaces in figures", (head, "漏水率\t9.5 %\t 8.0% "), (usual.to_owned(), vec![])),
        (
            "full-width figures",
            (head, "漏水率\t９．５％\t８．０％"),
            (usual.replace("9.5%", "９．５％").replace("8.0%", "８．０％"), vec![]),
        ),
        (
            "a value between",
            ("\t2024年度 基準値\t2027年度 中間目標値\t2029年度 目標値", "漏水率\t9.5%\t8.8%\t8.0%"),
            (
                format!("{usual}# chapter.txt:11: 2024年度 基準値\t2027年度 中間目標値\t2029年度 目標値\n# chapter.txt:12: 漏水率\t9.5%\t8.8%\t8.0%\n"),
                vec![Rule::CellNotPlaced],
            ),
        ),
        (
            "a unit, a source and a remark",
            ("指標名\t単位\t2024年度 基準値\t2029年度 目標値\t出典\t備考", "漏水率\t%\t9.5\t8.0\t水道課\t推計"),
            (
                "kpi:\n  - id: kpi-1-1-1\n    name: 漏水率\n    baseline: 9.5\n    target: 8.0\n    \
                 unit: \"%\"\n    source: 水道課\n    note: 推計\n"
                    .to_owned(),
                vec![],
            ),
        ),
        (
            "other years than the plan's",
            ("\t令和5年度 現状値\t令和12年度 目標値", "漏水率\t9.5%\t8.0%"),
            (format!("{usual}    baseline_year: 2023\n    target_year: 2030\n"), vec![]),
        ),
        (
            "a broken name",
            (head, "漏水\n率\t9.5%\t8.0%"),
            (usual.to_owned(), vec![Rule::RowJoined]),
        ),
        (
            "a row with a cell too few",
            (head, "漏水率\t9.5%\t8.0%\n断水\t3回"),
            (format!("{usual}# chapter.txt:13: 断水\t3回\n"), vec![Rule::NotPlaced]),
        ),
        (
            "words that YAML would read otherwise",
            (head, "Leaks: all # 1\t-\t8.0%"),
            (
                "kpi:\n  - id: kpi-1-1-1\n    name: \"Leaks: all # 1\"\n    baseline: \"-\"\n    target: 8.0%\n".to_owned(),
                vec![],
            ),
        ),
    ] {
        let (section, told) = section_with(head, rows);
        assert_eq!(section, written, "{what}");
        assert_eq!(told, rules, "{what}");
    }
}

#[test]
fn lists_headings_and_signs_of_markdown_are_written_as_printed() {
    let text = "Ⅰ 暮らし\n\n1 水道\n\n現状と課題\n\n水道です。\n\n関係する団体\n\n①水道課\n②下水道課\n\n\
                現状と課題\n\n- 一つ目\n③三つ目\n\n# A と <b> の文です。\n";
    let (manuscript, findings) = read(text);
    let manuscript = manuscript.unwrap();
    assert!(errors_in(&manuscript).is_empty());
    let body = manuscript.files[1].text.split("---\n").nth(2).unwrap();
    assert_eq!(
        body,
        "\n## 現状と課題 {#situation}\n\n水道です。\n\n## 関係する団体 {#heading-1}\n\n1. 水道課\n2. 下水道課\n\n\
         ## 現状と課題 {#situation-2}\n\n- 一つ目\n- ③三つ目\n\n\\# Aと\\<b\\>の文です。\n"
    );
    assert_eq!(lines_told(Rule::HeadingGuessed, &findings, text), [9]);
    assert_eq!(findings.len(), 1);
}

#[test]
fn a_text_with_two_chapters_becomes_two() {
    let text = "第1章 暮らし\n\n1 水道\n\n現状と課題\n\n水道です。\n\n第2章 仕事\n\n1 農業\n\n現状と課題\n\n農業です。\n";
    let (manuscript, findings) = read(text);
    let paths: Vec<String> = manuscript.unwrap().files.into_iter().map(|file| file.path).collect();
    let expected = ["1-chapter/chapter", "1-chapter/1-section", "2-chapter/chapter", "2-chapter/1-section"];
    assert_eq!(paths, expected.map(|name| format!("content/{name}.md")));
    assert!(findings.is_empty(), "{findings:?}");
}
