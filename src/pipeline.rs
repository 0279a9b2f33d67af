//! The whole way from a project's folder to a finished site, in order.

use std::path::Path;

use crate::diagnostic::{Diagnostics, drop_consequences, has_error};
use crate::localise::{Catalogue, Edition};
use crate::plan::Plan;
use crate::render::{self, Site};
use crate::{plan, read};

/// What a run came to.
#[derive(Debug)]
pub struct Outcome {
    /// The site; none where there was an error.
    pub site: Option<Site>,
    /// Everything found on the way, in the order of files and lines.
    pub findings: Diagnostics,
}

/// Compiles the project under `root`. `base_url`, where given, stands in for plan.yml's; it has been
/// found to be one (`plan::normal_base_url`).
pub fn compile(root: &Path, base_url: Option<&str>) -> Outcome {
    outcome(root, base_url, |_, _| {})
}

/// Compiles the project under `root` as [`compile`] does, and asks what its plan leaves unsaid.
pub fn check(root: &Path) -> Outcome {
    outcome(root, None, plan::advice)
}

/// What a look at the plan finds.
type Look = fn(&Plan, &mut Diagnostics);

fn outcome(root: &Path, base_url: Option<&str>, look: Look) -> Outcome {
    let mut findings = Diagnostics::new();
    let site = site(root, base_url, look, &mut findings).filter(|_| !has_error(&findings));
    drop_consequences(&mut findings);
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    Outcome { site, findings }
}

fn site(root: &Path, base_url: Option<&str>, look: Look, findings: &mut Diagnostics) -> Option<Site> {
    let mut project = read::read(root, findings)?;
    if let Some(base_url) = base_url {
        project.plan.data.base_url = Some(base_url.to_owned());
    }
    let plan = plan::make(&project, findings);
    look(&plan, findings);
    let catalogue = Catalogue::load(&project, findings);
    let source = Edition::in_source_language(&plan, &catalogue);
    let translated: Vec<Edition<'_>> = (project.translations.iter())
        .map(|(language, files)| Edition::translated(&source, language, files, findings))
        .collect();
    // Pages are only rendered from a plan that holds together: what fails would say the same again.
    if has_error(findings) {
        return None;
    }
    let editions: Vec<&Edition<'_>> = std::iter::once(&source).chain(&translated).collect();
    render::render(&editions, &project, findings)
}
