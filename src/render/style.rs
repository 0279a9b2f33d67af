//! The looks of a chart that stands alone in a file: the theme's own, with nothing left to look up.
//!
//! On a page, charts take colours from custom properties in cascade layers. A browser would do so in a
//! file too, but an office program knows neither and draws everything black. So the rules of the
//! theme's sheets are written out with the values that those properties have, first in the light
//! palette, then, for browsers, where they differ in the dark one. No theme writes a colour twice.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::ops::Range;

use cssparser::{ParseError, Parser, Token};

/// What begins the selector of everything in a chart.
const IN_CHART: &str = ".chart ";

/// What drawing programs know: the properties of strokes, areas and letters.
const KNOWN: [&str; 3] = ["fill", "stroke", "font-"];

/// How a sheet asks for a dark screen, without its spaces.
const DARK: [&str; 2] = ["@media(prefers-color-scheme:dark)", "@mediascreenand(prefers-color-scheme:dark)"];

/// How many properties may stand for one another in a row, and in how many blocks a rule may stand.
const DEEPEST: usize = 8;

/// A property and its value, as written.
type Declaration = (String, String);

/// A custom property of the page.
#[derive(Debug, Clone)]
struct Property {
    inside: Inside,
    name: String,
    value: String,
    /// The sheet it stands in, and where.
    at: (String, Range<usize>),
}

/// A custom property with what it stands for, and where the sheet that has the last word gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Given {
    /// The value, with nothing left to look up.
    pub(super) value: String,
    /// The sheet, by its path among the theme's files.
    pub(super) sheet: String,
    /// Where in the sheet.
    pub(super) range: Range<usize>,
}

/// The rules for charts among `files`, a theme's static files.
pub(super) fn of_charts(files: &BTreeMap<String, Vec<u8>>) -> String {
    let mut sheet = Sheet::of(files);
    // What stands in no layer wins over what does.
    sheet.rules.sort_by_key(|(inside, ..)| !inside.layer);
    sheet.write()
}

/// The custom properties of the page that `files`, a theme's static files, give in the light palette
/// or in the dark one, each with what it stands for looked up.
pub(super) fn palette(files: &BTreeMap<String, Vec<u8>>, dark: bool) -> HashMap<String, String> {
    given(files, dark).into_iter().map(|(name, given)| (name, given.value)).collect()
}

/// The same, each with its place.
pub(super) fn given(files: &BTreeMap<String, Vec<u8>>, dark: bool) -> HashMap<String, Given> {
    let sheet = Sheet::of(files);
    let palette = sheet.palette(dark);
    let looked_up = |property: &Property| {
        let value = resolve(&property.value, &palette, 0)?;
        let (sheet, range) = property.at.clone();
        Some((property.name.clone(), Given { value, sheet, range }))
    };
    sheet.in_effect(dark).filter_map(looked_up).collect()
}

/// In which blocks a rule stands.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Inside {
    layer: bool,
    dark: bool,
    /// In how many.
    depth: usize,
}

/// What the sheets say about charts.
#[derive(Default)]
struct Sheet {
    /// Which of the theme's sheets is read.
    path: String,
    /// Custom properties of the page.
    properties: Vec<Property>,
    /// Selectors inside a chart, with where they stand and what they declare.
    rules: Vec<(Inside, String, Vec<Declaration>)>,
}

impl Sheet {
    /// All sheets among `files`.
    fn of(files: &BTreeMap<String, Vec<u8>>) -> Self {
        let mut sheet = Self::default();
        let is_sheet = |path: &String| path.rsplit_once('.').is_some_and(|(_, extension)| extension == "css");
        for (path, bytes) in files.iter().filter(|(path, _)| is_sheet(path)) {
            let text = String::from_utf8_lossy(bytes);
            sheet.path.clone_from(path);
            sheet.read(&mut Parser::new(&text), Inside::default());
        }
        sheet
    }

    fn read(&mut self, parser: &mut Parser<'_>, inside: Inside) {
        parser.skip_whitespace();
        let mut start = parser.position();
        while let Ok(token) = parser.next().cloned() {
            match token {
                Token::CurlyBracketBlock => {
                    let prelude = parser.slice_from(start).trim_end_matches(['{', ';']).trim_end().to_owned();
                    let read = parser.parse_nested_block(|block| {
                        self.read_block(&prelude, block, inside);
                        Ok::<(), ParseError<()>>(())
                    });
                    // A block that ends early holds something else than declarations, and is left.
                    read.unwrap_or_default();
                }
                Token::Semicolon => {}
                _ => continue,
            }
            parser.skip_whitespace();
            start = parser.position();
        }
    }

    fn read_block(&mut self, prelude: &str, block: &mut Parser<'_>, inside: Inside) {
        let bare: String = prelude.split_whitespace().collect();
        let depth = inside.depth + 1;
        if depth > DEEPEST {
            // What no sheet of a theme is nested in says nothing about charts.
        } else if prelude.starts_with("@layer") {
            self.read(block, Inside { layer: true, depth, ..inside });
        } else if DARK.contains(&bare.as_str()) {
            self.read(block, Inside { dark: true, depth, ..inside });
        } else if prelude == ":root" {
            let custom = declarations(block).into_iter().filter(|((name, _), _)| name.starts_with("--"));
            let sheet = &self.path;
            self.properties.extend(custom.map(|((name, value), range)| Property {
                inside,
                name,
                value,
                at: (sheet.clone(), range),
            }));
        } else if !inside.dark && !prelude.starts_with('@') {
            let selectors: Vec<&str> =
                prelude.split(',').filter_map(|selector| selector.trim().strip_prefix(IN_CHART)).collect();
            if !selectors.is_empty() {
                let known = |(name, _): &Declaration| KNOWN.iter().any(|known| name.starts_with(known));
                let declarations = declarations(block).into_iter().map(|(written, _)| written);
                let declarations = declarations.filter(known).collect();
                self.rules.push((inside, selectors.join(","), declarations));
            }
        }
    }

