//! How an indicator stands, by worked examples: the arithmetic stands beside each.
//!
//! b, a, g are baseline, actual and target; τ is the part of the period that is over, from fiscal
//! year 2024 to 2029; P = (a − b)/(g − b) and R = P/τ.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use keikaku::plan::assessment::{Assessment, Input, Method, Status};
use keikaku::{plan, read};
use rust_decimal::Decimal;
use tempfile::TempDir;

/// The assessment of an indicator with `fields`, each on a line of its own.
fn assessed(fields: &[&str]) -> Assessment {
    let folder = TempDir::new().unwrap();
    let chapter = folder.path().join("content/1-a");
    fs::create_dir_all(&chapter).unwrap();
    let plan = "title: 計画\ntown: 町\nlanguages: [ja]\nbaseline_year: 2024\ntarget_year: 2029\n";
    fs::write(folder.path().join("content/plan.yml"), plan).unwrap();
    fs::write(chapter.join("chapter.md"), "---\ntitle: 章\n---\n").unwrap();
    let named = fields.iter().any(|field| field.starts_with("name:"));
    let name = if named { "" } else { "    name: 指標\n" };
    let fields = fields.join("\n    ");
    let section = format!("---\ntitle: 節\nkpi:\n  - id: one\n{name}    {fields}\n---\n");
    fs::write(chapter.join("1-b.md"), section).unwrap();
    let mut findings = Vec::new();
    let mut project = read::read(folder.path(), &mut findings).unwrap();
    let plan = plan::make(&mut project, &mut findings);
    assert!(findings.is_empty(), "{findings:?}");
    plan.indicators().next().unwrap().assessment()
}

fn status(fields: &[&str]) -> Status {
    assessed(fields).status
}

fn decimal(written: &str) -> Decimal {
    written.parse().unwrap()
}

/// b = 0件, g = 100件: every case is one actual figure away from it.
fn level(actuals: &str) -> Assessment {
    assessed(&["baseline: 0件", "target: 100件", "goal: at-least", &format!("actuals: {{{actuals}}}")])
}

/// The example plan: each of its indicators is a case, worked out by hand in expected-status.tsv.
#[test]
fn every_indicator_of_the_example_stands_as_it_was_worked_out_by_hand() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/example");
    let mut findings = Vec::new();
    let mut project = read::read(&folder, &mut findings).unwrap();
    let plan = plan::make(&mut project, &mut findings);
    let table = fs::read_to_string(folder.join("expected-status.tsv")).unwrap();
    let mut rows: BTreeMap<&str, Vec<&str>> = table
        .lines()
        .skip(1)
        .map(|row| row.split('\t').collect::<Vec<_>>())
        .map(|row| (row[0], row))
        .collect();
    for indicator in plan.indicators() {
        let row = rows.remove(indicator.id.as_str()).unwrap_or_else(|| panic!("no row for {}", indicator.id));
        let assessment = indicator.assessment();
        assert_eq!(assessment.status.key(), row[1], "{}", indicator.id);
        for (column, expected) in ["progress", "elapsed", "pace", "kept", "margin", "gap", "needed"]
            .into_iter()
            .zip(&row[6..])
            .filter(|(_, expected)| !expected.is_empty())
        {
            let found = assessment.inputs.iter().find(|input| input.key() == column);
            let found = found.unwrap_or_else(|| panic!("{} has no {column}", indicator.id));
            assert!(is(*found, expected), "{}: {found:?} is not {expected}", indicator.id);
        }
    }
    assert!(rows.is_empty(), "no indicator for {:?}", rows.keys());
    let found: BTreeSet<_> = plan.indicators().map(|indicator| indicator.assessment().status).collect();
    let without: Vec<_> = Status::ALL.into_iter().filter(|status| !found.contains(status)).collect();
    assert!(without.is_empty(), "no indicator of the example is {without:?}");
}

/// Whether `input` is what the table says: a fraction, `2/3` years, or a rounded decimal.
fn is(input: Input, expected: &str) -> bool {
    match input {
        Input::Kept(kept, years) => format!("{kept}/{years}") == expected,
        Input::Margin(number) => number.round_dp(4) == decimal(expected),
        Input::Progress(number)
        | Input::Elapsed(number)
        | Input::Pace(number)
        | Input::Gap(number)
        | Input::Needed(number) => match expected.split_once('/') {
            Some((part, whole)) => number == decimal(part).checked_div(decimal(whole)).unwrap(),
            None => number == decimal(expected),
        },
        Input::Base(_) | Input::Sum(_) | Input::Ratio(_) => false,
    }
}

