//! The plan's figures in a spreadsheet, and back: what `keikaku data` writes, and what it leaves alone.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use encoding_rs::SHIFT_JIS;
use keikaku::pipeline;
use keikaku::spreadsheet::{Sheet, changes, edited, table};
use program::{command, files, repository};
use proptest::prelude::*;
use tempfile::TempDir;

const FIRST: &str = "3-administration/1-efficient-administration.md";

/// A copy of a project, and a table beside it.
struct Office {
    folder: TempDir,
}

impl Office {
    /// The plan of this repository.
    fn real() -> Self {
        Self::with(&repository().join("content"))
    }

    /// The small plan that the tests of mistakes start from, which has actuals.
    fn small() -> Self {
        Self::with(&repository().join("tests/site/content"))
    }

    /// A plan whose indicators go through every case.
    fn example() -> Self {
        Self::with(&repository().join("tests/example/content"))
    }

    fn with(content: &Path) -> Self {
        let office = Self { folder: TempDir::new().unwrap() };
        for (path, bytes) in files(content) {
            let path = office.content().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        office
    }

    fn content(&self) -> PathBuf {
        self.folder.path().join("content")
    }

    fn table(&self) -> PathBuf {
        self.folder.path().join("figures.csv")
    }

    fn run(&self, arguments: &[&str]) -> Output {
        command().current_dir(self.folder.path()).arg("data").args(arguments).output().unwrap()
    }

    /// What `arguments`, which must do their work, print.
    fn told(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What `arguments`, which must be refused, print.
    fn refused(&self, arguments: &[&str]) -> String {
        let before = files(self.folder.path());
        let output = self.run(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(files(self.folder.path()) == before, "a refused command wrote something");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Imports `text` as the table.
    fn import(&self, text: impl AsRef<[u8]>) -> String {
        fs::write(self.table(), text).unwrap();
        self.told(&["import", "figures.csv"])
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.content().join(path)).unwrap()
    }

    /// Replaces `from`, which must be there, in a file of the plan.
    fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} does not contain {from}");
        fs::write(self.content().join(path), text.replacen(from, to, 1)).unwrap();
    }
}

#[test]
fn the_table_has_a_row_for_every_figure_and_for_every_one_to_come() {
    let office = Office::small();
    let told = office.told(&["export"]);
    assert!(told.starts_with("Table written: 3 indicators, "), "{told}");
    assert!(told.contains(&office.table().file_name().unwrap().display().to_string()), "{told}");
    let written = fs::read_to_string(office.table()).unwrap();
    let lines: Vec<&str> = written.strip_prefix('\u{feff}').unwrap().split("\r\n").collect();
    assert_eq!(
        lines[..3],
        [
            "id,name,fact,year,value",
            "leak-rate,漏水率,baseline,2024,9.5%",
            "leak-rate,漏水率,target,2029,近隣町村の平均以下"
        ]
    );
    let pipes: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("pipes-renewed,")).collect();
    assert_eq!(
        pipes,
        [
            "更新した水道管,baseline,2024,12件",
            "更新した水道管,target,2029,20件",
            "更新した水道管,actual,2025,14件",
            "更新した水道管,actual,2026,",
            "更新した水道管,actual,2027,",
            "更新した水道管,actual,2028,",
            "更新した水道管,actual,2029,",
        ]
    );
    assert_eq!(lines.len(), 1 + 3 * 7 + 1, "a header, seven rows an indicator, and the last line end");
}

#[test]
fn a_figure_with_a_comma_is_one_cell() {
    let office = Office::real();
    office.told(&["export", "--out", "other.csv"]);
    let written = fs::read_to_string(office.folder.path().join("other.csv")).unwrap();
    assert!(written.contains("baseline,2024,\"70,709千円\"\r\n"), "{written}");
}

#[test]
fn a_table_that_nobody_changed_changes_no_byte() {
    for office in [Office::real(), Office::small(), Office::example()] {
        let before = files(&office.content());
        office.told(&["export"]);
        let told = office.told(&["import", "figures.csv"]);
        assert_eq!(told, "The table says what the plan says. Nothing was changed.\n");
        assert!(files(&office.content()) == before, "the plan was changed");
    }
}

