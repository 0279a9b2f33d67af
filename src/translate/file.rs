//! The text of a translation file. What a command does not change keeps every byte.

use std::ops::Range;

use super::lines::{column, comments, edited, holds_more, indented, key, notes, outdented, push};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span, has_error};
use crate::read::locale_file::{Field, ORPHANS, SIMILAR, TranslatedUnit, TranslationFile, read_translation};
use crate::read::yaml::text_value;
use crate::value::Language;

/// Width of one step of indentation.
const STEP: usize = 2;

/// What a file without any translation begins with.
const HEAD: &str = "_version: 2\n_review: draft\n";

/// What a unit is to say in its file.
#[derive(Debug, Clone)]
pub(super) struct Entry<'a> {
    pub(super) key: String,
    pub(super) source: &'a str,
    pub(super) text: &'a str,
    /// Whether its texts stand as blocks, as paragraphs do.
    pub(super) block: bool,
    /// How a similar text was translated.
    pub(super) similar: Option<(&'a str, &'a str)>,
    /// Lines to stand above it as comments, those that do not yet.
    pub(super) notes: &'a [String],
    /// How the unit is written now.
    pub(super) written: Option<&'a TranslatedUnit>,
}

/// The texts of a unit in a plan's own language and in another, by their languages.
pub type Languages<'a> = (&'a Language, &'a Language);

