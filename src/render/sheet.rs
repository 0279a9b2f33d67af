//! A page to be made, with the charts whose files leave beside it.

use super::chart::ChartStyle;
use super::page::{Desk, Page, Shelf, chart_file};
use super::press::File;
use super::template::Templates;
use crate::diagnostic::Diagnostics;
use crate::plan::Indicator;
use crate::progress::Progress;

/// A page of a shelf, before it is made.
pub(super) struct Sheet<'a> {
    shelf: &'a Shelf<'a>,
    /// Those with the words of the shelf's language.
    templates: &'a Templates<'a>,
    /// Its position among the shelf's pages.
    position: usize,
}

impl<'a> Sheet<'a> {
    /// The pages of every shelf: those that tell other files' sizes, or all the others. The pages of a chapter
    /// come one after the other: they show the same charts.
    pub(super) fn all(
        shelves: &'a [Shelf<'a>],
        templates: &'a [Templates<'a>],
        telling_sizes: bool,
    ) -> Vec<Self> {
        let sheets = shelves.iter().zip(templates).flat_map(|(shelf, templates)| {
            let page = |at: &usize| shelf.pages[*at].page;
            let mut positions: Vec<usize> =
                (0..shelf.pages.len()).filter(|at| page(at).tells_sizes() == telling_sizes).collect();
            positions.sort_by_key(|at| page(at).chapter().map(|chapter| &chapter.name));
            positions.into_iter().map(move |position| Self { shelf, templates, position })
        });
        sheets.collect()
    }

    /// The page; or what its template does wrong.
    pub(super) fn page(&self, progress: &Progress) -> Result<File, Diagnostics> {
        let (address, view) = Desk::view(self.shelf, self.position);
        let mut found = Diagnostics::new();
        let html = self.templates.render(&format!("page/{}.html", view.page.kind), &view, &mut found);
        progress.advance();
        html.map(|html| (address, html)).ok_or(found)
    }

    /// The files of the charts that this page is the first to show.
    pub(super) fn chart_files(&self, style: &ChartStyle) -> Vec<File> {
        let Page::Section(_, section) = self.shelf.pages[self.position].page else { return Vec::new() };
        let file = |indicator: &Indicator| {
            let address = chart_file(self.shelf.edition.language, &indicator.id);
            (address, self.shelf.gallery.picture(indicator).chart.file(style).into_bytes())
        };
        section.indicators.iter().map(file).collect()
    }
}
