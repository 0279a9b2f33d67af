//! Invented plans of any size, for measuring: the same on every machine, and no two pages alike.
//!
//! A section is as long as those of the real plan in `content/`, has four indicators of different
//! forms, two note marks and a list; every text is translated. What varies is drawn by a small generator
//! of numbers from the section's own place, so that a plan of ten chapters is the beginning of one of a hundred.

use std::fs;
use std::io;
use std::path::Path;

mod words;

use words::{NOUNS, SENTENCES, Sentence};

/// How many sections a chapter has.
pub const SECTIONS: usize = 6;

/// How many languages a plan has.
pub const LANGUAGES: usize = 3;

/// How many indicators a section has, each of another form.
const INDICATORS: usize = 4;

/// The headings of a section.
const HEADINGS: [(&str, [&str; LANGUAGES]); 3] = [
    ("situation", ["現状と課題", "Situação atual e desafios", "Current situation and challenges"]),
    ("policy", ["施策の基本方針", "Diretrizes básicas", "Basic policy"]),
    (LIST, ["主な取り組み内容", "Principais iniciativas", "Main initiatives"]),
];

/// The heading that has a list below it; the others have paragraphs.
const LIST: &str = "initiatives";

/// How many paragraphs or points there are under a heading, and sentences in a paragraph.
const BLOCKS: usize = 5;
const SENTENCES_EACH: usize = 3;

/// Numbers that look like chance and are the same every time (`SplitMix64`, Steele and others 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        number ^ (number >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap_or_default()
    }

    fn of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// A text in Japanese, Portuguese and English.
type Texts = [String; LANGUAGES];

/// Writes a plan of so many `chapters` under `root`.
pub fn write(root: &Path, chapters: usize) -> io::Result<()> {
    fs::create_dir_all(root.join("content/glossary"))?;
    fs::write(root.join("content/plan.yml"), PLAN)?;
    let facts = [
        ("title", ["試験町総合計画", "Plano Geral da Cidade de Teste", "Test Town Comprehensive Plan"]),
        ("town", ["試験町", "Cidade de Teste", "Test Town"]),
    ];
    translations(root, "plan", &facts.map(|(key, texts)| (key.to_owned(), texts.map(str::to_owned))))?;
    for chapter in 1..=chapters {
        write_chapter(root, chapter)?;
    }
    Ok(())
}

const PLAN: &str = "title: 試験町総合計画
town: 試験町
languages: [ja, pt, en]
baseline_year: 2024
target_year: 2029
";

fn write_chapter(root: &Path, chapter: usize) -> io::Result<()> {
    let mut chance = Chance(chapter as u64);
    let name = format!("{chapter}-chapter");
    fs::create_dir_all(root.join("content").join(&name))?;
    let title = title(&mut chance, chapter);
    fs::write(root.join(format!("content/{name}/chapter.md")), format!("---\ntitle: {}\n---\n", title[0]))?;
    translations(root, &format!("{name}/chapter"), &[("title".to_owned(), title)])?;
    // A note for each chapter: a glossary grows with its plan.
    let term = self::title(&mut chance, chapter + 1_000_000);
    let meaning = paragraph(&mut chance, 2);
    let file = format!("glossary/{chapter:04}-term");
    let entry =
        format!("---\nnumber: {chapter}\nterm: {}\nreading: ようご\n---\n\n{}\n", term[0], meaning[0]);
    fs::write(root.join(format!("content/{file}.md")), entry)?;
    translations(root, &file, &[("term".to_owned(), term), ("1".to_owned(), meaning)])?;
    (1..=SECTIONS).try_for_each(|section| write_section(root, &name, chapter, section))
}

fn write_section(root: &Path, folder: &str, chapter: usize, section: usize) -> io::Result<()> {
    let place = chapter * SECTIONS + section;
    let mut chance = Chance((place as u64) << 20);
    let title = title(&mut chance, place);
    let mut units = vec![("title".to_owned(), title.clone())];
    let mut lines = vec!["---".to_owned(), format!("title: {}", title[0]), "kpi:".to_owned()];
    for number in 1..=INDICATORS {
        let id = format!("i-{chapter}-{section}-{number}");
        let name = self::title(&mut chance, place * 10 + number);
        let (baseline, target) = figures(&mut chance, number);
        lines
            .push(format!("  - {{id: {id}, name: {}, baseline: '{baseline}', target: '{target}'}}", name[0]));
        units.push((format!("indicators.{id}.name"), name));
    }
    lines.push("---".to_owned());
    for (id, heading) in HEADINGS {
        lines.push(format!("\n## {} {{#{id}}}\n", heading[0]));
        units.push((format!("{id}.heading"), heading.map(str::to_owned)));
        for number in 1..=BLOCKS {
            let block = if id == LIST {
                self::title(&mut chance, place * 100 + number)
            } else {
                // The first names the chapter's note.
                let mark = if number == 1 { format!("【※{chapter}】") } else { String::new() };
                paragraph(&mut chance, SENTENCES_EACH).map(|text| text + &mark)
            };
            lines.push(if id == LIST { format!("- {}", block[0]) } else { format!("{}\n", block[0]) });
            units.push((format!("{id}.{number}"), block));
        }
    }
    fs::write(root.join(format!("content/{folder}/{section}-section.md")), lines.join("\n") + "\n")?;
    translations(root, &format!("{folder}/{section}-section"), &units)
}

/// A title that no other place has.
fn title(chance: &mut Chance, place: usize) -> Texts {
    let (what, of) = (chance.of(&NOUNS), chance.of(&NOUNS));
    [
        format!("{}と{}の充実（第{place}号）", what[0], of[0]),
        format!("Melhoria de {} e {} (nº {place})", what[1], of[1]),
        format!("Better {} and {} (No. {place})", what[2], of[2]),
    ]
}

fn paragraph(chance: &mut Chance, sentences: usize) -> Texts {
    let mut paragraph = Texts::default();
    for _ in 0..sentences {
        let sentence: &Sentence = chance.of(&SENTENCES);
        let (first, second, number) = (chance.of(&NOUNS), chance.of(&NOUNS), 2 + chance.below(900));
        for (language, text) in paragraph.iter_mut().enumerate() {
            if language > 0 && !text.is_empty() {
                text.push(' ');
            }
            let written = sentence[language].replace("{a}", first[language]).replace("{b}", second[language]);
            text.push_str(&written.replace("{n}", &number.to_string()));
        }
    }
    paragraph
}

/// A baseline and a target, of a form that depends on the `number` of the indicator.
fn figures(chance: &mut Chance, number: usize) -> (String, String) {
    let (from, more) = (10 + chance.below(80), 1 + chance.below(9));
    match number {
        1 => (format!("{from}.{more}%"), format!("{}.0%", from + more)),
        2 => (format!("{from},{:03}人", more * 7), format!("{},000人", from + more)),
        3 => ("—".to_owned(), format!("{from}件")),
        _ => (format!("{from}回"), format!("{}回以上", from + more)),
    }
}

/// Writes the Portuguese and the English of the content file `of`.
fn translations(root: &Path, of: &str, units: &[(String, Texts)]) -> io::Result<()> {
    for (at, language) in [(1, "pt"), (2, "en")] {
        let path = root.join(format!("locales/plan/{language}/{of}.yml"));
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let texts = units.iter().map(|(key, texts)| {
            format!("{key}:\n  ja: {}\n  {language}: {}\n", quoted(&texts[0]), quoted(&texts[at]))
        });
        fs::write(path, format!("_version: 2\n_review: reviewed\n{}", texts.collect::<String>()))?;
    }
    Ok(())
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
