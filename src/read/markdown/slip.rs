//! Lines that look like headings and are none: the slips of a Japanese keyboard.
//!
//! `CommonMark` takes `#` for a heading only where a space follows, as half-width as the mark itself.

use std::ops::Range;

/// The marks of a heading, and what a Japanese keyboard gives for them.
const MARKS: [char; 2] = ['#', '＃'];

/// What begins the id of a heading.
const ID: &str = "{#";

/// Where the marks of each line of the paragraph `text` stand that was meant as a heading: two or more of
/// them, or one in a line with an id; a single mark can be the sign of a number or of a hashtag.
pub(super) fn headings(text: &str) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start().len();
        let marks = &line[indentation..];
        let length = marks.find(|sign| !MARKS.contains(&sign)).unwrap_or(marks.len());
        let count = marks[..length].chars().count();
        let meant = (2..=6).contains(&count) || (count == 1 && line.contains(ID));
        if meant && !marks[length..].trim().is_empty() {
            found.push(start + indentation..start + indentation + length);
        }
        start += line.len();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::headings;

    #[test]
    fn a_line_that_begins_like_a_heading_is_told_from_a_number_and_a_hashtag() {
        for meant in
            ["##現状", "＃＃ 現状", "##　現状 {#situation}", "#現状 {#situation}", "前文\n###方針\n後"]
        {
            assert_eq!(headings(meant).len(), 1, "{meant}");
        }
        for other in ["#1の課題", "#計画", "##", "町の##", "#######"] {
            assert!(headings(other).is_empty(), "{other}");
        }
        assert_eq!(headings("前\n ＃＃町").first(), Some(&(5..11)));
    }
}
