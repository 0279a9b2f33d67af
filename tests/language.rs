//! The language in which the program speaks, and what a command line means: help, mistakes, `--quiet`,
//! colours, exit codes.

#[path = "support/program.rs"]
mod program;

use std::fs;
use std::process::{Command, Output, Stdio};

use keikaku::value::text_width::columns;
use program::{command, repository};
use tempfile::TempDir;

/// What the program answers to `line`, its parts separated by spaces, where the system speaks `locale`.
fn answer(locale: &str, line: &str) -> Output {
    let arguments = line.split(' ').filter(|argument| !argument.is_empty());
    command()
        .current_dir(repository())
        .env("LANG", locale)
        .env("COLUMNS", "80")
        .args(arguments)
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// `tests/site` with a mistake in it.
fn broken_site() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, bytes) in program::files(&repository().join("tests/site")) {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let plan = folder.path().join("content/plan.yml");
    let text = fs::read_to_string(&plan).unwrap();
    fs::write(plan, format!("{text}\nstray: 1\n")).unwrap();
    folder
}

#[test]
fn the_option_goes_before_the_system_and_stands_before_or_behind_the_command() {
    let japanese = "使い方: keikaku build [オプション]";
    for (locale, line) in [
        ("ja_JP.UTF-8", "build --help"),
        ("pt_BR.UTF-8", "--lang ja build --help"),
        ("pt_BR.UTF-8", "build --help --lang=ja"),
        ("C.UTF-8", "--lang ja help build"),
        ("C.UTF-8", "help build --lang ja"),
    ] {
        let answer = answer(locale, line);
        assert!(out(&answer).contains(japanese), "{locale} {line}: {}", out(&answer));
        assert_eq!(answer.status.code(), Some(0), "{line}");
    }
    assert!(out(&answer("fr_FR.UTF-8", "--help")).contains("Usage: keikaku [OPTIONS] <COMMAND>"));
}

#[test]
fn lc_all_goes_before_lc_messages_and_that_before_lang() {
    let help = |variables: &[(&str, &str)]| {
        let mut command = command();
        out(&command.envs(variables.iter().copied()).arg("--help").output().unwrap())
    };
    assert!(help(&[("LC_ALL", "pt_BR"), ("LC_MESSAGES", "ja_JP"), ("LANG", "en")]).contains("Uso: "));
    assert!(help(&[("LC_ALL", ""), ("LC_MESSAGES", "ja_JP"), ("LANG", "en")]).contains("使い方: "));
}

#[test]
fn what_is_done_is_told_in_the_language_of_the_option() {
    let done = answer("C.UTF-8", "check --root tests/site --lang pt");
    assert!(out(&done).contains("Verificação concluída: "), "{}", out(&done));
    let refused = answer("C.UTF-8", "--lang ja check --root tests/nowhere");
    assert!(err(&refused).contains("このファイルまたはフォルダーがありません。"), "{}", err(&refused));
    assert_eq!(refused.status.code(), Some(1));
}

