//! What translators edit: the words of the pages and the translations of the plan.

mod reading;
mod stretch;
mod translation;
mod words;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

pub use reading::read_translation;
pub use translation::{Field, ORPHANS, SIMILAR, TranslatedUnit, TranslationFile, Waiver};
pub use words::{WordsFile, read_words};

/// Text, or a mapping of keys to more of the same.
#[derive(Debug, Clone)]
enum Node {
    Text(String),
    Mapping(Vec<(String, Node)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Node;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("text (in quotes if it looks like a number) or a mapping")
            }

            fn visit_str<E>(self, text: &str) -> Result<Node, E> {
                Ok(Node::Text(text.to_owned()))
            }

            fn visit_u64<E>(self, number: u64) -> Result<Node, E> {
                Ok(Node::Text(number.to_string()))
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Text(String::new()))
            }

            /// An empty file.
            fn visit_none<E>(self) -> Result<Node, E> {
                Ok(Node::Text(String::new()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Node::Mapping(entries))
            }
        }
        deserializer.deserialize_any(InOrder)
    }
}
