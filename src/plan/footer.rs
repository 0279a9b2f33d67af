//! The lines that a theme sets at the foot of every page. They are the town's words, so they are
//! translated as the plan is, under `locales/plan/<language>/theme.yml`.

use super::unit::{Scope, Unit};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::markdown::has_safe_scheme;
use crate::read::theme_file::Theme;

/// A line at the foot of every page.
#[derive(Debug, Clone)]
pub struct FooterLine {
    /// What it says.
    pub text: Unit,
    /// Where it leads.
    pub href: Option<String>,
}

/// The lines of `theme`; an address that a reader's browser should not open is in `findings`.
pub(super) fn footer(theme: &Theme, findings: &mut Diagnostics) -> Vec<FooterLine> {
    let Some(settings) = &theme.settings else { return Vec::new() };
    let scope = Scope::new("theme", settings);
    let lines = settings.data.footer.iter().enumerate().map(|(position, line)| {
        let path = |field: &str| format!("footer/{position}/{field}");
        // Pages stand at several depths, so none of these is relative.
        if line.href.as_ref().is_some_and(|href| !has_safe_scheme(href)) {
            findings.push(Diagnostic::at(Rule::BadFooterLink, &settings.value(&path("href"))));
        }
        let text = scope.unit(&format!("footer.{}", position + 1), &path("text"), &line.text);
        FooterLine { text, href: line.href.clone() }
    });
    lines.collect()
}
