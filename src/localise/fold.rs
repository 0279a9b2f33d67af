//! What a change in white space or punctuation leaves as it was.

use icu_normalizer::ComposingNormalizerBorrowed;

/// The letters and digits of `text`, in their normal forms (Unicode NFKC): two texts that fold to the
/// same say the same.
pub(super) fn fold(text: &str) -> String {
    let normal = ComposingNormalizerBorrowed::new_nfkc().normalize(text);
    let signs: Vec<char> = normal.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let says_nothing = |at: usize| match signs[at] {
        '.' | ',' => !(digit(at.checked_sub(1)) && digit(at.checked_add(1))),
        sign => sign.is_whitespace() || "、。・".contains(sign),
    };
    (0..signs.len()).filter(|at| !says_nothing(*at)).map(|at| signs[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn white_space_and_punctuation_fold_and_figures_do_not() {
        assert_eq!(fold("国、県の 補助金。"), fold("国県の補助金"));
        assert_eq!(fold("ＳＤＧｓ（１）"), fold("SDGs(1)"));
        assert_ne!(fold("8.8%"), fold("88%"));
        assert_ne!(fold("窓口【※8】"), fold("窓口"));
        assert_ne!(fold("広報「おおいずみ」"), fold("広報おおいずみ"));
    }
}
