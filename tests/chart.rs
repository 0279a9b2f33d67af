//! Which chart an indicator gets: every case of the design's table, on real pages. The figures are invented.

mod support;

use support::Project;

const PAGE: &str = "3-administration/1-efficient-administration";

/// The charts of a plan whose only indicator is `fields`, in each language.
fn charts(fields: &str) -> Vec<(&'static str, String)> {
    let project = Project::real();
    let path = format!("content/{PAGE}.md");
    let text = std::fs::read_to_string(project.root().join(&path)).unwrap();
    let (_, body) = text.split_once("\n---\n").unwrap();
    let fields = fields.replace('\n', "\n    ");
    let front = format!(
        "---\ntitle: 効率的・効果的な行財政運営\nkpi:\n  - id: example\n    name: 例\n    {fields}\n---\n"
    );
    std::fs::write(project.root().join(path), format!("{front}{body}")).unwrap();
    project.build();
    ["ja", "pt", "en"]
        .map(|language| {
            let page = project.page(&format!("{language}/{PAGE}.html"));
            let (_, chart) = page.split_once("<svg").unwrap();
            (language, chart.split_once("</svg>").unwrap().0.to_owned())
        })
        .to_vec()
}

/// Asserts that the chart of `fields` holds every mark of `holds` and none of `lacks`.
fn assert_marks(fields: &str, holds: &[&str], lacks: &[&str]) {
    for (language, chart) in charts(fields) {
        for mark in holds {
            assert!(chart.contains(mark), "{language}: {mark} is missing from {chart}");
        }
        for mark in lacks {
            assert!(!chart.contains(mark), "{language}: {mark} stands in {chart}");
        }
    }
}

#[test]
fn a_rise_is_a_dumbbell_with_an_arrow_and_the_difference() {
    assert_marks(
        "baseline: 14.3%\ntarget: 35.0%",
        &["chart-baseline", "chart-arrow", "chart-target", "20"],
        &["chart-path"],
    );
}

#[test]
fn a_fall_is_the_same_picture_and_a_declared_floor_has_its_allowed_side() {
    assert_marks("baseline: 30人\ntarget: 10人", &["chart-arrow", "chart-target"], &["chart-hatch"]);
    assert_marks("baseline: 30人\ntarget: 10人以上", &["chart-target", "chart-hatch"], &[]);
}

#[test]
fn yearly_actuals_are_a_line_and_the_even_path_is_dashed() {
    let fields = "baseline: 10人\ntarget: 20人\ngoal: at-least\nactuals: {2025: 12人, 2026: 15人}";
    assert_marks(fields, &["chart-actual", "chart-line", "chart-path", "chart-target"], &["chart-arrow"]);
}

#[test]
fn without_a_baseline_there_is_a_target_and_no_way_to_it() {
    assert_marks(
        "baseline: —\ntarget: 45.0%",
        &["chart-target", "chart-hatch"],
        &["chart-arrow", "chart-path", "chart-baseline"],
    );
}

#[test]
fn a_target_in_words_is_a_chip_and_a_benchmark_a_line_of_steps() {
    assert_marks(
        "baseline: 88.4%\ntarget: 類似団体平均以下",
        &["chart-chip", "chart-baseline"],
        &["chart-arrow", "chart-benchmark"],
    );
    let fields = "baseline: 88.4%\ntarget: 類似団体平均以下\nbenchmark: {name: 類似団体平均, actuals: {2024: 90.0%, 2025: 89.0%}}";
    assert_marks(fields, &["chart-chip", "chart-benchmark"], &[]);
}

#[test]
fn an_equal_target_is_a_threshold() {
    assert_marks(
        "baseline: 28回\ntarget: 28回",
        &["chart-baseline", "chart-target", "28"],
        &["chart-arrow", "chart-path"],
    );
}

#[test]
fn a_total_for_the_period_is_steps_from_zero() {
    let fields = "baseline: 70千円\ntarget: 400千円\nmeasure: period-total\ngoal: at-least\nactuals: {2025: 80千円, 2026: 90千円}";
    assert_marks(fields, &["chart-line", "chart-path", "chart-target", "170"], &["chart-arrow"]);
}

#[test]
fn a_cumulative_total_that_nobody_explains_is_two_bars_and_no_way_between_them() {
    let fields = "baseline: 70千円\ntarget: 400千円";
    let named = charts(&fields.replace("baseline", "note: 例\nbaseline"));
    assert!(named[0].1.contains("chart-arrow"), "the same figures without the word are a rise");
    for (language, chart) in charts_named_cumulative() {
        assert!(chart.contains("chart-bar-baseline") && chart.contains("chart-bar-target"), "{language}");
        assert!(!chart.contains("chart-arrow") && !chart.contains("chart-path"), "{language}");
    }
}

/// The plan's own cumulative indicator, ふるさと納税の寄附金額（累計）.
fn charts_named_cumulative() -> Vec<(&'static str, String)> {
    let project = Project::real();
    project.build();
    ["ja", "pt", "en"]
        .map(|language| {
            let page = project.page(&format!("{language}/{PAGE}.html"));
            let (_, after) = page.split_once("chart-furusato-donation-amount-title").unwrap();
            (language, after.split_once("</svg>").unwrap().0.to_owned())
        })
        .to_vec()
}

#[test]
fn a_difference_in_ten_thousands_is_multiplied_out_where_the_language_has_no_word_for_it() {
    let drawn = charts("baseline: 18.8万人\ntarget: 19.8万人");
    for (language, difference) in [("ja", "+1.0万人"), ("pt", "+10.000 pessoas"), ("en", "+10,000 people")]
    {
        let (_, chart) = drawn.iter().find(|(drawn, _)| *drawn == language).unwrap();
        assert!(chart.contains(difference), "{language}: {chart}");
    }
}

#[test]
fn figures_of_different_units_share_no_scale() {
    let fields = "baseline: 500千円\ntarget: 2百万円";
    assert_marks(fields, &["chart-baseline", "chart-chip"], &["chart-arrow", "chart-bar-target"]);
}

#[test]
fn more_than_the_baseline_is_not_the_same_as_the_baseline() {
    for (language, chart) in charts("baseline: 10件\ntarget: 10件超") {
        for same in ["同じ", "igual", "same"] {
            assert!(!chart.contains(same), "{language}: {chart}");
        }
    }
}
