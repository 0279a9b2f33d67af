//! What becomes of a translation that came back: a merge of what went out, what came back, and what the
//! project has by then.

use super::returned::Returned;
use super::{fingerprint, normal};
use crate::diagnostic::Rule;

/// A text of the plan and its translation in the project; empty where there is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ours<'a> {
    /// The text as it is today.
    pub(super) today: &'a str,
    /// The text as it was translated.
    pub(super) source: &'a str,
    /// The translation.
    pub(super) text: &'a str,
}

/// What becomes of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It says nothing new.
    Unchanged,
    /// It is taken as a translation of this text, which is not always today's.
    Taken(String),
    /// It is not taken, for this reason.
    Refused(Rule),
}

/// What becomes of `theirs`, which is the translation of the text that `ours` is about.
pub(super) fn verdict(ours: Ours<'_>, theirs: &Returned) -> Verdict {
    let (today, our_source, our_text) = (normal(ours.today), normal(ours.source), normal(ours.text));
    let text = normal(&theirs.text);
    if text.is_empty() {
        let emptied = !our_text.is_empty() && !theirs.base.is_empty() && theirs.base != fingerprint("", "");
        return if emptied { Verdict::Refused(Rule::EmptiedText) } else { Verdict::Unchanged };
    }
    let source = match (theirs.behind, normal(&theirs.previous)) {
        (false, _) => normal(&theirs.source),
        (true, previous) if !previous.is_empty() => previous,
        // Behind, and nobody says of what: as far behind as ours is, if it is.
        (true, _) if our_source != today => our_source.clone(),
        (true, _) => String::new(),
    };
    let came = fingerprint(&source, &text);
    let have = fingerprint(&our_source, &our_text);
    let same = text == our_text;
    let untouched = came == theirs.base && !our_text.is_empty();
    if came == have || untouched || same && source.is_empty() {
        return Verdict::Unchanged;
    }
    if source.is_empty() {
        return Verdict::Refused(if theirs.behind { Rule::NeedsWork } else { Rule::OlderSource });
    }
    // Only one side has changed.
    if our_text.is_empty() || have == theirs.base {
        return Verdict::Taken(source);
    }
    match (same, source == today) {
        (true, true) => Verdict::Taken(source),
        (true, false) => Verdict::Unchanged,
        (false, false) if source != our_source => Verdict::Refused(Rule::OlderSource),
        // Nobody knows what went out: what came back is the newer.
        _ if theirs.base.is_empty() => Verdict::Taken(source),
        _ => Verdict::Refused(Rule::Conflict),
    }
}

#[cfg(test)]
mod tests;
