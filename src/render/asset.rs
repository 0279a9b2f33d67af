//! The files that pages load: one style sheet, one script for all pages and one for a kind of page,
//! and what a theme or the plan adds.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;

use crate::value::Address;

/// The files beside the pages, and where pages find them.
#[derive(Debug, Default)]
pub(super) struct Assets {
    pub(super) files: BTreeMap<Address, Vec<u8>>,
    /// The style sheet, if the theme has one.
    pub(super) style: Option<Address>,
    /// The same with the theme's pictures and fonts inside it, to stand in a page's `style`.
    pub(super) style_alone: String,
    /// The script of every page, if the theme has one.
    pub(super) script: Option<Address>,
    /// The scripts of the pages of one kind, by that kind.
    pub(super) page_scripts: BTreeMap<String, Address>,
}

/// Names the cascade layers, so that the order of the other sheets does not matter.
const LAYERS: &str = "css/layer.css";

/// Where the scripts stand that only pages of one kind load; their names are the kinds.
const PAGE_SCRIPTS: &str = "js/page/";

/// Joins a theme's sheets, and its scripts but for those of one kind of page. The joined files carry a fingerprint in their names, so that
/// no browser shows a new page in an old style.
pub(super) fn bundle(files: &BTreeMap<String, Vec<u8>>) -> Assets {
    let mut sheet = files.get(LAYERS).cloned().unwrap_or_default();
    let mut script = Vec::new();
    let mut assets = Assets::default();
    for (path, bytes) in files {
        if path == LAYERS {
            continue;
        }
        if let Some(kind) = kind_of_script(path) {
            let address = assets.add(&format!("page-{kind}"), "js", bytes.clone());
            assets.page_scripts.extend(address.map(|address| (kind.to_owned(), address)));
            continue;
        }
        let joined = match path.rsplit_once('.') {
            Some((_, "css")) => &mut sheet,
            Some((_, "js")) => &mut script,
            _ => {
                assets.files.insert(Address::new(format!("assets/{path}")), bytes.clone());
                continue;
            }
        };
        joined.extend_from_slice(bytes);
        if !bytes.ends_with(b"\n") {
            joined.push(b'\n');
        }
    }
    assets.style = assets.add("style", "css", sheet);
    assets.script = assets.add("script", "js", script);
    assets.style_alone = assets.style_alone();
    assets
}

/// The kind of page that the script at `path` is for; `None` for a script of every page.
fn kind_of_script(path: &str) -> Option<&str> {
    path.strip_prefix(PAGE_SCRIPTS)?.strip_suffix(".js").filter(|kind| !kind.contains('/'))
}

impl Assets {
    fn style_alone(&self) -> String {
        let sheet = self.style.as_ref().and_then(|style| self.files.get(style));
        let mut sheet = String::from_utf8_lossy(sheet.map_or(&[], Vec::as_slice)).into_owned();
        for (address, bytes) in &self.files {
            let path = address.as_str().trim_start_matches("assets/");
            for quote in ["", "\"", "'"] {
                let named = format!("url({quote}{path}{quote})");
                if sheet.contains(&named) {
                    sheet = sheet.replace(&named, &format!("url({})", data_uri(path, bytes)));
                }
            }
        }
        // Nothing in a sheet ends the element that it stands in.
        sheet.replace("</", "<\\/")
    }

    fn add(&mut self, name: &str, extension: &str, bytes: Vec<u8>) -> Option<Address> {
        if bytes.is_empty() {
            return None;
        }
        let address = fingerprinted(name, extension, &bytes);
        self.files.insert(address.clone(), bytes);
        Some(address)
    }
}

/// Where a file with the content `bytes` stands: under another name as soon as they differ.
pub(super) fn fingerprinted(name: &str, extension: &str, bytes: &[u8]) -> Address {
    let fingerprint = blake3::hash(bytes).to_hex();
    Address::new(format!("assets/{name}-{}.{extension}", &fingerprint[..8]))
}

/// The file `path` as an address that holds it.
pub(super) fn data_uri(path: &str, bytes: &[u8]) -> String {
    format!("data:{};base64,{}", media_type(path), BASE64.encode(bytes))
}

pub(super) fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
