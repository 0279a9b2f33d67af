//! Merges what came back with what the project has, text by text. What is not taken is told.

use std::collections::{BTreeMap, HashMap};

use super::normal;
use super::placing::{once, placed};
use super::returned::{Delivery, Returned};
use super::verdict::{Ours, Verdict, verdict};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, has_error};
use crate::plan::{Plan, Unit};
use crate::read::locale_file::{TranslatedUnit, TranslationFile, Waiver};
use crate::translate::check::{Pair, waiver};
use crate::translate::lines::notes;
use crate::translate::status::translated;
use crate::translate::sync::{Arrival, Arrivals, Synced, with_arrivals};

/// What is wrong with a translation by itself.
pub type Check<'a> = &'a dyn Fn(&Pair<'_>) -> Diagnostics;

/// What came of a delivery.
#[derive(Debug, Default)]
pub struct Taken {
    /// The translation files that change.
    pub files: Vec<Synced>,
    /// How many translations were taken, by the paths of their files.
    pub taken: BTreeMap<String, usize>,
    /// Translations that say nothing new.
    pub unchanged: usize,
    /// Translations that were not taken.
    pub refused: usize,
    /// Why; and what is worth a look in those that were taken.
    pub findings: Diagnostics,
}

impl Taken {
    /// Whether the delivery holds nothing that the project does not have.
    pub fn is_nothing(&self) -> bool {
        self.files.is_empty() && self.findings.is_empty()
    }
}

/// Takes from `delivery` what is new to `files`, which have been aligned with `plan`. Nothing that `check`
/// calls an error is taken.
pub fn take(plan: &Plan, files: &[TranslationFile], delivery: &Delivery, check: Check<'_>) -> Taken {
    let units = plan.units();
    let written = translated(files);
    let all: HashMap<(&str, &str), &TranslatedUnit> = (files.iter())
        .flat_map(|file| file.units.iter().map(|unit| ((file.of.as_str(), unit.key.as_str()), unit)))
        .collect();
    let mut merge =
        Merge { plan, files, delivery, check, arrivals: BTreeMap::new(), taken: Taken::default() };
    let (once, twice) = once(&delivery.all);
    for finding in twice {
        merge.refuse(finding);
    }
    let (placed, left) = placed(&units, once);
    let stranger =
        left.first().filter(|_| placed.is_empty() && !left.iter().any(|left| merge.has_file(left)));
    if let Some(first) = stranger {
        // The file of another plan is told of once.
        let finding = Diagnostic::at(Rule::NoExchange, &first.id_span);
        merge.refuse(finding.with("language", plan.source_language()));
        merge.taken.refused = delivery.all.len();
        return merge.taken;
    }
    for (unit, returned) in placed {
        let noted = all.get(&(unit.file(), unit.key())).map(|unit| notes(unit)).unwrap_or_default();
        merge.text(unit, &returned, written.get(&(unit.file(), unit.key())).copied(), &noted);
    }
    for returned in left {
        merge.orphan(&returned, &units);
    }
    merge.conclude()
}

struct Merge<'a> {
    plan: &'a Plan,
    files: &'a [TranslationFile],
    delivery: &'a Delivery,
    check: Check<'a>,
    arrivals: BTreeMap<String, Arrivals>,
    taken: Taken,
}

