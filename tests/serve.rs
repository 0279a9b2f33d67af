//! `keikaku serve`: what a browser at this computer gets, what anybody else does not, and what happens
//! when files are saved.

#[path = "support/odd.rs"]
mod odd;
#[path = "support/program.rs"]
mod program;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use program::{command, files, repository};
use serde_json::Value;
use tempfile::TempDir;

/// Longer than anything here takes; who waits so long has lost.
const PATIENCE: Duration = Duration::from_secs(20);

const PLAN: &str = "content/plan.yml";
const WATER: &str = "content/1-living/1-water.md";

/// A copy of `tests/site` that a test may change: the folder `project` in the one given.
fn site() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, bytes) in files(&repository().join("tests/site")) {
        let path = folder.path().join("project").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// The program, serving a copy of `tests/site` at a free port.
struct Served {
    folder: TempDir,
    program: Child,
    said: BufReader<ChildStdout>,
    port: u16,
}

impl Served {
    fn start() -> Self {
        Self::of(site(), &["--port", "0"])
    }

    fn of(folder: TempDir, arguments: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_keikaku"))
            .env_remove("LC_ALL")
            .env_remove("LC_MESSAGES")
            .env("LANG", "C.UTF-8")
            .arg("serve")
            .arg("--root")
            .arg(folder.path().join("project"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(program.stdout.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        let port = line.split("http://127.0.0.1:").nth(1).and_then(|rest| rest.split('/').next());
        let port = port.and_then(|port| port.parse().ok()).unwrap_or_else(|| panic!("no address in {line}"));
        Self { folder, program, said, port }
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    /// A connection on which `request` has been sent.
    fn connect(&self, request: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        // Whoever sends too much is cut off before the end of it.
        let _ = stream.write_all(request);
        stream
    }

    /// The status, the head and the body that `request` is answered with; `headers` end in line breaks.
    fn ask(&self, request: &str, headers: &str) -> (u16, String, Vec<u8>) {
        let mut answer = Vec::new();
        let request = format!("{request} HTTP/1.1\r\n{headers}\r\n");
        self.connect(request.as_bytes()).read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|part| part == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8(answer[..end].to_vec()).unwrap().to_lowercase();
        (head[9..12].parse().unwrap(), head, answer.split_off(end + 4))
    }

    fn host(&self) -> String {
        format!("Host: localhost:{}\r\n", self.port)
    }

    fn get(&self, path: &str) -> (u16, String, Vec<u8>) {
        self.ask(&format!("GET {path}"), &self.host())
    }

    fn page(&self, path: &str) -> String {
        String::from_utf8(self.get(path).2).unwrap()
    }

    fn events(&self) -> Events {
        let request = format!("GET /.keikaku/events HTTP/1.1\r\n{}\r\n", self.host());
        Events(BufReader::new(self.connect(request.as_bytes())))
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.root().join(path), text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root().join(path)).unwrap()
    }

    /// Ends the program as Ctrl-C does: its exit code, and all it said of errors.
    fn interrupt(&mut self) -> (Option<i32>, String) {
        Command::new("kill").arg("-INT").arg(self.program.id().to_string()).status().unwrap();
        let code = self.program.wait().unwrap().code();
        let mut errors = String::new();
        self.program.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        (code, errors)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// What a page hears.
struct Events(BufReader<TcpStream>);

impl Events {
    fn next(&mut self) -> Value {
        loop {
            let mut line = String::new();
            assert_ne!(
                self.0.read_line(&mut line).expect("an event comes in time"),
                0,
                "the events have ended"
            );
            if let Some(data) = line.strip_prefix("data: ") {
                return serde_json::from_str(data).unwrap();
            }
        }
    }
}

/// A served page without what the server put into it.
fn as_built(page: &str) -> String {
    let start = page.find("<script src=\"/.keikaku/live.js\" data-site=\"").expect("a page has the script");
    let end = start + page[start..].find("</script>").unwrap() + "</script>".len();
    format!("{}{}", &page[..start], &page[end..])
}

#[test]
fn every_file_is_served_as_it_is_built_and_nothing_is_written() {
    let served = Served::start();
    let before = files(&served.root());
    let out = served.folder.path().join("public");
    command().arg("build").arg("--root").arg(served.root()).arg("--out").arg(&out).unwrap();
    let mut built = files(&out);
    built.retain(|path, _| !path.starts_with(".keikaku"));
    assert!(built.len() > 50);
    for (address, bytes) in &built {
        let (status, head, body) = served.get(&format!("/{address}"));
        let is_page = head.contains("content-type: text/html");
        let body = if is_page { as_built(&String::from_utf8(body).unwrap()).into_bytes() } else { body };
        assert_eq!(status, 200, "{address}");
        assert!(body == *bytes, "{address} is served otherwise than it is built");
        assert!(head.contains("\r\ncache-control: no-store"), "{head}");
        assert!(!head.contains("application/octet-stream"), "{address} has no type: {head}");
    }
    assert!(files(&served.root()) == before, "the project was written to");
}

#[test]
fn a_folder_is_its_index_and_what_is_not_there_is_the_sites_own_page() {
    let served = Served::start();
    assert_eq!(served.page("/"), served.page("/index.html"));
    assert_eq!(served.page("/ja/?a=b"), served.page("/ja/index.html"));
    let (status, head, _) = served.get("/ja");
    assert_eq!(status, 307);
    assert!(head.contains("location: ./ja/"), "{head}");
    let (status, head, body) = served.get("/ja/no/such/page.html");
    let page = String::from_utf8(body).unwrap();
    assert_eq!(status, 404);
    assert!(head.contains("content-type: text/html; charset=utf-8"), "{head}");
    assert!(page.contains("<base href=\"/\">") && page.contains("href=\"ja/index.html\""), "{page}");
    let (status, head, body) = served.ask("HEAD /ja/index.html", &served.host());
    assert_eq!((status, body.len()), (200, 0));
    assert!(head.contains("content-length: "), "{head}");
    let (status, head, _) = served.ask("POST /", &served.host());
    assert_eq!(status, 405);
    assert!(head.contains("allow: get, head"), "{head}");
}

#[test]
fn a_saved_file_is_seen_however_an_editor_saves_it() {
    let served = Served::start();
    let mut events = served.events();
    let first = events.next();
    assert_eq!(first["notice"], Value::Null);
    assert!(served.page("/ja/").contains(&format!("data-site=\"{}\"", first["site"].as_str().unwrap())));

    let text = served.read(WATER);
    served.write(WATER, &text.replacen("title: ", "title: 新しい", 1));
    let second = events.next();
    assert_ne!(second["site"], first["site"]);
    assert!(served.page("/ja/1-living/1-water.html").contains("新しい"));

    served.write("content/1-living/.1-water.md.swp", "an editor's own");
    served.write("content/1-living/water.tmp~", &text.replacen("title: ", "title: 次の", 1));
    let folder = served.root().join("content/1-living");
    fs::rename(folder.join("water.tmp~"), folder.join("1-water.md")).unwrap();
    let third = events.next();
    assert_ne!(third["site"], second["site"]);
    assert!(served.page("/ja/1-living/1-water.html").contains("次の"));

    served.write(WATER, &text);
    assert_eq!(events.next(), first, "the same files make the same site");
}

#[test]
fn an_error_leaves_the_last_good_page_and_is_told_in_it_until_it_is_mended() {
    let mut served = Served::start();
    let mut events = served.events();
    let good = events.next();
    let page = served.page("/ja/1-living/1-water.html");
    let text = served.read(WATER);

    served.write(WATER, &text.replacen("title: ", "<b>: ", 1));
    let bad = events.next();
    assert_eq!(bad["site"], good["site"]);
    let findings = bad["notice"]["findings"].as_array().unwrap();
    let unknown = findings.iter().find(|one| one["what"].as_str().unwrap().contains("K0203")).unwrap();
    assert_eq!(unknown["place"], format!("{WATER}:2:1"));
    assert_eq!(unknown["what"], "error[K0203]: the key `<b>` is not known here");
    assert_eq!(unknown["line"][1], "<b>");
    assert_eq!(unknown["help"][0], "remove it, or check its spelling");
    assert_eq!(bad["notice"]["language"], "en");
    assert!(
        bad["notice"]["heading"].as_str().unwrap().starts_with(&format!("{} error", findings.len())),
        "{bad}"
    );
    assert_eq!(served.page("/ja/1-living/1-water.html"), page);
    assert_eq!(served.events().next(), bad, "a page that is opened now hears of it as well");

    served.write(WATER, &text);
    assert_eq!(events.next(), good);
    let (_, told) = served.interrupt();
    assert!(told.contains(&format!("{WATER}:2:1")), "{told}");
}

#[test]
fn a_folder_that_vanishes_comes_back() {
    let served = Served::start();
    let mut events = served.events();
    let good = events.next();
    for folder in ["content", ""] {
        let folder = served.root().join(folder);
        let aside = served.folder.path().join("aside");
        fs::rename(&folder, &aside).unwrap();
        assert_eq!(events.next()["notice"]["findings"].as_array().unwrap().len(), 1);
        fs::rename(&aside, &folder).unwrap();
        assert_eq!(events.next(), good);
    }
}

#[test]
fn a_project_that_begins_with_an_error_has_pages_as_soon_as_it_is_mended() {
    let folder = site();
    let plan = folder.path().join("project").join(PLAN);
    let text = fs::read_to_string(&plan).unwrap();
    fs::remove_file(&plan).unwrap();
    let served = Served::of(folder, &["--port", "0"]);
    let (status, _, body) = served.get("/");
    assert_eq!(status, 503);
    assert!(String::from_utf8(body).unwrap().contains("data-site=\"\""));
    let mut events = served.events();
    assert_eq!(events.next()["notice"]["findings"][0]["place"], PLAN);
    served.write(PLAN, &text);
    assert_eq!(events.next()["notice"], Value::Null);
    assert_eq!(served.get("/").0, 200);
}

#[test]
fn a_busy_port_is_an_error_where_it_was_asked_for_and_else_passed_over() {
    let busy = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = busy.local_addr().unwrap().port().to_string();
    let output = command().args(["serve", "--port", &port]).timeout(PATIENCE).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("error[K1001]") && said.contains("`--port "), "{said}");

    let _first = TcpListener::bind("127.0.0.1:8000");
    let served = Served::of(site(), &[]);
    assert!(served.port > 8000, "{}", served.port);
    assert_eq!(served.get("/").0, 200);
}

#[test]
fn nobody_but_this_computer_and_its_own_pages_is_answered() {
    let served = Served::start();
    let own = served.host();
    let address = format!("http://127.0.0.1:{}", served.port);
    for (headers, status) in [
        (own.clone(), 200),
        (format!("Host: 127.0.0.1:{}\r\n", served.port), 200),
        (format!("{own}Origin: {address}\r\nSec-Fetch-Site: same-origin\r\n"), 200),
        (String::new(), 400),
        ("Host: localhost\r\n".into(), 421),
        (format!("Host: town.example:{}\r\n", served.port), 421),
        (format!("{own}Origin: http://town.example\r\n"), 403),
        (format!("{own}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: script\r\n"), 403),
    ] {
        for path in ["/", "/ja/index.html", "/.keikaku/live.js", "/.keikaku/events"] {
            if (status, path) == (200, "/.keikaku/events") {
                continue;
            }
            let (answered, _, body) = served.ask(&format!("GET {path}"), &headers);
            assert_eq!(answered, status, "{path} {headers}");
            assert!(status == 200 || body.is_empty(), "{path} {headers}");
        }
    }
    assert_eq!(served.ask(&format!("GET {address}/"), &own).0, 200);
    assert_eq!(served.ask("GET http://town.example/", &own).0, 421);
}

#[test]
fn no_path_leads_out_of_the_site() {
    let served = Served::start();
    for path in [
        "/../content/plan.yml",
        "/ja/../../content/plan.yml",
        "/..%2f..%2fcontent/plan.yml",
        "/%2e%2e/content/plan.yml",
        "/..%5c..%5ccontent%5cplan.yml",
        "/content/plan.yml",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/etc/passwd",
        "/file:///etc/passwd",
        "/ja/index.html%00",
        "/%ff%fe",
        "/%",
        "//town.example",
        "//town.example/%2e%2e",
    ] {
        let (status, _, body) = served.get(path);
        assert_eq!(status, 404, "{path}");
        assert!(!String::from_utf8(body).unwrap().contains("baseline_year"), "{path}");
    }
}

#[test]
fn ten_thousand_odd_requests_later_it_still_answers_and_has_let_nothing_out() {
    let mut served = Served::start();
    fs::write(served.folder.path().join("canary.txt"), odd::CANARY).unwrap();
    fs::write(served.root().join("canary.txt"), odd::CANARY).unwrap();
    assert_eq!(served.get("/").0, 200);
    // Whoever sends half of a request and waits is waited for, and keeps nobody else from being answered.
    let waiting = hold(&served, 40);
    thread::scope(|scope| {
        for thread in 0..4 {
            let served = &served;
            scope.spawn(move || (0..2_500).for_each(|number| odd_request(served, thread * 2_500 + number)));
        }
    });
    let started = Instant::now();
    assert_eq!(served.get("/ja/index.html").0, 200);
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    drop(waiting);
    if let Some(most) = most_memory(served.program.id()) {
        assert!(most < 300 << 10, "{most} KB of memory");
    }
    let (code, errors) = served.interrupt();
    assert_eq!((code, errors.as_str()), (Some(0), ""));
}

#[test]
fn more_silent_connections_than_there_is_room_for_hold_up_others_for_seconds_only() {
    let served = Served::start();
    assert_eq!(served.get("/").0, 200);
    let waiting = hold(&served, 300);
    let started = Instant::now();
    assert_eq!(served.get("/ja/index.html").0, 200);
    assert!(started.elapsed() < PATIENCE / 2, "{:?}", started.elapsed());
    drop(waiting);
}

/// `count` connections on which half of a request has been sent, or nothing.
fn hold(served: &Served, count: usize) -> Vec<TcpStream> {
    let parts = [
        "",
        "GET",
        "GET / HTTP/1.1\r\nHost: ",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n...",
    ];
    parts.iter().cycle().take(count).map(|part| served.connect(part.as_bytes())).collect()
}

/// The most memory that the program `id` has taken, in kilobytes, where the system tells.
fn most_memory(id: u32) -> Option<usize> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}

/// Sends a request that no browser sends, and reads what comes back if anything does.
fn odd_request(served: &Served, number: u64) {
    let (request, is_refused) = odd::request(number, &served.host());
    let mut stream = served.connect(&request);
    let _ = stream.shutdown(Shutdown::Write);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let told = || format!("{number}: {}", String::from_utf8_lossy(&request[..request.len().min(300)]));
    assert!(!is_refused || !answer.starts_with(b"HTTP/1.1 200"), "{}", told());
    assert!(!answer.windows(odd::CANARY.len()).any(|part| part == odd::CANARY.as_bytes()), "{}", told());
}

#[test]
fn ctrl_c_ends_it_at_once_with_nothing_to_complain_about() {
    let mut served = Served::start();
    let mut events = served.events();
    events.next();
    let started = Instant::now();
    let (code, errors) = served.interrupt();
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert!(started.elapsed() < Duration::from_secs(2), "{:?}", started.elapsed());
    let mut rest = String::new();
    served.said.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("\nSite made: 34 pages"), "{rest}");
}
