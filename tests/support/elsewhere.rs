//! Another site, which stands on this computer: what links of a plan lead to.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// Answers at `listener` until the tests end; what was asked so far (`HEAD /moved`) is in the list.
///
/// `/gone` is not there, `/moved` is at `/new` now, `/today` is at `/new` for once, `/plain` knows no
/// `HEAD`, `/round` leads to itself, and all else is there.
pub fn open(listener: TcpListener) -> Arc<Mutex<Vec<String>>> {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let lines = BufReader::new(&stream).lines().map(Result::unwrap);
            let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
            let question = head[0].trim_end_matches(" HTTP/1.1").to_owned();
            let answer = match question.as_str() {
                "HEAD /gone" | "GET /gone" => "404 Not Found",
                "HEAD /moved" => "301 Moved Permanently\r\nLocation: /new",
                "HEAD /today" => "302 Found\r\nLocation: /new",
                "HEAD /round" => "301 Moved Permanently\r\nLocation: /round",
                "HEAD /plain" => "405 Method Not Allowed",
                _ => "200 OK",
            };
            let polite =
                head.iter().any(|line| line.to_ascii_lowercase().starts_with("user-agent: keikaku/"));
            list.lock().unwrap().push(if polite { question } else { format!("{question} by nobody") });
            write!(stream, "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
        }
    });
    asked
}
