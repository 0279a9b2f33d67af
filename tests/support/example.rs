//! The examples of `keikaku explain`, held against the cases: each is a mistake that one of them makes, and
//! that is gone once its lines are as the example says.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use keikaku::diagnostic::Rule;
use serde::Deserialize;
use tempfile::TempDir;

use super::program::{command, repository};
use super::{BuiltSite, arguments, cases, cases_folder, expected, lay_over, make_by_hand, told_by};

/// An example as its file writes it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Example {
    file: Option<String>,
    wrong: String,
    right: String,
}

/// All of them, by the keys of the rules.
pub fn examples() -> BTreeMap<String, Example> {
    let text = fs::read_to_string(repository().join("src/command/explain/example.yml")).unwrap();
    serde_yaml::from_str(&text).unwrap()
}

/// What is wrong with the example of `rule`; `None` where nothing is.
pub fn fault(site: &BuiltSite, rule: Rule, example: &Example) -> Option<String> {
    let output = command().args(["explain", rule.id()]).output().unwrap();
    let explained = String::from_utf8(output.stdout).unwrap();
    let title = explained.lines().next().unwrap();
    let telling: Vec<String> = cases().into_iter().filter(|case| times(&expected(case), title) > 0).collect();
    if telling.is_empty() {
        return Some(format!("no case tells: {title}"));
    }
    let making = telling.iter().find_map(|case| {
        let folder = site.copy();
        lay_over(&cases_folder().join(case), &folder.path().join("site"));
        make_by_hand(case, folder.path());
        example.stands(case, &folder.path().join("site")).then_some((case, folder))
    });
    let Some((case, folder)) = making else {
        return Some(format!("{}: the lines are in none of {telling:?}", rule.id()));
    };
    let left = example.mend(&folder).then(|| told_by(arguments(case), folder.path()).said)?;
    // A line that is wrong in another way is no better.
    let same_rule = |said: &str| said.matches(&format!("[{}]: ", rule.id())).count();
    let (now, before) = (left.as_str(), expected(case));
    let mended = times(now, title) < times(&before, title) && same_rule(now) < same_rule(&before);
    (!mended).then(|| format!("{case}: still told once the lines are right:\n{left}"))
}

/// How often `title` heads a finding in `said`.
fn times(said: &str, title: &str) -> usize {
    said.lines().filter(|line| *line == title).count()
}

impl Example {
    /// Whether `case`, which is laid out in `site`, makes the mistake.
    fn stands(&self, case: &str, site: &Path) -> bool {
        let named = |line: &str| match line.strip_prefix("keikaku ") {
            // What the command is about is its last word.
            Some(words) => expected(case).contains(words.rsplit(' ').next().unwrap()),
            None => site.join(line).symlink_metadata().is_ok(),
        };
        match &self.file {
            Some(file) => text(&site.join(file)).is_some_and(|text| place(&text, &self.wrong).is_some()),
            None => self.wrong.lines().all(named),
        }
    }

    /// Puts the right lines into the place of the wrong ones, if both stand in a file.
    fn mend(&self, folder: &TempDir) -> bool {
        let Some(file) = self.file.as_ref().filter(|_| !self.right.is_empty()) else { return false };
        let path = folder.path().join("site").join(file);
        let text = text(&path).unwrap();
        let (at, indentation) = place(&text, &self.wrong).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let right = self.right.lines().map(|line| format!("{indentation}{line}"));
        lines.splice(at..at + self.wrong.lines().count(), right);
        fs::write(path, lines.join("\n") + "\n").unwrap();
        true
    }
}

/// The text at `path`, with a sign for each byte that is none.
fn text(path: &Path) -> Option<String> {
    fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// The line at which `wanted` begins in `text`, and how far it is set in there.
fn place(text: &str, wanted: &str) -> Option<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let wanted: Vec<&str> = wanted.lines().collect();
    lines.windows(wanted.len()).enumerate().find_map(|(at, window)| {
        let indentation = window[0].strip_suffix(wanted[0])?;
        let same = |(line, wanted): (&&str, &&str)| {
            *line == *wanted || line.strip_prefix(indentation) == Some(wanted)
        };
        let fits = indentation.trim().is_empty() && window.iter().zip(&wanted).all(same);
        fits.then(|| (at, indentation.to_owned()))
    })
}
