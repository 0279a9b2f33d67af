//! What search engines print under a page's title: the beginning of the page's own text, and for a page
//! without any a sentence that says what it is and names what stands on it.

use super::view::TextView;
use super::{Desk, Extent, Page};
use crate::localise::State;
use crate::read::markdown::{Block, bare, text_of};
use crate::value::text_width::is_wide;

/// Search engines print about 120 wide characters or 155 narrow ones.
const ROOM: usize = 120 * WIDE;
const WIDE: usize = 4;
const NARROW: usize = 3;

/// Text that ends in a sentence fills at least this part of the room; otherwise it goes on to a phrase.
const LEAST: usize = ROOM / 3;

impl Desk<'_> {
    /// The description of the page called `title`.
    pub(super) fn description(&self, title: &TextView) -> String {
        if let Some(text) = self.first_paragraph() {
            return beginning(&text);
        }
        let edition = self.edition;
        let plan = edition.phrase(&edition.plan.title).text;
        let list = self.names_on_page().join(&edition.word("punctuation.comma"));
        let key = self.page.description(self.shelf.extent) + if list.is_empty() { "" } else { "-list" };
        let values = [("title", title.text.as_str()), ("plan", &plan), ("list", &list)];
        beginning(&edition.word_with(&key, &values))
    }

    /// The sections that the page leads to, or the terms that it explains.
    fn names_on_page(&self) -> Vec<String> {
        let extent = self.shelf.extent;
        let name = |unit| bare(&self.edition.phrase(unit).text);
        match self.page {
            Page::Chapter(chapter) => chapter.sections.iter().map(|section| name(&section.title)).collect(),
            Page::Pillar(..) | Page::Sdg(_) => {
                let named = extent.topic(self.page).map(|topic| topic.sections.on(self.part));
                named.unwrap_or_default().iter().map(|(_, section)| name(&section.title)).collect()
            }
            Page::Glossary => extent.terms.on(self.part).iter().map(|term| name(&term.term)).collect(),
            _ => Vec::new(),
        }
    }

    /// The first paragraph of a chapter or a section in the page's language; nothing where it has no
    /// translation, or one that fell behind: no notice could stand beside it here.
    fn first_paragraph(&self) -> Option<String> {
        let text = match self.page {
            Page::Chapter(chapter) => &chapter.text,
            Page::Section(_, section) => &section.text,
            _ => return None,
        };
        let prose = text.blocks.iter().find_map(|block| match block {
            Block::Paragraph(prose) => Some(prose),
            _ => None,
        })?;
        let passage = self.edition.passage(text, prose);
        let words = bare(&text_of(passage.inlines)).trim().to_owned();
        let current = matches!(passage.state, State::Source | State::Translated);
        (current && !words.is_empty()).then_some(words)
    }
}

impl Page<'_> {
    /// The key of the sentence that says what it is. A plan that `extent` divides says it otherwise.
    pub(in crate::render) fn description(self, extent: &Extent<'_>) -> String {
        let kind = self.kind();
        match self {
            page if page.is_of_chapter() => format!("description.{kind}-chapter"),
            Page::Downloads if !extent.whole => format!("description.{kind}-chapters"),
            _ => format!("description.{kind}"),
        }
    }
}

/// As much of `text` as there is room for: whole sentences, or up to a phrase.
fn beginning(text: &str) -> String {
    let (mut used, mut sentence, mut phrase) = (0, None, 0);
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        used += if is_wide(character) { WIDE } else { NARROW };
        if used > ROOM {
            let cut = sentence.map(|end| text[..end].to_owned());
            let end = if phrase > 0 { phrase } else { at };
            return cut.unwrap_or_else(|| format!("{}…", text[..end].trim_end_matches([',', '、', ' '])));
        }
        let after = at + character.len_utf8();
        let next = characters.peek().map_or(' ', |(_, next)| *next);
        match character {
            // A sentence in brackets is a part of another.
            '。' | '！' | '？' if used >= LEAST && !"」』）".contains(next) => sentence = Some(after),
            '.' | '!' | '?' if used >= LEAST && next == ' ' => sentence = Some(after),
            '、' | ' ' => phrase = at,
            _ => {}
        }
    }
    text.to_owned()
}

#[cfg(test)]
mod tests {
    use super::beginning;

    #[test]
    fn text_that_has_room_stands_whole() {
        for text in ["町の文です。", "A text.", "", &"長".repeat(120), &"a".repeat(160)] {
            assert_eq!(beginning(text), *text);
        }
    }

    #[test]
    fn longer_text_ends_with_a_sentence() {
        let first = format!("{}。", "文".repeat(60));
        assert_eq!(beginning(&format!("{first}{}。", "字".repeat(90))), first);
        let first = format!("One{} two.", " word".repeat(20));
        assert_eq!(beginning(&format!("{first} Version 2.0 of{} it.", " word".repeat(20))), first);
    }

    #[test]
    fn a_sentence_too_long_or_too_short_is_left_at_a_phrase_or_at_worst_at_a_letter() {
        let text = format!("「{}。」と{}", "前".repeat(90), "後".repeat(90));
        assert_eq!(beginning(&text), format!("「{}。」と{}…", "前".repeat(90), "後".repeat(26)));
        let text = format!("はい。{}、{}。", "前".repeat(90), "後".repeat(90));
        assert_eq!(beginning(&text), format!("はい。{}…", "前".repeat(90)));
        assert_eq!(beginning(&"word, ".repeat(40)), format!("{}word…", "word, ".repeat(25)));
        assert_eq!(beginning(&"長".repeat(121)), format!("{}…", "長".repeat(120)));
    }
}
