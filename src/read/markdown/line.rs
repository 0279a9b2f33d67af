//! The inline content of one block.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{DEEPEST, Inline, Step, Steps, emphasis, inline};
use crate::diagnostic::Rule;
use crate::value::text_width::is_wide;

/// Inline content as read, with the faults found on the way.
#[derive(Default)]
pub(super) struct Line {
    pub(super) inlines: Vec<Inline>,
    pub(super) faults: Vec<(Rule, Range<usize>)>,
    /// Links and pictures: what each names, and of a picture what it shows in words.
    pub(super) targets: Vec<(Range<usize>, String, Option<String>)>,
    /// Where text holds asterisks that the parser left as they are.
    starred: Vec<Range<usize>>,
    /// From its first to its last event, in the prepared text.
    pub(super) range: Range<usize>,
    /// The line broke in the source, and what follows is not known yet.
    broken: bool,
    last: Option<char>,
    open: Vec<(Tag<'static>, Vec<Inline>)>,
}

impl Line {
    /// Reads from `steps` up to what is no inline content; that is left for the caller.
    pub(super) fn read(steps: &mut Steps) -> Self {
        let mut line = Line::default();
        while let Some((event, range)) = steps.next_if(|(event, _)| line.takes(event)) {
            line.range = if line.range.is_empty() {
                range.clone()
            } else {
                line.range.start..range.end.max(line.range.end)
            };
            line.step((event, range));
        }
        line
    }

    /// Where asterisks stand that a reader of `text`, the prepared text, would see.
    pub(super) fn literal(&self, text: &str) -> Option<Range<usize>> {
        self.starred.iter().find_map(|stretch| {
            let run = emphasis::literal(&text[stretch.clone()])?;
            Some(stretch.start + run.start..stretch.start + run.end)
        })
    }

    fn takes(&self, event: &Event<'_>) -> bool {
        match event {
            Event::Text(_)
            | Event::Code(_)
            | Event::SoftBreak
            | Event::HardBreak
            | Event::InlineHtml(_)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => true,
            Event::End(_) => !self.open.is_empty(),
            _ => false,
        }
    }

    fn step(&mut self, (event, range): Step) {
        match event {
            Event::Text(text) => {
                if text.contains(emphasis::STRONG) {
                    self.starred.push(range);
                }
                self.text(&text.replace(emphasis::JOINER, ""));
            }
            Event::Code(code) => {
                self.settle_break(code.chars().next());
                self.push(Inline::Code(code.into_string()));
            }
            Event::SoftBreak => self.broken = true,
            Event::HardBreak => self.push(Inline::Break),
            Event::InlineHtml(html) if is_break(&html) => self.push(Inline::Break),
            // The end of an element whose beginning has been told of.
            Event::InlineHtml(html)
                if html.starts_with("</")
                    && self.faults.iter().any(|(rule, _)| *rule == Rule::HtmlInText) => {}
            Event::InlineHtml(_) => self.faults.push((Rule::HtmlInText, range)),
            Event::Start(tag) => self.open.push((tag, std::mem::take(&mut self.inlines))),
            Event::End(_) => self.close(&range),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.settle_break(text.chars().next());
        self.last = text.chars().next_back().or(self.last);
        self.inlines.extend(inline::plain(text));
    }

    fn push(&mut self, inline: Inline) {
        self.broken = false;
        self.last = None;
        self.inlines.push(inline);
    }

    /// A line break of the source is a space, but between two Japanese characters it is nothing.
    fn settle_break(&mut self, next: Option<char>) {
        let joins = self.last.is_some_and(is_wide) && next.is_some_and(is_wide);
        if std::mem::take(&mut self.broken) && !joins {
            self.inlines.push(Inline::Text(" ".to_owned()));
        }
    }

    fn close(&mut self, range: &Range<usize>) {
        let Some((tag, outer)) = self.open.pop() else { return };
        let content = std::mem::replace(&mut self.inlines, outer);
        if self.open.len() >= DEEPEST {
            self.inlines.extend(content);
            return;
        }
        match tag {
            Tag::Emphasis => self.inlines.push(Inline::Emphasis(content)),
            Tag::Strong => self.inlines.push(Inline::Strong(content)),
            Tag::Link { dest_url, .. } if is_safe(&dest_url) => {
                self.targets.push((range.clone(), dest_url.to_string(), None));
                self.inlines.push(Inline::Link { to: dest_url.into_string(), content });
            }
            Tag::Image { dest_url, .. } if is_safe(&dest_url) => {
                let alternative = inline::text_of(&content);
                self.targets.push((range.clone(), dest_url.to_string(), Some(alternative.clone())));
                self.inlines.push(Inline::Image { from: dest_url.into_string(), alternative });
            }
            _ => {
                self.faults.push((Rule::UnsafeLink, range.clone()));
                self.inlines.extend(content);
            }
        }
    }
}

/// `<br>` is the one HTML element that a text may use: tables have no other way to break a line.
fn is_break(html: &str) -> bool {
    matches!(html.trim_matches(['<', '>', '/', ' ']).to_ascii_lowercase().as_str(), "br")
}

/// Schemes that a reader's browser may open.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Whether `address` names a scheme that a reader's browser may open.
pub fn has_safe_scheme(address: &str) -> bool {
    scheme(address).is_some_and(|scheme| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()))
}

/// Whether a link may lead to `address`: one without a scheme is relative to the page. Browsers take `\` for
/// `/`, leave out control characters, and begin after the spaces (WHATWG, URL Standard).
fn is_safe(address: &str) -> bool {
    let hidden = |sign: char| sign.is_control() || sign == '\\';
    let relative = !address.trim_start().starts_with("//") && !address.contains(hidden);
    has_safe_scheme(address) || (scheme(address).is_none() && relative)
}

fn scheme(address: &str) -> Option<&str> {
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    before_path.split_once(':').map(|(scheme, _)| scheme)
}
