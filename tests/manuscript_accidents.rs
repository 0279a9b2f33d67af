//! `keikaku import` of texts to which something happened on the way from the paper.

#[path = "support/manuscript.rs"]
mod manuscript;

use std::collections::BTreeMap;

use keikaku::diagnostic::Rule;
use manuscript::{PRINTED, errors_in, read, without_comments};
use proptest::prelude::*;

/// The files that `text` becomes, by their paths, without the comments.
fn files_of(text: &str) -> BTreeMap<String, String> {
    let manuscript = read(text).0.unwrap();
    manuscript.files.into_iter().map(|file| (file.path, without_comments(&file.text))).collect()
}

/// Every line but those of tables broken at `width` characters, as paper does.
fn wrapped(text: &str, width: usize) -> String {
    let breaks = |before: char, after: char| {
        let in_word = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
        !(in_word || "、。）」】・ー%".contains(after) || "（「【".contains(before))
    };
    let wrap = |line: &str| {
        if line.contains('\t') {
            return line.to_owned();
        }
        let (mut wrapped, mut length, mut last) = (String::new(), 0, ' ');
        for sign in line.chars() {
            if length >= width && breaks(last, sign) {
                wrapped.push('\n');
                length = 0;
            }
            wrapped.push(sign);
            (last, length) = (sign, length + 1);
        }
        wrapped
    };
    text.split('\n').map(wrap).collect::<Vec<_>>().join("\n")
}

/// `text` with a page's end before each line that `begins` a page: a number, and the head of the next.
fn paged(text: &str, begins: impl Fn(&str) -> bool) -> String {
    let mut pages = (31..).peekable();
    let lines = text.split('\n').map(|line| match pages.next_if(|_| begins(line)) {
        Some(page) => format!("\n大泉町総合計画\n\n- {page} -\n\u{c}\nⅢ　行財政と協働\n\n{line}\n"),
        None => format!("{line}\n"),
    });
    lines.collect()
}

/// The digits, letters and signs of ASCII in `text` in their full-width forms.
fn full_width(text: &str) -> String {
    let wide = |sign: char| match sign {
        '!'..='~' => char::from_u32(u32::from(sign) + 0xFEE0).unwrap(),
        sign => sign,
    };
    text.chars().map(wide).collect()
}

/// Each line of the chapter as `change` has it.
fn each_line(change: impl Fn(&str) -> String) -> String {
    PRINTED.split('\n').map(change).collect::<Vec<_>>().join("\n")
}

/// Whether `text` becomes the same files as the chapter itself.
fn changes_nothing(what: &str, text: &str) {
    let (expected, read) = (files_of(PRINTED), files_of(text));
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_ne!(text, PRINTED, "{what} is no accident");
    assert_eq!(names(&read), names(&expected), "{what}");
    let pairs = expected.iter().flat_map(|(path, text)| text.lines().zip(read[path].lines()));
    let differing: Vec<(&str, &str)> = pairs.filter(|(expected, read)| expected != read).collect();
    assert!(read == expected, "{what}: expected and read: {differing:#?}");
}

#[test]
fn pages_end_anywhere() {
    let section = |line: &str| line.starts_with(|first: char| first.is_ascii_digit()) && line.len() > 6;
    let row = |line: &str| line.starts_with("職員研修の") || line.starts_with("ホームページア");
    let item = |line: &str| line.starts_with("- 公有財産") || line.starts_with("- 広聴");
    let in_paragraph = PRINTED.replace("取り組むほか、社会の", "取り\n組むほか、社会の");
    let head_again =
        "\n31\n\nKPI（重要業績評価指標）（続き）\n\n\t2024年度 基準値\t2029年度 目標値\n職員研修のア";
    let note = PRINTED.lines().find(|line| line.starts_with("- ※8")).unwrap();
    let around_note = format!("取り\n\n{note}\n31\n\n組むほか、社会の");
    let (notes, rest): (Vec<&str>, Vec<&str>) = PRINTED.split('\n').partition(|line| line.contains("- ※"));
    for (what, text) in [
        ("between sections", paged(PRINTED, section)),
        ("in a table", paged(PRINTED, row)),
        ("in a table, whose title and head stand again", PRINTED.replace("職員研修のア", head_again)),
        ("in a list", paged(PRINTED, item)),
        ("in a paragraph", paged(&in_paragraph, |line| line.starts_with("組むほか"))),
        (
            "in a paragraph, with a note",
            PRINTED.replace(note, "").replace("取り組むほか、社会の", &around_note),
        ),
        ("before all notes", format!("{}\n\n{}", rest.join("\n"), notes.join("\n").replace("- ※", "※"))),
    ] {
        changes_nothing(what, &text);
    }
}

