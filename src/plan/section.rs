//! Chapters, sections and glossary entries.

use std::collections::BTreeSet;

use super::unit::{Scope, Text};
use super::{Indicator, Kind, Plan, Unit, Value, entry};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Span};
use crate::read::{ChapterFile, SectionFile, TermFile};

/// A chapter.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its folder's name, in addresses of every language: `3-administration`.
    pub name: String,
    /// The printed numeral.
    pub numeral: Option<Unit>,
    /// Its title.
    pub title: Unit,
    /// The text before its sections.
    pub text: Text,
    /// Its sections in order.
    pub sections: Vec<Section>,
}

/// A section.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its file's name, in addresses of every language: `1-efficient-administration`.
    pub name: String,
    /// The number it is printed under: the one its file's name begins with.
    pub number: Option<u32>,
    /// Its title.
    pub title: Unit,
    /// The ids of its pillars, as printed for this section and no others.
    pub pillars: Vec<String>,
    /// The numbers of its Sustainable Development Goals, likewise.
    pub sdgs: Vec<u8>,
    /// Its indicators: the KGI, then the KPI, each in the printed order.
    pub indicators: Vec<Indicator>,
    /// Its text.
    pub text: Text,
    /// The numbers of the notes whose marks stand in it, ascending.
    pub notes: BTreeSet<u32>,
    /// Who answers questions about it.
    pub contact: Option<Unit>,
    /// The pages of the printed plan, as written.
    pub source_pages: Option<String>,
}

impl Chapter {
    /// Its own text and those of its sections, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.text).chain(self.sections.iter().map(|section| &section.text))
    }
}

impl Section {
    /// The indicators of one of its tables.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = &Indicator> {
        self.indicators.iter().filter(move |indicator| indicator.kind == kind)
    }

    /// Every string of its front matter that has a translation.
    pub fn fields(&self) -> Vec<&Unit> {
        let mut units = vec![&self.title];
        units.extend(&self.contact);
        for indicator in &self.indicators {
            units.push(&indicator.name);
            units.extend([&indicator.baseline, &indicator.target].into_iter().flat_map(Value::units));
            units.extend(indicator.source.iter().chain(&indicator.note));
            units.extend(indicator.actuals.iter().flat_map(|(_, value)| value.units()));
            if let Some(benchmark) = &indicator.benchmark {
                units.push(&benchmark.name);
                units.extend(benchmark.actuals.iter().flat_map(|(_, value)| value.units()));
            }
        }
        units
    }
}

/// A glossary entry.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its file's name.
    pub name: String,
    /// The number of its note mark.
    pub number: u32,
    /// The term.
    pub term: Unit,
    /// How it is read, in hiragana.
    pub reading: String,
    /// Where that stands.
    pub reading_place: Span,
    /// The definition.
    pub text: Text,
    /// The sections that use it, in order, each once.
    pub uses: Vec<Use>,
    /// Where its number stands.
    pub place: Span,
}

/// A section that uses a glossary entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The position of the chapter in the plan.
    pub chapter: usize,
    /// The position of the section in its chapter.
    pub section: usize,
    /// Where in the section.
    pub at: Place,
}

/// Where in a section a note mark stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// In its text.
    Text,
    /// At the indicator with this id.
    Indicator(String),
    /// In its title or another of its facts.
    Head,
}

/// How many goals the 2030 Agenda has (A/RES/70/1).
pub(crate) const SDGS: std::ops::RangeInclusive<u8> = 1..=17;

pub(super) fn chapter(file: &mut ChapterFile, plan: &Plan, findings: &mut Diagnostics) -> Chapter {
    let path = format!("{}/chapter", file.name);
    let scope = Scope::new(&path, &file.fields);
    let fields = &file.fields.data;
    Chapter {
        name: file.name.clone(),
        numeral: fields.numeral.as_ref().map(|numeral| scope.unit("numeral", "numeral", numeral)),
        title: scope.unit("title", "title", &fields.title),
        text: Text { file: path.clone(), blocks: std::mem::take(&mut file.body) },
        sections: (file.sections.iter_mut())
            .filter(|section| !section.fields.data.draft)
            .map(|section| self::section(section, &file.name, plan, findings))
            .collect(),
    }
}

fn section(file: &mut SectionFile, chapter: &str, plan: &Plan, findings: &mut Diagnostics) -> Section {
    let path = format!("{chapter}/{}", file.name);
    let scope = Scope::new(&path, &file.fields);
    let fields = &file.fields.data;
    let mut indicators = entry::indicators(Kind::Kgi, &fields.kgi, &scope, plan, findings);
    indicators.extend(entry::indicators(Kind::Kpi, &fields.kpi, &scope, plan, findings));
    let digits: String = file.name.chars().take_while(char::is_ascii_digit).collect();
    Section {
        name: file.name.clone(),
        number: digits.parse().ok(),
        title: scope.unit("title", "title", &fields.title),
        pillars: pillars(file, plan, findings),
        sdgs: sdgs(file, findings),
        indicators,
        text: Text { file: path.clone(), blocks: std::mem::take(&mut file.body) },
        notes: BTreeSet::new(),
        contact: fields.contact.as_ref().map(|contact| scope.unit("contact", "contact", contact)),
        source_pages: fields.source_pages.clone(),
    }
}

fn pillars(file: &SectionFile, plan: &Plan, findings: &mut Diagnostics) -> Vec<String> {
    let mut pillars = Vec::new();
    for (position, written) in file.fields.data.pillars.iter().enumerate() {
        if let Some((id, _)) = plan.pillars.iter().find(|(_, word)| word.text == *written) {
            pillars.push(id.clone());
        } else {
            let at = file.fields.value(&format!("pillars/{position}"));
            let finding = Diagnostic::at(Rule::UnknownPillar, &at).with("pillar", written);
            let known: Vec<&str> = plan.pillars.iter().map(|(_, word)| word.text.as_str()).collect();
            let shown = if known.is_empty() { "—".to_owned() } else { known.join("、") };
            let finding = finding.with("known", shown);
            let by_id = plan.pillars.iter().find(|(id, _)| id == written).map(|(_, word)| word.text.clone());
            findings.push(match by_id {
                Some(word) => Diagnostic { meant: Some(word), ..finding },
                None => finding.suggest(written, known),
            });
        }
    }
    pillars
}

fn sdgs(file: &SectionFile, findings: &mut Diagnostics) -> Vec<u8> {
    let mut sdgs = Vec::new();
    for (position, written) in file.fields.data.sdgs.iter().enumerate() {
        if let Some(goal) = super::grammar::fold(written).parse().ok().filter(|goal| SDGS.contains(goal)) {
            sdgs.push(goal);
        } else {
            let at = file.fields.value(&format!("sdgs/{position}"));
            findings.push(Diagnostic::at(Rule::UnknownSdg, &at).with("sdg", written));
        }
    }
    sdgs
}

pub(super) fn term(file: &mut TermFile) -> Term {
    let path = format!("glossary/{}", file.name);
    let scope = Scope::new(&path, &file.fields);
    Term {
        name: file.name.clone(),
        number: file.fields.data.number,
        term: scope.unit("term", "term", &file.fields.data.term),
        reading: file.fields.data.reading.clone(),
        reading_place: file.fields.value("reading"),
        text: Text { file: path.clone(), blocks: std::mem::take(&mut file.body) },
        uses: Vec::new(),
        place: file.fields.value("number"),
    }
}
