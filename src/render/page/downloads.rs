//! What can be kept: the whole plan in one file, the whole site as an archive.

use super::view::{DownloadView, DownloadsView};
use super::{Desk, Page};
use crate::localise::Edition;
use crate::render::bundle;
use crate::value::Address;

pub(super) fn downloads(desk: &Desk<'_>) -> DownloadsView {
    let edition = desk.edition;
    let plan = |other: &&Edition<'_>| {
        let address = Page::Plan.address(other.language);
        file(desk, &address, "HTML", (other.word("language.name"), other.tag()))
    };
    let bundle = (edition.word("downloads.bundle-file"), edition.tag());
    DownloadsView {
        plans: desk.shelf.editions.iter().filter_map(plan).collect(),
        bundle: file(desk, &bundle::address(), "ZIP", bundle),
        bundle_name: format!("{}.zip", edition.phrase(&edition.plan.title).text),
    }
}

/// The file at `address`, under a name and that name's language; `None` while there is none.
fn file(
    desk: &Desk<'_>,
    address: &Address,
    format: &str,
    (name, tag): (String, String),
) -> Option<DownloadView> {
    let size = desk.edition.size(*desk.shelf.sizes.get(address)?);
    let facts = [("format", format), ("size", size.as_str())];
    Some(DownloadView {
        href: desk.file(address),
        name,
        tag,
        facts: desk.edition.word_with("downloads.facts", &facts),
    })
}
