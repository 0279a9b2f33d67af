//! Invented plans of any size, for measuring: the same on every machine, and no two pages alike.
//!
//! A section is as long as those of the real plan in `content/`, has four indicators of different
//! forms, two note marks and a list; every text is translated. What varies is drawn by a small generator
//! of numbers from the section's own place, so that a plan of ten chapters is the beginning of one of a hundred.

mod chance;
mod plan;
mod words;

use chance::Chance;
pub use plan::write;
use words::{NOUNS, SENTENCES, Sentence};

/// How many sections a chapter has.
pub const SECTIONS: usize = 6;

/// How many languages a plan has.
const LANGUAGES: usize = 3;

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

/// A text in Japanese, Portuguese and English.
pub type Texts = [String; LANGUAGES];

/// What the plan is called.
pub const TITLE: [&str; LANGUAGES] =
    ["試験町総合計画", "Plano Geral da Cidade de Teste", "Test Town Comprehensive Plan"];

/// A chapter, with the one note that its sections name.
pub struct Chapter {
    pub title: Texts,
    pub term: Texts,
    pub meaning: Texts,
    pub sections: Vec<Section>,
}

pub struct Section {
    pub title: Texts,
    pub indicators: Vec<Indicator>,
    pub parts: Vec<Part>,
}

pub struct Indicator {
    pub name: Texts,
    pub baseline: String,
    pub target: String,
}

/// A heading and what stands below it.
pub struct Part {
    pub id: &'static str,
    pub heading: [&'static str; LANGUAGES],
    pub blocks: Vec<Texts>,
}

impl Part {
    /// Block `at` as it is written in Markdown.
    pub fn markdown(&self, at: usize, language: usize) -> String {
        let block = &self.blocks[at][language];
        if self.id == LIST { format!("- {block}") } else { format!("{block}\n") }
    }
}

/// The mark by which a text names the note of `chapter`.
pub fn mark(chapter: usize) -> String {
    format!("【※{chapter}】")
}

/// Invents the chapter of this number; the first is 1.
pub fn chapter(number: usize) -> Chapter {
    let mut chance = Chance(number as u64);
    Chapter {
        title: title(&mut chance, number),
        // A note for each chapter: a glossary grows with its plan.
        term: title(&mut chance, number + 1_000_000),
        meaning: paragraph(&mut chance, 2),
        sections: (1..=SECTIONS).map(|at| section(number, at)).collect(),
    }
}

fn section(chapter: usize, number: usize) -> Section {
    let place = chapter * SECTIONS + number;
    let mut chance = Chance((place as u64) << 20);
    let title = title(&mut chance, place);
    let indicators = (1..=INDICATORS).map(|at| indicator(&mut chance, place, at)).collect();
    let mut parts = Vec::new();
    for (id, heading) in HEADINGS {
        let block = |at| {
            if id == LIST {
                return self::title(&mut chance, place * 100 + at);
            }
            // The first names the chapter's note.
            let mark = if at == 1 { mark(chapter) } else { String::new() };
            paragraph(&mut chance, SENTENCES_EACH).map(|text| text + &mark)
        };
        parts.push(Part { id, heading, blocks: (1..=BLOCKS).map(block).collect() });
    }
    Section { title, indicators, parts }
}

/// An indicator of a form that depends on its `number`.
fn indicator(chance: &mut Chance, place: usize, number: usize) -> Indicator {
    let name = title(chance, place * 10 + number);
    let (from, more) = (10 + chance.below(80), 1 + chance.below(9));
    let (baseline, target) = match number {
        1 => (format!("{from}.{more}%"), format!("{}.0%", from + more)),
        2 => (format!("{from},{:03}人", more * 7), format!("{},000人", from + more)),
        3 => ("—".to_owned(), format!("{from}件")),
        _ => (format!("{from}回"), format!("{}回以上", from + more)),
    };
    Indicator { name, baseline, target }
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
