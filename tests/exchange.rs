//! Translations on their way to Poedit and Excel and back, by the real program.
//!
//! gettext's own tools stand for programs for translators: `msgfmt` judges a PO file, `msgcat` wraps its
//! lines anew as Poedit does. They are Debian's package `gettext`, which `tests/run` installs.

#[path = "support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use keikaku::pipeline;
use keikaku::translate::exchange::{self, Format};
use proptest::prelude::*;
use support::Project;
use support::program::{command, files};

const WATER: &str = "locales/plan/pt/1-living/1-water.yml";
const FOREST: &str = "locales/plan/pt/1-living/2-forest.yml";
const UPKEEP: &str = "locales/plan/pt/glossary/02-upkeep.yml";

fn small() -> Project {
    Project::of(Path::new("tests/site"))
}

fn of_translations() -> Project {
    Project::of(Path::new("tests/example"))
}

/// What a run said, and whether all went well.
fn run(project: &Project, arguments: &[&str]) -> (String, bool) {
    let mut program = command();
    program.current_dir(project.root()).arg("translate").args(arguments);
    let output = program.output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{said}");
    (said, output.status.success())
}

fn export(project: &Project, format: &str) {
    let (said, done) = run(project, &["export", &format!("--{format}"), "--out", "../out"]);
    assert!(done, "{said}");
}

