//! What belongs to the paper and not to the plan: numbers of pages, running heads.

use std::collections::{HashMap, HashSet};

use super::line::{Kind, Line};
use super::mark::fits_title;
use super::text::squeeze;
use crate::plan::SDGS;

/// How many pages one page number can be ahead of the one before it.
const FURTHEST_PAGE: u32 = 50;

/// For each of `lines`, whether it is furniture of the paper.
pub(super) fn furniture(lines: &[Line<'_>]) -> Vec<bool> {
    let printed: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].kind != Kind::Blank).collect();
    let found = of_printed(&printed.iter().map(|at| &lines[*at]).collect::<Vec<_>>());
    let mut furniture = vec![false; lines.len()];
    for (at, is_furniture) in printed.into_iter().zip(found) {
        furniture[at] = is_furniture;
    }
    furniture
}

/// The same for lines that have no blank ones among them.
fn of_printed(lines: &[&Line<'_>]) -> Vec<bool> {
    let numbers = page_numbers(lines);
    let keys: Vec<String> = lines.iter().map(|line| squeeze(line.text)).collect();
    // Where each text stands first, how often, and how often where a page ends or begins.
    let mut seen: HashMap<&str, (usize, usize, usize)> = HashMap::new();
    for (at, key) in keys.iter().enumerate() {
        let (_, count, beside) = seen.entry(key).or_insert((at, 0, 0));
        *count += 1;
        *beside += usize::from(is_beside_break(lines, &numbers, at));
    }
    let mut furniture = numbers;
    let mut chapters = HashSet::new();
    // Forwards, since a second running head follows the first.
    for at in 0..lines.len() {
        let kind = &lines[at].kind;
        let chapter_again = matches!(kind, Kind::Chapter { number, .. } if !chapters.insert(*number));
        let can_be = matches!(kind, Kind::Text | Kind::Chapter { .. } | Kind::Section { .. });
        if !can_be || !fits_title(lines[at].text) || !is_beside_break(lines, &furniture, at) {
            continue;
        }
        let (first, count, beside) = seen[keys[at].as_str()];
        // The first title of a chapter is its own; a text that only ever stands here is nobody's title.
        let again = count > 1 && (at > first || *kind == Kind::Text && beside == count);
        furniture[at] |= again || chapter_again;
    }
    furniture
}

/// Which lines are the numbers of pages: they rise, and they are no goals under SDGs.
fn page_numbers(lines: &[&Line<'_>]) -> Vec<bool> {
    let (mut last, mut goals) = (None, false);
    let mut numbers = Vec::new();
    for line in lines {
        let page = match line.kind {
            Kind::Number(number) => {
                let goal = goals && u8::try_from(number).is_ok_and(|number| SDGS.contains(&number));
                let rises = last.is_none_or(|last| (last + 1..=last + FURTHEST_PAGE).contains(&number));
                Some(number).filter(|_| rises && !goal)
            }
            _ => None,
        };
        goals = match line.kind {
            Kind::Goals => true,
            Kind::Number(_) => goals,
            Kind::Text | Kind::Section { .. } => goals && fits_title(line.text),
            _ => false,
        };
        last = page.or(last);
        numbers.push(page.is_some());
    }
    numbers
}

/// Whether a page ends or begins at the line `at`.
fn is_beside_break(lines: &[&Line<'_>], furniture: &[bool], at: usize) -> bool {
    let next = at + 1;
    lines[at].new_page
        || at > 0 && furniture[at - 1]
        || next < lines.len() && (furniture[next] || lines[next].new_page)
}
