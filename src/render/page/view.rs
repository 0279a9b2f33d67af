//! What a template sees. This is the contract between the program and every theme: a field is
//! added here, and never changes its meaning.
//!
//! Fields named `html`, and those that say so, are markup that is safe as it is
//! (`{{ x.html | safe }}`); everything else is text, which Tera escapes. Links are relative to the page.

use serde::Serialize;

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
    /// The whole plan as one page.
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
    /// The style sheet.
    pub style: Option<String>,
    /// The script.
    pub script: Option<String>,
}

/// This page.
#[derive(Debug, Clone, Serialize)]
pub struct PageView {
    /// `home`, `chapter`, `section`, `indicators`, `pillar`, `sdg`, `glossary`, `data`, `search`, `about`,
    /// `plan` or `downloads`.
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
    /// A sentence for search engines.
    pub description: String,
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
}

/// The page in a language.
#[derive(Debug, Clone, Serialize)]
pub struct LanguageView {
    /// As browsers know it: `pt-BR`.
    pub tag: String,
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

/// `home`
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// From when to when the plan runs: `2024年度 → 2029年度`.
    pub period: PeriodView,
    /// The chapters with their sections.
    pub chapters: Vec<ChapterView>,
    /// All indicators, by what kind of promise they are; none where there are none.
    pub counts: Vec<CountView>,
    /// How many indicators there are, in words.
    pub indicator_count: String,
    /// The goal indicators: the plan's promise at a glance.
    pub goals: Vec<IndicatorView>,
}

/// The years of the plan.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodView {
    /// The fiscal year of the baselines, in words.
    pub baseline: String,
    /// The fiscal year of the targets, in words.
    pub target: String,
}

/// How many indicators are of a kind.
#[derive(Debug, Clone, Serialize)]
pub struct CountView {
    /// The kind, for classes: `increase`.
    pub key: &'static str,
    /// The kind in words.
    pub label: String,
    /// How many, as a number.
    pub number: usize,
    /// How many, in the language's digits.
    pub count: String,
}

/// `chapter`
#[derive(Debug, Clone, Serialize)]
pub struct ChapterView {
    /// Its printed numeral and title, and its page.
    pub link: LinkView,
    /// Its text, as markup; empty on the home page.
    pub html: String,
    /// Its sections.
    pub sections: Vec<SectionSummary>,
}

/// A section in a list.
#[derive(Debug, Clone, Serialize)]
pub struct SectionSummary {
    /// Its number and title, and its page.
    pub link: LinkView,
    /// Its pillars.
    pub pillars: Vec<PillarView>,
    /// Its Sustainable Development Goals.
    pub sdgs: Vec<SdgView>,
    /// How many indicators it has, in words.
    pub indicator_count: String,
}

/// A pillar: the word itself, as any text, and its page.
#[derive(Debug, Clone, Serialize)]
pub struct PillarView {
    /// The printed word.
    #[serde(flatten)]
    pub word: TextView,
    /// Its id in `plan.yml`.
    pub id: String,
    /// Its page.
    pub href: String,
}

/// A Sustainable Development Goal.
#[derive(Debug, Clone, Serialize)]
pub struct SdgView {
    /// 1 to 17.
    pub number: u8,
    /// Its official title.
    pub title: String,
    /// Its page.
    pub href: String,
}

/// `pillar` and `sdg`, whose word or number and title are the page's own
#[derive(Debug, Serialize)]
pub struct TopicView {
    /// The sections that the plan prints it for, under their chapters.
    pub chapters: Vec<ChapterView>,
    /// How many indicators those sections have, in words.
    pub indicator_count: String,
    /// The indicators of those sections.
    pub indicators: Vec<IndicatorView>,
}

