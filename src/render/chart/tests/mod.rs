//! What every chart keeps to, whatever its figures and words.

mod grid;
mod picture;

use super::{Chart, ChartStyle, Drawing, Form, Interval, Point, Text, Words};
use grid::grid;
use picture::Picture;

pub(super) const FORMS: [Form; 8] = [
    Form::Dumbbell,
    Form::Line,
    Form::TargetOnly,
    Form::Words,
    Form::Range,
    Form::Threshold,
    Form::PeriodTotal,
    Form::Bars,
];

pub(super) fn point(year: u16, value: f64) -> Point {
    Point { year, year_label: format!("{year}年度"), value, label: format!("{value}人"), label_lang: None }
}

pub(super) fn said(text: &str) -> Text {
    Text { text: text.to_owned(), lang: None }
}

fn draw(drawing: &Drawing) -> String {
    Chart::draw(drawing).element()
}

/// Ten people in 2024, twenty in 2029.
pub(super) fn drawing(form: Form) -> Drawing {
    Drawing {
        id: "kpi-1".to_owned(),
        form,
        percent: None,
        since: 2024,
        language: "ja".to_owned(),
        title: said("来場者数"),
        description: said("10人から20人へ"),
        baseline: Some(point(2024, 10.0)),
        baseline_words: None,
        target: Some(point(2029, 20.0)),
        actuals: vec![],
        benchmark: vec![],
        benchmark_name: None,
        allowed: (form == Form::Range).then_some(Interval { from: Some(18.0), to: Some(22.0) }),
        even_way: true,
        difference: None,
        missing: None,
        total: None,
        words: Words {
            no_baseline: "基準値なし".to_owned(),
            baseline: "基準値".to_owned(),
            target: "目標値".to_owned(),
            maintain: "維持".to_owned(),
            even_split: "均等割".to_owned(),
        },
    }
}

#[test]
fn no_text_leaves_the_frame_or_meets_another_text_or_a_mark() {
    for drawing in grid() {
        let faults = Picture::read(&draw(&drawing)).faults();
        assert!(faults.is_empty(), "{faults:#?}\n{drawing:?}");
    }
}

#[test]
fn every_chart_is_small_and_the_same_each_time() {
    for drawing in grid().iter().step_by(5) {
        let svg = draw(drawing);
        assert!(svg.len() <= 8192, "{} bytes: {drawing:?}", svg.len());
        assert!(!svg.contains("NaN"), "{svg}");
        assert_eq!(svg, draw(drawing));
    }
}

#[test]
fn a_range_is_a_band_that_nothing_points_to() {
    let mut drawing = drawing(Form::Range);
    let without = Picture::read(&draw(&drawing));
    drawing.actuals = vec![point(2025, 12.0), point(2026, 19.0)];
    drawing.even_way = false;
    let with = Picture::read(&draw(&drawing));
    assert_eq!(with.path("chart-line").len(), 3, "baseline and two years");
    for picture in [without, with] {
        assert!(!picture.path("chart-target-line").is_empty() && !picture.path("chart-hatch").is_empty());
        assert!(picture.path("chart-path").is_empty() && picture.path("chart-arrow").is_empty());
        assert!(picture.texts().iter().any(|text| text == "2029年度 20人"));
    }
}

#[test]
fn what_the_baseline_keeps_to_already_is_a_level_and_no_way() {
    let mut drawing = drawing(Form::Line);
    (drawing.target, drawing.even_way) = (Some(point(2029, 10.0)), false);
    let picture = Picture::read(&draw(&drawing));
    assert!(picture.path("chart-path").is_empty());
    let level = picture.path("chart-target-line");
    assert!(level.len() == 2 && (level[0].1 - level[1].1).abs() < 0.01, "{level:?}");
}

#[test]
fn a_figure_of_a_year_before_the_baseline_is_joined_to_it() {
    let mut drawing = drawing(Form::Line);
    drawing.actuals = vec![point(2023, 9.0), point(2025, 11.0)];
    assert_eq!(Picture::read(&draw(&drawing)).path("chart-line").len(), 3);
}

