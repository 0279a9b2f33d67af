//! A translation has the note marks of its source: who reads it finds the same explanations.

use super::Pair;
use crate::diagnostic::{Diagnostic, Rule, Source};
use crate::read::markdown;

/// What is wrong with the note marks of `pair`.
///
/// A translation that fell behind has those of the text it was made from, and may be shown with them
/// as long as each has an entry. Marks of the source without an entry have been told of there.
pub(super) fn check(pair: &Pair<'_>) -> Option<Diagnostic> {
    let (written, expected) = (marks(pair.text), marks(&pair.unit.text));
    let known = |marks: &[u32]| marks.iter().all(|number| pair.plan.term(*number).is_some());
    let kept = written == marks(pair.source) && known(&written);
    let differ = written != expected && !kept && known(&expected);
    differ.then(|| Diagnostic::at(Rule::NoteMarksDiffer, &pair.whole()).with("source", shown(&expected)))
}

fn marks(text: &str) -> Vec<u32> {
    let source = Source::new("", text);
    let found = markdown::note_marks(&source.span(0..text.len()));
    let mut marks: Vec<u32> = found.into_iter().map(|(number, _)| number).collect();
    marks.sort_unstable();
    marks
}

fn shown(marks: &[u32]) -> String {
    if marks.is_empty() {
        return "—".to_owned();
    }
    marks.iter().fold(String::new(), |shown, number| format!("{shown}【※{number}】"))
}