/// Command lines, and the first line of what is said to them in each language.
const MISTAKES: [(&str, [&str; 3]); 14] = [
    (
        "biuld",
        [
            "エラー: `biuld` というコマンドはありません。",
            "erro: não existe o comando `biuld`",
            "error: there is no command `biuld`",
        ],
    ),
    (
        "translate stats",
        [
            "エラー: `stats` というコマンドはありません。",
            "erro: não existe o comando `stats`",
            "error: there is no command `stats`",
        ],
    ),
    (
        "build --outt x",
        [
            "エラー: `--outt` は、ここでは使えません。",
            "erro: `--outt` não pode ser usado aqui",
            "error: `--outt` cannot be used here",
        ],
    ),
    (
        "build chapter.md",
        [
            "エラー: `chapter.md` は、ここでは使えません。",
            "erro: `chapter.md` não pode ser usado aqui",
            "error: `chapter.md` cannot be used here",
        ],
    ),
    (
        "--root x build",
        [
            "エラー: `--root` がコマンドの前に書かれています。`keikaku build` の後に書いてください。",
            "erro: `--root` está antes do comando; escreva-o depois de `keikaku build`",
            "error: `--root` stands before the command; write it after `keikaku build`",
        ],
    ),
    (
        "data import",
        [
            "エラー: `<ファイル>` が書かれていません。",
            "erro: falta isto: `<ARQUIVO>`",
            "error: this is missing: `<FILE>`",
        ],
    ),
    (
        "translate export",
        [
            "エラー: `<--po|--csv>` が書かれていません。",
            "erro: falta isto: `<--po|--csv>`",
            "error: this is missing: `<--po|--csv>`",
        ],
    ),
    (
        "translate export --po --csv",
        [
            "エラー: `--po` と `--csv` は、一緒に使えません。",
            "erro: `--po` e `--csv` não podem ser usados juntos",
            "error: `--po` and `--csv` cannot be used together",
        ],
    ),
    (
        "check --root a --root b",
        [
            "エラー: `--root <フォルダー>` は、1回しか書けません。",
            "erro: `--root <PASTA>` só pode ser escrito uma vez",
            "error: `--root <FOLDER>` can be written only once",
        ],
    ),
    (
        "serve --port",
        [
            "エラー: `--port <番号>` に値が書かれていません。",
            "erro: falta o valor de `--port <NÚMERO>`",
            "error: `--port <NUMBER>` needs a value",
        ],
    ),
    (
        "serve --port abc",
        [
            "エラー: `abc` は、`--port <番号>` の値として使えません。",
            "erro: `abc` não pode ser usado em `--port <NÚMERO>`",
            "error: `abc` cannot be used for `--port <NUMBER>`",
        ],
    ),
    (
        "build --base-url example.jp",
        [
            "エラー: `example.jp` は、`--base-url <アドレス>` の値として使えません。",
            "erro: `example.jp` não pode ser usado em `--base-url <ENDEREÇO>`",
            "error: `example.jp` cannot be used for `--base-url <ADDRESS>`",
        ],
    ),
    (
        "completions tcsh",
        [
            "エラー: `tcsh` は、`<シェル>` の値として使えません。",
            "erro: `tcsh` não pode ser usado em `<SHELL>`",
            "error: `tcsh` cannot be used for `<SHELL>`",
        ],
    ),
    (
        "serve --open=yes",
        [
            "エラー: `--open` には値を付けられませんが、`yes` と書かれています。",
            "erro: `--open` não recebe valor, mas foi escrito `yes`",
            "error: `--open` takes no value, but `yes` was written",
        ],
    ),
];

#[test]
fn a_mistake_in_the_command_line_is_told_in_the_persons_language() {
    for (line, told) in MISTAKES {
        for (language, first) in ["ja", "pt", "en"].into_iter().zip(told) {
            let answer = answer("C.UTF-8", &format!("--lang {language} {line}"));
            assert_eq!(err(&answer).lines().next(), Some(first), "{line}");
            assert_eq!((answer.status.code(), out(&answer)), (Some(2), String::new()), "{line}");
        }
    }
}

#[test]
fn a_mistake_in_the_command_line_comes_with_how_to_mend_it() {
    for (line, helps) in [
        (
            "biuld",
            &["did you mean `build`?", "`keikaku --help` shows", "Usage: keikaku [OPTIONS] <COMMAND>"][..],
        ),
        ("translate stats", &["did you mean `status`?", "`keikaku translate --help` shows"]),
        ("build --outt x", &["did you mean `--out`?", "`keikaku build --help` shows"]),
        ("build --ot x", &["did you mean `--out`?", "`keikaku build --help` shows"]),
        ("data import", &["Usage: keikaku data import [OPTIONS] <FILE>"]),
        ("serve --port 70000", &["write a whole number from 1 to 65535"]),
        ("translate status --require 101", &["write a whole number from 0 to 100"]),
        ("build --base-url example.jp", &["write it with `https://`"]),
        ("help data exprot", &["did you mean `export`?", "Usage: keikaku data [OPTIONS] <COMMAND>"]),
        ("--lang de build", &["write one of these: en, ja, pt"]),
        ("completions fihs", &["did you mean `fish`?", "bash, elvish, fish, powershell, zsh"]),
    ] {
        let told = err(&answer("C.UTF-8", line));
        for help in helps {
            assert!(told.contains(help), "{line} does not tell “{help}”:\n{told}");
        }
    }
}

