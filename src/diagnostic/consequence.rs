//! What is only found because something else is wrong.
//!
//! A section that does not parse is absent from the plan: then no page uses its note, and nothing
//! has the keys of its translation. Whoever acted on that would throw good work away.

use super::surplus::drop_surplus;
use super::{Diagnostic, Diagnostics, Rule, Severity};

const CONTENT: &str = "content/";
const GLOSSARY: &str = "content/glossary/";
const PLAN: &str = "content/plan.yml";
const LOCALES: &str = "locales/";
const TRANSLATIONS: &str = "locales/plan/";
const TERMS: &str = "locales/terms.yml";

/// What keeps a file, or a heading of it, from its page.
const HIDING: [Rule; 11] = [
    Rule::Missing,
    Rule::Unreadable,
    Rule::NotUtf8,
    Rule::LinkOutside,
    Rule::TooLarge,
    Rule::YamlSyntax,
    Rule::DuplicateKey,
    Rule::WrongType,
    Rule::NoFrontMatter,
    Rule::HeadingWithoutId,
    Rule::MarksWithoutSpace,
];

/// Takes from `findings` those that may well be gone once the others are mended, and counts instead of telling
/// what are too many of one kind.
pub fn drop_consequences(findings: &mut Diagnostics) {
    // Each is held against all others.
    drop_surplus(findings);
    let kept: Vec<bool> = findings.iter().map(|finding| !is_consequence(finding, findings)).collect();
    let mut kept = kept.into_iter();
    findings.retain(|_| kept.next().unwrap_or(true));
}

fn is_consequence(finding: &Diagnostic, findings: &[Diagnostic]) -> bool {
    let path = finding.order().0;
    let error_in = |place: &str| {
        let others =
            findings.iter().filter(|other| other.rule != finding.rule && other.severity() == Severity::Error);
        others.into_iter().any(|other| other.order().0.starts_with(place))
    };
    match finding.rule {
        Rule::UnusedNote | Rule::Orphan | Rule::Outdated => error_in(CONTENT),
        // It counts the texts of all files of its language.
        Rule::Untranslated => {
            let language = path.split('/').take(3).collect::<Vec<_>>().join("/");
            error_in(CONTENT) || error_in(&language)
        }
        // What a waiver was needed for may stand in what cannot be read.
        Rule::UnusedWaiver => error_in(CONTENT) || error_in(LOCALES),
        // What the link names may be there, and only not be read.
        Rule::UnknownLink | Rule::UnknownAnchor | Rule::UnknownPicture => {
            let named = finding.values.iter().find(|(name, _)| *name == "file");
            named.is_some_and(|(_, file)| {
                let chapter =
                    file.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned() + "/chapter.md";
                let hides = |other: &Diagnostic| {
                    let path = other.order().0;
                    HIDING.contains(&other.rule) && (path == file || path == chapter)
                };
                findings.iter().any(hides)
            })
        }
        Rule::UnknownNote => error_in(GLOSSARY),
        Rule::UnitWithoutWords => findings.iter().any(|other| other.rule == Rule::NoWords),
        // A year that cannot be read has stood in as another.
        Rule::YearsReversed => findings.iter().any(|other| {
            matches!(other.rule, Rule::BadYear | Rule::MissingKey) && [path, PLAN].contains(&other.order().0)
        }),
        // Which keys a translation takes follows from the languages that the plan names.
        Rule::UnknownKey if path.starts_with(TRANSLATIONS) || path == TERMS => findings
            .iter()
            .any(|other| matches!(other.rule, Rule::NoWords | Rule::BadLanguage) && other.order().0 == PLAN),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Rule};
    use super::drop_consequences;

    fn left(findings: &[(Rule, &str)]) -> Vec<Rule> {
        let mut findings = findings.iter().map(|(rule, path)| Diagnostic::about(*rule, *path)).collect();
        drop_consequences(&mut findings);
        findings.iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn a_section_that_does_not_parse_orphans_no_translation() {
        let findings =
            [(Rule::YamlSyntax, "content/1-a/1-b.md"), (Rule::Orphan, "locales/plan/pt/1-a/1-b.yml")];
        assert_eq!(left(&findings), [Rule::YamlSyntax]);
        assert_eq!(left(&findings[1..]), [Rule::Orphan]);
    }

    #[test]
    fn a_waiver_of_a_term_is_needed_again_once_the_terms_can_be_read() {
        let findings =
            [(Rule::YamlSyntax, "locales/terms.yml"), (Rule::UnusedWaiver, "locales/plan/pt/1-a/1-b.yml")];
        assert_eq!(left(&findings), [Rule::YamlSyntax]);
        assert_eq!(left(&findings[1..]), [Rule::UnusedWaiver]);
    }

    #[test]
    fn a_link_to_a_file_that_cannot_be_read_is_no_mistake_of_its_own() {
        let named = |rule, file: &str| Diagnostic::about(rule, "content/1-a/1-b.md").with("file", file);
        for (rule, other, left) in [
            (Rule::UnknownLink, Diagnostic::about(Rule::YamlSyntax, "content/1-a/2-c.md"), 1),
            (Rule::UnknownLink, Diagnostic::about(Rule::Missing, "content/1-a/chapter.md"), 1),
            (Rule::UnknownAnchor, Diagnostic::about(Rule::MarksWithoutSpace, "content/1-a/2-c.md"), 1),
            (Rule::UnknownAnchor, Diagnostic::about(Rule::UnknownPillar, "content/1-a/2-c.md"), 2),
            (Rule::UnknownLink, Diagnostic::about(Rule::YamlSyntax, "content/1-a/3-d.md"), 2),
        ] {
            let mut findings = vec![named(rule, "content/1-a/2-c.md"), other];
            drop_consequences(&mut findings);
            assert_eq!(findings.len(), left, "{findings:?}");
        }
    }

    #[test]
    fn an_unknown_note_is_told_beside_every_mistake_but_one_in_the_glossary() {
        let unknown = (Rule::UnknownNote, "content/1-a/1-b.md");
        assert_eq!(left(&[(Rule::BadYear, "content/plan.yml"), unknown]).len(), 2);
        assert_eq!(left(&[(Rule::UnknownNote, "content/glossary/1-a.md"), unknown]).len(), 2);
        assert_eq!(left(&[(Rule::NotUtf8, "content/glossary/1-a.md"), unknown]), [Rule::NotUtf8]);
    }
}
