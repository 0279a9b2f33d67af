//! Text that has a translation, under the key by which translators find it.

use super::value::REMARK;
use super::{Reading, Value};
use crate::diagnostic::Span;
use crate::read::markdown::{Block, Prose, proses};
use crate::read::yaml::Yaml;

/// A string of front matter.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The file and the key in its translation: `3-administration/1-efficient-administration#title`.
    pub id: String,
    /// The text as printed.
    pub text: String,
    /// Whether the text is Markdown, as bodies are, or plain, as front matter is.
    pub markdown: bool,
    /// Where it stands.
    pub span: Span,
}

impl Unit {
    /// The content file it stands in, without extension and from `content/`; `theme` is the theme's settings.
    pub fn file(&self) -> &str {
        self.id.split('#').next().unwrap_or(&self.id)
    }

    /// Its key in the translation of its file: `situation.1`.
    pub fn key(&self) -> &str {
        self.id.split_once('#').map_or(&self.id, |(_, key)| key)
    }

    /// Whether it has a translation at all: a quantity, or no value, is written by rule in every language.
    pub fn is_translatable(&self) -> bool {
        let figure = self.id.contains("#indicators.")
            && !self.id.ends_with(REMARK)
            && Value::reading_of(&self.text) != Reading::Words;
        !self.text.trim().is_empty() && !figure
    }
}

/// The blocks of a file.
#[derive(Debug, Clone)]
pub struct Text {
    /// The content file, without extension and from `content/`.
    pub file: String,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

impl Text {
    /// Every unit of translation, in order.
    pub fn units(&self) -> impl Iterator<Item = Unit> + '_ {
        proses(&self.blocks).into_iter().map(|prose| self.unit(prose))
    }

    /// The unit that `prose` of this text is.
    pub fn unit(&self, prose: &Prose) -> Unit {
        Unit {
            id: unit_id(&self.file, &prose.key),
            text: prose.text(),
            markdown: true,
            span: prose.span.clone(),
        }
    }
}

/// The name of a unit everywhere: its file and its key.
pub fn unit_id(file: &str, key: &str) -> String {
    format!("{file}#{key}")
}

/// Makes units of one file's front matter.
pub(super) struct Scope<'a, T> {
    pub(super) file: &'a str,
    pub(super) fields: &'a Yaml<T>,
}

impl<'a, T> Scope<'a, T> {
    pub(super) fn new(file: &'a str, fields: &'a Yaml<T>) -> Self {
        Self { file, fields }
    }

    /// The unit `key` with the text that stands under `path` of the front matter.
    pub(super) fn unit(&self, key: &str, path: &str, text: &str) -> Unit {
        Unit {
            id: unit_id(self.file, key),
            text: text.to_owned(),
            markdown: false,
            span: self.fields.value(path),
        }
    }
}
