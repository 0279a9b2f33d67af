//! `keikaku new …`: what a town begins from.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::path::Path;
use std::process::Output;

use program::{command, files, repository};
use tempfile::TempDir;

/// Runs the program in `folder`, with nobody at the keyboard.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    command().current_dir(folder).args(arguments).write_stdin("").output().unwrap()
}

/// The same, and what it said; it must succeed.
fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The same of a run that must fail with `code`.
fn refused(folder: &Path, arguments: &[&str], code: i32) -> String {
    let output = run(folder, arguments);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    said
}

/// A new plan in the folder `town` of a new folder.
fn town() -> (TempDir, std::path::PathBuf) {
    let folder = TempDir::new().unwrap();
    done(folder.path(), &["new", "plan", "town"]);
    let town = folder.path().join("town");
    (folder, town)
}

fn text_of(file: &Path) -> String {
    fs::read_to_string(file).unwrap()
}

/// The numbers of the rules that a check of the plan under `root` tells of, each with its place.
fn told(root: &Path) -> Vec<String> {
    let document: serde_json::Value =
        serde_json::from_str(&done(root, &["check", "--format", "json"])).unwrap();
    let findings = document["findings"].as_array().unwrap().iter();
    findings
        .map(|found| format!("{} {}", found["file"].as_str().unwrap(), found["id"].as_str().unwrap()))
        .collect()
}

/// What is left to do in a plan as it is made.
const LEFT_TO_DO: [&str; 6] = [
    "content/1-chapter/1-section.md K0325",
    "content/1-chapter/chapter.md K0325",
    "content/glossary/01-term.md K0325",
    "content/plan.yml K0325",
    "locales/plan/en K0505",
    "locales/plan/pt K0505",
];

#[test]
fn a_new_plan_builds_in_three_languages_and_a_check_says_what_is_left_to_do() {
    let (_folder, town) = town();
    assert_eq!(told(&town), LEFT_TO_DO);
    done(&town, &["build"]);
    for language in ["ja", "pt", "en"] {
        let page = text_of(&town.join(format!("public/{language}/1-chapter/1-section.html")));
        assert!(
            page.contains("節の題名") && page.contains("用語の見本") && page.contains("<svg"),
            "{language}"
        );
    }
}

#[test]
fn what_is_not_translated_is_told_once_for_each_language_at_the_first_place_to_write() {
    let (_folder, town) = town();
    done(&town, &["translate", "sync"]);
    let left: Vec<String> = told(&town).into_iter().filter(|line| line.ends_with("K0505")).collect();
    assert_eq!(left, ["locales/plan/en/plan.yml K0505", "locales/plan/pt/plan.yml K0505"]);
    let said = String::from_utf8(run(&town, &["check"]).stderr).unwrap();
    assert!(said.contains("translation: 17;") && said.contains("--> locales/plan/pt/plan.yml:3:1"), "{said}");
}

#[test]
fn the_starter_stands_in_the_source_as_a_plan_that_builds() {
    assert_eq!(told(&repository().join("src/starter/plan")), LEFT_TO_DO);
}

#[test]
fn the_starters_plan_file_explains_every_key_and_those_that_are_off_can_be_put_on() {
    let (_folder, town) = town();
    let text = text_of(&town.join("content/plan.yml"));
    let keys: serde_json::Value = serde_json::from_str(&done(&town, &["schema", "plan"])).unwrap();
    for key in keys["properties"].as_object().unwrap().keys() {
        let here = |line: &str| line.trim_start_matches("# ").starts_with(&format!("{key}:"));
        assert!(text.lines().any(here), "plan.yml does not show {key}");
    }
    let on = ["base_url", "publisher", "contact", "licence", "revision"]
        .iter()
        .fold(text, |text, key| text.replace(&format!("\n# {key}:"), &format!("\n{key}:")));
    assert!(!on.contains("\n# base_url:") && on.contains("\nrevision:"));
    fs::write(town.join("content/plan.yml"), on).unwrap();
    done(&town, &["build"]);
}

#[test]
fn a_new_plan_says_what_it_was_told_and_what_the_town_has_to_translate() {
    let folder = TempDir::new().unwrap();
    let years = ["--baseline-year", "2031", "--target-year", "２０３６"];
    let told = [&["new", "plan", "a town", "--town", "架空町", "--languages", "ja,en"], &years[..]].concat();
    let said = done(folder.path(), &told);
    assert!(said.contains("cd \"a town\"") && !said.contains("today"), "{said}");
    let town = folder.path().join("a town");
    let plan = text_of(&town.join("content/plan.yml"));
    let wanted = ["title: 架空町総合計画", "town: 架空町", "languages: [ja, en]", "baseline_year: 2031"];
    for line in wanted.iter().chain(&["target_year: 2036"]) {
        assert!(plan.lines().any(|own| own == *line), "{line}: {plan}");
    }
    let due = done(&town, &["translate", "status"]);
    assert!(due.contains("plan#title") && due.contains("plan#town") && !due.contains("pt:"), "{due}");
    done(&town, &["build"]);
}

