//! The walk through a YAML text, event by event, and what can be wrong with it as YAML.

use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{ErrorKind, Event, Options, Parser, Placement, ScanError};

use super::{DEEPEST, refusal, slip};
use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Span};

/// Walks the YAML `text` once; `visit` sees each event with the bytes of the text that it is about.
///
/// Text that is no YAML, or nested deeper than [`DEEPEST`], ends the walk and is in `findings`; `false` where it
/// is nested too deeply.
pub(super) fn walk<'a>(
    text: &'a Span,
    findings: &mut Diagnostics,
    mut visit: impl FnMut(Event<'a>, Range<usize>, &mut Diagnostics),
) -> bool {
    let too_deep = |at| no_yaml(Phrase::new("too-deep"), at, text);
    let (mut documents, mut depth) = (0, 0);
    let mut signs = Signs { text, anchors: BTreeMap::new(), tags: Vec::new() };
    let mut options = Options::default();
    options.max_buffered_comment_events = usize::MAX;
    for step in Parser::new_from_str_with_options(text.text(), options) {
        let (event, span) = match step {
            Ok(step) => step,
            Err(error) => {
                let deep = *error.kind() == ErrorKind::RecursionLimitExceeded;
                findings.push(if deep { too_deep(place(&error)) } else { refused(&error, text) });
                return !deep;
            }
        };
        let Some(range) = span.byte_range() else { continue };
        if depth > DEEPEST {
            findings.push(too_deep(range.start));
            return false;
        }
        match event {
            Event::Comment(remark, Placement::Right) => {
                findings.extend(is_text(&remark).then(|| no_yaml(Phrase::new("remark"), range.start, text)));
                continue;
            }
            Event::Comment(..) => continue,
            Event::DocumentStart(..) => {
                documents += 1;
                let finding = || no_yaml(Phrase::new("second-document"), range.start, text);
                findings.extend((documents == 2).then(finding));
            }
            Event::MappingStart(..) | Event::SequenceStart(..) => depth += 1,
            Event::MappingEnd | Event::SequenceEnd => depth -= 1,
            _ => {}
        }
        signs.take(&event, range.start);
        visit(event, range, findings);
    }
    findings.extend(signs.told());
    true
}

/// Whether `remark`, behind a value and without its `#`, begins as a text does and a remark seldom does:
/// `colour: #197a4b` sets no colour, and `name: 投稿 #桜まつり` names the posts of no festival.
fn is_text(remark: &str) -> bool {
    remark.starts_with(|sign: char| !sign.is_whitespace() && sign != '#')
}

fn place(error: &ScanError) -> usize {
    error.marker().byte_offset().unwrap_or(0)
}

/// Why the parser gave up.
fn refused(error: &ScanError, text: &Span) -> Diagnostic {
    let at = place(error);
    match slip::near(text.text(), at) {
        Some((sign, detail)) => no_yaml(Phrase::new(detail), sign, text),
        None => no_yaml(refusal::of_parser(error, text.text(), at), at, text),
    }
}

/// Signs at the beginning of texts of which YAML, without a word, takes the first word away: `&Co. Ltd` is an
/// anchor and `Ltd`, `!Olá mundo` a tag and `mundo`. Whoever wants an anchor refers to it (`*Co.`).
struct Signs<'a> {
    text: &'a Span,
    /// Where the anchors stand that nothing has referred to yet, by their numbers.
    anchors: BTreeMap<usize, usize>,
    tags: Vec<usize>,
}

impl Signs<'_> {
    /// Takes `event`, whose value begins at the byte `at`.
    fn take(&mut self, event: &Event<'_>, at: usize) {
        let (anchor, tag) = match event {
            Event::Scalar(_, _, anchor, tag)
            | Event::MappingStart(_, anchor, tag)
            | Event::SequenceStart(_, anchor, tag) => (*anchor, tag.is_some()),
            Event::Alias(anchor) => {
                self.anchors.remove(anchor);
                return;
            }
            _ => return,
        };
        if anchor > 0 {
            self.anchors.insert(anchor, self.before(at, '&'));
        }
        if tag {
            self.tags.push(self.before(at, '!'));
        }
    }

    /// Where `sign` stands before the byte `at`.
    fn before(&self, at: usize, sign: char) -> usize {
        let before = &self.text.text()[..at];
        before.rfind(sign).map_or(at, |found| before[..found].trim_end_matches(sign).len())
    }

    fn told(self) -> impl Iterator<Item = Diagnostic> {
        let anchors = self.anchors.into_values().map(|at| ('&', at));
        let signs = anchors.chain(self.tags.into_iter().map(|at| ('!', at)));
        signs.map(move |(sign, at)| stray(sign, at, self.text))
    }
}

/// The finding that a text begins with `sign` at the byte `at`.
pub(super) fn stray(sign: char, at: usize, text: &Span) -> Diagnostic {
    no_yaml(Phrase::new("sign").with("sign", sign), at, text)
}

/// What is wrong with the key `key` at `range` of `text`; `known`: it stands there before.
pub(super) fn of_key(key: &str, range: Range<usize>, known: bool, text: &Span) -> Option<Diagnostic> {
    if let Some((figure, detail)) = slip::split_figure(text.text(), range.start) {
        return Some(no_yaml(Phrase::new(detail), figure, text));
    }
    known.then(|| Diagnostic::at(Rule::DuplicateKey, &text.part(range)).with("key", key))
}

/// Where the list or mapping stands that the parser sees from `start` to `end`: what is closed by a bracket
/// ends there; what ends with its indentation, before the blank that follows.
pub(super) fn collection(text: &Span, start: usize, end: usize) -> Range<usize> {
    start..start + text.text()[start..end.max(start)].trim_end().len()
}

/// A finding about text that is no YAML from the byte `at` on.
pub(super) fn no_yaml(detail: Phrase, at: usize, text: &Span) -> Diagnostic {
    Diagnostic::at(Rule::YamlSyntax, &rest_of_line(at, text)).saying("detail", detail)
}

/// From the byte `at` of `text` to the end of its line.
pub(super) fn rest_of_line(at: usize, text: &Span) -> Span {
    let start = text.text().floor_char_boundary(at.min(text.text().len()));
    let end = text.text()[start..].find('\n').map_or(text.text().len(), |length| start + length);
    text.part(start..end)
}
