//! From the parser's events to blocks.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TextMergeWithOffset};

use super::line::Line;
use super::{Block, DEEPEST, Inline, Prepared, Prose, Step, Steps, Target, emphasis, slip};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule, Source, Span};

pub(super) const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_HEADING_ATTRIBUTES);

/// The scope of units before the first heading.
const BEFORE_HEADINGS: &str = "body";

/// Reads the body of a content file.
pub fn read_body(body: &Span, findings: &mut Diagnostics) -> Vec<Block> {
    Builder::new(body, findings).blocks(0)
}

/// Reads the translation of one block: inline Markdown only. `span` is the YAML value it stands in.
pub fn read_translation(text: &str, span: &Span, findings: &mut Diagnostics) -> Vec<Inline> {
    let as_written = one_paragraph(text.to_owned(), span);
    // The joiner keeps a translated heading such as `1. Introdução` from becoming a list.
    let read = as_written.or_else(|| one_paragraph(format!("{}{text}", emphasis::JOINER), span));
    let Some((inlines, inner)) = read else {
        findings.push(Diagnostic::at(Rule::NotOneBlock, span));
        return vec![Inline::Text(text.to_owned())];
    };
    findings.extend(inner);
    inlines
}

/// The content of `text` and what is wrong with it, if it is one paragraph or empty.
fn one_paragraph(text: String, span: &Span) -> Option<(Vec<Inline>, Diagnostics)> {
    let source = Source::new(span.source.path(), text);
    let mut findings = Diagnostics::new();
    let blocks = read_body(&source.span(0..source.text().len()), &mut findings);
    // A translation's marks are held against its source's.
    findings.retain(|finding| finding.rule != Rule::LiteralAsterisks);
    // YAML folds and unescapes, so the value as a whole is the place.
    for finding in &mut findings {
        finding.place = Place::Span(span.clone());
    }
    findings.dedup();
    match <[Block; 1]>::try_from(blocks) {
        Ok([Block::Paragraph(prose)]) => Some((prose.inlines, findings)),
        Err(blocks) if blocks.is_empty() && findings.is_empty() => Some((Vec::new(), findings)),
        _ => None,
    }
}

struct Builder<'a> {
    body: &'a Span,
    prepared: Prepared,
    steps: Steps,
    scope: String,
    counter: usize,
    heading_ids: HashSet<String>,
    findings: &'a mut Diagnostics,
}

impl<'a> Builder<'a> {
    fn new(body: &'a Span, findings: &'a mut Diagnostics) -> Self {
        let prepared = emphasis::prepare(body.text(), OPTIONS);
        let parser = Parser::new_ext(&prepared.text, OPTIONS).into_offset_iter();
        let steps: Vec<Step> =
            TextMergeWithOffset::new(parser).map(|(event, range)| (event.into_static(), range)).collect();
        Self {
            body,
            prepared,
            steps: steps.into_iter().peekable(),
            scope: BEFORE_HEADINGS.to_owned(),
            counter: 0,
            heading_ids: HashSet::new(),
            findings,
        }
    }

