//! What can be kept: the whole plan in one file, its figures as tables, the whole site as an archive.

use super::view::{DownloadView, DownloadsView};
use super::{Desk, Page};
use crate::localise::Edition;
use crate::render::bundle;
use crate::render::data::whole_plan;
use crate::value::Address;

pub(super) fn downloads(desk: &Desk<'_>) -> DownloadsView {
    let edition = desk.edition;
    let plan = |other: &&Edition<'_>| {
        let address = Page::Plan(None).address(other.language);
        file(desk, &address, "HTML", (other.word("language.name"), other.tag()))
    };
    let bundle = (edition.word("downloads.bundle-file"), edition.tag());
    DownloadsView {
        plans: desk.shelf.editions.iter().filter_map(plan).collect(),
        bundle: file(desk, &bundle::address(), "ZIP", bundle),
        data: tables(desk),
        bundle_name: format!("{}.zip", edition.phrase(&edition.plan.title).text),
    }
}

/// The tables of the whole plan.
fn tables(desk: &Desk<'_>) -> Vec<DownloadView> {
    let data = desk.shelf.data;
    let of_table = |key: &str| data.tables.iter().any(|table| table.name == key);
    let files = whole_plan(&data.sizes).filter(|(key, _)| of_table(key));
    let table = |address: Address| {
        let name = address.as_str().rsplit('/').next().unwrap_or_default().to_owned();
        file(desk, &address, "CSV", (name, desk.edition.tag()))
    };
    files.filter_map(|(_, address)| table(address)).collect()
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