#[test]
fn without_an_actual_figure_nothing_is_judged() {
    let assessment = assessed(&["baseline: 10件", "target: 20件"]);
    assert_eq!(assessment.status, Status::NotMeasured);
    assert_eq!((assessment.method, assessment.year), (None, None));
    assert!(!assessment.status.is_judgement());
    // A figure of the baseline's own year, or one that is not there, is no progress.
    assert_eq!(level("2024: 50件").status, Status::NotMeasured);
    assert_eq!(level("2025: —").status, Status::NotMeasured);
}

#[test]
fn the_pace_decides_between_on_track_and_moving_away() {
    // 2027: τ = 3/5.
    let cases = [
        ("2027: 57件", Status::OnTrack),              // R = 0.57/0.6 = 0.95
        ("2027: 56件", Status::Moderate),             // R = 0.933…
        ("2027: 36件", Status::Moderate),             // R = 0.36/0.6 = 0.60
        ("2027: 35件", Status::Limited),              // R = 0.583…
        ("2027: 0件", Status::Limited),               // R = 0
        ("2027: △1件", Status::MovingAway),           // R < 0
        ("2027: 100件", Status::Achieved),            // reached early
        ("2025: 100件, 2026: 90件", Status::OnTrack), // fell back: R = 0.9/0.4
        ("2029: 99件", Status::NotReached),           // the target year is over
        ("2030: 99件", Status::NotReached),
        ("2030: 100件", Status::Achieved),
    ];
    for (actuals, expected) in cases {
        let assessment = level(actuals);
        assert_eq!(assessment.status, expected, "{actuals}");
        assert_eq!(assessment.method, Some(Method::Level), "{actuals}");
    }
}

#[test]
fn a_status_comes_with_what_its_rule_worked_with() {
    let assessment = level("2025: 3件, 2027: 57件");
    let expected =
        [Input::Progress(decimal("0.57")), Input::Elapsed(decimal("0.6")), Input::Pace(decimal("0.95"))];
    assert_eq!(assessment.inputs, expected);
    assert_eq!(assessment.year.map(|year| year.0), Some(2027));
}

#[test]
fn a_threshold_is_met_exactly_where_the_parts_do_not_end() {
    // P = 19/30 has no end in decimals; R = (19/30)/(2/3) is 0.95 all the same.
    let fields =
        ["baseline: 0件", "target: 30件", "baseline_year: 2026", "goal: at-least", "actuals: {2028: 19件}"];
    assert_eq!(status(&fields), Status::OnTrack);
}

#[test]
fn figures_are_compared_as_published_and_not_rounded() {
    let fields = ["baseline: 30%", "target: 35%", "goal: at-least"];
    assert_eq!(status(&[&fields[..], &["actuals: {2027: 34.9%}"]].concat()), Status::OnTrack);
    assert_eq!(status(&[&fields[..], &["actuals: {2027: 35.0%}"]].concat()), Status::Achieved);
}

#[test]
fn less_is_better_where_the_goal_is_at_most() {
    let fields = ["baseline: 12回", "target: 10回", "goal: at-most"];
    let with = |actual| status(&[&fields[..], &[actual]].concat());
    assert_eq!(with("actuals: {2027: 10回}"), Status::Achieved);
    assert_eq!(with("actuals: {2026: 11回}"), Status::OnTrack); // P = 1/2, τ = 2/5
    assert_eq!(with("actuals: {2027: 13回}"), Status::MovingAway);
}

#[test]
fn a_floor_is_kept_or_not_and_has_no_percentage() {
    let fields = ["baseline: 41,616人", "target: 41,000人", "goal: at-least"];
    let kept = assessed(
        &[&fields[..], &["actuals: {2025: '40,900人', 2026: '41,200人', 2027: '41,000人'}"]].concat(),
    );
    assert_eq!((kept.status, kept.method), (Status::Kept, Some(Method::Limit)));
    assert_eq!(kept.inputs, [Input::Kept(2, 3)]);
    let not_kept = assessed(&[&fields[..], &["actuals: {2025: '40,999人'}"]].concat());
    assert_eq!((not_kept.status, &not_kept.inputs[..]), (Status::NotKept, &[Input::Kept(0, 1)][..]));
}

#[test]
fn a_figure_to_maintain_is_kept_or_not() {
    let fields = ["baseline: 28回", "target: 28回", "goal: at-least"];
    assert_eq!(status(&[&fields[..], &["actuals: {2025: 28回}"]].concat()), Status::Kept);
    assert_eq!(status(&[&fields[..], &["actuals: {2025: 27回}"]].concat()), Status::NotKept);
}