    fn write(&self) -> String {
        let (light, dark) = (self.palette(false), self.palette(true));
        let (mut style, mut in_dark) = (String::new(), String::new());
        for (_, selector, declarations) in &self.rules {
            let resolved = |palette| -> Vec<(&str, Option<String>)> {
                declarations.iter().map(|(name, value)| (name.as_str(), resolve(value, palette, 0))).collect()
            };
            let (by_day, mut by_night) = (resolved(&light), resolved(&dark));
            by_night.retain(|declaration| !by_day.contains(declaration));
            rule(&mut style, selector, &by_day);
            rule(&mut in_dark, selector, &by_night);
        }
        if !in_dark.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(style, "@media (prefers-color-scheme:dark){{{in_dark}}}");
        }
        style
    }

    /// The custom properties in effect, each followed by what wins over it: what stands in no layer wins
    /// over what does, then the later.
    fn in_effect(&self, dark: bool) -> impl Iterator<Item = &Property> {
        let given = move |layer: bool| {
            let here = self.properties.iter().filter(move |property| property.inside.layer == layer);
            here.filter(move |property| dark || !property.inside.dark)
        };
        given(true).chain(given(false))
    }

    fn palette(&self, dark: bool) -> HashMap<&str, &str> {
        self.in_effect(dark).map(|property| (property.name.as_str(), property.value.as_str())).collect()
    }
}

/// The declarations of a block and where they stand, up to whatever is none.
fn declarations(block: &mut Parser<'_>) -> Vec<(Declaration, Range<usize>)> {
    let mut declarations = Vec::new();
    loop {
        block.skip_whitespace();
        let from = block.position().byte_index();
        let Ok(name) = block.expect_ident_cloned() else { break };
        if block.expect_colon().is_err() {
            break;
        }
        block.skip_whitespace();
        let start = block.position();
        while block.next().is_ok_and(|token| *token != Token::Semicolon) {}
        let value = block.slice_from(start).trim_end_matches(';').trim();
        let end = start.byte_index() + value.len();
        declarations.push(((name.to_string(), value.to_owned()), from..end));
    }
    declarations
}

/// `value` with every `var(--name)` looked up; `None` where one is given nowhere.
fn resolve(value: &str, palette: &HashMap<&str, &str>, depth: usize) -> Option<String> {
    let Some((before, rest)) = value.split_once("var(") else { return Some(value.to_owned()) };
    let (inside, after) = rest.split_once(')').filter(|_| depth < DEEPEST)?;
    let (name, otherwise) =
        inside.split_once(',').map_or((inside, None), |(name, other)| (name, Some(other)));
    let given = palette.get(name.trim()).copied().or(otherwise)?;
    resolve(&format!("{before}{}{after}", given.trim()), palette, depth + 1)
}

fn rule(style: &mut String, selector: &str, declarations: &[(&str, Option<String>)]) {
    let given: Vec<String> = (declarations.iter())
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name}:{value}")))
        .collect();
    if !given.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(style, "{selector}{{{}}}", given.join(";"));
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::of_charts;

    fn style(sheets: &[(&str, &str)]) -> String {
        let files = sheets.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_owned()));
        of_charts(&files.collect::<BTreeMap<_, _>>())
    }

    #[test]
    fn every_property_is_looked_up_in_both_palettes() {
        let sheet = "/* a } b */ @layer x { :root { --a: #111; --b: var(--a) }
            @media (prefers-color-scheme: dark) { :root { --a: #eee } }
            .chart .line { stroke: var(--b); stroke-width: 2px; display: block } }";
        assert_eq!(
            style(&[("css/chart.css", sheet)]),
            ".line".to_owned()
                + "{stroke:#111;stroke-width:2px}"
                + "@media (prefers-color-scheme:dark){.line{stroke:#eee}}"
        );
    }

    #[test]
    fn a_sheet_outside_the_layers_has_the_last_word_whatever_its_name() {
        let own = ":root { --a: green }";
        let theme = "@layer x { :root { --a: red } .chart .line { stroke: var(--a) } }";
        assert_eq!(style(&[("css/a.css", own), ("css/chart.css", theme)]), ".line{stroke:green}");
        let own = ".chart .line { stroke: blue }";
        assert_eq!(
            style(&[("css/a.css", own), ("css/chart.css", theme)]),
            ".line{stroke:red}.line{stroke:blue}"
        );
    }

    #[test]
    fn what_is_meant_for_other_media_or_cannot_be_looked_up_is_left_out() {
        let sheet = "@media print { .chart .line { stroke: black } } .page .line { stroke: red }
            .chart[paint-order] text { stroke: white } .chart .line { stroke: var(--none); fill: var(--none, blue) }";
        assert_eq!(style(&[("css/chart.css", sheet)]), ".line{fill:blue}");
    }

    #[test]
    fn a_broken_sheet_gives_what_can_be_read_of_it() {
        for sheet in
            ["", "}", ".chart .a { fill", ".chart .a { fill: red; { } } @layer {", "@layer x { .chart"]
        {
            assert!(!style(&[("css/chart.css", sheet)]).contains("var("), "{sheet}");
        }
        let loop_of_two = ":root { --a: var(--b); --b: var(--a) } .chart .a { fill: var(--a) }";
        assert_eq!(style(&[("css/chart.css", loop_of_two)]), "");
    }
}
