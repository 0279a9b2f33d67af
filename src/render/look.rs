//! How the site looks: the theme's static files, with what its town sets in `theme.yml`.

use std::collections::BTreeMap;

use super::asset::{data_uri, media_type};
use super::colour;
use super::style::palette;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::read::theme_file::Theme;
use crate::value::Address;

/// The looks of a site.
#[derive(Debug, Default)]
pub struct Look {
    /// The theme's static files, with the town's colour among its sheets.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The town's colour on a light screen; none where no sheet gives it.
    pub(super) colour: Option<String>,
    /// The town's emblem: where it stands, and an address that holds it.
    pub(super) logo: Option<(Address, String)>,
}

impl Look {
    /// The looks of `theme`; a colour or a logo that it cannot have is in `findings`.
    pub fn of(theme: &Theme, findings: &mut Diagnostics) -> Self {
        let files = colour::dressed(theme, findings);
        Self { colour: palette(&files, false).remove("--key"), logo: logo(theme, findings), files }
    }
}

fn logo(theme: &Theme, findings: &mut Diagnostics) -> Option<(Address, String)> {
    let settings = theme.settings.as_ref()?;
    let path = settings.data.logo.as_deref()?;
    let is_picture = |path: &str| media_type(path).starts_with("image/");
    let picture = theme.files.get(path).filter(|_| is_picture(path));
    if picture.is_none() {
        let pictures = theme.files.keys().map(String::as_str).filter(|path| is_picture(path));
        let finding = Diagnostic::at(Rule::UnknownLogo, &settings.value("logo")).with("logo", path);
        findings.push(finding.suggest(path, pictures));
    }
    Some((Address::new(format!("assets/{path}")), data_uri(path, picture?)))
}