#[test]
fn lines_break_anywhere() {
    let hanging = each_line(|line| {
        if line.starts_with("- ") { wrapped(line, 18).replace('\n', "\n　　") } else { line.to_owned() }
    });
    let indented = each_line(|line| {
        let paragraph = line.ends_with('。') && !line.starts_with('-');
        format!("{}{line}", if paragraph { "　" } else { "" })
    });
    for (what, text) in [
        ("blank lines between all lines", PRINTED.replace('\n', "\n\n")),
        ("broken at 40 characters", wrapped(PRINTED, 40)),
        ("broken at 25 characters", wrapped(PRINTED, 25)),
        ("indented instead of blank lines", wrapped(&indented.replace("。\n\n　", "。\n　"), 40)),
        ("items and notes with hanging indentation", hanging),
        ("a broken title", PRINTED.replace("効果的な 行財政", "効果的な\n行財政")),
        (
            "pillars on one line",
            PRINTED
                .replace("\nまち\n\n\n\nひと\n", "\nまち　ひと\n")
                .replace("ひと\n\n\n\nしごと", "ひと・しごと"),
        ),
    ] {
        changes_nothing(what, &text);
    }
}

#[test]
fn signs_and_spaces_differ() {
    let wide_numbers = each_line(|line| {
        let digits = line.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(line.len());
        let (number, rest) = line.split_at(digits);
        match line.strip_prefix("- ※").and_then(|note| note.split_once(' ')) {
            Some((number, rest)) => format!("※{}　{rest}", full_width(number)),
            None if digits > 0 => full_width(number) + &rest.replacen(' ', "　", 1),
            None => line.to_owned(),
        }
    });
    let in_words = each_line(|line| match line.split_once(' ') {
        Some((number, title)) if number.parse::<u8>().is_ok() && title.ends_with(['営', '進']) => {
            format!("第{number}節　{title}")
        }
        _ => line.to_owned(),
    });
    let bullets = each_line(|line| match line.strip_prefix("- ") {
        Some(note) if note.starts_with('※') => note.to_owned(),
        Some(item) => format!("・{item}"),
        None => line.to_owned(),
    });
    let gaps =
        each_line(|line| line.replace('\t', if line.starts_with('\t') { "        " } else { "　　　" }));
    let named = PRINTED.replace("10\n公平な社会を\n実現しよう\n", "10 人や国の不平等をなくそう\n");
    for (what, text) in [
        ("bullets of Japanese print", bullets),
        ("marks before headings", PRINTED.replace("\n現状と課題\n", "\n■ 現状と課題\n")),
        ("headings spread out", PRINTED.replace("\n現状と課題\n", "\n現　状　と　課　題\n")),
        ("full-width numbers", wide_numbers),
        ("a chapter and sections in words", in_words.replace("\nⅢ\n\n", "\nⅢ　")),
        ("goals with their names", named),
        ("gaps instead of tabs", gaps),
        ("spaces beside Latin letters and figures", PRINTED.replace("SNS等", " SNS 等").replace('回', " 回")),
    ] {
        changes_nothing(what, &text);
    }
}

/// What happens to a manuscript on the way.
#[derive(Debug, Clone)]
enum Accident {
    Remove(usize),
    Repeat(usize, usize),
    Swap(usize, usize),
    Insert(usize, String),
    Join(usize),
}

