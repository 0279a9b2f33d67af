//! Note marks and the glossary entries they point to.

use std::collections::{BTreeMap, BTreeSet};

use super::{Place, Plan, Section, Term, Unit, Use};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::markdown::note_marks;

/// Gives each glossary entry the sections that use it, and finds marks without an entry and
/// entries without a mark.
pub(super) fn resolve(plan: &mut Plan, findings: &mut Diagnostics) {
    let mut elsewhere: BTreeSet<u32> = BTreeSet::new();
    let mut uses: BTreeMap<u32, Vec<Use>> = BTreeMap::new();
    for (chapter, section, named) in sections(plan) {
        for (unit, at) in units(named) {
            for number in numbers(&unit, plan, findings) {
                let uses = uses.entry(number).or_default();
                // The first mark in a section is the one that a reader is led back to.
                if uses.last().is_none_or(|last| (last.chapter, last.section) != (chapter, section)) {
                    uses.push(Use { chapter, section, at: at.clone() });
                }
            }
        }
    }
    for chapter in &plan.chapters {
        let units = std::iter::once(chapter.title.clone()).chain(chapter.text.units());
        elsewhere.extend(units.flat_map(|unit| numbers(&unit, plan, findings)));
    }
    for term in &plan.terms {
        elsewhere.extend(term.text.units().flat_map(|unit| numbers(&unit, plan, findings)));
    }
    for term in &mut plan.terms {
        term.uses = uses.get(&term.number).cloned().unwrap_or_default();
        if term.uses.is_empty() && !elsewhere.contains(&term.number) {
            findings.push(Diagnostic::at(Rule::UnusedNote, &term.place).with("number", term.number));
        }
    }
    for (number, uses) in uses {
        for place in uses {
            plan.chapters[place.chapter].sections[place.section].notes.insert(number);
        }
    }
}

/// Every section with its position and its chapter's.
fn sections(plan: &Plan) -> impl Iterator<Item = (usize, usize, &Section)> {
    plan.chapters.iter().enumerate().flat_map(|(chapter, named)| {
        named.sections.iter().enumerate().map(move |(section, named)| (chapter, section, named))
    })
}

/// The units of a section with the place each is in; the text first, since a reader is led there.
fn units(section: &Section) -> Vec<(Unit, Place)> {
    let text = section.text.units().map(|unit| (unit, Place::Text));
    let fields = section.fields().into_iter().map(|unit| {
        let owner = section.indicators.iter().find(|indicator| indicator.owns(unit));
        (unit.clone(), owner.map_or(Place::Head, |indicator| Place::Indicator(indicator.id.clone())))
    });
    text.chain(fields).collect()
}

/// How far the number of a note that was meant may be from the one that was written: entries are numbered
/// in a row, so that a mistake in counting is told from another number.
const NEAR: u32 = 2;

/// The entry with the number nearest to `number`, as the text would name it.
fn neighbour(number: u32, plan: &Plan) -> Option<String> {
    let distance = |term: &&Term| term.number.abs_diff(number);
    let near = plan.terms.iter().filter(|term| distance(term) <= NEAR && term.number > 0);
    near.min_by_key(distance).map(|term| format!("{}【※{}】", term.term.text, term.number))
}

/// The numbers that stand in `unit` and have an entry; the others are told of.
fn numbers(unit: &Unit, plan: &Plan, findings: &mut Diagnostics) -> Vec<u32> {
    // A value that the file leaves out has no text; the place it would have holds its neighbours.
    if !unit.text.contains('※') {
        return Vec::new();
    }
    let (known, unknown): (Vec<_>, Vec<_>) =
        note_marks(&unit.span).into_iter().partition(|(number, _)| plan.term(*number).is_some());
    let unknown = unknown.iter().map(|(number, span)| Diagnostic {
        meant: neighbour(*number, plan),
        ..Diagnostic::at(Rule::UnknownNote, span).with("number", number)
    });
    findings.extend(unknown);
    known.into_iter().map(|(number, _)| number).collect()
}
