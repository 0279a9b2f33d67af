//! Files that somebody made to harm: whatever stands in them, the program ends soon, in little memory, without
//! a panic, says what is wrong, and shows nothing from outside the project's folder.

#[path = "support/program.rs"]
mod program;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command as System;
use std::time::Duration;

use assert_cmd::Command;
use program::{command, files, repository};
use rayon::prelude::*;
use tempfile::TempDir;

/// The address space that a run gets, in kilobytes, and the time. Both are many times what the cases take: the
/// tests of a whole machine run at once.
const MEMORY: u32 = 2 << 20;
const TIME: Duration = Duration::from_secs(50);

/// How deep, how long.
const DEEP: usize = 10_000;
const LONG: usize = 1 << 20;

const SECTION: &str = "content/1-living/1-water.md";
const FOREST: &str = "content/1-living/2-forest.md";
const TERM: &str = "content/glossary/01-ageing.md";
const PLAN: &str = "content/plan.yml";
const WORDS: &str = "locales/ui/pt.yml";
const TRANSLATION: &str = "locales/plan/pt/1-living/1-water.yml";
const AGREED: &str = "locales/terms.yml";
const THEME: &str = "themes/default/theme.yml";

/// Files of YAML that are read although another is wrong.
const YAML: [&str; 6] = [SECTION, TERM, WORDS, TRANSLATION, AGREED, THEME];

/// Files of text, likewise.
const TEXT: [&str; 7] =
    [SECTION, TERM, WORDS, TRANSLATION, AGREED, THEME, "themes/default/templates/page/section.html"];

const BUILD: &[&str] = &["build", "--root", "site", "--out", "public"];

/// Makes something at a path.
type Make = Box<dyn Fn(&Path) + Sync>;

/// A plan in a folder of its own, and what is done with it.
struct Case {
    folder: TempDir,
    name: String,
}

/// What a run came to.
struct Run {
    name: String,
    code: Option<i32>,
    said: String,
    site: BTreeMap<String, Vec<u8>>,
}

impl Case {
    fn new(name: &str) -> Self {
        let case = Self { folder: TempDir::new().unwrap(), name: name.to_owned() };
        for (path, bytes) in files(&repository().join("tests/site")) {
            case.write(&path, &bytes);
        }
        case
    }

    fn path(&self, path: &str) -> std::path::PathBuf {
        let path = self.folder.path().join("site").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        path
    }

    fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(path), bytes).unwrap();
    }

    /// Puts what `make` makes into the place of the file at `path`.
    fn make(&self, path: &str, make: &dyn Fn(&Path)) {
        let path = self.path(path);
        let _ = fs::remove_file(&path);
        make(&path);
    }

    /// Runs the program with `arguments`; what must not happen to any file has not.
    fn run(self, arguments: &[&str]) -> Run {
        let mut program = Command::new("sh");
        program.args(["-c", &format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"")]);
        program.arg(command().get_program()).args(arguments);
        program.env_remove("LC_ALL").env("LANG", "C.UTF-8").env("NO_COLOR", "1");
        let output = program.current_dir(self.folder.path()).timeout(TIME).output().unwrap();
        let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned());
        let public = self.folder.path().join("public");
        let site = if public.is_dir() { files(&public) } else { BTreeMap::new() };
        Run { name: self.name, code: output.status.code(), said: said.concat(), site }
    }
}

impl Run {
    /// What is wrong with the run by itself.
    fn faults(&self) -> Vec<String> {
        let told = || self.said.chars().take(600).collect::<String>();
        let mut faults = Vec::new();
        if !matches!(self.code, Some(0 | 1)) || self.said.contains("panicked") {
            faults.push(format!("{}: ended with {:?}: {}", self.name, self.code, told()));
        }
        if self.said.len() > 16 * LONG {
            faults.push(format!("{}: says {} bytes", self.name, self.said.len()));
        }
        let secret = |text: &str| text.contains("root:x:0");
        let shown = self.site.values().any(|bytes| secret(&String::from_utf8_lossy(bytes)));
        if shown || secret(&self.said) {
            faults.push(format!("{}: shows what is outside the folder", self.name));
        }
        faults
    }

    /// The same, and which of `words` it does not say.
    fn unsaid(&self, words: &[&str]) -> Vec<String> {
        let missing = words.iter().filter(|word| !self.said.contains(**word));
        let told = self.said.chars().take(600).collect::<String>();
        let missing = missing.map(|word| format!("{}: does not say `{word}`: {told}", self.name));
        self.faults().into_iter().chain(missing).collect()
    }
}

