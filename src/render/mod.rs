//! From [`Edition`]s to a site: every file, sent to its [`Destination`] as soon as it is made.
//!
//! The destination shows none before all have come, so that a mistake in the last page leaves the
//! published site as it was.

mod asset;
mod binding;
mod bundle;
mod chart;
mod colour;
mod data;
mod gallery;
mod html;
mod json;
mod link;
mod look;
mod page;
mod press;
mod search;
mod sheet;
mod sitemap;
mod style;
mod template;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostics;
use crate::localise::Edition;
use crate::plan::Indicator;
use crate::progress::{Progress, Stage};
use crate::read::{Asset, Project};
use crate::value::Address;
use crate::write::Destination;
use asset::Assets;
use chart::Chart;
pub use chart::ChartStyle;
pub use colour::advice as theme_advice;
use gallery::Gallery;
use html::Breaks;
pub use link::check as check_links;
pub use look::Look;
use page::{Extent, Leaf, Shelf};
use press::{File, Press};
use sheet::Sheet;
use template::Templates;

/// A finished site in numbers.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
pub struct Site {
    /// How many pages it has.
    pub pages: usize,
    /// How many charts were drawn: one for each indicator and language.
    pub charts: usize,
    /// The languages, as they call themselves.
    pub languages: Vec<String>,
}

/// Renders the editions of `project`'s plan to `destination`; the plan's own language is the first.
/// `None`, and the reasons in `findings`, where a template does not do its part or a file finds no place.
pub fn render(
    editions: &[&Edition<'_>],
    project: &Project,
    look: &Look,
    destination: &dyn Destination,
    progress: &Progress,
    findings: &mut Diagnostics,
) -> Option<Site> {
    let plan = editions.first()?.plan;
    let extent = Extent::of(plan);
    progress.enter(Stage::Theme, 0);
    let templates = Templates::load(&project.theme, findings)?;
    let assets = asset::bundle(&look.files);
    let mut press = Press::open(destination).map_err(|finding| findings.push(finding)).ok()?;
    progress.enter(Stage::Data, 0);
    let data = data::print(editions, &mut press, findings)?;
    let indexes = print_indexes(editions, &extent, &mut press, findings)?;
    let pages = page::pages(&extent);
    let breaks = Breaks::default();
    let volumes = page::volumes(&extent, &project.assets, project.plan.data.base_url.as_deref());
    let no_sizes = BTreeMap::new();
    let own_theme = !project.theme.is_default();
    let galleries: Vec<Gallery<'_>> = editions.iter().map(|edition| Gallery::of(edition)).collect();
    let shelves: Vec<Shelf<'_>> = (editions.iter().zip(&galleries).zip(&indexes))
        .map(|((edition, gallery), index)| Shelf {
            edition,
            gallery,
            breaks: &breaks,
            editions,
            data: &data,
            assets: &assets,
            look,
            index,
            source_index: &indexes[0],
            pages: &pages,
            extent: &extent,
            volumes: &volumes,
            own_theme,
            sizes: &no_sizes,
        })
        .collect();
    progress.enter(Stage::Pages, pages.len() * shelves.len());
    let front_count = print_front_pages(&shelves, &templates, &mut press, findings)?;
    let worded = |shelf: &Shelf<'_>| templates.in_words(shelf.edition.words());
    let worded: Vec<Templates<'_>> = shelves.par_iter().map(worded).collect();
    let chart_style = chart_style(look);
    let page_and_charts = |sheet: &Sheet<'_>| {
        let mut files = sheet.chart_files(&chart_style);
        files.push(sheet.page(progress)?);
        Ok(files)
    };
    press.print_each(&Sheet::all(&shelves, &worded, false), page_and_charts, findings)?;
    press.print(beside_pages(&pages, editions, &assets, project), findings)?;
    print_downloads(&shelves, &worded, press, progress, findings)?;
    Some(Site {
        pages: pages.len() * shelves.len() + front_count,
        charts: plan.indicators().count() * editions.len(),
        languages: editions.iter().map(|edition| edition.word("language.name")).collect(),
    })
}