#[test]
fn a_range_is_kept_inside_its_limits() {
    let range = |actual| status(&["baseline: 25人", "target: 20〜30人", "goal: within", actual]);
    assert_eq!(range("actuals: {2025: 30人}"), Status::Kept);
    assert_eq!(range("actuals: {2025: 31人}"), Status::NotKept);
    let tenth = |actual| status(&["baseline: 3%", "target: 10%以内", "goal: within", actual]);
    assert_eq!(tenth("actuals: {2025: △10%}"), Status::Kept);
    assert_eq!(tenth("actuals: {2025: △10.1%}"), Status::NotKept);
}

#[test]
fn more_than_and_less_than_leave_the_figure_itself_out() {
    let fields = ["baseline: 100件", "target: 100件超", "goal: at-least"];
    let with = |actual| status(&[&fields[..], &[actual]].concat());
    assert_eq!(with("actuals: {2025: 101件}"), Status::Achieved);
    assert_eq!(with("actuals: {2025: 100件}"), Status::Limited);
    assert_eq!(with("actuals: {2025: 99件}"), Status::MovingAway);
}

#[test]
fn the_years_of_a_period_add_up() {
    let fields = ["baseline: 90千円", "target: 500千円", "measure: period-total", "goal: at-least"];
    let with = |actuals| assessed(&[&fields[..], &[actuals]].concat());
    // C = 190, P = 0.38, τ = 2/5, R = 0.95; (500 − 190)/3 a year are needed.
    let on_track = with("actuals: {2025: 100千円, 2026: 90千円}");
    assert_eq!(on_track.status, Status::OnTrack);
    assert_eq!(
        on_track.inputs,
        [
            Input::Sum(decimal("190")),
            Input::Progress(decimal("0.38")),
            Input::Elapsed(decimal("0.4")),
            Input::Pace(decimal("0.95")),
            Input::Needed(decimal("310").checked_div(decimal("3")).unwrap()),
        ]
    );
    assert_eq!(with("actuals: {2025: 300千円, 2026: 200千円}").status, Status::Achieved);
    // The year of the baseline is before the period, one after the target's behind it.
    assert_eq!(with("actuals: {2024: 500千円, 2025: 10千円}").status, Status::Limited);
    let over =
        with("actuals: {2025: 90千円, 2026: 90千円, 2027: 90千円, 2028: 90千円, 2029: 90千円, 2030: 90千円}");
    assert_eq!((over.status, over.inputs[0]), (Status::NotReached, Input::Sum(decimal("450"))));
}

#[test]
fn a_sum_with_a_missing_year_has_no_status() {
    let fields = ["baseline: 90千円", "target: 500千円", "measure: period-total", "goal: at-least"];
    for actuals in ["actuals: {2026: 90千円}", "actuals: {2025: 90千円, 2026: —, 2027: 90千円}"] {
        let assessment = assessed(&[&fields[..], &[actuals]].concat());
        assert_eq!(assessment.status, Status::Incomplete, "{actuals}");
        assert!(assessment.inputs.iter().all(|input| matches!(input, Input::Sum(_))));
    }
}

#[test]
fn a_sum_that_has_a_limit_keeps_it_until_it_is_over_it() {
    let fields = ["baseline: 90千円", "target: 500千円", "measure: period-total", "goal: at-most"];
    let with = |actuals| assessed(&[&fields[..], &[actuals]].concat());
    let kept = with("actuals: {2025: 250千円, 2026: 250千円}");
    assert_eq!((kept.status, kept.method), (Status::Kept, Some(Method::PeriodLimit)));
    assert_eq!(with("actuals: {2025: 250千円, 2026: 251千円}").status, Status::NotKept);
}

#[test]
fn a_running_total_is_judged_as_a_level() {
    let fields = [
        "name: 延べ数（累計）",
        "baseline: 0件",
        "target: 100件",
        "measure: running-total",
        "goal: at-least",
    ];
    let assessment = assessed(&[&fields[..], &["actuals: {2027: 57件}"]].concat());
    assert_eq!((assessment.status, assessment.method), (Status::OnTrack, Some(Method::RunningTotal)));
}

#[test]
fn a_cumulative_figure_of_unsaid_kind_is_not_judged() {
    let fields =
        ["name: 延べ数（累計）", "baseline: 0件", "target: 100件", "goal: at-least", "actuals: {2027: 57件}"];
    assert_eq!(status(&fields), Status::MeasureUnsaid);
}