impl Merge<'_> {
    fn has_file(&self, returned: &Returned) -> bool {
        self.files.iter().any(|file| file.of == returned.file())
    }

    /// Merges `returned` with the translation of `unit`, of which the project has `written`, with the
    /// comments `noted`.
    fn text(&mut self, unit: &Unit, returned: &Returned, written: Option<&TranslatedUnit>, noted: &[String]) {
        let (source, text) = written.map_or(("", ""), |written| (written.source.as_str(), &written.text));
        let (source, text) = match verdict(Ours { today: &unit.text, source, text }, returned) {
            Verdict::Taken(taken) => {
                // The white space around it stays as the project has it.
                let own = [&unit.text, source].into_iter().find(|own| normal(own) == taken);
                (own.map_or(taken.clone(), str::to_owned), normal(&returned.text))
            }
            Verdict::Refused(rule) => {
                let finding = Diagnostic::at(rule, &returned.text_span).with("id", &unit.id);
                return self.refuse(finding.with("ours", text));
            }
            Verdict::Unchanged if returned.notes.iter().any(|note| !noted.contains(note)) => {
                (if text.is_empty() { unit.text.clone() } else { source.to_owned() }, text.to_owned())
            }
            Verdict::Unchanged => {
                self.taken.unchanged += 1;
                return;
            }
        };
        let waivers = written.map_or(&[][..], |written| &written.waivers);
        let mut faults = self.faults(unit, (&source, &text), returned, waivers);
        let refused = has_error(&faults);
        self.taken.findings.append(&mut faults);
        if refused {
            self.taken.refused += 1;
            return;
        }
        let key = unit.key().to_owned();
        let arrival = Arrival { key: key.clone(), source, text, notes: returned.notes.clone() };
        self.arrivals.entry(unit.file().to_owned()).or_default().texts.insert(key, arrival);
    }

    /// What is wrong with the translation `text` of `source`, which `returned` brings for `unit`, and what
    /// its `waivers` in the project do not cover.
    fn faults(
        &self,
        unit: &Unit,
        (source, text): (&str, &str),
        returned: &Returned,
        waivers: &[Waiver],
    ) -> Diagnostics {
        let span = &returned.text_span;
        let pair = Pair { plan: self.plan, unit, source, text, language: &self.delivery.language, span };
        let found = if text.is_empty() { Diagnostics::new() } else { (self.check)(&pair) };
        let mut faults = waiver::apply(waivers, found);
        faults.retain(|finding| finding.rule != Rule::UnusedWaiver);
        if unit.markdown {
            crate::read::markdown::read_translation(text, span, &mut faults);
        }
        faults
    }

    /// Keeps what no text of the plan is the source of with what else its file has of that.
    fn orphan(&mut self, returned: &Returned, units: &[Unit]) {
        let previous = Some(&returned.previous).filter(|previous| returned.behind && !previous.is_empty());
        let (source, text) = (normal(previous.unwrap_or(&returned.source)), normal(&returned.text));
        let mut known = self.files.iter().flat_map(|file| file.units.iter().chain(&file.orphans));
        if known.any(|unit| (normal(&unit.source), normal(&unit.text)) == (source.clone(), text.clone())) {
            self.taken.unchanged += 1;
            return;
        }
        let Some(file) = self.files.iter().find(|file| file.of == returned.file()) else {
            let finding = Diagnostic::at(Rule::UnknownText, &returned.id_span);
            let ids = units.iter().map(|unit| unit.id.as_str());
            return self.refuse(finding.suggest(&returned.id, ids));
        };
        let finding = Diagnostic::at(Rule::KeptAsOrphan, &returned.text_span).with("id", &returned.id);
        self.taken.findings.push(finding.with("file", file.tail.source.path()));
        let plain = |sign: char| if sign.is_alphanumeric() || "._-".contains(sign) { sign } else { '-' };
        let key = returned.id.split_once('#').map_or("", |(_, key)| key).chars().map(plain).collect();
        let orphan = Arrival { key, source, text, notes: returned.notes.clone() };
        self.arrivals.entry(file.of.clone()).or_default().orphans.push(orphan);
    }

    fn refuse(&mut self, finding: Diagnostic) {
        self.taken.refused += 1;
        self.taken.findings.push(finding);
    }

    /// The files with all that arrived.
    fn conclude(mut self) -> Taken {
        let arrivals = |file: &str| self.arrivals.get(file);
        let arrived: HashMap<&str, usize> = (self.files.iter())
            .filter_map(|file| arrivals(&file.of).map(|here| (file.tail.source.path(), here)))
            .map(|(path, here)| (path, here.texts.len() + here.orphans.len()))
            .collect();
        for written in with_arrivals(self.plan, &self.delivery.language, self.files, arrivals) {
            match written {
                Ok(file) => {
                    self.taken.taken.insert(
                        file.path.clone(),
                        arrived.get(file.path.as_str()).copied().unwrap_or_default(),
                    );
                    self.taken.files.push(file);
                }
                Err(finding) => {
                    self.taken.refused += arrived.get(finding.order().0).copied().unwrap_or_default();
                    self.taken.findings.push(finding);
                }
            }
        }
        self.taken.findings.sort_by(|a, b| a.order().cmp(&b.order()));
        self.taken
    }
}
