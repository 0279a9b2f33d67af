//! What a template sees. This is the contract between the program and every theme: a field is
//! added here, and never changes its meaning.
//!
//! Fields named `html`, and those that say so, are markup that is safe as it is
//! (`{{ x.html | safe }}`); everything else is text, which Tera escapes. Links are relative to the page.

mod data;
mod filter;
mod frame;
mod indicator;
mod reference;
mod section;
mod translations;
mod whole;

use serde::Serialize;

pub use data::{CodeView, DataView, FieldView, FieldsView, FileView, SectionFile};
pub use filter::{FilterView, FiltersView, OptionGroupView, OptionView, PluralView};
pub use frame::{FooterView, LanguageView, PageView, PartsView, SiteView, StepView, TranslationView};
pub use indicator::{
    BenchmarkView, CountView, FigureView, IndicatorGroup, IndicatorSection, IndicatorView, IndicatorsView,
    InputView, RuleView, StatusView,
};
pub use reference::{
    AboutView, AccessibilityView, GlossaryView, LanguageState, NoteView, SearchView, TermView,
};
pub use section::{
    ChapterView, ContentsView, DoorView, HeadingView, HomeView, PeriodView, PillarView, SdgView,
    SectionSummary, SectionView, TableView, TopicView,
};
pub use translations::{PartView, TranslationTable, TranslationsView};
pub use whole::{DownloadView, DownloadsView, PlanChapter, PlanSection, PlanView};

/// Everything a page's template sees.
#[derive(Debug, Serialize)]
pub struct View {
    /// What all pages of a language share.
    pub site: SiteView,
    /// This page.
    pub page: PageView,
    /// The part that only this kind of page has, under the name of the kind.
    #[serde(flatten)]
    pub content: Content,
}

/// The content of each kind of page.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    /// `page/home.html`
    Home(HomeView),
    /// `page/contents.html`
    Contents(ContentsView),
    /// `page/chapter.html`
    Chapter(ChapterView),
    /// `page/section.html`
    Section(Box<SectionView>),
    /// `page/indicators.html`
    Indicators(IndicatorsView),
    /// `page/pillar.html`
    Pillar(TopicView),
    /// `page/sdg.html`
    Sdg(TopicView),
    /// `page/glossary.html`
    Glossary(GlossaryView),
    /// `page/data.html`
    Data(DataView),
    /// `page/search.html`
    Search(SearchView),
    /// `page/about.html`
    About(AboutView),
    /// `page/translations.html`
    Translations(TranslationsView),
    /// `page/accessibility.html`
    Accessibility(AccessibilityView),
    /// `page/plan.html`
    Plan(PlanView),
    /// `page/downloads.html`
    Downloads(DownloadsView),
}

/// Text that may be in another language than the page.
#[derive(Debug, Clone, Serialize)]
pub struct TextView {
    /// The text alone, for titles and attributes.
    pub text: String,
    /// The tag of the language it is in.
    pub tag: String,
    /// The text as markup, with its language; it holds no link, so it may stand in one.
    pub html: String,
    /// The same with its note marks as links to the glossary.
    pub linked: String,
}

/// A link with its words.
#[derive(Debug, Clone, Serialize)]
pub struct LinkView {
    /// Where it leads.
    pub href: String,
    /// What it says.
    pub title: TextView,
    /// The printed number of what it leads to: `Ⅲ`, `2`.
    pub number: Option<String>,
}
