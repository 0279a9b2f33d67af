//! The tag that names a language in folders, addresses and look-ups.

use std::fmt;

/// A language tag as content and locale files write it: `ja`, `pt`, `zh-Hant`.
///
/// What a browser is told (`pt-BR`) is a word of the locale file, `language.tag`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(String);

impl Language {
    /// `None` unless `tag` has the shape of a BCP 47 tag: a primary language of two or three
    /// small letters, then subtags of letters and digits.
    pub fn parse(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let primary = parts.next()?;
        let primary_fits =
            (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
        let rest_fits = parts
            .all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
        (primary_fits && rest_fits).then(|| Self(tag.to_owned()))
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn only_a_language_tag_is_a_language() {
        for tag in ["ja", "pt", "zh-Hant", "es-419"] {
            assert!(Language::parse(tag).is_some(), "{tag}");
        }
        for tag in ["", "j", "JA", "japanese", "../ja", "pt_BR", "pt-", "ja/"] {
            assert!(Language::parse(tag).is_none(), "{tag}");
        }
    }
}
