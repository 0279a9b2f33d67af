//! A file's text with changed figures: the lines of those figures differ, and nothing else.
//!
//! The text is taken as it stands on disk. Each figure is put where the parser says that its value
//! stands; then the whole is read again, and must say exactly what was meant.

use std::str;

use super::place::Front;
use super::{Change, Fact};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source};
use crate::plan::{Value, year_of};
use crate::read::front_matter::{IndicatorFields, Page, Pairs, SectionFields, read_page};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The file `path`, of which `bytes` stand on disk, with all of `changes`, which are its own.
pub fn edited(path: &str, bytes: &[u8], changes: &[&Change]) -> Result<String, Diagnostics> {
    let Ok(written) = str::from_utf8(bytes) else {
        return Err(vec![Diagnostic::about(Rule::NotUtf8, path)]);
    };
    let (mark, text) =
        written.split_at(if written.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 });
    let mut new = text.to_owned();
    let mut refused = Vec::new();
    for change in changes {
        // One that fails is left out and the rest goes on, so that all that fail are told.
        match step(&new, change).filter(|next| is_meant(&new, next, change)) {
            Some(next) => new = next,
            None => refused.push(
                Diagnostic::at(Rule::NotEditable, &change.cell)
                    .with("id", &change.id)
                    .with("fact", change.fact)
                    .with("file", path),
            ),
        }
    }
    if refused.is_empty() { Ok(format!("{mark}{new}")) } else { Err(refused) }
}

/// `text` with one figure changed; `None` where no place for it is found.
fn step(text: &str, change: &Change) -> Option<String> {
    let page = read(text)?;
    let fields = &page.fields.data;
    let (entry, indicator) = indicators(fields).find(|(_, indicator)| indicator.id == change.id)?;
    let value = in_file(indicator, change);
    let front = Front { fields: &page.fields, text };
    let (range, written) = match change.fact {
        Fact::Baseline => front.put(&entry, "baseline", &["name"], &value),
        Fact::Target => front.put(&entry, "target", &["baseline", "name"], &value),
        Fact::Actual(year) => front.put_in_year(&entry, "goal", &indicator.actuals, year, &value),
        Fact::Benchmark(year) => {
            let figures = &indicator.benchmark.as_ref()?.actuals;
            front.put_in_year(&format!("{entry}/benchmark"), "name", figures, year, &value)
        }
    }?;
    Some([&text[..range.start], &written, &text[range.end..]].concat())
}

/// Whether `new` says what `old` says but for `change`.
fn is_meant(old: &str, new: &str, change: &Change) -> bool {
    let (Some(old), Some(new)) = (read(old), read(new)) else { return false };
    let mut wanted = old.fields.data;
    let Some(indicator) = wanted.kgi.iter_mut().chain(&mut wanted.kpi).find(|of| of.id == change.id) else {
        return false;
    };
    let value = in_file(indicator, change);
    match change.fact {
        Fact::Baseline => indicator.baseline = Some(value),
        Fact::Target => indicator.target = Some(value),
        Fact::Actual(_) => set(&mut indicator.actuals, change.fact, value),
        Fact::Benchmark(_) => {
            if let Some(benchmark) = &mut indicator.benchmark {
                set(&mut benchmark.actuals, change.fact, value);
            }
        }
    }
    sorted(wanted) == sorted(new.fields.data) && old.body.text() == new.body.text()
}

fn read(text: &str) -> Option<Page<SectionFields>> {
    let mut findings = Vec::new();
    let page = read_page(&Source::new("", text), &mut findings);
    page.filter(|_| findings.is_empty())
}

/// Each indicator and its path in the front matter.
fn indicators(fields: &SectionFields) -> impl Iterator<Item = (String, &IndicatorFields)> {
    let under = |key: &'static str| move |(position, fields)| (format!("{key}/{position}"), fields);
    let kgi = fields.kgi.iter().enumerate().map(under("kgi"));
    kgi.chain(fields.kpi.iter().enumerate().map(under("kpi")))
}

/// What the file writes for the figure: without the unit, where the file names it apart.
fn in_file(indicator: &IndicatorFields, change: &Change) -> String {
    let now = match change.fact {
        Fact::Baseline => indicator.baseline.as_deref(),
        Fact::Target => indicator.target.as_deref(),
        Fact::Actual(_) => in_year(&indicator.actuals, change.fact),
        Fact::Benchmark(_) => {
            indicator.benchmark.as_ref().and_then(|benchmark| in_year(&benchmark.actuals, change.fact))
        }
    };
    let unit = indicator.unit.as_deref();
    let is_bare = |text: &str| Value::with_unit(text, unit) != text;
    // A sign for no figure has no unit either way.
    let apart = now.is_none_or(|now| is_bare(now) || !now.contains(char::is_numeric));
    let bare = unit.and_then(|unit| change.to.strip_suffix(unit)).map(str::trim_end);
    bare.filter(|bare| apart && is_bare(bare)).unwrap_or(&change.to).to_owned()
}

fn in_year(figures: &Pairs, fact: Fact) -> Option<&str> {
    figures.0.iter().find(|(year, _)| is_of(year, fact)).map(|(_, text)| text.as_str())
}

fn set(figures: &mut Pairs, fact: Fact, value: String) {
    match (figures.0.iter_mut().find(|(year, _)| is_of(year, fact)), fact) {
        (Some((_, text)), _) => *text = value,
        (None, Fact::Actual(year) | Fact::Benchmark(year)) => figures.0.push((year.to_string(), value)),
        (None, Fact::Baseline | Fact::Target) => {}
    }
}

fn is_of(written: &str, fact: Fact) -> bool {
    matches!(fact, Fact::Actual(year) | Fact::Benchmark(year) if year_of(written) == Some(year))
}

/// `fields` with figures in the order of their years: where among others one was put says nothing.
fn sorted(mut fields: SectionFields) -> SectionFields {
    for indicator in fields.kgi.iter_mut().chain(&mut fields.kpi) {
        indicator.actuals.0.sort();
        if let Some(benchmark) = &mut indicator.benchmark {
            benchmark.actuals.0.sort();
        }
    }
    fields
}

#[cfg(test)]
mod tests;
