//! One entry of a PO file, put together line by line.

use std::ops::Range;

use super::BASE;
use super::line::{Line, unquote};

/// A text of an entry, and where it stands in the file.
#[derive(Debug, Default, Clone)]
pub(super) struct Field {
    bytes: Vec<u8>,
    pub(super) range: Range<usize>,
}

impl Field {
    /// Its text; `None` where its escapes come to no characters.
    pub(super) fn text(&self) -> Option<String> {
        String::from_utf8(self.bytes.clone()).ok()
    }
}

/// An entry of a PO file.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) context: Option<Field>,
    pub(super) source: Option<Field>,
    pub(super) text: Option<Field>,
    pub(super) previous: Option<Field>,
    /// What a text's next line belongs to.
    open: Option<Part>,
    pub(super) notes: Vec<String>,
    pub(super) base: String,
    pub(super) fuzzy: bool,
    pub(super) obsolete: bool,
}

#[derive(Debug, Clone, Copy)]
enum Part {
    Context,
    Source,
    Text,
    Previous,
    /// The context before: the entry's own stands for it.
    PreviousContext,
}

impl Entry {
    /// Whether `line` begins another entry.
    pub(super) fn ends_before(&self, line: &Line<'_>) -> bool {
        let goes_on = matches!(line, Line::Blank | Line::Text { keyword: "" | "msgstr", .. });
        self.text.is_some() && !goes_on
    }

    /// Adds `line`, which stands at `at` and of which `whole` is all; `None` where it has no place here.
    pub(super) fn add(&mut self, line: &Line<'_>, whole: &str, at: usize) -> Option<()> {
        match line {
            Line::Blank | Line::Other => {}
            Line::Note(note) => self.notes.extend((!note.is_empty()).then(|| (*note).to_owned())),
            Line::Flags(flags) => self.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy"),
            Line::Extracted(comment) => {
                if let Some(base) = comment.strip_prefix(BASE) {
                    base.trim().clone_into(&mut self.base);
                }
            }
            Line::Text { keyword, previous, obsolete, text } => {
                self.obsolete |= *obsolete;
                let part = match (*keyword, *previous) {
                    ("", _) => self.open?,
                    ("msgctxt", false) => Part::Context,
                    ("msgid", false) => Part::Source,
                    ("msgstr", false) => Part::Text,
                    ("msgid", true) => Part::Previous,
                    ("msgctxt", true) => Part::PreviousContext,
                    _ => return None,
                };
                self.open = Some(part);
                return self.put(part, !keyword.is_empty(), &whole[text.clone()], at + text.start);
            }
        }
        Some(())
    }

    fn put(&mut self, part: Part, begins: bool, quoted: &str, at: usize) -> Option<()> {
        let field = match part {
            Part::Context => &mut self.context,
            Part::Source => &mut self.source,
            Part::Text => &mut self.text,
            Part::Previous => &mut self.previous,
            Part::PreviousContext => return unquote(quoted, &mut Vec::new()),
        };
        if begins && field.is_some() {
            return None;
        }
        let field = field.get_or_insert_with(|| Field { bytes: Vec::new(), range: at..at });
        field.range.end = at + quoted.len();
        unquote(quoted, &mut field.bytes)
    }
}
