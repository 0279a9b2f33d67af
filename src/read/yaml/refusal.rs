//! What the parser of YAML says, in words for people who write no programs.

use granit_parser::{ErrorKind, ScanError};

use crate::diagnostic::Phrase;

/// Why the parser gave up at the byte `at` of `text`. Where there are no words for it, its own stand in them.
pub(super) fn of_parser(error: &ScanError, text: &str, at: usize) -> Phrase {
    use ErrorKind as Kind;
    match error.kind() {
        Kind::UnclosedQuotedScalar
        | Kind::InvalidQuotedScalarIndent
        | Kind::DocumentIndicatorInQuotedScalar => Phrase::new("quote-open"),
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
            Phrase::new("after-quote")
        }
        Kind::UnknownQuotedScalarEscape | Kind::InvalidQuotedScalarHexEscape => Phrase::new("escape"),
        Kind::UnclosedFlowCollection { .. }
        | Kind::MismatchedFlowCollectionEnd { .. }
        | Kind::MisplacedFlowCollectionEnd
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofFlowSequence
        | Kind::InvalidFlowScalarIndent => Phrase::new("bracket"),
        Kind::MappingValueNotAllowed => Phrase::new("second-colon"),
        Kind::ExpectedBlockMappingKey | Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => {
            Phrase::new("no-key")
        }
        Kind::UnexpectedCharacter { character } => sign(*character),
        Kind::UnknownAnchor | Kind::InvalidBlockScalarHeader | Kind::InvalidTagTerminator => {
            match text.get(at..).and_then(|rest| rest.chars().next()) {
                Some(character) => sign(character),
                None => own(error),
            }
        }
        _ => own(error),
    }
}

/// A sign that means something to YAML where a text begins with it.
fn sign(character: char) -> Phrase {
    let key = if character.is_control() { "character" } else { "sign" };
    Phrase::new(key).with("sign", character.escape_debug())
}

fn own(error: &ScanError) -> Phrase {
    Phrase::new("unnamed").with("original", error.info())
}
