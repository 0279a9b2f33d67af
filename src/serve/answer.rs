//! From a request to its answer. Pure: what is shown comes from memory, whatever is asked for.

use hyper::body::Bytes;
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue, LOCATION, X_CONTENT_TYPE_OPTIONS};
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;

use super::kind::{self, kind};
use super::live;
use super::server::Shown;
use super::visitor::admit;
use crate::value::Address;

/// What a request gets.
pub(super) enum Answer {
    /// All of it at once.
    Whole(Response<Bytes>),
    /// The head of a stream of events.
    Events(Response<()>),
}

/// The answer to `request` at `port`, where `shown` is the site.
pub(super) fn answer<B>(request: &Request<B>, port: u16, shown: &Shown) -> Answer {
    let whole = if let Err(refused) = admit(request, port) {
        response(refused, "", Bytes::new())
    } else if ![Method::GET, Method::HEAD].contains(request.method()) {
        with(response(StatusCode::METHOD_NOT_ALLOWED, "", Bytes::new()), ALLOW, "GET, HEAD")
    } else if request.uri().path() == live::EVENTS && request.method() == Method::GET {
        return Answer::Events(response(StatusCode::OK, "text/event-stream", ()));
    } else if request.uri().path() == live::SCRIPT {
        response(StatusCode::OK, kind::SCRIPT, Bytes::from_static(live::LIVE.as_bytes()))
    } else {
        file(request.uri().path(), shown)
    };
    Answer::Whole(whole)
}

/// The file of the site at `path`, or the site's page for addresses that it does not have.
fn file(path: &str, shown: &Shown) -> Response<Bytes> {
    let Some(files) = &shown.files else {
        return page(StatusCode::SERVICE_UNAVAILABLE, live::NO_SITE.as_bytes(), shown);
    };
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let asked = decoded.strip_prefix('/').unwrap_or(&decoded);
    let inside = if asked.is_empty() || asked.ends_with('/') { "index.html" } else { "" };
    let address = Address::new(format!("{asked}{inside}"));
    if let Some(bytes) = files.get(&address) {
        return match kind(address.as_str()) {
            kind::HTML => page(StatusCode::OK, bytes, shown),
            kind => response(StatusCode::OK, kind, Bytes::copy_from_slice(bytes)),
        };
    }
    if files.contains_key(&Address::new(format!("{asked}/index.html"))) {
        // Links in a folder's page begin at the folder.
        let name = path.rsplit('/').next().unwrap_or_default();
        let found = response(StatusCode::TEMPORARY_REDIRECT, "", Bytes::new());
        return with(found, LOCATION, &format!("./{name}/"));
    }
    let missing = files.get(&Address::new("404.html")).map(|html| live::at_any_depth(html));
    page(StatusCode::NOT_FOUND, &missing.unwrap_or_default(), shown)
}

fn page(status: StatusCode, html: &[u8], shown: &Shown) -> Response<Bytes> {
    response(status, kind::HTML, live::with_script(html, &shown.name).into())
}

/// An answer that no browser keeps, and that pages from elsewhere cannot use or frame.
fn response<T>(status: StatusCode, kind: &str, body: T) -> Response<T> {
    let mut response = Response::new(body);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.insert("x-frame-options", HeaderValue::from_static("SAMEORIGIN"));
    if kind.is_empty() { response } else { with(response, CONTENT_TYPE, kind) }
}

/// `response` with one more header, where `value` can stand in one.
fn with<T>(mut response: Response<T>, name: hyper::header::HeaderName, value: &str) -> Response<T> {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
    response
}
