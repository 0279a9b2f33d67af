//! From [`Project`] to [`Plan`]: what the files mean. Pure: nothing here touches the disk.

mod advice;
pub mod assessment;
mod coherence;
mod entry;
mod footer;
mod grammar;
mod indicator;
mod outline;
mod reference;
mod rules;
mod section;
mod unit;
mod value;

pub use advice::advice;
pub use assessment::{Assessment, Status};
pub use footer::FooterLine;
pub use indicator::{Benchmark, Goal, Indicator, Kind, Measure, Pattern, SurveySize};
pub use rules::{YEARS, is_id, normal_base_url, year_of};
pub(crate) use section::SDGS;
pub use section::{Chapter, Place, Section, Term, Use};
pub use unit::{Text, Unit};
pub use value::{Amount, Bound, Reading, Value};

use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::Project;
use crate::value::{FiscalYear, Language};

/// A town's plan, in the language it was adopted in.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The plan's title.
    pub title: Unit,
    /// The town's name.
    pub town: Unit,
    /// The languages of the site; the first is the plan's own.
    pub languages: Vec<Language>,
    /// The fiscal year of the baselines.
    pub baseline_year: FiscalYear,
    /// The fiscal year of the targets.
    pub target_year: FiscalYear,
    /// The pillars of the strategy: an ASCII id and the printed word.
    pub pillars: Vec<(String, Unit)>,
    /// The chapters in order.
    pub chapters: Vec<Chapter>,
    /// The glossary in the order of the note marks.
    pub terms: Vec<Term>,
    /// Whether anything has been measured since the baselines: without, no indicator has a status.
    pub has_actuals: bool,
    /// The site's address on the web, ending in `/`.
    pub base_url: Option<String>,
    /// Who publishes the plan.
    pub publisher: Option<Unit>,
    /// How to reach them.
    pub contact: Option<Unit>,
    /// The licence of text and data.
    pub licence: Option<Unit>,
    /// The date of the text, as written.
    pub revision: Option<String>,
    /// What stands at the foot of every page, as the theme sets it.
    pub footer: Vec<FooterLine>,
    /// What becomes of translations that fell behind.
    pub outdated: OutdatedPolicy,
}

/// What a page shows where the source changed after it was translated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OutdatedPolicy {
    /// The translation, under a notice.
    #[default]
    Notice,
    /// The source.
    Source,
    /// Nothing: the build fails.
    Error,
}

impl OutdatedPolicy {
    /// Every one.
    pub const ALL: [OutdatedPolicy; 3] =
        [OutdatedPolicy::Notice, OutdatedPolicy::Source, OutdatedPolicy::Error];

    /// The word for it in plan.yml.
    pub fn key(self) -> &'static str {
        match self {
            OutdatedPolicy::Notice => "notice",
            OutdatedPolicy::Source => "source",
            OutdatedPolicy::Error => "error",
        }
    }
}

impl Plan {
    /// The language the plan was adopted in.
    pub fn source_language(&self) -> &Language {
        &self.languages[0]
    }

    /// Whether it has other languages than its own.
    pub fn is_translated(&self) -> bool {
        self.languages.len() > 1
    }

    /// Every section with its chapter, in order.
    pub fn sections(&self) -> impl Iterator<Item = (&Chapter, &Section)> {
        self.chapters
            .iter()
            .flat_map(|chapter| chapter.sections.iter().map(move |section| (chapter, section)))
    }