#[test]
fn every_single_figure_can_be_changed_and_no_other_line_is() {
    let mut tried = 0;
    for office in [Office::small(), Office::example()] {
        let (_, plan) = pipeline::plan(office.folder.path()).unwrap();
        let written = table(&plan);
        for row in csv::Reader::from_reader(&written[3..]).records().map(Result::unwrap) {
            let text = format!("id,fact,year,value\n{},{},{},\"7,777点\"\n", &row[0], &row[2], &row[3]);
            let sheet = Sheet::read("a.csv", text.as_bytes(), &mut Vec::new()).unwrap();
            // An indicator whose file says no goal takes no actuals.
            let changes = changes(&sheet, &plan, &mut Vec::new());
            let Some(change) = changes.first() else { continue };
            let before = fs::read_to_string(office.folder.path().join(&change.file)).unwrap();
            let after = edited(&change.file, before.as_bytes(), &[change]).unwrap();
            let same = before.lines().zip(after.lines()).take_while(|(old, new)| old == new).count();
            let upwards = before.lines().rev().zip(after.lines().rev());
            let below = upwards.take_while(|(old, new)| old == new).count();
            assert!(same + below + 1 >= before.lines().count(), "{text}{after}");
            let first = after.lines().nth(same).unwrap();
            assert!(first.contains("7,777点") || first.ends_with("actuals:"), "{text}{after}");
            tried += 1;
        }
    }
    assert!(tried > 100, "only {tried} figures were tried");
}

#[test]
fn a_filled_in_table_changes_the_lines_of_its_figures_and_names_them() {
    let office = Office::real();
    office.edit(FIRST, "    target: 35.0%\n", "    target: 35.0%\n    goal: at-least\n");
    let before = office.text(FIRST);
    office.told(&["export"]);
    let filled = fs::read_to_string(office.table()).unwrap();
    let name = "行政手続きの電子申請率";
    let filled =
        filled.replace(&format!("{name},actual,2025,\r\n"), &format!("{name},actual,２０２５,15.2%\r\n"));
    let filled = filled.replace("\"70,709千円\"", "\"70,710千円\"").replace("35.0%", "35.00%");
    let told = office.import(&filled);
    assert_eq!(
        told,
        format!(
            "{FIRST}: furusato-donation-amount, baseline: 70,709千円 → 70,710千円\n\
             {FIRST}: online-application-rate, 2025: — → 15.2%\n\
             Written: 2 figures in 1 file.\n"
        )
    );
    let after = before
        .replace("70,709千円", "70,710千円")
        .replace("    goal: at-least\n", "    goal: at-least\n    actuals:\n      2025: 15.2%\n");
    assert_eq!(office.text(FIRST), after);
    assert!(office.import(&filled).starts_with("The table says what the plan says"));
}

#[test]
fn a_part_of_the_table_in_another_order_separator_and_encoding_will_do() {
    let office = Office::small();
    // Shift_JIS has one dash for the two of Unicode; this is the one that it is decoded to.
    let rows = "メモ;value;year;id;fact\n速報;15件;2026;pipes-renewed;actual\n;―;;forest-walks;baseline\n";
    let (bytes, _, lossy) = SHIFT_JIS.encode(rows);
    assert!(!lossy);
    let told = office.import(bytes);
    assert!(told.contains("1-living/1-water.md: pipes-renewed, 2026: — → 15件\n"), "{told}");
    assert!(told.contains("Written: 2 figures in 2 files."), "{told}");
    assert!(office.text("1-living/1-water.md").contains("      2025: 14件\n      2026: 15件\n---\n"));
    assert!(office.text("1-living/2-forest.md").contains("    baseline: —\n"));
}

#[test]
fn line_ends_of_windows_stay() {
    let office = Office::small();
    let path = "1-living/1-water.md";
    let windows = format!("\u{feff}{}", office.text(path).replace('\n', "\r\n"));
    fs::write(office.content().join(path), &windows).unwrap();
    office.import("id,fact,year,value\npipes-renewed,actual,2025,13件\npipes-renewed,actual,2026,15件\n");
    assert_eq!(office.text(path), windows.replace("2025: 14件\r\n", "2025: 13件\r\n      2026: 15件\r\n"));
}

