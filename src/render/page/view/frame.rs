//! What frames every page: the site, the page itself, its languages.

use serde::Serialize;

use super::{LinkView, NoteView, TextView};

/// What all pages of a language share. On the page of the whole plan, which may stand alone, a
/// link to another page is its address on the web, and empty where the plan has none.
#[derive(Debug, Clone, Serialize)]
pub struct SiteView {
    /// The plan's title.
    pub title: TextView,
    /// The town's name.
    pub town: TextView,
    /// The home page.
    pub home: String,
    /// The list of all indicators.
    pub indicators: String,
    /// The glossary.
    pub glossary: String,
    /// The plan as data.
    pub data: String,
    /// The search page.
    pub search: String,
    /// About this site.
    pub about: String,
    /// How far each translation is; empty where the plan has one language.
    pub translations: String,
    /// What is known of the site's accessibility.
    pub accessibility: String,
    /// The whole plan as one page; empty where the plan is so large that each chapter has one instead.
    pub plan: String,
    /// What can be kept.
    pub downloads: String,
    /// Who publishes the plan.
    pub publisher: Option<TextView>,
    /// How to reach them.
    pub contact: Option<TextView>,
    /// The licence of text and data.
    pub licence: Option<TextView>,
    /// The date of the text.
    pub revision: Option<String>,
    /// Whether the plan has any actual figures.
    pub has_actuals: bool,
    /// The town's colour on a light screen, as CSS writes it; none where no sheet gives it.
    pub colour: Option<String>,
    /// The town's emblem.
    pub logo: Option<String>,
    /// The lines that the theme sets at the foot of every page.
    pub footer: Vec<FooterView>,
    /// The style sheet.
    pub style: Option<String>,
    /// The script of every page.
    pub script: Option<String>,
}

/// A line at the foot of every page.
#[derive(Debug, Clone, Serialize)]
pub struct FooterView {
    /// What it says.
    pub text: TextView,
    /// Where it leads: an address on the web, `mailto:` or `tel:`.
    pub href: Option<String>,
}

/// This page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `home`, `contents`, `chapter`, `section`, `indicators`, `pillar`, `sdg`, `glossary`, `data`, `search`, `about`,
    /// `translations`, `accessibility`, `plan` or `downloads`.
    pub kind: &'static str,
    /// Whether search engines should offer it.
    pub listed: bool,
    /// The language as browsers know it: `pt-BR`.
    pub tag: String,
    /// The number it is printed under.
    pub number: Option<String>,
    /// What its title is one of: `総合戦略`, `SDGs`; none where the title says enough.
    pub group: Option<String>,
    /// Its heading.
    pub title: TextView,
    /// A sentence for search engines: the beginning of the page's own text, or what the page is.
    pub description: String,
    /// What programs read of the page (JSON-LD), to stand in a script element as it is; none on the page
    /// of the whole plan.
    pub json_ld: Option<String>,
    /// Its own address on the web, where the plan has one.
    pub canonical: Option<String>,
    /// The page in each language of the plan, in the order of the plan.
    pub languages: Vec<LanguageView>,
    /// The page in the language of the plan, for `x-default`.
    pub default_canonical: Option<String>,
    /// The way from the home page to here, without this page.
    pub breadcrumb: Vec<LinkView>,
    /// The page before in the order of reading.
    pub previous: Option<LinkView>,
    /// The page after.
    pub next: Option<LinkView>,
    /// How the translation stands; none on pages in the plan's own language.
    pub translation: Option<TranslationView>,
    /// The glossary entries whose marks the page shows, by number; none where it holds the glossary itself.
    pub notes: Vec<NoteView>,
    /// Which part of a list stands on it, where the whole has no room on one page; 1 where it has.
    pub part: usize,
    /// The way to the other parts; none where there are none.
    pub parts: Option<PartsView>,
    /// The script that only pages of its kind load.
    pub script: Option<String>,
}

/// The way through a list that stands on several pages.
#[derive(Debug, Clone, Serialize)]
pub struct PartsView {
    /// The part before this one.
    pub previous: Option<StepView>,
    /// The part after it.
    pub next: Option<StepView>,
    /// All parts, or of many a choice: the first, the last, those around this one, and some between.
    pub steps: Vec<StepView>,
}

/// A part of a list.
#[derive(Debug, Clone, Serialize)]
pub struct StepView {
    /// Its number, in the language's digits.
    pub number: String,
    /// The same in words: `page 2`.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Whether it is on this page.
    pub current: bool,
}

/// The page in a language.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageView {
    /// As browsers know it: `pt-BR`.
    pub tag: String,
    /// The language as Open Graph writes it: `pt_BR`.
    pub locale: String,
    /// Its own name: `Português`.
    pub name: String,
    /// The same page in that language.
    pub href: String,
    /// The same on the web.
    pub canonical: Option<String>,
    /// Whether this is the page's language.
    pub current: bool,
}

/// How a page's translation stands.
#[derive(Debug, Clone, Serialize)]
pub struct TranslationView {
    /// Whether somebody at the town has read it.
    pub reviewed: bool,
    /// `85% of this page is translated …`; none where all of it is.
    pub missing: Option<String>,
    /// Whether a block's source has changed since it was translated.
    pub outdated: bool,
    /// The page in the plan's own language, with that language's tag.
    pub source: LanguageView,
}
