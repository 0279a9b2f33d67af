//! Where the keys and values of a YAML text stand.

use std::collections::HashMap;
use std::ops::Range;

use granit_parser::Event;

use super::walk::{collection, of_key, walk};
use crate::diagnostic::{Diagnostics, Span};

/// Where each key and value of a YAML text stands. A path joins keys and positions with `/`:
/// `kpi/2/baseline`.
#[derive(Debug, Clone)]
pub(super) struct Places {
    pub(super) text: Span,
    pub(super) keys: HashMap<String, Range<usize>>,
    pub(super) values: HashMap<String, Range<usize>>,
    /// Whether it is nested deeper than [`DEEPEST`](super::DEEPEST): then only its beginning has places.
    pub(super) too_deep: bool,
}

impl Places {
    /// Where `path` stands among `places`; what encloses it where nothing stands there.
    pub(super) fn nearest(&self, places: &HashMap<String, Range<usize>>, path: &str) -> Span {
        let mut path = path;
        loop {
            if let Some(range) = places.get(path) {
                return self.text.part(range.clone());
            }
            match path.rfind('/') {
                Some(parent) => path = &path[..parent],
                None => return self.text.part(0..0),
            }
        }
    }
}

pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}/{key}") }
}

/// What the walk is inside of.
enum Level {
    Mapping { path: String, key: Option<String>, start: usize },
    Sequence { path: String, next: usize, start: usize },
}

/// Notes where the keys and values of `text` stand, and which keys stand twice.
pub(super) fn locate(text: &Span, findings: &mut Diagnostics) -> Places {
    let mut places =
        Places { text: text.clone(), keys: HashMap::new(), values: HashMap::new(), too_deep: false };
    let mut levels: Vec<Level> = Vec::new();
    let read = walk(text, findings, |event, range, findings| match event {
        Event::MappingStart(..) => {
            let path = enter(&mut levels);
            levels.push(Level::Mapping { path, key: None, start: range.start });
        }
        Event::SequenceStart(..) => {
            let path = enter(&mut levels);
            levels.push(Level::Sequence { path, next: 0, start: range.start });
        }
        Event::MappingEnd | Event::SequenceEnd => {
            if let Some(Level::Mapping { path, start, .. } | Level::Sequence { path, start, .. }) =
                levels.pop()
            {
                places.values.insert(path, collection(text, start, range.end));
            }
        }
        Event::Scalar(value, ..) => {
            if let Some(Level::Mapping { path, key: key @ None, .. }) = levels.last_mut() {
                let known = places.keys.insert(join(path, &value), range.clone()).is_some();
                findings.extend(of_key(&value, range, known, text));
                *key = Some(value.into_owned());
            } else {
                places.values.insert(enter(&mut levels), range);
            }
        }
        Event::Alias(_) => {
            places.values.insert(enter(&mut levels), range);
        }
        _ => {}
    });
    places.too_deep = !read;
    places
}

/// The path of the value that begins now; the level around it is ready for the one after.
fn enter(levels: &mut [Level]) -> String {
    match levels.last_mut() {
        None => String::new(),
        Some(Level::Mapping { path, key, .. }) => join(path, &key.take().unwrap_or_default()),
        Some(Level::Sequence { path, next, .. }) => {
            *next += 1;
            join(path, &(*next - 1).to_string())
        }
    }
}
