//! A translator may say that a rule need not hold for one translation, and why.

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::locale_file::Waiver;

/// What is wrong with `waivers` themselves.
pub fn faults(waivers: &[Waiver]) -> impl Iterator<Item = Diagnostic> {
    waivers.iter().filter_map(|waiver| {
        let known = Rule::ALL.iter().any(|rule| rule.id() == waiver.rule);
        let waivable = Rule::ALL.iter().filter(|rule| rule.can_be_waived()).map(|rule| rule.id());
        let finding = Diagnostic::at(Rule::BadWaiver, &waiver.span).with("rule", &waiver.rule);
        if known && is_valid(waiver) {
            None
        } else if known {
            Some(finding)
        } else {
            Some(finding.suggest(&waiver.rule, waivable))
        }
    })
}

fn is_valid(waiver: &Waiver) -> bool {
    let rule = Rule::ALL.iter().find(|rule| rule.id() == waiver.rule);
    rule.is_some_and(|rule| rule.can_be_waived()) && !waiver.reason.is_empty()
}

/// The `findings` about one translation that its `waivers` leave, and the waivers that nothing needed.
pub fn apply(waivers: &[Waiver], findings: Diagnostics) -> Diagnostics {
    let valid: Vec<&Waiver> = waivers.iter().filter(|waiver| is_valid(waiver)).collect();
    let covers = |waiver: &Waiver, finding: &Diagnostic| waiver.rule == finding.rule.id();
    let unused: Diagnostics = (valid.iter())
        .filter(|waiver| !findings.iter().any(|finding| covers(waiver, finding)))
        .map(|waiver| Diagnostic::at(Rule::UnusedWaiver, &waiver.span).with("rule", &waiver.rule))
        .collect();
    let left = findings.into_iter().filter(|finding| !valid.iter().any(|waiver| covers(waiver, finding)));
    left.chain(unused).collect()
}
