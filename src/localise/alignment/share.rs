//! What has been translated once need not be translated again.

use std::collections::{HashMap, HashSet};

use super::has_text;
use crate::plan::Unit;
use crate::read::locale_file::{TranslatedUnit, TranslationFile};

/// The different translations of a text, each with whether it has been reviewed anywhere.
type Known = HashMap<String, Vec<(TranslatedUnit, bool)>>;

/// Gives texts without a translation that of the same text elsewhere, where there is only one. A file
/// that has been reviewed takes none from a draft.
pub(super) fn share(files: &mut [TranslationFile], units: &HashMap<&str, &[Unit]>) {
    let missing = files.iter().flat_map(|file| missing(file, units));
    let mut wanted: Known = missing.map(|unit| (unit.text.trim().to_owned(), Vec::new())).collect();
    for file in files.iter() {
        for unit in file.units.iter().chain(&file.orphans).filter(|unit| has_text(*unit)) {
            let Some(known) = wanted.get_mut(unit.source.trim()) else { continue };
            match known.iter_mut().find(|(other, _)| other.text == unit.text) {
                Some((_, reviewed)) => *reviewed |= file.reviewed,
                None => known.push((unit.clone(), file.reviewed)),
            }
        }
    }
    for file in files {
        take(file, units, &wanted);
    }
}

/// The texts of `file` that have no translation.
fn missing<'a>(file: &TranslationFile, units: &HashMap<&str, &'a [Unit]>) -> Vec<&'a Unit> {
    let own: HashSet<&str> =
        file.units.iter().filter(|unit| !unit.text.is_empty()).map(|unit| unit.key.as_str()).collect();
    let all = units.get(file.of.as_str()).copied().unwrap_or_default();
    all.iter().filter(|unit| !own.contains(unit.key())).collect()
}

/// Takes for `file` what it lacks and others have.
fn take(file: &mut TranslationFile, units: &HashMap<&str, &[Unit]>, known: &Known) {
    let mut taken: HashMap<String, TranslatedUnit> = HashMap::new();
    let mut from_reviewed = true;
    for unit in missing(file, units) {
        if let Some([(shared, reviewed)]) = known.get(unit.text.trim()).map(Vec::as_slice)
            && (*reviewed || !file.reviewed)
        {
            from_reviewed &= reviewed;
            taken.insert(
                unit.key().to_owned(),
                TranslatedUnit { key: unit.key().to_owned(), ..shared.clone() },
            );
        }
    }
    if taken.is_empty() {
        return;
    }
    let all = units[file.of.as_str()];
    // A content file under a new name was read by the same person.
    file.reviewed |= file.units.is_empty() && taken.len() == all.len() && from_reviewed;
    let mut own: HashMap<String, TranslatedUnit> =
        file.units.drain(..).map(|unit| (unit.key.clone(), unit)).chain(taken).collect();
    file.units.extend(all.iter().filter_map(|unit| own.remove(unit.key())));
}
