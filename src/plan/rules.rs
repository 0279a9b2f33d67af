//! What must hold of single facts, whichever file they stand in.

use std::collections::HashMap;

use super::{Plan, Section, not_a_choice};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::read::front_matter::PlanFields;
use crate::read::markdown::Block;
use crate::read::yaml::Yaml;
use crate::value::FiscalYear;

/// Years that a plan can be about.
pub const YEARS: std::ops::RangeInclusive<u16> = 1900..=2200;

/// The fiscal year that `written` is: four digits, full-width or not.
pub fn year_of(written: &str) -> Option<FiscalYear> {
    let digits = super::grammar::fold(written);
    digits.trim().parse().ok().filter(|year| YEARS.contains(year)).map(FiscalYear)
}

/// The eras that a plan can be about, and the year before each began.
const ERAS: [(&str, u16); 4] = [("令和", 2018), ("R", 2018), ("平成", 1988), ("H", 1988)];

/// The year that `written` names by its era: 2024 for 令和6年度.
fn western(written: &str) -> Option<u16> {
    let folded = super::grammar::fold(written);
    let (year, before) =
        ERAS.iter().find_map(|(era, before)| Some((folded.trim().strip_prefix(era)?, before)))?;
    let year = year.trim_end_matches(['年', '度']);
    let number = if year == "元" { 1 } else { year.parse().ok().filter(|year| (1..100).contains(year))? };
    Some(before + number)
}

/// Reads the fiscal year that stands at `span`.
pub(super) fn year(written: &str, span: &Span, findings: &mut Diagnostics) -> FiscalYear {
    if let Some(year) = year_of(written) {
        year
    } else {
        // An absent year has been told of as a missing key.
        if !written.is_empty() {
            let meant = western(written).map(|year| year.to_string());
            findings.push(Diagnostic { meant, ..Diagnostic::at(Rule::BadYear, span).with("year", written) });
        }
        FiscalYear(*YEARS.start())
    }
}

/// The choice that `written` names, if it is one of `choices`.
pub(super) fn choice<T: Copy>(
    written: Option<&str>,
    choices: &[(&str, T)],
    span: &Span,
    findings: &mut Diagnostics,
) -> Option<T> {
    let written = written?;
    let found = choices.iter().find(|(name, _)| *name == written);
    if found.is_none() {
        let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
        findings.push(not_a_choice(written, &names, span));
    }
    found.map(|(_, choice)| *choice)
}

/// The site's address with a `/` at its end.
pub(super) fn base_url(plan: &Yaml<PlanFields>, findings: &mut Diagnostics) -> Option<String> {
    let written = plan.data.base_url.as_deref()?;
    let normal = normal_base_url(written);
    if normal.is_none() {
        findings.push(Diagnostic::at(Rule::BadBaseUrl, &plan.value("base_url")).with("url", written));
    }
    normal
}

/// `url` with a `/` at its end; `None` unless it is an http(s) address without query or fragment.
pub fn normal_base_url(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let fits = !rest.is_empty()
        && !rest.starts_with('/')
        && rest.bytes().all(|byte| byte.is_ascii_graphic() && !b"?#\"'<>\\".contains(&byte));
    fits.then(|| format!("{}/", url.trim_end_matches('/')))
}

/// Ids that every section's page gives to its own parts.
const RESERVED: [&str; 5] = ["main", "kgi", "kpi", "terms", "contents-title"];

/// Whether `id` can be part of addresses: small letters, digits and hyphens, beginning with a letter.
pub fn is_id(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// No two indicators share an id, and no two glossary entries a number.
pub(super) fn unique_ids(plan: &Plan, findings: &mut Diagnostics) {
    let mut indicators: HashMap<&str, &Span> = HashMap::new();
    // An absent id or number has been told of as a missing key.
    for indicator in plan.indicators().filter(|indicator| !indicator.id.is_empty()) {
        if let Some(first) = indicators.insert(&indicator.id, &indicator.place) {
            findings.push(twice(Rule::DuplicateId, &indicator.id, first, &indicator.place));
        }
    }
    for (_, section) in plan.sections() {
        one_page(section, findings);
    }
    let mut terms: HashMap<u32, &Span> = HashMap::new();
    for term in plan.terms.iter().filter(|term| term.number > 0) {
        if let Some(first) = terms.insert(term.number, &term.place) {
            findings.push(twice(Rule::DuplicateNote, &term.number.to_string(), first, &term.place));
        }
    }
}

/// The ids of a section's headings, indicators and its page's own parts are different.
fn one_page(section: &Section, findings: &mut Diagnostics) {
    let headings: HashMap<&str, &Span> = section.text.blocks.iter().filter_map(Block::anchor).collect();
    let indicators = section.indicators.iter().map(|indicator| (indicator.id.as_str(), &indicator.place));
    for (id, span) in headings.iter().map(|(id, span)| (*id, *span)).chain(indicators.clone()) {
        if RESERVED.contains(&id) {
            findings.push(Diagnostic::at(Rule::BadId, span).with("id", id));
        }
    }
    for (id, span) in indicators {
        if let Some(heading) = headings.get(id) {
            findings.push(twice(Rule::DuplicateId, id, heading, span));
        }
    }
}

fn twice(rule: Rule, id: &str, first: &Span, second: &Span) -> Diagnostic {
    let position = first.position();
    let first = format!("{}:{}:{}", first.source.path(), position.line, position.column);
    Diagnostic::at(rule, second).with("id", id).with("first", first)
}

#[cfg(test)]
mod tests {
    use super::{is_id, normal_base_url, western};

    #[test]
    fn a_year_of_an_era_is_understood_and_another_word_is_not() {
        for (written, year) in
            [("令和6年度", 2024), ("令和元年", 2019), ("Ｒ７", 2025), ("平成３０年度", 2018), ("H30", 2018)]
        {
            assert_eq!(western(written), Some(year), "{written}");
        }
        for other in ["令和", "6年度", "R2024", "令和六年", "来年"] {
            assert_eq!(western(other), None, "{other}");
        }
    }

    #[test]
    fn a_base_address_ends_in_a_slash_and_is_http() {
        assert_eq!(
            normal_base_url("https://a.example/town/plan").as_deref(),
            Some("https://a.example/town/plan/")
        );
        assert_eq!(normal_base_url("http://a.example/").as_deref(), Some("http://a.example/"));
        for wrong in
            ["a.example", "ftp://a.example", "https://", "https:///x", "https://a.example/?q", "https://a b/"]
        {
            assert_eq!(normal_base_url(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn an_id_can_stand_in_an_address() {
        assert!(is_id("online-application-rate"));
        for wrong in ["", "1st", "Rate", "電子申請率", "a b", "-a"] {
            assert!(!is_id(wrong), "{wrong}");
        }
    }
}
