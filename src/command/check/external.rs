//! Whether the addresses of other sites are still there. The one door to the network.
//!
//! Each address is asked once, however often it stands in the plan, and the addresses of one server one
//! after the other, so that the check is no burden to anybody.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use percent_encoding::{CONTROLS, utf8_percent_encode};
use ureq::http::header::LOCATION;
use ureq::http::{Method, Request, StatusCode, Uri};
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Error};

use crate::diagnostic::{Diagnostic, Diagnostics, Phrase, Rule, Span};

/// How many servers are asked at a time.
const AT_A_TIME: usize = 4;

/// How long a server may take to answer.
const PATIENCE: Duration = Duration::from_secs(15);

/// How often an address may lead to another before it is taken to lead nowhere.
const MOST_MOVES: usize = 8;

/// Says to servers who asks.
const VISITOR: &str = concat!("keikaku/", env!("CARGO_PKG_VERSION"), " (link check)");

/// What came of asking for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Answer {
    /// It is there.
    There,
    /// It is there, and has moved to another for good.
    Moved(String),
    /// It is not: the key of the reason's words, and the status where a server gave one.
    Gone(&'static str, u16),
}

/// What is to be said of `addresses`, each with its place.
pub(super) fn check(addresses: &[(String, Span)]) -> Diagnostics {
    let answers = ask_all(addresses.iter().map(|(address, _)| whole(address)));
    let told = addresses.iter().filter_map(|(address, span)| {
        let at = |rule| Diagnostic::at(rule, span).with("address", address);
        match answers.get(whole(address))? {
            Answer::There => None,
            Answer::Moved(new) => {
                let place = &address[whole(address).len()..];
                Some(at(Rule::MovedAddress).with("new", format!("{new}{place}")))
            }
            Answer::Gone(reason, status) => {
                let reason = Phrase::new(reason).with("status", status);
                Some(at(Rule::DeadAddress).saying("reason", reason))
            }
        }
    });
    told.collect()
}

/// `address` without the place in it, which no server is told.
fn whole(address: &str) -> &str {
    address.split('#').next().unwrap_or(address)
}

/// The answer for each of `addresses`.
fn ask_all<'a>(addresses: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, Answer> {
    let mut servers: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        let server = address.split('/').nth(2).unwrap_or_default().to_ascii_lowercase();
        let known = servers.entry(server).or_default();
        if !known.contains(&address) {
            known.push(address);
        }
    }
    let agent = agent();
    let left = Mutex::new(servers.into_values());
    let answers = Mutex::new(BTreeMap::new());
    std::thread::scope(|threads| {
        for _ in 0..AT_A_TIME {
            threads.spawn(|| {
                loop {
                    let next = left.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some(of_server) = next else { break };
                    for address in of_server {
                        let answer = ask(&agent, address);
                        answers.lock().unwrap_or_else(PoisonError::into_inner).insert(address, answer);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn agent() -> Agent {
    // Offices have certificates and proxies of their own, which the system knows.
    let trust = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    Agent::config_builder()
        .user_agent(VISITOR)
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .tls_config(trust)
        .build()
        .into()
}

/// Asks for `address`, and goes where it leads.
fn ask(agent: &Agent, address: &str) -> Answer {
    let mut here = utf8_percent_encode(address, CONTROLS).to_string();
    let mut moved = None;
    let mut for_good = true;
    for _ in 0..MOST_MOVES {
        let (status, next) = match visit(agent, &here) {
            Ok(answer) => answer,
            Err(error) => return Answer::Gone(reason(&error), 0),
        };
        match next {
            Some(next) => {
                for_good &= [StatusCode::MOVED_PERMANENTLY, StatusCode::PERMANENT_REDIRECT].contains(&status);
                if for_good {
                    moved = Some(next.clone());
                }
                here = next;
            }
            None if is_there(status) => return moved.map_or(Answer::There, Answer::Moved),
            None => return Answer::Gone("no-answer.status", status.as_u16()),
        }
    }
    Answer::Gone("no-answer.loop", 0)
}

/// Whether a page stands where a server answers with `status`: some are only shown to people, or not to
/// everybody.
fn is_there(status: StatusCode) -> bool {
    let guarded = [StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN, StatusCode::TOO_MANY_REQUESTS];
    status.is_success() || guarded.contains(&status)
}

/// What the server of `address` answers, and where it sends a visitor instead.
fn visit(agent: &Agent, address: &str) -> Result<(StatusCode, Option<String>), Error> {
    let request = |method| -> Result<_, Error> {
        let request = Request::builder().method(method).uri(address).body(())?;
        agent.run(request)
    };
    let mut answer = request(Method::HEAD)?;
    // Not every server knows the question that spares it the page itself.
    if answer.status().is_client_error() || answer.status().is_server_error() {
        answer = request(Method::GET)?;
    }
    let location = answer.headers().get(LOCATION).and_then(|value| value.to_str().ok());
    let next = location.filter(|_| answer.status().is_redirection());
    Ok((answer.status(), next.map(|next| joined(address, next))))
}

/// The address that `next` is for a visitor of `here`.
fn joined(here: &str, next: &str) -> String {
    let whole = whole(next);
    let Ok(from) = here.parse::<Uri>() else { return whole.to_owned() };
    let scheme = from.scheme_str().unwrap_or("https");
    let server = from.authority().map_or("", |server| server.as_str());
    if whole.contains("://") {
        whole.to_owned()
    } else if let Some(rest) = whole.strip_prefix("//") {
        format!("{scheme}://{rest}")
    } else if whole.starts_with('/') {
        format!("{scheme}://{server}{whole}")
    } else {
        let folder = from.path().rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{scheme}://{server}{folder}/{whole}")
    }
}

/// The key of the words that say why nothing came back.
fn reason(error: &Error) -> &'static str {
    match error {
        Error::HostNotFound => "no-answer.name",
        Error::Timeout(_) => "no-answer.time",
        Error::Io(error) if error.kind() == ErrorKind::TimedOut => "no-answer.time",
        Error::Io(error) if error.kind() == ErrorKind::ConnectionRefused => "no-answer.refused",
        Error::Tls(_) | Error::Rustls(_) => "no-answer.certificate",
        _ => "no-answer.failed",
    }
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_server_may_name_the_new_address_in_any_form() {
        for (next, expected) in [
            ("https://b.example/x#y", "https://b.example/x"),
            ("//b.example/x", "http://b.example/x"),
            ("/x?y", "http://a.example:8000/x?y"),
            ("x", "http://a.example:8000/town/x"),
        ] {
            assert_eq!(joined("http://a.example:8000/town/plan", next), expected, "{next}");
        }
    }
}