#[cfg(unix)]
#[test]
fn text_that_is_not_utf8_is_a_mistake_and_the_name_of_a_file_is_not() {
    use std::os::unix::ffi::OsStrExt as _;
    let strange = std::ffi::OsStr::from_bytes(b"\xff");
    let with = |before: &[&str]| command().args(before).arg(strange).output().unwrap();
    for (language, first) in [
        ("ja", "エラー: コマンドの中に、UTF-8 ではない文字があります。"),
        ("pt", "erro: a linha de comando contém texto que não está em UTF-8"),
        ("en", "error: the command line holds text that is not UTF-8"),
    ] {
        let answer = with(&["translate", "sync", "--lang", language, "--language"]);
        assert_eq!((answer.status.code(), err(&answer).lines().next()), (Some(2), Some(first)));
    }
    assert_eq!(with(&["check", "--root"]).status.code(), Some(1));
}

#[test]
fn who_names_no_command_sees_what_there_is() {
    for (line, shown) in [
        ("", "\n  build  "),
        ("--lang en", "\n  build  "),
        ("data", "\n  export  "),
        ("translate -q", "\n  status  "),
    ] {
        let answer = answer("C.UTF-8", line);
        assert!(err(&answer).contains(shown), "{line}: {}", err(&answer));
        assert_eq!((answer.status.code(), out(&answer)), (Some(2), String::new()), "{line}");
    }
}

#[test]
fn help_fits_a_terminal_of_80_columns_and_shows_defaults_choices_and_examples() {
    let commands =
        ["", "build", "check", "serve", "import", "data", "data export", "data import", "translate"];
    let translate = ["status", "sync", "diff", "confirm", "export", "import"];
    let translate = translate.map(|name| format!("translate {name}"));
    let commands = commands.into_iter().chain(translate.iter().map(String::as_str));
    for line in commands.chain(["completions", "man"]) {
        for language in ["ja", "pt", "en"] {
            let help = out(&answer("C.UTF-8", &format!("{line} --help --lang {language}")));
            for line in help.lines() {
                assert!(columns(line) <= 80, "{} columns: {line}", columns(line));
                assert!(!line.contains('\u{2060}'), "{line}");
            }
        }
    }
    let help = out(&answer("ja_JP.UTF-8", "data export --help"));
    for shown in
        ["--out <ファイル>", "［既定値：figures.csv］", "\n例:\n  keikaku data export", "［en, ja, pt の"]
    {
        assert!(help.contains(shown), "no {shown} in:\n{help}");
    }
    // What is continued stands below its beginning.
    let list = out(&answer("ja_JP.UTF-8", "--help"));
    let (before, after) = list.split_once("\n  serve        サイトを").expect(&list);
    assert!(after.lines().nth(1).unwrap().starts_with("               保存"), "{after}");
    assert!(before.contains("コマンド:"));
}

#[test]
fn quiet_leaves_errors_and_what_was_asked_for() {
    let folder = TempDir::new().unwrap();
    let site = folder.path().join("site").display().to_string();
    let silent =
        ["check --root tests/site -q".to_owned(), format!("-q build --root tests/site --out {site}")];
    for line in silent {
        let answer = answer("C.UTF-8", &line);
        assert_eq!(
            (answer.status.code(), out(&answer), err(&answer)),
            (Some(0), String::new(), String::new())
        );
    }
    let status = "translate status --root tests/site";
    assert!(!out(&answer("C.UTF-8", status)).is_empty());
    assert_eq!(out(&answer("C.UTF-8", status)), out(&answer("C.UTF-8", &format!("{status} --quiet"))));

    let broken = broken_site();
    let told = answer("C.UTF-8", &format!("build -q --root {}", broken.path().display()));
    assert_eq!((told.status.code(), out(&told)), (Some(1), String::new()));
    assert!(err(&told).contains("the key `stray` is not known here"), "{}", err(&told));
    assert!(err(&told).ends_with("1 error. The site was not changed.\n"), "{}", err(&told));
}

