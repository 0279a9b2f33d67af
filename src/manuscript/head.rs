//! What a section shows beside its title: the pillars of 総合戦略 and the marks of the Sustainable
//! Development Goals.

use super::line::Kind;
use super::reader::Reader;
use super::text::{squeeze, tidy};
use crate::diagnostic::Rule;
use crate::localise::catalogue::embedded_word;
use crate::plan::SDGS;

/// The language that manuscripts are in.
const JAPANESE: &str = "ja";

/// The longest word of a pillar, in characters.
const LONGEST_PILLAR: usize = 8;

/// The longest line of the words on a mark, in characters.
const LONGEST_MARK: usize = 20;

impl Reader<'_> {
    /// Whether the section has begun and its text has not.
    fn is_in_head(&mut self) -> bool {
        self.draft.section().is_some_and(|section| section.page.blocks.is_empty())
    }

    /// 総合戦略 and the words below it.
    pub(super) fn pillars(&mut self) {
        if !self.is_in_head() {
            self.keep_line();
            return;
        }
        self.drop_line();
        loop {
            let next = self.printed(self.at);
            let words = match self.kind(next) {
                Kind::Text => self.pillar_words(self.lines[next].text),
                _ => None,
            };
            let (Some(words), Some(section)) = (words, self.draft.section()) else { break };
            for word in words {
                if !section.pillars.contains(&word) {
                    section.pillars.push(word);
                }
            }
            self.at = next + 1;
        }
    }

    /// The pillars that `line` names, if it names nothing else.
    fn pillar_words(&self, line: &str) -> Option<Vec<String>> {
        let divides = |sign: char| sign.is_whitespace() || "、・/／".contains(sign);
        let words = line.split(divides).map(tidy).filter(|word| !word.is_empty());
        let is_pillar = |word: &String| match self.known_pillars {
            [] => word.chars().count() <= LONGEST_PILLAR && word.chars().all(char::is_alphanumeric),
            known => known.contains(word),
        };
        let words: Vec<String> = words.collect();
        (!words.is_empty() && words.iter().all(is_pillar)).then_some(words)
    }

    /// SDGs and the numbers below it. The words on a mark go where they are the goal's name, which
    /// the pages print.
    pub(super) fn goals(&mut self) {
        if !self.is_in_head() {
            self.keep_line();
            return;
        }
        let head = self.lines[self.at].span.clone();
        self.at += 1;
        let mut words: Option<(u32, String)> = None;
        loop {
            let next = self.printed(self.at);
            let (number, text) = match *self.kind(next) {
                Kind::Number(number) => (Some(number), ""),
                Kind::Section { number, title, .. } => (Some(number), title),
                Kind::Text => (None, self.lines[next].text),
                _ => break,
            };
            let (goal, before) = match (number, words) {
                (Some(goal), _) => (goal, String::new()),
                (None, Some((goal, before))) if text.chars().count() <= LONGEST_MARK => (goal, before),
                _ => break,
            };
            let said = before.clone() + &squeeze(text);
            let is_goal = u8::try_from(goal).is_ok_and(|goal| SDGS.contains(&goal));
            if !is_goal || number.is_some() && !name(goal).starts_with(&said) {
                break;
            }
            self.at = next;
            self.mark(number, name(goal).starts_with(&said));
            words = Some((goal, if name(goal).starts_with(&said) { said } else { before }));
        }
        if self.draft.section().is_some_and(|section| section.goals.is_empty()) {
            self.draft.keep(&head, Rule::GoalsLost);
        } else {
            self.draft.dropped.push(head);
        }
    }

    /// Takes the next line, which gives the `number` of a goal or some of the words on its mark.
    fn mark(&mut self, number: Option<u32>, is_name: bool) {
        if let (Some(goal), Some(section)) = (number, self.draft.section())
            && !section.goals.contains(&goal)
        {
            section.goals.push(goal);
        }
        if is_name { self.drop_line() } else { self.keep_line() }
    }
}

/// The name of a goal, squeezed, as the pages print it.
fn name(goal: u32) -> String {
    squeeze(&embedded_word(JAPANESE, &format!("sdg.{goal}")).unwrap_or_default())
}
