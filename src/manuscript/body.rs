//! The text below the front matter.

use std::collections::HashSet;

use super::draft::{Block, Content, Kept};
use crate::diagnostic::{Rule, Span};
use crate::read::markdown::verbatim;

/// The Markdown of `blocks`; those that it cannot say are `kept`.
pub(super) fn body(blocks: &[Block], kept: &mut Vec<Kept>) -> String {
    let mut body = Vec::new();
    let mut ids = HashSet::new();
    let mut refuse = |span: &Span| kept.push(Kept { span: span.clone(), rule: Rule::NotPlaced });
    let is_item = |block: &Block| matches!(block.content, Content::Item { .. });
    // Items that follow one another are one list.
    for blocks in blocks.chunk_by(|one, next| is_item(one) && is_item(next)) {
        let written = match &blocks[0].content {
            Content::Item { .. } => list(blocks, &mut refuse),
            Content::Paragraph(text) => verbatim(text),
            Content::Heading { text, id } => {
                verbatim(text).map(|words| format!("## {words} {{#{}}}", unique(*id, &mut ids)))
            }
        };
        match written {
            Some(written) => body.push(format!("\n{written}\n")),
            None => refuse(&blocks[0].span),
        }
    }
    body.concat()
}

/// `id`, or another for a heading that plans do not have in common, with a number where it is taken.
fn unique(id: Option<&str>, ids: &mut HashSet<String>) -> String {
    let plain = id.map(str::to_owned);
    let numbered = (1..).map(|number| match id {
        Some(id) => format!("{id}-{}", number + 1),
        None => format!("heading-{number}"),
    });
    let free = plain.into_iter().chain(numbered).find(|id| !ids.contains(id)).unwrap_or_default();
    ids.insert(free.clone());
    free
}

/// A list. Printed numbers stay in the text unless Markdown counts just so.
fn list(items: &[Block], refuse: &mut impl FnMut(&Span)) -> Option<String> {
    let first = items.iter().find_map(|item| match item.content {
        Content::Item { number, .. } => number,
        _ => None,
    });
    let counts = first.is_some()
        && items.iter().zip(first.unwrap_or_default()..).all(
            |(item, wanted)| matches!(item.content, Content::Item { number: Some(number), .. } if number == wanted),
        );
    let mut lines = Vec::new();
    for item in items {
        let Content::Item { number, text, printed } = &item.content else { continue };
        let (mark, text) = match number {
            Some(number) if counts => (format!("{number}."), text),
            Some(_) => ("-".to_owned(), printed),
            None => ("-".to_owned(), text),
        };
        match verbatim(text) {
            Some(written) => lines.push(format!("{mark} {written}")),
            None => refuse(&item.span),
        }
    }
    (!lines.is_empty()).then(|| lines.join("\n"))
}