#[test]
fn years_that_nobody_named_are_todays_and_the_program_says_so() {
    let folder = TempDir::new().unwrap();
    let said = done(folder.path(), &["new", "plan", "."]);
    let plan = text_of(&folder.path().join("content/plan.yml"));
    let year = |key: &str| -> u32 {
        let line = plan.lines().find_map(|line| line.strip_prefix(key)).unwrap();
        line.parse().unwrap()
    };
    let (baseline, target) = (year("baseline_year: "), year("target_year: "));
    assert_eq!(target, baseline + 5);
    assert!(said.contains(&format!("by today's date (baselines {baseline}, targets {target})")), "{said}");
}

#[test]
fn a_new_plan_takes_the_place_of_nothing() {
    let folder = TempDir::new().unwrap();
    for (path, text) in [("git/.git/config", "[core]"), ("git/.gitignore", "/mine/"), ("full/letter.txt", "")]
    {
        fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
        fs::write(folder.path().join(path), text).unwrap();
    }
    done(folder.path(), &["new", "plan", "git"]);
    assert_eq!(text_of(&folder.path().join("git/.gitignore")), "/mine/");
    let before = files(folder.path());
    for dir in ["git", "full", "full/letter.txt"] {
        assert!(refused(folder.path(), &["new", "plan", dir], 1).contains("error[K1101]"));
    }
    assert_eq!(files(folder.path()), before);
}

#[test]
fn a_plan_grows_by_commands_and_builds_after_each() {
    let (_folder, town) = town();
    done(&town, &["new", "chapter", "--title", "行財政と協働", "--name", "administration"]);
    done(&town, &["build"]);
    let section = ["new", "section", "--chapter", "2", "--title", "公園: 整備", "--name", "parks"];
    done(&town, &[&section[..], &["--pillars", "柱その2", "--sdgs", "3,11"]].concat());
    let said =
        done(&town, &["new", "term", "--term", "生成AI", "--reading", "セイセイえーあい", "--name", "ai"]);
    assert!(said.contains("put 【※2】 after “生成AI”"), "{said}");
    let unused = run(&town, &["check"]);
    assert!(unused.status.success() && String::from_utf8_lossy(&unused.stderr).contains("[K0307]"));
    let chapter = text_of(&town.join("content/2-administration/chapter.md"));
    assert!(chapter.starts_with("---\nnumeral: Ⅱ\ntitle: 行財政と協働\n---\n"), "{chapter}");
    let parks = town.join("content/2-administration/1-parks.md");
    let text = text_of(&parks);
    assert!(
        text.contains("title: \"公園: 整備\"\n") && text.contains("\npillars: [柱その2]\nsdgs: [3, 11]\n")
    );
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(
        headings,
        ["## 現状と課題 {#situation}", "## 施策の基本方針 {#policy}", "## 主な取り組み内容 {#initiatives}"]
    );
    let term = text_of(&town.join("content/glossary/02-ai.md"));
    assert!(term.starts_with("---\nnumber: 2\nterm: 生成AI\nreading: せいせいえーあい\n---\n"), "{term}");
    fs::write(&parks, text.replacen("ここに本文を書きます。", "生成AI【※2】を使います。", 1)).unwrap();
    let checked = run(&town, &["check"]);
    assert!(!String::from_utf8_lossy(&checked.stderr).contains("[K0307]"));
    done(&town, &["build"]);
    assert!(text_of(&town.join("public/ja/2-administration/1-parks.html")).contains("公園: 整備"));
}

#[test]
fn the_example_in_a_new_section_is_an_indicator_once_its_signs_are_gone() {
    let (_folder, town) = town();
    done(&town, &["new", "section", "--title", "公園", "--name", "parks"]);
    let parks = town.join("content/1-chapter/2-parks.md");
    let text = text_of(&parks);
    let at = text.find("# kpi:").unwrap();
    let lines = text[at..].lines().map(|line| line.strip_prefix("# ").unwrap_or(line).to_owned() + "\n");
    let example = lines.collect::<String>().replace("sample-indicator", "park-visits");
    fs::write(&parks, format!("{}{example}", &text[..at]).replace("# sdgs", "sdgs")).unwrap();
    done(&town, &["build"]);
    let page = text_of(&town.join("public/ja/1-chapter/2-parks.html"));
    assert!(page.contains("id=\"park-visits\"") && page.contains("sdg/17.html"), "{page}");
}

#[test]
fn a_new_section_has_the_headings_of_its_neighbours() {
    let (_folder, town) = town();
    let first = town.join("content/1-chapter/1-section.md");
    let text = text_of(&first).replace("## 現状と課題 {#situation}", "## 現状 {#present}");
    fs::write(&first, text).unwrap();
    done(&town, &["new", "section", "--title", "公園", "--name", "parks"]);
    let parks = text_of(&town.join("content/1-chapter/2-parks.md"));
    assert!(parks.contains("## 現状 {#present}\n") && !parks.contains("{#situation}"), "{parks}");
    for section in ["1-section", "2-parks"] {
        fs::remove_file(town.join(format!("content/1-chapter/{section}.md"))).unwrap();
    }
    done(&town, &["new", "section", "--title", "道路", "--name", "roads"]);
    let roads = text_of(&town.join("content/1-chapter/1-roads.md"));
    assert!(
        roads.contains("## 現状と課題 {#situation}\n"),
        "without neighbours, those of the starter: {roads}"
    );
}