#[test]
fn colours_are_for_whoever_is_watching() {
    let coloured = |variables: &[(&str, &str)], line: &str| {
        let mut command = command();
        command.env_remove("NO_COLOR").current_dir(repository()).envs(variables.iter().copied());
        let answer = command.args(line.split(' ')).output().unwrap();
        [out(&answer), err(&answer)].concat().contains('\u{1b}')
    };
    for line in ["biuld", "--help", "check --root tests/nowhere"] {
        assert!(!coloured(&[], line), "{line} is coloured in a pipe");
        assert!(coloured(&[("CLICOLOR_FORCE", "1")], line), "{line} is not coloured where asked for");
        assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], line), "{line} is coloured");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colours_unless_no_color_is_set() {
    let program = env!("CARGO_BIN_EXE_keikaku");
    let in_terminal = |no_colour: Option<&str>| {
        let mut script = Command::new("script");
        script.args(["-qec", &format!("{program} biuld"), "/dev/null"]).env("TERM", "xterm");
        script.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env("LC_ALL", "C.UTF-8");
        script.envs(no_colour.map(|value| ("NO_COLOR", value)));
        let output = script.stdin(Stdio::null()).output().ok()?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let Some(told) = in_terminal(None) else { return };
    assert!(told.contains("\u{1b}[") && told.contains("there is no command"), "{told}");
    let told = in_terminal(Some("1")).unwrap();
    assert!(told.contains("error: there is no command") && !told.contains("\u{1b}["), "{told}");
}

#[test]
fn the_version_names_the_commit_and_its_date() {
    let version = out(&answer("ja_JP.UTF-8", "--version"));
    let own = format!("keikaku {}", env!("CARGO_PKG_VERSION"));
    let rest = version.trim_end().strip_prefix(&own).unwrap_or_else(|| panic!("{version}"));
    if !repository().join(".git").exists() {
        return;
    }
    let (commit, date) =
        rest.trim().trim_matches(['(', ')']).split_once(' ').unwrap_or_else(|| panic!("{version}"));
    assert!(commit.len() >= 7 && commit.chars().all(|c| c.is_ascii_hexdigit()), "{version}");
    let parts: Vec<usize> = date.split('-').map(str::len).collect();
    assert_eq!(parts, [4, 2, 2], "{version}");
}

#[test]
fn a_shell_gets_its_script_in_the_persons_language() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = out(&answer("ja_JP.UTF-8", &format!("completions {shell}")));
        assert!(script.contains("keikaku") && script.contains("base-url"), "{shell}: {script}");
        assert!(!script.contains('\u{2060}'), "{shell}");
        assert!(shell == "bash" || script.contains("サイトを作成します"), "{shell}: {script}");
    }
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("keikaku.bash");
    fs::write(&file, answer("ja_JP.UTF-8", "completions bash").stdout).unwrap();
    if let Ok(checked) = Command::new("bash").arg("-n").arg(&file).status() {
        assert!(checked.success());
    }
}

#[test]
fn the_manual_has_a_page_for_each_command_in_the_persons_language() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("man");
    let answer = answer("pt_BR.UTF-8", &format!("man --out {}", out.display()));
    assert_eq!(answer.status.code(), Some(0), "{}", err(&answer));
    let pages = program::files(&out);
    assert_eq!(pages.keys().filter(|name| name.starts_with("keikaku-translate-")).count(), 6);
    let page = String::from_utf8(pages["keikaku-data-export.1"].clone()).unwrap();
    for part in [".SH \"NOME\"", ".SH \"OPÇÕES\"", ".SH \"EXEMPLOS\"\n.nf\n", "Grava todos os valores"] {
        assert!(page.contains(part), "no {part} in:\n{page}");
    }
    let japanese = command().args(["man", "--lang", "ja", "--out"]).arg(&out).output().unwrap();
    assert!(japanese.status.success());
    for (name, page) in program::files(&out) {
        let page = String::from_utf8(page).unwrap();
        assert!(page.contains(".SH \"名前\"") && !page.contains('\u{2060}'), "{name}:\n{page}");
    }
}

#[test]
fn who_reads_only_the_beginning_of_a_list_ends_nothing_badly() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_keikaku"))
        .args(["translate", "status", "--root"])
        .arg(repository())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(program.stdout.take());
    let ended = program.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), err(&ended)), (Some(0), String::new()));
}

#[cfg(target_os = "linux")]
#[test]
fn a_list_that_could_not_be_written_to_its_end_does_not_pass_for_the_whole() {
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = Command::new(env!("CARGO_BIN_EXE_keikaku"))
        .args(["completions", "bash", "--lang", "en"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(ended.status.code(), Some(1), "{}", err(&ended));
    assert!(err(&ended).contains("this cannot be written"), "{}", err(&ended));
}
