//! What changed in a text since it was translated, by word.

use similar::{Algorithm, ChangeTag, TextDiff};

/// A stretch of two texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// In both.
    Kept(String),
    /// In the older text only.
    Removed(String),
    /// In the newer text only.
    Added(String),
}

/// The way from `old` to `new`: what goes before what comes, word by word.
pub fn diff(old: &str, new: &str) -> Vec<Change> {
    let (old, new) = (words(old), words(new));
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).diff_slices(&old, &new);
    let mut changes: Vec<Change> = Vec::new();
    for change in diff.iter_all_changes() {
        let text = change.value();
        match (change.tag(), changes.last_mut()) {
            (ChangeTag::Equal, Some(Change::Kept(last)))
            | (ChangeTag::Delete, Some(Change::Removed(last)))
            | (ChangeTag::Insert, Some(Change::Added(last))) => last.push_str(text),
            (ChangeTag::Equal, _) => changes.push(Change::Kept(text.to_owned())),
            (ChangeTag::Delete, _) => changes.push(Change::Removed(text.to_owned())),
            (ChangeTag::Insert, _) => changes.push(Change::Added(text.to_owned())),
        }
    }
    changes
}

/// `text` in words. Japanese has no blanks between them, but mostly changes its script where one ends;
/// every kanji means something by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (at, sign) in text.char_indices() {
        let script = Script::of(sign);
        if at > start && (before != Some(script) || matches!(script, Script::Kanji | Script::Sign)) {
            words.push(&text[start..at]);
            start = at;
        }
        before = Some(script);
    }
    words.extend(Some(&text[start..]).filter(|last| !last.is_empty()));
    words
}

/// What kind of word a character is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
    Kanji,
    Number,
    Letter,
    /// A word by itself.
    Sign,
}

impl Script {
    fn of(sign: char) -> Self {
        match sign {
            'ぁ'..='ゟ' => Script::Hiragana,
            'ァ'..='ヿ' => Script::Katakana,
            '々' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' => Script::Kanji,
            '0'..='9' | '０'..='９' | '.' | ',' => Script::Number,
            sign if sign.is_alphanumeric() => Script::Letter,
            _ => Script::Sign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, diff};

    fn shown(old: &str, new: &str) -> String {
        let show = |change: Change| match change {
            Change::Kept(text) => text,
            Change::Removed(text) => format!("[-{text}-]"),
            Change::Added(text) => format!("{{+{text}+}}"),
        };
        diff(old, new).into_iter().map(show).collect()
    }

    #[test]
    fn what_changed_is_told_in_words_and_figures() {
        for (old, new, told) in [
            ("町の割合は88.4%です。", "町の割合は84.8%です。", "町の割合は[-88.4-]{+84.8+}%です。"),
            ("外国人住民への支援", "外国籍住民への情報支援", "外国[-人-]{+籍+}住民への{+情報+}支援"),
            ("国の補助金", "国や県の補助金", "国{+や県+}の補助金"),
            ("窓口【※8】", "窓口", "窓口[-【※8】-]"),
            ("同じ", "同じ", "同じ"),
            ("", "新しい", "{+新しい+}"),
        ] {
            assert_eq!(shown(old, new), told, "{old} → {new}");
        }
    }
}
