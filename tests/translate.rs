//! The translator's desk, on real projects: what the commands say and what they leave in the files.

#[path = "support/mod.rs"]
mod support;

use std::fs;

use support::Project;
use support::program::command;

const SECTION: &str = "3-administration/3-multicultural-coexistence";

/// Runs `keikaku translate` with `arguments`; what it printed, and whether it went well.
fn translate(project: &Project, arguments: &[&str]) -> (String, bool) {
    let output =
        command().arg("translate").args(arguments).arg("--root").arg(project.root()).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.success())
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn write(project: &Project, path: &str, text: &str) {
    let path = project.root().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Replaces `from`, which must stand there once, by `to`.
fn edit(project: &Project, path: &str, from: &str, to: &str) {
    let text = read(project, path);
    assert_eq!(text.matches(from).count(), 1, "{path}: {from}");
    write(project, path, &text.replace(from, to));
}

fn locale(language: &str) -> String {
    format!("locales/plan/{language}/{SECTION}.yml")
}

#[test]
fn a_reworded_paragraph_is_named_shown_word_by_word_and_confirmed_without_another_byte() {
    let project = Project::real();
    let before = ["pt", "en"].map(|language| read(&project, &locale(language)));
    let paragraph = read(&project, &format!("content/{SECTION}.md"));
    let paragraph = paragraph.split("{#situation}").nth(1).unwrap().trim().lines().next().unwrap().to_owned();
    let reworded = paragraph.replacen("外国人が", "外国籍の人が", 1);
    assert_ne!(paragraph, reworded);
    edit(&project, &format!("content/{SECTION}.md"), &paragraph, &reworded);

    let (status, _) = translate(&project, &["status"]);
    let due: Vec<&str> = status.lines().filter(|line| line.starts_with("    ")).map(str::trim).collect();
    let id = format!("{SECTION}#situation.1");
    assert_eq!(due.len(), 2, "{status}");
    for (due, language) in due.iter().zip(["pt", "en"]) {
        assert!(due.starts_with(&format!("changed  {id}  locales/plan/{language}/{SECTION}.yml:")), "{due}");
    }
    assert!(!translate(&project, &["status", "--require", "100"]).1, "less than 100 % is up to date");
    assert!(translate(&project, &["status", "--require", "99"]).1);

    let (diff, _) = translate(&project, &["diff", &id]);
    assert_eq!(diff.matches("外国{+籍の+}人が").count(), 2, "{diff}");

    project.build();
    for (language, notice) in [("pt", "Tradução desatualizada"), ("en", "Outdated translation")] {
        assert_eq!(project.page(&format!("{language}/{SECTION}.html")).matches(notice).count(), 1);
    }

    let (confirmed, done) = translate(&project, &["confirm", &id]);
    assert!(done && confirmed.lines().count() == 2, "{confirmed}");
    for (language, before) in ["pt", "en"].iter().zip(before) {
        assert_eq!(read(&project, &locale(language)), before.replacen(&paragraph, &reworded, 1));
    }
    project.build();
    assert!(!project.page(&format!("pt/{SECTION}.html")).contains("Tradução desatualizada"));
    assert!(translate(&project, &["status", "--require", "100"]).1);
}

#[test]
fn one_language_is_confirmed_without_the_other() {
    let project = Project::real();
    edit(&project, "content/glossary/09-generative-ai.md", "生成AI", "生成ＡＩ（人工知能）");
    let id = "glossary/09-generative-ai";
    let (said, _) = translate(&project, &["confirm", id, "--language", "en"]);
    assert_eq!(said, format!("en: {id}#term confirmed.\n"));
    let (status, _) = translate(&project, &["status"]);
    assert_eq!(status.matches("    changed").count(), 1, "{status}");
    let (again, done) = translate(&project, &["confirm", id, "--language", "en"]);
    assert!(done && again.contains("Nothing was changed"), "{again}");
}

#[test]
fn a_paragraph_that_is_inserted_shifts_nobodys_translation() {
    let project = Project::real();
    let content = format!("content/{SECTION}.md");
    let first = read(&project, &content)
        .split("{#situation}")
        .nth(1)
        .unwrap()
        .trim()
        .lines()
        .next()
        .unwrap()
        .to_owned();
    edit(&project, &content, &first, &format!("新たに加わった一文です。\n\n{first}"));
    project.build();
    let page = project.page(&format!("en/{SECTION}.html"));
    assert_eq!(page.matches("is-outdated").count(), 0, "even before the files are synced");
    assert_eq!(page.matches("is-untranslated").count(), 1);

    let before = read(&project, &locale("en"));
    let (said, done) = translate(&project, &["sync", "--language", "en"]);
    assert!(done);
    assert!(said.starts_with(&format!("{}: added 1, moved ", locale("en"))), "{said}");
    let after = read(&project, &locale("en"));
    assert!(
        after.contains("situation.1:\n  ja: |-\n    新たに加わった一文です。\n  en:\nsituation.2:\n"),
        "{after}"
    );
    let texts = |file: &str| -> Vec<String> {
        file.lines().filter(|line| line.starts_with("    ")).map(str::to_owned).collect()
    };
    let kept: Vec<String> = texts(&after).into_iter().filter(|line| !line.contains("新たに")).collect();
    assert_eq!(kept, texts(&before));
    assert_eq!(read(&project, &locale("pt")).matches("新たに").count(), 0, "only English was asked for");
    assert!(translate(&project, &["sync", "--language", "en"]).0.contains("Nothing was changed"));
}

#[test]
fn what_leaves_the_plan_waits_at_the_end_of_its_file_and_comes_back_with_its_text() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let content = "content/glossary/02-upkeep.md";
    let file = "locales/plan/pt/glossary/02-upkeep.yml";
    let whole = read(&project, content);
    let translation = read(&project, file).replace("body.1:", "# Nome oficial.\nbody.1: # ver ata")
        + "  _waive:\n    K0522: é um título\n";
    write(&project, file, &translation);
    edit(&project, content, "使えるように整えることです。", "");
    translate(&project, &["sync"]);
    let aside = read(&project, file);
    assert!(
        aside.ends_with(
            "orphans:\n  # Nome oficial.\n  body.1: # ver ata\n    ja: 使えるように整えることです。\n    pt: Deixar pronto para o uso.\n    _waive:\n      K0522: é um título\n"
        ),
        "{aside}"
    );
    project.build();
    write(&project, content, &whole);
    translate(&project, &["sync"]);
    assert_eq!(read(&project, file), translation);
}