/// `section`
#[derive(Debug, Serialize)]
pub struct SectionView {
    /// The printed number.
    pub number: Option<u32>,
    /// Its pillars.
    pub pillars: Vec<PillarView>,
    /// Its Sustainable Development Goals.
    pub sdgs: Vec<SdgView>,
    /// Its text, as markup.
    pub html: String,
    /// The headings of its text.
    pub headings: Vec<LinkView>,
    /// Its tables of indicators: KGI, then KPI; a table without indicators is left out.
    pub tables: Vec<TableView>,
    /// Its figures as CSV; none where it has no indicators.
    pub data_file: Option<String>,
    /// The glossary entries it uses.
    pub terms: Vec<LinkView>,
    /// Who answers questions about it.
    pub contact: Option<TextView>,
    /// The pages of the printed plan.
    pub source_pages: Option<String>,
}

/// One of a section's tables of indicators.
#[derive(Debug, Serialize)]
pub struct TableView {
    /// Its anchor.
    pub id: String,
    /// `kgi` or `kpi`.
    pub kind: &'static str,
    /// Its heading.
    pub title: String,
    /// The fiscal year of its baselines and of its targets, in words; none where its indicators differ.
    pub period: Option<PeriodView>,
    /// Its indicators.
    pub indicators: Vec<IndicatorView>,
}

/// An indicator.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// Its anchor on this page.
    pub id: String,
    /// Its place in its section.
    pub href: String,
    /// `kgi` or `kpi`.
    pub kind: &'static str,
    /// Its table's name: `KGI`.
    pub kind_label: String,
    /// Its name.
    pub name: TextView,
    /// What kind of promise it is, for classes: `increase`.
    pub pattern: &'static str,
    /// The same in words.
    pub pattern_label: String,
    /// The printed baseline.
    pub baseline: FigureView,
    /// The printed target.
    pub target: FigureView,
    /// What was measured since.
    pub actuals: Vec<FigureView>,
    /// The finding, in a sentence.
    pub finding: TextView,
    /// How it stands; none where the plan has no actual figures at all.
    pub status: Option<StatusView>,
    /// Another's figure that the target refers to.
    pub benchmark: Option<BenchmarkView>,
    /// The chart: an SVG element, as markup.
    pub chart: String,
    /// The same chart as an SVG file.
    pub chart_file: String,
    /// Its figures as CSV.
    pub data_file: String,
    /// The section it stands in.
    pub section: LinkView,
    /// Where the figures come from.
    pub source: Option<TextView>,
    /// A remark.
    pub note: Option<TextView>,
}

/// How an indicator stands.
#[derive(Debug, Clone, Serialize)]
pub struct StatusView {
    /// The status, for classes: `on-track`.
    pub key: &'static str,
    /// The same in words.
    pub label: String,
    /// Whether it says how the indicator stands, rather than why nobody can say.
    pub judgement: bool,
    /// The fiscal year of the latest figure, in words.
    pub year: Option<String>,
    /// The rule by which it was found.
    pub rule: Option<RuleView>,
    /// What the rule worked with beside the printed figures.
    pub inputs: Vec<InputView>,
}

/// A rule by which a status is found.
#[derive(Debug, Clone, Serialize)]
pub struct RuleView {
    /// Its key, which its explanation's anchor ends in: `level`.
    pub key: &'static str,
    /// Its name.
    pub name: String,
    /// What it does.
    pub text: String,
}

/// A quantity that a rule worked with.
#[derive(Debug, Clone, Serialize)]
pub struct InputView {
    /// What it is.
    pub label: String,
    /// The quantity, in the language's digits.
    pub value: String,
}

/// Another's figure that an indicator's target refers to.
#[derive(Debug, Clone, Serialize)]
pub struct BenchmarkView {
    /// What it is: `類似団体平均`.
    pub name: TextView,
    /// Its figures by fiscal year.
    pub figures: Vec<FigureView>,
}

/// A figure of an indicator.
#[derive(Debug, Clone, Serialize)]
pub struct FigureView {
    /// The fiscal year, in words.
    pub year: String,
    /// The figure.
    pub value: TextView,
}

