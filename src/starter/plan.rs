//! The files of a new plan: the starter's, with the answers in the place of its own facts.

use std::ops::Range;

use include_dir::{Dir, DirEntry, include_dir};

use super::NewFile;
use crate::diagnostic::{Diagnostics, Source};
use crate::read::front_matter::PlanFields;
use crate::read::yaml::{self, Yaml, scalar};
use crate::value::{FiscalYear, Language};

pub(super) static EMBEDDED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/starter/plan");

const PLAN: &str = "content/plan.yml";

/// What a plan says of itself.
#[derive(Debug, Clone)]
pub struct NewPlan {
    /// Its title.
    pub title: String,
    /// The town's name.
    pub town: String,
    /// Its languages; the first is the one it is adopted in.
    pub languages: Vec<Language>,
    /// The fiscal year of its baselines.
    pub baseline_year: FiscalYear,
    /// The fiscal year of its targets.
    pub target_year: FiscalYear,
}

/// What the starter's own plan.yml says, which clearly stands for something else.
#[derive(Debug, Clone, Default)]
pub struct Placeholders {
    /// The plan's title.
    pub title: String,
    /// The town's name.
    pub town: String,
    /// The tags of its languages.
    pub languages: Vec<String>,
}

impl Placeholders {
    /// As they stand in the starter.
    pub fn read() -> Self {
        let text = EMBEDDED.get_file(PLAN).and_then(|file| file.contents_utf8()).unwrap_or_default();
        let plan = parse(text).map(|plan| plan.data).unwrap_or_default();
        Self { title: plan.title, town: plan.town, languages: plan.languages }
    }
}

impl NewPlan {
    /// All files of the plan. None is translated: what a translator wrote for a sample would stand on the
    /// pages as the translation of whatever is written over it.
    pub fn files(&self) -> Vec<NewFile> {
        let file = |(path, text): (String, &str)| {
            let text = if path == PLAN { self.plan_file(text) } else { text.to_owned() };
            NewFile { path, text }
        };
        embedded(&EMBEDDED).into_iter().map(file).collect()
    }

    fn plan_file(&self, text: &str) -> String {
        let languages: Vec<&str> = self.languages.iter().map(Language::as_str).collect();
        let facts = [
            ("title", scalar(&self.title, false, None)),
            ("town", scalar(&self.town, false, None)),
            ("languages", format!("[{}]", languages.join(", "))),
            ("baseline_year", self.baseline_year.to_string()),
            ("target_year", self.target_year.to_string()),
        ];
        with_values(text, &facts)
    }
}

/// Every file under `folder` and its path in the starter.
pub(super) fn embedded(folder: &Dir<'static>) -> Vec<(String, &'static str)> {
    let files = folder.entries().iter().flat_map(|entry| match entry {
        DirEntry::Dir(inner) => embedded(inner),
        DirEntry::File(file) => {
            let path = file.path().to_string_lossy().replace('\\', "/");
            vec![(path, file.contents_utf8().unwrap_or_default())]
        }
    });
    files.collect()
}

fn parse(text: &str) -> Option<Yaml<PlanFields>> {
    let source = Source::new(PLAN, text);
    yaml::parse(&source.span(0..text.len()), &mut Diagnostics::new())
}

/// The plan.yml `text` with each of `values` in the place of what stands under its key; nothing else changes.
fn with_values(text: &str, values: &[(&str, String)]) -> String {
    let Some(yaml) = parse(text) else { return text.to_owned() };
    let place = |(key, value): &(&str, String)| Some((yaml.value_at(key)?.range, value.clone()));
    let mut edits: Vec<(Range<usize>, String)> = values.iter().filter_map(place).collect();
    edits.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    let mut text = text.to_owned();
    for (range, value) in edits {
        text.replace_range(range, &value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{NewPlan, Placeholders};
    use crate::value::{FiscalYear, Language};

    fn text_of(plan: &NewPlan, path: &str) -> Option<String> {
        plan.files().into_iter().find(|file| file.path == path).map(|file| file.text)
    }

    fn plan(title: &str, languages: &[&str]) -> NewPlan {
        NewPlan {
            title: title.to_owned(),
            town: Placeholders::read().town,
            languages: languages.iter().filter_map(|tag| Language::parse(tag)).collect(),
            baseline_year: FiscalYear(2031),
            target_year: FiscalYear(2036),
        }
    }

    #[test]
    fn answers_stand_in_the_place_of_the_starters_facts_and_comments_stay() {
        let text = text_of(&plan("町: 計画", &["ja", "en"]), "content/plan.yml").unwrap();
        for line in ["title: \"町: 計画\"", "languages: [ja, en]", "baseline_year: 2031", "target_year: 2036"]
        {
            assert!(text.lines().any(|own| own == line), "{line}: {text}");
        }
        assert!(text.starts_with("# 計画全体についての設定です。"), "{text}");
    }
}
