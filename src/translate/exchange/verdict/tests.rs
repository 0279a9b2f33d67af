use super::super::fingerprint;
use super::super::returned::Returned;
use super::{Ours, Verdict, verdict};
use crate::diagnostic::{Rule, Source};

const NOW: &str = "今の文章";
const OLD: &str = "前の文章";
const OLDER: &str = "その前の文章";

/// What came back: a translation of `source`, which went out as `base` says.
fn theirs(source: &str, text: &str, base: (&str, &str)) -> Returned {
    let span = Source::new("", "").span(0..0);
    Returned {
        id: "plan#title".to_owned(),
        id_span: span.clone(),
        source: source.to_owned(),
        previous: String::new(),
        text: text.to_owned(),
        text_span: span,
        behind: false,
        obsolete: false,
        notes: Vec::new(),
        base: fingerprint(base.0, base.1),
    }
}

fn behind(previous: &str, returned: Returned) -> Returned {
    Returned { behind: true, previous: previous.to_owned(), ..returned }
}

fn without_base(returned: Returned) -> Returned {
    Returned { base: String::new(), ..returned }
}

fn ours<'a>(source: &'a str, text: &'a str) -> Ours<'a> {
    Ours { today: NOW, source, text }
}

fn taken(source: &str) -> Verdict {
    Verdict::Taken(source.to_owned())
}

#[test]
fn who_changed_alone_is_followed() {
    assert_eq!(verdict(ours("", ""), &theirs(NOW, "a", ("", ""))), taken(NOW));
    assert_eq!(verdict(ours(NOW, "a"), &theirs(NOW, "b", (NOW, "a"))), taken(NOW));
    assert_eq!(verdict(ours(NOW, "b"), &theirs(NOW, "a", (NOW, "a"))), Verdict::Unchanged);
    assert_eq!(verdict(ours(NOW, "b"), &theirs(NOW, "b", (NOW, "a"))), Verdict::Unchanged);
    assert_eq!(verdict(ours(NOW, "b"), &theirs(NOW, "c", (NOW, "a"))), Verdict::Refused(Rule::Conflict));
    assert_eq!(verdict(ours(NOW, "b"), &theirs(NOW, "c", ("", ""))), Verdict::Refused(Rule::Conflict));
}

#[test]
fn what_the_project_lost_comes_back() {
    assert_eq!(verdict(ours("", ""), &theirs(NOW, "a", (NOW, "a"))), taken(NOW));
    assert_eq!(verdict(ours("", ""), &theirs(OLD, "a", (OLD, "a"))), taken(OLD));
}

#[test]
fn a_mark_that_was_removed_confirms_the_translation() {
    let out = behind(OLD, theirs(NOW, "a", (OLD, "a")));
    assert_eq!(verdict(ours(OLD, "a"), &out), Verdict::Unchanged);
    assert_eq!(verdict(ours(OLD, "a"), &theirs(NOW, "a", (OLD, "a"))), taken(NOW));
    assert_eq!(verdict(ours(NOW, "a"), &theirs(NOW, "a", (OLD, "a"))), Verdict::Unchanged);
}

#[test]
fn a_translation_of_an_older_text_never_takes_the_place_of_a_newer_one() {
    assert_eq!(verdict(ours(OLD, "a"), &theirs(OLD, "b", (OLD, "a"))), taken(OLD));
    assert_eq!(verdict(ours(NOW, "c"), &theirs(OLD, "b", (OLD, "a"))), Verdict::Refused(Rule::OlderSource));
    assert_eq!(
        verdict(ours(OLD, "c"), &theirs(OLDER, "b", (OLDER, "a"))),
        Verdict::Refused(Rule::OlderSource)
    );
    let unknown = without_base(theirs(OLD, "b", ("", "")));
    assert_eq!(verdict(ours(NOW, "a"), &unknown), Verdict::Refused(Rule::OlderSource));
    assert_eq!(verdict(ours(OLD, "a"), &unknown), taken(OLD));
    assert_eq!(verdict(ours(OLD, "a"), &without_base(theirs(NOW, "b", ("", "")))), taken(NOW));
    assert_eq!(verdict(ours(NOW, "b"), &without_base(theirs(OLD, "b", ("", "")))), Verdict::Unchanged);
}

#[test]
fn a_translation_marked_as_unfinished_stays_as_far_behind_as_it_says() {
    assert_eq!(verdict(ours(OLD, "a"), &behind(OLD, theirs(NOW, "b", (OLD, "a")))), taken(OLD));
    assert_eq!(verdict(ours(OLD, "a"), &behind("", theirs(NOW, "b", (OLD, "a")))), taken(OLD));
    assert_eq!(
        verdict(ours("", ""), &behind("", theirs(NOW, "b", ("", "")))),
        Verdict::Refused(Rule::NeedsWork)
    );
    let up_to_date = behind("", theirs(NOW, "b", (NOW, "a")));
    assert_eq!(verdict(ours(NOW, "a"), &up_to_date), Verdict::Refused(Rule::NeedsWork));
    let only_marked = behind("", theirs(NOW, "a", (NOW, "a")));
    assert_eq!(verdict(ours(NOW, "a"), &only_marked), Verdict::Unchanged);
}

#[test]
fn a_translation_is_not_removed_by_an_empty_one() {
    assert_eq!(verdict(ours(NOW, "a"), &theirs(NOW, " ", (NOW, "a"))), Verdict::Refused(Rule::EmptiedText));
    assert_eq!(verdict(ours(NOW, "a"), &theirs(NOW, "", ("", ""))), Verdict::Unchanged);
    assert_eq!(verdict(ours(NOW, "a"), &without_base(theirs(NOW, "", ("", "")))), Verdict::Unchanged);
    assert_eq!(verdict(ours("", ""), &theirs(NOW, "", ("", ""))), Verdict::Unchanged);
}

#[test]
fn a_row_without_its_text_changes_nothing_unseen() {
    assert_eq!(verdict(ours(NOW, "a"), &theirs("", "a", (NOW, "a"))), Verdict::Unchanged);
    assert_eq!(verdict(ours(NOW, "a"), &theirs("", "b", (NOW, "a"))), Verdict::Refused(Rule::OlderSource));
}
