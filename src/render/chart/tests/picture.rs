//! Reads a chart back: where its texts, marks and lines lie.

use super::super::{label, measure, run};

/// A rectangle on the chart, in units, and what takes it.
#[derive(Debug, Clone)]
struct Room {
    what: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Room {
    fn around(what: &str, points: &[(f64, f64)], reach: f64) -> Self {
        let fold = |pick: fn(f64, f64) -> f64, at: fn(&(f64, f64)) -> f64| points.iter().map(at).reduce(pick);
        Self {
            what: what.to_owned(),
            left: fold(f64::min, |point| point.0).unwrap_or_default() - reach,
            top: fold(f64::min, |point| point.1).unwrap_or_default() - reach,
            right: fold(f64::max, |point| point.0).unwrap_or_default() + reach,
            bottom: fold(f64::max, |point| point.1).unwrap_or_default() + reach,
        }
    }

    fn meets(&self, other: &Self) -> bool {
        let apart = self.right <= other.left || other.right <= self.left;
        !(apart || self.bottom <= other.top || other.bottom <= self.top)
    }
}

/// A chart as it lies on the page.
pub(super) struct Picture {
    height: f64,
    texts: Vec<Room>,
    /// Circles, diamonds and bars.
    marks: Vec<Room>,
    /// The classes and points of open lines.
    paths: Vec<(String, Vec<(f64, f64)>)>,
}

impl Picture {
    /// Reads what `draw` wrote.
    pub(super) fn read(svg: &str) -> Self {
        let height = between(svg, "viewBox=\"0 0 320 ", "\"").parse().unwrap();
        let mut picture = Self { height, texts: vec![], marks: vec![], paths: vec![] };
        for element in svg.split_once("</desc>").unwrap().1.split('<').filter(|part| !part.is_empty()) {
            picture.element(element);
        }
        picture.texts = svg.split("<text ").skip(1).map(text).collect();
        picture
    }

    fn element(&mut self, element: &str) {
        let class = attribute(element, "class");
        let number = |name| attribute(element, name).parse::<f64>().unwrap();
        if element.starts_with("circle") && class != "chart-halo" {
            self.marks.push(Room::around(&class, &[(number("cx"), number("cy"))], number("r")));
        } else if element.starts_with("rect") && class != "chart-chip" {
            let (x, y) = (number("x"), number("y"));
            self.marks.push(Room::around(
                &class,
                &[(x, y), (x + number("width"), y + number("height"))],
                0.0,
            ));
        } else if element.starts_with("path") {
            let points = points(&attribute(element, "d"));
            if attribute(element, "d").ends_with('Z') {
                self.marks.push(Room::around(&class, &points, 0.0));
            } else {
                self.paths.push((class, points));
            }
        }
    }

    /// The points of all lines of a class.
    pub(super) fn path(&self, class: &str) -> Vec<(f64, f64)> {
        self.paths.iter().filter(|path| path.0 == class).flat_map(|path| path.1.clone()).collect()
    }

    /// All texts, line by line.
    pub(super) fn texts(&self) -> Vec<String> {
        self.texts.iter().map(|text| text.what.clone()).collect()
    }

    /// Whether two marks cover one another.
    pub(super) fn marks_meet(&self) -> bool {
        let mut pairs = self.marks.iter().enumerate();
        pairs.any(|(index, mark)| self.marks[..index].iter().any(|other| other.meets(mark)))
    }

    /// What lies outside the frame or meets a text.
    pub(super) fn faults(&self) -> Vec<String> {
        let frame = |room: &Room| {
            room.left < -0.05 || room.top < -0.05 || room.right > 320.05 || room.bottom > self.height + 0.05
        };
        let lines = self.paths.iter().map(|(class, points)| Room::around(class, points, 0.0));
        let everything = self.texts.iter().chain(&self.marks).cloned().chain(lines);
        let mut faults: Vec<String> =
            everything.filter(frame).map(|room| format!("outside {}: {room:?}", self.height)).collect();
        for (index, text) in self.texts.iter().enumerate() {
            let others = self.texts[..index].iter().chain(&self.marks);
            faults.extend(
                others.filter(|other| text.meets(other)).map(|other| format!("{text:?} meets {other:?}")),
            );
        }
        faults
    }
}

/// The room of a `<text>`, which begins with its attributes.
fn text(element: &str) -> Room {
    let (head, rest) = element.split_once('>').unwrap();
    let inner = rest.split_once("</text>").unwrap().0;
    let size = if attribute(head, "class") == "chart-tick" { label::TICK } else { run::TEXT };
    let (mut width, mut what, mut figure) = (0.0, String::new(), false);
    for part in inner.split('<') {
        let (tag, words) = part.split_once('>').unwrap_or(("", part));
        figure = tag.contains("chart-figure") && !tag.starts_with('/');
        let words =
            words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        width += measure::em(&words, figure) * size;
        what.push_str(&words);
    }
    assert!(!figure, "every figure ends: {inner}");
    let (x, y): (f64, f64) = (attribute(head, "x").parse().unwrap(), attribute(head, "y").parse().unwrap());
    let left = match attribute(head, "text-anchor").as_str() {
        "middle" => x - width / 2.0,
        "end" => x - width,
        _ => x,
    };
    // Figures along an axis have no letters that go below the line.
    let below = if size < run::TEXT { 0.02 } else { 0.24 };
    Room { what, left, right: left + width, top: y - 0.88 * size, bottom: y + below * size }
}

fn attribute(element: &str, name: &str) -> String {
    let key = format!("{name}=\"");
    let found = element.match_indices(&key).find(|(at, _)| *at == 0 || element[..*at].ends_with(' '));
    found.map(|(at, _)| element[at + key.len()..].split('"').next().unwrap().to_owned()).unwrap_or_default()
}

fn points(d: &str) -> Vec<(f64, f64)> {
    let pairs = d.trim_end_matches('Z').split(['M', 'L']).filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once(' ').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).unwrap())
        .collect()
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    text.split_once(from).unwrap().1.split_once(to).unwrap().0
}
