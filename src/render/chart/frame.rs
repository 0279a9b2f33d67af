//! What stands around the marks: the `<svg>` of a page, which takes its looks from there, and the
//! file, which brings its own.

use super::ink::Ink;
use super::label::Block;
use super::markup::{Escaped, Lang};
use super::run::Run;
use super::sheet::{MARGIN, Sheet, WIDEST};
use super::{Drawing, Form, Text, draw_form, finite};
use plotters_backend::text_anchor::HPos;

/// Below the last line of text or axis, in units.
const FOOT: f64 = 3.0;

/// Around a chart in a file, in units.
const EDGE: f64 = 14.0;

/// From the name in a file to the chart, in units.
const BELOW_NAME: f64 = 8.0;

/// How many pixels wide a unit is in a file, so that its letters are as high as those of a page.
const PIXELS: f64 = 1.25;

/// The rules of a style sheet, as the files of charts hold them: all the same.
pub struct ChartStyle(String);

impl ChartStyle {
    /// The rules of `sheet`.
    pub(in crate::render) fn of(sheet: &str) -> Self {
        Self(Escaped(sheet).to_string())
    }
}

/// A chart as it is drawn, for its two frames.
pub(in crate::render) struct Chart {
    id: String,
    form: Form,
    language: String,
    title: Text,
    /// What a screen reader says.
    names: String,
    marks: String,
    /// In units.
    height: f64,
}

impl Chart {
    /// Draws `drawing`. Whatever that lacks is left out.
    pub(in crate::render) fn draw(drawing: &Drawing) -> Self {
        let (marks, height) = marks(drawing);
        Self {
            id: drawing.id.clone(),
            form: drawing.form,
            language: drawing.language.clone(),
            title: drawing.title.clone(),
            names: names(drawing),
            marks,
            height,
        }
    }

    /// One inline `<svg>` element.
    ///
    /// Its view box is 320 units wide and as high as the form and its labels need. It holds no colour,
    /// size or font: the style sheet gives those to its classes.
    pub(in crate::render) fn element(&self) -> String {
        let Self { names, marks, height, .. } = self;
        let (id, form) = (Escaped(&self.id), self.form.key());
        format!(
            r#"<svg class="chart" data-form="{form}" paint-order="stroke" viewBox="0 0 320 {height}" role="img" aria-labelledby="{id}-title {id}-desc" focusable="false">{names}{marks}</svg>"#
        )
    }

    /// An SVG file that needs nothing else: under its name, in the rules of `style`, on a background.
    ///
    /// Its root does not ask for outlines to be painted first: office programs would paint them over
    /// the letters, so the style sheet gives none to a drawing that does not ask.
    pub(in crate::render) fn file(&self, style: &ChartStyle) -> String {
        let (name, name_height) = name(&self.title);
        let (left, top) = (-EDGE, -EDGE - name_height);
        let (wide, high) = (320.0 + 2.0 * EDGE, self.height + name_height + 2.0 * EDGE);
        let (id, form, ChartStyle(style)) = (Escaped(&self.id), self.form.key(), style);
        // In text a quotation mark is escaped, so this only meets attributes; XML has no other for it.
        let in_xml = |markup: &str| markup.replace(" lang=\"", " xml:lang=\"");
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" class="chart" data-form="{form}" xml:lang="{}" width="{}" height="{}" viewBox="{left} {top} {wide} {high}" role="img" aria-labelledby="{id}-title {id}-desc">{}<style>{style}</style><rect class="chart-sheet" x="{left}" y="{top}" width="{wide}" height="{high}"/>{}{}</svg>
"#,
            Escaped(&self.language),
            (wide * PIXELS).round(),
            (high * PIXELS).round(),
            in_xml(&self.names),
            in_xml(&name),
            in_xml(&self.marks),
        )
    }
}

/// The marks and texts of the form, and its height in units.
fn marks(drawing: &Drawing) -> (String, f64) {
    let drawing = finite(drawing);
    let mut marks = String::with_capacity(4096);
    let sheet = Sheet::new(&mut marks);
    let bottom = draw_form(&sheet, &drawing);
    sheet.finish();
    drop(sheet);
    (marks, (bottom + FOOT).ceil())
}

/// What a screen reader says.
fn names(drawing: &Drawing) -> String {
    let element = |name: &str, said: &Text| {
        let (id, lang, text) = (Escaped(&drawing.id), Lang(said.lang.as_deref()), Escaped(&said.text));
        format!(r#"<{name} id="{id}-{name}"{lang}>{text}</{name}>"#)
    };
    element("title", &drawing.title) + &element("desc", &drawing.description)
}

/// The indicator's name as a heading above the chart, and its height in units.
fn name(title: &Text) -> (String, f64) {
    let run = Run { text: title.text.clone(), figure: true, lang: title.lang.clone() };
    let block = Block::new(Ink::Text, &[run], WIDEST);
    let height = block.height() + BELOW_NAME;
    let mut heading = String::new();
    let sheet = Sheet::new(&mut heading);
    sheet.block(&block, MARGIN, 0.0, HPos::Left);
    sheet.finish();
    drop(sheet);
    // plotters moves what lies above the sheet back to its edge, so the heading moves as a whole.
    (format!(r#"<g transform="translate(0,-{height})">{heading}</g>"#), height)
}