/// `indicators`
#[derive(Debug, Serialize)]
pub struct IndicatorsView {
    /// How many there are, in words.
    pub indicator_count: String,
    /// By what kind of promise they are.
    pub counts: Vec<CountView>,
    /// By how they stand; none where the plan has no actual figures at all.
    pub statuses: Vec<CountView>,
    /// The rules by which a status is found, where there are any; each has the anchor `rule_<key>` on this page.
    pub rules: Vec<RuleView>,
    /// The pillars that have a page.
    pub pillars: Vec<PillarView>,
    /// The Sustainable Development Goals that have a page.
    pub sdgs: Vec<SdgView>,
    /// What a script can filter them by.
    pub filters: FiltersView,
    /// The chapters.
    pub chapters: Vec<IndicatorGroup>,
}

/// What the indicators can be filtered by.
#[derive(Debug, Serialize)]
pub struct FiltersView {
    /// The filters that the plan gives a choice for.
    pub filters: Vec<FilterView>,
    /// How many indicators are shown, in each plural form of the language; a script fills in `%{n}`.
    pub shown: Vec<PluralView>,
}

/// One choice among what an indicator can be: an indicator matches where its `data-` attribute of
/// the filter's key holds the option's value.
#[derive(Debug, Serialize)]
pub struct FilterView {
    /// `kind`, `section`, `pillars`, `sdgs` or `status`.
    pub key: &'static str,
    /// What it chooses, in words.
    pub label: String,
    /// The options.
    pub groups: Vec<OptionGroupView>,
}

/// Options of a filter.
#[derive(Debug, Serialize)]
pub struct OptionGroupView {
    /// Their heading; none where they need none.
    pub label: Option<String>,
    /// The tag of the heading's language.
    pub tag: String,
    /// The options.
    pub options: Vec<OptionView>,
}

/// An option of a filter. It can hold no markup, so its language stands beside it.
#[derive(Debug, Serialize)]
pub struct OptionView {
    /// The value to look for.
    pub value: String,
    /// Its words, with the number of indicators that match.
    pub label: String,
    /// The tag of the language it is in.
    pub tag: String,
}

/// Words in one plural form.
#[derive(Debug, Serialize)]
pub struct PluralView {
    /// The category of the numbers that ask for it: `one`, `other`.
    pub category: &'static str,
    /// The words, with `%{n}` for the number.
    pub words: String,
}

/// The indicators of a chapter.
#[derive(Debug, Serialize)]
pub struct IndicatorGroup {
    /// The chapter.
    pub link: LinkView,
    /// Its sections that have indicators.
    pub sections: Vec<IndicatorSection>,
}

/// The indicators of a section.
#[derive(Debug, Serialize)]
pub struct IndicatorSection {
    /// The section.
    pub link: LinkView,
    /// What tells it from other sections: `3-administration/1-efficient-administration`.
    pub key: String,
    /// Its pillars.
    pub pillars: Vec<PillarView>,
    /// Its Sustainable Development Goals.
    pub sdgs: Vec<SdgView>,
    /// Its indicators.
    pub indicators: Vec<IndicatorView>,
}

/// `glossary`
#[derive(Debug, Serialize)]
pub struct GlossaryView {
    /// The entries by the number of their marks.
    pub terms: Vec<TermView>,
    /// The entries in the order of the language: by reading in Japanese, by letter elsewhere.
    pub sorted: Vec<LinkView>,
}

/// A glossary entry.
#[derive(Debug, Serialize)]
pub struct TermView {
    /// Its anchor.
    pub id: String,
    /// Its mark in words: `※8`, `note 8`.
    pub label: String,
    /// The term.
    pub term: TextView,
    /// How it is read, on pages in the plan's own language.
    pub reading: Option<String>,
    /// Its definition, as markup.
    pub html: String,
    /// The places in the text that use it.
    pub uses: Vec<LinkView>,
}

/// `data`
#[derive(Debug, Serialize)]
pub struct DataView {
    /// The description of the data for search engines (JSON-LD).
    pub linked_data: String,
    /// The files about the whole plan.
    pub files: Vec<FileView>,
    /// The figures of each section that has any.
    pub sections: Vec<SectionFile>,
    /// The tables and their columns.
    pub tables: Vec<FieldsView>,
}

/// A file to download.
#[derive(Debug, Serialize)]
pub struct FileView {
    /// Where it stands.
    pub href: String,
    /// Its name: `indicators.csv`.
    pub name: String,
    /// How large it is: `12 KB`.
    pub size: String,
    /// What it holds.
    pub text: String,
}