#[test]
fn a_section_under_a_new_name_keeps_its_translation() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let root = project.root();
    fs::rename(root.join("content/1-living/2-forest.md"), root.join("content/1-living/2-woods.md")).unwrap();
    translate(&project, &["sync"]);
    let (old, new) = ("locales/plan/pt/1-living/2-forest.yml", "locales/plan/pt/1-living/2-woods.yml");
    assert!(read(&project, new).contains("das trilhas"), "{}", read(&project, new));
    assert!(!read(&project, old).contains("trilhas"), "{}", read(&project, old));
    assert!(translate(&project, &["status", "--require", "100"]).1);
}

#[test]
fn a_language_begins_with_every_text_of_the_plan_and_no_translation() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let plan = read(&project, "content/plan.yml");
    write(&project, "content/plan.yml", &plan.replace("languages: [ja, pt]", "languages: [ja, pt, es]"));
    let (said, done) = translate(&project, &["sync", "--language", "es"]);
    assert!(done, "{said}");
    let term = read(&project, "locales/plan/es/glossary/02-upkeep.yml");
    assert_eq!(
        term,
        "_version: 2\n_review: draft\nterm:\n  ja: 整備\n  es:\nbody.1:\n  ja: |-\n    使えるように整えることです。\n  es:\n"
    );
    let (status, _) = translate(&project, &["status", "--language", "es"]);
    assert!(status.starts_with("es: 0% (0 of "), "{status}");
}

#[test]
fn a_similar_text_is_shown_as_an_example_and_never_taken_for_a_translation() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let file = "locales/plan/pt/glossary/02-upkeep.yml";
    let line = "使えるように整えることです。";
    edit(
        &project,
        "content/glossary/02-upkeep.md",
        line,
        &format!("{line}\n\n道を使えるように整えることをいいます。"),
    );
    translate(&project, &["sync"]);
    let synced = read(&project, file);
    let entry = "body.2:\n  ja: |-\n    道を使えるように整えることをいいます。\n  pt:\n  _similar:\n    ja: |-\n      使えるように整えることです。\n    pt: |-\n      Deixar pronto para o uso.\n";
    assert!(synced.ends_with(entry), "{synced}");
    assert!(translate(&project, &["status"]).0.contains("not translated  glossary/02-upkeep#body.2"));
    write(&project, file, &synced.replace("\n  pt:\n", "\n  pt: Deixar o caminho pronto.\n"));
    translate(&project, &["sync"]);
    assert!(
        read(&project, file).ends_with("  pt: Deixar o caminho pronto.\n"),
        "the example has done its work"
    );
}

