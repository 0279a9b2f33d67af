//! A chart for an indicator: a self-contained SVG that takes its colours from the page.
//!
//! What a chart may claim is decided here by its [`Form`]; how numbers and years are written was
//! decided before, in the language of the page.
//!
//! The way of a chart: the form's own file lays out labels (`label`, `legend`) and places
//! figures on a horizontal scale (`track`) or over years (`plot`); a `sheet` hands plotters
//! the elements; plotters hands the `backend` shapes, which it writes as SVG with class names.

mod backend;
mod bars;
mod dumbbell;
mod frame;
mod ink;
mod interval;
mod label;
mod legend;
mod line;
mod mark;
mod markup;
mod measure;
mod period_total;
mod plot;
mod qualitative;
mod run;
mod scale;
mod sheet;
mod subject;
mod target_only;
mod threshold;
mod track;

pub(super) use frame::Chart;
pub use frame::ChartStyle;
use interval::Interval;
use sheet::Sheet;
pub(super) use subject::drawing;

/// Which picture tells an indicator's figures without claiming more than the plan prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Baseline and target on one scale, with an arrow from one to the other.
    Dumbbell,
    /// Baseline, yearly actuals and target over fiscal years.
    Line,
    /// A target whose plan prints no baseline: no arrow, no path.
    TargetOnly,
    /// A target in words: the baseline's mark and a chip with the words.
    Words,
    /// A target from one figure to another: a band, to which nothing points.
    Range,
    /// Baseline and target are equal: a threshold to keep.
    Threshold,
    /// Sums of the years since the baseline against the target for the whole period.
    PeriodTotal,
    /// Baseline and target as separate bars, since nobody said how one leads to the other.
    Bars,
}

impl Form {
    /// The word for it in markup.
    fn key(self) -> &'static str {
        match self {
            Form::Dumbbell => "dumbbell",
            Form::Line => "line",
            Form::TargetOnly => "target-only",
            Form::Words => "words",
            Form::Range => "range",
            Form::Threshold => "threshold",
            Form::PeriodTotal => "period-total",
            Form::Bars => "bars",
        }
    }
}

/// A text, with its language where that is not the page's: a BCP 47 tag.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub text: String,
    pub lang: Option<String>,
}

/// One year's figure.
#[derive(Debug, Clone)]
pub(super) struct Point {
    /// The fiscal year's number, for its place on a time axis.
    pub year: u16,
    /// The fiscal year in words: `2024年度`.
    pub year_label: String,
    /// The figure, for its place on the scale. Zero where it is words.
    pub value: f64,
    /// The figure in words: `70,709千円`.
    pub label: String,
    /// The language of `label` where it is not the page's: a BCP 47 tag.
    pub label_lang: Option<String>,
}

/// What a chart shows, in the language of the page; a text of the plan without a translation is in the
/// plan's own.
#[derive(Debug, Clone)]
pub(super) struct Drawing {
    /// Unique on the page; ids inside the SVG begin with it.
    pub id: String,
    /// The picture to draw.
    pub form: Form,
    /// How a percentage is written, with `%{n}` for its number, where the scale is one and runs from 0 to 100.
    pub percent: Option<String>,
    /// The baseline's year, from whose end a total for the period counts.
    pub since: u16,
    /// The page's language: a BCP 47 tag.
    pub language: String,
    /// The indicator's name.
    pub title: Text,
    /// The finding in a sentence.
    pub description: Text,
    /// The plan's figure for the year before it begins.
    pub baseline: Option<Point>,
    /// What the plan prints in place of such a figure, where that is words or a range.
    pub baseline_words: Option<Point>,
    /// The plan's figure to reach.
    pub target: Option<Point>,
    /// What was measured since, in order of the years.
    pub actuals: Vec<Point>,
    /// Where the target is another's figure (an average of similar municipalities): its years.
    pub benchmark: Vec<Point>,
    /// What that other's figure is.
    pub benchmark_name: Option<Text>,
    /// The figures that the target allows, where that is more than one.
    pub allowed: Option<Interval>,
    /// Whether an even way leads from baseline to target: not where the baseline already keeps to it.
    pub even_way: bool,
    /// The change from baseline to target: `+0.5 points`.
    pub difference: Option<String>,
    /// Where a sum has to end: `2026年度 数値なし`. Only [`Form::PeriodTotal`] writes it.
    pub missing: Option<String>,
    /// The sum of all actuals in words: `182,400千円`. Only [`Form::PeriodTotal`] writes it.
    pub total: Option<String>,
    /// The words a chart adds to the figures.
    pub words: Words,
}

/// Words that charts write beside figures.
#[derive(Debug, Clone)]
pub(super) struct Words {
    /// `No baseline`
    pub no_baseline: String,
    /// `Baseline`
    pub baseline: String,
    /// `Target`
    pub target: String,
    /// `Maintain`
    pub maintain: String,
    /// `Even split` — what the dashed path from baseline to target is.
    pub even_split: String,
}

/// Draws the form; returns its height in units.
fn draw_form(sheet: &Sheet, drawing: &Drawing) -> f64 {
    match drawing.form {
        Form::Dumbbell => dumbbell::draw(sheet, drawing),
        Form::Line => line::draw(sheet, drawing),
        Form::Range if !drawing.actuals.is_empty() || !drawing.benchmark.is_empty() => {
            line::over_years(sheet, drawing, None, 0.0)
        }
        Form::TargetOnly | Form::Range => target_only::draw(sheet, drawing),
        Form::Words => qualitative::draw(sheet, drawing),
        Form::Threshold => threshold::draw(sheet, drawing),
        Form::PeriodTotal => period_total::draw(sheet, drawing),
        Form::Bars => bars::draw(sheet, drawing),
    }
}

/// The drawing with every value one that has a place on a scale.
fn finite(drawing: &Drawing) -> Drawing {
    let mut drawing = drawing.clone();
    let points = drawing.baseline.iter_mut().chain(&mut drawing.target);
    for point in points.chain(&mut drawing.actuals).chain(&mut drawing.benchmark) {
        point.value = scale::finite(point.value);
    }
    drawing.allowed = drawing.allowed.map(Interval::finite);
    drawing
}

#[cfg(test)]
mod tests;
