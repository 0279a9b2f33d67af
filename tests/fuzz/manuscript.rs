//! The text of a printed chapter. Every file that is made of one can be read.

use super::plan::shown;
use keikaku::diagnostic::{Diagnostics, Source};
use keikaku::manuscript::{Known, read};
use keikaku::read::decode;
use keikaku::read::front_matter::{ChapterFields, SectionFields, TermFields, read_page};

/// Takes `bytes`, whatever they are.
pub fn run(bytes: &[u8]) {
    let Some(text) = decode(bytes) else { return };
    let source = Source::new("fuzz.txt", text.replace("\r\n", "\n").replace('\r', "\n"));
    let mut findings = Diagnostics::new();
    let manuscript = read(&source, &Known::default(), &mut findings);
    shown(&findings);
    for file in manuscript.iter().flat_map(|manuscript| &manuscript.files) {
        let source = Source::new(file.path.as_str(), file.text.as_str());
        let mut findings = Diagnostics::new();
        let read = if file.path.contains("/glossary/") {
            read_page::<TermFields>(&source, &mut findings).is_some()
        } else if file.path.ends_with("/chapter.md") {
            read_page::<ChapterFields>(&source, &mut findings).is_some()
        } else {
            read_page::<SectionFields>(&source, &mut findings).is_some()
        };
        assert!(read, "{findings:?}\n{}", file.text);
    }
}