fn none<T: IntoIterator<Item = String>>(faults: impl IntoIterator<Item = T>) {
    let faults: Vec<String> = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

fn nested(open: &str, inside: &str, close: &str) -> String {
    format!("{}{inside}{}", open.repeat(DEEP), close.repeat(DEEP))
}

/// `count` pieces, each by its number.
fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

/// YAML that does harm, and the rule that tells of it, where it is the same in every file.
fn yaml() -> Vec<(&'static str, String, &'static str)> {
    let level = |n: usize| {
        let (name, before) = (&"bcdefghijkl"[n..=n], &"abcdefghijk"[n..=n]);
        format!("{name}: &{name} [{}]\n", format!("*{before},").repeat(9))
    };
    let bomb = format!("a: &a [x,x,x,x,x,x,x,x,x]\n{}", each(11, level));
    vec![
        ("a bomb of aliases", bomb, "error["),
        ("an alias inside its anchor", "title: &a [*a]".to_owned(), "error["),
        ("lists in lists", format!("title: {}", nested("[", "", "]")), "K0201"),
        ("lists that never end", format!("title: {}", "[".repeat(LONG)), "K0201"),
        ("mappings in mappings", format!("title: {}", nested("{a: ", "b", "}")), "K0201"),
        ("mappings that never end", format!("title: {}", "{a: ".repeat(LONG / 4)), "K0201"),
        ("items in items", format!("title:\n{}x", "- ".repeat(DEEP)), "K0201"),
        ("keys in keys", format!("{}x", "? ".repeat(DEEP)), "K0201"),
        ("a key a megabyte long", format!("\"{}\": x", "k".repeat(LONG)), "error["),
        ("many keys", each(20_000, |n| format!("k{n}: 1\n")), "error["),
        ("one key many times", "a: 1\n".repeat(20_000), "K0202"),
        ("NUL", "title: \0".to_owned(), "K0201"),
        ("half a character as its number", "title: \"\\uD800\"".to_owned(), "K0201"),
        ("a tag of another program", "!!python/object/apply:os.system [id]".to_owned(), "error["),
        ("quotation marks", "\"".repeat(LONG + 1), "error["),
        ("ampersands", "&a ".repeat(LONG / 3), "error["),
    ]
}

#[test]
fn no_yaml_harms_whichever_file_holds_it() {
    none(
        yaml()
            .par_iter()
            .flat_map_iter(|(name, text, rule)| {
                let case = Case::new(name);
                for path in YAML {
                    let front = path.starts_with("content/").then(|| format!("---\n{text}\n---\n"));
                    case.write(path, front.as_ref().unwrap_or(text));
                }
                let all = case.run(BUILD);
                let case = Case::new(&format!("{name} in plan.yml"));
                case.write(PLAN, text);
                let alone = case.run(BUILD);
                [all.unsaid(&[&[*rule], &YAML[..2]].concat()), alone.unsaid(&[PLAN])]
            })
            .collect::<Vec<_>>(),
    );
}

#[test]
fn what_is_no_text_is_told_and_not_read() {
    let utf16: Vec<u8> = "\u{feff}title: a".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bytes = |bytes: Vec<u8>| move |path: &Path| fs::write(path, &bytes).unwrap();
    let link = |to: &'static str| move |path: &Path| symlink(to, path).unwrap();
    let forms: Vec<(&str, Make, &str)> = vec![
        ("bytes that are no UTF-8", Box::new(bytes(b"---\ntitle: \xff\xfe\n---\n".to_vec())), "K0103"),
        ("UTF-16", Box::new(bytes(utf16)), "K0103"),
        (
            "a file of 100 MB",
            Box::new(|path| fs::File::create(path).unwrap().set_len(100 << 20).unwrap()),
            "K0107",
        ),
        (
            "a pipe",
            Box::new(|path| assert!(System::new("mkfifo").arg(path).status().unwrap().success())),
            "K0107",
        ),
        ("a socket", Box::new(|path| drop(UnixListener::bind(path).unwrap())), "K0107"),
        ("a device", Box::new(link("/dev/zero")), "K0104"),
        ("a file of the system", Box::new(link("/etc/passwd")), "K0104"),
        ("a link to itself", Box::new(|path| symlink(path.file_name().unwrap(), path).unwrap()), "K0102"),
        ("a link to nothing", Box::new(link("nowhere")), "K0102"),
    ];
    none(
        forms
            .par_iter()
            .flat_map_iter(|(name, make, rule)| {
                let case = Case::new(name);
                for path in TEXT {
                    case.make(path, make);
                }
                let all = case.run(BUILD);
                let case = Case::new(&format!("{name} as plan.yml"));
                case.make(PLAN, make);
                let mut words = vec![*rule];
                words.extend(TEXT);
                [all.unsaid(&words), case.run(BUILD).unsaid(&[*rule, PLAN])]
            })
            .collect::<Vec<_>>(),
    );
}

/// Texts of pages that do harm; each is a page or is told of.
fn markdown() -> Vec<(&'static str, String)> {
    vec![
        ("quotations in quotations", format!("{}x", "> ".repeat(DEEP))),
        ("lists in lists", format!("{}x", "- ".repeat(DEEP))),
        ("numbered lists in lists", format!("{}x", "1. ".repeat(DEEP))),
        ("emphasis in emphasis", nested("*a ", "x", " b*")),
        ("stars", "*".repeat(LONG)),
        ("stars and lines", "*_".repeat(LONG / 2)),
        ("strong beside brackets", "**「".repeat(LONG / 9)),
        ("brackets", "[".repeat(LONG)),
        ("brackets in brackets", nested("[", "x", "](a)")),
        ("pictures in pictures", nested("![", "x", "](a.png)")),
        ("links that never end", "[a](".repeat(LONG / 4)),
        ("links in angles that never end", "[a](<b".repeat(LONG / 6)),
        ("angles", "<".repeat(LONG)),
        ("comments that never end", "<!--".repeat(LONG / 4)),
        ("instructions that never end", "a <?".repeat(LONG / 4)),
        ("HTML in HTML", nested("<div>\n", "x", "</div>\n")),
        ("HTML in a line", format!("a {}", nested("<b>", "x", "</b>"))),
        ("code that never ends", each(1400, |n| format!("{} ", "`".repeat(n)))),
        ("backslashes", "\\".repeat(LONG)),
        ("entities", "&#x1;&amp".repeat(LONG / 9)),
        ("addresses without an end", "[a]: <".repeat(LONG / 6)),
        ("definitions", each(DEEP, |n| format!("[{n}]: a\n"))),
        ("a row of many cells", format!("|a|\n|-|\n{}", "|x".repeat(LONG / 2))),
        ("a table of many columns", format!("{}|\n{}|\n", "|a".repeat(DEEP), "|-".repeat(DEEP))),
        ("many tables", "|a|\n|-|\n\n".repeat(DEEP)),
        ("braces", "{".repeat(LONG)),
        ("ruby without an end", "{a|".repeat(LONG / 3)),
        ("marks without an end", "【※1".repeat(LONG / 7)),
        ("marks", "【※1】".repeat(DEEP)),
        ("a line a megabyte long", "水".repeat(LONG / 3)),
        ("many headings", each(2000, |n| format!("## a {{#a{n}}}\n\n"))),
        ("carriage returns", "\r".repeat(LONG)),
        ("NUL", "a\0b".to_owned()),
        ("signs that turn the text", "\u{202e}\u{2066}abc\u{2069}\u{202c}\u{200b}\u{feff}".to_owned()),
        ("accents upon accents", format!("a{}", "\u{301}".repeat(LONG / 2))),
    ]
}

#[test]
fn no_text_of_a_page_harms() {
    none(
        markdown()
            .par_iter()
            .map(|(name, text)| {
                let case = Case::new(name);
                case.write(FOREST, format!("---\ntitle: 森林\n---\n\n## 現状 {{#situation}}\n\n{text}\n"));
                case.run(BUILD).faults()
            })
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_figure_harms() {
    let figures = [
        "9".repeat(DEEP),
        format!("0.{}1", "0".repeat(DEEP)),
        "1e999999999".to_owned(),
        "1e-2000".to_owned(),
        "-79228162514264337593543950335".to_owned(),
        "79228162514264337593543950335兆円".to_owned(),
        "0.0000000000000000000000000001%".to_owned(),
        "NaN".to_owned(),
        "1/0".to_owned(),
        "0/0".to_owned(),
        "〜".repeat(DEEP),
        format!("{}9", "9,999〜".repeat(DEEP / 10)),
        "-0".to_owned(),
        "△0.0%".to_owned(),
    ];
    let runs = figures.par_iter().map(|figure| {
        let years = each(5, |year| format!("      {}: '{figure}'\n", 2025 + year));
        let kpi = |measure: &str| {
            format!(
                "  - id: {measure}\n    name: 漏水率\n    baseline: '{figure}'\n    target: '{figure}'\n    \
                 goal: at-least\n    measure: {measure}\n    benchmark: {{name: 国, actuals: {{2025: '{figure}'}}}}\n    \
                 actuals:\n{years}"
            )
        };
        let kpi: String = ["level", "running-total", "period-total"].map(kpi).concat();
        let case = Case::new(&figure.chars().take(30).collect::<String>());
        case.write(SECTION, format!("---\ntitle: 水道\nkpi:\n{kpi}---\n\n## 現状 {{#situation}}\n\n水\n"));
        case.run(BUILD).faults()
    });
    none(runs.collect::<Vec<_>>());
}

#[test]
fn no_template_harms() {
    let page = "themes/default/templates/page/section.html";
    let forms = [
        ("a file of the system", "{% include \"../../../../../../etc/passwd\" %}".to_owned(), "error["),
        ("a file of the system by its path", "{% include \"/etc/passwd\" %}".to_owned(), "error["),
        ("a template of the system", "{% extends \"/etc/passwd\" %}".to_owned(), "error["),
        ("itself inside itself", "{% include \"page/section.html\" %}".to_owned(), "error["),
        ("itself as its own frame", "{% extends \"page/section.html\" %}".to_owned(), "error["),
        ("brackets in brackets", format!("{{{{ {} }}}}", nested("(", "1", ")")), "error["),
        ("lists in lists", format!("{{{{ {} }}}}", nested("[", "1", "]")), "error["),
        ("nots", format!("{{{{ {}1 }}}}", "not ".repeat(DEEP)), ""),
        ("signs", format!("{{{{ {}1 }}}}", "-".repeat(DEEP)), ""),
        ("ifs in ifs", nested("{% if true %}", "x", "{% endif %}"), ""),
        ("loops in loops", nested("{% for a in [1] %}", "x", "{% endfor %}"), ""),
        ("a sum of many", format!("{{{{ 1{} }}}}", "+1".repeat(DEEP)), ""),
        ("a loop without an end", "{% for a in range(end=9000000000) %}{% endfor %}".to_owned(), "error["),
        ("tags that never end", "{% if ".repeat(LONG / 6), "error["),
        ("comments that never end", "{#".repeat(LONG / 2), "error["),
    ];
    none(
        forms
            .par_iter()
            .map(|(name, text, rule)| {
                let case = Case::new(name);
                case.write(page, text);
                case.run(BUILD).unsaid(&[*rule])
            })
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_sheet_harms() {
    let forms = [
        ("braces in braces", nested("a{", "b:c", "}")),
        ("brackets in brackets", nested(":root{--key:(", "1", ")}")),
        ("comments", "/*".repeat(LONG / 2)),
        ("layers in layers", nested("@layer a{", ":root{--key:#fff}", "}")),
        ("sheets of others", "@import url('file:///etc/passwd');\n".repeat(DEEP)),
        ("NUL and no UTF-8", "\0\u{fffd}\\".repeat(DEEP)),
        ("media in media", nested("@media print{", ":root{--key:#fff}", "}")),
    ];
    let runs = forms.par_iter().map(|(name, text)| {
        let case = Case::new(name);
        case.write("themes/default/static/css/token.css", text);
        case.run(&["check", "--root", "site"]).faults()
    });
    none(runs.collect::<Vec<_>>());
}

#[test]
fn no_file_that_is_brought_in_harms() {
    // A printed chapter, a table of figures, translations as CSV and as PO.
    let (chapter, figures, csv, po): (&[&str], &[&str], &[&str], &[&str]) = (
        &["import", "site/in", "--root", "site"],
        &["data", "import", "site/in", "--root", "site"],
        &["translate", "import", "site/in", "--root", "site"],
        &["translate", "import", "site/in.po", "--root", "site"],
    );
    let forms = [
        ("NUL", vec![chapter, figures, csv, po], "\0".repeat(LONG)),
        ("quotation marks", vec![chapter, figures, csv, po], "\"".repeat(LONG)),
        ("an open cell", vec![figures, csv], format!("id,fact,year,value\n\"{}", "\n".repeat(LONG / 4))),
        ("many columns", vec![figures, csv], format!("id,fact,year,value{}", ",".repeat(LONG / 4))),
        ("many rows", vec![figures], format!("id,fact,year,value\n{}", "x,actual,2025,1\n".repeat(5_000))),
        (
            "many translations",
            vec![csv],
            format!("key,ja,pt\n{}", "1-living/1-water#title,水道,x\n".repeat(5_000)),
        ),
        (
            "PO of many texts",
            vec![po],
            format!(
                "msgid \"\"\nmsgstr \"Language: pt\\n\"\n\n{}",
                "msgctxt \"a#b\"\nmsgid \"a\"\nmsgstr \"b\"\n\n".repeat(5_000)
            ),
        ),
        ("PO that goes on", vec![po], format!("msgid \"\"\n{}", "\"a\"\n".repeat(LONG / 8))),
        ("chapters", vec![chapter], "第1章 水\n".repeat(DEEP)),
        ("bullets", vec![chapter, po], "・".repeat(LONG / 3)),
        ("numbers", vec![chapter], "1 ".repeat(LONG / 2)),
        ("notes", vec![chapter], "※1 水\n".repeat(DEEP)),
        (
            "a table",
            vec![chapter],
            format!("Ⅲ 水\n1 水\nKPI 基準値 目標値\n{}", "水 12% 20%\n".repeat(5_000)),
        ),
    ];
    let others = ["/dev/zero", "/dev/random", "/", "/proc/self/mem"];
    let texts = forms.par_iter().flat_map_iter(|(name, commands, text)| {
        commands.iter().flat_map(move |command| {
            let case = Case::new(&format!("{name}: {command:?}"));
            case.write("in", text);
            case.write("in.po", text);
            case.run(command).faults()
        })
    });
    let others = others.par_iter().flat_map_iter(|path| {
        [&["import"][..], &["data", "import"], &["translate", "import"]].into_iter().flat_map(
            move |command| {
                let case = Case::new(&format!("{command:?} {path}"));
                case.run(&[command, &[path, "--root", "site"]].concat()).unsaid(&["error["])
            },
        )
    });
    let all: Vec<String> = texts.chain(others).collect();
    none([all]);
}

#[test]
fn no_name_and_no_link_leads_out_of_the_folder() {
    let pictures = [
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "..%2f..%2f..%2fetc%2fpasswd",
        "..\\\\..\\\\etc\\\\passwd",
        "C:\\\\windows\\\\win.ini",
        "//evil.example/x.png",
        "../../site/../../../etc/passwd",
    ];
    none(pictures.par_iter().map(|picture| {
        let case = Case::new(picture);
        case.write(FOREST, format!("---\ntitle: 森林\n---\n\n## 現状 {{#situation}}\n\n![図]({picture}) [図]({picture})\n"));
        case.run(BUILD).faults()
    }).collect::<Vec<_>>());
    let folders: [(&str, &str, &str); 5] = [
        ("content/1-living/etc", "/etc", "K0104"),
        ("content/2-loop", "..", "K0102"),
        ("locales/plan/pt/etc", "/etc", "K0104"),
        ("themes/default/static/etc", "/etc", "K0104"),
        ("content", "/etc", "K0104"),
    ];
    none(
        folders
            .par_iter()
            .map(|(path, to, rule)| {
                let case = Case::new(&format!("{path} -> {to}"));
                if *path == "content" {
                    fs::remove_dir_all(case.path("content")).unwrap();
                }
                case.make(path, &|path| symlink(to, path).unwrap());
                case.run(BUILD).unsaid(&[*rule])
            })
            .collect::<Vec<_>>(),
    );
}

#[test]
fn no_name_of_a_file_harms() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let long = format!("{}.md", "a".repeat(250));
    let names: [&[u8]; 9] = [
        b"3-\xff\xfe.md",
        b"3-a\nb.md",
        b"3-\x1b[31m.md",
        "3-\u{202e}dm.md".as_bytes(),
        b"3-a b.md",
        b".md",
        long.as_bytes(),
        b"99999999999999999999-a.md",
        b"3-<script>.md",
    ];
    let case = Case::new("names");
    for name in names {
        let folder = case.path("content/1-living/x").with_file_name(OsStr::from_bytes(name));
        fs::write(folder, "---\ntitle: a\n---\n").unwrap();
    }
    fs::create_dir(case.path("content/1-living/4-folder.md")).unwrap();
    none([case.run(BUILD).unsaid(&["K0105"])]);
    let case = Case::new("20,000 empty files");
    for number in 0..20_000 {
        case.write(&format!("content/1-living/{number}-a.md"), "");
    }
    none([case.run(BUILD).unsaid(&["K0206"])]);
}
