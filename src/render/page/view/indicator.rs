//! Indicators: their figures, how they stand, and the page of all of them.

use serde::Serialize;

use super::{DoorView, FiltersView, LinkView, PillarView, SdgView, TextView};

/// How many indicators are of a kind.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// The kind, for classes: `increase`.
    pub key: &'static str,
    /// The kind in words.
    pub label: String,
    /// How many, as a number.
    pub number: usize,
    /// How many, in the language's digits.
    pub count: String,
}

/// An indicator.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// Its anchor on this page.
    pub id: String,
    /// Its place in its section.
    pub href: String,
    /// `kgi` or `kpi`.
    pub kind: &'static str,
    /// Its table's name: `KGI`.
    pub kind_label: String,
    /// Its name.
    pub name: TextView,
    /// What kind of promise it is, for classes: `increase`.
    pub pattern: &'static str,
    /// The same in words.
    pub pattern_label: String,
    /// The printed baseline.
    pub baseline: FigureView,
    /// The printed target.
    pub target: FigureView,
    /// What was measured since.
    pub actuals: Vec<FigureView>,
    /// The last of them that counts for how it stands.
    pub latest: Option<FigureView>,
    /// The finding, in a sentence.
    pub finding: TextView,
    /// How it stands; none where the plan has no actual figures at all.
    pub status: Option<StatusView>,
    /// Another's figure that the target refers to.
    pub benchmark: Option<BenchmarkView>,
    /// The chart: an SVG element, as markup.
    pub chart: String,
    /// The same chart as an SVG file.
    pub chart_file: String,
    /// Its figures as CSV.
    pub data_file: String,
    /// The section it stands in.
    pub section: LinkView,
    /// Where the figures come from.
    pub source: Option<TextView>,
    /// A remark.
    pub note: Option<TextView>,
}

/// How an indicator stands.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// The status, for classes: `on-track`.
    pub key: &'static str,
    /// The same in words.
    pub label: String,
    /// Whether it says how the indicator stands, rather than why nobody can say.
    pub judgement: bool,
    /// The fiscal year of the latest figure, in words.
    pub year: Option<String>,
    /// The rule by which it was found.
    pub rule: Option<RuleView>,
    /// What the rule worked with beside the printed figures.
    pub inputs: Vec<InputView>,
}

/// A rule by which a status is found.
#[derive(Debug, Clone, Serialize)]
pub struct RuleView {
    /// Its key, which its explanation's anchor ends in: `level`.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// What it does.
    pub text: String,
}

/// A quantity that a rule worked with.
#[derive(Debug, Clone, Serialize)]
pub struct InputView {
    /// What it is.
    pub label: String,
    /// The quantity, in the language's digits.
    pub value: String,
}

/// Another's figure that an indicator's target refers to.
#[derive(Debug, Clone, Serialize)]
pub struct BenchmarkView {
    /// What it is: `類似団体平均`.
    pub name: TextView,
    /// Its figures by fiscal year.
    pub figures: Vec<FigureView>,
}

/// A figure of an indicator.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// The fiscal year, in words.
    pub year: String,
    /// The figure.
    pub value: TextView,
}

/// `indicators`: all of the plan, or those of a chapter, which is the page's title then
#[derive(Debug, Serialize)]
pub struct IndicatorsView {
    /// How many there are, in words.
    pub indicator_count: String,
    /// By what kind of promise they are.
    pub counts: Vec<CountView>,
    /// By how they stand; none where the plan has no actual figures at all.
    pub statuses: Vec<CountView>,
    /// The rules by which a status is found, where there are any; each has the anchor `rule_<key>` on this page.
    /// None on the page of a chapter.
    pub rules: Vec<RuleView>,
    /// The pillars that have a page.
    pub pillars: Vec<PillarView>,
    /// The Sustainable Development Goals that have a page.
    pub sdgs: Vec<SdgView>,
    /// What a script can filter them by.
    pub filters: FiltersView,
    /// The chapters; none where all indicators together are too many for one page.
    pub chapters: Vec<IndicatorGroup>,
    /// The ways to the indicators of each chapter then, as many as there is room for.
    pub doors: Vec<DoorView>,
}

/// The indicators of a chapter.
#[derive(Debug, Serialize)]
pub struct IndicatorGroup {
    /// Its anchor.
    pub id: String,
    /// The chapter.
    pub link: LinkView,
    /// Its sections that have indicators.
    pub sections: Vec<IndicatorSection>,
}

/// The indicators of a section.
#[derive(Debug, Serialize)]
pub struct IndicatorSection {
    /// Its anchor.
    pub id: String,
    /// The section.
    pub link: LinkView,
    /// What tells it from other sections: `3-administration/1-efficient-administration`.
    pub key: String,
    /// Its pillars.
    pub pillars: Vec<PillarView>,
    /// Its Sustainable Development Goals.
    pub sdgs: Vec<SdgView>,
    /// Its indicators.
    pub indicators: Vec<IndicatorView>,
}
