//! How pages are bound: each in a file of its own, or the text of the plan in one, or of a chapter.
//!
//! Whoever writes a link, an id, a heading or a picture asks here, so that the same views and
//! templates serve both.

use std::collections::HashSet;

use super::asset::data_uri;
use crate::read::Asset;
use crate::value::Address;

/// A file that holds many pages, and needs no other file. Each is there in every language.
#[derive(Debug)]
pub(super) struct Volume<'a> {
    /// The pages that it holds, in whichever language it is.
    pub(super) pages: HashSet<Address>,
    /// The places that it holds of other pages.
    pub(super) places: HashSet<(Address, String)>,
    /// The files that stand beside the text.
    pub(super) assets: &'a [Asset],
    /// The site's address on the web.
    pub(super) base_url: Option<&'a str>,
}

impl Volume<'_> {
    fn holds(&self, page: &Address, id: &str) -> bool {
        self.pages.contains(page) || self.places.contains(&(page.clone(), id.to_owned()))
    }
}

/// How the page whose text is written is bound.
#[derive(Debug)]
pub(super) struct Binding<'a> {
    page: Address,
    volume: Option<&'a Volume<'a>>,
    /// By how many levels the page's headings go down.
    depth: u8,
}

/// HTML has no heading below this level.
const LOWEST_HEADING: u8 = 6;

impl<'a> Binding<'a> {
    /// `page` in a file of its own.
    pub(super) fn loose(page: Address) -> Self {
        Self { page, volume: None, depth: 0 }
    }

    /// `page` as the whole of `volume`.
    pub(super) fn within(volume: &'a Volume<'a>, page: Address) -> Self {
        Self { page, volume: Some(volume), depth: 0 }
    }

    /// `page` in the same volume, `depth` headings below its title.
    pub(super) fn part(&self, page: Address, depth: u8) -> Self {
        Self { page, volume: self.volume, depth }
    }

    /// The page whose text is written.
    pub(super) fn page(&self) -> &Address {
        &self.page
    }

    /// What the id `id` of this page is in its file.
    pub(super) fn id(&self, id: &str) -> String {
        if self.volume.is_some() { anchor(&self.page, id) } else { id.to_owned() }
    }

    /// The link to the place `id` of the page or file `to`; to all of it where `id` is empty.
    /// `None` where a volume cannot lead there.
    pub(super) fn link(&self, to: &Address, id: &str) -> Option<String> {
        let place = if id.is_empty() { String::new() } else { format!("#{id}") };
        match self.volume {
            None if *to == self.page && !id.is_empty() => Some(place),
            None => Some(format!("{}{place}", to.relative_to(&self.page))),
            Some(volume) if volume.holds(to, id) => Some(format!("#{}", anchor(to, id))),
            Some(volume) => volume.base_url.map(|base| format!("{base}{to}{place}")),
        }
    }

    /// Whether the page has a file of its own.
    pub(super) fn is_loose(&self) -> bool {
        self.volume.is_none()
    }

    /// The picture at `at`, as an address that holds it; `None` where the volume lacks it.
    pub(super) fn picture(&self, at: &Address) -> Option<String> {
        let (_, path) = at.as_str().split_once('/')?;
        let asset = self.volume?.assets.iter().find(|asset| asset.path == path)?;
        Some(data_uri(path, &asset.bytes))
    }

    /// The level of the page's heading `level` in its file.
    pub(super) fn level(&self, level: u8) -> u8 {
        (level + self.depth).min(LOWEST_HEADING)
    }
}

/// The id of a place of `page` in a volume, the same in every language:
/// `3-administration/1-efficient-administration:situation`.
fn anchor(page: &Address, id: &str) -> String {
    let path = page.as_str().split_once('/').map_or(page.as_str(), |(_language, path)| path);
    let name = path.trim_end_matches(".html");
    if id.is_empty() { name.to_owned() } else { format!("{name}:{id}") }
}