    /// Every text in the order of the plan, then those of the glossary.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        let of_chapters = self.chapters.iter().flat_map(Chapter::texts);
        of_chapters.chain(self.terms.iter().map(|term| &term.text))
    }

    /// Every indicator in the order of the plan.
    pub fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.sections().flat_map(|(_, section)| &section.indicators)
    }

    /// Every unit that has a translation, in the order of the plan and of its files.
    pub fn units(&self) -> Vec<Unit> {
        let mut units: Vec<Unit> = vec![self.title.clone(), self.town.clone()];
        units.extend(self.pillars.iter().map(|(_, word)| word.clone()));
        units.extend([&self.publisher, &self.contact, &self.licence].into_iter().flatten().cloned());
        units.extend(self.footer.iter().map(|line| line.text.clone()));
        for chapter in &self.chapters {
            units.extend(chapter.numeral.clone());
            units.push(chapter.title.clone());
            units.extend(chapter.text.units());
            for section in &chapter.sections {
                units.extend(section.fields().into_iter().cloned());
                units.extend(section.text.units());
            }
        }
        for term in &self.terms {
            units.push(term.term.clone());
            units.extend(term.text.units());
        }
        units.retain(Unit::is_translatable);
        units
    }

    /// The glossary entry of 【※`number`】.
    pub fn term(&self, number: u32) -> Option<&Term> {
        let at = self.terms.binary_search_by_key(&number, |term| term.number).ok()?;
        self.terms.get(at)
    }
}

/// Gives the project its meaning; what contradicts it is in `findings`. A language's tag must have
/// been found for the plan to be in. The texts of the project move into the plan.
pub fn make(project: &mut Project, findings: &mut Diagnostics) -> Plan {
    let fields = &project.plan.data;
    let facts = unit::Scope::new("plan", &project.plan);
    let years = ["baseline_year", "target_year"].map(|key| {
        let written = if key == "baseline_year" { &fields.baseline_year } else { &fields.target_year };
        rules::year(written, &project.plan.value(key), findings)
    });
    let pillars = (fields.pillars.0.iter())
        .map(|(id, word)| (id.clone(), facts.unit(&format!("pillars.{id}"), &format!("pillars/{id}"), word)))
        .collect();
    for (id, _) in fields.pillars.0.iter().filter(|(id, _)| !rules::is_id(id)) {
        findings
            .push(Diagnostic::at(Rule::BadId, &project.plan.key(&format!("pillars/{id}"))).with("id", id));
    }
    let optional = |key: &str, text: &Option<String>| text.as_ref().map(|text| facts.unit(key, key, text));
    let mut plan = Plan {
        title: facts.unit("title", "title", &fields.title),
        town: facts.unit("town", "town", &fields.town),
        languages: project.languages.clone(),
        baseline_year: years[0],
        target_year: years[1],
        pillars,
        chapters: Vec::new(),
        terms: Vec::new(),
        has_actuals: false,
        base_url: rules::base_url(&project.plan, findings),
        publisher: optional("publisher", &fields.publisher),
        contact: optional("contact", &fields.contact),
        licence: optional("licence", &fields.licence),
        revision: fields.revision.clone(),
        footer: footer::footer(&project.theme, findings),
        outdated: outdated_policy(project, findings),
    };
    plan.chapters = project.chapters.iter_mut().map(|file| section::chapter(file, &plan, findings)).collect();
    let has_actuals = plan.indicators().any(|indicator| !indicator.actuals.is_empty());
    plan.has_actuals = has_actuals;
    plan.terms = project.terms.iter_mut().map(section::term).collect();
    plan.terms.sort_by_key(|term| term.number);
    if plan.target_year <= plan.baseline_year {
        let years = (plan.baseline_year, plan.target_year);
        findings.push(coherence::reversed(years, &project.plan.value("target_year")));
    }
    plan.indicators().for_each(|indicator| coherence::check(indicator, &plan, findings));
    rules::unique_ids(&plan, findings);
    outline::check(&plan, findings);
    reference::resolve(&mut plan, findings);
    plan
}

fn outdated_policy(project: &Project, findings: &mut Diagnostics) -> OutdatedPolicy {
    let choices = OutdatedPolicy::ALL.map(|policy| (policy.key(), policy));
    let written = project.plan.data.outdated.as_deref();
    rules::choice(written, &choices, &project.plan.value("outdated"), findings).unwrap_or_default()
}

/// A finding about a value that is none of `choices`.
fn not_a_choice(written: &str, choices: &[&str], span: &crate::diagnostic::Span) -> Diagnostic {
    let finding = Diagnostic::at(Rule::NotAChoice, span).with("value", written);
    finding.with("choices", choices.join(", ")).suggest(written, choices.iter().copied())
}