#[test]
fn numbers_that_are_taken_are_refused_and_the_next_is_found_past_gaps_and_broken_files() {
    let (_folder, town) = town();
    fs::write(town.join("content/1-chapter/7-broken.md"), "no front matter").unwrap();
    let section = ["new", "section", "--title", "公園", "--name", "parks"];
    let before = files(&town);
    let said = refused(&town, &[&section[..], &["--number", "7"]].concat(), 1);
    assert!(said.contains("error[K1102]") && said.contains("content/1-chapter/7-broken.md"), "{said}");
    assert!(said.contains("--number 8"), "{said}");
    assert_eq!(files(&town), before);
    assert!(done(&town, &section).contains("content/1-chapter/8-parks.md"));
    // The number that counts is the one in the file, whatever the file is called.
    fs::rename(town.join("content/glossary/01-term.md"), town.join("content/glossary/term.md")).unwrap();
    let term = ["new", "term", "--term", "カナ", "--name", "kana"];
    let said = refused(&town, &[&term[..], &["--number", "1"]].concat(), 1);
    assert!(said.contains("content/glossary/term.md"), "{said}");
    done(&town, &[&term[..], &["--definition", "* 印のことです。"]].concat());
    let kana = text_of(&town.join("content/glossary/02-kana.md"));
    assert_eq!(kana, "---\nnumber: 2\nterm: カナ\nreading: かな\n---\n\n\\* 印のことです。\n");
}

#[test]
fn a_file_behind_a_link_that_the_plan_does_not_read_is_not_overwritten() {
    let (folder, town) = town();
    let elsewhere = folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    fs::write(elsewhere.join("chapter.md"), "mine").unwrap();
    std::os::unix::fs::symlink(&elsewhere, town.join("content/2-work")).unwrap();
    let said = refused(&town, &["new", "chapter", "--title", "仕事", "--name", "work"], 1);
    assert!(said.contains("error[K0702]") && said.contains("content/2-work/chapter.md"), "{said}");
    assert_eq!(text_of(&elsewhere.join("chapter.md")), "mine");
}

#[test]
fn a_flag_that_is_missing_or_wrong_is_named_and_nothing_is_made() {
    let (_folder, town) = town();
    done(&town, &["new", "chapter", "--title", "協働", "--name", "together"]);
    let before = files(&town);
    let of_section = ["new", "section", "--chapter", "1", "--title", "公園"];
    for (arguments, flag) in [
        (&["new", "chapter"][..], "--title"),
        (&["new", "chapter", "--title", "協働"], "--name"),
        (&["new", "section", "--title", "公園", "--name", "parks"], "--chapter"),
        (&["new", "section", "--chapter", "9"], "--chapter 9"),
        (&of_section, "--name"),
        (&[&of_section[..], &["--name", "2-parks"]].concat(), "--name 2-parks"),
        (&[&of_section[..], &["--name", "parks", "--pillars", "まち"]].concat(), "--pillars まち"),
        (&[&of_section[..], &["--name", "parks", "--sdgs", "18"]].concat(), "--sdgs 18"),
        (&["new", "term", "--term", "生成AI", "--name", "ai"], "--reading"),
        (&["new", "plan", "other", "--languages", "ja,xx"], "--languages ja,xx"),
        (&["new", "plan", "other", "--baseline-year", "令和7年"], "--baseline-year 令和7年"),
    ] {
        let said = refused(&town, arguments, 2);
        assert!(said.starts_with("error: ") && said.contains(&format!("`{flag}`")), "{said}");
    }
    assert_eq!(files(&town), before);
}

#[test]
fn a_missing_flag_is_named_in_the_language_of_the_office() {
    let (_folder, town) = town();
    let said = |language: &str| {
        let output =
            command().current_dir(&town).env("LANG", language).args(["new", "term"]).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(
        said("ja_JP.UTF-8").starts_with("エラー: `--term` がありません（用語）。"),
        "{}",
        said("ja_JP.UTF-8")
    );
    assert!(said("pt_BR.UTF-8").contains("falta `--term` (Termo, em japonês)"), "{}", said("pt_BR.UTF-8"));
}

#[test]
fn without_a_plan_nothing_is_added_and_the_way_to_one_is_told() {
    let folder = TempDir::new().unwrap();
    let said = refused(folder.path(), &["new", "chapter", "--title", "協働", "--name", "together"], 1);
    assert!(said.contains("content/plan.yml") && said.contains("keikaku new plan"), "{said}");
    assert!(files(folder.path()).is_empty());
}
