//! "Did you mean …?"

/// The candidate that `written` most likely stands for, or `None` where no candidate is near.
///
/// Near is one slip in three characters, counted as typing errors (Damerau–Levenshtein).
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = written.chars().count();
    let slips_allowed = (length / 3).max(1);
    candidates
        .into_iter()
        // So many signs too many or too few are so many slips: comparing sign by sign would take long.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= slips_allowed)
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
    }
}