#[test]
fn a_bare_number_stays_bare_where_the_file_names_the_unit() {
    let office = Office::small();
    office.edit("1-living/2-forest.md", "    baseline: 80人\n", "    baseline: 80\n    unit: 人\n");
    office.told(&["export"]);
    let written = fs::read_to_string(office.table()).unwrap();
    assert!(written.contains("baseline,2024,80人\r\n"), "{written}");
    assert!(office.import(written.replace(",80人", ",80")).starts_with("The table says"));
    let told = office.import(written.replace(",80人", ",85人"));
    assert!(told.contains("forest-walks, baseline: 80人 → 85人\n"), "{told}");
    assert!(office.text("1-living/2-forest.md").contains("    baseline: 85\n    unit: 人\n"));
}

#[test]
fn one_mistake_keeps_every_figure_out() {
    let office = Office::small();
    let table = "id,fact,year,value\npipes-renewed,actual,2026,15件\nforest-walks,baseline,2024,\n";
    fs::write(office.table(), table).unwrap();
    let told = office.refused(&["import", "figures.csv"]);
    assert!(told.contains("error[K0808]") && told.contains(" --> figures.csv:3:28"), "{told}");
    assert!(told.ends_with("1 error. Nothing was written.\n"), "{told}");
}

#[test]
fn a_file_that_cannot_be_written_keeps_the_others_from_being_written() {
    let office = Office::small();
    // Larger than what the system lets the program write: files of 32 KB.
    let forest = office.content().join("1-living/2-forest.md");
    let text = fs::read_to_string(&forest).unwrap();
    fs::write(&forest, text + &"\n森を守ります。\n".repeat(2000)).unwrap();
    let table = "id,fact,year,value\npipes-renewed,actual,2026,15件\nforest-walks,baseline,2024,85人\n";
    fs::write(office.table(), table).unwrap();
    let before = files(office.folder.path());
    let program = command().get_program().to_owned();
    let limited = "trap '' XFSZ; ulimit -f 32; exec \"$0\" data import figures.csv";
    let output = std::process::Command::new("bash")
        .args(["-c", limited])
        .arg(program)
        .current_dir(office.folder.path())
        .env("LANG", "C.UTF-8")
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("error[K0702]") && told.contains("2-forest.md"), "{told}");
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(files(office.folder.path()) == before, "{told}");
}

#[test]
fn a_plan_with_an_error_is_mended_first_and_a_translation_with_one_is_not_in_the_way() {
    let office = Office::small();
    let translation = office.folder.path().join("locales/plan/pt/1-living/1-water.yml");
    fs::create_dir_all(translation.parent().unwrap()).unwrap();
    fs::write(translation, "title: [").unwrap();
    office.told(&["export"]);
    office.edit("1-living/1-water.md", "goal: at-least", "goal: upwards");
    for arguments in [["import", "figures.csv"], ["export", "--root=."]] {
        let told = office.refused(&arguments);
        assert!(told.contains("content/1-living/1-water.md:15:11"), "{told}");
    }
}

#[test]
fn a_table_that_was_filled_in_is_not_written_over() {
    let office = Office::small();
    office.told(&["export"]);
    let written = fs::read_to_string(office.table()).unwrap();
    for filled in [
        written.replace("actual,2026,\r\n", "actual,2026,15件\r\n"),
        written.replace("id,name,fact,year,value", "id,name,fact,year,value,memo"),
        "a letter\n".to_owned(),
    ] {
        fs::write(office.table(), filled).unwrap();
        let told = office.refused(&["export"]);
        assert!(told.contains("error[K0813]"), "{told}");
    }
    office.import(written.replace("水道管,actual,2026,\r\n", "水道管,actual,2026,15件\r\n"));
    office.told(&["export"]);
    assert!(fs::read_to_string(office.table()).unwrap().contains("actual,2026,15件\r\n"));
}

