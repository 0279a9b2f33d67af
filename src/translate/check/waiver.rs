//! A translator may say that a rule need not hold for one translation, and why.

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::locale_file::Waiver;

/// Whether `rule` looks at one translation by itself. What protects the reader (HTML, links, blocks)
/// cannot be waived.
fn can_be_waived(rule: &str) -> bool {
    rule == Rule::NoteMarksDiffer.id()
        || ("K0510"..="K0512").contains(&rule)
        || (Rule::LinkDiffers.id()..=Rule::UnusualLength.id()).contains(&rule)
}

/// What is wrong with `waivers` themselves.
pub fn faults(waivers: &[Waiver]) -> impl Iterator<Item = Diagnostic> {
    let ids = || Rule::ALL.iter().map(|rule| rule.id());
    waivers.iter().filter_map(move |waiver| {
        let known = ids().any(|id| id == waiver.rule);
        let finding = Diagnostic::at(Rule::BadWaiver, &waiver.span).with("rule", &waiver.rule);
        if known && is_valid(waiver) {
            None
        } else if known {
            Some(finding)
        } else {
            Some(finding.suggest(&waiver.rule, ids().filter(|id| can_be_waived(id))))
        }
    })
}

fn is_valid(waiver: &Waiver) -> bool {
    can_be_waived(&waiver.rule) && !waiver.reason.is_empty()
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
