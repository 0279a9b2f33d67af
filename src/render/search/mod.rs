//! Search without a server: for each language a script with everything that can be found, as data.
//!
//! The data is the text itself. The browser folds it once (case, width, kana, accents) and reads it
//! from end to end at every key (`js/page/search.js` of the theme), which takes a few milliseconds on 300 pages:
//! an index of words or bigrams would only add to what is loaded, and a second folding here would have
//! to be kept in step with the browser's.
//!
//! A large plan has several such scripts for each language, so that the first results show before all of
//! them have come.
//!
//! The entries of all languages stand in the same order, and in scripts of the same place. So a page in another language can look up
//! Japanese words in the Japanese script and show what it found under its own titles.

mod entry;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::asset::fingerprinted;
use super::json;
use super::page::{Extent, Page};
use super::press::File;
use crate::localise::Edition;
use entry::{Entry, Finder};

/// The function of the theme's script that takes the data.
const TAKER: &str = "keikakuSearchIndex";

/// The most entries in one script: some 300 KB of Japanese, or 90 on their way.
const MOST: usize = 1500;

/// What a script holds.
#[derive(Serialize)]
struct Index<'e, 'a> {
    /// The language of every text that names none of its own.
    tag: String,
    /// What each kind of entry is called.
    kinds: BTreeMap<&'static str, String>,
    entries: &'e [Entry<'a>],
}

/// The scripts of `edition`, and where they stand. Their links are relative to the search page.
pub(super) fn index(edition: &Edition<'_>, extent: &Extent<'_>) -> Vec<File> {
    let entries = Finder::new(edition, extent, Page::Search.address(edition.language)).entries();
    let word = |kind: &'static str| (kind, edition.word(&format!("search.kind.{kind}")));
    let kinds: BTreeMap<_, _> = entry::KINDS.into_iter().map(word).collect();
    let file = |entries: &[Entry<'_>]| {
        let index = Index { tag: edition.tag(), kinds: kinds.clone(), entries };
        let bytes = script(&index).into_bytes();
        (fingerprinted(&format!("search-{}", edition.language), "js", &bytes), bytes)
    };
    entries.par_chunks(MOST).map(file).collect()
}

/// `data` as a script that does nothing but hand it over.
fn script(data: &impl Serialize) -> String {
    format!("{TAKER}({});\n", json::in_script(data))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::script;

    fn read(script: &str) -> Vec<String> {
        let json = script.strip_prefix("keikakuSearchIndex(").and_then(|rest| rest.strip_suffix(");\n"));
        serde_json::from_str(json.unwrap()).unwrap()
    }

    #[test]
    fn a_text_cannot_end_the_script_or_its_line() {
        let texts = ["</script><!--", "a\u{2028}b\u{2029}c", "\"\\\n"].map(str::to_owned).to_vec();
        let script = script(&texts);
        assert!(!script.contains('<') && !script.contains(['\u{2028}', '\u{2029}']), "{script}");
        assert_eq!(script.lines().count(), 1);
        assert_eq!(read(&script), texts);
    }

    proptest! {
        #[test]
        fn any_text_arrives_as_it_was(texts: Vec<String>) {
            prop_assert_eq!(read(&script(&texts)), texts);
        }
    }
}