#[test]
#[cfg(unix)]
fn a_file_keeps_its_permissions_and_a_link_stays_a_link() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let office = Office::small();
    let path = office.content().join("1-living/2-forest.md");
    let elsewhere = office.folder.path().join("forest.md");
    fs::rename(&path, &elsewhere).unwrap();
    symlink("../../forest.md", &path).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).unwrap();
    office.import("id,fact,year,value\nforest-walks,baseline,2024,85人\n");
    assert!(path.is_symlink() && fs::read_to_string(&elsewhere).unwrap().contains("85人"));
    assert_eq!(fs::metadata(&elsewhere).unwrap().permissions().mode() & 0o777, 0o640);
    let left: Vec<_> =
        files(office.folder.path()).into_keys().filter(|path| path.contains(".keikaku")).collect();
    assert!(left.is_empty(), "{left:?}");
}

/// Figures by the row of the table whose cell they fill.
type Filled = BTreeMap<usize, String>;

/// The front matter of the real plan as `filled` changes it, made line by line and without the program.
fn by_hand(text: &str, figures: &BTreeMap<(String, String), String>) -> String {
    let mut lines = Vec::new();
    let mut id = "";
    for line in text.lines() {
        id = line.strip_prefix("  - id: ").unwrap_or(id);
        let figure = |key: &str| figures.get(&(id.to_owned(), key.to_owned()));
        let key = line.trim_start().split(':').next().unwrap();
        match figure(key).filter(|_| line.starts_with("    ")) {
            Some(figure) => lines.push(format!("    {key}: {figure}")),
            None => lines.push(line.to_owned()),
        }
        if line.starts_with("    goal: ") {
            let years = (2025..=2029).filter_map(|year| Some((year, figure(&year.to_string())?)));
            let years: Vec<String> = years.map(|(year, figure)| format!("      {year}: {figure}")).collect();
            lines.extend((!years.is_empty()).then(|| "    actuals:".to_owned()));
            lines.extend(years);
        }
    }
    lines.join("\n") + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_filled_in_only_the_lines_of_those_figures_differ(
        // 点 is a unit that no figure of the plan has: each of these is a change.
        filled in prop::collection::btree_map(
            0..24 * 7_usize, "△?[1-9][0-9]{0,2}(,[0-9]{3}){0,2}(\\.[0-9]{1,2})?点(以上|以下|（速報）)?", 1..40),
    ) {
        let filled: Filled = filled;
        let office = Office::real();
        for (path, bytes) in files(&office.content().join("3-administration")) {
            let lines = String::from_utf8(bytes).unwrap();
            let lines = lines.lines().map(|line| {
                let goal = if line.starts_with("    target: ") { "    goal: at-least\n" } else { "" };
                format!("{line}\n{goal}")
            });
            fs::write(office.content().join("3-administration").join(path), lines.collect::<String>()).unwrap();
        }
        let (_, plan) = pipeline::plan(office.folder.path()).unwrap();
        let written = table(&plan);
        let mut rows = csv::Reader::from_reader(&written[3..]);
        let mut figures = BTreeMap::new();
        let mut out = csv::Writer::from_writer(Vec::new());
        out.write_record(rows.headers().unwrap()).unwrap();
        for (position, row) in rows.records().map(Result::unwrap).enumerate() {
            let value = filled.get(&position).map_or(&row[4], String::as_str);
            out.write_record([&row[0], "", &row[2], &row[3], value]).unwrap();
            let key = if &row[2] == "actual" { &row[3] } else { &row[2] };
            if filled.contains_key(&position) {
                figures.insert((row[0].to_owned(), key.to_owned()), value.to_owned());
            }
        }
        let mut findings = Vec::new();
        let sheet = Sheet::read("a.csv", &out.into_inner().unwrap(), &mut findings).unwrap();
        let changes = changes(&sheet, &plan, &mut findings);
        prop_assert!(findings.is_empty(), "{findings:?}");
        prop_assert_eq!(changes.len(), filled.len());
        for (path, bytes) in files(&office.content().join("3-administration")) {
            let path = format!("content/3-administration/{path}");
            let own: Vec<_> = changes.iter().filter(|change| change.file == path).collect();
            let new = edited(&path, &bytes, &own).unwrap();
            prop_assert_eq!(new, by_hand(str::from_utf8(&bytes).unwrap(), &figures));
        }
    }
}
