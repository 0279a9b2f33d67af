//! Which chart an indicator gets: every case of the design's table, on real pages. The figures are invented.

mod support;

use support::Project;

const PAGE: &str = "3-administration/1-efficient-administration";

/// The charts of a plan whose only indicator is `fields`, in each language.
fn charts(fields: &str) -> Vec<(&'static str, String)> {
    let project = with_indicator(fields);
    ["ja", "pt", "en"].map(|language| (language, chart(&project, language))).to_vec()
}

/// The first chart of the page, in `language`.
fn chart(project: &Project, language: &str) -> String {
    let page = project.page(&format!("{language}/{PAGE}.html"));
    let (_, chart) = page.split_once("<svg").unwrap();
    chart.split_once("</svg>").unwrap().0.to_owned()
}

fn with_indicator(fields: &str) -> Project {
    with_named("例", fields)
}

/// The built site of a plan whose section has one indicator, `name`.
fn with_named(name: &str, fields: &str) -> Project {
    let project = Project::real();
    let path = format!("content/{PAGE}.md");
    let text = std::fs::read_to_string(project.root().join(&path)).unwrap();
    let (_, body) = text.split_once("\n---\n").unwrap();
    let fields = fields.replace('\n', "\n    ");
    let front = format!(
        "---\ntitle: 効率的・効果的な行財政運営\nkpi:\n  - id: example\n    name: {name}\n    {fields}\n---\n"
    );
    std::fs::write(project.root().join(path), format!("{front}{body}")).unwrap();
    project.build();
    project
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
fn a_benchmark_stands_in_the_chart_and_in_the_table_under_its_name() {
    let fields = "baseline: 88.4%\ntarget: 類似団体平均以下\nbenchmark: {name: 類似団体平均, actuals: {2024: 90.0%, 2025: 89.5%}}";
    let project = with_indicator(fields);
    for (language, figure) in [("ja", "89.5%"), ("pt", "89,5%"), ("en", "89.5%")] {
        let chart = chart(&project, language);
        assert!(chart.contains("類似団体平均") && chart.contains(figure), "{language}: {chart}");
        let page = project.page(&format!("{language}/{PAGE}.html"));
        let rows = page.split("<tr class=\"figures-benchmark\">").skip(1);
        let rows: Vec<&str> = rows.map(|row| row.split_once("</tr>").unwrap().0).collect();
        assert_eq!(rows.len(), 2, "{language}");
        assert!(
            rows[1].contains("類似団体平均") && rows[1].contains(&format!("<td>{figure}</td>")),
            "{rows:?}"
        );
    }
    let chart = chart(&project, "pt");
    assert!(chart.contains(r#"<tspan lang="ja">類似団体平均</tspan>"#), "not translated: {chart}");
    assert!(chart.contains(r#"-title" lang="ja">例</title>"#), "nor is the name: {chart}");
}

#[test]
fn a_range_is_a_band_with_and_without_baseline_and_figures() {
    let band = ["chart-target-line", "chart-hatch"];
    let none = ["chart-arrow", "chart-path", "chart-target\"", "chart-chip"];
    assert_marks("baseline: 12人\ntarget: 20〜30人", &[band[0], band[1], "chart-baseline"], &none);
    assert_marks("baseline: —\ntarget: 20〜30人", &[band[0], band[1], "chart-slot"], &none);
    let actuals = "goal: within\nactuals: {2025: 18人, 2026: 24人}";
    let with = format!("baseline: 12人\ntarget: 20〜30人\n{actuals}");
    assert_marks(&with, &[band[0], band[1], "chart-line", "chart-actual"], &none);
    for (language, range) in
        [("ja", "20〜30人の範囲"), ("pt", "a faixa de 20–30 pessoas"), ("en", "the range 20–30 people")]
    {
        let (_, chart) = charts(&with).into_iter().find(|(drawn, _)| *drawn == language).unwrap();
        assert!(chart.contains(range), "{language}: {chart}");
    }
}

#[test]
fn the_figure_of_a_year_is_not_held_against_a_range_for_the_sum_of_all() {
    let fields =
        "baseline: 12人\ntarget: 200〜300人\nmeasure: period-total\ngoal: within\nactuals: {2025: 48人}";
    assert_marks(fields, &["data-form=\"words\"", "chart-chip", "chart-actual"], &["chart-target-line"]);
}

#[test]
fn within_is_a_band_around_zero_only_where_figures_lie_below_it() {
    let both = "baseline: △15.0%\ntarget: 10.0%以内\ngoal: within";
    assert_marks(both, &["data-form=\"range\"", "chart-hatch"], &["chart-arrow", "25"]);
    let one = "baseline: 50%\ntarget: 10%以内\ngoal: within";
    assert_marks(one, &["data-form=\"dumbbell\"", "chart-hatch", "chart-arrow"], &[]);
    assert_marks("baseline: 15%\ntarget: 10%以内", &["data-form=\"dumbbell\""], &["chart-hatch"]);
}

#[test]
fn where_the_baseline_keeps_to_the_target_already_no_way_leads_to_it() {
    let actuals = "actuals: {2025: 28回, 2026: 30回}";
    let level = ["data-form=\"line\"", "chart-line", "chart-target-line"];
    for fields in [
        "baseline: 28回\ntarget: 28回\ngoal: at-least",
        "baseline: 28回\ntarget: 28回以内\ngoal: within",
        "baseline: 30回\ntarget: 28回\ngoal: at-least",
        "baseline: 26回\ntarget: 28回\ngoal: at-most",
    ] {
        assert_marks(&format!("{fields}\n{actuals}"), &level, &["chart-path"]);
    }
    assert_marks(&format!("baseline: 26回\ntarget: 28回\ngoal: at-least\n{actuals}"), &["chart-path"], &[]);
}

#[test]
fn figures_without_a_baseline_are_a_line_from_the_first_of_them() {
    let fields = "baseline: —\ntarget: 45.0%\ngoal: at-least\nactuals: {2026: 40.1%, 2027: 42.0%}";
    assert_marks(
        fields,
        &["data-form=\"line\"", "chart-line", "chart-slot"],
        &["chart-path", "class=\"chart-baseline\""],
    );
}

#[test]
fn a_baseline_or_a_figure_that_has_no_place_on_the_scale_is_not_drawn_as_one() {
    assert_marks(
        "baseline: 未実施\ntarget: 10回",
        &["data-form=\"target-only\"", "chart-slot", "未実施"],
        &["class=\"chart-baseline\"", "chart-arrow"],
    );
    let other = "baseline: 500千円\ntarget: 800千円\ngoal: at-least\nactuals: {2025: 70人}";
    assert_marks(other, &["data-form=\"dumbbell\""], &["chart-actual"]);
    let two = "baseline: 500千円\ntarget: 2百万円\ngoal: at-least\nactuals: {2025: 1百万円}";
    assert_marks(two, &["data-form=\"words\""], &["chart-actual"]);
}

#[test]
fn figures_without_baseline_and_target_in_figures_are_still_drawn() {
    let fields = "baseline: —\ntarget: 設置\ngoal: at-least\nactuals: {2025: 3件, 2026: 5件}";
    assert_marks(fields, &["data-form=\"words\"", "chart-chip", "chart-line"], &[]);
}

#[test]
fn a_total_for_the_period_says_what_it_comes_to_each_year() {
    let total = |target: &str| {
        let fields = format!("baseline: 70千円\ntarget: {target}\nmeasure: period-total");
        charts(&fields).into_iter().map(|(_, chart)| chart).collect::<Vec<_>>()
    };
    let sentences = [
        (
            "411,519千円",
            [
                "平均で82,303.8千円です",
                "média de 82.303,8 mil ienes por ano",
                "average of ¥82,303.8 thousand a year",
            ],
        ),
        (
            "400千円以上",
            [
                "平均で80千円以上です",
                "média de 80 mil ienes ou mais por ano",
                "average of at least ¥80 thousand a year",
            ],
        ),
    ];
    for (target, sentences) in sentences {
        for (chart, sentence) in total(target).iter().zip(sentences) {
            assert!(chart.contains(sentence), "{sentence}: {chart}");
        }
    }
    let fields = "baseline: —\ntarget: 1,000人\ntarget_year: 2027\nmeasure: period-total";
    let about = [
        "平均で約333.3人です",
        "média de cerca de 333,3 pessoas por ano",
        "average of about 333.3 people a year",
    ];
    for ((language, chart), sentence) in charts(fields).iter().zip(about) {
        assert!(chart.contains(sentence) && chart.contains("chart-slot"), "{language}: {chart}");
    }
    let (_, ten_thousands) = charts("baseline: —\ntarget: 100万円\nmeasure: period-total").remove(0);
    assert!(ten_thousands.contains("平均で20万円です"), "{ten_thousands}");
}

#[test]
fn a_sum_ends_where_a_year_is_missing_and_says_so() {
    let fields = "baseline: 70千円\ntarget: 400千円\nmeasure: period-total\ngoal: at-least\nactuals: {2025: 80千円, 2027: 90千円}";
    for ((language, chart), missing) in
        charts(fields).iter().zip(["2026年度 数値なし", "2026 Sem valor", "FY2026 No figure"])
    {
        assert!(chart.contains(missing) && !chart.contains("170"), "{language}: {chart}");
    }
}

#[test]
fn separate_bars_of_a_cumulative_total_are_joined_by_nothing_whatever_is_known() {
    for fields in [
        "baseline: 55件\ntarget: 240件\ngoal: at-least\nactuals: {2025: 80件, 2026: 60件}",
        "baseline: —\ntarget: 240件\ngoal: at-least\nactuals: {2025: 80件, 2026: 60件}",
    ] {
        let cumulative = fields.replacen("baseline", "note: 例\nbaseline", 1);
        let project = with_named("例（累計）", &cumulative);
        for language in ["ja", "pt", "en"] {
            let chart = chart(&project, language);
            assert_eq!(chart.matches("chart-bar-actual").count(), 2, "{language}: {chart}");
            assert!(!chart.contains("chart-line") && !chart.contains("chart-path"), "{language}: {chart}");
        }
    }
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
