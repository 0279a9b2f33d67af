//! "Did you mean …?"

/// The longest text that can be a slip of the hand, in characters: no key, name or path is longer.
const LONGEST: usize = 1000;

/// The candidate that `written` most likely stands for, or `None` where no candidate is near.
///
/// Near is one slip in three characters, counted as typing errors (Damerau–Levenshtein).
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    let slips_allowed = (length / 3).max(1);
    // Each sign too many or too few is a slip; and two long texts would take all memory to compare.
    let near = |candidate: &&str| candidate.chars().count().abs_diff(length) <= slips_allowed;
    let candidates = candidates.into_iter().filter(|_| length <= LONGEST).filter(near);
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(written, candidate), candidate))
        .filter(|(slips, candidate)| *slips > 0 && *slips <= slips_allowed && !candidate.is_empty())
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_hand_is_understood_and_another_word_is_not() {
        let keys = ["baseline", "target", "name"];
        assert_eq!(nearest("targt", keys), Some("target"));
        assert_eq!(nearest("basline", keys), Some("baseline"));
        assert_eq!(nearest("colour", keys), None);
        let long = "a".repeat(super::LONGEST + 1);
        assert_eq!(nearest(&long, [&*format!("{long}a")]), None);
    }
}