fn handed_out(project: &Project, name: &str) -> PathBuf {
    project.root().parent().unwrap().join("out").join(name)
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Replaces `from`, which must stand there once, by `to`.
fn edit(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{}: {from}\n{text}", path.display());
    fs::write(path, text.replace(from, to)).unwrap();
}

/// Imports the file `name` that was handed out.
fn import(project: &Project, name: &str) -> (String, bool) {
    run(project, &["import", &format!("../out/{name}")])
}

/// Imports `text` as a PO file.
fn import_po(project: &Project, text: &str) -> (String, bool) {
    fs::write(project.root().join("back.po"), text).unwrap();
    let outcome = run(project, &["import", "back.po"]);
    fs::remove_file(project.root().join("back.po")).unwrap();
    outcome
}

fn state(project: &Project) -> BTreeMap<String, Vec<u8>> {
    files(&project.root())
}

/// Runs one of gettext's tools; what it wrote, and what it complained of.
fn gettext(tool: &str, arguments: &[&str], file: &Path) -> (Vec<u8>, String) {
    let output = Command::new(tool).args(arguments).arg(file).env("LC_ALL", "C.UTF-8").output();
    let output = output.unwrap_or_else(|error| panic!("{tool}, of Debian's package gettext: {error}"));
    (output.stdout, String::from_utf8(output.stderr).unwrap())
}

/// A PO entry as the translator's program hands it back.
fn entry(id: &str, source: &str, text: &str) -> String {
    format!("msgctxt \"{id}\"\nmsgid \"{source}\"\nmsgstr \"{text}\"\n\n")
}

fn header() -> String {
    entry("", "", "Language: pt\\n").replace("msgctxt \"\"\n", "")
}

#[test]
fn gettext_finds_nothing_to_say_about_an_exported_file() {
    for project in [Project::real(), small(), of_translations()] {
        export(&project, "po");
        for path in files(handed_out(&project, "").as_path()).keys() {
            let file = handed_out(&project, path);
            let (_, complaints) = gettext("msgfmt", &["-c", "-o", "/dev/null"], &file);
            assert_eq!(complaints, "", "{path}");
        }
    }
}

#[test]
fn a_file_that_comes_back_as_it_went_changes_no_byte_however_it_is_wrapped() {
    for project in [Project::real(), small(), of_translations()] {
        export(&project, "po");
        export(&project, "csv");
        let (before, handed) = (state(&project), files(&handed_out(&project, "")));
        for (name, bytes) in &handed {
            let mut forms = vec![bytes.clone(), windows(bytes)];
            if Format::of(name) == Format::Po {
                let file = handed_out(&project, name);
                for wrapping in ["--width=20", "--width=40", "--width=79", "--no-wrap", "--sort-output"] {
                    let (wrapped, complaints) = gettext("msgcat", &[wrapping], &file);
                    assert_eq!(complaints, "");
                    forms.push(wrapped);
                }
            }
            for form in forms {
                fs::write(handed_out(&project, name), form).unwrap();
                let (said, done) = import(&project, name);
                assert!(
                    done && said.starts_with("Taken: 0. ") && said.ends_with("Not taken: 0.\n"),
                    "{said}"
                );
                assert!(state(&project) == before, "{name} changed something");
            }
        }
    }
}

/// `bytes` with the line ends of Windows.
fn windows(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    text.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes()
}

#[test]
fn two_exports_of_one_state_are_the_same_and_the_second_needs_no_permission() {
    let project = Project::real();
    export(&project, "po");
    export(&project, "csv");
    let first = files(&handed_out(&project, ""));
    assert_eq!(
        first.keys().collect::<Vec<_>>(),
        ["keikaku-en.csv", "keikaku-en.po", "keikaku-pt.csv", "keikaku-pt.po"]
    );
    export(&project, "po");
    export(&project, "csv");
    assert!(files(&handed_out(&project, "")) == first);
}

#[test]
fn an_edited_translation_arrives_as_it_was_written() {
    let written = "Ele disse \"olá\" \\ 100% 🌲 e\u{301}\tfim, n\u{e3}o = 'sim'";
    let project = small();
    export(&project, "po");
    edit(
        &handed_out(&project, "keikaku-pt.po"),
        "\"Floresta\"",
        &format!("\"{}\"", written.replace('\\', "\\\\").replace('"', "\\\"").replace('\t', "\\t")),
    );
    let (said, done) = import(&project, "keikaku-pt.po");
    assert!(done && said.starts_with(&format!("{FOREST}: taken 1\nTaken: 1. ")), "{said}");
    let all = pipeline::translations(&project.root()).unwrap();
    let text = |all: &pipeline::Translations| {
        let file = all.files[0].1.iter().find(|file| file.of == "1-living/2-forest").unwrap();
        file.units[0].text.clone()
    };
    assert_eq!(text(&all), written);
    let after = state(&project);
    assert!(import(&project, "keikaku-pt.po").0.starts_with("Taken: 0. "));
    assert!(state(&project) == after, "the second time changes nothing");

    export(&project, "csv");
    let csv = written.replace('"', "\"\"").replace("fim", "linha\nfim");
    edit(
        &handed_out(&project, "keikaku-pt.csv"),
        &format!("\"{}\"", written.replace('"', "\"\"")),
        &format!("\"{csv}\""),
    );
    assert!(import(&project, "keikaku-pt.csv").1);
    assert_eq!(text(&pipeline::translations(&project.root()).unwrap()), written.replace("fim", "linha\nfim"));
}

#[test]
fn what_changes_is_the_translation_and_nothing_beside_it() {
    let project = small();
    let before = read(&project, UPKEEP);
    fs::write(project.root().join(UPKEEP), before.replace("body.1:", "# Nome oficial.\nbody.1: # ver ata"))
        .unwrap();
    let before = read(&project, UPKEEP);
    export(&project, "po");
    let file = handed_out(&project, "keikaku-pt.po");
    assert!(fs::read_to_string(&file).unwrap().contains("\n# Nome oficial.\n#. Seção: 整備\n"));
    edit(&file, "\"Deixar pronto para o uso.\"", "\"Deixar pronto.\"");
    edit(&file, "# Nome oficial.\n", "# Nome oficial.\n# Dúvida: ver glossário\n");
    assert!(import(&project, "keikaku-pt.po").1);
    let wanted = before.replace("Deixar pronto para o uso.", "Deixar pronto.");
    let wanted = wanted.replace("# Nome oficial.", "# Dúvida: ver glossário\n# Nome oficial.");
    assert_eq!(read(&project, UPKEEP), wanted);
    let after = state(&project);
    assert!(import(&project, "keikaku-pt.po").1);
    assert!(state(&project) == after);
}

#[test]
fn a_reworded_text_goes_out_with_what_it_said_and_comes_back_up_to_date() {
    for format in ["po", "csv"] {
        let project = small();
        let content = project.root().join("content/glossary/02-upkeep.md");
        edit(&content, "使えるように整えることです。", "いつでも使えるように整えることです。");
        export(&project, format);
        let name = format!("keikaku-pt.{format}");
        let file = handed_out(&project, &name);
        let handed = fs::read_to_string(&file).unwrap();
        if format == "po" {
            assert!(
                handed.contains("#, fuzzy\n#| msgid \"使えるように整えることです。\"\nmsgctxt"),
                "{handed}"
            );
            edit(&file, "#, fuzzy\n#| msgid \"使えるように整えることです。\"\n", "");
        } else {
            assert!(handed.contains(",outdated,content/glossary/02-upkeep.md:7,いつでも使えるように整えることです。,使えるように整えることです。,"), "{handed}");
        }
        edit(&file, "Deixar pronto para o uso.", "Deixar sempre pronto para o uso.");
        let page = |project: &Project| {
            project.build();
            project.page("pt/glossary.html").matches("is-outdated").count()
        };
        assert!(page(&project) > 0 && !run(&project, &["status", "--require", "100"]).1);
        assert!(import(&project, &name).1);
        assert_eq!(page(&project), 0);
        assert!(run(&project, &["status", "--require", "100"]).1);
        let text = read(&project, UPKEEP);
        assert!(text.contains("ja: いつでも使えるように整えることです。\n  pt: Deixar sempre"), "{text}");
    }
}

#[test]
fn a_text_that_only_lost_its_mark_is_confirmed_and_one_that_kept_it_stays_behind() {
    let project = small();
    edit(
        &project.root().join("content/glossary/02-upkeep.md"),
        "使えるように整える",
        "いつでも使えるように整える",
    );
    export(&project, "po");
    let file = handed_out(&project, "keikaku-pt.po");
    edit(&file, "Deixar pronto para o uso.", "Deixar pronto.");
    assert!(import(&project, "keikaku-pt.po").1);
    let text = read(&project, UPKEEP);
    assert!(text.contains("ja: 使えるように整えることです。\n  pt: Deixar pronto.\n"), "{text}");
    edit(&file, "#, fuzzy\n", "");
    assert!(import(&project, "keikaku-pt.po").1);
    let text = read(&project, UPKEEP);
    assert!(text.contains("ja: いつでも使えるように整えることです。\n  pt: Deixar pronto.\n"), "{text}");
}

#[test]
fn a_file_of_an_earlier_revision_is_merged_text_by_text() {
    let project = small();
    export(&project, "po");
    let file = handed_out(&project, "keikaku-pt.po");
    edit(&file, "\"Será feita a preparação das trilhas【※2】.\"", "\"As trilhas ficarão prontas【※2】.\"");
    edit(&file, "\"Deixar pronto para o uso.\"", "\"Deixar pronto.\"");
    edit(&file, "\"Bairro\"", "\"Zona\"");
    edit(&file, "\"Norte\"", "\"Setentrião\"");
    // Meanwhile a paragraph moves down, one is reworded, one leaves, and one is translated anew.
    let forest = project.root().join("content/1-living/2-forest.md");
    edit(&forest, "- 散策路を", "- 新しい林道をひらきます。\n- 散策路を");
    edit(&project.root().join("content/glossary/02-upkeep.md"), "使えるように", "いつでも使えるように");
    edit(&project.root().join("content/1-living/1-water.md"), "| 地区 |", "| 学校 |");
    edit(&project.root().join(WATER), "pt: Norte", "pt: Lado norte");
    let (said, done) = import(&project, "keikaku-pt.po");
    assert!(!done, "a conflict is no success");
    assert!(said.contains("error[K0535]") && said.contains("The project has: Lado norte"), "{said}");
    assert!(said.contains("advice[K0537]"), "{said}");
    assert!(said.contains("Taken: 3. Nothing new: 21. Not taken: 1.\n"), "{said}");
    let (forest, water, upkeep) = (read(&project, FOREST), read(&project, WATER), read(&project, UPKEEP));
    assert!(forest.contains("policy.1:\n  ja: |-\n    新しい林道をひらきます。\n  pt:\n"), "{forest}");
    assert!(
        forest.contains(
            "policy.2:\n  ja: 散策路を整備【※2】します。\n  pt: As trilhas ficarão prontas【※2】.\n"
        ),
        "{forest}"
    );
    assert!(upkeep.contains("ja: 使えるように整えることです。\n  pt: Deixar pronto.\n"), "{upkeep}");
    assert!(water.contains("pt: Lado norte\n") && !water.contains("Setentrião"), "{water}");
    let orphans = water.split_once("\norphans:\n").unwrap().1;
    assert!(orphans.contains("pt: Bairro") && orphans.contains("pt: |-\n      Zona\n"), "{orphans}");

    let after = state(&project);
    let (again, _) = import(&project, "keikaku-pt.po");
    assert!(again.contains("Taken: 0. Nothing new: 24. Not taken: 1.\n"), "{again}");
    assert!(state(&project) == after, "the second time changes nothing");
}

#[test]
fn a_text_in_another_section_gets_the_translation_that_came_back_for_it() {
    let project = small();
    export(&project, "po");
    edit(
        &handed_out(&project, "keikaku-pt.po"),
        "\"Será feita a preparação das trilhas【※2】.\"",
        "\"Trilhas prontas【※2】.\"",
    );
    edit(&project.root().join("content/1-living/2-forest.md"), "- 散策路を整備【※2】します。\n", "");
    edit(
        &project.root().join("content/1-living/chapter.md"),
        "---\nnumeral: Ⅰ\ntitle: 暮らし\n---\n",
        "---\nnumeral: Ⅰ\ntitle: 暮らし\n---\n\n散策路を整備【※2】します。\n",
    );
    let (said, done) = import(&project, "keikaku-pt.po");
    assert!(done, "{said}");
    let chapter = read(&project, "locales/plan/pt/1-living/chapter.yml");
    assert!(chapter.ends_with("  pt: |-\n    Trilhas prontas【※2】.\n"), "{chapter}");
}

#[test]
fn an_obsolete_entry_is_taken_where_its_text_stands_and_kept_where_none_does() {
    let project = small();
    let obsolete = "#~ msgctxt \"glossary/02-upkeep#body.7\"\n#~ msgid \"\"\n#~ \"むかしの\"\n#~ \"ことば。\"\n#~ msgstr \"Palavra antiga.\"\n";
    let (said, done) = import_po(&project, &format!("{}{obsolete}", header()));
    assert!(done && said.contains("[K0537]") && said.contains("back.po:"), "{said}");
    let text = read(&project, UPKEEP);
    assert!(
        text.ends_with(
            "orphans:\n  body.7:\n    ja: |-\n      むかしのことば。\n    pt: |-\n      Palavra antiga.\n"
        ),
        "{text}"
    );
    assert_eq!(
        import_po(&project, &format!("{}{obsolete}", header())).0,
        "Taken: 0. Nothing new: 1. Not taken: 0.\n"
    );
    export(&project, "po");
    edit(
        &project.root().join("content/glossary/02-upkeep.md"),
        "ことです。",
        "ことです。\n\nむかしのことば。",
    );
    assert!(import(&project, "keikaku-pt.po").1);
    assert!(run(&project, &["status", "--require", "100"]).1, "it is back with its text");
}

#[test]
fn a_language_without_any_translation_is_filled_from_one_file() {
    let project = small();
    export(&project, "po");
    let before = state(&project);
    for path in files(&project.root().join("locales/plan/pt")).keys() {
        let path = project.root().join("locales/plan/pt").join(path);
        let reviewed = fs::read_to_string(&path).unwrap();
        assert!(reviewed.starts_with("_version: 2\n_review: reviewed\n"));
        fs::remove_file(path).unwrap();
    }
    let (said, done) = import(&project, "keikaku-pt.po");
    assert!(done && said.ends_with("Taken: 25. Nothing new: 0. Not taken: 0.\n"), "{said}");
    assert!(run(&project, &["status", "--require", "100"]).1);
    assert_eq!(state(&project).keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
}

#[test]
fn a_table_in_another_encoding_or_without_its_columns_is_refused() {
    let project = small();
    let before = state(&project);
    for bytes in [
        &b"key,ja,pt\nplan#title,\x92\x6c,Cao\n"[..],
        b"",
        b"\xef\xbb\xbf",
        b"key,ja\nplan#title,a\n",
        "﻿key,pt\nplan#title,a\n".as_bytes(),
        b"key,ja,fr\nplan#title,a,b\n",
        b"key,ja,pt,pt\nplan#title,a,b,c\n",
        b"key,ja,pt\nplan#title,a,\"b\n",
        b"key,ja,pt\nplan#title,a,b,c\n",
        b"PK\x03\x04\x00\x00",
    ] {
        fs::create_dir_all(handed_out(&project, "")).unwrap();
        fs::write(handed_out(&project, "back.csv"), bytes).unwrap();
        let (said, done) = import(&project, "back.csv");
        assert!(!done && said.contains("error[K"), "{said}");
        assert!(said.ends_with("Nothing was written.\n"), "{said}");
        assert!(state(&project) == before);
    }
}

#[test]
fn a_table_is_read_in_any_order_of_columns_and_with_cells_that_a_program_protected() {
    let project = small();
    let table = "pt;ja;Notiz;key\r\n'007;水道;;1-living/1-water#title\r\n;;;\r\n";
    fs::create_dir_all(handed_out(&project, "")).unwrap();
    fs::write(handed_out(&project, "back.csv"), table).unwrap();
    let (said, done) = import(&project, "back.csv");
    assert!(done, "{said}");
    assert!(read(&project, WATER).contains("pt: 007\n"), "{}", read(&project, WATER));
}

#[test]
fn a_file_of_another_plan_is_told_of_once() {
    let project = small();
    let all: String = (0..3).map(|number| entry("", &format!("File {number}"), "Arquivo")).collect();
    let (said, done) = import_po(&project, &format!("{}{}", header(), all.replace("msgctxt \"\"\n", "")));
    assert!(!done && said.matches("error[").count() == 1 && said.contains("error[K0533]"), "{said}");
    assert!(said.starts_with("Taken: 0. Nothing new: 0. Not taken: 3.\n"), "{said}");
}

#[test]
fn a_note_cannot_end_the_comment_that_it_becomes() {
    let project = small();
    let table =
        "key,ja,pt,note\nplan#title,空見町まちづくり計画,Plano de Sorami,\"a \rtown: b\n\u{2028}c  d\"\n";
    fs::create_dir_all(handed_out(&project, "")).unwrap();
    fs::write(handed_out(&project, "back.csv"), table).unwrap();
    let (said, done) = import(&project, "back.csv");
    assert!(done, "{said}");
    let plan = read(&project, "locales/plan/pt/plan.yml");
    assert!(plan.contains("\n# a town: b\n# c d\ntitle:\n"), "{plan}");
    assert!(import(&project, "back.csv").0.starts_with("Taken: 0. Nothing new: 1. "));
}

#[test]
fn no_export_takes_the_place_of_work_that_has_not_been_brought_in() {
    for (format, from, to) in [
        ("po", "\"Floresta\"", "\"Mata\""),
        ("csv", ",Floresta,", ",Mata,"),
        ("csv", "note,example", "note,Frage"),
    ] {
        let project = small();
        export(&project, format);
        let name = format!("keikaku-pt.{format}");
        edit(&handed_out(&project, &name), from, to);
        let work = fs::read(handed_out(&project, &name)).unwrap();
        let (said, done) = run(&project, &["export", &format!("--{format}"), "--out", "../out"]);
        assert!(!done && said.contains("error[K0534]"), "{said}");
        assert!(fs::read(handed_out(&project, &name)).unwrap() == work);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn every_text_survives_every_format(text in "[\\PC\"'=\\\\\n\t ,;#%@+0-9-]{1,60}") {
        let project = Project::of(Path::new("tests/site"));
        let mut all = pipeline::translations(&project.root()).unwrap();
        let set = |all: &mut pipeline::Translations, text: &str| {
            let file = all.files[0].1.iter_mut().find(|file| file.of == "plan").unwrap();
            text.clone_into(&mut file.units[0].text);
        };
        let wanted = text.trim();
        for format in [Format::Po, Format::Csv] {
            set(&mut all, &text);
            let (language, files) = &all.files[0];
            let bytes = exchange::export(format, &all.plan, (language, files), &all.catalogue);
            let mut findings = Vec::new();
            let name = format!("a.{}", format.extension());
            let delivery = exchange::read(&name, &bytes, &all.plan, &mut findings).unwrap();
            prop_assert!(findings.is_empty());
            set(&mut all, "");
            let taken = exchange::take(&all.plan, &all.files[0].1, &delivery, &|_| Vec::new());
            prop_assert!(taken.findings.is_empty(), "{:?}", taken.findings);
            let written = taken.files.first().map(|file| file.text.clone()).unwrap_or_default();
            let title = title_in(&written);
            prop_assert_eq!(title.as_str(), wanted);
        }
    }

    #[test]
    fn no_file_makes_the_program_fail(
        lines in prop::collection::vec("(msgid|msgctxt|msgstr|#|#~|#\\||#,|key,ja,pt|plan#title)?[ \"\\\\,\\PC]{0,12}", 0..8),
    ) {
        let project = Project::of(Path::new("tests/site"));
        let all = pipeline::translations(&project.root()).unwrap();
        let body = lines.join("\n");
        for text in [body.clone(), format!("{}{body}", header()), format!("key,ja,pt\n{body}")] {
            for name in ["a.po", "a.csv"] {
                let mut findings = Vec::new();
                let delivery = exchange::read(name, text.as_bytes(), &all.plan, &mut findings);
                prop_assert!(delivery.is_some() || !findings.is_empty(), "{text}");
                if let Some(delivery) = delivery {
                    let taken =
                        exchange::take(&all.plan, &all.files[0].1, &delivery, &|_| Vec::new());
                    prop_assert!(taken.refused == 0 || !taken.findings.is_empty(), "{text}");
                }
            }
        }
    }
}

/// The title in the translation file `text` of plan.yml; empty where no file was written.
fn title_in(text: &str) -> String {
    use keikaku::diagnostic::Source;
    use keikaku::read::locale_file::read_translation;
    use keikaku::value::Language;
    let languages = ["ja", "pt"].map(|tag| Language::parse(tag).unwrap());
    let source = Source::new("plan.yml", text);
    let file = read_translation(&source, "plan", (&languages[0], &languages[1]), &mut Vec::new());
    file.and_then(|file| file.units.first().map(|unit| unit.text.clone())).unwrap_or_default()
}

#[test]
fn a_rule_that_is_waived_in_the_project_does_not_hold_a_translation_back() {
    let project = small();
    let file = "locales/plan/pt/glossary/02-upkeep.yml";
    let waived = format!("{}  _waive:\n    K0520: é o nome de um lugar\n", read(&project, file));
    fs::write(project.root().join(file), waived).unwrap();
    export(&project, "po");
    edit(&handed_out(&project, "keikaku-pt.po"), "Deixar pronto para", "Deixar pronto 森 para");
    let (said, done) = import(&project, "keikaku-pt.po");
    assert!(done, "{said}");
    let after = read(&project, file);
    assert!(after.contains("Deixar pronto 森 para") && after.contains("_waive:"), "{after}");
}
