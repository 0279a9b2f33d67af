//! PO back to translations, each with its place.

use super::super::language;
use super::super::returned::{Delivery, Returned};
use super::entry::{Entry, Field};
use super::line::line;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};
use crate::plan::Plan;
use crate::translate::lines::note;

/// Most mistakes that are told of one file: what has more is no PO.
const MOST: usize = 20;

/// Reads the translations in `source`, which are of `plan`.
pub(in super::super) fn read(source: &Source, plan: &Plan, findings: &mut Diagnostics) -> Option<Delivery> {
    let entries = entries(source).map_err(|faults| findings.extend(faults)).ok()?;
    let (header, all) = match entries.split_first() {
        Some((header, all)) if header.is_header() => (header, all),
        _ => return none(Diagnostic::about(Rule::NoExchange, source.path()), plan, findings),
    };
    let (tag, at) = match header.field("Language:") {
        Some((tag, at)) if !tag.is_empty() => (tag, at),
        _ => return none(Diagnostic::at(Rule::NoExchange, &header.text_span), plan, findings),
    };
    let language = language(&tag, &at, plan).map_err(|finding| findings.push(finding)).ok()?;
    Some(Delivery { language, all: all.to_vec(), has_more: false })
}

fn none(finding: Diagnostic, plan: &Plan, findings: &mut Diagnostics) -> Option<Delivery> {
    findings.push(finding.with("language", plan.source_language()));
    None
}

impl Returned {
    fn is_header(&self) -> bool {
        self.source.is_empty() && self.id.is_empty()
    }

    /// What stands behind `name` in a header, and where.
    fn field(&self, name: &str) -> Option<(String, Span)> {
        let value = self.text.lines().find_map(|line| line.strip_prefix(name))?.trim();
        let written = self.text_span.text();
        let line = written
            .find(name)
            .map(|at| at..written[at..].find(['\n', '\\']).map_or(written.len(), |end| at + end));
        Some((
            value.to_owned(),
            line.map_or_else(|| self.text_span.clone(), |line| self.text_span.part(line)),
        ))
    }
}

/// Every entry of `source`, or all that is wrong with its form.
fn entries(source: &Source) -> Result<Vec<Returned>, Diagnostics> {
    let (mut entries, mut faults) = (Vec::new(), Diagnostics::new());
    let (mut entry, mut at) = (Entry::default(), 0);
    for whole in source.text().split('\n') {
        let read = line(whole);
        if read.as_ref().is_some_and(|line| entry.ends_before(line)) {
            close(std::mem::take(&mut entry), source, &mut entries, &mut faults);
        }
        if read.and_then(|line| entry.add(&line, whole, at)).is_none() {
            faults.push(Diagnostic::at(Rule::PoSyntax, &source.span(at..at + whole.len())));
        }
        if faults.len() >= MOST {
            break;
        }
        at += whole.len() + 1;
    }
    close(entry, source, &mut entries, &mut faults);
    if faults.is_empty() { Ok(entries) } else { Err(faults) }
}

/// Adds `entry` to `entries`, if it is one.
fn close(entry: Entry, source: &Source, entries: &mut Vec<Returned>, faults: &mut Diagnostics) {
    let whole = |field: &Field| source.span(field.range.clone());
    let (Some(id), Some(text)) = (&entry.source, &entry.text) else {
        // Comments may stand alone; a mistake in the form of an entry has been told of.
        let part = entry.text.as_ref().or(entry.source.as_ref()).or(entry.context.as_ref());
        let part = part.filter(|_| faults.is_empty());
        return faults.extend(part.map(|part| Diagnostic::at(Rule::PoSyntax, &whole(part))));
    };
    let said = |field: Option<&Field>| field.map_or(Some(String::new()), Field::text);
    let texts =
        (said(entry.context.as_ref()), said(Some(id)), said(entry.previous.as_ref()), said(Some(text)));
    let (Some(context), Some(source_text), Some(previous), Some(translation)) = texts else {
        return faults.push(Diagnostic::at(Rule::PoSyntax, &whole(text)));
    };
    entries.push(Returned {
        id: context,
        id_span: whole(entry.context.as_ref().unwrap_or(id)),
        source: source_text,
        previous,
        text: translation,
        text_span: whole(text),
        behind: entry.fuzzy,
        obsolete: entry.obsolete,
        notes: entry.notes.iter().map(|line| note(line)).collect(),
        base: entry.base,
    });
}
