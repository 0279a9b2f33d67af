//! The YAML that staff write, as every kind of file that holds it, and what a plan makes of it.

use std::collections::BTreeMap;

use super::plan::{PROJECT, SECTION, shown};
use keikaku::diagnostic::{Diagnostics, Source};
use keikaku::pipeline::errors_with;
use keikaku::read::front_matter::{ChapterFields, PlanFields, SectionFields, TermFields, read_page};
use keikaku::read::theme_file::ThemeFields;
use keikaku::read::yaml;

/// Takes `text`, whatever it is.
pub fn run(text: &str) {
    let source = Source::new("fuzz.md", text);
    let mut findings = Diagnostics::new();
    read_page::<ChapterFields>(&source, &mut findings);
    read_page::<TermFields>(&source, &mut findings);
    let whole = source.span(0..text.len());
    if let Some(plan) = yaml::parse::<PlanFields>(&whole, &mut findings) {
        plan.require("", &PlanFields::REQUIRED, &mut findings);
    }
    yaml::parse::<ThemeFields>(&whole, &mut findings);
    if let Some(page) = read_page::<SectionFields>(&source, &mut findings) {
        assert!(text.ends_with(page.body.text()));
        let texts = BTreeMap::from([(format!("content/{SECTION}.md"), text.to_owned())]);
        findings.append(&mut errors_with(PROJECT.0.clone(), &texts));
    }
    shown(&findings);
}