/// The chart of `indicator` as an SVG element that takes its looks from the page.
pub fn chart(edition: &Edition<'_>, indicator: &Indicator) -> String {
    drawn(edition, indicator).element()
}

/// The chart of `indicator` as an SVG file that brings its own looks, which are in `style`.
pub fn chart_file(edition: &Edition<'_>, indicator: &Indicator, style: &ChartStyle) -> String {
    drawn(edition, indicator).file(style)
}

fn drawn(edition: &Edition<'_>, indicator: &Indicator) -> Chart {
    Chart::draw(&chart::drawing(edition, indicator, &edition.finding(indicator)))
}

/// What the files of charts bring of the theme of `look`.
pub fn chart_style(look: &Look) -> ChartStyle {
    ChartStyle::of(&style::of_charts(&look.files))
}

/// Prints what the search of each language looks through; where that stands.
fn print_indexes(
    editions: &[&Edition<'_>],
    extent: &Extent<'_>,
    press: &mut Press<'_>,
    findings: &mut Diagnostics,
) -> Option<Vec<Vec<Address>>> {
    let mut print = |edition: &&Edition<'_>| {
        let index = search::index(edition, extent);
        let addresses = index.iter().map(|(address, _)| address.clone()).collect();
        press.print(index, findings).map(|()| addresses)
    };
    editions.iter().map(&mut print).collect()
}

/// Prints the pages that stand above the languages; how many they are.
fn print_front_pages(
    shelves: &[Shelf<'_>],
    templates: &Templates<'_>,
    press: &mut Press<'_>,
    findings: &mut Diagnostics,
) -> Option<usize> {
    let pages = page::front_pages(shelves);
    let count = pages.len();
    for (address, template, view) in pages {
        let html = templates.render(template, &view, findings)?;
        press.print(vec![(address, html)], findings)?;
    }
    Some(count)
}

/// What pages load and link to, and what search engines ask for.
fn beside_pages(
    pages: &[Leaf<'_>],
    editions: &[&Edition<'_>],
    assets: &Assets,
    project: &Project,
) -> Vec<File> {
    let plan = editions[0].plan;
    let mut files = sitemap::sitemap(plan, pages, editions);
    files.push(sitemap::robots(plan));
    files.extend(assets.files.clone());
    for language in &project.languages {
        let of_language = |asset: &Asset| Address::new(format!("{language}/{}", asset.path));
        files.extend(project.assets.iter().map(|asset| (of_language(asset), asset.bytes.clone())));
    }
    files
}

/// Prints the bundle of all other files, and the pages that offer files with their sizes. Those in the
/// bundle do not offer the bundle, which is not in itself.
fn print_downloads(
    shelves: &[Shelf<'_>],
    templates: &[Templates<'_>],
    mut press: Press<'_>,
    progress: &Progress,
    findings: &mut Diagnostics,
) -> Option<()> {
    let pages = |sizes: &BTreeMap<Address, usize>| {
        let shelves: Vec<Shelf<'_>> = shelves.iter().map(|shelf| Shelf { sizes, ..*shelf }).collect();
        let made = Sheet::all(&shelves, templates, true);
        made.iter().map(|sheet| sheet.page(progress)).collect::<Result<Vec<File>, Diagnostics>>()
    };
    let inside = pages(&press.sizes).map_err(|mut found| findings.append(&mut found)).ok()?;
    press.enclose(inside, findings)?;
    let destination = press.destination;
    let sizes = press.close(findings)?;
    let outside = pages(&sizes).map_err(|mut found| findings.append(&mut found)).ok()?;
    let put = |(address, html)| destination.put(address, html).map_err(|finding| findings.push(finding)).ok();
    outside.into_iter().try_for_each(put)
}
