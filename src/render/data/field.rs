//! What a column is called, and what may stand in it.

use crate::localise::Edition;

/// A column's name and content, and the way to its words.
#[derive(Debug)]
pub(in crate::render) struct Field<'a> {
    /// Its name in the header: `name_pt`.
    pub(in crate::render) name: String,
    /// The key of its words under `data.field`: `name`.
    pub(in crate::render) key: String,
    /// What may stand in it.
    pub(in crate::render) content: Content,
    /// The language of its texts, where there is a column for each.
    edition: Option<&'a Edition<'a>>,
}

/// What may stand in a column.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) enum Content {
    /// Text.
    Text,
    /// A bare whole number.
    Whole,
    /// A bare number, digit for digit.
    Number,
    /// One word of a fixed few.
    Code(Codes),
    /// Words or numbers with a semicolon between them.
    List,
}

/// The words that a column uses, each explained in every language.
#[derive(Debug, Clone, Copy)]
pub(in crate::render) struct Codes {
    /// What the keys of their explanations begin with.
    pub(in crate::render) words: &'static str,
    /// The words.
    pub(in crate::render) codes: &'static [&'static str],
}

/// What stands between the parts of a list. No comma, which would have to be quoted.
pub(in crate::render) const SEPARATOR: &str = ";";

impl<'a> Field<'a> {
    pub(super) fn new(name: impl Into<String>, content: Content) -> Self {
        let name = name.into();
        Self { key: name.clone(), name, content, edition: None }
    }

    /// The column of the texts called `key` in the language of `edition`.
    pub(super) fn text_in(edition: &'a Edition<'a>, key: &str) -> Self {
        // Programs take a column's name as a variable's, which holds no hyphen.
        let language = edition.language.as_str().replace('-', "_");
        let name = format!("{key}_{language}");
        Self { name, key: key.to_owned(), content: Content::Text, edition: Some(edition) }
    }

    /// What stands in it, in the words of `reader`.
    pub(in crate::render) fn title(&self, reader: &Edition<'_>) -> String {
        let title = reader.word(&format!("data.field.{}", self.key));
        match self.edition {
            None => title,
            Some(edition) => {
                let language = edition.word("language.name");
                reader.word_with("data.in-language", &[("field", &title), ("language", &language)])
            }
        }
    }

    /// The explanation of its codes in the words of `reader`; nothing where it has none.
    pub(in crate::render) fn codes(&self, reader: &Edition<'_>) -> Vec<(&'static str, String)> {
        let Content::Code(Codes { words, codes }) = self.content else { return Vec::new() };
        codes.iter().map(|code| (*code, reader.word(&format!("{words}{code}")))).collect()
    }

    /// The title and, where there are any, the codes, in one text.
    pub(super) fn description(&self, reader: &Edition<'_>) -> String {
        let codes: Vec<String> =
            self.codes(reader).into_iter().map(|(code, word)| format!("{code} = {word}")).collect();
        let title = self.title(reader);
        if codes.is_empty() {
            return title;
        }
        format!("{title}{}{}", reader.word("punctuation.colon"), codes.join("; "))
    }
}
