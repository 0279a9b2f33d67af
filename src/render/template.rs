//! The one door to Tera: a theme's templates, ready to render pages of one language.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Error, Kwargs, State, Tera};

use crate::diagnostic::{Diagnostic, Diagnostics, Position, Rule, Source};
use crate::read::theme_file::{DEFAULT_PREFIX, Theme};

/// A theme's templates.
pub(super) struct Templates<'a> {
    tera: Tera,
    theme: &'a Theme,
}

/// The function by which a template asks for a word: `t(key="nav.home")`.
const WORD: &str = "t";

impl<'a> Templates<'a> {
    /// Parses every template of `theme`; `None`, and the reasons in `findings`, where one is wrong.
    pub(super) fn load(theme: &'a Theme, findings: &mut Diagnostics) -> Option<Self> {
        let mut tera = Tera::new();
        // Known before the templates are parsed; `in_words` gives it a language.
        tera.register_function(WORD, |_: Kwargs, _: &State<'_>| String::new());
        let sources = theme.templates.iter().map(|(name, source)| (name.as_str(), source.text()));
        let loaded =
            tera.set_fallback_prefixes([DEFAULT_PREFIX]).and_then(|()| tera.add_raw_templates(sources));
        match loaded {
            Ok(()) => Some(Self { tera, theme }),
            Err(error) => {
                told(&error, theme, findings);
                None
            }
        }
    }

    /// The same templates with the words of one language.
    pub(super) fn in_words(&self, words: Arc<HashMap<String, String>>) -> Self {
        let mut tera = self.tera.clone();
        tera.register_function(WORD, move |arguments: Kwargs, _: &State<'_>| -> tera::TeraResult<String> {
            let key: String = arguments.must_get("key")?;
            let word = words.get(&key);
            word.cloned().ok_or_else(|| Error::message(format!("no word `{key}` in locales/ui")))
        });
        Self { tera, theme: self.theme }
    }

    /// The page, in UTF-8, that the template `name` makes of `view`.
    pub(super) fn render(
        &self,
        name: &str,
        view: &impl Serialize,
        findings: &mut Diagnostics,
    ) -> Option<Vec<u8>> {
        let mut html = Vec::new();
        let rendered =
            Context::from_serialize(view).and_then(|context| self.tera.render_to(name, &context, &mut html));
        match rendered {
            Ok(()) => Some(html),
            Err(error) => {
                told(&error, self.theme, findings);
                None
            }
        }
    }
}

/// Every report in `error` at its place in a template. Tera writes `error: …`, then
/// `--> name:line:column`, for each.
fn told(error: &Error, theme: &Theme, findings: &mut Diagnostics) {
    let text = error.to_string();
    for report in text.split("\n\n").filter(|report| !report.starts_with("note:")) {
        let mut lines = report.lines();
        let message = lines.next().unwrap_or_default();
        let message = message.strip_prefix("error: ").unwrap_or(message);
        let finding = lines.find_map(|line| place(line.trim().strip_prefix("--> ")?, theme));
        let finding = finding.unwrap_or_else(|| Diagnostic::about(Rule::Template, "themes"));
        findings.push(finding.with("detail", message));
    }
}

/// A finding at `name:line:column`.
fn place(written: &str, theme: &Theme) -> Option<Diagnostic> {
    let mut parts = written.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    let name = parts.next()?;
    let source =
        theme.templates.get(name).or_else(|| theme.templates.get(&format!("{DEFAULT_PREFIX}{name}")))?;
    let at = offset(source, Position { line, column });
    Some(Diagnostic::at(Rule::Template, &source.span(at..at + 1)))
}

fn offset(source: &Source, position: Position) -> usize {
    let text = source.text();
    let line_start: usize = text.split_inclusive('\n').take(position.line - 1).map(str::len).sum();
    let column = text[line_start..].char_indices().nth(position.column.saturating_sub(1));
    line_start + column.map_or(0, |(at, _)| at)
}
