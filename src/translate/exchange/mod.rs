//! Translations on their way to a translator's own program and back: PO for Poedit, CSV for Excel.
//!
//! A file that goes out says of every text what it was when it went. So what comes back is merged text by
//! text with what the project has by then, and nobody's work is lost between the two.

mod csv;
mod merge;
mod placing;
mod po;
mod record;
mod returned;
mod verdict;

use crate::diagnostic::{Diagnostic, Diagnostics, Rule, Source, Span};
use crate::localise::Catalogue;
use crate::plan::Plan;
use crate::read::locale_file::TranslationFile;
use crate::value::Language;
pub use merge::{Check, Taken, take};
use record::{Words, records};
pub use returned::Delivery;

/// What a translator works in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Programs for translators, such as Poedit.
    Po,
    /// Spreadsheet programs, such as Excel.
    Csv,
}

impl Format {
    /// The format of a file of this name.
    pub fn of(path: &str) -> Self {
        let extension = path.rsplit('.').next().unwrap_or_default();
        if ["po", "pot"].iter().any(|known| extension.eq_ignore_ascii_case(known)) {
            Self::Po
        } else {
            Self::Csv
        }
    }

    /// What the names of its files end with.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Po => "po",
            Self::Csv => "csv",
        }
    }
}

/// Every text of `plan` with its translation into `language`, for a translator. `files` have been aligned
/// with `plan`; the comments are in the language of the translator, as `catalogue` has it.
pub fn export(
    format: Format,
    plan: &Plan,
    (language, files): (&Language, &[TranslationFile]),
    catalogue: &Catalogue,
) -> Vec<u8> {
    let words = Words { catalogue, language };
    let records = records(plan, files);
    match format {
        Format::Po => po::file(&records, &plan.title.text, &words).into_bytes(),
        Format::Csv => csv::file(&records, (plan.source_language(), language)),
    }
}

/// What the `bytes` of the file hold that a person knows by the name `path`.
pub fn read(path: &str, bytes: &[u8], plan: &Plan, findings: &mut Diagnostics) -> Option<Delivery> {
    let Some(text) = crate::read::unicode(bytes) else {
        findings.push(Diagnostic::about(Rule::NoExchange, path).with("language", plan.source_language()));
        return None;
    };
    match Format::of(path) {
        Format::Po => po::read(&Source::new(path, text.replace("\r\n", "\n")), plan, findings),
        Format::Csv => csv::read(&Source::new(path, text), plan, findings),
    }
}

/// The language that the file calls `written` at `at`, if `plan` is translated into it.
fn language(written: &str, at: &Span, plan: &Plan) -> Result<Language, Diagnostic> {
    let tag = written.trim().replace('_', "-");
    let mut languages = plan.languages.iter().skip(1);
    languages.clone().find(|language| language.as_str() == tag).cloned().ok_or_else(|| {
        let choices: Vec<&str> = languages.by_ref().map(Language::as_str).collect();
        let finding = Diagnostic::at(Rule::UnknownLanguage, at).with("language", written.trim());
        finding.with("choices", choices.join(", ")).suggest(&tag, choices)
    })
}

/// `text` as two texts are compared: white space around it, and how a system ends lines, say nothing.
fn normal(text: &str) -> String {
    let lines: Vec<&str> = text.trim().lines().map(|line| line.trim_end_matches('\r')).collect();
    lines.join("\n")
}

/// What tells a translation, and the text it was made from, from any other: a dozen letters, of which no
/// spreadsheet program makes a figure.
fn fingerprint(source: &str, text: &str) -> String {
    let hash = blake3::hash(format!("{}\0{}", normal(source), normal(text)).as_bytes());
    hash.as_bytes()[..6]
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|half| char::from(b'a' + half))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::normal;

    #[test]
    fn a_text_that_has_been_made_normal_is_normal() {
        for (text, made) in [("a\r\nb", "a\nb"), (" a\r\r\r\n#\r\n", "a\n#"), ("a\rb", "a\rb")] {
            assert_eq!(normal(text), made, "{text:?}");
            assert_eq!(normal(&normal(text)), made, "{text:?}");
        }
    }
}
