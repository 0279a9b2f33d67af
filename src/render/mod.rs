//! From [`Edition`]s to [`Site`]: every file of the site, complete in memory.
//!
//! Nothing is written before all of it has rendered without an error, so that a mistake in the last
//! page leaves the published site as it was.

mod asset;
mod chart;
mod data;
mod html;
mod page;
mod search;
mod sitemap;
mod style;
mod template;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Place};
use crate::localise::Edition;
use crate::plan::Indicator;
use crate::read::theme_file::Theme;
use crate::read::{Asset, Project};
use crate::value::{Address, Language};
use asset::Assets;
use page::{Desk, Shelf};
use template::Templates;

/// The finished site.
#[derive(Debug, Default)]
pub struct Site {
    /// Every file by its address.
    pub files: BTreeMap<Address, Vec<u8>>,
    /// How many of them are pages.
    pub pages: usize,
    /// How many charts were drawn: one for each indicator and language.
    pub charts: usize,
    /// The languages, as they call themselves.
    pub languages: Vec<String>,
}

/// Renders the editions of `project`'s plan; the plan's own language is the first. `None`, and the
/// reasons in `findings`, where a template does not do its part.
pub fn render(editions: &[&Edition<'_>], project: &Project, findings: &mut Diagnostics) -> Option<Site> {
    let plan = editions.first()?.plan;
    let templates = Templates::load(&project.theme, findings)?;
    let assets = asset::bundle(&project.theme.files);
    let charts: Vec<Charts> = editions.iter().map(|edition| charts(edition, &project.theme)).collect();
    let data = data::data(editions);
    let indexes: Vec<(Address, Vec<u8>)> = editions.iter().map(|edition| search::index(edition)).collect();
    let pages = page::pages(plan);
    let shelves: Vec<Shelf<'_>> = (editions.iter().zip(&charts).zip(&indexes))
        .map(|((edition, charts), (index, _))| Shelf {
            edition,
            editions,
            charts,
            data: &data,
            style: assets.style.as_ref(),
            script: assets.script.as_ref(),
            index,
            source_index: &indexes[0].0,
            pages: &pages,
        })
        .collect();

    let mut site = Site {
        charts: charts.iter().map(Charts::len).sum(),
        languages: editions.iter().map(|edition| edition.word("language.name")).collect(),
        ..Site::default()
    };
    for (address, template, view) in page::front_pages(&shelves) {
        let html = templates.render(template, &view, findings)?;
        site.files.insert(address, html.into_bytes());
    }
    for shelf in &shelves {
        site.files.extend(edition_pages(shelf, &templates.in_words(shelf.edition.words()), findings)?);
    }
    site.pages = site.files.len();
    for shelf in &shelves {
        let files =
            shelf.charts.iter().map(|(id, chart)| (shelf.chart_file(id), chart.file.clone().into_bytes()));
        site.files.extend(files);
    }
    site.files.extend(sitemap::sitemap(plan, &pages, editions));
    site.files.extend(indexes);
    site.add_files(assets, &project.assets, &project.languages);
    site.files.extend(data.files);
    Some(site)
}

/// The charts of one language by the ids of their indicators.
pub type Charts = HashMap<String, Chart>;

/// An indicator's chart.
#[derive(Debug, Clone)]
pub struct Chart {
    /// An SVG element that takes its looks from the page.
    pub markup: String,
    /// An SVG file that brings its own.
    pub file: String,
}

/// The chart of every indicator, drawn once for all pages of a language.
pub fn charts(edition: &Edition<'_>, theme: &Theme) -> Charts {
    let style = style::of_charts(&theme.files);
    let draw = |indicator: &&Indicator| {
        let drawing = chart::drawing(edition, indicator);
        let chart = Chart { markup: chart::draw(&drawing), file: chart::file(&drawing, &style) };
        (indicator.id.clone(), chart)
    };
    edition.plan.indicators().collect::<Vec<_>>().par_iter().map(draw).collect()
}

/// Every page of one language; the findings of all pages are gathered before any is given up.
fn edition_pages(
    shelf: &Shelf<'_>,
    templates: &Templates<'_>,
    findings: &mut Diagnostics,
) -> Option<Vec<(Address, Vec<u8>)>> {
    let rendered: Vec<_> = (0..shelf.pages.len())
        .into_par_iter()
        .map(|position| {
            let (address, view) = Desk::view(shelf, position);
            let mut found = Diagnostics::new();
            let template = format!("page/{}.html", view.page.kind);
            let html = templates.render(&template, &view, &mut found);
            (html.map(|html| (address, html.into_bytes())), found)
        })
        .collect();
    let mut pages = Some(Vec::with_capacity(rendered.len()));
    for (page, found) in rendered {
        // A template's mistake shows on every page it makes, in words that differ with the page's
        // view; it is told once.
        let told = |finding: &Diagnostic| match &finding.place {
            Place::Span(_) => {
                findings.iter().any(|known| known.rule == finding.rule && known.place == finding.place)
            }
            Place::Path(_) => findings.contains(finding),
        };
        let new: Vec<Diagnostic> = found.into_iter().filter(|finding| !told(finding)).collect();
        findings.extend(new);
        pages = pages.zip(page).map(|(mut pages, page)| {
            pages.push(page);
            pages
        });
    }
    pages
}

impl Site {
    fn add_files(&mut self, assets: Assets, beside_text: &[Asset], languages: &[Language]) {
        self.files.extend(assets.files);
        for asset in beside_text {
            for language in languages {
                self.files.insert(Address::new(format!("{language}/{}", asset.path)), asset.bytes.clone());
            }
        }
    }
}
