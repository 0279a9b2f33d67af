//! One indicator on a page: its figures, its sentence, its chart and how it stands.

use super::view::{BenchmarkView, FigureView, IndicatorView, InputView, RuleView, StatusView};
use super::{Desk, Page, chart_file};
use crate::localise::Figure;
use crate::plan::assessment::{Input, Method};
use crate::plan::{Benchmark, Chapter, Indicator, Section, Value};
use crate::render::data::indicator_file;
use crate::value::FiscalYear;

impl Desk<'_> {
    pub(super) fn indicator(
        &self,
        chapter: &Chapter,
        section: &Section,
        indicator: &Indicator,
    ) -> IndicatorView {
        let edition = self.edition;
        let picture = self.shelf.gallery.picture(indicator);
        let pattern = indicator.pattern().key();
        let actual = |(year, value): &(FiscalYear, Value)| self.figure(*year, value, Figure::Actual);
        IndicatorView {
            id: self.id(&indicator.id),
            href: self.href_at(Page::Section(chapter, section), &indicator.id),
            kind: indicator.kind.key(),
            kind_label: edition.word(&format!("indicator.{}", indicator.kind.key())),
            name: self.heading(&indicator.name),
            pattern,
            pattern_label: edition.word(&format!("pattern.{pattern}")),
            baseline: self.figure(indicator.baseline_year, &indicator.baseline, Figure::Baseline),
            target: self.figure(indicator.target_year, &indicator.target, Figure::Target),
            actuals: indicator.actuals.iter().map(actual).collect(),
            latest: indicator.measured().last().map(actual),
            finding: self.phrase(&picture.finding),
            status: self.edition.plan.has_actuals.then(|| self.status(indicator)),
            benchmark: indicator.benchmark.as_ref().map(|benchmark| self.benchmark(benchmark)),
            chart: picture.chart.element(),
            chart_file: self.file(&chart_file(self.edition.language, &indicator.id)),
            data_file: self.file(&indicator_file(indicator)),
            section: self.link(Page::Section(chapter, section)),
            source: indicator.source.as_ref().map(|source| self.text(source)),
            note: indicator.note.as_ref().map(|note| self.text(note)),
        }
    }

    fn benchmark(&self, benchmark: &Benchmark) -> BenchmarkView {
        let figures = benchmark.actuals.iter().map(|(year, value)| self.figure(*year, value, Figure::Actual));
        BenchmarkView { name: self.text(&benchmark.name), figures: figures.collect() }
    }

    fn figure(&self, year: FiscalYear, value: &Value, figure: Figure) -> FigureView {
        value.units().for_each(|unit| self.show(unit));
        FigureView { year: self.edition.year(year), value: self.phrase(&self.edition.value(value, figure)) }
    }

    /// How `indicator` stands, and by which rule.
    pub(super) fn status(&self, indicator: &Indicator) -> StatusView {
        let edition = self.edition;
        let assessment = indicator.assessment();
        let input = |input: &_| InputView {
            label: edition.word(&format!("assessment.{}", Input::key(*input))),
            value: edition.input(*input, indicator),
        };
        StatusView {
            key: assessment.status.key(),
            label: edition.word(&format!("status.{}", assessment.status.key())),
            judgement: assessment.status.is_judgement(),
            year: assessment.year.map(|year| edition.year(year)),
            rule: assessment.method.map(|method| self.rule(method)),
            inputs: assessment.inputs.iter().map(input).collect(),
        }
    }

    /// A rule, explained.
    pub(super) fn rule(&self, method: Method) -> RuleView {
        let key = method.key();
        let word = |group: &str| self.edition.word(&format!("{group}.{key}"));
        RuleView { key, name: word("rule"), text: word("rule-text") }
    }
}
