//! `locales/terms.yml`: the words that a town and its translators agreed on.

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};

use super::yaml::{self, Yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source};
use crate::value::Language;

/// A term and what was agreed on it.
#[derive(Debug, Clone, Default)]
pub struct AgreedTerm {
    /// The term in the plan's own language.
    pub source: String,
    /// The translations that may be used, by language tag.
    pub forms: Vec<(String, Vec<String>)>,
    /// The translations that may not be used, by language tag.
    pub avoid: Vec<(String, Vec<String>)>,
}

/// Keys of a term beside the languages; `note` is for who reads the file.
const AVOID: &str = "avoid";
const NOTE: &str = "note";

/// Reads the agreed terms of a plan in `languages`, of which the first is its own.
pub fn read_terms(source: &Source, languages: &[Language], findings: &mut Diagnostics) -> Vec<AgreedTerm> {
    let whole = source.span(0..source.text().len());
    let Some(yaml) = yaml::parse::<Option<Vec<Entry>>>(&whole, findings) else { return Vec::new() };
    let Some((own, others)) = languages.split_first() else { return Vec::new() };
    let mut terms = Vec::new();
    for (position, entry) in yaml.data.iter().flatten().enumerate() {
        let path = position.to_string();
        let known = languages.iter().map(Language::as_str).chain([AVOID, NOTE]);
        unknown(&yaml, &path, &entry.forms, &known.collect::<Vec<_>>(), findings);
        let known = others.iter().map(Language::as_str);
        unknown(&yaml, &format!("{path}/{AVOID}"), &entry.avoid, &known.collect::<Vec<_>>(), findings);
        yaml.require(&path, &[own.as_str()], findings);
        let (of_source, forms): (Vec<_>, Vec<_>) =
            entry.forms.iter().cloned().partition(|(language, _)| language == own.as_str());
        terms.extend(of_source.into_iter().flat_map(|(_, written)| written).map(|source| AgreedTerm {
            source,
            forms: forms.clone(),
            avoid: entry.avoid.clone(),
        }));
    }
    terms
}

/// Finds fault with the keys of `written`, the mapping at `path`, that are not `known`.
fn unknown(
    yaml: &Yaml<Option<Vec<Entry>>>,
    path: &str,
    written: &[(String, Vec<String>)],
    known: &[&str],
    findings: &mut Diagnostics,
) {
    for (key, _) in written.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
        let finding = Diagnostic::at(Rule::UnknownKey, &yaml.key(&format!("{path}/{key}"))).with("key", key);
        findings.push(finding.suggest(key, known.iter().copied()));
    }
}

/// A term as written.
#[derive(Debug, Clone, Default)]
struct Entry {
    forms: Vec<(String, Vec<String>)>,
    avoid: Vec<(String, Vec<String>)>,
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Keys;
        impl<'de> Visitor<'de> for Keys {
            type Value = Entry;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a mapping of keys to text")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
                let mut entry = Entry::default();
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        AVOID => entry.avoid = map.next_value::<ByLanguage>()?.0,
                        NOTE => drop(map.next_value::<String>()?),
                        _ => entry.forms.push((key, map.next_value::<OneOrMore>()?.0)),
                    }
                }
                Ok(entry)
            }
        }
        deserializer.deserialize_map(Keys)
    }
}

/// Texts under language tags, in the order of the file.
struct ByLanguage(Vec<(String, Vec<String>)>);

impl<'de> Deserialize<'de> for ByLanguage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Entry { forms, .. } = Entry::deserialize(deserializer)?;
        Ok(Self(forms))
    }
}

/// One text or a list of texts.
struct OneOrMore(Vec<String>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextOrList;
        impl<'de> Visitor<'de> for TextOrList {
            type Value = OneOrMore;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("text or a list of texts")
            }

            fn visit_str<E>(self, text: &str) -> Result<OneOrMore, E> {
                Ok(OneOrMore(vec![text.to_owned()]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<OneOrMore, A::Error> {
                let mut texts = Vec::new();
                while let Some(text) = list.next_element()? {
                    texts.push(text);
                }
                Ok(OneOrMore(texts))
            }
        }
        deserializer.deserialize_any(TextOrList)
    }
}

#[cfg(test)]
mod tests {
    use super::read_terms;
    use crate::diagnostic::{Diagnostics, Rule, Source};
    use crate::value::Language;

    fn read(text: &str) -> (Vec<super::AgreedTerm>, Vec<Rule>) {
        let languages = ["ja", "pt"].map(|tag| Language::parse(tag).unwrap());
        let mut findings = Diagnostics::new();
        let terms = read_terms(&Source::new("locales/terms.yml", text), &languages, &mut findings);
        (terms, findings.iter().map(|finding| finding.rule).collect())
    }

    #[test]
    fn a_term_has_one_form_or_several_and_forms_to_avoid() {
        let text =
            "- ja: 計画\n  pt: [Plano, Planejamento]\n  avoid: {pt: Projeto}\n  note: sim\n- {ja: 町}\n";
        let (terms, findings) = read(text);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(terms[0].forms, [("pt".into(), vec!["Plano".into(), "Planejamento".into()])]);
        assert_eq!(terms[0].avoid, [("pt".into(), vec!["Projeto".into()])]);
        assert_eq!(terms[1].source, "町");
    }

    #[test]
    fn a_file_without_terms_is_no_mistake() {
        assert!(read("# none yet\n").1.is_empty());
        assert!(read("").1.is_empty());
    }

    #[test]
    fn what_is_no_term_is_told() {
        for (text, rule) in [
            ("- pt: Plano\n", Rule::MissingKey),
            ("- ja: 計画\n  tp: Plano\n", Rule::UnknownKey),
            ("- ja: 計画\n  avoid: {xx: Plano}\n", Rule::UnknownKey),
            ("- ja: 計画\n  pt: {a: b}\n", Rule::WrongType),
            ("ja: 計画\n", Rule::WrongType),
        ] {
            assert_eq!(read(text).1, [rule], "{text}");
        }
    }
}
