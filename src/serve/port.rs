//! At which port of this computer the site is found.

use std::net::{Ipv4Addr, TcpListener};

use crate::diagnostic::{Diagnostic, Rule};

/// The first port tried where nobody names one.
const USUAL: u16 = 8000;

/// How many ports are tried before the system may choose one.
const TRIED: usize = 100;

/// Listens at the port `asked` for, 0 being any; where none is, at the first free one from 8000 on.
/// Nobody but this computer is heard.
pub(super) fn listen(asked: Option<u16>) -> Result<TcpListener, Diagnostic> {
    let first = asked.unwrap_or(USUAL);
    let refused = match bind(first) {
        Ok(listener) => return Ok(listener),
        Err(refused) => refused,
    };
    let free = (first..=u16::MAX).skip(1).take(TRIED).chain([0]).find_map(|port| bind(port).ok());
    match free {
        Some(listener) if asked.is_none() => Ok(listener),
        free => {
            let free = free.and_then(|listener| listener.local_addr().ok()).map_or(0, |free| free.port());
            let place = format!("{}:{first}", Ipv4Addr::LOCALHOST);
            Err(Diagnostic::about(Rule::PortTaken, place).because(&refused).with("free", free))
        }
    }
}

fn bind(port: u16) -> std::io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
}
