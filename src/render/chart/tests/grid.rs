//! Drawings of every form: ordinary and absurd figures and words, in three languages.

use super::{FORMS, drawing, said};
use crate::render::chart::{Drawing, Form, Interval, Point, Words};

/// Baseline and target.
const VALUES: [(f64, f64); 12] = [
    (14.3, 35.0),
    (88.1, 90.0),
    (0.0, 0.0),
    (0.0, 100.0),
    (100.0, 0.0),
    (28.0, 28.0),
    (41_616.0, 41_000.0),
    (-3.2, 5.0),
    (-80.0, -0.4),
    (105.3, 97.0),
    (1e300, f64::NEG_INFINITY),
    (f64::NAN, 1e-300),
];

/// A year, a figure and the added words, from short to absurd.
fn wordings() -> Vec<(String, String, String)> {
    let own =
        |(year, figure, word): (&str, &str, &str)| (year.to_owned(), figure.to_owned(), word.to_owned());
    let mut wordings: Vec<_> = [
        ("", "", ""),
        ("2024年度", "35.0%", "均等に割った場合"),
        ("2029年度", "類似団体平均以下", "基準値なし"),
        ("FY2024", "¥411,519 thousand", "Even split"),
        ("FY2029", "at or below the average of similar municipalities", "No baseline"),
        ("ano fiscal de 2024", "411.519 mil ienes", "Sem valor de referência"),
        ("ano fiscal de 2029", "média dos municípios similares ou inferior", "Divisão uniforme"),
    ]
    .map(own)
    .into();
    for absurd in ["W", "町", "a b町、", "<&> "] {
        let text: String = absurd.chars().cycle().take(60).collect();
        wordings.push((text.clone(), text.clone(), text));
    }
    wordings
}

/// All drawings.
pub(super) fn grid() -> Vec<Drawing> {
    let mut drawings = Vec::new();
    for (year, figure, word) in wordings() {
        for values in VALUES {
            for variant in 0..8 {
                let points = (
                    |at, value| Point {
                        year: at,
                        year_label: year.clone(),
                        value,
                        label: figure.clone(),
                        label_lang: None,
                    },
                    &word[..],
                );
                drawings.extend(FORMS.map(|form| variation(form, values, variant, &points)));
            }
        }
    }
    drawings
}

/// One of eight ways of having and lacking the parts of a drawing.
fn variation(
    form: Form,
    (from, to): (f64, f64),
    variant: u8,
    (point, word): &(impl Fn(u16, f64) -> Point, &str),
) -> Drawing {
    let mut drawing = drawing(form);
    let word = (*word).to_owned();
    drawing.percent = variant.is_multiple_of(2).then(|| "%{n}%".to_owned());
    drawing.baseline = (variant != 3).then(|| point(2024, from));
    drawing.target = (variant != 5).then(|| point(2029, to));
    if variant >= 4 {
        drawing.actuals = vec![point(2025, from), point(2026, f64::midpoint(from, to)), point(2028, to)];
    }
    if variant == 6 {
        drawing.actuals.truncate(2);
        drawing.benchmark = vec![point(2024, to), point(2025, from), point(2027, to)];
    }
    if variant == 7 {
        (drawing.baseline, drawing.target) = (Some(point(1, from)), Some(point(u16::MAX, to)));
    }
    let floor = Interval { from: Some(to), to: None };
    let ceiling = Interval { from: None, to: Some(to) };
    let range = Interval { from: Some(from.min(to)), to: Some(from.max(to)) };
    drawing.allowed = match form {
        Form::Range => Some(range),
        _ => [None, Some(floor), Some(ceiling), Some(range)][usize::from(variant % 4)],
    };
    drawing.even_way = variant != 2;
    drawing.benchmark_name = Some(said(&word));
    drawing.baseline_words = (variant == 3).then(|| point(2024, 0.0));
    drawing.title = said(&word);
    drawing.difference = (variant != 1).then(|| word.clone());
    drawing.missing = (variant == 5).then(|| word.clone());
    drawing.total = Some(word.clone());
    drawing.words = Words {
        no_baseline: word.clone(),
        baseline: word.clone(),
        target: word.clone(),
        maintain: word.clone(),
        even_split: word,
    };
    drawing
}
