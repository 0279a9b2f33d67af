//! How a text is written in Markdown so that it reads back as the same text.

use super::{Block, inline, read_body};
use crate::diagnostic::Source;

/// Signs that mean something wherever they stand in a line.
const ANYWHERE: &str = "\\`*_[]<>&";

/// Markdown whose one paragraph says exactly `text`, which is one line; `None` where there is none.
pub fn verbatim(text: &str) -> Option<String> {
    let escaped = |wanted: &dyn Fn(usize, char) -> bool| {
        let parts = text.char_indices().map(|(at, sign)| {
            let slash = if sign.is_ascii_punctuation() && wanted(at, sign) { "\\" } else { "" };
            format!("{slash}{sign}")
        });
        parts.collect::<String>()
    };
    // As few slashes as do: people read the file.
    let forms =
        [text.to_owned(), escaped(&|at, sign| at == 0 || ANYWHERE.contains(sign)), escaped(&|_, _| true)];
    forms.into_iter().find(|written| says(written, text))
}

/// Whether `written` is one paragraph that says `text`, and nothing is found wrong with it.
fn says(written: &str, text: &str) -> bool {
    let mut findings = Vec::new();
    let source = Source::new("", written);
    let blocks = read_body(&source.span(0..written.len()), &mut findings);
    let said = matches!(&blocks[..], [Block::Paragraph(prose)] if prose.inlines == inline::plain(text));
    said && findings.is_empty() && !text.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::verbatim;

    #[test]
    fn a_text_is_left_alone_unless_markdown_would_take_it_for_something_else() {
        for (text, written) in [
            ("PPP（公民連携）手法【※10】の活用*", "PPP（公民連携）手法【※10】の活用*"),
            ("# 印", "\\# 印"),
            ("*一* と <b>", "\\*一\\* と \\<b\\>"),
            ("1. 初め", "1\\. 初め"),
            ("[a]: b", "\\[a\\]: b"),
            ("---", "\\---"),
            ("a &amp; b", "a \\&amp; b"),
        ] {
            assert_eq!(verbatim(text).as_deref(), Some(written), "{text}");
        }
        for text in ["", " 字下げ", "上\n下", "\0"] {
            assert_eq!(verbatim(text), None, "{text:?}");
        }
    }
}
