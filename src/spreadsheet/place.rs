//! Where in a file's text a figure goes: over the one before, or into a place of its own.

use std::ops::Range;

use crate::plan::year_of;
use crate::read::front_matter::{Pairs, SectionFields};
use crate::read::yaml::Yaml;
use crate::read::yaml::scalar;
use crate::value::FiscalYear;

/// What to write, and over which bytes of the text.
type Edit = (Range<usize>, String);

/// A file's front matter, and the whole text it stands in.
pub(super) struct Front<'a> {
    pub(super) fields: &'a Yaml<SectionFields>,
    pub(super) text: &'a str,
}

impl Front<'_> {
    /// Puts `value` under `key` of the mapping at `parent`; a new key stands after the first of the
    /// keys `after` that is there.
    pub(super) fn put(&self, parent: &str, key: &str, after: &[&str], value: &str) -> Option<Edit> {
        let path = format!("{parent}/{key}");
        let in_flow = self.in_flow(parent);
        if let Some(now) = self.fields.value_at(&path) {
            let written = now.text().trim_end();
            let end = now.range.start + written.len();
            let colon = self.after_colon(&path)?;
            let before = &self.text[colon..now.range.start];
            // The sign of a block of lines stands before them, and goes with them.
            return Some(match before.find(['|', '>']) {
                Some(sign) => (colon + sign..end, scalar(value, in_flow, None)),
                None => (now.range.start..end, scalar(value, in_flow, Some(written))),
            });
        }
        let written = scalar(value, in_flow, None);
        if self.fields.key_at(&path).is_some() {
            return Some(insert(self.after_colon(&path)?, format!(" {written}")));
        }
        let before = after.iter().map(|key| format!("{parent}/{key}"));
        let before = before.into_iter().find(|path| self.fields.key_at(path).is_some())?;
        self.put_after(&before, in_flow, &[(0, format!("{key}: {written}"))])
    }

    /// Puts `value` under `year` of the `actuals` of the mapping at `parent`, which hold `figures`; new
    /// actuals stand after the key `after`.
    pub(super) fn put_in_year(
        &self,
        parent: &str,
        after: &str,
        figures: &Pairs,
        year: FiscalYear,
        value: &str,
    ) -> Option<Edit> {
        let path = format!("{parent}/actuals");
        if let Some((key, _)) = figures.0.iter().find(|(key, _)| year_of(key) == Some(year)) {
            return self.put(&path, key, &[], value);
        }
        let in_flow = self.in_flow(parent);
        let pair = |in_flow| format!("{year}: {}", scalar(value, in_flow, None));
        match (self.fields.value_at(&path), self.fields.key_at(&path)) {
            (Some(now), _) if figures.0.is_empty() => Some((now.range, format!("{{{}}}", pair(true)))),
            (Some(_), _) => {
                let in_flow = self.in_flow(&path);
                self.put_among(&path, in_flow, figures, year, &pair(in_flow))
            }
            (None, Some(_)) if in_flow => {
                Some(insert(self.after_colon(&path)?, format!(" {{{}}}", pair(true))))
            }
            (None, Some(_)) => self.put_after(&path, false, &[(2, pair(false))]),
            (None, None) => {
                let before = format!("{parent}/{after}");
                if in_flow {
                    self.put_after(&before, true, &[(0, format!("actuals: {{{}}}", pair(true)))])
                } else {
                    self.put_after(&before, false, &[(0, "actuals:".to_owned()), (2, pair(false))])
                }
            }
        }
    }

    /// Puts `pair` among the years of the mapping at `path`, in their order.
    fn put_among(
        &self,
        path: &str,
        in_flow: bool,
        figures: &Pairs,
        year: FiscalYear,
        pair: &str,
    ) -> Option<Edit> {
        let years = figures.0.iter().filter_map(|(key, _)| Some((year_of(key)?, key)));
        let before = years.filter(|(known, _)| *known < year).max();
        if let Some((_, key)) = before {
            return self.put_after(&format!("{path}/{key}"), in_flow, &[(0, pair.to_owned())]);
        }
        let (first, _) = figures.0.first()?;
        let first = self.fields.key_at(&format!("{path}/{first}"))?.range.start;
        let between = if in_flow { ", ".to_owned() } else { self.new_line(first, self.column(first)) };
        Some(insert(first, format!("{pair}{between}")))
    }

    /// Puts `lines` after the value at `path`, each so many columns further in than its key.
    fn put_after(&self, path: &str, in_flow: bool, lines: &[(usize, String)]) -> Option<Edit> {
        let key = self.fields.key_at(path)?.range.start;
        let end = match self.fields.value_at(path) {
            Some(value) => value.range.start + value.text().trim_end().len(),
            None => self.after_colon(path)?,
        };
        if in_flow {
            let written = lines.iter().flat_map(|(_, line)| [", ", line]);
            return Some(insert(end, written.collect()));
        }
        let column = self.column(key);
        let written = lines.iter().map(|(further, line)| self.new_line(end, column + further) + line);
        Some(insert(self.line_end(end), written.collect()))
    }

    /// Whether the mapping at `path` stands in braces or brackets, its own or others around it.
    fn in_flow(&self, path: &str) -> bool {
        let around = path.match_indices('/').map(|(end, _)| &path[..end]);
        let mut values = around.chain(["", path]).filter_map(|path| self.fields.value_at(path));
        values.any(|value| value.text().starts_with(['{', '[']))
    }

    /// The byte after the colon of the key at the end of `path`.
    fn after_colon(&self, path: &str) -> Option<usize> {
        let rest = &self.text[self.fields.key_at(path)?.range.end..];
        let colon = rest.trim_start().strip_prefix(':')?;
        Some(self.text.len() - colon.len())
    }

    /// The end of the line that holds the byte `at`.
    fn line_end(&self, at: usize) -> usize {
        let line = self.text[at..].split('\n').next().unwrap_or_default();
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The line end of the line that holds the byte `at`, and the indentation of a next line.
    fn new_line(&self, at: usize, column: usize) -> String {
        let end = if self.text[self.line_end(at)..].starts_with('\r') { "\r\n" } else { "\n" };
        format!("{end}{}", " ".repeat(column))
    }

    /// How many characters stand before the byte `at` in its line.
    fn column(&self, at: usize) -> usize {
        let before = &self.text[..at];
        before[before.rfind('\n').map_or(0, |newline| newline + 1)..].chars().count()
    }
}

fn insert(at: usize, written: String) -> Edit {
    (at..at, written)
}