/// The figures of a section.
#[derive(Debug, Serialize)]
pub struct SectionFile {
    /// The file, under the section's title and number.
    pub link: LinkView,
    /// How large it is.
    pub size: String,
}

/// The columns of a table.
#[derive(Debug, Serialize)]
pub struct FieldsView {
    /// Its name: `indicators`.
    pub name: &'static str,
    /// What its columns are announced with: `Columns of indicators.csv`.
    pub title: String,
    /// Its columns.
    pub fields: Vec<FieldView>,
}

/// What stands in a column, or in the columns of a text that has one for each language.
#[derive(Debug, Serialize)]
pub struct FieldView {
    /// The names in the header.
    pub names: Vec<String>,
    /// What it holds.
    pub title: String,
    /// The words that may stand in it, each with what it means; none where anything may, or where a
    /// column before it has the same.
    pub codes: Vec<CodeView>,
}

/// A word of a column.
#[derive(Debug, Serialize)]
pub struct CodeView {
    /// The word.
    pub code: &'static str,
    /// What it means.
    pub text: String,
}

/// `search`
#[derive(Debug, Serialize)]
pub struct SearchView {
    /// The script that holds what can be found.
    pub index: String,
    /// The same in the plan's own language, for words typed in it; none on its own pages.
    pub source_index: Option<String>,
    /// How many results there are, in each plural form of the language, with `%{n}` for the number.
    pub counts: Vec<PluralView>,
}

/// `about`
#[derive(Debug, Serialize)]
pub struct AboutView {
    /// How the translation into each language stands.
    pub languages: Vec<LanguageState>,
    /// Whether the plan names Sustainable Development Goals.
    pub has_sdgs: bool,
}

/// How a language stands in the whole plan.
#[derive(Debug, Serialize)]
pub struct LanguageState {
    /// The language's tag.
    pub tag: String,
    /// Its own name.
    pub name: String,
    /// `100%`
    pub percent: String,
    /// Whether this is the language the plan was adopted in.
    pub source: bool,
    /// Whether somebody at the town has read all of it.
    pub reviewed: bool,
}

/// `plan`
#[derive(Debug, Serialize)]
pub struct PlanView {
    /// The theme's style, to stand in the page itself.
    pub style: String,
    /// From when to when the plan runs.
    pub period: PeriodView,
    /// The chapters with all their text.
    pub chapters: Vec<PlanChapter>,
    /// The anchor of the glossary.
    pub glossary_id: String,
    /// The glossary.
    pub glossary: GlossaryView,
    /// The rules by which the statuses were found; each has the anchor `rule_<key>` on this page.
    pub rules: Vec<RuleView>,
    /// Whether the plan names Sustainable Development Goals.
    pub has_sdgs: bool,
}

/// A chapter of the whole plan.
#[derive(Debug, Serialize)]
pub struct PlanChapter {
    /// Its anchor.
    pub id: String,
    /// Its title, its text and the list of its sections.
    pub chapter: ChapterView,
    /// Its sections.
    pub sections: Vec<PlanSection>,
}

/// A section of the whole plan.
#[derive(Debug, Serialize)]
pub struct PlanSection {
    /// Its anchor.
    pub id: String,
    /// Its number and title.
    pub link: LinkView,
    /// What it holds.
    pub section: SectionView,
}

/// `downloads`
#[derive(Debug, Serialize)]
pub struct DownloadsView {
    /// The whole plan as one page, in each language.
    pub plans: Vec<DownloadView>,
    /// The whole site as one archive; none on the pages inside the archive.
    pub bundle: Option<DownloadView>,
    /// A name to save the archive under: the plan's title.
    pub bundle_name: String,
}

/// A file to keep.
#[derive(Debug, Serialize)]
pub struct DownloadView {
    /// Where it stands.
    pub href: String,
    /// What it is called.
    pub name: String,
    /// The language of its name and of what it holds.
    pub tag: String,
    /// What kind of file it is and how large: `(HTML, 412 KB)`.
    pub facts: String,
}