    /// The blocks up to the end of the container, which is taken too.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Containers whose walls are left out, so that what they hold stands here.
        let mut open = 0_usize;
        while let Some((event, range)) = self.steps.peek().cloned() {
            let line = Line::read(&mut self.steps);
            if !line.range.is_empty() {
                self.no_heading(&line.range);
                blocks.push(Block::Paragraph(self.next_unit(line)));
                continue;
            }
            self.steps.next();
            match event {
                Event::End(_) if open == 0 => break,
                Event::End(_) => open -= 1,
                Event::Start(Tag::Heading { level, id, .. }) => blocks.push(self.heading(level, id, &range)),
                Event::Start(Tag::CodeBlock(_)) => blocks.push(Block::Code(self.code())),
                Event::Start(Tag::Table(_)) => blocks.push(self.table()),
                Event::Start(Tag::List(start)) if depth < DEEPEST => {
                    blocks.push(Block::List { start, items: self.items(depth + 1) });
                }
                Event::Start(Tag::BlockQuote(_)) if depth < DEEPEST => {
                    blocks.push(Block::Quote(self.blocks(depth + 1)));
                }
                Event::Start(_) => open += 1,
                Event::Rule => blocks.push(Block::Divider),
                Event::Html(_) => {
                    self.found(Rule::HtmlInText, &range);
                    // The parser gives a block of HTML line by line; its first line stands for it.
                    while self.steps.next_if(|(event, _)| matches!(event, Event::Html(_))).is_some() {}
                }
                _ => {}
            }
        }
        // The texts of a plan are kept to its end, and most items of a list are one block.
        blocks.shrink_to_fit();
        blocks
    }

    fn items(&mut self, depth: usize) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while let Some((Event::Start(_), _)) = self.steps.next() {
            items.push(self.blocks(depth));
        }
        items
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<CowStr<'_>>, range: &Range<usize>) -> Block {
        let line = Line::read(&mut self.steps);
        self.steps.next();
        match id {
            None => self.found(Rule::HeadingWithoutId, range),
            Some(id) => {
                if !self.heading_ids.insert(id.to_string()) {
                    let finding = Diagnostic::at(Rule::DuplicateHeading, &self.first_line(range));
                    self.findings.push(finding.with("id", &id));
                }
                self.scope = id.into_string();
            }
        }
        self.counter = 0;
        let key = format!("{}.heading", self.scope);
        Block::Heading { level: level as u8, id: self.scope.clone(), prose: self.unit(key, line) }
    }

    fn code(&mut self) -> String {
        let mut code = String::new();
        while let Some((Event::Text(text), _)) = self.steps.next() {
            code.push_str(&text);
        }
        code
    }

    fn table(&mut self) -> Block {
        let mut head = Vec::new();
        let mut rows = Vec::new();
        while let Some((Event::Start(row), range)) = self.steps.next() {
            let mut cells = Vec::new();
            while let Some((Event::Start(_), _)) = self.steps.next() {
                let line = Line::read(&mut self.steps);
                cells.push(self.next_unit(line));
                self.steps.next();
            }
            if row == Tag::TableHead {
                head = cells;
                continue;
            }
            let written = cells_written(&self.prepared.text[range.clone()]);
            if written != head.len() {
                let finding = Diagnostic::at(Rule::UnevenRow, &self.first_line(&range));
                self.findings.push(finding.with("cells", written).with("columns", head.len()));
            }
            rows.push(cells);
        }
        Block::Table { head, rows }
    }

    fn next_unit(&mut self, line: Line) -> Prose {
        self.counter += 1;
        self.unit(format!("{}.{}", self.scope, self.counter), line)
    }

    fn unit(&mut self, key: String, mut line: Line) -> Prose {
        for (rule, range) in &line.faults {
            self.found(*rule, range);
        }
        if let Some(run) = line.literal(&self.prepared.text) {
            self.found(Rule::LiteralAsterisks, &run);
        }
        let targets = line.targets.into_iter().map(|target| self.target(target)).collect();
        line.inlines.shrink_to_fit();
        Prose { key, inlines: line.inlines, targets, span: self.span(&line.range) }
    }

    /// A link or picture at its address, or as a whole where that is written otherwise.
    fn target(&self, (range, to, shows): (Range<usize>, String, Option<String>)) -> Target {
        let written = &self.prepared.text[range.clone()];
        let address = written.rfind(&to).filter(|_| !to.is_empty());
        let at = address.map_or(range.clone(), |at| range.start + at..range.start + at + to.len());
        Target { to, shows, span: self.first_line(&at) }
    }

    /// Tells of lines of the paragraph at `range` that were meant as headings.
    fn no_heading(&mut self, range: &Range<usize>) {
        for line in slip::headings(&self.prepared.text[range.clone()]) {
            self.found(Rule::MarksWithoutSpace, &(range.start + line.start..range.start + line.end));
        }
    }

    fn found(&mut self, rule: Rule, range: &Range<usize>) {
        self.findings.push(Diagnostic::at(rule, &self.first_line(range)));
    }

    fn first_line(&self, range: &Range<usize>) -> Span {
        let span = self.span(range);
        let length = span.text().find('\n').unwrap_or(span.text().len());
        span.part(0..length)
    }

    fn span(&self, range: &Range<usize>) -> Span {
        self.body.part(self.prepared.original(range))
    }
}

/// How many cells a table row has as written; the parser drops those beyond the head's.
fn cells_written(row: &str) -> usize {
    let row = row.trim();
    let row = row.strip_prefix('|').unwrap_or(row);
    let bars: Vec<usize> =
        row.match_indices('|').map(|(at, _)| at).filter(|&at| !row[..at].ends_with('\\')).collect();
    let closed = bars.last().is_some_and(|&at| at + 1 == row.len());
    bars.len() + usize::from(!closed)
}
