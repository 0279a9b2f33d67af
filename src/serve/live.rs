//! What a served page has beside the built one: the script that loads it again, and shows what stands
//! in the way of the next site.

/// Where the script is. No file of a site is in a folder that begins with a dot.
pub(super) const SCRIPT: &str = "/.keikaku/live.js";

/// Where the script hears of the next site.
pub(super) const EVENTS: &str = "/.keikaku/events";

/// The script itself.
pub(super) const LIVE: &str = include_str!("live.js");

/// The page that stands where there was no site yet.
pub(super) const NO_SITE: &str =
    "<!doctype html>\n<html><head><title>keikaku</title></head><body>\n</body></html>\n";

/// The page `html` of the site called `name`, with the script as its last element.
pub(super) fn with_script(html: &[u8], name: &str) -> Vec<u8> {
    let end = html.windows(BODY_END.len()).rposition(|part| part == BODY_END).unwrap_or(html.len());
    let script = format!("<script src=\"{SCRIPT}\" data-site=\"{name}\"></script>");
    [&html[..end], script.as_bytes(), &html[end..]].concat()
}

/// The page `html` so that its links work at any depth: they begin at the site's own address.
pub(super) fn at_any_depth(html: &[u8]) -> Vec<u8> {
    let start = html.windows(HEAD.len()).position(|part| part == HEAD).map_or(0, |head| head + HEAD.len());
    [&html[..start], b"<base href=\"/\">", &html[start..]].concat()
}

const HEAD: &[u8] = b"<head>";
const BODY_END: &[u8] = b"</body>";