#[test]
fn without_a_baseline_the_first_figure_is_the_start() {
    let fields = ["baseline: —", "target: 45.0%", "goal: at-least"];
    let with = |actuals| assessed(&[&fields[..], &[actuals]].concat());
    let first = with("actuals: {2025: 36.0%}");
    assert_eq!(first.status, Status::FirstFigure);
    assert_eq!(first.inputs, [Input::Base(keikaku::value::FiscalYear(2025)), Input::Ratio(decimal("0.8"))]);
    // From 2025 on: P = (39 − 36)/(45 − 36) = 1/3, τ = 1/4.
    let later = with("actuals: {2025: 36.0%, 2026: 39.0%}");
    assert_eq!((later.status, later.method), (Status::OnTrack, Some(Method::Rebased)));
    assert_eq!(with("actuals: {2025: 45.0%}").status, Status::Achieved);
    assert_eq!(with("actuals: {2025: 46.0%, 2026: 44.0%}").status, Status::NotKept);
    assert_eq!(with("actuals: {2029: 40.0%, 2030: 44.0%}").status, Status::NotReached);
}

#[test]
fn a_target_in_words_is_judged_against_the_figure_it_refers_to() {
    let fields = [
        "baseline: 88.4%",
        "target: 類似団体平均以下",
        "goal: at-most",
        "actuals: {2025: 88.0%, 2026: 89.0%}",
    ];
    let with =
        |benchmark| assessed(&[&fields[..], &["benchmark:", "  name: 類似団体平均", benchmark]].concat());
    let reached = with("  actuals: {2026: 89.0%}");
    assert_eq!((reached.status, reached.method), (Status::Achieved, Some(Method::Benchmark)));
    let above = with("  actuals: {2026: 88.5%}");
    assert_eq!((above.status, &above.inputs[..]), (Status::NotReached, &[Input::Gap(decimal("0.5"))][..]));
    assert_eq!(with("  actuals: {2025: 90.0%}").status, Status::ReferenceUnpublished);
    assert_eq!(status(&fields), Status::Words);
}

#[test]
fn a_change_within_a_surveys_error_is_no_clear_change() {
    // p = 0.5, n = 400: 1.96·√(0.25/400) = 0.049, so 4.9 points.
    let fields = ["baseline: 50.0%", "target: 60.0%", "goal: at-least", "survey_size: 400"];
    let with = |actual| assessed(&[&fields[..], &[actual]].concat());
    let unclear = with("actuals: {2026: 54.9%}");
    assert_eq!(unclear.status, Status::NoClearChange);
    assert!(unclear.inputs.contains(&Input::Margin(decimal("4.9"))), "{:?}", unclear.inputs);
    assert_eq!(with("actuals: {2026: 45.1%}").status, Status::NoClearChange);
    assert_eq!(with("actuals: {2026: 55.0%}").status, Status::OnTrack);
    assert_eq!(with("actuals: {2026: 60.0%}").status, Status::Achieved);
    // Three points where nobody knows how many were asked.
    let unknown = |actual| {
        status(&["baseline: 50.0%", "target: 60.0%", "goal: at-least", "survey_size: unknown", actual])
    };
    assert_eq!(unknown("actuals: {2026: 53.0%}"), Status::NoClearChange);
    assert_eq!(unknown("actuals: {2026: 53.1%}"), Status::Moderate); // P = 0.31, τ = 2/5
}

#[test]
fn magnitudes_count_and_fractions_are_parts() {
    let fields = ["baseline: 1万人", "target: 2万人", "goal: at-least", "actuals: {2027: '20,000人'}"];
    assert_eq!(status(&fields), Status::Achieved);
    assert_eq!(
        status(&["baseline: 3/9", "target: 9/9", "goal: at-least", "actuals: {2025: 9/9}"]),
        Status::Achieved
    );
}

#[test]
fn a_plan_without_a_target_has_nothing_to_reach() {
    let fields = ["baseline: 10件", "target: —", "goal: at-least", "actuals: {2025: 12件}"];
    assert_eq!(status(&fields), Status::NoTarget);
}

#[test]
fn figures_too_large_to_compute_with_are_not_judged() {
    let huge = "79228162514264337593543950335件";
    let fields = [
        &format!("baseline: {huge}"),
        "target: 1件",
        "goal: at-most",
        "actuals: {2025: △79228162514264337593543950335件}",
    ];
    assert_eq!(status(&fields), Status::NotComparable);
}
