//! The whole plan or a chapter as one page, and what can be kept.

use serde::Serialize;

use super::{ChapterView, GlossaryView, LinkView, PeriodView, RuleView, SectionView};

/// `plan`
#[derive(Debug, Serialize)]
pub struct PlanView {
    /// The theme's style, to stand in the page itself.
    pub style: String,
    /// From when to when the plan runs.
    pub period: PeriodView,
    /// The chapters with all their text: all of the plan, or one where the plan is too large for one page.
    pub chapters: Vec<PlanChapter>,
    /// The anchor of the glossary.
    pub glossary_id: String,
    /// The glossary, or the entries that the chapter needs.
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
    /// The whole plan as one page, in each language; none where each chapter has one instead.
    pub plans: Vec<DownloadView>,
    /// The tables of the indicators and their figures.
    pub data: Vec<DownloadView>,
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
