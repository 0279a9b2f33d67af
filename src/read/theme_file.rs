//! A theme: templates and files, looked up in the site's own theme, then in the default.
//!
//! The default theme is part of the program, so a plan needs no theme folder at all; a file of
//! the same name under `themes/default/`, and before that under the site's theme, takes its place.

use std::collections::{BTreeMap, BTreeSet};

use include_dir::{Dir, include_dir};

use super::walk::Root;
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
}

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
    embedded(&EMBEDDED, &mut theme);
    layer(root, DEFAULT_THEME, DEFAULT_PREFIX, &mut theme, findings);
    if name != DEFAULT_THEME && !(is_name(name) && layer(root, name, "", &mut theme, findings)) {
        let finding = Diagnostic::at(Rule::UnknownTheme, asked).with("theme", name);
        let all = root.files("themes", &mut Diagnostics::new());
        let known: BTreeSet<&str> = all.iter().filter_map(|file| file.path.split('/').nth(1)).collect();
        findings.push(finding.suggest(name, known));
    }
    theme
}

/// Whether `name` is that of one folder, and no way out of `themes/`.
fn is_name(name: &str) -> bool {
    !matches!(name, "" | "." | "..") && !name.contains(['/', '\\'])
}

fn embedded(folder: &Dir<'_>, theme: &mut Theme) {
    for file in folder.files() {
        let path = file.path().to_string_lossy().replace('\\', "/");
        if let (Some(template), Some(text)) = (path.strip_prefix("templates/"), file.contents_utf8()) {
            let shown = format!("themes/{DEFAULT_THEME}/{path}");
            theme.templates.insert(format!("{DEFAULT_PREFIX}{template}"), Source::new(shown, text));
        } else if let Some(path) = path.strip_prefix("static/") {
            theme.files.insert(path.to_owned(), file.contents().to_owned());
        }
    }
    folder.dirs().for_each(|folder| embedded(folder, theme));
}

/// Lays the folder `themes/<name>` over `theme`; false where there is no such folder.
fn layer(root: &Root, name: &str, prefix: &str, theme: &mut Theme, findings: &mut Diagnostics) -> bool {
    let folder = format!("themes/{name}");
    let files = root.files(&folder, findings);
    for file in &files {
        let path = &file.path[folder.len() + 1..];
        if let Some(template) = path.strip_prefix("templates/") {
            if let Some(source) = file.text(findings) {
                theme.templates.insert(format!("{prefix}{template}"), source);
            }
        } else if let Some(path) = path.strip_prefix("static/")
            && let Some(bytes) = file.bytes(findings)
        {
            theme.files.insert(path.to_owned(), bytes);
        }
    }
    !files.is_empty()
}