#[test]
fn a_benchmark_is_named_in_its_language() {
    let mut drawing = drawing(Form::Words);
    drawing.benchmark = vec![point(2024, 12.0), point(2025, 13.0)];
    drawing.benchmark_name =
        Some(Text { text: "類似団体平均".to_owned(), lang: Some("ja".to_owned()) });
    let svg = draw(&drawing);
    assert!(svg.contains(r#"<tspan lang="ja">類似団体平均</tspan>"#), "{svg}");
    assert!(Picture::read(&svg).texts().iter().any(|text| text.contains("類似団体平均 2025年度 13人")));
}

#[test]
fn words_in_place_of_a_baseline_stand_in_the_hatched_slot() {
    let mut drawing = drawing(Form::TargetOnly);
    drawing.baseline_words =
        drawing.baseline.take().map(|point| Point { label: "未実施".to_owned(), ..point });
    let svg = draw(&drawing);
    assert!(svg.contains("chart-slot") && svg.contains("未実施") && !svg.contains("基準値なし"), "{svg}");
    assert!(!svg.contains(r#"class="chart-baseline""#), "words have no place on a scale: {svg}");
}

#[test]
fn a_file_is_a_picture_of_its_own_in_the_language_of_its_page() {
    let mut drawing = drawing(Form::Dumbbell);
    drawing.title.lang = Some("pt-BR".to_owned());
    let svg = Chart::draw(&drawing).file(&ChartStyle::of(r#"text{font-family:"A<B"}"#));
    let head = r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" data-form="dumbbell" xml:lang="ja" width="435""#;
    assert!(svg.starts_with(head), "{svg}");
    assert!(svg.contains("<style>text{font-family:&quot;A&lt;B&quot;}</style><rect class=\"chart-sheet\""));
    assert!(svg.contains(r#"<title id="kpi-1-title" xml:lang="pt-BR">来場者数</title>"#), "{svg}");
    assert!(
        svg.contains(r#"<tspan class="chart-figure" xml:lang="pt-BR">来場者数</tspan>"#),
        "its name is seen"
    );
    assert!(
        svg.contains(r#"<g transform="translate(0,-26)"><text class="chart-text" x="2" y="14">"#),
        "{svg}"
    );
    assert!(!svg.contains(" lang=") && !svg.contains("paint-order=\"stroke\"") && !svg.contains("href"));
}

#[test]
fn a_name_and_a_finding_in_another_language_say_so() {
    let mut drawing = drawing(Form::Dumbbell);
    (drawing.title.lang, drawing.description.lang) = (Some("ja".to_owned()), Some("ja".to_owned()));
    let svg = draw(&drawing);
    assert!(svg.contains(r#"<title id="kpi-1-title" lang="ja">"#), "{svg}");
    assert!(svg.contains(r#"<desc id="kpi-1-desc" lang="ja">"#), "{svg}");
}

#[test]
fn no_colour_size_or_font_is_written() {
    for form in FORMS {
        let svg = draw(&drawing(form));
        for attribute in ["fill=", "stroke=", "style=", "font", "#", "<svg width"] {
            assert!(!svg.contains(attribute), "{attribute} in {svg}");
        }
    }
}

#[test]
fn the_image_is_named_and_described() {
    let svg = draw(&drawing(Form::Dumbbell));
    let head = r#"role="img" aria-labelledby="kpi-1-title kpi-1-desc" focusable="false"><title id="kpi-1-title">来場者数</title><desc id="kpi-1-desc">10人から20人へ</desc>"#;
    assert!(svg.contains(head), "{svg}");
}

#[test]
fn an_arrow_stands_in_a_dumbbell_only() {
    for drawing in grid().iter().step_by(5) {
        let whole = drawing.baseline.is_some() && drawing.target.is_some();
        let arrow = draw(drawing).contains("chart-arrow");
        assert!(!arrow || (drawing.form == Form::Dumbbell && whole), "{drawing:?}");
    }
    assert!(draw(&drawing(Form::Dumbbell)).contains("chart-arrow"));
}

#[test]
fn an_arrow_points_left_where_the_target_is_below_the_baseline() {
    let mut drawing = drawing(Form::Dumbbell);
    drawing.target = Some(point(2029, 5.0));
    let shaft = Picture::read(&draw(&drawing)).path("chart-arrow");
    assert!(shaft[1].0 < shaft[0].0, "{shaft:?}");
}

#[test]
fn marks_too_near_for_an_arrow_stand_apart() {
    let mut drawing = drawing(Form::Dumbbell);
    drawing.percent = Some("%{n}%".to_owned());
    (drawing.baseline, drawing.target) = (Some(point(2024, 88.1)), Some(point(2029, 90.0)));
    drawing.difference = Some("+1.9ポイント".to_owned());
    let svg = draw(&drawing);
    assert!(!svg.contains("chart-arrow") && svg.contains("+1.9ポイント"));
    let (circle, diamond) = (svg.find("chart-baseline"), svg.find("chart-target"));
    assert!(circle.is_some() && diamond.is_some());
    assert!(!Picture::read(&svg).marks_meet());
}

#[test]
fn bars_and_a_lone_target_join_no_figures() {
    for drawing in grid().into_iter().filter(|drawing| matches!(drawing.form, Form::Bars | Form::TargetOnly))
    {
        let svg = draw(&drawing);
        for class in ["chart-path", "chart-line\"", "chart-arrow", "chart-benchmark"] {
            assert!(!svg.contains(class), "{class}: {drawing:?}");
        }
    }
}

#[test]
fn a_target_without_a_baseline_says_so_in_a_hatched_slot() {
    for form in FORMS {
        let mut drawing = drawing(form);
        drawing.baseline = None;
        let svg = draw(&drawing);
        let says_so = svg.contains("chart-slot") && svg.contains("chart-hatch") && svg.contains("基準値なし");
        assert!(says_so || form == Form::Dumbbell, "{svg}");
        assert!(!svg.contains(r#"class="chart-path""#) || form == Form::PeriodTotal, "{svg}");
    }
}

#[test]
fn a_missing_year_is_not_bridged() {
    let mut drawing = drawing(Form::Line);
    drawing.actuals = vec![point(2025, 11.0), point(2027, 13.0), point(2028, 14.0)];
    let line = Picture::read(&draw(&drawing)).path("chart-line");
    assert_eq!(line.len(), 4, "baseline to 2025, 2027 to 2028: {line:?}");
}

#[test]
fn a_threshold_names_what_to_keep_and_both_years() {
    let mut drawing = drawing(Form::Threshold);
    drawing.baseline = Some(point(2024, 20.0));
    let texts = Picture::read(&draw(&drawing)).texts();
    for text in ["維持: 20人", "2024年度", "2029年度"] {
        assert!(texts.iter().any(|other| other == text), "{texts:?}");
    }
}

#[test]
fn a_target_in_words_takes_no_place_on_a_scale() {
    let mut drawing = drawing(Form::Words);
    drawing.target.as_mut().unwrap().label = "類似団体平均以下".to_owned();
    let far = draw(&drawing);
    drawing.target.as_mut().unwrap().value = 1e6;
    assert_eq!(far, draw(&drawing));
    assert!(far.contains("chart-chip"));
}

#[test]
fn a_period_total_prints_its_sum_unless_a_year_is_missing() {
    let mut drawing = drawing(Form::PeriodTotal);
    drawing.actuals = vec![point(2025, 3.0), point(2026, 4.0)];
    drawing.total = Some("7人".to_owned());
    assert!(draw(&drawing).contains("7人"));
    drawing.actuals[1].year = 2027;
    drawing.missing = Some("2026年度 数値なし".to_owned());
    assert!(!draw(&drawing).contains("7人"));
    assert!(draw(&drawing).contains("2026年度 数値なし"), "and says why it ends");
}

#[test]
fn markup_in_words_is_escaped_and_a_foreign_figure_names_its_language() {
    let mut drawing = drawing(Form::Dumbbell);
    drawing.title = said(r#"<b>&"x""#);
    let target = drawing.target.as_mut().unwrap();
    (target.label, target.label_lang) = ("<i>&\"".to_owned(), Some("ja".to_owned()));
    let svg = draw(&drawing);
    assert!(svg.contains("&lt;b&gt;&amp;&quot;x&quot;</title>"), "{svg}");
    assert!(svg.contains(r#"<tspan class="chart-figure" lang="ja">&lt;i&gt;&amp;&quot;</tspan>"#), "{svg}");
}
