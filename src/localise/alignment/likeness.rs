//! How much alike two texts are.

/// How many of the pairs of neighbouring characters two texts share, from 0 to 1 (Sørensen–Dice).
pub fn likeness(one: &str, other: &str) -> f64 {
    let pairs = |text: &str| {
        let mut pairs: Vec<(char, char)> = text.chars().zip(text.chars().skip(1)).collect();
        pairs.sort_unstable();
        pairs
    };
    // What is four times as long is not alike enough for anything.
    if one.len().min(other.len()) * 4 < one.len().max(other.len()) {
        return 0.0;
    }
    let (one, other) = (pairs(one), pairs(other));
    let (mut at, mut shared) = (0, 0_u32);
    for pair in &one {
        at += other[at..].partition_point(|next| next < pair);
        if other.get(at) == Some(pair) {
            (at, shared) = (at + 1, shared + 1);
        }
    }
    let all = u32::try_from(one.len() + other.len()).unwrap_or(u32::MAX);
    if all == 0 { 0.0 } else { f64::from(2 * shared) / f64::from(all) }
}

#[cfg(test)]
mod tests {
    use super::super::REWORDED;
    use super::likeness;

    #[test]
    fn a_reworded_text_is_alike_and_another_of_the_same_plan_is_not() {
        let text = "使えるように整えることです。";
        assert!((likeness(text, text) - 1.0).abs() < 1e-9);
        for reworded in ["いつでも使えるように整えることです。", "使えるように整備することです。"]
        {
            assert!(likeness(text, reworded) >= REWORDED, "{reworded}");
        }
        for other in ["年月がたって古くなることです。", "", "整", "です。"] {
            assert!(likeness(text, other) < REWORDED, "{other}");
        }
    }
}
