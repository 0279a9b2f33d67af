//! A section on its whole way to pages, charts and data. What it says is never markup.

use std::sync::LazyLock;

use super::plan::{PROJECT, SECTION, TRANSLATIONS};
use keikaku::diagnostic::{Diagnostics, Source, has_error};
use keikaku::localise::{self, Catalogue, Edition};
use keikaku::plan;
use keikaku::progress::Progress;
use keikaku::read::SectionFile;
use keikaku::read::front_matter::read_page;
use keikaku::read::markdown::read_body;
use keikaku::render::{self, Look};
use keikaku::value::Address;
use keikaku::write::Memory;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(&PROJECT.0, &mut Vec::new()));
static LOOK: LazyLock<Look> = LazyLock::new(|| Look::of(&PROJECT.0.theme, &mut Vec::new()));

/// Takes `text`, whatever it is.
pub fn run(text: &str) {
    // The page's own marks, which no text can make.
    let pages = site(text).unwrap_or_default();
    for (address, page) in
        pages.iter().filter(|(address, _)| address.rsplit_once('.').is_none_or(|(_, kind)| kind != "js"))
    {
        for mark in ["<script>hostile", "<img src=x", "onerror=\"", "=\"javascript:"] {
            assert!(!page.contains(mark), "{mark} is in {address}");
        }
    }
}

fn site(text: &str) -> Option<Vec<(String, String)>> {
    let mut findings = Diagnostics::new();
    let source = Source::new(format!("content/{SECTION}.md"), text);
    let page = read_page(&source, &mut findings)?;
    let body = read_body(&page.body, &mut findings);
    let mut project = PROJECT.0.clone();
    let name = SECTION.rsplit('/').next().unwrap_or_default().to_owned();
    *project.chapters[0].sections.first_mut()? = SectionFile { name, fields: page.fields, body };
    let plan = plan::make(&mut project, &mut findings);
    if has_error(&findings) {
        return None;
    }
    let (units, language) = (plan.units(), plan.languages.last()?);
    let mut files = TRANSLATIONS.files.last()?.1.clone();
    localise::align(&units, language, &mut files);
    let source = Edition::in_source_language(&plan, &CATALOGUE);
    let other = Edition::translated(&source, language, &units, files, &mut findings);
    let site = Memory::default();
    render::render(&[&source, &other], &project, &LOOK, &site, &Progress::default(), &mut findings)?;
    let page = |(address, bytes): (Address, Vec<u8>)| {
        Some((address.as_str().to_owned(), String::from_utf8(bytes).ok()?))
    };
    Some(site.into_files().into_iter().filter_map(page).collect())
}
