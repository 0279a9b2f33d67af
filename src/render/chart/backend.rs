//! The backend through which plotters writes: SVG elements with class names.
//!
//! plotters' own SVG backend hard-codes colours and size and guesses the width of Japanese text
//! three times too wide. This one writes no colour, no size and no font; it is handed texts that
//! are already laid out.
//!
//! plotters counts in whole pixels; a pixel here is a tenth of a unit of the view box.

use std::convert::Infallible;
use std::fmt::{Arguments, Write};

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::ink::Ink;
use super::markup::{Escaped, Lang, Tenths};
use super::run::Run;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The width of the view box, in tenths of a unit.
const WIDTH: u32 = 3200;

/// Tall enough for any chart: plotters moves what lies outside back to the edge.
const TALLEST: u32 = 1_000_000;

/// Corner radius of a chip, in units.
const CHIP_RADIUS: u8 = 8;

/// Appends SVG elements to a string.
pub(super) struct Svg<'a> {
    out: &'a mut String,
    /// The ink of the `<path>` still open: strokes of one ink share an element.
    open: Option<Ink>,
}

impl<'a> Svg<'a> {
    /// Writes at the end of `out`.
    pub(super) fn new(out: &'a mut String) -> Self {
        Self { out, open: None }
    }

    /// Writes one line of text whose baseline is at `at`, which is its start, middle or end.
    pub(super) fn text(&mut self, ink: Ink, at: BackendCoord, anchor: HPos, runs: &[Run]) {
        self.close();
        let anchor = match anchor {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        self.write(format_args!(
            r#"<text class="{}" x="{}" y="{}"{anchor}>"#,
            ink.class(),
            Tenths(at.0),
            Tenths(at.1)
        ));
        for (index, run) in runs.iter().enumerate() {
            if index > 0 {
                self.out.push(' ');
            }
            self.run(run);
        }
        self.write(format_args!("</text>"));
    }

    fn run(&mut self, run: &Run) {
        let (text, lang) = (Escaped(&run.text), Lang(run.lang.as_deref()));
        match (&run.lang, run.figure) {
            (None, false) => self.write(format_args!("{text}")),
            (_, true) => self.write(format_args!(r#"<tspan class="chart-figure"{lang}>{text}</tspan>"#)),
            (Some(_), false) => self.write(format_args!("<tspan{lang}>{text}</tspan>")),
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.out.push_str("\"/>");
        }
    }

    fn strokes(&mut self, ink: Ink, points: impl IntoIterator<Item = BackendCoord>) {
        if self.open != Some(ink) {
            self.close();
            self.write(format_args!(r#"<path class="{}" d=""#, ink.class()));
            self.open = Some(ink);
        }
        self.points(points);
    }

    fn points(&mut self, points: impl IntoIterator<Item = BackendCoord>) {
        for (index, (x, y)) in points.into_iter().enumerate() {
            let command = if index == 0 { 'M' } else { 'L' };
            self.write(format_args!("{command}{} {}", Tenths(x), Tenths(y)));
        }
    }

    fn write(&mut self, text: Arguments) {
        // Writing to a string cannot fail.
        let _ = self.out.write_fmt(text);
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (WIDTH, TALLEST)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close();
        Ok(())
    }

    /// Nothing here is made of pixels.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.strokes(Ink::of(style.color()), [from, to]);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.strokes(Ink::of(style.color()), path);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        _: bool,
    ) -> Drawn {
        self.close();
        let ink = Ink::of(style.color());
        self.write(format_args!(
            r#"<rect class="{}" x="{}" y="{}" width="{}" height="{}""#,
            ink.class(),
            Tenths(upper_left.0),
            Tenths(upper_left.1),
            Tenths(bottom_right.0 - upper_left.0),
            Tenths(bottom_right.1 - upper_left.1)
        ));
        if ink == Ink::Chip {
            self.write(format_args!(r#" rx="{CHIP_RADIUS}""#));
        }
        self.write(format_args!("/>"));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Drawn {
        self.close();
        let ink = Ink::of(style.color());
        let (class, order) = (ink.class(), ink.paint_order());
        let radius = Tenths(i32::try_from(radius).unwrap_or(0));
        let (x, y) = (Tenths(center.0), Tenths(center.1));
        self.write(format_args!(r#"<circle class="{class}"{order} cx="{x}" cy="{y}" r="{radius}"/>"#));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.close();
        let ink = Ink::of(style.color());
        self.write(format_args!(r#"<path class="{}"{} d=""#, ink.class(), ink.paint_order()));
        self.points(vert);
        self.write(format_args!("Z\"/>"));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Drawn {
        self.text(Ink::of(style.color()), at, style.anchor().h_pos, &[Run::plain(text)]);
        Ok(())
    }
}
