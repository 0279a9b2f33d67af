//! Who may see the site: pages of the site itself, and the person at this computer.
//!
//! What is not published yet is shown here. A page from elsewhere, open in the same browser, could
//! ask this address too, or lead a name of its own to it; the browser tells both in its headers.

use hyper::header::{HOST, HeaderMap, HeaderName, ORIGIN};
use hyper::{Request, StatusCode};

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// The names of this computer.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Refuses, by the status to answer with, what does not come from this computer's own pages or from
/// its user; `port` is the port that the site is at.
pub(super) fn admit<B>(request: &Request<B>, port: u16) -> Result<(), StatusCode> {
    let headers = request.headers();
    let host = only(headers, &HOST).ok_or(StatusCode::BAD_REQUEST)?;
    let asked = request.uri().authority().map_or(host, |authority| authority.as_str());
    if ![host, asked].into_iter().all(|host| is_here(host, port)) {
        return Err(StatusCode::MISDIRECTED_REQUEST);
    }
    let own = |origin: &str| origin.strip_prefix("http://").is_some_and(|host| is_here(host, port));
    let from_here = !headers.contains_key(ORIGIN) || only(headers, &ORIGIN).is_some_and(own);
    let wanted = match only(headers, &SITE) {
        Some("same-origin" | "none") => true,
        // A link from elsewhere may lead here, as a page of its own.
        Some(_) => only(headers, &DESTINATION) == Some("document"),
        None => !headers.contains_key(&SITE),
    };
    if from_here && wanted { Ok(()) } else { Err(StatusCode::FORBIDDEN) }
}

/// The value of a header that stands there once, as text.
fn only<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    values.next().filter(|_| values.next().is_none())?.to_str().ok()
}

/// Whether `host` is this computer by one of its names, at `port`.
fn is_here(host: &str, port: u16) -> bool {
    let own = |name: &&str| {
        let (named, rest) = host.split_at_checked(name.len()).unwrap_or_default();
        let at_port = rest.strip_prefix(':').is_some_and(|written| written == port.to_string());
        named.eq_ignore_ascii_case(name) && (at_port || (rest.is_empty() && port == 80))
    };
    NAMES.iter().any(own)
}

#[cfg(test)]
mod tests {
    use hyper::Request;

    use super::admit;

    fn status(uri: &str, headers: &[(&str, &str)]) -> u16 {
        let request =
            headers.iter().fold(Request::get(uri), |request, (name, value)| request.header(*name, *value));
        admit(&request.body(()).unwrap(), 8000).err().map_or(200, |status| status.as_u16())
    }

    #[test]
    fn only_the_names_of_this_computer_at_the_own_port_are_answered() {
        for host in ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LocalHost:8000"] {
            assert_eq!(status("/", &[("host", host)]), 200, "{host}");
        }
        for host in [
            "town.example:8000",
            "localhost",
            "localhost:80",
            "localhost:8000.evil.example",
            "",
            "127.0.0.1:08000",
            "evil@localhost:8000",
            "localhostx:8000",
            "計",
        ] {
            assert_ne!(status("/", &[("host", host)]), 200, "{host}");
        }
        assert_eq!(status("/", &[]), 400);
        assert_eq!(status("/", &[("host", "localhost:8000"), ("host", "localhost:8000")]), 400);
        assert_eq!(status("http://town.example/", &[("host", "localhost:8000")]), 421);
    }

    #[test]
    fn a_page_from_elsewhere_may_lead_here_and_read_nothing() {
        let host = ("host", "localhost:8000");
        let from = |headers: &[(&'static str, &'static str)]| status("/", &[&[host], headers].concat());
        assert_eq!(from(&[("origin", "http://localhost:8000")]), 200);
        assert_eq!(from(&[("origin", "https://localhost:8000")]), 403);
        assert_eq!(from(&[("origin", "http://town.example")]), 403);
        assert_eq!(from(&[("origin", "null")]), 403);
        assert_eq!(from(&[("sec-fetch-site", "same-origin")]), 200);
        assert_eq!(from(&[("sec-fetch-site", "none")]), 200);
        assert_eq!(from(&[("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "document")]), 200);
        assert_eq!(from(&[("sec-fetch-site", "cross-site"), ("sec-fetch-dest", "script")]), 403);
        assert_eq!(from(&[("sec-fetch-site", "same-site"), ("sec-fetch-dest", "iframe")]), 403);
        assert_eq!(from(&[("sec-fetch-site", "cross-site")]), 403);
    }
}