#[test]
fn line_ends_and_byte_order_mark_stay_as_a_windows_program_wrote_them() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let file = "locales/plan/pt/glossary/02-upkeep.yml";
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let before = read(&project, file);
    write(&project, file, &windows(&before));
    assert!(translate(&project, &["sync"]).0.contains("Nothing was changed"));
    edit(&project, "content/glossary/02-upkeep.md", "使えるように整える", "いつでも使えるように整える");
    translate(&project, &["confirm", "glossary/02-upkeep"]);
    assert_eq!(
        read(&project, file),
        windows(&before.replace("使えるように整える", "いつでも使えるように整える"))
    );
}

#[test]
fn a_file_that_cannot_be_read_stops_the_work_before_anything_is_taken_for_lost() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let file = "locales/plan/pt/glossary/02-upkeep.yml";
    let broken = format!("{}\n\tx", read(&project, file));
    write(&project, file, &broken);
    edit(&project, "content/glossary/01-ageing.md", "term: ", "term: 新");
    let (said, done) = translate(&project, &["sync"]);
    assert!(!done && said.contains("02-upkeep.yml"), "{said}");
    assert_eq!(read(&project, file), broken);
}

#[test]
fn a_wrong_figure_a_lost_note_another_currency_and_japanese_left_over_are_four_errors_at_their_places() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let (content, file) = ("content/1-living/2-forest.md", "locales/plan/pt/1-living/2-forest.yml");
    let texts = [
        ("森の88.4%を守っています。", "Protegemos 88,4% da floresta."),
        ("道の整備【※2】を続けます。", "Continuaremos a preparação【※2】 dos caminhos."),
        ("費用は411,519千円です。", "O custo é de 411,519 milhões de ienes."),
        ("森は町の宝です。", "A floresta é um tesouro da cidade."),
    ];
    let body = texts.map(|(japanese, _)| format!("{japanese}\n")).join("\n");
    let section = |body: &str| format!("---\ntitle: 森\n---\n\n## 現状 {{#situation}}\n\n{body}");
    write(&project, content, &section(&body));
    let unit = |(number, (japanese, portuguese)): (usize, (&str, &str))| {
        format!("situation.{}:\n  ja: {japanese}\n  pt: |-\n    {portuguese}\n", number + 1)
    };
    let right: String = texts.into_iter().enumerate().map(unit).collect();
    let head =
        "_version: 2\ntitle:\n  ja: 森\n  pt: Floresta\nsituation.heading:\n  ja: 現状\n  pt: Situação\n";
    write(&project, file, &format!("{head}{right}"));
    let check = || {
        let output = command().arg("check").arg("--root").arg(project.root()).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert_eq!(check().matches("error[").count(), 0, "{}", check());

    edit(&project, file, "88,4%", "84,8%");
    edit(&project, file, "preparação【※2】", "preparação");
    edit(&project, file, "411,519 milhões de ienes", "R$ 411,519 milhões");
    edit(
        &project,
        file,
        "A floresta é um tesouro da cidade.",
        "A floresta é um tesouro da cidade. 森は町の宝です。",
    );
    let told = check();
    let errors: Vec<&str> = told.lines().filter(|line| line.starts_with("error[")).collect();
    let places: Vec<&str> =
        told.split("error[").skip(1).map(|error| error.lines().nth(1).unwrap().trim()).collect();
    let expected = [("K0510", 11, 16), ("K0508", 15, 5), ("K0512", 19, 18), ("K0520", 23, 40)];
    assert_eq!(errors.len(), 4, "{told}");
    for ((error, place), (rule, line, column)) in errors.iter().zip(places).zip(expected) {
        assert!(error.starts_with(&format!("error[{rule}]")), "{error}");
        assert_eq!(place, format!("--> {file}:{line}:{column}"), "{told}");
    }
}

#[test]
fn a_place_that_nobody_filled_keeps_no_translation_from_its_text() {
    let project = Project::of(std::path::Path::new("tests/site"));
    let file = "locales/plan/pt/glossary/02-upkeep.yml";
    let before = read(&project, file);
    let translated = before.split("body.1:").nth(1).unwrap().to_owned();
    let reworded = translated.replace("整えること", "、整えること");
    let empty = "body.1:\n  ja: 使えるように整えることです。\n  pt:\n  _waive:\n    K0522: título\n";
    write(
        &project,
        file,
        &before.replace(&format!("body.1:{translated}"), &format!("{empty}body.2:{reworded}")),
    );
    translate(&project, &["sync"]);
    let synced = read(&project, file);
    assert!(synced.contains(&format!("body.1:{reworded}")), "{synced}");
    assert!(synced.contains("K0522: título"), "nor is what was said of the place lost: {synced}");
}
