//! A translation has the note marks of its source: who reads it finds the same explanations.

use std::ops::Range;

use super::Pair;
use crate::diagnostic::{Diagnostic, Rule, Source};
use crate::read::markdown;

/// What is wrong with the note marks of `pair`.
///
/// A translation that fell behind has those of the text it was made from, and may be shown with them
/// as long as each has an entry. Marks of the source without an entry have been told of there.
///
/// A mark that has no entry leads nowhere, whatever a translator may waive.
pub(super) fn check(pair: &Pair<'_>) -> Option<Diagnostic> {
    let (written, expected) = (marks(pair.text), marks(&pair.unit.text));
    let known = |number: &u32| pair.plan.term(*number).is_some();
    if let Some((number, range)) = placed(pair.text).into_iter().find(|(number, _)| !known(number))
        && !expected.contains(&number)
    {
        return Some(Diagnostic::at(Rule::UnknownNote, &pair.place(range)).with("number", number));
    }
    let kept = written == marks(pair.source) && written.iter().all(known);
    let differ = written != expected && !kept && expected.iter().all(known);
    differ.then(|| Diagnostic::at(Rule::NoteMarksDiffer, &pair.whole()).with("source", shown(&expected)))
}

/// The numbers of the note marks in `text`, in order.
fn marks(text: &str) -> Vec<u32> {
    let mut marks: Vec<u32> = placed(text).into_iter().map(|(number, _)| number).collect();
    marks.sort_unstable();
    marks
}

/// The note marks of `text`, each with its number and its place.
fn placed(text: &str) -> Vec<(u32, Range<usize>)> {
    let source = Source::new("", text);
    let found = markdown::note_marks(&source.span(0..text.len()));
    found.into_iter().map(|(number, span)| (number, span.range)).collect()
}

fn shown(marks: &[u32]) -> String {
    if marks.is_empty() {
        return "—".to_owned();
    }
    marks.iter().fold(String::new(), |shown, number| format!("{shown}【※{number}】"))
}
