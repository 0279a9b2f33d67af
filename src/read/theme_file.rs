//! A theme: templates and files, looked up in the site's own theme, then in the default.
//!
//! The default theme is part of the program, so a plan needs no theme folder at all; a file of
//! the same name under `themes/default/`, and before that under the site's theme, takes its place.

use std::collections::{BTreeMap, BTreeSet};

use include_dir::{Dir, include_dir};
use serde::Deserialize;

use super::walk::Root;
use super::yaml::{self, Yaml};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The theme that stands behind every other.
pub const DEFAULT_THEME: &str = "default";

/// What the pages are made of.
#[derive(Debug, Clone, Default)]
pub struct Theme {
    /// Every template under its name; those of the default theme begin with `default/`, and stand
    /// in wherever the site's theme has none of the same name.
    pub templates: BTreeMap<String, Source>,
    /// Every file under `static/`, by its path there.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Of those that the project has, where they stand from its root.
    pub places: BTreeMap<String, String>,
    /// What its `theme.yml` sets; none where that could not be read.
    pub settings: Option<Yaml<ThemeFields>>,
}

/// `theme.yml`: what a town chooses without touching a template.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ThemeFields {
    /// The town's colour, as CSS writes colours.
    pub colour: Option<String>,
    /// The same on a dark screen.
    pub dark_colour: Option<String>,
    /// The town's emblem, a file of the theme by its path under `static/`.
    pub logo: Option<String>,
    /// Lines at the foot of every page.
    pub footer: Vec<FooterFields>,
}

/// A line at the foot of every page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct FooterFields {
    /// What it says, in the plan's own language.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
}

const SETTINGS: &str = "theme.yml";

impl Theme {
    /// Whether every template, sheet and script is the default theme's, as the program carries it. A
    /// picture alone makes no other theme.
    pub fn is_default(&self) -> bool {
        let carried =
            |path: String, bytes: &[u8]| EMBEDDED.get_file(path).is_some_and(|file| file.contents() == bytes);
        let template = |(name, source): (&String, &Source)| {
            let name = name.strip_prefix(DEFAULT_PREFIX);
            name.is_some_and(|name| carried(format!("templates/{name}"), source.text().as_bytes()))
        };
        let file = |(path, bytes): (&String, &Vec<u8>)| {
            let works = path.rsplit_once('.').is_some_and(|(_, kind)| ["css", "js"].contains(&kind));
            !works || carried(format!("static/{path}"), bytes)
        };
        self.templates.iter().all(template) && self.files.iter().all(file)
    }
}

/// The prefix under which the default theme's templates are kept.
pub const DEFAULT_PREFIX: &str = "default/";

/// Reads the theme `name`; `asked` is where the plan names it.
pub fn read(root: &Root, name: &str, asked: &Span, findings: &mut Diagnostics) -> Theme {
    let mut theme = Theme::default();
    let mut settings = None;
    embedded(&EMBEDDED, &mut theme, &mut settings);
    layer(root, (DEFAULT_THEME, DEFAULT_PREFIX), &mut theme, &mut settings, findings);
    let own = name != DEFAULT_THEME;
    if own && !(is_name(name) && layer(root, (name, ""), &mut theme, &mut settings, findings)) {
        let finding = Diagnostic::at(Rule::UnknownTheme, asked).with("theme", name);
        let all = root.files("themes", &mut Diagnostics::new());
        let known: BTreeSet<&str> = all.iter().filter_map(|file| file.path.split('/').nth(1)).collect();
        findings.push(finding.suggest(name, known));
    }
    theme.settings = settings.and_then(|source| read_settings(&source, findings));
    theme
}

fn read_settings(source: &Source, findings: &mut Diagnostics) -> Option<Yaml<ThemeFields>> {
    let settings: Yaml<ThemeFields> = yaml::parse(&source.span(0..source.text().len()), findings)?;
    for position in 0..settings.data.footer.len() {
        settings.require(&format!("footer/{position}"), &["text"], findings);
    }
    Some(settings)
}

/// Whether the file at `path` tells people about the theme, and nothing to the program.
fn is_about_theme(path: &str) -> bool {
    ["README", "LICENSE"].iter().any(|beginning| path.starts_with(beginning))
}

/// Whether `name` is that of one folder, and no way out of `themes/`.
fn is_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(['/', '\\'])
}

fn embedded(folder: &Dir<'_>, theme: &mut Theme, settings: &mut Option<Source>) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        let source =
            || file.contents_utf8().map(|text| Source::new(format!("themes/{DEFAULT_THEME}/{path}"), text));
        if path == SETTINGS {
            *settings = source();
        } else if let Some(template) = path.strip_prefix("templates/") {
            theme.templates.extend(source().map(|source| (format!("{DEFAULT_PREFIX}{template}"), source)));
        } else if let Some(path) = path.strip_prefix("static/") {
            theme.files.insert(path.to_owned(), file.contents().to_owned());
        }
    }
    folder.dirs().for_each(|folder| embedded(folder, theme, settings));
}

/// Lays the folder `themes/<name>`, whose templates are kept under `prefix`, over `theme` and its
/// `settings`; false where there is no such folder.
fn layer(
    root: &Root,
    (name, prefix): (&str, &str),
    theme: &mut Theme,
    settings: &mut Option<Source>,
    findings: &mut Diagnostics,
) -> bool {
    let folder = format!("themes/{name}");
    let files = root.files(&folder, findings);
    for file in &files {
        let path = &file.path[folder.len() + 1..];
        if path == SETTINGS {
            *settings = file.text(findings).or_else(|| settings.take());
        } else if let Some(template) = path.strip_prefix("templates/") {
            if let Some(source) = file.text(findings) {
                theme.templates.insert(format!("{prefix}{template}"), source);
            }
        } else if let Some(path) = path.strip_prefix("static/") {
            if let Some(bytes) = file.bytes(findings) {
                theme.files.insert(path.to_owned(), bytes);
                theme.places.insert(path.to_owned(), file.path.clone());
            }
        } else if !is_about_theme(path) {
            findings.push(Diagnostic::about(Rule::UnusedFile, &file.path));
        }
    }
    !files.is_empty()
}
