use super::{Change, Fact, edited};
use crate::diagnostic::{Rule, Source};
use crate::value::FiscalYear;

fn change(fact: Fact, to: &str) -> Change {
    Change {
        file: "a.md".to_owned(),
        id: "x".to_owned(),
        fact,
        from: String::new(),
        to: to.to_owned(),
        cell: Source::new("a.csv", to).span(0..to.len()),
    }
}

fn actual(year: u16, to: &str) -> Change {
    change(Fact::Actual(FiscalYear(year)), to)
}

/// The front matter with `changes`, between whose lines of dashes `front` stands.
fn front(front: &str, changes: &[Change]) -> Result<String, Rule> {
    let text = format!("---\n{front}---\n\n本文 baseline: 1\n");
    let changes: Vec<&Change> = changes.iter().collect();
    let new = edited("a.md", text.as_bytes(), &changes).map_err(|findings| findings[0].rule)?;
    let new = new.strip_prefix("---\n").and_then(|new| new.strip_suffix("---\n\n本文 baseline: 1\n"));
    Ok(new.unwrap_or("the body was changed").to_owned())
}

#[test]
fn a_figure_is_put_over_the_one_before_and_its_line_stays_as_it_was() {
    for (before, after) in [
        (
            "kpi:\n- id: x\n  baseline: 12回   # 町の数\n  name: n\n",
            "kpi:\n- id: x\n  baseline: 13回   # 町の数\n  name: n\n",
        ),
        ("kgi:\n  - id: x\n    baseline: '12回'\n", "kgi:\n  - id: x\n    baseline: '13回'\n"),
        ("kpi: [{id: x, baseline: \"12回\" , name: n}]\n", "kpi: [{id: x, baseline: \"13回\" , name: n}]\n"),
        ("kpi:\n- baseline: 12\n  id: x\n  unit: 回\n", "kpi:\n- baseline: 13\n  id: x\n  unit: 回\n"),
        ("kpi:\n- baseline: 12回\n  id: x\n  unit: 回\n", "kpi:\n- baseline: 13回\n  id: x\n  unit: 回\n"),
        (
            "kpi:\n- id: x\n  baseline: |\n    12回\n  name: n\n",
            "kpi:\n- id: x\n  baseline: 13回\n  name: n\n",
        ),
        ("kpi:\n- id: x\n  baseline: >-\n    12回\n\n# 次\n", "kpi:\n- id: x\n  baseline: 13回\n\n# 次\n"),
        (
            "kpi:\n- id: x\n  baseline:   # 未定\n  name: n\n",
            "kpi:\n- id: x\n  baseline: 13回   # 未定\n  name: n\n",
        ),
        ("kpi:\n- id: x\n  baseline: ~\n", "kpi:\n- id: x\n  baseline: 13回\n"),
        ("kpi:\n- {id: x, baseline: , name: n}\n", "kpi:\n- {id: x, baseline: 13回 , name: n}\n"),
        (
            "kpi:\n- id: y\n  baseline: 1回\n- id: x\n  baseline: 1回\n",
            "kpi:\n- id: y\n  baseline: 1回\n- id: x\n  baseline: 13回\n",
        ),
    ] {
        assert_eq!(front(before, &[change(Fact::Baseline, "13回")]).as_deref(), Ok(after), "{before}");
    }
}

#[test]
fn a_figure_that_the_file_does_not_have_gets_a_line_or_a_place_of_its_own() {
    let both = [change(Fact::Baseline, "1,300人"), change(Fact::Target, "—")];
    for (before, after) in [
        (
            "kpi:\n  - id: x\n    name: n # 名\n    # 注\n    goal: at-least\n  - id: y\n",
            "kpi:\n  - id: x\n    name: n # 名\n    baseline: 1,300人\n    target: —\n    # 注\n    goal: at-least\n  - id: y\n",
        ),
        ("kpi: [{id: x, name: n}]\n", "kpi: [{id: x, name: n, baseline: \"1,300人\", target: —}]\n"),
        (
            "kpi:\n- name: >-\n    n\n    m\n  id: x\n",
            "kpi:\n- name: >-\n    n\n    m\n  baseline: 1,300人\n  target: —\n  id: x\n",
        ),
    ] {
        assert_eq!(front(before, &both).as_deref(), Ok(after), "{before}");
    }
}

