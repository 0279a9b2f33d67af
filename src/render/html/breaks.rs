//! Where a Japanese heading may break: between phrases and nowhere else.

use std::convert::Infallible;

use quick_cache::sync::Cache;

use super::escape;

/// How many headings are remembered: more than the pages of a batch show, and less than a megabyte.
const HEADINGS: usize = 4096;

/// The phrases of Japanese headings. Those that stand on several pages are found once for pages that are made
/// together.
pub(in crate::render) struct Breaks(Cache<String, String>);

impl Default for Breaks {
    fn default() -> Self {
        Self(Cache::new(HEADINGS))
    }
}

impl Breaks {
    /// `text` with a place to break between phrases, escaped.
    pub(super) fn phrases(&self, text: &str) -> String {
        let Ok(phrases) = self.0.get_or_insert_with(text, || Ok::<_, Infallible>(broken(text)));
        phrases
    }
}

/// Phrases longer than this, in characters, also break where kanji meet katakana.
const LONG_PHRASE: usize = 10;

/// What never begins a line: it leans on the phrase before it.
const LEANING: [&str; 8] = ["おける", "により", "による", "より", "よる", "関する", "ついて", "の"];

/// Japanese with a place to break between phrases (the model of `BudouX`), escaped.
fn broken(text: &str) -> String {
    let mut phrases: Vec<String> = Vec::new();
    for phrase in budoux::parse(budoux::models::default_japanese_model(), text) {
        match phrases.last_mut() {
            Some(before) if LEANING.iter().any(|leaning| phrase.starts_with(leaning)) => {
                before.push_str(&phrase);
            }
            _ => phrases.push(phrase),
        }
    }
    let broken = phrases.iter().flat_map(|phrase| at_scripts(phrase));
    broken.map(escape).collect::<Vec<_>>().join("<wbr>")
}

/// A long phrase in parts: 人権教育推進大会参加者 and アンケートで.
fn at_scripts(phrase: &str) -> Vec<&str> {
    if phrase.chars().count() <= LONG_PHRASE {
        return vec![phrase];
    }
    let is_katakana = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー');
    let is_kanji = |c: char| matches!(c, '一'..='鿿' | '々');
    let mut parts = Vec::new();
    let mut start = 0;
    for ((_, before), (at, after)) in phrase.char_indices().zip(phrase.char_indices().skip(1)) {
        if (is_kanji(before) && is_katakana(after)) || (is_katakana(before) && is_kanji(after)) {
            parts.push(&phrase[start..at]);
            start = at;
        }
    }
    parts.push(&phrase[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::Breaks;

    #[test]
    fn a_heading_breaks_between_phrases_and_long_compounds_between_scripts() {
        let phrases = |text| Breaks::default().phrases(text);
        assert_eq!(
            phrases("職員研修のアンケートにより行動変容に繋がった"),
            "職員研修の<wbr>アンケートにより<wbr>行動変容に<wbr>繋がった"
        );
        assert!(phrases("町ぐるみ人権教育推進大会参加者アンケートで").contains("参加者<wbr>アンケートで"));
        assert!(phrases("令和11年度（2029年度）の人口").contains("）の"));
    }
}