fn accidents() -> impl Strategy<Value = Vec<Accident>> {
    let line = 0..400_usize;
    let garbage = prop_oneof![
        "[a-zA-Z0-9あ-んア-ン亜-熙#*_|<>`{}:~&% 　\t\\\\\\[\\]。、…※・①-⑳Ⅰ-Ⅻ（）【】-]{1,40}",
        "\\PC{1,20}",
        "[\\x00-\\x1f\\x7f-\\x9f\u{fffe}\u{2029}\u{2028}\u{feff}a-c]{1,6}",
        prop_oneof![
            Just("2 段組み".to_owned()),
            Just("Ⅳ".to_owned()),
            Just("SDGs".to_owned()),
            Just("総合戦略".to_owned()),
            Just("KPI".to_owned()),
            Just("※9 また…同じ番号です。".to_owned()),
            Just("\t基準値\t目標値\t備考".to_owned()),
            Just("12".to_owned()),
            Just("第2節 別の節".to_owned()),
        ],
    ];
    let accident = prop_oneof![
        line.clone().prop_map(Accident::Remove),
        (line.clone(), line.clone()).prop_map(|(from, to)| Accident::Repeat(from, to)),
        (line.clone(), line.clone()).prop_map(|(one, other)| Accident::Swap(one, other)),
        (line.clone(), garbage).prop_map(|(at, text)| Accident::Insert(at, text)),
        line.prop_map(Accident::Join),
    ];
    prop::collection::vec(accident, 0..12)
}

fn after(accidents: &[Accident]) -> String {
    let mut lines: Vec<String> = PRINTED.split('\n').map(str::to_owned).collect();
    for accident in accidents {
        let count = lines.len();
        match accident {
            Accident::Remove(at) => drop(lines.remove(at % count)),
            Accident::Repeat(from, to) => lines.insert(to % count, lines[from % count].clone()),
            Accident::Swap(one, other) => lines.swap(one % count, other % count),
            Accident::Insert(at, text) => lines.insert(at % count, text.clone()),
            Accident::Join(at) => {
                let next = lines.remove(at % count);
                let before = at % (count - 1);
                lines[before] += &next;
            }
        }
    }
    lines.join("\n")
}

/// The letters and digits of `text`, of whatever width.
fn letters(text: &str) -> String {
    let signs = text.chars().filter(|sign| sign.is_alphanumeric());
    signs.collect()
}

/// The words of a line: between them stand signs that files write in another way, or not at all.
fn words(line: &str) -> impl Iterator<Item = String> {
    let divides =
        |sign: char| sign.is_control() || sign.is_whitespace() || "…※:：・―—＝\u{feff}".contains(sign);
    line.split(divides).map(letters).filter(|word| !word.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_a_manuscript_no_word_of_it_is_lost(accidents in accidents()) {
        let text = after(&accidents);
        let (manuscript, findings) = read(&text);
        let Some(manuscript) = manuscript else {
            prop_assert!(matches!(&findings[..], [finding] if finding.rule == Rule::NoChapter));
            return Ok(());
        };
        let said: Vec<String> = manuscript.files.iter().map(|file| letters(&file.text))
            .chain(manuscript.files.iter().flat_map(|file| file.path.split(['/', '-']).map(str::to_owned)))
            .chain(manuscript.dropped.keys().map(|text| letters(text))).collect();
        for line in text.lines() {
            for word in words(line) {
                // The number of a section or an item stands apart from what follows it.
                let rest = word.trim_start_matches('第').trim_start_matches(char::is_numeric);
                let rest = rest.trim_start_matches('節');
                let found = said.iter().any(|said| said.contains(&word) || said.contains(rest));
                prop_assert!(found, "{word} of {line:?} is lost: {said:?}");
            }
        }
        let errors = errors_in(&manuscript);
        // A mark whose note is not in the text is the only mistake that an import hands on.
        prop_assert!(errors.iter().all(|error| error.rule == Rule::UnknownNote), "{errors:?}");
    }
}
