//! How data is written as JSON: for people, and inside a script.

use serde::Serialize;

/// `data` as people read it too.
pub(super) fn pretty(data: &impl Serialize) -> Vec<u8> {
    // Text, numbers, lists and mappings by text: nothing that JSON cannot hold.
    let mut json = serde_json::to_vec_pretty(data).unwrap_or_default();
    json.push(b'\n');
    json
}

/// `data` for a script, in a file or in a page. No text in it can end the script: JSON quotes it, and
/// the characters that mean something to HTML or to old JavaScript are written as escapes.
pub(super) fn in_script(data: &impl Serialize) -> String {
    let json = serde_json::to_string(data).unwrap_or_default();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
