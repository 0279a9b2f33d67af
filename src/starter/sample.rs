//! What of the starter's sample text is still in a plan.

use std::collections::{BTreeMap, BTreeSet};

use super::content::{DEFINE_HERE, WRITE_HERE};
use super::plan::{EMBEDDED, embedded};
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::plan::{Plan, Unit};

/// A shorter text may be the plan's own: Ⅰ is the numeral of many a first chapter.
const SHORTEST: usize = 3;

/// For each file of `plan` with sample text in it, the first of them.
pub fn samples_left(plan: &Plan) -> Diagnostics {
    let samples = samples();
    let mut left: BTreeMap<String, Vec<Unit>> = BTreeMap::new();
    for unit in plan.units().into_iter().filter(|unit| samples.contains(unit.text.trim())) {
        left.entry(unit.file().to_owned()).or_default().push(unit);
    }
    let told = left.into_values().filter_map(|units| {
        let first = units.first()?;
        let finding = Diagnostic::at(Rule::SampleText, &first.span);
        Some(finding.with("text", first.text.trim()).with("count", units.len()))
    });
    told.collect()
}

/// Every text of the starter that is to be written over: what stands on a line of its content after a key
/// or the sign of a list. Headings are a plan's own.
fn samples() -> BTreeSet<&'static str> {
    let content = embedded(&EMBEDDED).into_iter().filter(|(path, _)| path.starts_with("content/"));
    let lines = content.flat_map(|(_, text)| text.lines());
    let texts = lines.map(str::trim).filter(|line| !line.starts_with('#')).map(|line| {
        let text = line.trim_start_matches("- ");
        text.split_once(": ").map_or(text, |(_, value)| value)
    });
    texts.chain([WRITE_HERE, DEFINE_HERE]).filter(|text| text.chars().count() >= SHORTEST).collect()
}

#[cfg(test)]
mod tests {
    use super::samples;

    #[test]
    fn samples_are_the_texts_of_the_starter_and_neither_its_headings_nor_its_figures() {
        let samples = samples();
        for sample in ["○○町総合計画", "章の題名", "指標の名称", "柱その1", "ここに本文を書きます。"]
        {
            assert!(samples.contains(sample), "{sample}: {samples:?}");
        }
        for own in ["現状と課題", "Ⅰ", "0件"] {
            assert!(!samples.contains(own), "{own}");
        }
    }
}
