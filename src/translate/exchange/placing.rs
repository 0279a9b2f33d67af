//! Which text of the plan each translation that came back is for.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::normal;
use super::returned::Returned;
use crate::diagnostic::{Diagnostic, Diagnostics, Rule};
use crate::localise::matched;
use crate::plan::Unit;

/// Each of `units` that something came back for, and what is for none. What came back under a key that
/// has moved is given to the text it was made from, in its own file and then in the others.
pub(super) fn placed(units: &[Unit], all: Vec<Returned>) -> (Vec<(&Unit, Returned)>, Vec<Returned>) {
    let mut of_files: BTreeMap<String, Vec<Returned>> = BTreeMap::new();
    for returned in all {
        of_files.entry(returned.file().to_owned()).or_default().push(returned);
    }
    let (mut placed, mut left) = (Vec::new(), Vec::new());
    for (file, returned) in of_files {
        let own = units.iter().filter(|unit| unit.file() == file);
        let (found, rest) = matched(&own.clone().cloned().collect::<Vec<_>>(), returned);
        placed.extend(own.zip(found).filter_map(|(unit, found)| Some((unit, found?))));
        left.extend(rest.into_iter().filter(|returned| !returned.text.trim().is_empty()));
    }
    let mut taken: HashSet<&str> = placed.iter().map(|(unit, _)| unit.id.as_str()).collect();
    let mut orphans = Vec::new();
    for returned in left {
        let source = normal(&returned.source);
        let mut free = units.iter().filter(|unit| !taken.contains(unit.id.as_str()));
        match free.find(|unit| normal(&unit.text) == source) {
            Some(unit) => {
                taken.insert(&unit.id);
                placed.push((unit, returned));
            }
            None => orphans.push(returned),
        }
    }
    (placed, orphans)
}

/// Each of `all` once, and the second of two with one name that say different things.
pub(super) fn once(all: &[Returned]) -> (Vec<Returned>, Diagnostics) {
    let mut first: HashMap<&str, &Returned> = HashMap::new();
    let (mut once, mut twice) = (Vec::new(), Diagnostics::new());
    for returned in all {
        // Of an obsolete entry the name is no one's.
        let named = !returned.obsolete && !returned.id.is_empty();
        match first.get(returned.id.as_str()).filter(|_| named) {
            Some(other) if (&other.source, &other.text) == (&returned.source, &returned.text) => {}
            Some(_) => {
                let finding = Diagnostic::at(Rule::DuplicateKey, &returned.id_span);
                twice.push(finding.with("key", &returned.id));
            }
            None => {
                first.extend(named.then_some((returned.id.as_str(), returned)));
                once.push(returned.clone());
            }
        }
    }
    (once, twice)
}
