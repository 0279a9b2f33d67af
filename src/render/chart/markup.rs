//! Lengths and texts as SVG writes them.

use std::fmt;

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
        let bytes = self.0.as_bytes();
        let mut plain = 0;
        for (at, byte) in bytes.iter().enumerate() {
            let (written, length) = match byte {
                b'&' => ("&amp;", 1),
                b'<' => ("&lt;", 1),
                b'>' => ("&gt;", 1),
                b'"' => ("&quot;", 1),
                b'\n' | b'\t' => (" ", 1),
                0..=0x1f | 0x7f => ("", 1),
                // U+0080 to U+009F.
                0xc2 if bytes[at + 1] < 0xa0 => ("", 2),
                _ => continue,
            };
            out.write_str(&self.0[plain..at])?;
            out.write_str(written)?;
            plain = at + length;
        }
        out.write_str(&self.0[plain..])
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
        assert_eq!(Escaped("\u{7f}£\u{80}町\u{9f}\u{a0}").to_string(), "£町\u{a0}");
    }
}
