//! From [`Edition`]s to [`Site`]: every file of the site, complete in memory.
//!
//! Nothing is written before all of it has rendered without an error, so that a mistake in the last
//! page leaves the published site as it was.

mod asset;
mod binding;
mod bundle;
mod chart;
mod colour;
mod data;
mod html;
mod json;
mod link;
mod look;
mod page;
mod search;
mod sitemap;
mod style;
mod template;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Rule};
use crate::localise::Edition;
use crate::plan::Indicator;
use crate::progress::{Progress, Stage};
use crate::read::{Asset, Project};
use crate::value::{Address, Language};
use asset::Assets;
use binding::Volume;
pub use colour::advice as theme_advice;
use html::Breaks;
pub use link::check as check_links;
pub use look::Look;
use page::{Desk, Page, Shelf};
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
pub fn render(
    editions: &[&Edition<'_>],
    project: &Project,
    look: &Look,
    progress: &Progress,
    findings: &mut Diagnostics,
) -> Option<Site> {
    let plan = editions.first()?.plan;
    progress.enter(Stage::Theme, 0);
    let templates = Templates::load(&project.theme, findings)?;
    let assets = asset::bundle(&look.files);
    progress.enter(Stage::Charts, 0);
    let charts: Vec<Charts> = editions.iter().map(|edition| charts(edition, look)).collect();
    progress.enter(Stage::Data, 0);
    let data = data::data(editions);
    let indexes: Vec<(Address, Vec<u8>)> = editions.iter().map(|edition| search::index(edition)).collect();
    let pages = page::pages(plan);
    let titles = pages.iter().filter_map(|page| page.word()).map(|word| editions[0].word(&word));
    let breaks = Breaks::of(plan, titles);
    let style = assets.style_alone();
    let volume = volume(editions, &pages, project, &style);
    let no_sizes = BTreeMap::new();
    let own_theme = !project.theme.is_default();
    let shelves: Vec<Shelf<'_>> = (editions.iter().zip(&charts).zip(&indexes))
        .map(|((edition, charts), (index, _))| Shelf {
            edition,
            breaks: &breaks,
            editions,
            charts,
            data: &data,
            style: assets.style.as_ref(),
            script: assets.script.as_ref(),
            look,
            page_scripts: &assets.page_scripts,
            index,
            source_index: &indexes[0].0,
            pages: &pages,
            volume: &volume,
            own_theme,
            sizes: &no_sizes,
        })
        .collect();

    let mut site = Site {
        pages: pages.len() * shelves.len(),
        charts: charts.iter().map(Charts::len).sum(),
        languages: editions.iter().map(|edition| edition.word("language.name")).collect(),
        ..Site::default()
    };
    progress.enter(Stage::Pages, pages.len() * shelves.len());
    for (address, template, view) in page::front_pages(&shelves) {
        let html = templates.render(template, &view, findings)?;
        site.files.insert(address, html.into_bytes());
        site.pages += 1;
    }
    let worded = |shelf: &Shelf<'_>| templates.in_words(shelf.edition.words());
    let worded: Vec<Templates<'_>> = shelves.par_iter().map(worded).collect();
    site.files.extend(rendered(&shelves, &worded, false, progress, findings)?);
    for shelf in &shelves {
        let files = shelf.charts.iter().map(|(id, chart)| {
            (page::chart_file(shelf.edition.language, id), chart.file.clone().into_bytes())
        });
        site.files.extend(files);
    }
    site.files.extend(sitemap::sitemap(plan, &pages, editions));
    site.files.extend([sitemap::robots(plan)]);
    site.files.extend(indexes.iter().cloned());
    site.add_files(&assets, &project.assets, &project.languages);
    site.files.extend(data.files.clone());
    progress.enter(Stage::Bundle, 0);
    site.add_downloads(&shelves, &worded, progress, findings)?;
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

/// What the page of the whole plan holds, in whichever language.
fn volume<'a>(
    editions: &[&Edition<'_>],
    pages: &[Page<'_>],
    project: &'a Project,
    style: &'a str,
) -> Volume<'a> {
    let texts = pages.iter().filter(|page| page.is_text());
    let addresses = texts.flat_map(|page| editions.iter().map(|edition| page.address(edition.language)));
    Volume {
        pages: addresses.collect(),
        assets: &project.assets,
        style,
        base_url: project.plan.data.base_url.as_deref(),
    }
}

/// The chart of every indicator, drawn once for all pages of a language.
pub fn charts(edition: &Edition<'_>, look: &Look) -> Charts {
    let style = style::of_charts(&look.files);
    let draw = |indicator: &&Indicator| {
        let drawing = chart::drawing(edition, indicator);
        let chart = Chart { markup: chart::draw(&drawing), file: chart::file(&drawing, &style) };
        (indicator.id.clone(), chart)
    };
    edition.plan.indicators().collect::<Vec<_>>().par_iter().map(draw).collect()
}

/// The pages of every shelf, by the templates in its language: those that tell other files' sizes, or
/// all the others. The findings of all are gathered before any is given up.
fn rendered(
    shelves: &[Shelf<'_>],
    templates: &[Templates<'_>],
    telling_sizes: bool,
    progress: &Progress,
    findings: &mut Diagnostics,
) -> Option<Vec<(Address, Vec<u8>)>> {
    let places = shelves.iter().zip(templates).flat_map(|(shelf, templates)| {
        let positions = (0..shelf.pages.len()).filter(|at| shelf.pages[*at].tells_sizes() == telling_sizes);
        positions.map(move |position| (shelf, templates, position))
    });
    let rendered: Vec<_> = places
        .collect::<Vec<_>>()
        .into_par_iter()
        .map(|(shelf, templates, position)| {
            let (address, view) = Desk::view(shelf, position);
            let mut found = Diagnostics::new();
            let template = format!("page/{}.html", view.page.kind);
            let html = templates.render(&template, &view, &mut found);
            progress.advance();
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
    fn add_files(&mut self, assets: &Assets, beside_text: &[Asset], languages: &[Language]) {
        self.files.extend(assets.files.clone());
        for asset in beside_text {
            for language in languages {
                self.files.insert(Address::new(format!("{language}/{}", asset.path)), asset.bytes.clone());
            }
        }
    }

    /// Adds the bundle of all other files, and the pages that offer files with their sizes. Those
    /// in the bundle do not offer the bundle, which is not in itself.
    fn add_downloads(
        &mut self,
        shelves: &[Shelf<'_>],
        templates: &[Templates<'_>],
        progress: &Progress,
        findings: &mut Diagnostics,
    ) -> Option<()> {
        let pages = |sizes: &BTreeMap<Address, usize>, findings: &mut Diagnostics| {
            let shelves: Vec<Shelf<'_>> = shelves.iter().map(|shelf| Shelf { sizes, ..*shelf }).collect();
            let pages = rendered(&shelves, templates, true, progress, findings)?;
            Some(pages.into_iter().collect::<BTreeMap<_, _>>())
        };
        let mut sizes = self.files.iter().map(|(address, bytes)| (address.clone(), bytes.len())).collect();
        let inside = pages(&sizes, findings)?;
        let bundle = or_told(bundle::bundle(&self.files.iter().chain(&inside).collect()), findings)?;
        sizes.insert(bundle::address(), bundle.len());
        self.files.insert(bundle::address(), bundle);
        self.files.extend(pages(&sizes, findings)?);
        Some(())
    }
}

/// What was packed; the reason it could not be is in `findings`.
fn or_told<T>(packed: Result<T, impl Display>, findings: &mut Diagnostics) -> Option<T> {
    let finding =
        |reason| Diagnostic::about(Rule::Unwritable, bundle::address().as_str()).with("reason", reason);
    packed.map_err(|reason| findings.push(finding(reason))).ok()
}
