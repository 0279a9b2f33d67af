//! A translation far shorter or longer than its source has lost or gained something.

use unicode_segmentation::UnicodeSegmentation;

use super::Words;
use super::script::{is_japanese, is_written_in_han};
use crate::diagnostic::{Diagnostic, Rule};

/// The usual length of a translation, in tenths of its source's: from how many characters of the source
/// on, the least and the most.
///
/// Measured over 580 translations of two plans into Portuguese and English, with a margin of 15 %: names
/// of indicators run from 1.5 to 6.9, paragraphs from 2.7 to 4.3. A shorter source says nothing.
const USUAL: [(usize, usize, usize); 3] = [(100, 23, 50), (40, 17, 59), (10, 12, 79)];

/// Whether the translation of `words` is of an unusual length. Languages that are written as densely
/// as Japanese are not judged, nor names in Latin letters, which stay as long as they are.
pub(super) fn check(words: &Words<'_>) -> Option<Diagnostic> {
    let (source, written) = (length(&words.source), length(&words.text));
    let (_, least, most) = USUAL.into_iter().find(|(from, _, _)| source >= *from)?;
    let tenths = written * 10 / source;
    let unusual = tenths < least || tenths > most;
    let letters = words.source.chars().filter(|letter| is_japanese(*letter)).count();
    let judged = letters * 2 > source && !is_written_in_han(words.pair.language);
    (unusual && judged).then(|| {
        let finding = Diagnostic::at(Rule::UnusualLength, &words.pair.whole());
        finding.with("ratio", decimal(tenths)).with("least", decimal(least)).with("most", decimal(most))
    })
}

/// The characters that a reader sees.
fn length(words: &str) -> usize {
    words.split_whitespace().map(|word| word.graphemes(true).count() + 1).sum::<usize>().saturating_sub(1)
}

/// So many tenths, as every language here can read them.
fn decimal(tenths: usize) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use crate::diagnostic::Rule::UnusualLength;

    #[test]
    fn a_translation_is_about_as_long_as_its_source_says() {
        let paragraph = "町の計画を広く住民に知らせます。".repeat(8);
        let sentence = |text: &str| text.repeat(8);
        for (language, source, text, unusual) in [
            ("pt", "町の計画の住民への周知", "Divulgação do plano da cidade aos moradores".to_owned(), false),
            ("pt", "町の計画の住民への周知", "Divulgação".to_owned(), true),
            ("pt", "町の計画の住民への周知", sentence("Divulgação do plano aos moradores"), true),
            ("en", &paragraph, sentence("The town makes its plan widely known to residents. "), false),
            ("en", &paragraph, sentence("The town makes its plan known. "), true),
            (
                "es",
                &paragraph,
                sentence(
                    "El pueblo da a conocer el plan a todos los vecinos, y también a las empresas, las escuelas y los clubes. ",
                ),
                true,
            ),
            ("zh", &paragraph, sentence("向居民宣传计划。"), false),
            ("pt", "LINE・Facebook・Instagramの3種", "LINE, Facebook e Instagram".to_owned(), false),
            ("pt", "町", "A cidade de Oizumi e os seus moradores".to_owned(), false),
        ] {
            let expected = if unusual { vec![(UnusualLength, text.trim_end().to_owned())] } else { vec![] };
            assert_eq!(told(super::check, language, source, &text), expected, "{text}");
        }
    }
}
