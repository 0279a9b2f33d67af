//! The wide table: one row for each indicator, with all that the plan says of it.

use super::field::SEPARATOR;
use super::table::Column;
use super::{Codes, Content, Field, INDICATORS, Table, assessment, figure, text_in};
use crate::localise::Edition;
use crate::plan::{Chapter, Goal, Indicator, Measure, Pattern, Section, SurveySize, Unit, Value};
use crate::render::page::Page;
use crate::value::FiscalYear;

const KINDS: Codes = Codes { words: "data.kind.", codes: &["kgi", "kpi"] };
const PATTERNS: Codes = Codes { words: "pattern.", codes: keys!(Pattern) };
const MEASURES: Codes = Codes { words: "data.measure.", codes: &["level", "running-total", "period-total"] };
const GOALS: Codes = Codes { words: "data.goal.", codes: &["at-least", "at-most", "within"] };

/// An indicator and where it stands.
struct Row<'a> {
    chapter: &'a Chapter,
    section: &'a Section,
    indicator: &'a Indicator,
}

type Columns<'a> = Vec<Column<'a, Row<'a>>>;

/// The indicators of the plan of `editions`.
pub(super) fn table<'a>(editions: &'a [&'a Edition<'a>]) -> Table<'a> {
    let groups = [
        identity(editions),
        value(editions, "baseline", |one| &one.baseline, |one| one.baseline_year),
        value(editions, "target", |one| &one.target, |one| one.target_year),
        promise(),
        assessment::columns(|row| row.indicator),
        remarks(editions),
        place(editions),
    ];
    let plan = editions.first().map(|edition| edition.plan);
    let rows = plan.into_iter().flat_map(crate::plan::Plan::sections).flat_map(|(chapter, section)| {
        section.indicators.iter().map(move |indicator| Row { chapter, section, indicator })
    });
    Table::new(INDICATORS, &["id"], groups.into_iter().flatten().collect(), rows)
}

/// What it is called.
fn identity<'a>(editions: &'a [&'a Edition<'a>]) -> Columns<'a> {
    let mut columns = vec![
        column("id", Content::Text, |row| row.indicator.id.clone()),
        column("kind", Content::Code(KINDS), |row| row.indicator.kind.key().to_owned()),
    ];
    columns.extend(texts(editions, "name", |row| Some(&row.indicator.name)));
    columns
}

/// One of its two printed values.
fn value<'a>(
    editions: &'a [&'a Edition<'a>],
    name: &str,
    value: fn(&Indicator) -> &Value,
    year: fn(&Indicator) -> FiscalYear,
) -> Columns<'a> {
    let cell = |part: &str, content, cell: fn(&Value) -> String| {
        let field = Field::new(format!("{name}{part}"), content);
        Column::new(field, move |row: &Row<'_>| cell(value(row.indicator)))
    };
    let year_field = Field::new(format!("{name}_year"), Content::Whole);
    let mut columns = vec![
        Column::new(year_field, move |row: &Row<'_>| year(row.indicator).to_string()),
        cell("", Content::Number, figure::number),
        cell("_unit", Content::Text, figure::unit),
        cell("_bound", figure::BOUNDS, figure::bound),
        cell("_status", figure::STATUSES, figure::status),
        cell("_text", Content::Text, figure::text),
    ];
    // A quantity is written by rule in every language; only words have a translation.
    let translated = editions.iter().filter(|edition| !edition.is_source()).map(|edition| {
        let field = Field::text_in(edition, &format!("{name}_text"));
        Column::new(field, move |row: &Row<'_>| {
            let written = Some(&value(row.indicator).written).filter(|written| written.is_translatable());
            written.and_then(|written| text_in(edition, written)).unwrap_or_default()
        })
    });
    columns.extend(translated);
    columns
}

/// What kind of promise it is.
fn promise<'a>() -> Columns<'a> {
    vec![
        column("pattern", Content::Code(PATTERNS), |row| row.indicator.pattern().key().to_owned()),
        column("measure", Content::Code(MEASURES), |row| {
            row.indicator.measure.map_or_else(String::new, |measure: Measure| measure.key().to_owned())
        }),
        column("goal", Content::Code(GOALS), |row| {
            row.indicator.goal.map_or_else(String::new, |goal: Goal| goal.key().to_owned())
        }),
    ]
}

/// What helps to read its figures.
fn remarks<'a>(editions: &'a [&'a Edition<'a>]) -> Columns<'a> {
    let mut columns = vec![column("survey_size", Content::Whole, |row| match row.indicator.survey_size {
        Some(SurveySize::People(size)) => size.to_string(),
        Some(SurveySize::Unknown) | None => String::new(),
    })];
    columns.extend(texts(editions, "benchmark", |row| Some(&row.indicator.benchmark.as_ref()?.name)));
    columns.extend(texts(editions, "source", |row| row.indicator.source.as_ref()));
    columns.extend(texts(editions, "note", |row| row.indicator.note.as_ref()));
    columns
}

/// Where in the plan it stands.
fn place<'a>(editions: &'a [&'a Edition<'a>]) -> Columns<'a> {
    let mut columns = vec![column("chapter", Content::Text, |row| row.chapter.name.clone())];
    columns.extend(texts(editions, "chapter_title", |row| Some(&row.chapter.title)));
    columns.push(column("section", Content::Text, |row| row.section.name.clone()));
    columns.extend(texts(editions, "section_title", |row| Some(&row.section.title)));
    columns.push(column("pillars", Content::List, |row| row.section.pillars.join(SEPARATOR)));
    columns.push(column("sdgs", Content::List, |row| {
        let numbers: Vec<String> = row.section.sdgs.iter().map(u8::to_string).collect();
        numbers.join(SEPARATOR)
    }));
    columns.push(column("source_pages", Content::Text, |row| {
        row.section.source_pages.clone().unwrap_or_default()
    }));
    columns.extend(editions.first().map(|source| {
        Column::new(Field::new("page", Content::Text), move |row: &Row<'_>| page(source, row))
    }));
    columns
}

/// The place of an indicator in the site, in the plan's own language.
fn page(source: &Edition<'_>, row: &Row<'_>) -> String {
    let base = source.plan.base_url.as_deref().unwrap_or_default();
    let page = Page::Section(row.chapter, row.section).address(source.language);
    format!("{base}{page}#{}", row.indicator.id)
}

fn column<'a>(name: &str, content: Content, cell: fn(&Row<'_>) -> String) -> Column<'a, Row<'a>> {
    Column::new(Field::new(name, content), cell)
}

/// A text of the plan in each of its languages.
fn texts<'a>(
    editions: &'a [&'a Edition<'a>],
    key: &'static str,
    unit: for<'r> fn(&'r Row<'_>) -> Option<&'r Unit>,
) -> impl Iterator<Item = Column<'a, Row<'a>>> {
    editions.iter().map(move |edition| {
        let cell = move |row: &Row<'_>| unit(row).and_then(|unit| text_in(edition, unit)).unwrap_or_default();
        Column::new(Field::text_in(edition, key), cell)
    })
}