#[test]
fn a_year_is_put_among_the_others_in_their_order() {
    let three = [actual(2027, "7人"), actual(2025, "5人"), actual(2026, "6,000人")];
    for (before, after) in [
        (
            "kpi:\n- id: x\n  goal: within # 幅\n  note: m\n",
            "kpi:\n- id: x\n  goal: within # 幅\n  actuals:\n    2025: 5人\n    2026: 6,000人\n    2027: 7人\n  note: m\n",
        ),
        (
            "kpi:\n- {id: x, goal: within, note: m}\n",
            "kpi:\n- {id: x, goal: within, actuals: {2025: 5人, 2026: \"6,000人\", 2027: 7人}, note: m}\n",
        ),
        (
            "kpi:\n- id: x\n  actuals: {2024: 4人, 2028: 8人}\n",
            "kpi:\n- id: x\n  actuals: {2024: 4人, 2025: 5人, 2026: \"6,000人\", 2027: 7人, 2028: 8人}\n",
        ),
        (
            "kpi:\n- id: x\n  actuals:\n     '2026' : \"6人\" # 速報\n\n  goal: within\n",
            "kpi:\n- id: x\n  actuals:\n     2025: 5人\n     '2026' : \"6,000人\" # 速報\n     2027: 7人\n\n  goal: within\n",
        ),
        (
            "kpi:\n- id: x\n  actuals:\n    ２０２５: 1人\n    2028: 8人\n",
            "kpi:\n- id: x\n  actuals:\n    ２０２５: 5人\n    2026: 6,000人\n    2027: 7人\n    2028: 8人\n",
        ),
        (
            "kpi:\n- id: x\n  actuals: # 実績\n  goal: within\n",
            "kpi:\n- id: x\n  actuals: # 実績\n    2025: 5人\n    2026: 6,000人\n    2027: 7人\n  goal: within\n",
        ),
        (
            "kpi:\n- id: x\n  actuals: { }\n",
            "kpi:\n- id: x\n  actuals: {2025: 5人, 2026: \"6,000人\", 2027: 7人}\n",
        ),
        (
            "kpi:\n- {id: x, actuals: , note: m}\n",
            "kpi:\n- {id: x, actuals: {2025: 5人, 2026: \"6,000人\", 2027: 7人} , note: m}\n",
        ),
    ] {
        assert_eq!(front(before, &three).as_deref(), Ok(after), "{before}");
    }
}

#[test]
fn a_benchmark_is_filled_in_like_the_indicators_own_figures() {
    let changes = [change(Fact::Benchmark(FiscalYear(2025)), "89.0%")];
    for (before, after) in [
        (
            "kgi:\n- id: x\n  benchmark:\n    name: 平均\n",
            "kgi:\n- id: x\n  benchmark:\n    name: 平均\n    actuals:\n      2025: 89.0%\n",
        ),
        (
            "kgi:\n- id: x\n  benchmark: {name: 平均, actuals: {2024: 88%}}\n",
            "kgi:\n- id: x\n  benchmark: {name: 平均, actuals: {2024: 88%, 2025: 89.0%}}\n",
        ),
    ] {
        assert_eq!(front(before, &changes).as_deref(), Ok(after), "{before}");
    }
}

#[test]
fn line_ends_and_the_byte_order_mark_of_windows_stay() {
    let before = "\u{feff}---\r\nkpi:\r\n- id: x\r\n  goal: within\r\n---\r\n本文\n";
    let new = edited("a.md", before.as_bytes(), &[&actual(2025, "5人")]).unwrap();
    assert_eq!(
        new,
        "\u{feff}---\r\nkpi:\r\n- id: x\r\n  goal: within\r\n  actuals:\r\n    2025: 5人\r\n---\r\n本文\n"
    );
}

#[test]
fn what_would_change_another_figure_too_is_refused() {
    for text in [
        "kpi:\n- id: x\n  name: n\n  baseline: &b 12回\n- id: y\n  baseline: *b\n",
        "kpi:\n- &a\n  id: x\n  baseline: 12回\n- *a\n",
        "kpi:\n- id: y\n",
    ] {
        assert_eq!(front(text, &[change(Fact::Baseline, "13回")]), Err(Rule::NotEditable), "{text}");
    }
    let text = "kpi:\n- id: y\n  actuals: &a {2025: 5人}\n- id: x\n  actuals: *a\n";
    assert_eq!(front(text, &[actual(2026, "6人")]), Err(Rule::NotEditable));
}

#[test]
fn an_alias_gives_way_to_a_figure_of_its_own_while_another_keeps_its_anchor_in_use() {
    let others = "kpi:\n- id: y\n  baseline: &b 12回\n- id: z\n  baseline: *b\n- id: x\n  baseline:";
    let new = front(&format!("{others} *b\n"), &[change(Fact::Baseline, "13回")]);
    assert_eq!(new, Ok(format!("{others} 13回\n")));
    let last = "kpi:\n- id: y\n  baseline: &b 12回\n- id: x\n  baseline: *b\n";
    assert_eq!(front(last, &[change(Fact::Baseline, "13回")]), Err(Rule::NotEditable));
}
