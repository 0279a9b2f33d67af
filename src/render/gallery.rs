//! Charts and their sentences, which several pages show: drawn once for pages that are made together, and
//! for the charts' files.

use std::convert::Infallible;
use std::sync::Arc;

use quick_cache::sync::Cache;

use super::chart::{self, Chart};
use crate::localise::{Edition, Phrase};
use crate::plan::Indicator;

/// How many pictures hang at a time: more than the pages of a batch show, and a few megabytes.
const PICTURES: usize = 1024;

/// The pictures of one language.
pub(super) struct Gallery<'a> {
    edition: &'a Edition<'a>,
    pictures: Cache<String, Arc<Picture>>,
}

/// An indicator in a picture.
pub(super) struct Picture {
    /// The finding, in a sentence.
    pub(super) finding: Phrase,
    /// The chart.
    pub(super) chart: Chart,
}

impl<'a> Gallery<'a> {
    /// An empty gallery.
    pub(super) fn of(edition: &'a Edition<'a>) -> Self {
        Self { edition, pictures: Cache::new(PICTURES) }
    }

    /// The picture of `indicator`.
    pub(super) fn picture(&self, indicator: &Indicator) -> Arc<Picture> {
        let draw = || {
            let finding = self.edition.finding(indicator);
            let chart = Chart::draw(&chart::drawing(self.edition, indicator, &finding));
            Ok::<_, Infallible>(Arc::new(Picture { finding, chart }))
        };
        let Ok(picture) = self.pictures.get_or_insert_with(indicator.id.as_str(), draw);
        picture
    }
}
