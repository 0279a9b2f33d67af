//! Which kind of file a browser is told that it gets.

/// The media type of the file at `address`, by its ending: those of a site, and of what towns put
/// beside their text.
pub(super) fn kind(address: &str) -> &'static str {
    match address.rsplit('.').next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "html" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" => SCRIPT,
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "csv" => "text/csv; charset=utf-8",
        "xml" => "application/xml",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

/// A page.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// A script.
pub(super) const SCRIPT: &str = "text/javascript; charset=utf-8";
