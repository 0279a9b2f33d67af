//! Findings beyond number: a file with so many of one kind is not what it was meant to be.

use std::collections::HashMap;

use super::{Diagnostics, Rule};

/// Most findings of one rule in one file that are told one by one.
pub const MOST: usize = 100;

/// Takes from `findings` what nobody would read: the last that is left of a rule in a file counts the others.
pub(super) fn drop_surplus(findings: &mut Diagnostics) {
    if findings.len() <= MOST {
        return;
    }
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    // How many of each kind are left, and where the last of them stands.
    let mut told: HashMap<(Rule, String), (usize, usize)> = HashMap::new();
    let mut left = Diagnostics::new();
    for finding in findings.drain(..) {
        let (count, last) = told.entry((finding.rule, finding.order().0.to_owned())).or_default();
        if *count == MOST {
            left[*last].more += finding.count();
        } else {
            (*count, *last) = (*count + 1, left.len());
            left.push(finding);
        }
    }
    *findings = left;
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Rule};
    use super::{MOST, drop_surplus};

    #[test]
    fn of_too_many_findings_of_a_kind_the_last_that_is_told_counts_the_others() {
        let of =
            |rule, path: &'static str, count: usize| (0..count).map(move |_| Diagnostic::about(rule, path));
        let many = of(Rule::UnknownKey, "a.yml", MOST + 7).chain(of(Rule::UnknownKey, "b.yml", MOST));
        let mut findings: Vec<_> = many.chain(of(Rule::HtmlInText, "a.yml", 1)).collect();
        drop_surplus(&mut findings);
        let counts = |rule, path: &str| {
            let of: Vec<_> =
                findings.iter().filter(|f| f.rule == rule && f.order().0 == path).map(|f| f.more).collect();
            (of.len(), of.iter().sum::<usize>())
        };
        assert_eq!(counts(Rule::UnknownKey, "a.yml"), (MOST, 7));
        assert_eq!(counts(Rule::UnknownKey, "b.yml"), (MOST, 0));
        assert_eq!(counts(Rule::HtmlInText, "a.yml"), (1, 0));
    }
}
