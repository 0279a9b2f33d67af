//! The text of a page: its blocks, the units that translators get, and what stands inside a line.

use super::plan::shown;
use keikaku::diagnostic::{Diagnostics, Source};
use keikaku::read::markdown::{
    RubyPart, bare, headings, note_marks, plain, proses, read_body, read_translation, text_of, verbatim,
    words,
};

/// Takes `text`, whatever it is.
pub fn run(text: &str) {
    let source = Source::new("fuzz.md", text);
    let whole = source.span(0..text.len());
    let mut findings = Diagnostics::new();
    let blocks = read_body(&whole, &mut findings);
    for prose in proses(&blocks) {
        assert!(whole.range.contains(&prose.span.range.start) || prose.span.text().is_empty());
        for target in &prose.targets {
            assert!(target.span.range.end <= text.len());
        }
        let _ = text_of(&prose.inlines);
        read_translation(&prose.text(), &prose.span, &mut findings);
    }
    let _ = headings(&blocks);
    let _ = (plain(text), bare(text), note_marks(&whole), words(text, true, RubyPart::Base));
    read_translation(text, &whole, &mut findings);
    shown(&findings);
    if let Some(markdown) = verbatim(text) {
        let read = read_translation(&markdown, &whole, &mut Diagnostics::new());
        assert_eq!(text_of(&read), text_of(&plain(text)), "{markdown:?}");
    }
}
