//! Requests that no browser sends: broken, endless, misleading, or none at all. The same number makes the same.

/// A text that stands in a file beside the site, and in none of its answers.
pub const CANARY: &str = "nobody outside may read this";

/// Ways out of a folder to the file `canary.txt` beside it.
const WAYS_OUT: [&str; 16] = [
    "/../canary.txt",
    "/../../canary.txt",
    "/ja/../../canary.txt",
    "/..%2fcanary.txt",
    "/%2e%2e/canary.txt",
    "/%2e%2e%2f%2e%2e%2fcanary.txt",
    "/%252e%252e%252fcanary.txt",
    "/..%5ccanary.txt",
    "/..\\..\\canary.txt",
    "/....//canary.txt",
    "/.%00./canary.txt",
    "/ja/index.html%00/../../../canary.txt",
    "/%c0%ae%c0%ae/canary.txt",
    "/;/../canary.txt",
    "/.keikaku/../../canary.txt",
    "//localhost/..//canary.txt",
];

const METHODS: [&str; 12] = [
    "OPTIONS", "TRACE", "PATCH", "DELETE", "PROPFIND", "PUT", "POST", "MKCOL", "get", "BREW", "GET\0",
    "G\u{e9}T",
];

const LENGTHS: [&str; 9] = [
    "-1",
    "99999999999999999999999",
    "18446744073709551615",
    "0x10",
    "1, 2",
    "+5",
    "5\r\nContent-Length: 6",
    "",
    "5 5",
];

/// Lines of a head that are none, or that two programs read differently.
const LINES: [&str; 9] = [
    "X : a",
    "X\0: a",
    "X: a\n b",
    ": a",
    "X",
    "X: a\rY: b",
    "Content-Length: 4\r\nTransfer-Encoding: chunked",
    "Transfer-Encoding: identity, chunked, chunked",
    "Host: localhost",
];

const TARGETS: [&str; 9] = [
    "http://town.example/",
    "file:///etc/passwd",
    "http://localhost@town.example/",
    "*",
    "ja/index.html",
    "javascript:alert(1)",
    "/%",
    "/%zz%1",
    "http://[::1",
];

/// The bytes of the request `number` to the server that `host`, a header with its line break, names; false
/// beside them where it may be answered with a page.
pub fn request(number: u64, host: &str) -> (Vec<u8>, bool) {
    let mut seed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut random = |below: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        usize::try_from(seed >> 1).unwrap() % below
    };
    let noise: Vec<u8> = (0..random(600)).map(|_| u8::try_from(random(256)).unwrap()).collect();
    let mut one_of = |many: &[&'static str]| many[random(many.len())];
    let get = |target: &str| format!("GET {target} HTTP/1.1\r\n{host}");
    let plain = match number % 25 {
        0 => return (noise, true),
        1 => return ([b"GET /", noise.as_slice(), b" HTTP/1.1\r\n\r\n"].concat(), true),
        2 => return ([format!("{}X: ", get("/")).as_bytes(), &noise, b"\r\n\r\n"].concat(), false),
        3 => return ([b"GET /\xff\xfe\xc0 HTTP/1.1\r\n", host.as_bytes(), b"\r\n"].concat(), true),
        4 => return (get("/ja/index.html").into_bytes()[..random(20)].to_vec(), true),
        5 => return ([b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", noise.as_slice()].concat(), true),
        6 => format!("{}X: {}\r\n\r\n", get("/"), "a".repeat(100_000)),
        7 => format!("{}{}\r\n", get("/"), "A: b\r\n".repeat(500)),
        8 => format!("{}\r\n", get(&format!("/{}", "%2e%2e/".repeat(20_000)))),
        9 => format!("{}\r\n", get(&format!("/{}", "a".repeat(200_000)))),
        10 => format!("BREW /%{number} HTTP/9.9\r\n{host}\r\n"),
        11 => format!("{} / HTTP/1.1\r\n{host}\r\n", one_of(&METHODS)),
        12 => format!("CONNECT localhost:{} HTTP/1.1\r\n{host}\r\n", random(65_536)),
        13 => format!("{}\r\n", get(one_of(&TARGETS))),
        14 | 15 => format!("{}\r\n", get(one_of(&WAYS_OUT))),
        16 => format!("PUT / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n"),
        17 => {
            let chunks = "100\r\n".to_owned() + &"a".repeat(256) + "\r\n";
            format!(
                "POST / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\n\r\n{}",
                chunks.repeat(random(400))
            )
        }
        18 => format!("POST / HTTP/1.1\r\n{host}Content-Length: {}\r\n\r\nx", one_of(&LENGTHS)),
        19 => format!("POST / HTTP/1.1\r\n{host}Content-Length: 5\r\n\r\n{}", "x".repeat(random(100_000))),
        20 => format!("PUT / HTTP/1.1\r\n{host}{}\r\n\r\n", one_of(&LINES)),
        21 => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
        22 => format!("GET /\r\nGET / HTTP/0.9\r\n\r\n{number}"),
        23 => "GET / HTTP/1.1\r\nHost: town.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
            .to_owned(),
        // Only the first of them is answered.
        _ => return (format!("{}\r\n", get("/ja/index.html")).repeat(20).into_bytes(), false),
    };
    (plain.into_bytes(), true)
}
