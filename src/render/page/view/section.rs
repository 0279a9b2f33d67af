//! The pages of the text: home, chapters, sections, and the topics they are printed for.

use serde::Serialize;

use super::{CountView, IndicatorView, LinkView, TextView};

/// `home`
#[derive(Debug, Serialize)]
pub struct HomeView {
    /// From when to when the plan runs: `2024年度 → 2029年度`.
    pub period: PeriodView,
    /// The chapters with their sections; none where these are too many for one page.
    pub chapters: Vec<ChapterView>,
    /// Without their sections then, and as many of them as there is room for.
    pub doors: Vec<DoorView>,
    /// All indicators, by what kind of promise they are; none where there are none.
    pub counts: Vec<CountView>,
    /// How many indicators there are, in words.
    pub indicator_count: String,
    /// The goal indicators: the plan's promise at a glance; none where they are too many for one page.
    pub goals: Vec<IndicatorView>,
    /// The pillars that have a page.
    pub pillars: Vec<PillarView>,
    /// The Sustainable Development Goals that have a page.
    pub sdgs: Vec<SdgView>,
}

/// `contents`
#[derive(Debug, Serialize)]
pub struct ContentsView {
    /// Chapters for which the home page has no room.
    pub doors: Vec<DoorView>,
}

/// The way to a page about a chapter.
#[derive(Debug, Serialize)]
pub struct DoorView {
    /// The page, under the chapter's numeral and title.
    pub link: LinkView,
    /// How many indicators the chapter has, in words.
    pub indicator_count: String,
}

/// The years of the plan.
#[derive(Debug, Clone, Serialize)]
pub struct PeriodView {
    /// The fiscal year of the baselines, in words.
    pub baseline: String,
    /// The fiscal year of the targets, in words.
    pub target: String,
}

/// `chapter`
#[derive(Debug, Clone, Serialize)]
pub struct ChapterView {
    /// Its printed numeral and title, and its page.
    pub link: LinkView,
    /// Its text, as markup; empty on the home page.
    pub html: String,
    /// The headings of its text; none on the home page.
    pub headings: Vec<HeadingView>,
    /// Its sections.
    pub sections: Vec<SectionSummary>,
    /// The whole chapter as one page, where the plan is too large for one.
    pub plan: Option<String>,
    /// The page of its indicators, where those of the plan are too many for one.
    pub indicators: Option<String>,
}

/// A heading of a text.
#[derive(Debug, Clone, Serialize)]
pub struct HeadingView {
    /// The link to it.
    #[serde(flatten)]
    pub link: LinkView,
    /// The headings one level below it.
    pub parts: Vec<LinkView>,
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
    /// Whether they are so many that each is to be a line.
    pub brief: bool,
    /// How many indicators all of those sections have, in words.
    pub indicator_count: String,
    /// The indicators of those sections; none where they are too many for one page.
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
    pub headings: Vec<HeadingView>,
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