/// The text of `file` with `entries` in their order, and `orphans` after them.
pub(super) fn compose(
    file: &TranslationFile,
    entries: &[Entry<'_>],
    orphans: &[Entry<'_>],
    languages: Languages<'_>,
) -> Result<String, Diagnostic> {
    let path = file.tail.source.path();
    let mut text: String = file.settings.iter().map(Span::text).collect();
    if file.settings.is_empty() && file.tail.source.text().trim().is_empty() {
        text.push_str(HEAD);
    }
    for entry in entries {
        push(&mut text, &stretch(entry, path, languages, 0)?);
    }
    let head = file.orphans_head.as_ref().map_or("", Span::text);
    if !orphans.is_empty() || head.contains('#') {
        let own = format!("{ORPHANS}:\n");
        push(&mut text, if head.is_empty() { &own } else { head });
    }
    // Siblings share one indentation.
    let before = file.orphans.iter().find(|unit| unit.set_aside).map(|unit| column(&unit.key_span));
    for orphan in orphans {
        push(&mut text, &stretch(orphan, path, languages, before.unwrap_or(STEP))?);
    }
    push(&mut text, file.tail.text());
    verified(&text, file, (entries, orphans), languages)
}

/// `text` if it reads as `entries` and `orphans`: nothing is written that would lose a translation.
fn verified(
    text: &str,
    file: &TranslationFile,
    (entries, orphans): (&[Entry<'_>], &[Entry<'_>]),
    languages: Languages<'_>,
) -> Result<String, Diagnostic> {
    let source = Source::new(file.tail.source.path(), text);
    let mut findings = Diagnostics::new();
    let read = read_translation(&source, &file.of, languages, &mut findings);
    let same = |units: &[TranslatedUnit], wanted: &[Entry<'_>]| {
        units.len() == wanted.len()
            && units.iter().zip(wanted).all(|(unit, entry)| {
                unit.key == entry.key
                    && unit.source == entry.source.trim_end()
                    && unit.text == entry.text.trim_end()
            })
    };
    let same = read.is_some_and(|read| same(&read.units, entries) && same(&read.orphans, orphans));
    let faithful = same && !has_error(&findings);
    let wrong = || Diagnostic::about(Rule::NotMovable, source.path());
    if faithful { Ok(text.to_owned()) } else { Err(wrong()) }
}

/// The lines of `entry`, `indentation` bytes from the margin, in the file at `path`.
fn stretch(
    entry: &Entry<'_>,
    path: &str,
    languages: Languages<'_>,
    indentation: usize,
) -> Result<String, Diagnostic> {
    let unit = entry.written.filter(|unit| unit.whole.source.path() == path);
    let said = unit.map(notes).unwrap_or_default();
    let new = entry.notes.iter().filter(|note| !said.contains(*note));
    let new: Vec<String> = new.map(|note| format!("# {note}\n")).collect();
    let new = indented(&new.concat(), indentation);
    let Some(unit) = unit else {
        return Ok(format!("{new}{}", indented(&fresh(entry, languages), indentation)));
    };
    let now = column(&unit.key_span);
    let text = if unit.text.is_empty() && !holds_more(unit) {
        format!("{}{}", comments(unit), indented(&fresh(entry, languages), now))
    } else {
        edited(&unit.whole, &changes(entry, unit, languages)?)
    };
    let text = if now == indentation { text } else { indented(&outdented(&text, now), indentation) };
    let blank = text.len() - text.trim_start_matches('\n').len();
    Ok(format!("{}{new}{}", &text[..blank], &text[blank..]))
}

/// The lines of a unit that is new to its file.
fn fresh(entry: &Entry<'_>, (source_language, language): Languages<'_>) -> String {
    let pair = |source: &str, text: &str, indentation: usize| {
        let margin = " ".repeat(indentation);
        let source = text_value(source, indentation, entry.block);
        let text = text_value(text, indentation, entry.block);
        format!("{margin}{source_language}:{source}\n{margin}{language}:{text}\n")
    };
    let mut lines = format!("{}:\n{}", key(&entry.key), pair(entry.source, entry.text, STEP));
    if let Some((source, text)) = entry.similar {
        lines = format!("{lines}  {SIMILAR}:\n{}", pair(source, text, 2 * STEP));
    }
    lines
}

/// What has to change in the lines of `unit` for it to say what `entry` does.
fn changes(
    entry: &Entry<'_>,
    unit: &TranslatedUnit,
    (source_language, language): Languages<'_>,
) -> Result<Vec<(Range<usize>, String)>, Diagnostic> {
    let mut changes = Vec::new();
    if entry.key != unit.key_span.text().trim_matches(['"', '\'']) {
        changes.push((unit.key_span.range.clone(), key(&entry.key)));
    }
    if entry.source.trim_end() != unit.source {
        changes.push(set(unit, unit.source_field.as_ref(), (source_language, entry.source), entry.block)?);
    }
    if entry.text.trim_end() != unit.text {
        changes.push(set(unit, unit.text_field.as_ref(), (language, entry.text), entry.block)?);
    }
    if let Some(similar) = unit.similar.as_ref().filter(|_| !entry.text.is_empty()) {
        changes.push((similar.range.clone(), String::new()));
    }
    Ok(changes)
}

/// The change after which `unit` says `text` under `language`, where `field` stands or has to be added.
pub(super) fn set(
    unit: &TranslatedUnit,
    field: Option<&Field>,
    (language, text): (&Language, &str),
    block: bool,
) -> Result<(Range<usize>, String), Diagnostic> {
    if let Some(field) = field {
        let written = field.value.text();
        return Ok((field.value.range.clone(), restated(written, text, column(&field.key), block)));
    }
    // A unit that lacks the field has the other one; the new one stands above it.
    let other = unit.text_field.as_ref().or(unit.source_field.as_ref()).map(|field| &field.key);
    let line = other.map(|other| (other.range.start - column(other), column(other)));
    match line.filter(|(start, column)| unit.whole.source.text()[*start..*start + *column].trim().is_empty())
    {
        Some((start, column)) => {
            let margin = " ".repeat(column);
            Ok((start..start, format!("{margin}{language}:{}\n", text_value(text, column, block))))
        }
        None => Err(Diagnostic::about(Rule::NotMovable, unit.whole.source.path())),
    }
}

/// `text` in the form in which `written` is, if it can have that.
fn restated(written: &str, text: &str, indentation: usize, block: bool) -> String {
    let block = if written.trim().is_empty() { block } else { written.trim_start().starts_with(['|', '>']) };
    text_value(text, indentation, block)
}
