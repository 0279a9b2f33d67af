//! The door to the network: connections from this computer, as few and as short as they can be.
//!
//! hyper reads the requests and tokio holds the connections. One request is answered on each, and each
//! ends after a minute at the latest: a page asks again for events, and whoever holds a connection
//! open for nothing loses it.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, StreamBody};
use hyper::body::{Bytes, Frame, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch::error::RecvError;
use tokio::sync::{Semaphore, watch};
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use super::answer::{Answer, answer};
use super::notice::Notice;
use super::port;
use crate::diagnostic::{Diagnostic, Rule};
use crate::value::Address;

/// How many connections there may be at a time; more wait. A browser opens six.
const CONNECTIONS: usize = 100;

/// How long a request may take to arrive: a browser at this computer sends it at once, and who is silent
/// keeps a place from others.
const REQUEST: Duration = Duration::from_secs(2);

/// How long a stream waits for the next event. It ends before its connection does.
const QUIET: Duration = Duration::from_secs(50);

/// How long a connection lasts.
const LONGEST: Duration = Duration::from_mins(1);

/// The longest head of a request, in bytes.
const HEAD: usize = 16 << 10;

/// What stands at the site's address now.
#[derive(Debug)]
pub(super) struct Shown {
    /// The last good site's files.
    pub(super) files: Option<Arc<BTreeMap<Address, Vec<u8>>>>,
    /// A name that only the same site has: what pages compare to know whether they are of yesterday.
    pub(super) name: String,
    /// What stands in the way of the next site.
    notice: Option<Notice>,
}

/// What is shown; nothing before the first run is over, for which every request waits.
type Now = Option<Arc<Shown>>;

/// A site at an address of this computer.
#[derive(Debug)]
pub struct Server {
    /// Where it is found.
    pub address: SocketAddr,
    shown: watch::Sender<Now>,
    ended: Receiver<()>,
}

impl Server {
    /// Answers at `port`, 0 being any free one; without one, at the first that is free from 8000 on.
    pub fn open(port: Option<u16>) -> Result<Self, Diagnostic> {
        let listener = port::listen(port)?;
        let (shown, site) = watch::channel(None);
        let (end, ended) = mpsc::channel();
        let start = || -> io::Result<SocketAddr> {
            let address = listener.local_addr()?;
            listener.set_nonblocking(true)?;
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            let entered = runtime.enter();
            let listener = TcpListener::from_std(listener)?;
            drop(entered);
            thread::Builder::new().spawn(move || {
                runtime.spawn(accept(listener, address.port(), site));
                // Where it cannot be heard, Ctrl-C ends the program by itself.
                if runtime.block_on(tokio::signal::ctrl_c()).is_err() {
                    runtime.block_on(std::future::pending::<()>());
                }
                let _ = end.send(());
            })?;
            Ok(address)
        };
        match start() {
            Ok(address) => Ok(Self { address, shown, ended }),
            Err(error) => {
                Err(Diagnostic::about(Rule::PortTaken, "127.0.0.1").because(&error).with("free", 0))
            }
        }
    }

    /// Shows the files of `site` from now on; where there is none, the one before, and `notice` in its pages.
    pub(super) fn show(&mut self, site: Option<BTreeMap<Address, Vec<u8>>>, notice: Option<Notice>) {
        let (name, files) = match (site, self.shown.borrow().as_deref()) {
            (Some(files), _) => (name(&files), Some(Arc::new(files))),
            (None, Some(before)) => (before.name.clone(), before.files.clone()),
            (None, None) => Default::default(),
        };
        self.shown.send_replace(Some(Arc::new(Shown { files, name, notice })));
    }

    /// Waits for `time`; true as soon as somebody ends the program.
    pub(super) fn ends_within(&self, time: Duration) -> bool {
        self.ended.recv_timeout(time) != Err(RecvTimeoutError::Timeout)
    }
}

impl Shown {
    /// What a page is told, as an event.
    fn event(&self) -> Bytes {
        let event = serde_json::json!({ "site": self.name, "notice": self.notice });
        format!("retry: 300\ndata: {event}\n\n").into()
    }
}

fn name(files: &BTreeMap<Address, Vec<u8>>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (address, bytes) in files {
        hasher.update(format!("{address}\n{}\n", bytes.len()).as_bytes()).update(bytes);
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// Takes connections as long as the program runs.
async fn accept(listener: TcpListener, port: u16, shown: watch::Receiver<Now>) {
    let room = Arc::new(Semaphore::new(CONNECTIONS));
    while let Ok(place) = room.clone().acquire_owned().await {
        // The system may be out of connections for a moment.
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let shown = shown.clone();
        tokio::spawn(async move {
            converse(stream, port, shown).await;
            drop(place);
        });
    }
}

/// Answers one request. What goes wrong on the way is the visitor's own business.
async fn converse(stream: TcpStream, port: u16, shown: watch::Receiver<Now>) {
    let service = service_fn(|request: Request<Incoming>| {
        let mut shown = shown.clone();
        async move {
            // An error ends the connection: the program is ending as well.
            let now = shown.wait_for(Option::is_some).await?.clone();
            Ok::<_, RecvError>(now.map(|now| respond(&request, port, &now, shown)).unwrap_or_default())
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(REQUEST).max_buf_size(HEAD).keep_alive(false);
    let connection = http.serve_connection(TokioIo::new(stream), service);
    let _ = tokio::time::timeout(LONGEST, connection).await;
}

fn respond(
    request: &Request<Incoming>,
    port: u16,
    now: &Shown,
    shown: watch::Receiver<Now>,
) -> Response<Body> {
    match answer(request, port, now) {
        Answer::Whole(response) => response.map(|bytes| Full::new(bytes).boxed_unsync()),
        Answer::Events(response) => response.map(|()| events(shown)),
    }
}

/// What is sent after the head of an answer.
type Body = UnsyncBoxBody<Bytes, Infallible>;

/// What is shown now, and everything that is shown after it.
fn events(shown: watch::Receiver<Now>) -> Body {
    let events = WatchStream::new(shown).timeout(QUIET).map_while(Result::ok).filter_map(|shown| shown);
    StreamBody::new(events.map(|shown| Ok(Frame::data(shown.event())))).boxed_unsync()
}
