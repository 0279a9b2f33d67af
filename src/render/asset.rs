//! The files that pages load: one style sheet, one script, and what a theme or the plan adds.

use std::collections::BTreeMap;

use crate::value::Address;

/// The files beside the pages, and where pages find them.
#[derive(Debug)]
pub(super) struct Assets {
    pub(super) files: BTreeMap<Address, Vec<u8>>,
    /// The style sheet, if the theme has one.
    pub(super) style: Option<Address>,
    /// The script, if the theme has one.
    pub(super) script: Option<Address>,
}

/// Names the cascade layers, so that the order of the other sheets does not matter.
const LAYERS: &str = "css/layer.css";

/// Joins a theme's sheets and scripts. The joined files carry a fingerprint in their names, so that
/// no browser shows a new page in an old style.
pub(super) fn bundle(files: &BTreeMap<String, Vec<u8>>) -> Assets {
    let mut sheet = files.get(LAYERS).cloned().unwrap_or_default();
    let mut script = Vec::new();
    let mut assets = Assets { files: BTreeMap::new(), style: None, script: None };
    for (path, bytes) in files {
        if path == LAYERS {
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
    assets
}

impl Assets {
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
