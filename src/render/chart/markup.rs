//! Lengths and texts as SVG writes them.

use std::fmt::{self, Write};

/// A length in tenths of a unit, written in units.
pub(super) struct Tenths(pub(super) i32);

impl fmt::Display for Tenths {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let (sign, size) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        match size % 10 {
            0 => write!(out, "{sign}{}", size / 10),
            rest => write!(out, "{sign}{}.{rest}", size / 10),
        }
    }
}

/// Text as XML writes it, in an element or between double quotes. Control characters, which XML
/// forbids, are left out.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\n' | '\t' => out.write_char(' ')?,
                other if other.is_control() => {}
                other => out.write_char(other)?,
            }
        }
        Ok(())
    }
}

/// The attribute that names a text's language, where it is not the page's.
pub(super) struct Lang<'a>(pub(super) Option<&'a str>);

impl fmt::Display for Lang<'_> {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        self.0.map_or(Ok(()), |tag| write!(out, r#" lang="{}""#, Escaped(tag)))
    }
}

#[cfg(test)]
mod tests {
    use super::{Escaped, Tenths};

    #[test]
    fn lengths_are_short_and_keep_their_sign() {
        assert_eq!([120, 125, -5, 0].map(|tenths| Tenths(tenths).to_string()), ["12", "12.5", "-0.5", "0"]);
    }

    #[test]
    fn markup_and_control_characters_cannot_leave_a_text() {
        assert_eq!(Escaped("a<b>&\"c\"\u{7}\n").to_string(), "a&lt;b&gt;&amp;&quot;c&quot; ");
    }
}
